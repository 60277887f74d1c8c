import { readySchema } from "../kernel/admin.ts";
import { timeOf } from "../kernel/clock.ts";
import type { Ctx } from "../kernel/context.ts";
import { checkedDocument } from "../kernel/document.ts";
import { executed } from "../kernel/execute.ts";
import type { World } from "../kernel/world.ts";
import type { Shop } from "../shop.ts";

const VERSION = "2026-10";

export type InnerAnswer = { data: Record<string, unknown>; gaps: string[] };
type Inner = { world: World; shop: Shop; origin: string };

/** The store's own caller, with all scopes and no cost. */
function innerContext({ world, shop, origin }: Inner, emit: Ctx["emit"]): Ctx {
  return {
    world, shop, origin, apiVersion: VERSION, access: new Map(),
    token: { token: "", clientId: "devstore", kind: "custom", scopes: "all", expiresAt: null, userId: null },
    now: () => timeOf(shop.clock),
    emit,
  };
}

function answered(inner: Inner, query: string, variables: Record<string, unknown>, emit: Ctx["emit"]): InnerAnswer {
  const { schema } = readySchema(VERSION);
  const checked = checkedDocument(schema, query, null);
  if (checked.errors) throw new Error(`the store's own query is wrong: ${checked.errors.map((e) => e.message).join("; ")}`);
  const { data, errors } = executed(schema, checked.document, checked.operation, variables, innerContext(inner, emit));
  return { data: data ?? {}, gaps: errors.map((e) => e.message) };
}

/** Answers an Admin query from the shop's state. `gaps` are the messages of fields that could not be answered. */
export function adminRead(world: World, shop: Shop, query: string, variables: Record<string, unknown>): InnerAnswer {
  return answered({ world, shop, origin: "" }, query, variables, () => undefined);
}

/** Runs an Admin operation on somebody's behalf; what it makes happen is told like any other. */
export function innerQuery(inner: Inner, query: string, variables: Record<string, unknown>): InnerAnswer {
  const { world, shop } = inner;
  return answered(inner, query, variables, (topic, id, detail = {}) => world.onHappening({ shop, topic, id, at: timeOf(shop.clock), detail }));
}
