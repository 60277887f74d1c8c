/** An order changed: what each line is entitled to today is worked out again, stored, and written back to the order. */
import type { App } from "../app.server.ts";
import { shopOf } from "../store/shops.ts";
import { coverOrders, orderToCover } from "./coverOrders.ts";

export { shopFacts } from "./shopFacts.ts";

export type RefreshedCoverage = "refreshed" | "no_policy" | "no_order";

/** Refreshes one order of a shop. `orderId` is a gid; "no_order" also where it has too many lines to be read. Throws where Shopify refuses what is written back. */
export async function refreshCoverage(app: App, { shop, orderId }: { shop: string; orderId: string }): Promise<RefreshedCoverage> {
  const row = await shopOf(app.db.prisma, shop);
  const order = await orderToCover(app, row, orderId);
  if (!order) return "no_order";
  const { covered, refused } = await coverOrders(app, row, [order]);
  if (refused.length) throw new Error(`Shopify refused the coverage of ${order.name}: ${refused.map((refusal) => refusal.message).join("; ")}`);
  return covered ? "refreshed" : "no_policy";
}
