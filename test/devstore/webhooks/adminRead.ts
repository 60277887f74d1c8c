import { readySchema } from "../kernel/admin.ts";
import { timeOf } from "../kernel/clock.ts";
import type { Ctx } from "../kernel/context.ts";
import { checkedDocument } from "../kernel/document.ts";
import { executed } from "../kernel/execute.ts";
import type { World } from "../kernel/world.ts";
import type { Shop } from "../shop.ts";

const VERSION = "2026-10";

/** The store's own reading, with all scopes, no cost, and nothing told to anybody. */
export function innerContext(world: World, shop: Shop, origin: string): Ctx {
  return {
    world, shop, origin, apiVersion: VERSION,
    token: { token: "", clientId: "devstore", kind: "custom", scopes: "all", expiresAt: null, userId: null },
    now: () => timeOf(shop.clock),
    emit: () => undefined,
  };
}

export type InnerAnswer = { data: Record<string, unknown>; gaps: string[] };

/** Answers an Admin query from the shop's state. `gaps` are the messages of fields that could not be answered. */
export function adminRead(world: World, shop: Shop, query: string, variables: Record<string, unknown>): InnerAnswer {
  const { schema } = readySchema(VERSION);
  const checked = checkedDocument(schema, query, null);
  if (checked.errors) throw new Error(`the store's own query is wrong: ${checked.errors.map((e) => e.message).join("; ")}`);
  const { data, errors } = executed(schema, checked.document, checked.operation, variables, innerContext(world, shop, ""));
  return { data: data ?? {}, gaps: errors.map((e) => e.message) };
}
