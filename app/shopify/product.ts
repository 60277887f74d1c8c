/** One product as the mapping's rules see it, variant by variant. */
import type { Admin } from "./admin.ts";
import { productById } from "./documents/product.ts";
import type { MappedLine } from "./itemMapping.ts";

export type ProductRead = Readonly<{ id: string; title: string; variants: readonly Readonly<{ title: string; line: MappedLine }>[] }>;

/** The product with up to 100 variants; null where the shop has none by the id. */
export async function readProduct(admin: Admin, id: string): Promise<ProductRead | null> {
  const { product } = await admin.run(productById, { id });
  if (!product) return null;
  const { title, vendor, productType, tags, metafields, variants } = product;
  return { id: product.id, title, variants: variants.nodes.map((variant) => ({ title: variant.title, line: { title, vendor, productType, tags, sku: variant.sku, price: variant.price, isPartOfKit: false, metafields: metafields.nodes } })) };
}
