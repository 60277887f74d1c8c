import { GraphQLError, getOperationAST, parse, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from "graphql";
import { shopifyValidation, type WireError } from "./validation.ts";

/** A document that was parsed and checked: either its operation or the errors to answer. */
export type Checked = { document: DocumentNode; operation: OperationDefinitionNode; errors: null } | { errors: WireError[] };

const CACHE_LIMIT = 1000;
const caches = new WeakMap<GraphQLSchema, Map<string, Checked>>();

/** Parses and validates once per text and schema; the last thousand texts are kept. */
export function checkedDocument(schema: GraphQLSchema, query: string, operationName: string | null): Checked {
  const cache = caches.get(schema) ?? new Map<string, Checked>();
  caches.set(schema, cache);
  const key = `${operationName ?? ""}\n${query}`;
  const known = cache.get(key);
  if (known) return known;
  const checked = check(schema, query, operationName);
  if (cache.size >= CACHE_LIMIT) cache.delete(cache.keys().next().value ?? "");
  cache.set(key, checked);
  return checked;
}

function check(schema: GraphQLSchema, query: string, operationName: string | null): Checked {
  const document = parsed(query);
  if ("message" in document) return { errors: [document] };
  const operation = getOperationAST(document, operationName);
  if (!operation) return { errors: [{ message: operationName === null ? "An operation name is required" : `No operation named "${operationName}"` }] };
  const errors = shopifyValidation(schema, document);
  return errors.length > 0 ? { errors } : { document, operation, errors: null };
}

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
