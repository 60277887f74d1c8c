import type { Ctx } from "../kernel/context.ts";
import { idOf, newId } from "../kernel/ids.ts";
import { refuse } from "../kernel/refused.ts";
import { held, lineItemBy } from "../orders/lookup.ts";
import { touch } from "../orders/touch.ts";
import type { FulfillmentOrderRecord, HoldRecord } from "./fulfillment.ts";
import { openFulfillmentOrder } from "./plan.ts";

type HoldInput = { reason: string; reasonNotes?: string | null; handle?: string | null };

/** A fulfillment order of a request; refused with the words of `fulfillmentCreate` when there is none. */
function found(ctx: Ctx, id: string): FulfillmentOrderRecord {
  return ctx.shop.fulfillmentOrders.get(idOf(id, "FulfillmentOrder")) ?? refuse(["id"], "Fulfillment order does not exist.", "FULFILLMENT_ORDER_NOT_FOUND");
}

function changed(ctx: Ctx, order: FulfillmentOrderRecord): void {
  order.updatedAt = ctx.now();
  touch(ctx, held(ctx.shop.orders, order.orderId));
}

/** `fulfillmentOrderHold`, of a whole fulfillment order. */
export function fulfillmentOrderHold(args: { id: string; fulfillmentHold: HoldInput }, ctx: Ctx): object {
  const order = found(ctx, args.id);
  if (order.status === "CLOSED" || order.status === "CANCELLED") refuse(["id"], "Fulfillment order is not in a holdable state.", "FULFILLMENT_ORDER_NOT_SPLITTABLE");
  const hold = holdOn(ctx, order, args.fulfillmentHold);
  changed(ctx, order);
  return { fulfillmentOrder: order, fulfillmentHold: hold, remainingFulfillmentOrder: null };
}

const REASONS: Record<string, string> = { AWAITING_PAYMENT: "Awaiting payment", AWAITING_RETURN_ITEMS: "Awaiting return items", HIGH_RISK_OF_FRAUD: "High risk of fraud", INCORRECT_ADDRESS: "Incorrect address", INVENTORY_OUT_OF_STOCK: "Inventory out of stock", UNKNOWN_DELIVERY_DATE: "Unknown delivery date" };

/** Puts a hold on a fulfillment order. */
export function holdOn(ctx: Ctx, order: FulfillmentOrderRecord, input: HoldInput): HoldRecord {
  const hold: HoldRecord = {
    __typename: "FulfillmentHold", id: newId(ctx.shop, "FulfillmentHold"), reason: input.reason, reasonNotes: input.reasonNotes ?? null,
    displayReason: REASONS[input.reason] ?? "Other", handle: input.handle || null, heldByRequestingApp: true,
  };
  order.holds.push(hold);
  order.status = "ON_HOLD";
  return hold;
}

/** `fulfillmentOrderReleaseHold`: the named holds, else all. */
export function fulfillmentOrderReleaseHold(args: { id: string; holdIds?: string[] | null }, ctx: Ctx): object {
  const order = found(ctx, args.id);
  if (order.status !== "ON_HOLD") refuse(["id"], "Fulfillment order is not on hold.", "INVALID_STATE");
  order.holds = args.holdIds ? order.holds.filter((h) => !args.holdIds?.includes(h.id)) : [];
  if (order.holds.length === 0) order.status = order.lines.some((l) => l.remainingQuantity < l.totalQuantity) ? "IN_PROGRESS" : "OPEN";
  changed(ctx, order);
  return { fulfillmentOrder: order };
}

/** `fulfillmentOrderMove` of a whole fulfillment order to another location. */
export function fulfillmentOrderMove(args: { id: string; newLocationId: string }, ctx: Ctx): object {
  const order = found(ctx, args.id);
  const location = ctx.shop.locations.get(idOf(args.newLocationId, "Location"));
  if (!location) refuse(["newLocationId"], "Location not found.", "LOCATION_NOT_FOUND");
  order.locationId = args.newLocationId;
  changed(ctx, order);
  return { movedFulfillmentOrder: order, originalFulfillmentOrder: order, remainingFulfillmentOrder: null };
}

type SplitInput = { fulfillmentOrderId: string; fulfillmentOrderLineItems: { id: string; quantity: number }[] };

/** `fulfillmentOrderSplit`: the named quantities leave for a new fulfillment order at the same location. */
export function fulfillmentOrderSplit({ fulfillmentOrderSplits: splits }: { fulfillmentOrderSplits: SplitInput[] }, ctx: Ctx): object {
  splits.forEach((split, i) => checkSplit(ctx, split, String(i)));
  return { fulfillmentOrderSplits: splits.map((split) => splitOne(ctx, split)) };
}

function checkSplit(ctx: Ctx, split: SplitInput, place: string): void {
  const order = found(ctx, split.fulfillmentOrderId);
  for (const part of split.fulfillmentOrderLineItems) {
    const line = order.lines.find((l) => l.id === part.id);
    if (!line || part.quantity <= 0 || part.quantity > line.remainingQuantity) {
      refuse(["fulfillmentOrderSplits", place, "fulfillmentOrderLineItems"], "Invalid fulfillment order line item quantity requested.", "INVALID_LINE_ITEM_QUANTITY");
    }
  }
}

function splitOne(ctx: Ctx, split: SplitInput): object {
  const order = found(ctx, split.fulfillmentOrderId);
  const parts = split.fulfillmentOrderLineItems.flatMap((part) => {
    const line = order.lines.find((l) => l.id === part.id);
    if (!line) return [];
    line.remainingQuantity -= part.quantity;
    line.totalQuantity -= part.quantity;
    return [{ line: lineItemBy(ctx.shop, line.lineItemId), quantity: part.quantity }];
  });
  const remaining = openFulfillmentOrder(ctx, held(ctx.shop.orders, order.orderId), parts, order.locationId);
  changed(ctx, order);
  return { fulfillmentOrder: order, remainingFulfillmentOrder: remaining, replacementFulfillmentOrder: null };
}
