/** Holds an answer of Shopify's against the shape of its document, so that what does not fit is named at the door. */

/** `type` is GraphQL's own: "Int!", "[Object!]!". `maybe`: absent where the object is of another type. */
export type Field = Readonly<{ type: string; of?: Shape; maybe?: true }>;
export type Shape = Readonly<{ [key: string]: Field }>;

/** An amount has up to 15 digits before the point and 6 after it; a hostile one has thousands. */
const DECIMAL = /^-?\d{1,15}(\.\d{1,6})?$/;
const isText = (value: unknown): boolean => typeof value === "string";

const scalars: Readonly<Record<string, (value: unknown) => boolean>> = {
  Int: (value) => Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31,
  Float: (value) => typeof value === "number" && Number.isFinite(value),
  Boolean: (value) => typeof value === "boolean",
  Decimal: (value) => isText(value) && DECIMAL.test(String(value)),
  Money: (value) => isText(value) && DECIMAL.test(String(value)),
  DateTime: (value) => isText(value) && !Number.isNaN(Date.parse(String(value))),
  JSON: () => true,
};

/** The first thing that does not fit, with its path ("order.lineItems.nodes[2].quantity is not Int!"); null where all fits. */
export function misfit(shape: Shape, value: unknown, path = ""): string | null {
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
  if (field.of) return typeof value === "object" && !Array.isArray(value) ? misfit(field.of, value, path) : `${path} is not an object`;
  return (scalars[type] ?? isText)(value) ? null : `${path} is not ${type}`;
}
