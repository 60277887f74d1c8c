import type { Merchant, Places } from "./merchant.ts";
import type { ShopPlan } from "./plan.ts";
import { planCustomers } from "./planCustomers.ts";
import { planOrder } from "./planOrder.ts";
import { randomOf } from "./random.ts";
import { briefsOf } from "./scenarios.ts";

export type PlanOptions = {
  readonly seed: number;
  /** The civil date that all dates are relative to, "2026-11-21". */
  readonly today: string;
  readonly orders: number;
  /** The currency the shop counts in; the merchant's own unless a real shop says otherwise. */
  readonly currency?: string;
};

/**
 * What to make in a merchant's shop: customers and orders, oldest first. Pure: the same arguments give the same plan.
 * Throws when the data lacks a country or a rate.
 */
export function planShop(merchant: Merchant, places: Places, options: PlanOptions): ShopPlan {
  const customers = planCustomers(merchant, places, Math.ceil(options.orders / 3), randomOf(options.seed, `${merchant.id}/customers`));
  const context = { merchant, places, customers, seed: options.seed, today: options.today, shopCurrency: options.currency ?? merchant.shop.currency };
  const orders = briefsOf(merchant, options.orders).map((brief, i) => planOrder(brief, i, context));
  return { merchant: merchant.id, customers, orders: orders.sort((a, b) => (a.placedAt === b.placedAt ? (a.key < b.key ? -1 : 1) : a.placedAt < b.placedAt ? -1 : 1)) };
}
