/** Variants that could go out for an order line, with what is in stock of each. Prices are in the shop's currency. */
import type { VariantsFoundQuery, VariantsOfLineQuery } from "../types/admin.generated.ts";
import type { Admin } from "./admin.ts";
import { variantsFound, variantsOfLine } from "./documents/exchange.ts";
import type { MappedLine } from "./itemMapping.ts";

type ProductRead = VariantsFoundQuery["products"]["nodes"][number];
type Bought = Exclude<NonNullable<VariantsOfLineQuery["node"]>, Record<PropertyKey, never>>;

/** `available`: units that may be sold; `inStock` also where nobody counts them or more may be sold than there are. */
export type VariantOffered = Readonly<{
  variantId: string; productId: string; title: string; sku: string | null; price: string; available: number; inStock: boolean; isSame: boolean; ofSameProduct: boolean; mapped: MappedLine;
}>;

function offered(product: ProductRead, bought: Bought | null): VariantOffered[] {
  const { id, title, vendor, productType, tags, metafields } = product, ofSameProduct = bought?.product?.id === id;
  return product.variants.nodes.map((variant) => ({
    variantId: variant.id, productId: id, title: variant.title === "Default Title" ? title : variant.displayName, sku: variant.sku, price: variant.price, available: variant.inventoryQuantity ?? 0,
    inStock: variant.availableForSale, isSame: bought?.variant?.id === variant.id, ofSameProduct,
    mapped: { title, sku: variant.sku, vendor, productType, tags, price: variant.price, isPartOfKit: false, metafields: metafields.nodes },
  }));
}

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, " ")}"`;

/**
 * The variants of the line's product, and with `others` those of further active products: what the words find, or all of the
 * same product type. Empty where the product is gone and nothing else is asked for.
 */
export async function exchangeVariants(admin: Admin, { lineId, others }: Readonly<{ lineId: string; others?: "same_type" | Readonly<{ words: string }> }>): Promise<readonly VariantOffered[]> {
  const { node } = await admin.run(variantsOfLine, { lineId });
  const bought = node && "variant" in node ? (node as Bought) : null, own = bought?.product ? offered(bought.product, bought) : [];
  const type = bought?.product?.productType, words = typeof others === "object" ? others.words.trim() : "";
  const query = words ? `${quoted(words)} status:active` : others && type ? `product_type:${quoted(type)} status:active` : null;
  if (!query) return own;
  const { products } = await admin.run(variantsFound, { query });
  return [...own, ...products.nodes.filter(({ id }) => id !== bought?.product?.id).flatMap((product) => offered(product, bought))];
}
