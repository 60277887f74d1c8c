import type { Ctx } from "../kernel/context.ts";
import { idOf, newId } from "../kernel/ids.ts";
import { refuse, refuseAll, userError, type UserError } from "../kernel/refused.ts";
import type { Validation } from "./metafieldDefinition.ts";
import { METAFIELD_TYPES } from "./metafieldValue.ts";
import { definitionOfType, ofType, typeFor, type FieldDefinition, type MetaobjectDefinitionRecord } from "./metaobject.ts";

type FieldDefinitionInput = { key: string; name?: string | null; description?: string | null; type: string; required?: boolean | null; validations?: Validation[] | null };
type FieldOperation = { create?: FieldDefinitionInput | null; update?: Partial<FieldDefinitionInput> & { key: string } | null; delete?: { key: string } | null };
type Access = { admin?: string | null; storefront?: string | null; customerAccount?: string | null } | null;
type Capabilities = { publishable?: { enabled: boolean } | null } | null;
export type DefinitionInput = { type: string; name?: string | null; description?: string | null; displayNameKey?: string | null; fieldDefinitions?: FieldDefinitionInput[] | null; access?: Access; capabilities?: Capabilities };
export type DefinitionChange = { name?: string | null; description?: string | null; displayNameKey?: string | null; fieldDefinitions?: FieldOperation[] | null; access?: Access; capabilities?: Capabilities };

const MOST_FIELDS = 64;

const words = (key: string): string => key.split(/[_-]/).map((w) => `${w.slice(0, 1).toUpperCase()}${w.slice(1)}`).join(" ");

const fieldOf = (input: FieldDefinitionInput): FieldDefinition => ({
  key: input.key, name: input.name ?? words(input.key), description: input.description ?? null, type: input.type, required: input.required ?? false, validations: input.validations ?? [],
});

function fieldInputErrors(fields: readonly FieldDefinitionInput[]): UserError[] {
  const errors = fields.flatMap((f, i) => {
    const at = ["definition", "fieldDefinitions", String(i)];
    if (f.key.length < 2) return [userError([...at, "key"], "Key is too short (minimum is 2 characters)", "TOO_SHORT")];
    if (!/^[\w-]+$/.test(f.key)) return [userError([...at, "key"], "Key contains one or more invalid characters.", "INVALID")];
    if (fields.findIndex((other) => other.key === f.key) !== i) return [userError([...at, "key"], `Field "${f.key}" duplicates other inputs`, "DUPLICATE_FIELD_INPUT")];
    return METAFIELD_TYPES.includes(f.type) ? [] : [userError([...at, "type"], `Type name ${f.type} is not a valid type.`, "INCLUSION")];
  });
  return fields.length > MOST_FIELDS ? [...errors, userError(["definition", "fieldDefinitions"], `Maximum ${MOST_FIELDS} fields`, "TOO_LONG")] : errors;
}

/** A new definition; its type is unique in the shop. */
export function createDefinition(ctx: Ctx, input: DefinitionInput): MetaobjectDefinitionRecord {
  const type = typeFor(ctx, input.type);
  const fields = input.fieldDefinitions ?? [];
  const taken = definitionOfType(ctx.shop, type) ? [userError(["definition", "type"], "Type has already been taken", "TAKEN")] : [];
  const short = type.length < 3 ? [userError(["definition", "type"], "Type is too short (minimum is 3 characters)", "TOO_SHORT")] : [];
  const odd = input.displayNameKey && !fields.some((f) => f.key === input.displayNameKey) ? [userError(["definition", "displayNameKey"], `Field definition "${input.displayNameKey}" does not exist`, "UNDEFINED_OBJECT_FIELD")] : [];
  refuseAll([...taken, ...short, ...fieldInputErrors(fields), ...odd]);
  const now = ctx.now();
  const record: MetaobjectDefinitionRecord = {
    __typename: "MetaobjectDefinition", id: newId(ctx.shop, "MetaobjectDefinition"), type, name: input.name ?? words(input.type.replace(/^\$app:/, "")), description: input.description ?? null,
    displayNameKey: input.displayNameKey ?? null, fields: fields.map(fieldOf), publishable: input.capabilities?.publishable?.enabled ?? false,
    access: { admin: input.access?.admin ?? "PUBLIC_READ_WRITE", storefront: input.access?.storefront ?? "NONE", customerAccount: input.access?.customerAccount ?? "NONE" },
    clientId: ctx.token.clientId, createdAt: now, updatedAt: now,
  };
  ctx.shop.metaobjectDefinitions.set(record.id, record);
  return record;
}

export const definitionById = (ctx: Ctx, id: string): MetaobjectDefinitionRecord =>
  ctx.shop.metaobjectDefinitions.get(idOf(id, "MetaobjectDefinition")) ?? refuse(["id"], "Record not found", "RECORD_NOT_FOUND");

/** Changes a definition; fields are created, changed and deleted one by one. */
export function changeDefinition(ctx: Ctx, id: string, change: DefinitionChange): MetaobjectDefinitionRecord {
  const record = definitionById(ctx, id);
  const operations = change.fieldDefinitions ?? [];
  refuseAll(fieldInputErrors(operations.flatMap((o) => o.create ?? [])));
  refuseAll(operations.flatMap((o, i) => operationErrors(record, o, ["definition", "fieldDefinitions", String(i)])));
  for (const operation of operations) carryOut(ctx, record, operation);
  if (change.name != null) record.name = change.name;
  if (change.description !== undefined) record.description = change.description;
  if (change.displayNameKey !== undefined) record.displayNameKey = change.displayNameKey;
  if (change.capabilities?.publishable) record.publishable = change.capabilities.publishable.enabled;
  for (const side of ["admin", "storefront", "customerAccount"] as const) {
    const given = change.access?.[side];
    if (given) record.access[side] = given;
  }
  record.updatedAt = ctx.now();
  return record;
}

function operationErrors(record: MetaobjectDefinitionRecord, operation: FieldOperation, at: string[]): UserError[] {
  const exists = (key: string): boolean => record.fields.some((f) => f.key === key);
  if (operation.create && exists(operation.create.key)) return [userError([...at, "create"], `Field definition "${operation.create.key}" is already taken`, "OBJECT_FIELD_TAKEN")];
  const wanted = operation.update?.key ?? operation.delete?.key;
  return wanted !== undefined && !exists(wanted) ? [userError(at, `Field definition "${wanted}" does not exist`, "UNDEFINED_OBJECT_FIELD")] : [];
}

function carryOut(ctx: Ctx, record: MetaobjectDefinitionRecord, operation: FieldOperation): void {
  if (operation.create) record.fields.push(fieldOf(operation.create));
  const gone = operation.delete?.key;
  if (gone !== undefined) {
    record.fields = record.fields.filter((f) => f.key !== gone);
    for (const entry of ofType(ctx.shop, record.type)) delete entry.values[gone];
  }
  const { update } = operation;
  const field = record.fields.find((f) => f.key === update?.key);
  if (!update || !field) return;
  if (update.name != null) field.name = update.name;
  if (update.description !== undefined) field.description = update.description;
  if (update.required != null) field.required = update.required;
  if (update.validations) field.validations = update.validations;
}

/** Deletes a definition with its entries. */
export function deleteDefinition(ctx: Ctx, id: string): string {
  const record = definitionById(ctx, id);
  for (const entry of ofType(ctx.shop, record.type)) ctx.shop.metaobjects.delete(entry.id);
  ctx.shop.metaobjectDefinitions.delete(record.id);
  return record.id;
}
