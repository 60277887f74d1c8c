import { minorOf } from "../kernel/money.ts";
import type { LinePlan, ReturnPlan, ReturnState, ShipmentPlan } from "./plan.ts";
import type { Random } from "./random.ts";

const REASONS: readonly { readonly handle: string; readonly notes: readonly string[] }[] = [
  { handle: "changed-my-mind", notes: ["We moved house and do not need it any more.", "Bought twice by accident.", "Too big for the porch."] },
  { handle: "damaged-or-defective", notes: ["No picture after two weeks, tried another cable.", "Night vision flickers.", "Recorder restarts every few minutes.", "Housing cracked on arrival."] },
  { handle: "item-not-as-described", notes: ["The page said weatherproof.", "Does not work with my recorder."] },
  { handle: "received-the-wrong-item", notes: ["Ordered white, got black.", "Another model was in the box."] },
  { handle: "other-reason", notes: ["Please call me before you send anything."] },
];

const DECLINES = [
  { reason: "RETURN_PERIOD_ENDED", note: "The return period for this item has ended." },
  { reason: "FINAL_SALE", note: "Items on clearance are not refunded." },
  { reason: "OTHER", note: "The item shows damage that is not covered." },
] as const;

/** A return of one delivered parcel's first paid line, in the wanted state. Null when nothing has been delivered. */
export function planReturn(state: ReturnState | null, nth: number, lines: readonly LinePlan[], shipments: readonly ShipmentPlan[], currency: string, random: Random): ReturnPlan | null {
  if (state === null) return null;
  const shipment = shipments.findIndex((s) => s.events.some((e) => e.status === "DELIVERED"));
  const line = shipments[shipment]?.lines.find((l) => lines[l.line]?.gift === false);
  if (!line) return null;
  const { handle, notes } = random.pick(REASONS);
  const unwanted = handle === "changed-my-mind";
  return {
    state,
    shipment,
    lines: [{ line: line.line, quantity: random.chance(0.7) ? line.quantity : 1 }],
    reason: handle,
    note: random.pick(notes),
    decline: state === "declined" ? (DECLINES[nth % DECLINES.length] ?? DECLINES[0]) : null,
    restockingPercentage: unwanted && (state === "refunded" || state === "open") ? 10 : null,
    shippingFee: unwanted && state === "restocked" ? minorOf(currency === "JPY" ? "700" : "5", currency) : null,
  };
}
