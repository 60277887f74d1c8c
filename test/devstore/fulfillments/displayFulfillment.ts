import type { Shop } from "../shop.ts";
import { fulfillmentOrdersOf, fulfillmentsOf } from "../orders/lookup.ts";
import type { OrderRecord } from "../orders/order.ts";

/**
 * `displayFulfillmentStatus` (recorded: UNFULFILLED, FULFILLED; the rest after the schema's descriptions). What is on
 * hold or scheduled shows only while nothing has been shipped.
 */
export function displayFulfillmentStatus(shop: Shop, order: OrderRecord): string {
  const open = fulfillmentOrdersOf(shop, order).filter((o) => o.status !== "CLOSED" && o.status !== "CANCELLED" && o.lines.some((l) => l.remainingQuantity > 0));
  const shipped = fulfillmentsOf(shop, order).some((f) => f.status === "SUCCESS");
  if (shipped) return open.length > 0 ? "PARTIALLY_FULFILLED" : "FULFILLED";
  if (open.length === 0) return "UNFULFILLED";
  const all = (status: string): boolean => open.every((o) => o.status === status);
  if (all("ON_HOLD")) return "ON_HOLD";
  if (all("SCHEDULED")) return "SCHEDULED";
  return all("IN_PROGRESS") ? "IN_PROGRESS" : "UNFULFILLED";
}
