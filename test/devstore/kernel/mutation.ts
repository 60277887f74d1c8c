import { isObjectType, type GraphQLObjectType, type GraphQLResolveInfo } from "graphql";
import type { Ctx } from "./context.ts";
import { once } from "./idempotency.ts";
import { Refused, type UserError } from "./refused.ts";
import { isList, namedOf } from "./types.ts";

/**
 * Runs one mutation. A refusal becomes the payload with nulls and every list of user errors filled (orderCancel has
 * two, recorded); a payload that says nothing of its user errors gets empty ones.
 */
export function runMutation(run: () => unknown, args: unknown, ctx: Ctx, info: GraphQLResolveInfo): unknown {
  const payload = namedOf(info.returnType);
  if (!isObjectType(payload)) return run();
  try {
    return { ...errorLists(payload, []), ...(once(run, args, ctx, info) as object) };
  } catch (error) {
    if (error instanceof Refused) return { ...nulls(payload), ...errorLists(payload, error.userErrors), ...error.beside };
    throw error;
  }
}

/** Every list of user errors of a payload, with these errors in it. */
export function errorLists(payload: GraphQLObjectType, errors: readonly UserError[]): Record<string, readonly UserError[]> {
  const names = Object.values(payload.getFields()).filter((f) => isList(f.type) && /UserErrors$|^userErrors$/.test(f.name)).map((f) => f.name);
  return Object.fromEntries(names.map((name) => [name, errors]));
}

const nulls = (payload: GraphQLObjectType): Record<string, null> => Object.fromEntries(Object.keys(payload.getFields()).map((name) => [name, null]));
