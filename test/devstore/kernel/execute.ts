import { execute, type GraphQLError, type DocumentNode, type FieldNode, type GraphQLSchema, type OperationDefinitionNode } from "graphql";
import { fromRecord, typeOfRecord } from "./attach.ts";
import type { Ctx } from "./context.ts";
import { Failure } from "./failure.ts";
import type { WireError } from "./validation.ts";

export type Executed = { data: Record<string, unknown> | null; errors: WireError[] };

/** Runs a checked document. Everything here answers at once: a resolver that returns a promise is a mistake. */
export function executed(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Record<string, unknown>, ctx: Ctx): Executed {
  const result = execute({
    schema,
    document,
    contextValue: ctx,
    variableValues: variables,
    operationName: operation.name?.value ?? null,
    fieldResolver: fromRecord,
    typeResolver: typeOfRecord,
  });
  if (result instanceof Promise) throw new Error("a resolver answered with a promise");
  return { data: result.data ?? null, errors: (result.errors ?? []).map(wireError) };
}

/** Names of the root fields of an operation, fragments left aside. */
export const rootsOf = (operation: OperationDefinitionNode): string[] =>
  operation.selectionSet.selections.filter((s): s is FieldNode => s.kind === "Field").map((s) => s.name.value);

function wireError(error: GraphQLError): WireError {
  const cause = error.originalError;
  const base = { message: error.message, ...(error.locations ? { locations: error.locations } : {}), ...(error.path ? { path: error.path } : {}) };
  if (cause instanceof Failure) return { ...base, extensions: { code: cause.code, ...cause.more } };
  if (cause) console.error(cause);
  return { ...base, message: cause ? `Internal error: ${error.message}` : error.message, extensions: { code: "INTERNAL_SERVER_ERROR" } };
}
