import { createHash } from "node:crypto";
import type { GraphQLResolveInfo } from "graphql";
import type { Ctx } from "./context.ts";
import { Failure } from "./failure.ts";
import { refuse } from "./refused.ts";

/** What a key was used for: the mutation with its arguments, and the payload it gave. */
export type UsedKey = { fingerprint: string; payload: unknown };

const KEPT_KEYS = 20_000;
/** From here on the directive is needed where the schema's description speaks of it (documented there). */
const NEEDED_SINCE = "2026-04";

/** Runs a mutation once per key: the same input again gets the first payload, other input is refused (recorded in facts). */
export function once(run: () => unknown, args: unknown, ctx: Ctx, info: GraphQLResolveInfo): unknown {
  const key = keyOf(info);
  if (key === null) {
    if (isNeeded(ctx, info)) throw new Failure("The @idempotent directive is required for this mutation but was not provided.", "BAD_REQUEST");
    return run();
  }
  const fingerprint = createHash("sha256").update(`${info.fieldName}\n${JSON.stringify(args)}`).digest("hex");
  const used = ctx.shop.idempotency.get(key);
  if (used && used.fingerprint !== fingerprint) {
    refuse(null, "The same idempotency key cannot be used with different operation parameters.", "IDEMPOTENCY_KEY_PARAMETER_MISMATCH");
  }
  if (used) return used.payload;
  const payload = run();
  ctx.shop.idempotency.set(key, { fingerprint, payload });
  if (ctx.shop.idempotency.size > KEPT_KEYS) ctx.shop.idempotency.delete(ctx.shop.idempotency.keys().next().value ?? "");
  return payload;
}

function isNeeded(ctx: Ctx, info: GraphQLResolveInfo): boolean {
  const described = info.parentType.getFields()[info.fieldName]?.description ?? "";
  return ctx.apiVersion >= NEEDED_SINCE && described.includes("`@idempotent`");
}

function keyOf(info: GraphQLResolveInfo): string | null {
  const directive = info.fieldNodes[0]?.directives?.find((d) => d.name.value === "idempotent");
  const value = directive?.arguments?.find((a) => a.name.value === "key")?.value;
  if (value?.kind === "StringValue") return value.value;
  if (value?.kind !== "Variable") return null;
  const given = info.variableValues[value.name.value];
  return typeof given === "string" ? given : null;
}
