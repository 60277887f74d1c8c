/** Orders by name, e-mail or the words Shopify's own search takes, the latest first. */
import type { OrdersFoundQuery } from "../types/admin.generated.ts";
import type { Admin } from "./admin.ts";
import { ordersFound } from "./documents/findOrders.ts";

export type FoundOrder = OrdersFoundQuery["orders"]["nodes"][number];
export type FoundOrders = Readonly<{ orders: readonly FoundOrder[]; before: string | null; after: string | null }>;
export type OrderSearch = Readonly<{ query: string; first: number; after?: string | null; before?: string | null }>;

/** A page of orders; `before` and `after` are cursors, null where there is no further page on that side. */
export async function findOrders(admin: Admin, { query, first, after = null, before = null }: OrderSearch): Promise<FoundOrders> {
  const size = before ? { first: null, last: first } : { first, last: null };
  const { orders: { nodes, pageInfo } } = await admin.run(ordersFound, { query: query || null, ...size, after: before ? null : after, before });
  return { orders: nodes, before: pageInfo.hasPreviousPage ? (pageInfo.startCursor ?? null) : null, after: pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null };
}
