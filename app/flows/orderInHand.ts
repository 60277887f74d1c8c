/** An order with the shop's settings and the policy in force on the day it was placed: what every decision starts from. */
import { dayIn } from "../../policy/dates.ts";
import type { App } from "../app.server.ts";
import type { ShopFacts } from "../shopify/claim.ts";
import { readOrder, type OrderRead } from "../shopify/order.ts";
import { saidDeliveries } from "../store/coverage.ts";
import { policyOn, type PublishedPolicy } from "../store/policyVersions.ts";
import { registeredUnits } from "../store/registrations.ts";
import { shopOf, type ShopRow } from "../store/shops.ts";
import { shopFacts } from "./shopFacts.ts";

export type OrderInHand = Readonly<{ order: OrderRead; row: ShopRow; policy: PublishedPolicy; facts: ShopFacts }>;
export type NotFound = Readonly<{ notFound: "order" | "line" | "policy" | "return" }>;

/** Reads the order; not found where the shop has none by the id, or had no policy when it was placed. */
export async function orderInHand(app: App, shop: string, orderId: string): Promise<OrderInHand | NotFound> {
  const row = await shopOf(app.db.prisma, shop);
  const order = await readOrder(app.adminFor(shop), orderId);
  if (!order) return { notFound: "order" };
  const policy = await policyOn(app.db.prisma, shop, dayIn(order.processedAt, order.shippingAddress?.timeZone ?? row.zone));
  if (!policy) return { notFound: "policy" };
  return { order, row, policy, facts: { ...shopFacts(row, policy), said: await saidDeliveries(app.db.prisma, shop, [orderId]), registered: await registeredUnits(app.db.prisma, shop, [orderId]) } };
}
