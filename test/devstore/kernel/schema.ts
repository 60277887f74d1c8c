import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from "graphql";

/** Versions whose schema the package carries; `unstable` is left out: nothing here is written against it. */
export const API_VERSIONS = ["2025-10", "2026-01", "2026-04", "2026-07", "2026-10"] as const;
export type ApiVersion = (typeof API_VERSIONS)[number];

/** What one type or field asks for, in the words of the published schema and as a list of scopes. */
export type AccessRule = { readonly text: string; readonly scopes: readonly string[] };

export type PublishedSchema = {
  readonly schema: GraphQLSchema;
  /** Keyed `Type` for objects and `Type.field` for fields; only where something is asked for. */
  readonly access: ReadonlyMap<string, AccessRule>;
};

type ScopeItem = { type: string; typeName: string; fieldName?: string; requiredAccess: string; offlineScopes: string[] };
type SchemaFile = { data: IntrospectionQuery; offline_scopes: { items: ScopeItem[] } };
type TypeRef = { kind: string; name: string | null; ofType: TypeRef | null };
type MutableField = { name: string; description: string; args: never[]; type: TypeRef; isDeprecated: boolean; deprecationReason: null };

/** Two fields of the 2026-10 release that the package's schema predates. */
const LATER_FIELDS = [
  { type: "ReturnShippingFee", field: "finalizedTaxAmountSet", required: false },
  { type: "CalculatedReturnShippingFee", field: "taxAmountSet", required: true },
];

/** The package exports no path to its data. */
const DATA = new URL("../../../node_modules/@shopify/dev-mcp/dist/data/", import.meta.url);

const loaded = new Map<string, PublishedSchema>();

/** The Admin schema of a version, built once per process (about 0.25 s). Throws when the package has no such version. */
export function adminSchema(version: ApiVersion): PublishedSchema {
  return published(`admin_${version}`);
}

/** Any schema file of the package by its base name, e.g. `customer_2026-10`. */
export function published(name: string): PublishedSchema {
  const known = loaded.get(name);
  if (known) return known;
  const file = readSchemaFile(name);
  if (name === "admin_2026-10") addLaterFields(file.data);
  const built = { schema: buildClientSchema(file.data, { assumeValid: true }), access: accessRules(file.offline_scopes?.items ?? []) };
  loaded.set(name, built);
  return built;
}

function readSchemaFile(name: string): SchemaFile {
  return JSON.parse(gunzipSync(readFileSync(new URL(`${name}.json.gz`, DATA))).toString("utf8"));
}

function addLaterFields(data: IntrospectionQuery): void {
  for (const { type, field, required } of LATER_FIELDS) {
    const found = data.__schema.types.find((t) => t.name === type);
    if (found?.kind !== "OBJECT") throw new Error(`schema without ${type}`);
    if (found.fields.some((f) => f.name === field)) continue;
    const bag: TypeRef = { kind: "OBJECT", name: "MoneyBag", ofType: null };
    const shape: TypeRef = required ? { kind: "NON_NULL", name: null, ofType: bag } : bag;
    const added: MutableField = { name: field, description: "", args: [], type: shape, isDeprecated: false, deprecationReason: null };
    (found.fields as unknown as MutableField[]).push(added);
  }
}

function accessRules(items: readonly ScopeItem[]): Map<string, AccessRule> {
  const rules = new Map<string, AccessRule>();
  for (const item of items) {
    if (item.requiredAccess === "") continue;
    const key = item.fieldName ? `${item.typeName}.${item.fieldName}` : item.typeName;
    rules.set(key, { text: item.requiredAccess, scopes: item.offlineScopes });
  }
  return rules;
}
