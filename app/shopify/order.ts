/** Reads one order with everything a claim may look at, in one query. */
import type { Admin } from "./admin.ts";
import { orderForClaims } from "./documents/order.ts";
import type { OrderForClaimsQuery } from "../types/admin.generated.ts";

export type OrderRead = NonNullable<OrderForClaimsQuery["order"]>;
export type LineRead = OrderRead["lineItems"]["nodes"][number];

/** The order, or null where the shop has none by this id. Throws for an order of more than 100 lines, which one query cannot read. */
export async function readOrder(admin: Admin, orderId: string): Promise<OrderRead | null> {
  const { order } = await admin.run(orderForClaims, { id: orderId });
  if (order?.lineItems.pageInfo.hasNextPage) throw new Error(`${order.name} has more than 100 lines`);
  return order;
}
