import { readGid } from "../kernel/ids.ts";
import type { Shop } from "../shop.ts";

type Problem = { at: "value" | "type"; message: string; code: string };

const bad = (message: string): Problem => ({ at: "value", message, code: "INVALID_VALUE" });

/** Types whose value is a gid, and the types it may be of. */
const REFERENCES: Record<string, readonly string[]> = {
  product_reference: ["Product"], variant_reference: ["ProductVariant"], collection_reference: ["Collection"], customer_reference: ["Customer"], order_reference: ["Order"],
  metaobject_reference: ["Metaobject"], file_reference: ["GenericFile", "MediaImage", "Video"], mixed_reference: ["Metaobject"], page_reference: ["Page"], company_reference: ["Company"],
};

const isJson = (value: string): boolean => parsed(value) !== undefined;

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/** What one value of each type must look like (documented: metafield data types). */
const FITS: Record<string, { fits: (value: string) => boolean; says: string }> = {
  single_line_text_field: { fits: (v) => !/[\r\n]/.test(v), says: "Value must be a single line text string." },
  multi_line_text_field: { fits: () => true, says: "" },
  rich_text_field: { fits: isJson, says: "Value is invalid JSON." },
  id: { fits: () => true, says: "" },
  json: { fits: isJson, says: "Value is invalid JSON: unexpected character." },
  boolean: { fits: (v) => v === "true" || v === "false", says: "Value must be true or false." },
  number_integer: { fits: (v) => /^-?\d{1,19}$/.test(v), says: "Value must be an integer." },
  number_decimal: { fits: (v) => /^-?\d{1,13}(\.\d{1,9})?$/.test(v), says: "Value must be a decimal." },
  date: { fits: (v) => /^\d{4}-\d\d-\d\d$/.test(v) && !Number.isNaN(Date.parse(v)), says: "Value must be in YYYY-MM-DD format." },
  date_time: { fits: (v) => /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(v) && !Number.isNaN(Date.parse(v)), says: "Value must be in \"YYYY-MM-DDTHH:MM:SS\" format." },
  color: { fits: (v) => /^#[0-9a-fA-F]{6}$/.test(v), says: "Value must be a hex color code." },
  url: { fits: (v) => /^(https?|mailto|sms|tel):/.test(v), says: "Value must be a valid URL." },
  money: { fits: (v) => isObject(parsed(v)) && "amount" in (parsed(v) as object) && "currency_code" in (parsed(v) as object), says: "Value must be a JSON object with amount and currency_code." },
  rating: { fits: (v) => isObject(parsed(v)) && "value" in (parsed(v) as object), says: "Value must be a JSON object with value, scale_min and scale_max." },
  dimension: { fits: (v) => isObject(parsed(v)) && "unit" in (parsed(v) as object), says: "Value must be a JSON object with value and unit." },
  volume: { fits: (v) => isObject(parsed(v)) && "unit" in (parsed(v) as object), says: "Value must be a JSON object with value and unit." },
  weight: { fits: (v) => isObject(parsed(v)) && "unit" in (parsed(v) as object), says: "Value must be a JSON object with value and unit." },
  link: { fits: isJson, says: "Value is invalid JSON." },
};

/** Names of all types, lists included. */
export const METAFIELD_TYPES: readonly string[] = [...Object.keys(FITS), ...Object.keys(REFERENCES)].flatMap((type) => [type, `list.${type}`]);

/** Why a text is no value of a type; null when it is one. Old type names are refused as unknown. */
export function valueError(type: string, value: string, shop: Shop): Problem | null {
  if (!METAFIELD_TYPES.includes(type)) return { at: "type", message: `Type must be one of the following: ${METAFIELD_TYPES.join(", ")}.`, code: "INCLUSION" };
  if (!type.startsWith("list.")) return oneError(type, value, shop);
  const list = parsed(value);
  if (!Array.isArray(list)) return bad("Value is invalid JSON: expected an array.");
  for (const item of list) {
    const problem = oneError(type.slice("list.".length), typeof item === "string" ? item : JSON.stringify(item), shop);
    if (problem) return problem;
  }
  return null;
}

function oneError(type: string, value: string, shop: Shop): Problem | null {
  const targets = REFERENCES[type];
  if (targets) {
    const read = readGid(value);
    if (!read || !targets.includes(read.type)) return bad(`Value must be a valid ${type.replace("_reference", "")} reference.`);
    return referenced(shop, value) ? null : bad(`Value references non-existent resource ${value}.`);
  }
  const rule = FITS[type];
  return rule && !rule.fits(value) ? bad(rule.says) : null;
}

function referenced(shop: Shop, id: string): unknown {
  const table = { Product: shop.products, ProductVariant: shop.variants, Collection: shop.collections, Customer: shop.customers, Order: shop.orders, Metaobject: shop.metaobjects, GenericFile: shop.files, MediaImage: shop.files }[readGid(id)?.type ?? ""];
  return table?.get(id);
}

/** The records a value points to. */
export function referencesOf(shop: Shop, type: string, value: string): { id: string }[] {
  if (!type.endsWith("_reference")) return [];
  const ids = type.startsWith("list.") ? (parsed(value) as string[]) : [value];
  return ids.flatMap((id) => (referenced(shop, id) as { id: string } | undefined) ?? []);
}

/** The value as JSON: numbers, booleans, objects and lists as themselves, decimals and texts as text (documented). */
export function jsonOf(type: string, value: string): unknown {
  if (type.startsWith("list.") || ["json", "money", "rating", "dimension", "volume", "weight", "rich_text_field", "link", "number_integer", "boolean"].includes(type)) return parsed(value) ?? value;
  return value;
}
