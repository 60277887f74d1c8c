/** Products as a mapping's rules see them, for trying the rules out. */
import type { Admin } from "./admin.ts";
import { productsToMap } from "./documents/findOrders.ts";
import type { MappedLine } from "./itemMapping.ts";

export type ProductToMap = MappedLine & Readonly<{ id: string }>;

/** Up to 60 products that a search finds, by their first variant. */
export async function findProducts(admin: Admin, query: string): Promise<ProductToMap[]> {
  const { products } = await admin.run(productsToMap, { query: query || null });
  return products.nodes.map(({ id, title, vendor, productType, tags, metafields, variants }) => ({
    id, title, vendor, productType, tags, sku: variants.nodes[0]?.sku ?? null, price: variants.nodes[0]?.price ?? "0", isPartOfKit: false, metafields: metafields.nodes,
  }));
}
