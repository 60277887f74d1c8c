import type { Ctx, FieldMap, NodeMap } from "../kernel/context.ts";
import { connection, type ConnectionArgs } from "../kernel/connection.ts";
import { idOf, tailOf } from "../kernel/ids.ts";
import { matcher, type SearchFields } from "../kernel/search.ts";
import { sortedBy } from "../kernel/sort.ts";
import type { Shop } from "../shop.ts";
import { definitionType } from "./metafieldDefinition.ts";
import { jsonOf, referencesOf } from "./metafieldValue.ts";
import { createMetaobject, definitionOfType, deleteMetaobject, displayName, metaobjectOf, ofType, typeFor, updateMetaobject, type FieldDefinition, type MetaobjectDefinitionRecord, type MetaobjectInput, type MetaobjectRecord } from "./metaobject.ts";
import { changeDefinition, createDefinition, deleteDefinition, type DefinitionChange, type DefinitionInput } from "./metaobjectDefinition.ts";

type ListArgs = ConnectionArgs & { type: string; query?: string | null; sortKey?: string | null };
type Handle = { type: string; handle: string };

/** `fields.key:value` searches an entry's values; each definition has its own. */
function searchOf(shop: Shop, type: string): SearchFields<MetaobjectRecord> {
  const keys = definitionOfType(shop, type)?.fields.map((f) => f.key) ?? [];
  const values = Object.fromEntries(keys.map((key) => [`fields.${key}`.toLowerCase(), { kind: "exact" as const, read: (m: MetaobjectRecord) => m.values[key] }]));
  return {
    of: "metaobjects",
    bare: ["display_name"],
    fields: {
      ...values,
      id: { kind: "id", read: (m) => m.id },
      handle: { kind: "exact", read: (m) => m.handle },
      display_name: { kind: "word", read: (m) => displayName(shop, m) },
      created_at: { kind: "time", read: (m) => m.createdAt },
      updated_at: { kind: "time", read: (m) => m.updatedAt },
    },
  };
}

const keysOf = (shop: Shop): Record<string, (m: MetaobjectRecord) => string | number> => ({
  id: (m) => Number(tailOf(m.id)), type: (m) => m.type, updated_at: (m) => m.updatedAt, display_name: (m) => displayName(shop, m).toLowerCase(),
});

const byHandle = (ctx: Ctx, handle: Handle): MetaobjectRecord | undefined => ofType(ctx.shop, typeFor(ctx, handle.type)).find((m) => m.handle === handle.handle);

export const metaobjectFields: FieldMap = {
  Query: {
    metaobject: (args: { id: string }, ctx: Ctx) => ctx.shop.metaobjects.get(idOf(args.id, "Metaobject")) ?? null,
    metaobjectByHandle: (args: { handle: Handle }, ctx: Ctx) => byHandle(ctx, args.handle) ?? null,
    metaobjects: (args: ListArgs, ctx: Ctx) => {
      const type = typeFor(ctx, args.type);
      return connection(sortedBy(ofType(ctx.shop, type).filter(matcher(searchOf(ctx.shop, type), args.query)), keysOf(ctx.shop), args.sortKey ?? "id"), args);
    },
    metaobjectDefinition: (args: { id: string }, ctx: Ctx) => ctx.shop.metaobjectDefinitions.get(idOf(args.id, "MetaobjectDefinition")) ?? null,
    metaobjectDefinitionByType: (args: { type: string }, ctx: Ctx) => definitionOfType(ctx.shop, typeFor(ctx, args.type)) ?? null,
    metaobjectDefinitions: (args: ConnectionArgs, ctx: Ctx) => connection([...ctx.shop.metaobjectDefinitions.values()], args),
  },
  Mutation: {
    metaobjectCreate: (args: { metaobject: MetaobjectInput }, ctx: Ctx) => ({ metaobject: createMetaobject(ctx, args.metaobject) }),
    metaobjectUpdate: (args: { id: string; metaobject: MetaobjectInput }, ctx: Ctx) => ({ metaobject: updateMetaobject(ctx, metaobjectOf(ctx, args.id), args.metaobject) }),
    metaobjectUpsert: (args: { handle: Handle; metaobject?: MetaobjectInput | null; values?: Record<string, unknown> | null }, ctx: Ctx) => {
      const known = byHandle(ctx, args.handle);
      const input = { ...args.metaobject, values: args.values };
      return { metaobject: known ? updateMetaobject(ctx, known, input) : createMetaobject(ctx, { handle: args.handle.handle, ...input, type: args.handle.type }) };
    },
    metaobjectDelete: (args: { id: string }, ctx: Ctx) => ({ deletedId: deleteMetaobject(ctx, args.id) }),
    metaobjectDefinitionCreate: (args: { definition: DefinitionInput }, ctx: Ctx) => ({ metaobjectDefinition: createDefinition(ctx, args.definition) }),
    metaobjectDefinitionUpdate: (args: { id: string; definition: DefinitionChange }, ctx: Ctx) => ({ metaobjectDefinition: changeDefinition(ctx, args.id, args.definition) }),
    metaobjectDefinitionDelete: (args: { id: string }, ctx: Ctx) => ({ deletedId: deleteDefinition(ctx, args.id) }),
  },
  Metaobject: {
    displayName: (m: MetaobjectRecord, _args: object, ctx: Ctx) => displayName(ctx.shop, m),
    definition: (m: MetaobjectRecord, _args: object, ctx: Ctx) => definitionOfType(ctx.shop, m.type),
    fields: (m: MetaobjectRecord, _args: object, ctx: Ctx) => (definitionOfType(ctx.shop, m.type)?.fields ?? []).map((f) => fieldValue(m, f)),
    field: (m: MetaobjectRecord, args: { key: string }, ctx: Ctx) => {
      const field = definitionOfType(ctx.shop, m.type)?.fields.find((f) => f.key === args.key);
      return field ? fieldValue(m, field) : null;
    },
    values: (m: MetaobjectRecord, _args: object, ctx: Ctx) => Object.fromEntries((definitionOfType(ctx.shop, m.type)?.fields ?? []).map((f) => [f.key, jsonValue(m, f)])),
    capabilities: (m: MetaobjectRecord, _args: object, ctx: Ctx) => ({ publishable: definitionOfType(ctx.shop, m.type)?.publishable ? { status: m.status } : null, onlineStore: null }),
    thumbnailField: () => null,
    createdByStaff: () => null,
  },
  MetaobjectField: {
    reference: (f: Value, _args: object, ctx: Ctx) => (f.value === null || f.type.startsWith("list.") ? null : (referencesOf(ctx.shop, f.type, f.value)[0] ?? null)),
    references: (f: Value, args: ConnectionArgs, ctx: Ctx) => (f.value !== null && f.type.startsWith("list.") ? connection(referencesOf(ctx.shop, f.type, f.value), args) : null),
  },
  MetaobjectDefinition: {
    fieldDefinitions: (d: MetaobjectDefinitionRecord) => d.fields.map(fieldDefinition),
    capabilities: (d: MetaobjectDefinitionRecord) => ({ publishable: { enabled: d.publishable }, translatable: { enabled: false }, renderable: { enabled: false, data: null }, onlineStore: { enabled: false, data: null } }),
    metaobjects: (d: MetaobjectDefinitionRecord, args: ConnectionArgs, ctx: Ctx) => connection(ofType(ctx.shop, d.type), args),
    metaobjectsCount: (d: MetaobjectDefinitionRecord, _args: object, ctx: Ctx) => ofType(ctx.shop, d.type).length,
    hasThumbnailField: () => false,
    standardTemplate: () => null,
    createdByStaff: () => null,
  },
};

type Value = { type: string; value: string | null };

const jsonValue = (m: MetaobjectRecord, f: FieldDefinition): unknown => (m.values[f.key] === undefined ? null : jsonOf(f.type, m.values[f.key] ?? ""));

const fieldValue = (m: MetaobjectRecord, f: FieldDefinition): object => ({
  __typename: "MetaobjectField", key: f.key, type: f.type, value: m.values[f.key] ?? null, jsonValue: jsonValue(m, f), definition: fieldDefinition(f), thumbnail: null,
});

const fieldDefinition = (f: FieldDefinition): object => ({
  __typename: "MetaobjectFieldDefinition", ...f, type: definitionType(f.type), validations: f.validations.map((v) => ({ ...v, type: "json" })), capabilities: { adminFilterable: { enabled: false, eligible: true, status: "NOT_FILTERABLE" } },
});

export const metaobjectNodes: NodeMap = {
  Metaobject: (ctx, id) => ctx.shop.metaobjects.get(id),
  MetaobjectDefinition: (ctx, id) => ctx.shop.metaobjectDefinitions.get(id),
};
