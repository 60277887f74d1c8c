import type { Ctx } from "../kernel/context.ts";
import { idOf } from "../kernel/ids.ts";
import { refuse } from "../kernel/refused.ts";
import { held, lineItemBy } from "../orders/lookup.ts";
import { unshipStock } from "../orders/stock.ts";
import { touch } from "../orders/touch.ts";
import type { FulfillmentRecord } from "./fulfillment.ts";
import { openFulfillmentOrder } from "./plan.ts";
import { trackingInfos, type TrackingInput } from "./tracking.ts";

/** `fulfillmentTrackingInfoUpdate`: status and dates stay (recorded: fulfillment-events). */
export function fulfillmentTrackingInfoUpdate(args: { fulfillmentId: string; trackingInfoInput: TrackingInput }, ctx: Ctx): { fulfillment: FulfillmentRecord } {
  const fulfillment = ctx.shop.fulfillments.get(idOf(args.fulfillmentId, "Fulfillment"));
  if (!fulfillment) return refuse(["fulfillmentId"], "Fulfillment does not exist.");
  if (fulfillment.status === "CANCELLED") refuse(["fulfillmentId"], "Fulfillment is cancelled.");
  fulfillment.tracking = trackingInfos(args.trackingInfoInput);
  changed(ctx, fulfillment);
  return { fulfillment };
}

/**
 * `fulfillmentCancel`: what was shipped can be fulfilled again, in the fulfillment order where that is still open and
 * in a new one where it is closed (schema: fulfillmentCancel).
 */
export function fulfillmentCancel({ id }: { id: string }, ctx: Ctx): { fulfillment: FulfillmentRecord } {
  const fulfillment = ctx.shop.fulfillments.get(idOf(id, "Fulfillment"));
  if (!fulfillment) return refuse(["id"], "Fulfillment not found.");
  if (fulfillment.status === "CANCELLED") refuse(["id"], "Fulfillment is already cancelled.");
  fulfillment.status = "CANCELLED";
  reopen(ctx, fulfillment);
  changed(ctx, fulfillment);
  return { fulfillment };
}

function reopen(ctx: Ctx, fulfillment: FulfillmentRecord): void {
  const order = held(ctx.shop.orders, fulfillment.orderId);
  const homeless: { line: ReturnType<typeof lineItemBy>; quantity: number }[] = [];
  for (const part of fulfillment.lines) {
    const owner = held(ctx.shop.fulfillmentOrders, held(ctx.shop.ownerOf, part.fulfillmentOrderLineId));
    const line = owner.lines.find((l) => l.id === part.fulfillmentOrderLineId);
    const item = lineItemBy(ctx.shop, part.lineItemId);
    if (owner.status !== "CLOSED" && line) line.remainingQuantity += part.quantity;
    else homeless.push({ line: item, quantity: part.quantity });
    unshipStock(ctx, item, part.quantity);
  }
  if (homeless.length > 0 && !order.cancelledAt) openFulfillmentOrder(ctx, order, homeless, fulfillment.locationId);
}

function changed(ctx: Ctx, fulfillment: FulfillmentRecord): void {
  fulfillment.updatedAt = ctx.now();
  touch(ctx, held(ctx.shop.orders, fulfillment.orderId));
  ctx.emit("fulfillments/update", fulfillment.id);
}
