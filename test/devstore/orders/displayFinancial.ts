import type { Shop } from "../shop.ts";
import type { OrderRecord } from "./order.ts";
import { financialStatus } from "./payments.ts";
import { standingOf, type Standing } from "./standing.ts";

/** `displayFinancialStatus` of an order. */
export function displayFinancialStatus(shop: Shop, order: OrderRecord, standing: Standing = standingOf(shop, order)): string | null {
  return financialStatus(order.statedFinancialStatus, standing.payments, standing.totals.total);
}
