/** What becomes of goods that came back: those found in order go back in stock, at the place chosen or where they were sent from. */
import type { RmaLine } from "../generated/prisma/client.ts";
import type { Settings } from "../settings.ts";
import type { GoodsBack, Place } from "../shopify/places.ts";
import type { ReverseFulfillmentOrderDisposeInput } from "../types/admin.generated.ts";
import type { SettledLine } from "./actionInput.ts";

/** `at`: null where they were sent from. */
export type Disposition = Readonly<{ type: "RESTOCKED"; at: Place | null } | { type: "NOT_RESTOCKED" }>;

const inOrder: ReadonlySet<string> = new Set(["criteria_met", "no_fault_found"]);

/** Whether a line's goods usually go back in stock: what is damaged, used up or not looked at does not. */
export const isRestockable = ({ finding }: Pick<RmaLine, "finding">): boolean => finding !== null && inOrder.has(finding);

/** What the shop does with a line's goods where nobody chooses. */
export const usualDisposition = (line: Pick<RmaLine, "finding">, { restock }: Settings): Disposition => (restock.isOn && isRestockable(line) ? { type: "RESTOCKED", at: restock.at } : { type: "NOT_RESTOCKED" });

/** As Shopify takes it; nothing for units it has no way back for. A place that nobody knows is no guess: the goods are left to be put away by hand. */
export function disposeInputs(lines: readonly Pick<SettledLine, "fulfillmentLineId" | "quantity" | "disposition">[], goods: ReadonlyMap<string, GoodsBack>): ReverseFulfillmentOrderDisposeInput[] {
  return lines.flatMap(({ fulfillmentLineId, quantity, disposition }): ReverseFulfillmentOrderDisposeInput[] => {
    const back = goods.get(fulfillmentLineId);
    if (!back || !disposition) return [];
    const at = disposition.type === "RESTOCKED" && back.isStocked ? (disposition.at ?? back.sentFrom) : null, about = { reverseFulfillmentOrderLineItemId: back.reverseId, quantity };
    if (at) return [{ ...about, dispositionType: "RESTOCKED", locationId: at.id }];
    return [{ ...about, dispositionType: disposition.type === "RESTOCKED" && back.isStocked ? "PROCESSING_REQUIRED" : "NOT_RESTOCKED" }];
  });
}

/** Where units of a settlement went, in words; nothing of those that stay away. */
export function restockedText(lines: readonly Pick<SettledLine, "fulfillmentLineId" | "quantity" | "disposition">[], goods: ReadonlyMap<string, GoodsBack>): string {
  const put = new Map<string, number>();
  for (const { fulfillmentLineId, quantity, disposition } of lines) {
    const back = goods.get(fulfillmentLineId), at = disposition?.type === "RESTOCKED" && back?.isStocked ? (disposition.at ?? back.sentFrom) : null;
    if (at) put.set(at.name, (put.get(at.name) ?? 0) + quantity);
  }
  return [...put].map(([name, units]) => `${units} back in stock at ${name}`).join(", ");
}
