import type { Ctx } from "../kernel/context.ts";
import { idOf, newId } from "../kernel/ids.ts";
import { refuse, refuseAll, userError, type UserError } from "../kernel/refused.ts";
import type { Shop } from "../shop.ts";
import { fitsDefinition, type Validation } from "./metafieldDefinition.ts";
import { valueError } from "./metafieldValue.ts";
import { namespaceFor } from "./namespace.ts";
import { freeHandle } from "./product.ts";

export type FieldDefinition = { key: string; name: string; description: string | null; type: string; required: boolean; validations: Validation[] };

export type MetaobjectDefinitionRecord = {
  __typename: "MetaobjectDefinition";
  id: string;
  type: string;
  name: string;
  description: string | null;
  displayNameKey: string | null;
  fields: FieldDefinition[];
  access: { admin: string; storefront: string; customerAccount: string };
  publishable: boolean;
  clientId: string;
  createdAt: string;
  updatedAt: string;
};

export type MetaobjectRecord = {
  __typename: "Metaobject";
  id: string;
  type: string;
  handle: string;
  values: Record<string, string>;
  status: "ACTIVE" | "DRAFT";
  createdAt: string;
  updatedAt: string;
};

export type FieldInput = { key: string; value: string };
export type MetaobjectInput = { type?: string; handle?: string | null; fields?: FieldInput[] | null; values?: Record<string, unknown> | null; capabilities?: { publishable?: { status: "ACTIVE" | "DRAFT" } | null } | null };

/** "$app:x" types carry the app's number, as namespaces do. */
export const typeFor = (ctx: Ctx, type: string): string => namespaceFor(ctx, type);

export const definitionOfType = (shop: Shop, type: string): MetaobjectDefinitionRecord | undefined => [...shop.metaobjectDefinitions.values()].find((d) => d.type === type);

export const ofType = (shop: Shop, type: string): MetaobjectRecord[] => [...shop.metaobjects.values()].filter((m) => m.type === type);

export const metaobjectOf = (ctx: Ctx, id: string): MetaobjectRecord => ctx.shop.metaobjects.get(idOf(id, "Metaobject")) ?? refuse(["id"], "Record not found", "RECORD_NOT_FOUND");

/** What the displayNameKey's field says, else the handle in words. */
export function displayName(shop: Shop, record: MetaobjectRecord): string {
  const key = definitionOfType(shop, record.type)?.displayNameKey;
  const named = key ? record.values[key] : undefined;
  return named ?? record.handle.split("-").map((w) => `${w.slice(0, 1).toUpperCase()}${w.slice(1)}`).join(" ");
}

/** `fields` as pairs, or `values` as one object. */
function inputFields(input: MetaobjectInput): FieldInput[] {
  const values = Object.entries(input.values ?? {}).map(([key, value]) => ({ key, value: typeof value === "string" ? value : JSON.stringify(value) }));
  return [...(input.fields ?? []), ...values];
}

function fieldErrors(shop: Shop, definition: MetaobjectDefinitionRecord, fields: readonly FieldInput[], at: string): UserError[] {
  const seen = new Set<string>();
  return fields.flatMap(({ key, value }, i) => {
    const field = [at, "fields", String(i)];
    const known = definition.fields.find((f) => f.key === key);
    if (!known) return [userError(field, `Field definition "${key}" does not exist`, "UNDEFINED_OBJECT_FIELD")];
    if (seen.has(key)) return [userError(field, `Field "${key}" duplicates other inputs`, "DUPLICATE_FIELD_INPUT")];
    seen.add(key);
    if (value === "") return known.required ? [userError(field, `${known.name} can't be blank`, "OBJECT_FIELD_REQUIRED")] : [];
    const problem = valueError(known.type, value, shop) ?? fitsDefinition(known, value);
    return problem ? [userError(field, problem.message, "INVALID_VALUE")] : [];
  });
}

function missingErrors(definition: MetaobjectDefinitionRecord, values: Record<string, string>, at: string): UserError[] {
  return definition.fields.filter((f) => f.required && !values[f.key]).map((f) => userError([at], `${f.name} can't be blank`, "OBJECT_FIELD_REQUIRED"));
}

/** A new entry; its type must be defined. The handle comes from the display name when none is sent. */
export function createMetaobject(ctx: Ctx, input: MetaobjectInput, at = "metaobject"): MetaobjectRecord {
  const { shop } = ctx;
  const type = typeFor(ctx, input.type ?? "");
  const definition = definitionOfType(shop, type) ?? refuse([at, "type"], `No metaobject definition exists for type "${input.type ?? ""}"`, "UNDEFINED_OBJECT_TYPE");
  const fields = inputFields(input);
  const values = Object.fromEntries(fields.filter((f) => f.value !== "").map((f) => [f.key, f.value]));
  refuseAll([...fieldErrors(shop, definition, fields, at), ...missingErrors(definition, values, at)]);
  if (input.handle && ofType(shop, type).some((m) => m.handle === input.handle)) refuse([at, "handle"], "Handle has already been taken", "TAKEN");
  const now = ctx.now();
  const handle = input.handle ?? freeHandle(ofType(shop, type), values[definition.displayNameKey ?? ""] ?? definition.name);
  const status = input.capabilities?.publishable?.status ?? (definition.publishable ? "DRAFT" : "ACTIVE");
  const record: MetaobjectRecord = { __typename: "Metaobject", id: newId(shop, "Metaobject"), type, handle, values, status, createdAt: now, updatedAt: now };
  shop.metaobjects.set(record.id, record);
  ctx.emit("metaobjects/create", record.id);
  return record;
}

/** Changes the fields that are sent; an empty text clears one. */
export function updateMetaobject(ctx: Ctx, record: MetaobjectRecord, input: MetaobjectInput, at = "metaobject"): MetaobjectRecord {
  const definition = definitionOfType(ctx.shop, record.type) ?? refuse(["id"], "Record not found", "RECORD_NOT_FOUND");
  const fields = inputFields(input);
  const values = { ...record.values };
  for (const { key, value } of fields) {
    if (value === "") delete values[key];
    else values[key] = value;
  }
  refuseAll([...fieldErrors(ctx.shop, definition, fields, at), ...missingErrors(definition, values, at)]);
  if (input.handle && ofType(ctx.shop, record.type).some((m) => m !== record && m.handle === input.handle)) refuse([at, "handle"], "Handle has already been taken", "TAKEN");
  record.values = values;
  if (input.handle) record.handle = input.handle;
  if (input.capabilities?.publishable) record.status = input.capabilities.publishable.status;
  record.updatedAt = ctx.now();
  ctx.emit("metaobjects/update", record.id);
  return record;
}

export function deleteMetaobject(ctx: Ctx, id: string): string {
  const record = metaobjectOf(ctx, id);
  ctx.shop.metaobjects.delete(record.id);
  ctx.emit("metaobjects/delete", record.id);
  return record.id;
}
