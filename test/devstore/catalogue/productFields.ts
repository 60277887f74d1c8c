import type { Ctx, FieldMap, NodeMap } from "../kernel/context.ts";
import { connection, type ConnectionArgs } from "../kernel/connection.ts";
import { idOf, tailOf } from "../kernel/ids.ts";
import { moneyV2, priceText } from "../kernel/money.ts";
import { countOf } from "../kernel/count.ts";
import { matcher, type SearchFields } from "../kernel/search.ts";
import { sortedBy } from "../kernel/sort.ts";
import type { Shop } from "../shop.ts";
import { availableOf } from "./inventory.ts";
import { collectionsOf } from "./collection.ts";
import { plainText } from "./plainText.ts";
import { hasOnlyDefaultVariant, variantsOf, variantTitle, type OptionRecord, type ProductRecord, type VariantRecord } from "./product.ts";

type ListArgs = ConnectionArgs & { query?: string | null; sortKey?: string | null };

export const productSearch = (shop: Shop): SearchFields<ProductRecord> => ({
  of: "products",
  bare: ["title", "vendor", "product_type", "tag", "sku"],
  fields: {
    id: { kind: "id", read: (p) => p.id },
    title: { kind: "word", read: (p) => p.title },
    handle: { kind: "exact", read: (p) => p.handle },
    vendor: { kind: "word", read: (p) => p.vendor },
    product_type: { kind: "word", read: (p) => p.productType },
    status: { kind: "exact", read: (p) => p.status },
    tag: { kind: "exact", read: (p) => p.tags },
    sku: { kind: "exact", read: (p) => variantsOf(shop, p).map((v) => v.sku) },
    barcode: { kind: "exact", read: (p) => variantsOf(shop, p).map((v) => v.barcode) },
    price: { kind: "number", read: (p) => variantsOf(shop, p).map((v) => Number(priceText(v.price, shop.currency))) },
    inventory_total: { kind: "number", read: (p) => totalInventory(shop, p) },
    collection_id: { kind: "id", read: (p) => collectionsOf(shop, p.id).map((c) => c.id) },
    gift_card: { kind: "exact", read: (p) => String(p.isGiftCard) },
    variant_id: { kind: "id", read: (p) => p.variantIds },
    variant_title: { kind: "word", read: (p) => variantsOf(shop, p).map(variantTitle) },
    has_only_default_variant: { kind: "exact", read: (p) => String(hasOnlyDefaultVariant(shop, p)) },
    tracks_inventory: { kind: "exact", read: (p) => String(variantsOf(shop, p).some((v) => shop.inventoryItems.get(v.inventoryItemId)?.tracked)) },
    out_of_stock_somewhere: { kind: "exact", read: (p) => String(variantsOf(shop, p).some((v) => availableOf(shop, v.inventoryItemId) <= 0)) },
    published_status: { kind: "exact", read: (p) => ["any", p.publishedAt === null ? "unpublished" : "published"] },
    created_at: { kind: "time", read: (p) => p.createdAt },
    updated_at: { kind: "time", read: (p) => p.updatedAt },
    published_at: { kind: "time", read: (p) => p.publishedAt },
  },
});

const variantSearch = (shop: Shop): SearchFields<VariantRecord> => ({
  of: "productVariants",
  bare: ["title", "sku", "barcode"],
  fields: {
    id: { kind: "id", read: (v) => v.id },
    title: { kind: "word", read: (v) => `${shop.products.get(v.productId)?.title ?? ""} ${variantTitle(v)}` },
    sku: { kind: "exact", read: (v) => v.sku },
    barcode: { kind: "exact", read: (v) => v.barcode },
    product_id: { kind: "id", read: (v) => v.productId },
    product_ids: { kind: "id", read: (v) => v.productId },
    product_type: { kind: "word", read: (v) => shop.products.get(v.productId)?.productType },
    product_status: { kind: "exact", read: (v) => shop.products.get(v.productId)?.status },
    vendor: { kind: "word", read: (v) => shop.products.get(v.productId)?.vendor },
    tag: { kind: "exact", read: (v) => shop.products.get(v.productId)?.tags ?? [] },
    taxable: { kind: "exact", read: (v) => String(v.taxable) },
    inventory_quantity: { kind: "number", read: (v) => availableOf(shop, v.inventoryItemId) },
    updated_at: { kind: "time", read: (v) => v.updatedAt },
  },
});

const totalInventory = (shop: Shop, product: ProductRecord): number => variantsOf(shop, product).reduce((sum, v) => sum + availableOf(shop, v.inventoryItemId), 0);

const found = (ctx: Ctx, query: string | null | undefined): ProductRecord[] => [...ctx.shop.products.values()].filter(matcher(productSearch(ctx.shop), query));

const productKeys = (shop: Shop): Record<string, (p: ProductRecord) => string | number> => ({
  TITLE: (p) => p.title.toLowerCase(), VENDOR: (p) => p.vendor.toLowerCase(), PRODUCT_TYPE: (p) => p.productType.toLowerCase(),
  CREATED_AT: (p) => p.createdAt, UPDATED_AT: (p) => p.updatedAt, PUBLISHED_AT: (p) => p.publishedAt ?? "", ID: (p) => Number(tailOf(p.id)),
  INVENTORY_TOTAL: (p) => totalInventory(shop, p),
});

const variantKeys = (shop: Shop): Record<string, (v: VariantRecord) => string | number> => ({
  ID: (v) => Number(tailOf(v.id)), SKU: (v) => v.sku ?? "", TITLE: (v) => variantTitle(v).toLowerCase(), NAME: (v) => variantTitle(v).toLowerCase(),
  FULL_TITLE: (v) => `${shop.products.get(v.productId)?.title ?? ""} ${variantTitle(v)}`.toLowerCase(), POSITION: (v) => placeOf(shop, v), INVENTORY_QUANTITY: (v) => availableOf(shop, v.inventoryItemId),
  INVENTORY_POLICY: (v) => v.inventoryPolicy,
});

const placeOf = (shop: Shop, v: VariantRecord): number => (shop.products.get(v.productId)?.variantIds.indexOf(v.id) ?? 0) + 1;

export const productFields: FieldMap = {
  Query: {
    product: (args: { id: string }, ctx: Ctx) => ctx.shop.products.get(idOf(args.id, "Product")) ?? null,
    productByHandle: (args: { handle: string }, ctx: Ctx) => [...ctx.shop.products.values()].find((p) => p.handle === args.handle) ?? null,
    productByIdentifier: (args: { identifier: { id?: string | null; handle?: string | null } }, ctx: Ctx) =>
      [...ctx.shop.products.values()].find((p) => p.id === args.identifier.id || p.handle === args.identifier.handle) ?? null,
    products: (args: ListArgs, ctx: Ctx) => connection(sortedBy(found(ctx, args.query), productKeys(ctx.shop), args.sortKey ?? "ID"), args),
    productsCount: (args: { query?: string | null; limit?: number | null }, ctx: Ctx) => countOf(found(ctx, args.query).length, args.limit),
    productVariant: (args: { id: string }, ctx: Ctx) => ctx.shop.variants.get(idOf(args.id, "ProductVariant")) ?? null,
    productVariants: (args: ListArgs, ctx: Ctx) => connection(sortedBy(foundVariants(ctx, args.query), variantKeys(ctx.shop), args.sortKey ?? "ID"), args),
    productVariantsCount: (args: { query?: string | null; limit?: number | null }, ctx: Ctx) => countOf(foundVariants(ctx, args.query).length, args.limit),
    productTags: (args: ConnectionArgs, ctx: Ctx) => connection([...new Set(found(ctx, null).flatMap((p) => p.tags))].sort(), args),
    productTypes: (args: ConnectionArgs, ctx: Ctx) => connection([...new Set(found(ctx, null).map((p) => p.productType))].sort(), args),
    productVendors: (args: ConnectionArgs, ctx: Ctx) => connection([...new Set(found(ctx, null).map((p) => p.vendor))].sort(), args),
  },
  Product: {
    legacyResourceId: (p: ProductRecord) => tailOf(p.id),
    description: (p: ProductRecord, args: { truncateAt?: number | null }) => plainText(p.descriptionHtml, args.truncateAt),
    bodyHtml: (p: ProductRecord) => p.descriptionHtml,
    options: (p: ProductRecord, args: { first?: number | null }) => p.options.slice(0, args.first ?? undefined),
    variants: (p: ProductRecord, args: ListArgs, ctx: Ctx) => connection(sortedBy(variantsOf(ctx.shop, p), variantKeys(ctx.shop), args.sortKey ?? "POSITION"), args),
    variantsCount: (p: ProductRecord) => countOf(p.variantIds.length),
    totalVariants: (p: ProductRecord) => p.variantIds.length,
    hasOnlyDefaultVariant: (p: ProductRecord, _args: object, ctx: Ctx) => hasOnlyDefaultVariant(ctx.shop, p),
    hasOutOfStockVariants: (p: ProductRecord, _args: object, ctx: Ctx) => variantsOf(ctx.shop, p).some((v) => availableOf(ctx.shop, v.inventoryItemId) <= 0),
    tracksInventory: (p: ProductRecord, _args: object, ctx: Ctx) => variantsOf(ctx.shop, p).some((v) => ctx.shop.inventoryItems.get(v.inventoryItemId)?.tracked),
    totalInventory: (p: ProductRecord, _args: object, ctx: Ctx) => totalInventory(ctx.shop, p),
    collections: (p: ProductRecord, args: ConnectionArgs, ctx: Ctx) => connection(collectionsOf(ctx.shop, p.id), args),
    inCollection: (p: ProductRecord, args: { id: string }, ctx: Ctx) => ctx.shop.collections.get(idOf(args.id, "Collection"))?.productIds.includes(p.id) ?? false,
    priceRangeV2: (p: ProductRecord, _args: object, ctx: Ctx) => priceRange(ctx.shop, p),
    priceRange: (p: ProductRecord, _args: object, ctx: Ctx) => priceRange(ctx.shop, p),
    media: (p: ProductRecord, args: ConnectionArgs, ctx: Ctx) => connection(p.mediaIds.flatMap((id) => ctx.shop.files.get(id) ?? []), args),
    mediaCount: (p: ProductRecord) => countOf(p.mediaIds.length),
    featuredMedia: (p: ProductRecord, _args: object, ctx: Ctx) => ctx.shop.files.get(p.mediaIds[0] ?? "") ?? null,
    featuredImage: (p: ProductRecord, _args: object, ctx: Ctx) => ctx.shop.files.get(p.mediaIds[0] ?? "")?.image ?? null,
    category: () => null,
    giftCardTemplateSuffix: () => null,
    onlineStoreUrl: (p: ProductRecord, _args: object, ctx: Ctx) => (p.status === "ACTIVE" && p.publishedAt !== null ? `https://${ctx.shop.domain}/products/${p.handle}` : null),
    onlineStorePreviewUrl: (p: ProductRecord, _args: object, ctx: Ctx) => `https://${ctx.shop.domain}/products/${p.handle}`,
  },
  ProductOption: {
    values: (o: OptionRecord, _args: object, ctx: Ctx) => o.values.filter((v) => isUsed(ctx.shop, o, v.name)).map((v) => v.name),
    optionValues: (o: OptionRecord, _args: object, ctx: Ctx) =>
      o.values.map((v) => ({ __typename: "ProductOptionValue", ...v, hasVariants: isUsed(ctx.shop, o, v.name), linkedMetafieldValue: null, swatch: null })),
    linkedMetafield: () => null,
  },
  ProductVariant: {
    legacyResourceId: (v: VariantRecord) => tailOf(v.id),
    title: variantTitle,
    displayName: (v: VariantRecord, _args: object, ctx: Ctx) => `${ctx.shop.products.get(v.productId)?.title ?? ""} - ${variantTitle(v)}`,
    product: (v: VariantRecord, _args: object, ctx: Ctx) => ctx.shop.products.get(v.productId),
    price: (v: VariantRecord, _args: object, ctx: Ctx) => priceText(v.price, ctx.shop.currency),
    compareAtPrice: (v: VariantRecord, _args: object, ctx: Ctx) => (v.compareAtPrice === null ? null : priceText(v.compareAtPrice, ctx.shop.currency)),
    selectedOptions: (v: VariantRecord, _args: object, ctx: Ctx) => selectedOptions(ctx.shop, v),
    position: (v: VariantRecord, _args: object, ctx: Ctx) => placeOf(ctx.shop, v),
    inventoryItem: (v: VariantRecord, _args: object, ctx: Ctx) => ctx.shop.inventoryItems.get(v.inventoryItemId),
    inventoryQuantity: (v: VariantRecord, _args: object, ctx: Ctx) => availableOf(ctx.shop, v.inventoryItemId),
    sellableOnlineQuantity: (v: VariantRecord, _args: object, ctx: Ctx) => availableOf(ctx.shop, v.inventoryItemId),
    availableForSale: (v: VariantRecord, _args: object, ctx: Ctx) => isForSale(ctx.shop, v),
    media: (v: VariantRecord, args: ConnectionArgs, ctx: Ctx) => connection(v.mediaIds.flatMap((id) => ctx.shop.files.get(id) ?? []), args),
    image: (v: VariantRecord, _args: object, ctx: Ctx) => ctx.shop.files.get(v.mediaIds[0] ?? "")?.image ?? null,
    taxCode: () => null,
    requiresComponents: () => false,
    unitPrice: () => null,
    unitPriceMeasurement: () => null,
    showUnitPrice: () => false,
  },
};

const foundVariants = (ctx: Ctx, query: string | null | undefined): VariantRecord[] => [...ctx.shop.variants.values()].filter(matcher(variantSearch(ctx.shop), query));

function isUsed(shop: Shop, option: OptionRecord, value: string): boolean {
  const product = shop.products.get(option.productId);
  return product ? variantsOf(shop, product).some((v) => v.values[option.position - 1] === value) : false;
}

/** Name and value of each option of a variant, in the options' order. */
export function selectedOptions(shop: Shop, variant: VariantRecord): { name: string; value: string; optionValue: object | null }[] {
  const options = shop.products.get(variant.productId)?.options ?? [];
  return options.map((option, i) => {
    const value = variant.values[i] ?? "";
    const known = option.values.find((v) => v.name === value);
    return { name: option.name, value, optionValue: known ? { __typename: "ProductOptionValue", ...known, hasVariants: true, linkedMetafieldValue: null, swatch: null } : null };
  });
}

/** Sold on when it is not tracked, may be oversold, or is there. */
function isForSale(shop: Shop, variant: VariantRecord): boolean {
  const item = shop.inventoryItems.get(variant.inventoryItemId);
  return !item?.tracked || variant.inventoryPolicy === "CONTINUE" || availableOf(shop, variant.inventoryItemId) > 0;
}

function priceRange(shop: Shop, product: ProductRecord): object {
  const prices = variantsOf(shop, product).map((v) => v.price);
  return { minVariantPrice: moneyV2(Math.min(...prices), shop.currency), maxVariantPrice: moneyV2(Math.max(...prices), shop.currency) };
}

export const productNodes: NodeMap = {
  Product: (ctx, id) => ctx.shop.products.get(id),
  ProductVariant: (ctx, id) => ctx.shop.variants.get(id),
  ProductOption: (ctx, id) => [...ctx.shop.products.values()].flatMap((p) => p.options).find((o) => o.id === id),
};
