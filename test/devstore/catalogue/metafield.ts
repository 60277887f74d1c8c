import { createHash } from "node:crypto";
import type { Ctx, FieldMap, NodeMap } from "../kernel/context.ts";
import { connection, type ConnectionArgs } from "../kernel/connection.ts";
import { notModelled } from "../kernel/failure.ts";
import { newId, readGid, tailOf } from "../kernel/ids.ts";
import { refuseAll, userError, type UserError } from "../kernel/refused.ts";
import type { Shop } from "../shop.ts";
import { definitionFor, fitsDefinition } from "./metafieldDefinition.ts";
import { namespaceFor } from "./namespace.ts";
import { jsonOf, referencesOf, valueError } from "./metafieldValue.ts";

export type MetafieldRecord = {
  __typename: "Metafield";
  id: string;
  ownerId: string;
  ownerType: string;
  namespace: string;
  key: string;
  type: string;
  value: string;
  createdAt: string;
  updatedAt: string;
};

export type MetafieldInput = { id?: string | null; namespace?: string | null; key?: string | null; type?: string | null; value?: string | null; ownerId?: string; compareDigest?: string | null };
type SetInput = MetafieldInput & { ownerId: string; key: string; value: string };

/** Where owners live, by the type in their gid, and what MetafieldOwnerType calls them. */
const OWNERS: Record<string, { ownerType: string; find: (shop: Shop, id: string) => unknown }> = {
  Shop: { ownerType: "SHOP", find: (shop, id) => (shop.id === id ? shop : undefined) },
  Product: { ownerType: "PRODUCT", find: (shop, id) => shop.products.get(id) },
  ProductVariant: { ownerType: "PRODUCTVARIANT", find: (shop, id) => shop.variants.get(id) },
  Collection: { ownerType: "COLLECTION", find: (shop, id) => shop.collections.get(id) },
  Customer: { ownerType: "CUSTOMER", find: (shop, id) => shop.customers.get(id) },
  Order: { ownerType: "ORDER", find: (shop, id) => shop.orders.get(id) },
  Location: { ownerType: "LOCATION", find: (shop, id) => shop.locations.get(id) },
  AppInstallation: { ownerType: "API_PERMISSION", find: (_shop, id) => ({ __typename: "AppInstallation", id }) },
};

const MOST_AT_ONCE = 25;
const keyOf = (namespace: string, key: string): string => `${namespace}.${key}`;

/** Sets metafields of one record, as part of its own mutation; the type comes from the definition when it is not sent. */
export function setMetafields(ctx: Ctx, ownerId: string, inputs: readonly MetafieldInput[], field: readonly string[]): MetafieldRecord[] {
  const rows = inputs.map((input) => ({ ...input, ownerId, namespace: input.namespace ?? "$app", key: input.key ?? "", value: input.value ?? "" }));
  refuseAll(rows.flatMap((row, i) => rowErrors(ctx, row, [...field, String(i)])));
  return rows.map((row) => store(ctx, row));
}

/**
 * Refuses what `setMetafields` would refuse: called before a mutation changes anything. `type` is the owner's in its gid;
 * `ownerId` is null for a record that is yet to be made.
 */
export function checkMetafields(ctx: Ctx, type: string, ownerId: string | null, inputs: readonly MetafieldInput[] | null | undefined, field: readonly string[]): void {
  const ownerType = OWNERS[type]?.ownerType ?? "";
  refuseAll((inputs ?? []).flatMap((input, i) => valueErrors(ctx, ownerType, { ...input, ownerId: ownerId ?? "", key: input.key ?? "", value: input.value ?? "" }, [...field, String(i)])));
}

/** Every reason why one metafield cannot be set. */
function rowErrors(ctx: Ctx, row: SetInput, field: readonly string[]): UserError[] {
  const owner = OWNERS[readGid(row.ownerId)?.type ?? ""];
  if (!owner?.find(ctx.shop, row.ownerId)) return [userError([...field, "ownerId"], "Owner does not exist.", "INVALID")];
  return valueErrors(ctx, owner.ownerType, row, field);
}

function valueErrors(ctx: Ctx, ownerType: string, row: SetInput, field: readonly string[]): UserError[] {
  const namespace = namespaceFor(ctx, row.namespace ?? "$app");
  const definition = definitionFor(ctx.shop, ownerType, namespace, row.key);
  const known = ctx.shop.metafields.get(row.ownerId)?.get(keyOf(namespace, row.key));
  const type = row.type ?? definition?.type ?? known?.type;
  if (row.key.length < 2) return [userError([...field, "key"], "Key is too short (minimum is 2 characters)", "TOO_SHORT")];
  if (row.key.length > 64) return [userError([...field, "key"], "Key is too long (maximum is 64 characters)", "TOO_LONG")];
  if (namespace.length < 3) return [userError([...field, "namespace"], "Namespace is too short (minimum is 3 characters)", "TOO_SHORT")];
  if (!type) return [userError([...field, "type"], "Type can't be blank", "BLANK")];
  if (definition && definition.type !== type) return [userError([...field, "type"], `Type must be consistent with the definition's type: '${definition.type}'.`, "INVALID_TYPE")];
  if (row.compareDigest != null && row.compareDigest !== (known ? digestOf(known) : "")) return [userError(field, "The resource has been updated since it was loaded. Try again with an updated `compareDigest` value.", "STALE_OBJECT")];
  if (row.value === "") return [userError([...field, "value"], "Value can't be blank.", "BLANK")];
  const problem = valueError(type, row.value, ctx.shop) ?? (definition ? fitsDefinition(definition, row.value) : null);
  return problem ? [userError([...field, problem.at], problem.message, problem.code)] : [];
}

function store(ctx: Ctx, row: SetInput): MetafieldRecord {
  const { shop } = ctx;
  const namespace = namespaceFor(ctx, row.namespace ?? "$app");
  const ownerType = OWNERS[readGid(row.ownerId)?.type ?? ""]?.ownerType ?? "";
  const own = shop.metafields.get(row.ownerId) ?? new Map<string, MetafieldRecord>();
  shop.metafields.set(row.ownerId, own);
  const known = own.get(keyOf(namespace, row.key));
  const type = row.type ?? definitionFor(shop, ownerType, namespace, row.key)?.type ?? known?.type ?? "";
  const now = ctx.now();
  const record: MetafieldRecord = known ?? { __typename: "Metafield", id: newId(shop, "Metafield"), ownerId: row.ownerId, ownerType, namespace, key: row.key, type, value: "", createdAt: now, updatedAt: now };
  Object.assign(record, { type, value: row.value, updatedAt: now });
  own.set(keyOf(namespace, row.key), record);
  return record;
}

/** Changes when the value does; sent back, it guards against writing over another's change. */
const digestOf = (record: MetafieldRecord): string => createHash("sha256").update(`${record.type}\n${record.value}`).digest("hex");

type OneArgs = { namespace?: string | null; key: string };
type ManyArgs = ConnectionArgs & { namespace?: string | null; keys?: string[] | null };
type Identifier = { ownerId: string; namespace: string; key: string };

export const metafieldFields: FieldMap = {
  Mutation: {
    metafieldsSet: (args: { metafields: SetInput[] }, ctx: Ctx) => {
      if (args.metafields.length > MOST_AT_ONCE) refuseAll([userError(["metafields"], `Exceeded the maximum metafields input limit of ${MOST_AT_ONCE}.`, "LESS_THAN_OR_EQUAL_TO")]);
      refuseAll(args.metafields.flatMap((row, i) => rowErrors(ctx, row, ["metafields", String(i)])));
      return { metafields: args.metafields.map((row) => store(ctx, row)) };
    },
    metafieldsDelete: (args: { metafields: Identifier[] }, ctx: Ctx) => ({ deletedMetafields: args.metafields.map((row) => removed(ctx, row)) }),
  },
  HasMetafields: {
    metafield: (owner: { id: string }, args: OneArgs, ctx: Ctx) => ctx.shop.metafields.get(owner.id)?.get(fullKey(ctx, args)) ?? null,
    metafields: (owner: { id: string }, args: ManyArgs, ctx: Ctx) => {
      const all = [...(ctx.shop.metafields.get(owner.id)?.values() ?? [])];
      const namespace = args.namespace == null ? null : namespaceFor(ctx, args.namespace);
      const keys = args.keys ? new Set(args.keys.map((k) => (k.includes(".") ? fullKey(ctx, splitKey(k)) : k))) : null;
      return connection(all.filter((m) => (namespace === null || m.namespace === namespace) && (keys === null || keys.has(m.key) || keys.has(keyOf(m.namespace, m.key)))), args);
    },
  },
  Metafield: {
    legacyResourceId: (m: MetafieldRecord) => tailOf(m.id),
    owner: (m: MetafieldRecord, _args: object, ctx: Ctx) => ownerOf(ctx.shop, m),
    jsonValue: (m: MetafieldRecord) => jsonOf(m.type, m.value),
    compareDigest: digestOf,
    sizeInBytes: (m: MetafieldRecord) => Buffer.byteLength(m.value),
    description: () => null,
    definition: (m: MetafieldRecord, _args: object, ctx: Ctx) => definitionFor(ctx.shop, m.ownerType, m.namespace, m.key) ?? null,
    reference: (m: MetafieldRecord, _args: object, ctx: Ctx) => (m.type.startsWith("list.") ? null : (referencesOf(ctx.shop, m.type, m.value)[0] ?? null)),
    references: (m: MetafieldRecord, args: ConnectionArgs, ctx: Ctx) => (m.type.startsWith("list.") ? connection(referencesOf(ctx.shop, m.type, m.value), args) : null),
  },
};

const fullKey = (ctx: Ctx, args: OneArgs): string => {
  const { namespace, key } = args.namespace == null && args.key.includes(".") ? splitKey(args.key) : { namespace: args.namespace ?? "$app", key: args.key };
  return keyOf(namespaceFor(ctx, namespace), key);
};

const splitKey = (text: string): { namespace: string; key: string } => ({ namespace: text.slice(0, text.lastIndexOf(".")), key: text.slice(text.lastIndexOf(".") + 1) });

/** Null when there was none to delete. */
function removed(ctx: Ctx, row: Identifier): Identifier | null {
  const key = keyOf(namespaceFor(ctx, row.namespace), row.key);
  return ctx.shop.metafields.get(row.ownerId)?.delete(key) ? { ownerId: row.ownerId, namespace: row.namespace, key: row.key } : null;
}

function ownerOf(shop: Shop, record: MetafieldRecord): unknown {
  const type = readGid(record.ownerId)?.type ?? "";
  const owner = OWNERS[type]?.find(shop, record.ownerId);
  if (!owner) throw notModelled(`owner ${type} of a metafield`);
  return owner;
}

export const metafieldNodes: NodeMap = {
  Metafield: (ctx, id) => [...ctx.shop.metafields.values()].flatMap((own) => [...own.values()]).find((m) => m.id === id),
};
