import type { Ctx, FieldMap } from "../kernel/context.ts";
import { idOf, newId } from "../kernel/ids.ts";
import { minorOf } from "../kernel/money.ts";
import { modelledOnly } from "../kernel/modelledOnly.ts";
import { refuse, refuseAll, userError, type UserError } from "../kernel/refused.ts";
import type { Shop } from "../shop.ts";
import { addMedia, type MediaInput } from "./file.ts";
import { stockedAt, moveStock } from "./inventory.ts";
import { applyItemInput, type ItemInput } from "./inventoryFields.ts";
import { checkMetafields, setMetafields, type MetafieldInput } from "./metafield.ts";
import { addVariant, DEFAULT_VALUE, hasOnlyDefaultVariant, removeVariant, type ProductRecord, type VariantRecord } from "./product.ts";

type VariantInput = {
  id?: string | null; barcode?: string | null; compareAtPrice?: string | null; price?: string | null; taxable?: boolean | null;
  inventoryPolicy?: "DENY" | "CONTINUE" | null; inventoryItem?: ItemInput | null; metafields?: MetafieldInput[] | null;
  inventoryQuantities?: { availableQuantity: number; locationId: string }[] | null;
  optionValues?: { id?: string | null; name?: string | null; optionId?: string | null; optionName?: string | null }[] | null;
  mediaId?: string | null;
};
const PLAYED = ["id", "barcode", "compareAtPrice", "price", "taxable", "inventoryPolicy", "inventoryItem", "metafields", "inventoryQuantities", "optionValues", "mediaId"];
type BulkArgs = { productId: string; variants: VariantInput[]; strategy?: string | null; media?: MediaInput[] | null };

export const variantMutations: FieldMap = {
  Mutation: {
    productVariantsBulkCreate: (args: BulkArgs, ctx: Ctx) => {
      const product = productOf(ctx, args.productId);
      const productVariants = createVariants(ctx, product, args);
      return { product, productVariants };
    },
    productVariantsBulkUpdate: (args: BulkArgs, ctx: Ctx) => {
      const product = productOf(ctx, args.productId);
      const productVariants = updateVariants(ctx, product, args);
      return { product, productVariants };
    },
    productVariantsBulkDelete: (args: { productId: string; variantsIds: string[] }, ctx: Ctx) => {
      const product = productOf(ctx, args.productId);
      refuseAll(args.variantsIds.flatMap((id, i) => (product.variantIds.includes(id) ? [] : [userError(["variantsIds", String(i)], "At least one variant does not belong to the product", "AT_LEAST_ONE_VARIANT_DOES_NOT_BELONG_TO_THE_PRODUCT")])));
      for (const id of args.variantsIds) removeVariant(ctx.shop, product, id);
      touch(ctx, product);
      return { product };
    },
  },
};

const productOf = (ctx: Ctx, id: string): ProductRecord =>
  ctx.shop.products.get(idOf(id, "Product")) ?? refuse(["productId"], "Product does not exist", "PRODUCT_DOES_NOT_EXIST");

function touch(ctx: Ctx, product: ProductRecord): void {
  product.updatedAt = ctx.now();
  ctx.emit("products/update", product.id);
}

/** All or none. The standalone variant goes by the strategy (documented: ProductVariantsBulkCreateStrategy). */
function createVariants(ctx: Ctx, product: ProductRecord, args: BulkArgs): VariantRecord[] {
  const { shop } = ctx;
  for (const input of args.variants) modelledOnly(input, "ProductVariantsBulkInput", PLAYED);
  const only = product.variantIds.length === 1 ? product.variantIds[0] : undefined;
  const goes = only !== undefined && (args.strategy === "REMOVE_STANDALONE_VARIANT" || ((args.strategy ?? "DEFAULT") === "DEFAULT" && hasOnlyDefaultVariant(shop, product)));
  const rows = args.variants.map((input, i) => ({ input, values: valuesOf(product, input, i, null) }));
  refuseAll(rows.flatMap((row, i) => [...priceErrors(row.input, i), ...takenErrors(shop, product, row.values, rows.slice(0, i).map((r) => r.values), i, goes ? only : null)]));
  args.variants.forEach((input, i) => checkMetafields(ctx, "ProductVariant", null, input.metafields, ["variants", String(i), "metafields"]));
  const media = addMedia(ctx, args.media ?? []);
  product.mediaIds.push(...media);
  rows.forEach((row) => learnValues(shop, product, row.values));
  const made = rows.map((row) => {
    const variant = addVariant(shop, product, { values: row.values }, ctx.now());
    applyInput(ctx, variant, row.input);
    return variant;
  });
  if (goes && only) removeVariant(shop, product, only);
  if (goes) forgetDefault(product);
  touch(ctx, product);
  return made;
}

function updateVariants(ctx: Ctx, product: ProductRecord, args: BulkArgs): VariantRecord[] {
  for (const input of args.variants) modelledOnly(input, "ProductVariantsBulkInput", PLAYED);
  const rows = args.variants.map((input, i) => {
    if (input.id == null) return refuse(["variants", String(i), "id"], "Product variant is missing ID attribute", "PRODUCT_VARIANT_ID_MISSING");
    const variant = product.variantIds.includes(input.id ?? "") ? ctx.shop.variants.get(input.id ?? "") : undefined;
    if (!variant) return refuse(["variants", String(i), "id"], "Product variant does not exist", "PRODUCT_VARIANT_DOES_NOT_EXIST");
    return { input, variant, values: input.optionValues ? valuesOf(product, input, i, variant) : variant.values };
  });
  refuseAll(rows.flatMap((row, i) => [...priceErrors(row.input, i), ...takenErrors(ctx.shop, product, row.values, [], i, row.variant.id)]));
  rows.forEach((row, i) => checkMetafields(ctx, "ProductVariant", row.variant.id, row.input.metafields, ["variants", String(i), "metafields"]));
  product.mediaIds.push(...addMedia(ctx, args.media ?? []));
  for (const { input, variant, values } of rows) {
    learnValues(ctx.shop, product, values);
    variant.values = values;
    applyInput(ctx, variant, input);
    variant.updatedAt = ctx.now();
  }
  touch(ctx, product);
  return rows.map((row) => row.variant);
}

function priceErrors(input: VariantInput, i: number): UserError[] {
  return input.price != null && Number(input.price) < 0 ? [userError(["variants", String(i), "price"], "Price must be greater than or equal to 0", "GREATER_THAN_OR_EQUAL_TO")] : [];
}

/** The value for each option of the product, by name or id of the option, or the value the variant has. */
function valuesOf(product: ProductRecord, input: VariantInput, i: number, current: VariantRecord | null): string[] {
  const given = input.optionValues ?? [];
  const unknown = given.findIndex((v) => !product.options.some((o) => o.id === v.optionId || o.name === v.optionName));
  if (unknown >= 0) return refuse(["variants", String(i), "optionValues", String(unknown)], "Option does not exist", "INVALID_INPUT");
  return product.options.map((option, place) => {
    const own = given.find((v) => v.optionId === option.id || v.optionName === option.name);
    const name = own?.name ?? option.values.find((v) => v.id === own?.id)?.name ?? current?.values[place];
    if (name != null) return name;
    if (option.values.length === 1 && option.values[0]?.name === DEFAULT_VALUE) return DEFAULT_VALUE;
    return refuse(["variants", String(i)], `You need to add option values for ${option.name}`, "NEED_TO_ADD_OPTION_VALUES");
  });
}

function takenErrors(shop: Shop, product: ProductRecord, values: string[], earlier: string[][], i: number, except: string | null): UserError[] {
  const same = (other: string[] | undefined): boolean => JSON.stringify(other) === JSON.stringify(values);
  const taken = product.variantIds.some((id) => id !== except && same(shop.variants.get(id)?.values)) || earlier.some(same);
  return taken ? [userError(["variants", String(i)], `The variant '${values.join(" / ")}' already exists. Please change at least one option value.`, "VARIANT_ALREADY_EXISTS")] : [];
}

/** New value names become values of their options. */
function learnValues(shop: Shop, product: ProductRecord, values: readonly string[]): void {
  product.options.forEach((option, i) => {
    const name = values[i] ?? "";
    if (!option.values.some((v) => v.name === name)) option.values.push({ id: newId(shop, "ProductOptionValue"), name });
  });
}

function forgetDefault(product: ProductRecord): void {
  for (const option of product.options) if (option.values.length > 1) option.values = option.values.filter((v) => v.name !== DEFAULT_VALUE);
}

function applyInput(ctx: Ctx, variant: VariantRecord, input: VariantInput): void {
  const { shop } = ctx;
  if (input.price != null) variant.price = minorOf(input.price, shop.currency);
  if (input.compareAtPrice !== undefined) variant.compareAtPrice = input.compareAtPrice === null ? null : minorOf(input.compareAtPrice, shop.currency);
  if (input.barcode !== undefined) variant.barcode = input.barcode;
  if (input.taxable != null) variant.taxable = input.taxable;
  if (input.inventoryPolicy) variant.inventoryPolicy = input.inventoryPolicy;
  if (input.mediaId) variant.mediaIds = [input.mediaId];
  const item = shop.inventoryItems.get(variant.inventoryItemId);
  if (input.inventoryItem && item) applyItemInput(ctx, item, input.inventoryItem);
  for (const { availableQuantity, locationId } of input.inventoryQuantities ?? []) {
    const level = stockedAt(shop, variant.inventoryItemId, idOf(locationId, "Location"), ctx.now());
    moveStock(level, "available", availableQuantity - level.quantities.available, ctx.now());
  }
  if (input.metafields) setMetafields(ctx, variant.id, input.metafields, ["metafields"]);
}
