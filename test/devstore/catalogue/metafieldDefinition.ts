import type { Ctx, FieldMap, NodeMap } from "../kernel/context.ts";
import { connection, type ConnectionArgs } from "../kernel/connection.ts";
import { idOf, newId, tailOf } from "../kernel/ids.ts";
import { modelledOnly } from "../kernel/modelledOnly.ts";
import { refuse, refuseAll, userError, type UserError } from "../kernel/refused.ts";
import { matcher, type SearchFields } from "../kernel/search.ts";
import { sortedBy } from "../kernel/sort.ts";
import type { Shop } from "../shop.ts";
import { namespaceFor } from "./namespace.ts";
import { METAFIELD_TYPES } from "./metafieldValue.ts";
import type { MetafieldRecord } from "./metafield.ts";

export type Validation = { name: string; value: string };

export type MetafieldDefinitionRecord = {
  __typename: "MetafieldDefinition";
  id: string;
  ownerType: string;
  namespace: string;
  key: string;
  name: string;
  description: string | null;
  type: string;
  validations: Validation[];
  access: { admin: string | null; storefront: string; customerAccount: string };
  capabilities: { adminFilterable: boolean; smartCollectionCondition: boolean; uniqueValues: boolean };
  pinnedPosition: number | null;
  useAsCollectionCondition: boolean;
};

type Enabled = { enabled: boolean } | null;
type DefinitionInput = {
  ownerType: string; namespace?: string | null; key: string; name?: string | null; description?: string | null; type?: string; pin?: boolean | null; validations?: Validation[] | null;
  access?: { admin?: string | null; storefront?: string | null; customerAccount?: string | null } | null;
  capabilities?: { adminFilterable?: Enabled; smartCollectionCondition?: Enabled; uniqueValues?: Enabled } | null; useAsCollectionCondition?: boolean | null;
};
type Identifier = { ownerType: string; namespace?: string | null; key: string };
type FindArgs = { id?: string | null; definitionId?: string | null; identifier?: Identifier | null };
type ListArgs = ConnectionArgs & { ownerType: string; namespace?: string | null; key?: string | null; pinnedStatus?: string | null; query?: string | null; sortKey?: string | null };

/** The definition of an owner's metafield, if there is one. */
export const definitionFor = (shop: Shop, ownerType: string, namespace: string, key: string): MetafieldDefinitionRecord | undefined =>
  [...shop.metafieldDefinitions.values()].find((d) => d.ownerType === ownerType && d.namespace === namespace && d.key === key);

/** Why a value breaks its definition's validations; null when it keeps them. */
export function fitsDefinition(definition: Pick<MetafieldDefinitionRecord, "validations">, value: string): { at: "value"; message: string; code: string } | null {
  for (const { name, value: limit } of definition.validations) {
    const message = brokenRule(name, limit, value);
    if (message) return { at: "value", message, code: name === "choices" ? "INCLUSION" : "INVALID_VALUE" };
  }
  return null;
}

function brokenRule(name: string, limit: string, value: string): string | null {
  switch (name) {
    case "choices":
      return (JSON.parse(limit) as unknown[]).includes(value) ? null : `Value does not exist in provided choices: ${limit}.`;
    case "regex":
      return new RegExp(limit).test(value) ? null : `Value does not match the validation regex: ${limit}.`;
    case "min":
      return (Number.isNaN(Number(value)) ? value.length : Number(value)) < Number(limit) ? `Value has a minimum of ${limit}.` : null;
    case "max":
      return (Number.isNaN(Number(value)) ? value.length : Number(value)) > Number(limit) ? `Value has a maximum of ${limit}.` : null;
    default:
      return null;
  }
}

const SEARCH: SearchFields<MetafieldDefinitionRecord> = {
  of: "metafieldDefinitions",
  bare: ["key", "namespace"],
  fields: {
    id: { kind: "id", read: (d) => d.id },
    key: { kind: "exact", read: (d) => d.key },
    namespace: { kind: "exact", read: (d) => d.namespace },
    owner_type: { kind: "exact", read: (d) => d.ownerType },
    type: { kind: "exact", read: (d) => d.type },
  },
};

const KEYS: Record<string, (d: MetafieldDefinitionRecord) => string | number> = {
  ID: (d) => Number(tailOf(d.id)), NAME: (d) => d.name.toLowerCase(), PINNED_POSITION: (d) => d.pinnedPosition ?? Number.MAX_SAFE_INTEGER,
};

export const metafieldDefinitionFields: FieldMap = {
  Query: {
    metafieldDefinition: (args: FindArgs, ctx: Ctx) => findDefinition(ctx, args) ?? null,
    metafieldDefinitions: (args: ListArgs, ctx: Ctx) => {
      const namespace = args.namespace == null ? null : namespaceFor(ctx, args.namespace);
      const fits = matcher(SEARCH, args.query);
      const listed = [...ctx.shop.metafieldDefinitions.values()].filter((d) =>
        d.ownerType === args.ownerType && (namespace === null || d.namespace === namespace) && (args.key == null || d.key === args.key) && pinFits(d, args.pinnedStatus) && fits(d));
      return connection(sortedBy(listed, KEYS, args.sortKey ?? "ID"), args);
    },
  },
  Mutation: {
    metafieldDefinitionCreate: (args: { definition: DefinitionInput }, ctx: Ctx) => ({ createdDefinition: createDefinition(ctx, args.definition) }),
    metafieldDefinitionUpdate: (args: { definition: DefinitionInput }, ctx: Ctx) => ({ updatedDefinition: updateDefinition(ctx, args.definition), validationJob: null }),
    metafieldDefinitionDelete: (args: FindArgs & { deleteAllAssociatedMetafields?: boolean | null }, ctx: Ctx) => {
      const found = mustFind(ctx, args);
      ctx.shop.metafieldDefinitions.delete(found.id);
      if (args.deleteAllAssociatedMetafields) for (const own of ctx.shop.metafields.values()) forget(own, found);
      return { deletedDefinitionId: found.id, deletedDefinition: { ownerType: found.ownerType, namespace: found.namespace, key: found.key } };
    },
    metafieldDefinitionPin: (args: FindArgs, ctx: Ctx) => ({ pinnedDefinition: pin(ctx, mustFind(ctx, args)) }),
    metafieldDefinitionUnpin: (args: FindArgs, ctx: Ctx) => ({ unpinnedDefinition: Object.assign(mustFind(ctx, args), { pinnedPosition: null }) }),
  },
  MetafieldDefinition: {
    type: (d: MetafieldDefinitionRecord) => definitionType(d.type),
    validations: (d: MetafieldDefinitionRecord) => d.validations.map((v) => ({ ...v, type: "json" })),
    capabilities: (d: MetafieldDefinitionRecord) => ({
      adminFilterable: { enabled: d.capabilities.adminFilterable, eligible: true, status: d.capabilities.adminFilterable ? "FILTERABLE" : "NOT_FILTERABLE" },
      smartCollectionCondition: { enabled: d.capabilities.smartCollectionCondition, eligible: true },
      uniqueValues: { enabled: d.capabilities.uniqueValues, eligible: true },
    }),
    validationStatus: () => "ALL_VALID",
    standardTemplate: () => null,
    constraints: () => ({ key: null, values: connection([], { first: 1 }) }),
    metafieldsCount: (d: MetafieldDefinitionRecord, _args: object, ctx: Ctx) => metafieldsOf(ctx.shop, d).length,
    metafields: (d: MetafieldDefinitionRecord, args: ConnectionArgs, ctx: Ctx) => connection(metafieldsOf(ctx.shop, d), args),
  },
};

/** Name and category of a data type. */
export const definitionType = (name: string): object => ({ __typename: "MetafieldDefinitionType", name, category: name.replace("list.", "").split("_")[0]?.toUpperCase() ?? "", supportsDefinitionMigrations: true });

const pinFits = (d: MetafieldDefinitionRecord, status: string | null | undefined): boolean =>
  status === "PINNED" ? d.pinnedPosition !== null : status === "UNPINNED" ? d.pinnedPosition === null : true;

const metafieldsOf = (shop: Shop, d: MetafieldDefinitionRecord): MetafieldRecord[] =>
  [...shop.metafields.values()].flatMap((own) => own.get(`${d.namespace}.${d.key}`) ?? []).filter((m) => m.ownerType === d.ownerType);

function forget(own: Map<string, MetafieldRecord>, d: MetafieldDefinitionRecord): void {
  const key = `${d.namespace}.${d.key}`;
  if (own.get(key)?.ownerType === d.ownerType) own.delete(key);
}

function findDefinition(ctx: Ctx, args: FindArgs): MetafieldDefinitionRecord | undefined {
  const id = args.id ?? args.definitionId;
  if (id != null) return ctx.shop.metafieldDefinitions.get(idOf(id, "MetafieldDefinition"));
  const by = args.identifier;
  return by ? definitionFor(ctx.shop, by.ownerType, namespaceFor(ctx, by.namespace ?? "$app"), by.key) : undefined;
}

const mustFind = (ctx: Ctx, args: FindArgs): MetafieldDefinitionRecord => findDefinition(ctx, args) ?? refuse(["id"], "Definition not found.", "NOT_FOUND");

function pin(ctx: Ctx, d: MetafieldDefinitionRecord): MetafieldDefinitionRecord {
  const pinned = [...ctx.shop.metafieldDefinitions.values()].filter((other) => other.ownerType === d.ownerType && other.pinnedPosition !== null);
  d.pinnedPosition ??= pinned.length + 1;
  return d;
}

function createErrors(ctx: Ctx, input: DefinitionInput, namespace: string): UserError[] {
  const errors: UserError[] = [];
  if (!input.name?.trim()) errors.push(userError(["definition", "name"], "Name can't be blank", "BLANK"));
  if (input.key.length < 2) errors.push(userError(["definition", "key"], "Key is too short (minimum is 2 characters)", "TOO_SHORT"));
  if (input.key.length > 64) errors.push(userError(["definition", "key"], "Key is too long (maximum is 64 characters)", "TOO_LONG"));
  if (!/^[\w-]*$/.test(input.key)) errors.push(userError(["definition", "key"], "Key contains one or more invalid characters.", "INVALID_CHARACTER"));
  if (namespace.length < 3) errors.push(userError(["definition", "namespace"], "Namespace is too short (minimum is 3 characters)", "TOO_SHORT"));
  if (!METAFIELD_TYPES.includes(input.type ?? "")) errors.push(userError(["definition", "type"], `Type name ${input.type ?? ""} is not a valid type. Valid types are: ${METAFIELD_TYPES.join(", ")}.`, "INCLUSION"));
  if (definitionFor(ctx.shop, input.ownerType, namespace, input.key)) errors.push(userError(["definition", "key"], `Key is in use for ${readable(input.ownerType)} metafields on the '${namespace}' namespace.`, "TAKEN"));
  return errors;
}

const readable = (ownerType: string): string => `${ownerType[0] ?? ""}${ownerType.slice(1).toLowerCase()}`;

function createDefinition(ctx: Ctx, input: DefinitionInput): MetafieldDefinitionRecord {
  modelledOnly(input, "MetafieldDefinitionInput", ["ownerType", "namespace", "key", "name", "description", "type", "pin", "validations", "access", "capabilities", "useAsCollectionCondition"]);
  const namespace = namespaceFor(ctx, input.namespace ?? "$app");
  refuseAll(createErrors(ctx, input, namespace));
  const record: MetafieldDefinitionRecord = {
    __typename: "MetafieldDefinition", id: newId(ctx.shop, "MetafieldDefinition"), ownerType: input.ownerType, namespace, key: input.key, name: input.name ?? "",
    description: input.description ?? null, type: input.type ?? "", validations: input.validations ?? [],
    access: { admin: input.access?.admin ?? "PUBLIC_READ_WRITE", storefront: input.access?.storefront ?? "NONE", customerAccount: input.access?.customerAccount ?? "NONE" },
    capabilities: { adminFilterable: input.capabilities?.adminFilterable?.enabled ?? false, smartCollectionCondition: input.capabilities?.smartCollectionCondition?.enabled ?? false, uniqueValues: input.capabilities?.uniqueValues?.enabled ?? false },
    pinnedPosition: null, useAsCollectionCondition: input.useAsCollectionCondition ?? false,
  };
  ctx.shop.metafieldDefinitions.set(record.id, record);
  return input.pin ? pin(ctx, record) : record;
}

function updateDefinition(ctx: Ctx, input: DefinitionInput): MetafieldDefinitionRecord {
  const record = definitionFor(ctx.shop, input.ownerType, namespaceFor(ctx, input.namespace ?? "$app"), input.key) ?? refuse(["definition"], "Definition not found.", "NOT_FOUND");
  if (input.name != null) record.name = input.name;
  if (input.description !== undefined) record.description = input.description;
  if (input.validations) record.validations = input.validations;
  for (const side of ["admin", "storefront", "customerAccount"] as const) {
    const given = input.access?.[side];
    if (given) record.access[side] = given;
  }
  return input.pin ? pin(ctx, record) : record;
}

export const metafieldDefinitionNodes: NodeMap = { MetafieldDefinition: (ctx, id) => ctx.shop.metafieldDefinitions.get(id) };
