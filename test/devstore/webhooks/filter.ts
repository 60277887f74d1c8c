import { readQuery, type Query, type Term } from "../kernel/searchQuery.ts";
import { isData } from "./payloads/rest.ts";

/** All values at a dotted path of a payload, lists opened: "line_items.price". */
function valuesAt(value: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, path));
  const [head, ...rest] = path;
  if (head === undefined) return value === null || value === undefined ? [] : [value];
  return isData(value) ? valuesAt(value[head], rest) : [];
}

function compared(value: unknown, { operator, value: wanted }: Term): boolean {
  if (operator === ":") return wanted === "*" || String(value).toLowerCase() === wanted.toLowerCase();
  const [a, b] = [value, wanted].map((side) => (Number.isNaN(Number(side)) ? Date.parse(String(side)) : Number(side)));
  if (a === undefined || b === undefined) return false;
  switch (operator) {
    case ">":
      return a > b;
    case ">=":
      return a >= b;
    case "<":
      return a < b;
    case "<=":
      return a <= b;
  }
}

function holds(query: Query, payload: unknown): boolean {
  switch (query.kind) {
    case "all":
      return true;
    case "not":
      return !holds(query.of, payload);
    case "and":
      return query.of.every((part) => holds(part, payload));
    case "or":
      return query.of.some((part) => holds(part, payload));
    case "term":
      return query.field !== null && valuesAt(payload, query.field.split(".")).some((value) => compared(value, query));
  }
}

/** True when a payload passes a subscription's filter, in search syntax over the payload's own fields (documented: "Delivery filtering"). */
export const passes = (filter: string | null, payload: unknown): boolean => filter === null || filter.trim() === "" || holds(readQuery(filter), payload);
