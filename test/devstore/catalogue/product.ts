import type { Minor } from "../kernel/money.ts";
import { newId } from "../kernel/ids.ts";
import type { Shop } from "../shop.ts";
import { addInventoryItem, removeInventoryItem } from "./inventory.ts";

export type OptionValueRecord = { id: string; name: string };
export type OptionRecord = { __typename: "ProductOption"; id: string; productId: string; name: string; position: number; values: OptionValueRecord[] };

export type ProductRecord = {
  __typename: "Product";
  id: string;
  title: string;
  handle: string;
  status: "ACTIVE" | "ARCHIVED" | "DRAFT" | "UNLISTED";
  vendor: string;
  productType: string;
  descriptionHtml: string;
  tags: string[];
  isGiftCard: boolean;
  requiresSellingPlan: boolean;
  templateSuffix: string | null;
  seo: { title: string | null; description: string | null };
  options: OptionRecord[];
  /** In their order on the product. */
  variantIds: string[];
  mediaIds: string[];
  createdAt: string;
  updatedAt: string;
  publishedAt: string | null;
};

export type VariantRecord = {
  __typename: "ProductVariant";
  id: string;
  productId: string;
  /** One name per option of the product, in the options' order. */
  values: string[];
  /** Minor units of the shop's currency. */
  price: Minor;
  compareAtPrice: Minor | null;
  sku: string | null;
  barcode: string | null;
  taxable: boolean;
  inventoryPolicy: "DENY" | "CONTINUE";
  inventoryItemId: string;
  mediaIds: string[];
  createdAt: string;
  updatedAt: string;
};

export const DEFAULT_OPTION = "Title";
export const DEFAULT_VALUE = "Default Title";

/** True when the product has nothing but the variant that every product starts with. */
export function hasOnlyDefaultVariant(shop: Shop, product: ProductRecord): boolean {
  const only = product.variantIds.length === 1 ? shop.variants.get(product.variantIds[0] ?? "") : undefined;
  return only !== undefined && product.options.length === 1 && product.options[0]?.name === DEFAULT_OPTION && only.values[0] === DEFAULT_VALUE;
}

export const variantsOf = (shop: Shop, product: ProductRecord): VariantRecord[] => product.variantIds.flatMap((id) => shop.variants.get(id) ?? []);

/** "Red / Small": the values in the options' order (recorded). */
export const variantTitle = (variant: VariantRecord): string => variant.values.join(" / ");

export type NewVariant = Partial<Pick<VariantRecord, "price" | "compareAtPrice" | "sku" | "barcode" | "taxable" | "inventoryPolicy">> & { values: string[] };

/** Adds a variant with its inventory item at the end of the product. */
export function addVariant(shop: Shop, product: ProductRecord, given: NewVariant, now: string): VariantRecord {
  const id = newId(shop, "ProductVariant");
  const item = addInventoryItem(shop, id, now);
  const variant: VariantRecord = {
    __typename: "ProductVariant", id, productId: product.id, values: given.values, price: given.price ?? 0, compareAtPrice: given.compareAtPrice ?? null,
    sku: given.sku ?? null, barcode: given.barcode ?? null, taxable: given.taxable ?? true, inventoryPolicy: given.inventoryPolicy ?? "DENY",
    inventoryItemId: item.id, mediaIds: [], createdAt: now, updatedAt: now,
  };
  shop.variants.set(id, variant);
  product.variantIds.push(id);
  return variant;
}

/** Removes a variant, its inventory and its metafields. */
export function removeVariant(shop: Shop, product: ProductRecord, id: string): void {
  const variant = shop.variants.get(id);
  if (variant) removeInventoryItem(shop, variant.inventoryItemId);
  shop.variants.delete(id);
  shop.metafields.delete(id);
  product.variantIds = product.variantIds.filter((other) => other !== id);
}

/** A handle from a title that no other record of the table has: "red-shoe", "red-shoe-1". */
export function freeHandle(taken: Iterable<{ handle: string }>, title: string): string {
  const base = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "product";
  const used = new Set([...taken].map((r) => r.handle));
  let handle = base;
  for (let n = 1; used.has(handle); n += 1) handle = `${base}-${n}`;
  return handle;
}
