import { GraphQLError, getOperationAST, parse, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from "graphql";
import { pathOf } from "./path.ts";
import { placeOf, shopifyValidation, type WireError } from "./validation.ts";

/** A document that was parsed and checked: either its operation or the errors to answer. */
export type Checked = { document: DocumentNode; operation: OperationDefinitionNode; errors: null } | { errors: WireError[] };

/** A parsed text takes some fifty times its length: the cache holds this many characters of texts, the oldest go first. */
const CACHED_CHARACTERS = 400_000;
type Cache = { known: Map<string, Checked>; characters: number };
const caches = new WeakMap<GraphQLSchema, Cache>();

/** Parses and validates once per text and schema, as long as the text is in the cache. */
export function checkedDocument(schema: GraphQLSchema, query: string, operationName: string | null): Checked {
  const cache = caches.get(schema) ?? { known: new Map(), characters: 0 };
  caches.set(schema, cache);
  const key = `${operationName ?? ""}\n${query}`;
  const known = cache.known.get(key);
  if (known) return known;
  const checked = check(schema, query, operationName);
  cache.known.set(key, checked);
  cache.characters += key.length;
  for (const oldest of cache.known.keys()) {
    if (cache.characters <= CACHED_CHARACTERS) break;
    cache.known.delete(oldest);
    cache.characters -= oldest.length;
  }
  return checked;
}

function check(schema: GraphQLSchema, query: string, operationName: string | null): Checked {
  const document = parsed(query);
  if ("message" in document) return { errors: [document] };
  const operation = getOperationAST(document, operationName);
  if (!operation) return { errors: [{ message: operationName === null ? "An operation name is required" : `No operation named "${operationName}"` }] };
  if (operation.operation === "subscription") return { errors: [noSubscriptions(operation)] };
  const errors = shopifyValidation(schema, document);
  return errors.length > 0 ? { errors } : { document, operation, errors: null };
}

const noSubscriptions = (operation: OperationDefinitionNode): WireError => ({
  message: "Schema is not configured for subscriptions",
  locations: placeOf(operation),
  path: pathOf([], operation),
  extensions: { code: "missingSubscriptionConfiguration" },
});

/** Shopify's parser reports the place of the last token it understood, and no path (recorded: graphql-validation-errors). */
function parsed(query: string): DocumentNode | WireError {
  try {
    return parse(query);
  } catch (error) {
    const place = error instanceof GraphQLError ? error.locations?.[0] : undefined;
    const what = error instanceof Error ? error.message.replace(/^Syntax Error: /, "") : String(error);
    const end = what.includes("<EOF>") ? lastPlace(query) : (place ?? { line: 1, column: 1 });
    const message = what.includes("<EOF>") ? "unexpected end of file" : `unexpected ${what.replace(/^.*(?:found|character:) /, "").replace(/\.$/, "")}`;
    return { message: `syntax error, ${message} at [${end.line}, ${end.column}]`, locations: [end], extensions: { code: "PARSE_ERROR" } };
  }
}

function lastPlace(query: string): { line: number; column: number } {
  const lines = query.trimEnd().split("\n");
  const last = lines.at(-1) ?? "";
  return { line: lines.length, column: last.length - (/\w+$/.exec(last)?.[0].length ?? 1) + 1 };
}
