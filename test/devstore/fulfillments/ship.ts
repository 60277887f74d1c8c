import type { Ctx } from "../kernel/context.ts";
import { newId } from "../kernel/ids.ts";
import { shipStock } from "../orders/stock.ts";
import { held } from "../orders/lookup.ts";
import { touch } from "../orders/touch.ts";
import type { FulfillmentOrderLineRecord, FulfillmentOrderRecord, FulfillmentRecord, OriginAddress, TrackingInfo } from "./fulfillment.ts";
import { displayFulfillmentStatus } from "./displayFulfillment.ts";
import { settle } from "./plan.ts";

export type Part = { order: FulfillmentOrderRecord; line: FulfillmentOrderLineRecord; quantity: number };

/** Makes a fulfillment of parts of fulfillment orders of one order: SUCCESS at once (recorded: fulfillment-events). */
export function ship(ctx: Ctx, parts: readonly Part[], tracking: TrackingInfo[], originAddress: OriginAddress | null, locationId: string): FulfillmentRecord {
  const first = parts[0];
  if (!first) throw new Error("a fulfillment of nothing");
  const order = held(ctx.shop.orders, first.order.orderId);
  const now = ctx.now();
  order.fulfillmentCount += 1;
  const record: FulfillmentRecord = {
    __typename: "Fulfillment", id: newId(ctx.shop, "Fulfillment"), orderId: order.id, name: `${order.name}-F${order.fulfillmentCount}`, status: "SUCCESS",
    createdAt: now, updatedAt: now, deliveredAt: null, inTransitAt: null, estimatedDeliveryAt: null, locationId, originAddress, tracking, lines: [], eventRecords: [],
  };
  for (const part of parts) take(ctx, record, part);
  new Set(parts.map((p) => p.order)).forEach((o) => settle(o, now));
  ctx.shop.fulfillments.set(record.id, record);
  order.fulfillmentIds.push(record.id);
  touch(ctx, order);
  ctx.emit("fulfillments/create", record.id);
  ctx.emit(displayFulfillmentStatus(ctx.shop, order) === "FULFILLED" ? "orders/fulfilled" : "orders/partially_fulfilled", order.id);
  return record;
}

function take(ctx: Ctx, record: FulfillmentRecord, { line, quantity }: Part): void {
  line.remainingQuantity -= quantity;
  const id = newId(ctx.shop, "FulfillmentLineItem");
  record.lines.push({ __typename: "FulfillmentLineItem", id, fulfillmentId: record.id, lineItemId: line.lineItemId, fulfillmentOrderLineId: line.id, quantity });
  ctx.shop.ownerOf.set(id, record.id);
  shipStock(ctx, held(ctx.shop.lineItems, line.lineItemId), quantity);
}
