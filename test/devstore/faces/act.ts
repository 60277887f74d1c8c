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

/** The same for one mutation with the alias `done`: gives its payload. Throws Shopify's words when it is refused. */
export async function doAsOwner(world: World, shop: Shop, query: string, variables: Record<string, unknown>): Promise<unknown> {
  const reply = await callAsOwner(world, shop, { query, operationName: null, variables });
  const refused = reply.errors?.[0]?.message ?? reply.data?.done?.userErrors?.[0]?.message;
  if (refused !== undefined) throw new RefusedByShop(refused);
  return reply.data?.done;
}

/** What the Admin API refused, in its words. */
export class RefusedByShop extends Error {}

/** Does what a button says to an order. Gives null when it is done, else why not. */
export async function actOnOrder(world: World, view: View, act: Act, orderId: string, form: URLSearchParams): Promise<string | null> {
  const { order } = view.read<{ order: OrderShape | null }>(ORDER_QUERY, { id: orderId });
  if (!order) return "There is no such order.";
  const variables = actVariables(act, orderId, form, order, timeOf(view.shop.clock));
  return refusalOf(() => doAsOwner(world, view.shop, ACTS[act], variables));
}

/** Null when it went through, else why Shopify refused it; other errors go on. */
export async function refusalOf(run: () => Promise<unknown>): Promise<string | null> {
  try {
    await run();
    return null;
  } catch (error) {
    if (error instanceof RefusedByShop) return error.message;
    throw error;
  }
}
