/** Reads one order with everything a claim may look at, in one query. */
import type { Admin } from "./admin.ts";
import { withoutCharges } from "./charges.ts";
import { orderForClaims } from "./documents/order.ts";
import type { OrderForClaimsQuery } from "../types/admin.generated.ts";

export type OrderRead = NonNullable<OrderForClaimsQuery["order"]>;
export type LineRead = OrderRead["lineItems"]["nodes"][number];

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
  if (order?.lineItems.pageInfo.hasNextPage) throw new OrderTooLarge(order);
  return order && withoutCharges(order);
}
