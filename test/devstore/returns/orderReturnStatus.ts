import type { Shop } from "../shop.ts";
import { returnsOf, reverseOrdersOf } from "../orders/lookup.ts";
import type { OrderRecord } from "../orders/order.ts";
import type { ReturnRecord } from "./return.ts";

/**
 * `order.returnStatus`: the most urgent of its returns (recorded: order-return-status). INSPECTION_COMPLETE when every
 * unit of every open return has a disposition (schema: OrderReturnStatus; assumed in its place in the sequence).
 */
export function returnStatusOf(shop: Shop, order: OrderRecord): string {
  const returns = returnsOf(shop, order);
  const has = (status: ReturnRecord["status"]): boolean => returns.some((r) => r.status === status);
  if (has("REQUESTED")) return "RETURN_REQUESTED";
  if (has("OPEN")) return returns.filter((r) => r.status === "OPEN").every((r) => inspected(shop, r)) ? "INSPECTION_COMPLETE" : "IN_PROGRESS";
  return has("CLOSED") ? "RETURNED" : "NO_RETURN";
}

/** Whether all units that were to come back have been disposed of. */
export function inspected(shop: Shop, ret: ReturnRecord): boolean {
  const lines = reverseOrdersOf(shop, ret).flatMap((o) => o.lines);
  return lines.length > 0 && lines.every((l) => l.dispositions.reduce((n, d) => n + d.quantity, 0) >= l.totalQuantity);
}
