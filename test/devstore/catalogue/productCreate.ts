import type { Ctx, FieldMap } from "../kernel/context.ts";
import { idOf, newId } from "../kernel/ids.ts";
import { modelledOnly } from "../kernel/modelledOnly.ts";
import { refuse } from "../kernel/refused.ts";
import type { Shop } from "../shop.ts";
import { joinCollections, leaveCollections } from "./collection.ts";
import { addMedia, type MediaInput } from "./file.ts";
import { checkMetafields, setMetafields, type MetafieldInput } from "./metafield.ts";
import { addVariant, DEFAULT_OPTION, DEFAULT_VALUE, freeHandle, removeVariant, type OptionRecord, type ProductRecord } from "./product.ts";
import { sortedTags } from "./tags.ts";

export type OptionInput = { linkedMetafield?: unknown; name?: string | null; position?: number | null; values?: { name?: string | null }[] | null };
type ProductInput = {
  id?: string | null; title?: string | null; handle?: string | null; status?: ProductRecord["status"] | null; vendor?: string | null; productType?: string | null;
  descriptionHtml?: string | null; tags?: string[] | null; giftCard?: boolean | null; requiresSellingPlan?: boolean | null; templateSuffix?: string | null;
  seo?: { title?: string | null; description?: string | null } | null; productOptions?: OptionInput[] | null; metafields?: MetafieldInput[] | null;
  collectionsToJoin?: string[] | null; collectionsToLeave?: string[] | null;
};
type ProductArgs = { product?: ProductInput | null; input?: ProductInput | null; identifier?: { id?: string | null; handle?: string | null } | null; media?: MediaInput[] | null };

const PLAYED = [
  "id", "title", "handle", "status", "vendor", "productType", "descriptionHtml", "tags", "giftCard", "requiresSellingPlan", "templateSuffix", "seo", "productOptions",
  "metafields", "collectionsToJoin", "collectionsToLeave",
];
const LONGEST_TITLE = 255;

export const productMutations: FieldMap = {
  Mutation: {
    productCreate: (args: ProductArgs, ctx: Ctx) => ({ product: createProduct(ctx, args.product ?? args.input ?? {}, args.media ?? []), shop: ctx.shop }),
    productUpdate: (args: ProductArgs, ctx: Ctx) => ({ product: updateProduct(ctx, args) }),
    productDelete: (args: { input: { id: string } }, ctx: Ctx) => {
      const id = idOf(args.input.id, "Product");
      const product = ctx.shop.products.get(id) ?? refuse(["id"], "Product does not exist");
      removeProduct(ctx.shop, product);
      ctx.emit("products/delete", id);
      return { deletedProductId: id, productDeleteOperation: null, shop: ctx.shop };
    },
    productOptionsCreate: (args: { productId: string; options: OptionInput[]; variantStrategy?: string | null }, ctx: Ctx) => ({ product: addOptions(ctx, args) }),
  },
};

/** A handle that was asked for must be free; one made from a title makes itself so. */
function handleFor(shop: Shop, wanted: string | null | undefined, title: string, except: ProductRecord | null): string {
  const others = [...shop.products.values()].filter((p) => p !== except);
  if (wanted == null || wanted === "") return freeHandle(others, title);
  if (others.some((p) => p.handle === wanted)) refuse(["input", "handle"], `Handle '${wanted}' already in use. Please provide a new handle.`);
  return freeHandle(others, wanted);
}

function checkTitle(title: string | null | undefined): string {
  if (title == null || title.trim() === "") return refuse(["title"], "Title can't be blank");
  return title.length > LONGEST_TITLE ? refuse(["title"], `Title is too long (maximum is ${LONGEST_TITLE} characters)`) : title;
}

/** One product with one variant of the first value of each option, or the default one (recorded: product-create-options). */
function createProduct(ctx: Ctx, input: ProductInput, media: readonly MediaInput[]): ProductRecord {
  const { shop } = ctx;
  modelledOnly(input, "ProductCreateInput", PLAYED);
  const title = checkTitle(input.title);
  checkMetafields(ctx, "Product", null, input.metafields, ["metafields"]);
  const now = ctx.now();
  const product: ProductRecord = {
    __typename: "Product", id: newId(shop, "Product"), title, handle: handleFor(shop, input.handle, title, null), status: input.status ?? "ACTIVE",
    vendor: input.vendor ?? shop.name, productType: input.productType ?? "", descriptionHtml: input.descriptionHtml ?? "", tags: sortedTags(input.tags ?? []),
    isGiftCard: input.giftCard ?? false, requiresSellingPlan: input.requiresSellingPlan ?? false, templateSuffix: input.templateSuffix ?? null,
    seo: { title: input.seo?.title ?? null, description: input.seo?.description ?? null }, options: [], variantIds: [], mediaIds: [],
    createdAt: now, updatedAt: now, publishedAt: null,
  };
  const options = input.productOptions?.length ? input.productOptions : [{ name: DEFAULT_OPTION, values: [{ name: DEFAULT_VALUE }] }];
  product.options = options.map((option, i) => newOption(shop, product.id, option, i + 1));
  shop.products.set(product.id, product);
  addVariant(shop, product, { values: product.options.map((o) => o.values[0]?.name ?? "") }, now);
  if (input.metafields) setMetafields(ctx, product.id, input.metafields, ["metafields"]);
  joinCollections(shop, product.id, input.collectionsToJoin ?? []);
  product.mediaIds.push(...addMedia(ctx, media));
  ctx.emit("products/create", product.id);
  return product;
}

/** An option with its values; both must have names. */
function newOption(shop: Shop, productId: string, input: OptionInput, position: number): OptionRecord {
  modelledOnly(input, "OptionCreateInput", ["name", "position", "values"]);
  if (!input.name) return refuse(["options", String(position - 1), "name"], "Name can't be blank");
  const names = (input.values ?? []).flatMap((v) => v.name ?? []);
  if (names.length === 0) return refuse(["options", String(position - 1), "values"], `Option values for ${input.name} can't be blank`);
  const id = newId(shop, "ProductOption");
  return { __typename: "ProductOption", id, productId, name: input.name, position, values: names.map((name) => ({ id: newId(shop, "ProductOptionValue"), name })) };
}

function findProduct(shop: Shop, args: ProductArgs): ProductRecord {
  const id = args.product?.id ?? args.input?.id ?? args.identifier?.id;
  const handle = args.identifier?.handle;
  const found = id != null ? shop.products.get(idOf(id, "Product")) : [...shop.products.values()].find((p) => p.handle === handle);
  return found ?? refuse(["id"], "Product does not exist");
}

function updateProduct(ctx: Ctx, args: ProductArgs): ProductRecord {
  const { shop } = ctx;
  const product = findProduct(shop, args);
  const input = args.product ?? args.input ?? {};
  modelledOnly(input, "ProductUpdateInput", PLAYED);
  checkMetafields(ctx, "Product", product.id, input.metafields, ["metafields"]);
  const handle = input.handle ? handleFor(shop, input.handle, product.title, product) : product.handle;
  if (input.title !== undefined) product.title = checkTitle(input.title);
  product.handle = handle;
  for (const key of ["vendor", "productType", "descriptionHtml", "status", "templateSuffix", "requiresSellingPlan"] as const) {
    const value = input[key];
    if (value != null) Object.assign(product, { [key]: value });
  }
  if (input.tags) product.tags = sortedTags(input.tags);
  if (input.seo) product.seo = { title: input.seo.title ?? product.seo.title, description: input.seo.description ?? product.seo.description };
  if (input.metafields) setMetafields(ctx, product.id, input.metafields, ["metafields"]);
  joinCollections(shop, product.id, input.collectionsToJoin ?? []);
  leaveCollections(shop, product.id, input.collectionsToLeave ?? []);
  product.mediaIds.push(...addMedia(ctx, args.media ?? []));
  product.updatedAt = ctx.now();
  ctx.emit("products/update", product.id);
  return product;
}

/** Deletes a product with everything that is its own. */
function removeProduct(shop: Shop, product: ProductRecord): void {
  for (const id of [...product.variantIds]) removeVariant(shop, product, id);
  leaveCollections(shop, product.id, [...shop.collections.keys()]);
  shop.metafields.delete(product.id);
  shop.products.delete(product.id);
}

/** Adds options; existing variants take the first value of each; with CREATE every combination becomes a variant. */
function addOptions(ctx: Ctx, args: { productId: string; options: OptionInput[]; variantStrategy?: string | null }): ProductRecord {
  const { shop } = ctx;
  const product = shop.products.get(idOf(args.productId, "Product")) ?? refuse(["productId"], "Product does not exist", "PRODUCT_DOES_NOT_EXIST");
  const fresh = product.options.length === 1 && product.options[0]?.name === DEFAULT_OPTION;
  const kept = fresh ? [] : product.options;
  const added = args.options.map((option, i) => newOption(shop, product.id, option, kept.length + i + 1));
  product.options = [...kept, ...added];
  for (const id of product.variantIds) {
    const variant = shop.variants.get(id);
    if (variant) variant.values = [...(fresh ? [] : variant.values), ...added.map((o) => o.values[0]?.name ?? "")];
  }
  if (args.variantStrategy === "CREATE") addCombinations(ctx, product);
  product.updatedAt = ctx.now();
  return product;
}

function addCombinations(ctx: Ctx, product: ProductRecord): void {
  const all = product.options.reduce<string[][]>((rows, option) => rows.flatMap((row) => option.values.map((v) => [...row, v.name])), [[]]);
  const first = ctx.shop.variants.get(product.variantIds[0] ?? "");
  const have = new Set(product.variantIds.map((id) => JSON.stringify(ctx.shop.variants.get(id)?.values)));
  for (const values of all) if (!have.has(JSON.stringify(values))) addVariant(ctx.shop, product, { values, price: first?.price ?? 0 }, ctx.now());
}
