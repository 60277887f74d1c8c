import { DEFAULT_VALUE, variantTitle, type ProductRecord, type VariantRecord } from "../catalogue/product.ts";
import type { Minor } from "../kernel/money.ts";
import type { Shop } from "../shop.ts";
import type { LineItemRecord } from "./order.ts";

/** What an order copies of a variant when it is sold; the price in minor units of the shop's currency. */
export type SoldVariant = {
  id: string;
  productId: string;
  title: string;
  /** Null for the variant that a product without options has. */
  variantTitle: string | null;
  sku: string | null;
  vendor: string | null;
  price: Minor;
  taxable: boolean;
  requiresShipping: boolean;
  grams: number;
};

const GRAMS: Record<string, number> = { GRAMS: 1, KILOGRAMS: 1000, OUNCES: 28.349523125, POUNDS: 453.59237 };

/** A weight in whole grams. */
export const inGrams = (weight: { value: number; unit: string } | null | undefined): number => (weight ? Math.round(weight.value * (GRAMS[weight.unit] ?? 1)) : 0);

/** The variant as it is sold now; null when the shop has none of that id. */
export function soldVariant(shop: Shop, id: string): SoldVariant | null {
  const variant = shop.variants.get(id);
  const product = variant && shop.products.get(variant.productId);
  if (!variant || !product) return null;
  const item = shop.inventoryItems.get(variant.inventoryItemId);
  const title = variantTitle(variant);
  return {
    id, productId: product.id, title: product.title, variantTitle: title === DEFAULT_VALUE ? null : title, sku: variant.sku, vendor: product.vendor || null,
    price: variant.price, taxable: variant.taxable, requiresShipping: item?.requiresShipping ?? true, grams: inGrams(item?.weight),
  };
}

export const variantOfLine = (shop: Shop, line: LineItemRecord): VariantRecord | null => shop.variants.get(line.variantId ?? "") ?? null;
export const productOfLine = (shop: Shop, line: LineItemRecord): ProductRecord | null => shop.products.get(line.productId ?? "") ?? null;
