import { notModelled } from "./failure.ts";
import { tailOf } from "./ids.ts";
import { searchableFields } from "./searchable.ts";
import { readQuery, type Query, type Term } from "./searchQuery.ts";

type Found = string | number | boolean | null | undefined | readonly (string | number | boolean | null)[];

/** How a field of a search is compared: `word` by words and prefixes, `exact` whole, the others by their order too. */
export type SearchField<T> = { kind: "word" | "exact" | "id" | "time" | "number"; read: (record: T) => Found };

export type SearchFields<T> = {
  /** The root list that documents the search, e.g. "orders". */
  of: string;
  fields: Record<string, SearchField<T>>;
  /** Names of the fields that a bare word looks into. */
  bare: readonly string[];
};

/**
 * True for records that a search text finds. A field that Shopify documents and this store cannot search by fails by its
 * name; one that nobody knows is left out of account, as Shopify leaves it with a warning (documented: search syntax).
 * `x_not` negates where `x` is known. An empty text finds everything.
 */
export function matcher<T>(search: SearchFields<T>, text: string | null | undefined, now = Date.now()): (record: T) => boolean {
  if (text == null || text.trim() === "") return () => true;
  return compiled(search, readQuery(text), now);
}

function compiled<T>(search: SearchFields<T>, query: Query, now: number): (record: T) => boolean {
  switch (query.kind) {
    case "all":
      return () => true;
    case "not": {
      const inner = compiled(search, query.of, now);
      return (record) => !inner(record);
    }
    case "and":
    case "or": {
      const parts = query.of.map((part) => compiled(search, part, now));
      return query.kind === "and" ? (record) => parts.every((p) => p(record)) : (record) => parts.some((p) => p(record));
    }
    case "term":
      return ofTerm(search, query, now);
  }
}

function ofTerm<T>(search: SearchFields<T>, term: Term, now: number): (record: T) => boolean {
  if (term.field === null) {
    const looked = search.bare.flatMap((name) => search.fields[name] ?? []);
    return (record) => looked.some((field) => valuesOf(field.read(record)).some((v) => bareFits(String(v), term.value)));
  }
  const name = term.field.toLowerCase();
  const field = search.fields[name];
  const opposite = /^(\w+)_not$/.exec(name)?.[1];
  if (!field && opposite && search.fields[opposite]) return compiled(search, { kind: "not", of: { ...term, field: opposite } }, now);
  if (!field && (searchableFields(search.of).has(name) || name.startsWith("metafields."))) throw notModelled(`search of ${search.of} by ${name}`);
  if (!field) return () => true;
  const wanted = term.quoted || term.operator !== ":" ? [term.value] : term.value.split(",");
  const tests = wanted.map((value) => valueTest(field.kind, term.operator, value, now));
  return (record) => {
    const values = valuesOf(field.read(record));
    return tests.some((test) => test(values));
  };
}

const valuesOf = (found: Found): (string | number | boolean)[] =>
  (Array.isArray(found) ? found : [found]).filter((v): v is string | number | boolean => v !== null && v !== undefined && v !== "");

function valueTest(kind: SearchField<never>["kind"], operator: Term["operator"], value: string, now: number): (values: (string | number | boolean)[]) => boolean {
  if (value === "*") return (values) => values.length > 0;
  if (value.toLowerCase() === "null") return (values) => values.length === 0;
  if (kind === "word") return (values) => values.some((v) => wordsFit(String(v), value));
  if (kind === "exact") return (values) => values.some((v) => exactFits(String(v), value));
  if (kind === "time") return timeTest(operator, value, now);
  const wanted = kind === "id" ? Number(tailOf(value)) : Number(value);
  return (values) => values.some((v) => ordered(kind === "id" ? Number(tailOf(String(v))) : Number(v), operator, wanted));
}

const ordered = (a: number, operator: Term["operator"], b: number): boolean =>
  operator === ":" ? a === b : operator === ">" ? a > b : operator === ">=" ? a >= b : operator === "<" ? a < b : a <= b;

const DAY = 86_400_000;

/** A bare date means its whole day (UTC); `now` the present. */
function timeTest(operator: Term["operator"], value: string, now: number): (values: (string | number | boolean)[]) => boolean {
  const from = value === "now" ? now : Date.parse(value);
  const until = /^\d{4}-\d\d-\d\d$/.test(value) ? from + DAY - 1 : from;
  return (values) => values.some((v) => {
    const at = Date.parse(String(v));
    if (operator === ":") return at >= from && at <= until;
    return ordered(at, operator, operator === ">" || operator === "<=" ? until : from);
  });
}

const exactFits = (text: string, wanted: string): boolean =>
  wanted.endsWith("*") ? text.toLowerCase().startsWith(wanted.slice(0, -1).toLowerCase()) : text.toLowerCase() === wanted.toLowerCase();

const words = (text: string): string[] => text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((w) => w !== "");

/** Each word asked for is a word of the text; a star at the end makes the last a beginning. */
function wordsFit(text: string, wanted: string): boolean {
  const prefix = wanted.endsWith("*");
  const asked = words(wanted);
  const own = words(text);
  return asked.length > 0 && asked.every((word, i) => own.some((w) => (prefix && i === asked.length - 1 ? w.startsWith(word) : w === word)));
}

/** A bare word fits as the beginning of a word, or of the whole text ("#1001", an e-mail). */
function bareFits(text: string, wanted: string): boolean {
  const plain = wanted.replace(/\*$/, "").toLowerCase();
  return text.toLowerCase().startsWith(plain) || wordsFit(text, `${plain}*`);
}
