/** Many orders: counted, listed page by page, and asked for in bulk. Nothing is decided here. */
import type { Admin } from "./admin.ts";
import { bulkOperation, countOrders, orderIds, ordersInBulk, runBulkQuery } from "./documents/orderPages.ts";
import { refusalsOf, type Refusal } from "./refusals.ts";

/** Shopify's search for orders changed since a moment; undefined for all. */
const changedSince = (since: Date | null): string | null => (since ? `updated_at:>='${since.toISOString()}'` : null);

/** How many orders changed since a moment, exact up to `limit`. */
export async function countChanged(admin: Admin, since: Date | null, limit: number): Promise<number> {
  const { ordersCount } = await admin.run(countOrders, { query: changedSince(since), limit });
  return ordersCount?.count ?? 0;
}

/** A page of order ids, in the order of their making, so that no change moves one to another page; `next` is null on the last. */
export async function pageOfOrders(admin: Admin, since: Date | null, after: string | null, size: number): Promise<Readonly<{ ids: readonly string[]; next: string | null }>> {
  const { orders } = await admin.run(orderIds, { query: changedSince(since), after, first: size });
  return { ids: orders.nodes.map((order) => order.id), next: orders.pageInfo.hasNextPage ? orders.pageInfo.endCursor : null };
}

/** Asks for all orders in bulk. Bulk queries take no variables, so the search is written into the text. */
export async function askForOrders(admin: Admin, since: Date | null): Promise<Readonly<{ operationId: string } | { refused: readonly Refusal[] }>> {
  const search = changedSince(since);
  const query = search ? ordersInBulk.replace("orders {", `orders(query: ${JSON.stringify(search)}) {`) : ordersInBulk;
  const { bulkOperationRunQuery: answer } = await admin.run(runBulkQuery, { query });
  const operationId = answer?.bulkOperation?.id;
  return operationId ? { operationId } : { refused: refusalsOf(answer) };
}

/** How a bulk operation stands: under way, at its end with a file (none where nothing was found), or without a result. */
export type BulkState = Readonly<{ at: "under_way"; found: number } | { at: "ready"; found: number; url: string | null } | { at: "failed"; why: string }>;

export async function bulkStateOf(admin: Admin, operationId: string): Promise<BulkState> {
  const { bulkOperation: operation } = await admin.run(bulkOperation, { id: operationId });
  if (!operation) return { at: "failed", why: "Shopify does not know the bulk operation any more" };
  const found = Number(operation.rootObjectCount);
  if (operation.status === "COMPLETED") return { at: "ready", found, url: operation.url };
  if (["CREATED", "RUNNING"].includes(operation.status)) return { at: "under_way", found };
  return { at: "failed", why: `the bulk operation ended as ${operation.status}${operation.errorCode ? ` (${operation.errorCode})` : ""}` };
}
