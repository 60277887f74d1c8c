import { patient, type BatchOptions, type Send } from "./adminCall.ts";
import { EXISTING_QUERIES } from "./steps.ts";

/** What a shop has already: variants by SKU, customers by e-mail address, orders by the seed's key. */
export type Existing = { readonly variants: ReadonlyMap<string, string>; readonly customers: ReadonlyMap<string, string>; readonly orders: ReadonlySet<string> };

type Page<T> = { nodes: T[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };

async function all<T>(send: Send, query: string, batch: BatchOptions): Promise<T[]> {
  const found: T[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { page } = (await patient(send, query, { after }, batch)) as { page: Page<T> };
    found.push(...page.nodes);
    after = page.pageInfo.endCursor;
    more = page.pageInfo.hasNextPage;
  }
  return found;
}

/** Reads what an earlier run may have made. */
export async function readExisting(send: Send, batch: BatchOptions): Promise<Existing> {
  const variants = await all<{ id: string; sku: string | null }>(send, EXISTING_QUERIES.variants, batch);
  const customers = await all<{ id: string; email: string | null }>(send, EXISTING_QUERIES.customers, batch);
  const orders = await all<{ customAttributes: { key: string; value: string | null }[] }>(send, EXISTING_QUERIES.orders, batch);
  return {
    variants: new Map(variants.flatMap((v) => (v.sku ? [[v.sku, v.id] as const] : []))),
    customers: new Map(customers.flatMap((c) => (c.email ? [[c.email, c.id] as const] : []))),
    orders: new Set(orders.flatMap((o) => o.customAttributes.filter((a) => a.key === "seed").map((a) => a.value ?? ""))),
  };
}
