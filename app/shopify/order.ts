/** Reads one order with everything a claim may look at, in one query. */
import { knownZone } from "../../policy/claim.ts";
import { ShopifyAway, type Admin } from "./admin.ts";
import { withoutCharges } from "./charges.ts";
import { orderForClaims } from "./documents/order.ts";
import type { OrderForClaimsQuery } from "../types/admin.generated.ts";

export type OrderRead = NonNullable<OrderForClaimsQuery["order"]>;
export type LineRead = OrderRead["lineItems"]["nodes"][number];

/** As many as the query asks for. */
const MOST_LINES = 100;

/** An order of more than 100 lines, which one query cannot read. */
export class OrderTooLarge extends Error {
  readonly order: Pick<OrderRead, "id" | "name" | "processedAt">;
  constructor(order: OrderRead) {
    super(`${order.name} has more than 100 lines`);
    this.order = order;
  }
}

/** The order without what we charged on it, or null where the shop has none by this id. Throws OrderTooLarge. */
export async function readOrder(admin: Admin, orderId: string): Promise<OrderRead | null> {
  const { order } = await admin.run(orderForClaims, { id: orderId });
  if (order && order.id !== orderId) throw new ShopifyAway(`Shopify answered with another order than ${orderId}`, false);
  // More than was asked for is no answer either: each line is worked out beside all others.
  if (order && (order.lineItems.pageInfo.hasNextPage || order.lineItems.nodes.length > MOST_LINES)) throw new OrderTooLarge(order);
  return order && withKnownZone(withoutCharges(order));
}

/** A zone that no clock knows is as good as none: the shop's own counts then. */
export function withKnownZone<Order extends Pick<OrderRead, "shippingAddress">>(order: Order): Order {
  const zone = order.shippingAddress?.timeZone ?? null;
  return zone === null || knownZone(zone) ? order : { ...order, shippingAddress: { ...order.shippingAddress, timeZone: null } };
}
