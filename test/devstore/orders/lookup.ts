import type { Shop } from "../shop.ts";
import { idOf } from "../kernel/ids.ts";
import type { FulfillmentLineRecord, FulfillmentOrderRecord, FulfillmentRecord } from "../fulfillments/fulfillment.ts";
import type { ExchangeLineRecord, ReturnLineRecord, ReturnRecord, ReverseLineRecord, ReverseOrderRecord } from "../returns/return.ts";
import type { RefundRecord } from "../refunds/refund.ts";
import type { LineItemRecord, OrderRecord, TransactionRecord } from "./order.ts";

/** The record behind an id that another record holds. Throws: such an id always leads somewhere. */
export function held<T>(table: ReadonlyMap<string, T>, id: string): T {
  const found = table.get(id);
  if (found === undefined) throw new Error(`dangling id ${id}`);
  return found;
}

const all = <T>(table: ReadonlyMap<string, T>, ids: readonly string[]): T[] => ids.map((id) => held(table, id));

/** An order by the id of a request; null when there is none. A gid of another type is a top-level error. */
export const orderBy = (shop: Shop, id: string): OrderRecord | null => shop.orders.get(idOf(id, "Order")) ?? null;
export const orderOf = (shop: Shop, part: { orderId: string }): OrderRecord => held(shop.orders, part.orderId);
export const linesOf = (shop: Shop, order: OrderRecord): LineItemRecord[] => all(shop.lineItems, order.lineItemIds);
export const transactionsOf = (shop: Shop, order: OrderRecord): TransactionRecord[] => all(shop.orderTransactions, order.transactionIds);
export const fulfillmentOrdersOf = (shop: Shop, order: OrderRecord): FulfillmentOrderRecord[] => all(shop.fulfillmentOrders, order.fulfillmentOrderIds);
export const fulfillmentsOf = (shop: Shop, order: OrderRecord): FulfillmentRecord[] => all(shop.fulfillments, order.fulfillmentIds);
export const refundsOf = (shop: Shop, order: OrderRecord): RefundRecord[] => all(shop.refunds, order.refundIds);
export const returnsOf = (shop: Shop, order: OrderRecord): ReturnRecord[] => all(shop.returns, order.returnIds);
export const reverseOrdersOf = (shop: Shop, ret: ReturnRecord): ReverseOrderRecord[] => all(shop.reverseOrders, ret.reverseOrderIds);
export const lineItemBy = (shop: Shop, id: string): LineItemRecord => held(shop.lineItems, id);

/** A line inside another record, found over its owner; undefined when unknown. */
function inside<O, L extends { id: string }>(shop: Shop, owners: ReadonlyMap<string, O>, id: string, lines: (owner: O) => readonly L[]): L | undefined {
  const owner = owners.get(shop.ownerOf.get(id) ?? "");
  return owner === undefined ? undefined : lines(owner).find((line) => line.id === id);
}

export const fulfillmentLineBy = (shop: Shop, id: string): FulfillmentLineRecord | undefined => inside(shop, shop.fulfillments, id, (f) => f.lines);
export const returnLineBy = (shop: Shop, id: string): ReturnLineRecord | undefined => inside(shop, shop.returns, id, (r) => r.lines);
export const exchangeLineBy = (shop: Shop, id: string): ExchangeLineRecord | undefined => inside(shop, shop.returns, id, (r) => r.exchanges);
export const reverseLineBy = (shop: Shop, id: string): ReverseLineRecord | undefined => inside(shop, shop.reverseOrders, id, (r) => r.lines);

/** A fulfillment line that must be there. */
export function fulfillmentLineHeld(shop: Shop, id: string): FulfillmentLineRecord {
  const found = fulfillmentLineBy(shop, id);
  if (!found) throw new Error(`dangling id ${id}`);
  return found;
}

/** The order line that a line of a return came from. */
export const lineItemOfReturnLine = (shop: Shop, line: ReturnLineRecord): LineItemRecord => lineItemBy(shop, fulfillmentLineHeld(shop, line.fulfillmentLineId).lineItemId);
