/** Holds an answer of Shopify's against the shape of its document, so that what does not fit is named at the door. */

/** `type` is GraphQL's own: "Int!", "[Object!]!". `maybe`: absent where the object is of another type. */
export type Field = Readonly<{ type: string; of?: Shape; maybe?: true }>;
export type Shape = Readonly<{ [key: string]: Field }>;

/** What a claim can hold: up to 12 digits before the point. Shopify writes up to 6 after it; a hostile amount has thousands. */
const DECIMAL = /^-?\d{1,12}(\.\d{1,6})?$/;
const isText = (value: unknown): boolean => typeof value === "string";

const scalars: Readonly<Record<string, (value: unknown) => boolean>> = {
  Int: (value) => Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31,
  Float: (value) => typeof value === "number" && Number.isFinite(value),
  Boolean: (value) => typeof value === "boolean",
  Decimal: (value) => isText(value) && DECIMAL.test(String(value)),
  Money: (value) => isText(value) && DECIMAL.test(String(value)),
  DateTime: (value) => isText(value) && !Number.isNaN(Date.parse(String(value))),
  CurrencyCode: (value) => isText(value) && /^[A-Z]{3}$/.test(String(value)),
  JSON: () => true,
};

/** The first thing that does not fit, with its path ("order.lineItems.nodes[2].quantity is not Int!"); null where all fits. */
export function misfit(shape: Shape, value: unknown, path = ""): string | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return `${path || "the answer"} is not an object`;
  for (const [key, field] of Object.entries(shape)) {
    const inner = (value as Readonly<Record<string, unknown>>)[key];
    if (field.maybe && inner === undefined) continue;
    const found = typeMisfit(field.type, field, inner, path ? `${path}.${key}` : key);
    if (found) return found;
  }
  return null;
}

function typeMisfit(type: string, field: Field, value: unknown, path: string): string | null {
  const isNeeded = type.endsWith("!"), inner = isNeeded ? type.slice(0, -1) : type;
  if (value === null || value === undefined) return isNeeded || value === undefined ? `${path} is missing` : null;
  if (!inner.startsWith("[")) return oneMisfit(inner, field, value, path);
  if (!Array.isArray(value)) return `${path} is not a list`;
  for (let i = 0; i < value.length; i++) {
    const found = typeMisfit(inner.slice(1, -1), field, value[i], `${path}[${i}]`);
    if (found) return found;
  }
  return null;
}

function oneMisfit(type: string, field: Field, value: unknown, path: string): string | null {
  if (field.of) return misfit(field.of, value, path);
  return (scalars[type] ?? isText)(value) ? null : `${path} is not ${type}`;
}
