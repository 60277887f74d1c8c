import type { Shop } from "../shop.ts";
import { currentQuantity } from "../orders/lineMoney.ts";
import { fulfillmentLineHeld, fulfillmentsOf, lineItemBy, returnsOf } from "../orders/lookup.ts";
import type { OrderRecord } from "../orders/order.ts";
import { unfulfilled } from "../fulfillments/plan.ts";
import type { FulfillmentLineRecord } from "../fulfillments/fulfillment.ts";
import type { ReturnLineRecord, ReturnRecord } from "./return.ts";

/** Declined and canceled returns give their quantity back; requested, open and closed ones use it up (recorded: return-quantity-validation). */
const uses = (ret: ReturnRecord): boolean => ret.status !== "DECLINED" && ret.status !== "CANCELED";

const linesInReturns = (shop: Shop, order: OrderRecord): ReturnLineRecord[] => returnsOf(shop, order).filter(uses).flatMap((r) => r.lines);

/**
 * How many units of a fulfillment line can still be returned: those shipped, less those in returns; and of its order
 * line no more than are neither refunded nor waiting to be shipped (assumed).
 */
export function returnable(shop: Shop, order: OrderRecord, line: FulfillmentLineRecord): number {
  const inReturns = linesInReturns(shop, order);
  const ofLine = inReturns.filter((r) => r.fulfillmentLineId === line.id).reduce((n, r) => n + r.quantity, 0);
  const item = lineItemBy(shop, line.lineItemId);
  const onTheWay = inReturns
    .filter((r) => fulfillmentLineHeld(shop, r.fulfillmentLineId).lineItemId === item.id)
    .reduce((n, r) => n + r.quantity - r.processedQuantity, 0);
  return Math.max(0, Math.min(line.quantity - ofLine, currentQuantity(item) - unfulfilled(shop, order, item.id) - onTheWay));
}

export type Returnable = { fulfillmentId: string; lines: { line: FulfillmentLineRecord; quantity: number }[] };

/** Fulfillments of an order with something left to return. */
export function returnables(shop: Shop, order: OrderRecord): Returnable[] {
  const all = fulfillmentsOf(shop, order).filter((f) => f.status === "SUCCESS").map((f) => ({
    fulfillmentId: f.id,
    lines: f.lines.map((line) => ({ line, quantity: returnable(shop, order, line) })).filter((l) => l.quantity > 0),
  }));
  return all.filter((f) => f.lines.length > 0);
}
