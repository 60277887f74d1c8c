import type { Ctx } from "../kernel/context.ts";
import { idOf } from "../kernel/ids.ts";
import { refuse } from "../kernel/refused.ts";
import type { FulfillmentOrderRecord, FulfillmentRecord } from "./fulfillment.ts";
import { ship, type Part } from "./ship.ts";
import { originOf, trackingInfos, type OriginInput, type TrackingInput } from "./tracking.ts";

type LineInput = { id: string; quantity: number };
type OrderInput = { fulfillmentOrderId: string; fulfillmentOrderLineItems?: LineInput[] | null };
export type FulfillmentInput = { lineItemsByFulfillmentOrder: OrderInput[]; trackingInfo?: TrackingInput | null; originAddress?: OriginInput | null };

/** `fulfillmentCreate` and `fulfillmentCreateV2`. Refusals are recorded (facts: fulfillment-create-preconditions). */
export function fulfillmentCreate({ fulfillment: input }: { fulfillment: FulfillmentInput }, ctx: Ctx): { fulfillment: FulfillmentRecord } {
  const parts = input.lineItemsByFulfillmentOrder.flatMap((one, i) => partsOf(ctx, one, i));
  const first = parts[0];
  if (!first) return refuse(["fulfillment"], "Invalid fulfillment order line item quantity requested.");
  if (parts.some((p) => p.order.orderId !== first.order.orderId)) refuse(["fulfillment"], "All fulfillment orders must belong to the same order.");
  if (parts.some((p) => p.order.locationId !== first.order.locationId)) refuse(["fulfillment"], "All fulfillment orders must be assigned to the same location.");
  return { fulfillment: ship(ctx, parts, trackingInfos(input.trackingInfo), originOf(input.originAddress), first.order.locationId) };
}

function partsOf(ctx: Ctx, input: OrderInput, place: number): Part[] {
  const order = ctx.shop.fulfillmentOrders.get(idOf(input.fulfillmentOrderId, "FulfillmentOrder"));
  if (!order) return refuse(["fulfillment"], "Fulfillment order does not exist.");
  const path = ["fulfillment", "lineItemsByFulfillmentOrder", String(place), "fulfillmentOrderLineItems"];
  checkQuantities(input.fulfillmentOrderLineItems ?? [], path);
  if (!["OPEN", "IN_PROGRESS"].includes(order.status)) refuse(["fulfillment"], `Fulfillment order ${numberOf(order)} has an unfulfillable status= ${order.status.toLowerCase()}.`);
  if (!input.fulfillmentOrderLineItems?.length) return order.lines.filter((l) => l.remainingQuantity > 0).map((line) => ({ order, line, quantity: line.remainingQuantity }));
  return chosenParts(order, input.fulfillmentOrderLineItems);
}

function checkQuantities(lines: readonly LineInput[], path: readonly string[]): void {
  lines.forEach((line, i) => {
    if (line.quantity <= 0) refuse([...path, String(i), "quantity"], "Quantity must be greater than 0");
  });
}

function chosenParts(order: FulfillmentOrderRecord, inputs: readonly LineInput[]): Part[] {
  const asked = new Map<string, number>();
  return inputs.map((input) => {
    const line = order.lines.find((l) => l.id === idOf(input.id, "FulfillmentOrderLineItem"));
    if (!line) return refuse(["fulfillment"], "Fulfillment order line item does not exist.");
    const total = (asked.get(line.id) ?? 0) + input.quantity;
    if (total > line.remainingQuantity) refuse(["fulfillment"], "Invalid fulfillment order line item quantity requested.");
    asked.set(line.id, total);
    return { order, line, quantity: input.quantity };
  });
}

const numberOf = (order: FulfillmentOrderRecord): string => order.id.slice(order.id.lastIndexOf("/") + 1);
