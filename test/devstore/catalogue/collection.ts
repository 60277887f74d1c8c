import type { Ctx, FieldMap, NodeMap } from "../kernel/context.ts";
import { connection, type ConnectionArgs } from "../kernel/connection.ts";
import { countOf } from "../kernel/count.ts";
import { idOf, newId, newUuidId, tailOf } from "../kernel/ids.ts";
import { modelledOnly } from "../kernel/modelledOnly.ts";
import { refuse } from "../kernel/refused.ts";
import { matcher, type SearchFields } from "../kernel/search.ts";
import { sortedBy } from "../kernel/sort.ts";
import type { Shop } from "../shop.ts";
import { checkMetafields, setMetafields, type MetafieldInput } from "./metafield.ts";
import { plainText } from "./plainText.ts";
import { freeHandle, type ProductRecord } from "./product.ts";

/** A manual collection: what is in it was put there. Smart ones are not modelled. */
export type CollectionRecord = {
  __typename: "Collection";
  id: string;
  title: string;
  handle: string;
  descriptionHtml: string;
  sortOrder: string;
  templateSuffix: string | null;
  seo: { title: string | null; description: string | null };
  productIds: string[];
  publishedAt: string | null;
  updatedAt: string;
};

export const collectionsOf = (shop: Shop, productId: string): CollectionRecord[] => [...shop.collections.values()].filter((c) => c.productIds.includes(productId));

/** Puts a product into collections; unknown ones are left out. */
export function joinCollections(shop: Shop, productId: string, ids: readonly string[]): void {
  for (const collection of ids.flatMap((id) => shop.collections.get(id) ?? [])) {
    if (!collection.productIds.includes(productId)) collection.productIds.push(productId);
  }
}

export function leaveCollections(shop: Shop, productId: string, ids: readonly string[]): void {
  for (const collection of ids.flatMap((id) => shop.collections.get(id) ?? [])) collection.productIds = collection.productIds.filter((other) => other !== productId);
}

type CollectionInput = {
  id?: string | null; title?: string | null; handle?: string | null; descriptionHtml?: string | null; sortOrder?: string | null; templateSuffix?: string | null;
  seo?: { title?: string | null; description?: string | null } | null; products?: string[] | null; metafields?: MetafieldInput[] | null;
};
type InputArgs = { collection?: CollectionInput | null; input?: CollectionInput | null };
type ListArgs = ConnectionArgs & { query?: string | null; sortKey?: string | null };
type MoveArgs = { id: string; productIds: string[] };

const SEARCH: SearchFields<CollectionRecord> = {
  of: "collections",
  bare: ["title"],
  fields: {
    id: { kind: "id", read: (c) => c.id },
    title: { kind: "word", read: (c) => c.title },
    handle: { kind: "exact", read: (c) => c.handle },
    updated_at: { kind: "time", read: (c) => c.updatedAt },
    product_id: { kind: "id", read: (c) => c.productIds },
  },
};

const KEYS: Record<string, (c: CollectionRecord) => string | number> = { TITLE: (c) => c.title.toLowerCase(), UPDATED_AT: (c) => c.updatedAt, ID: (c) => Number(tailOf(c.id)) };

/** Products of a collection are in the order they were put there; what sells best is not played. */
const PRODUCT_KEYS: Record<string, ((p: ProductRecord) => string | number) | null> = {
  MANUAL: null, COLLECTION_DEFAULT: null, TITLE: (p) => p.title.toLowerCase(), CREATED: (p) => p.createdAt, ID: (p) => Number(tailOf(p.id)),
};

const found = (ctx: Ctx, query: string | null | undefined): CollectionRecord[] => [...ctx.shop.collections.values()].filter(matcher(SEARCH, query));

export const collectionFields: FieldMap = {
  Query: {
    collection: (args: { id: string }, ctx: Ctx) => ctx.shop.collections.get(idOf(args.id, "Collection")) ?? null,
    collectionByHandle: (args: { handle: string }, ctx: Ctx) => found(ctx, null).find((c) => c.handle === args.handle) ?? null,
    collectionByIdentifier: (args: { identifier: { id?: string | null; handle?: string | null } }, ctx: Ctx) =>
      found(ctx, null).find((c) => c.id === args.identifier.id || c.handle === args.identifier.handle) ?? null,
    collections: (args: ListArgs, ctx: Ctx) => connection(sortedBy(found(ctx, args.query), KEYS, args.sortKey ?? "ID"), args),
    collectionsCount: (args: { query?: string | null; limit?: number | null }, ctx: Ctx) => countOf(found(ctx, args.query).length, args.limit),
  },
  Mutation: {
    collectionCreate: (args: InputArgs, ctx: Ctx) => ({ collection: create(ctx, args.collection ?? args.input ?? {}) }),
    collectionUpdate: (args: InputArgs, ctx: Ctx) => ({ collection: update(ctx, args.collection ?? args.input ?? {}), job: null }),
    collectionDelete: (args: { input: { id: string } }, ctx: Ctx) => {
      const collection = collectionOf(ctx, args.input.id);
      ctx.shop.collections.delete(collection.id);
      ctx.shop.metafields.delete(collection.id);
      ctx.emit("collections/delete", collection.id);
      return { deletedCollectionId: collection.id, shop: ctx.shop };
    },
    collectionAddProducts: (args: MoveArgs, ctx: Ctx) => ({ collection: addProducts(ctx, args) }),
    collectionAddProductsV2: (args: MoveArgs, ctx: Ctx) => {
      addProducts(ctx, args);
      return { job: { __typename: "Job", id: newUuidId("Job"), done: false } };
    },
    collectionRemoveProducts: (args: MoveArgs, ctx: Ctx) => {
      const collection = collectionOf(ctx, args.id);
      for (const id of args.productIds) leaveCollections(ctx.shop, idOf(id, "Product"), [collection.id]);
      return { job: { __typename: "Job", id: newUuidId("Job"), done: false } };
    },
  },
  Collection: {
    legacyResourceId: (c: CollectionRecord) => tailOf(c.id),
    description: (c: CollectionRecord, args: { truncateAt?: number | null }) => plainText(c.descriptionHtml, args.truncateAt),
    products: (c: CollectionRecord, args: ListArgs, ctx: Ctx) => connection(sortedBy(c.productIds.flatMap((id) => ctx.shop.products.get(id) ?? []), PRODUCT_KEYS, args.sortKey ?? "MANUAL"), args),
    productsCount: (c: CollectionRecord) => countOf(c.productIds.length),
    hasProduct: (c: CollectionRecord, args: { id: string }) => c.productIds.includes(args.id),
    ruleSet: () => null,
    image: () => null,
    sources: () => [],
  },
};

const collectionOf = (ctx: Ctx, id: string): CollectionRecord => ctx.shop.collections.get(idOf(id, "Collection")) ?? refuse(["id"], "Collection does not exist");

const PLAYED = ["id", "title", "handle", "descriptionHtml", "sortOrder", "templateSuffix", "seo", "products", "metafields", "redirectNewHandle"];

function create(ctx: Ctx, input: CollectionInput): CollectionRecord {
  modelledOnly(input, "CollectionInput", PLAYED);
  if (!input.title?.trim()) return refuse(["title"], "Title can't be blank");
  checkMetafields(ctx, "Collection", null, input.metafields, ["metafields"]);
  const record: CollectionRecord = {
    __typename: "Collection", id: newId(ctx.shop, "Collection"), title: input.title, handle: freeHandle(ctx.shop.collections.values(), input.handle ?? input.title),
    descriptionHtml: input.descriptionHtml ?? "", sortOrder: input.sortOrder ?? "BEST_SELLING", templateSuffix: input.templateSuffix ?? null,
    seo: { title: input.seo?.title ?? null, description: input.seo?.description ?? null }, productIds: [], publishedAt: null, updatedAt: ctx.now(),
  };
  ctx.shop.collections.set(record.id, record);
  for (const id of input.products ?? []) joinCollections(ctx.shop, idOf(id, "Product"), [record.id]);
  if (input.metafields) setMetafields(ctx, record.id, input.metafields, ["metafields"]);
  ctx.emit("collections/create", record.id);
  return record;
}

function update(ctx: Ctx, input: CollectionInput): CollectionRecord {
  modelledOnly(input, "CollectionInput", PLAYED);
  const record = collectionOf(ctx, input.id ?? "");
  checkMetafields(ctx, "Collection", record.id, input.metafields, ["metafields"]);
  if (input.title !== undefined) record.title = input.title?.trim() ? input.title : refuse(["title"], "Title can't be blank");
  if (input.handle) record.handle = freeHandle(found(ctx, null).filter((c) => c !== record), input.handle);
  if (input.descriptionHtml != null) record.descriptionHtml = input.descriptionHtml;
  if (input.sortOrder) record.sortOrder = input.sortOrder;
  if (input.metafields) setMetafields(ctx, record.id, input.metafields, ["metafields"]);
  record.updatedAt = ctx.now();
  ctx.emit("collections/update", record.id);
  return record;
}

function addProducts(ctx: Ctx, args: MoveArgs): CollectionRecord {
  const collection = collectionOf(ctx, args.id);
  for (const id of args.productIds) if (!ctx.shop.products.has(idOf(id, "Product"))) refuse(["productIds"], "Product does not exist");
  for (const id of args.productIds) joinCollections(ctx.shop, id, [collection.id]);
  return collection;
}

export const collectionNodes: NodeMap = { Collection: (ctx, id) => ctx.shop.collections.get(id) };
