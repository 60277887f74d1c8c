import type { Ctx } from "../kernel/context.ts";
import { idOf, newId } from "../kernel/ids.ts";
import { refuse } from "../kernel/refused.ts";
import { held } from "../orders/lookup.ts";
import { timeIn } from "../orders/timeIn.ts";
import { touch } from "../orders/touch.ts";
import type { FulfillmentEventRecord, FulfillmentRecord } from "./fulfillment.ts";

export type EventInput = { status: string; happenedAt?: string | null } & Partial<Record<"message" | "estimatedDeliveryAt" | "city" | "province" | "country" | "zip" | "address1", string | null>> & { latitude?: number | null; longitude?: number | null };

/** `fulfillmentEventCreate`. */
export function fulfillmentEventCreate({ fulfillmentEvent: input }: { fulfillmentEvent: EventInput & { fulfillmentId: string } }, ctx: Ctx): { fulfillmentEvent: FulfillmentEventRecord } {
  const fulfillment = ctx.shop.fulfillments.get(idOf(input.fulfillmentId, "Fulfillment"));
  if (!fulfillment) return refuse(["fulfillmentEvent", "fulfillmentId"], "Fulfillment does not exist.");
  return { fulfillmentEvent: recordEvent(ctx, fulfillment, input) };
}

/**
 * Adds an event and what follows from it. IN_TRANSIT and the estimated delivery are recorded (fulfillment-events);
 * that DELIVERED sets `deliveredAt` to the event's `happenedAt` is assumed in the same way. The first of a kind counts.
 */
export function recordEvent(ctx: Ctx, fulfillment: FulfillmentRecord, input: EventInput): FulfillmentEventRecord {
  const now = ctx.now();
  const event = eventOf(ctx, input, now);
  fulfillment.eventRecords.push(event);
  if (event.status === "IN_TRANSIT") fulfillment.inTransitAt ??= event.happenedAt;
  if (event.status === "DELIVERED") fulfillment.deliveredAt ??= event.happenedAt;
  if (event.estimatedDeliveryAt) fulfillment.estimatedDeliveryAt = event.estimatedDeliveryAt;
  fulfillment.updatedAt = now;
  touch(ctx, held(ctx.shop.orders, fulfillment.orderId));
  ctx.emit("fulfillment_events/create", fulfillment.id, { eventId: event.id });
  ctx.emit("fulfillments/update", fulfillment.id);
  return event;
}

function eventOf(ctx: Ctx, input: EventInput, now: string): FulfillmentEventRecord {
  return {
    __typename: "FulfillmentEvent", id: newId(ctx.shop, "FulfillmentEvent"), status: input.status, message: input.message ?? null,
    happenedAt: timeIn(input.happenedAt) ?? now, createdAt: now, estimatedDeliveryAt: timeIn(input.estimatedDeliveryAt),
    city: input.city ?? null, province: input.province ?? null, country: input.country ?? null, zip: input.zip ?? null, address1: input.address1 ?? null,
    latitude: input.latitude ?? null, longitude: input.longitude ?? null,
  };
}

/** Events as they happened; of two at one time the later made is later. */
export const eventsInOrder = (fulfillment: FulfillmentRecord): FulfillmentEventRecord[] =>
  fulfillment.eventRecords.toSorted((a, b) => Date.parse(a.happenedAt) - Date.parse(b.happenedAt));

/** `displayStatus`: that of the last event, CANCELED (one L) when canceled, FULFILLED without events (recorded: fulfillment-events). */
export function displayStatus(fulfillment: FulfillmentRecord): string {
  if (fulfillment.status === "CANCELLED") return "CANCELED";
  return eventsInOrder(fulfillment).at(-1)?.status ?? "FULFILLED";
}
