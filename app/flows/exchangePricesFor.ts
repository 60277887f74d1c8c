/** What goes out in a settlement, priced by Shopify before anything is decided on it. */
import type { App } from "../app.server.ts";
import { exchangePrices } from "../shopify/exchangePrices.ts";
import type { Refusal } from "../shopify/refusals.ts";
import { rmaOf } from "../store/rmas.ts";
import { linesToSettle, type LineChoice, type Prices } from "./settlement.ts";

/** One query at Shopify where something goes out, else none. */
export async function pricesFor(app: App, { shop, rmaId, lines = [] }: Readonly<{ shop: string; rmaId: string; lines?: readonly LineChoice[] }>): Promise<Readonly<{ prices: Prices }> | Readonly<{ refused: readonly Refusal[] }>> {
  if (!lines.some(({ variantId }) => variantId)) return { prices: new Map() };
  const rma = await rmaOf(app.db.prisma, shop, rmaId);
  const wanted = linesToSettle(rma.lines, lines).flatMap(({ line, choice: { variantId }, quantity }) => (variantId && quantity > 0 ? [{ rmaLineId: line.id, lineId: line.lineId, variantId, quantity }] : []));
  const found = wanted.length ? await exchangePrices(app.adminFor(shop), rma.orderId, wanted) : { priced: [] };
  if ("refused" in found) return found;
  return { prices: new Map(wanted.flatMap(({ rmaLineId }, i) => (found.priced[i] ? [[rmaLineId, found.priced[i]] as const] : []))) };
}
