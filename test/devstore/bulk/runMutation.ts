import type { Ctx } from "../kernel/context.ts";
import { checkedDocument } from "../kernel/document.ts";
import { executed } from "../kernel/execute.ts";
import { checkedVariables } from "../kernel/variables.ts";
import type { BulkResult } from "./operation.ts";
import { schemaOf } from "./schemaOf.ts";

/** Runs a mutation once per line of variables; one line of result for each, with the number of its line. */
export function runBulkMutation(ctx: Ctx, mutation: string, lines: string): BulkResult {
  const schema = schemaOf(ctx);
  const checked = checkedDocument(schema, mutation, null);
  if (checked.errors) throw new Error(checked.errors[0]?.message ?? "invalid mutation");
  const rows = lines.split("\n").filter((line) => line.trim() !== "");
  const results = rows.map((line, number) => {
    const variables = checkedVariables(schema, checked.operation, JSON.parse(line) as Record<string, unknown>);
    if (variables.errors.length > 0) return { errors: variables.errors, __lineNumber: number };
    const done = executed(schema, checked.document, checked.operation, variables.values, ctx);
    return { data: done.data, ...(done.errors.length > 0 ? { errors: done.errors } : {}), __lineNumber: number };
  });
  const result = results.length === 0 ? null : `${results.map((r) => JSON.stringify(r)).join("\n")}\n`;
  return { objectCount: results.length, rootObjectCount: results.length, result };
}
