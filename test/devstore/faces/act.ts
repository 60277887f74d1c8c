import { readySchema } from "../kernel/admin.ts";
import { answerCall, type Body } from "../kernel/call.ts";
import type { World } from "../kernel/world.ts";
import type { Shop } from "../shop.ts";
import { timeOf } from "../kernel/clock.ts";
import { ACTS, actVariables, type Act } from "./acts.ts";
import { ORDER_QUERY } from "./readings.ts";
import type { OrderShape } from "./shapes.ts";
import type { View } from "./view.ts";

type Reply = { data?: { done?: { userErrors?: { message: string }[] } | null } | null; errors?: { message: string }[] };

/** Calls the Admin API as the shop's owner would by hand: counted, logged, with webhooks. Gives the answer's body. */
export async function callAsOwner(world: World, shop: Shop, body: Body): Promise<Reply> {
  const published = readySchema("2026-10");
  const token = { token: "", clientId: "devstore-admin", kind: "custom", scopes: "all", expiresAt: null, userId: null } as const;
  const answer = await answerCall({ world, shop, token, version: "2026-10", origin: "", published }, body);
  return (answer.body ?? {}) as Reply;
}

/** Does what a button says to an order. Gives null when it is done, else why not. */
export async function actOnOrder(world: World, view: View, act: Act, orderId: string, form: URLSearchParams): Promise<string | null> {
  const { order } = view.read<{ order: OrderShape | null }>(ORDER_QUERY, { id: orderId });
  if (!order) return "There is no such order.";
  const variables = actVariables(act, orderId, form, order, timeOf(view.shop.clock));
  const reply = await callAsOwner(world, view.shop, { query: ACTS[act], operationName: null, variables });
  return reply.errors?.[0]?.message ?? reply.data?.done?.userErrors?.[0]?.message ?? null;
}
