import type { Ctx } from "../kernel/context.ts";
import { newId } from "../kernel/ids.ts";
import type { Shop } from "../shop.ts";
import { shipStock } from "../orders/stock.ts";
import { currentQuantity } from "../orders/lineMoney.ts";
import { held } from "../orders/lookup.ts";
import type { LineItemRecord, OrderRecord } from "../orders/order.ts";
import type { FulfillmentOrderLineRecord, FulfillmentOrderRecord } from "./fulfillment.ts";
import { fulfillingLocation } from "./fulfillingLocation.ts";

/** The fulfillment orders of a new order: one for what is shipped, one for what is not (assumed; delivery methods differ). */
export function planFulfillment(ctx: Ctx, order: OrderRecord, lines: readonly LineItemRecord[]): void {
  const open = lines.filter((line) => currentQuantity(line) > 0);
  for (const group of [open.filter((l) => l.requiresShipping), open.filter((l) => !l.requiresShipping)]) {
    if (group.length > 0) openFulfillmentOrder(ctx, order, group.map((line) => ({ line, quantity: currentQuantity(line) })));
  }
}

/** Adds a fulfillment order with its lines to an order. */
export function openFulfillmentOrder(ctx: Ctx, order: OrderRecord, parts: readonly { line: LineItemRecord; quantity: number }[], locationId = fulfillingLocation(ctx.shop)): FulfillmentOrderRecord {
  const now = ctx.now();
  const record: FulfillmentOrderRecord = {
    __typename: "FulfillmentOrder", id: newId(ctx.shop, "FulfillmentOrder"), orderId: order.id, status: "OPEN", requestStatus: "UNSUBMITTED",
    locationId, createdAt: now, updatedAt: now, fulfillAt: null, fulfillBy: null, lines: [], holds: [],
  };
  ctx.shop.fulfillmentOrders.set(record.id, record);
  order.fulfillmentOrderIds.push(record.id);
  for (const { line, quantity } of parts) addLine(ctx.shop, record, line.id, quantity);
  return record;
}

export function addLine(shop: Shop, record: FulfillmentOrderRecord, lineItemId: string, quantity: number): FulfillmentOrderLineRecord {
  const line: FulfillmentOrderLineRecord = { __typename: "FulfillmentOrderLineItem", id: newId(shop, "FulfillmentOrderLineItem"), lineItemId, totalQuantity: quantity, remainingQuantity: quantity };
  record.lines.push(line);
  shop.ownerOf.set(line.id, record.id);
  return line;
}

/** Units of a line that are still to be fulfilled. */
export function unfulfilled(shop: Shop, order: OrderRecord, lineItemId: string): number {
  let left = 0;
  for (const id of order.fulfillmentOrderIds) for (const line of held(shop.fulfillmentOrders, id).lines) if (line.lineItemId === lineItemId) left += line.remainingQuantity;
  return left;
}

/** Takes units off the open fulfillment orders of an order, and what was claimed for them: they were removed, refunded or canceled. Returns how many there were. */
export function withdraw(ctx: Ctx, order: OrderRecord, lineItemId: string, quantity: number): number {
  let left = quantity;
  for (const id of order.fulfillmentOrderIds) {
    const record = held(ctx.shop.fulfillmentOrders, id);
    for (const line of record.lines.filter((l) => l.lineItemId === lineItemId && l.remainingQuantity > 0)) {
      const taken = Math.min(left, line.remainingQuantity);
      line.remainingQuantity -= taken;
      line.totalQuantity -= taken;
      left -= taken;
    }
    settle(record, ctx.now());
  }
  shipStock(ctx, held(ctx.shop.lineItems, lineItemId), quantity - left);
  return quantity - left;
}

/** A fulfillment order with nothing left is closed (recorded: fulfillment-events); one that was partly done is in progress (assumed). */
export function settle(record: FulfillmentOrderRecord, now: string): void {
  if (record.status === "CLOSED" || record.status === "CANCELLED") return;
  const left = record.lines.some((l) => l.remainingQuantity > 0);
  const started = record.lines.some((l) => l.remainingQuantity < l.totalQuantity);
  if (!left) record.status = "CLOSED";
  else if (started && record.status === "OPEN") record.status = "IN_PROGRESS";
  record.updatedAt = now;
}
