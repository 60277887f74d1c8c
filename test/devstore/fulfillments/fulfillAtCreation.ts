import type { Ctx } from "../kernel/context.ts";
import { fulfillmentOrdersOf } from "../orders/lookup.ts";
import type { OrderRecord } from "../orders/order.ts";
import type { FulfillmentChoice, OrderInput } from "../orders/orderInput.ts";
import type { TrackingInfo } from "./fulfillment.ts";
import { recordEvent } from "./event.ts";
import { originOf } from "./tracking.ts";
import { ship, type Part } from "./ship.ts";

/**
 * What `orderCreate` fulfils at once: everything with a `fulfillment` or as FULFILLED, the first line alone as PARTIAL
 * (schema: "this will apply to all line items"; assumed for PARTIAL).
 */
export function fulfillAtCreation(ctx: Ctx, order: OrderRecord, input: OrderInput): void {
  const whole = input.fulfillment || input.fulfillmentStatus === "FULFILLED";
  if (!whole && input.fulfillmentStatus !== "PARTIAL") return;
  const parts: Part[] = fulfillmentOrdersOf(ctx.shop, order).flatMap((o) => o.lines.map((line) => ({ order: o, line, quantity: line.remainingQuantity })));
  const chosen = whole ? parts : parts.slice(0, 1);
  if (chosen.length === 0) return;
  const choice = input.fulfillment ?? null;
  const fulfillment = ship(ctx, chosen, choice ? trackingOf(choice) : [], originOf(choice?.originAddress), choice?.locationId ?? chosen[0]?.order.locationId ?? "");
  if (choice?.shipmentStatus) recordEvent(ctx, fulfillment, { status: choice.shipmentStatus, happenedAt: order.processedAt });
}

function trackingOf(choice: FulfillmentChoice): TrackingInfo[] {
  const numbers = choice.trackingNumbers ?? (choice.trackingNumber ? [choice.trackingNumber] : []);
  return numbers.map((number) => ({ __typename: "FulfillmentTrackingInfo", company: choice.trackingCompany ?? null, number, url: null }));
}
