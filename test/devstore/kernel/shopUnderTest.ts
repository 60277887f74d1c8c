import { at } from "../control/storeUnderTest.ts";
import { createShop, type Plan, type Shop } from "../shop.ts";
import { customToken, serve } from "../start.ts";
import { addShop, createWorld, type World } from "./world.ts";

/** An answer with ways to look into it. */
export type Answered = { status: number; body: Record<string, unknown>; headers: Headers; read: (...path: (string | number)[]) => unknown };

export type ShopUnderTest = {
  world: World;
  shop: Shop;
  origin: string;
  /** Sends a document in the newest version, or the one named. */
  call: (query: string, variables?: object, version?: string) => Promise<Answered>;
  close: () => Promise<void>;
};

/** One shop on a free port. `scopes` limits what its token may do. */
export async function shopUnderTest(options: { plan?: Plan; currency?: string; scopes?: string[]; domain?: string } = {}): Promise<ShopUnderTest> {
  const world = createWorld();
  const shop = addShop(world, createShop({ domain: options.domain ?? "under-test.myshopify.com", currency: options.currency ?? "CAD", plan: options.plan ?? "enterprise", tokens: [customToken("T", options.scopes ?? "all")] }));
  const { origin, close } = await serve(world);
  const call: ShopUnderTest["call"] = async (query, variables = {}, version = "2026-10") => {
    const answer = await fetch(`${origin}/admin/api/${version}/graphql.json`, { method: "POST", headers: { "content-type": "application/json", "x-shopify-access-token": "T" }, body: JSON.stringify({ query, variables }) });
    const body = (await answer.json()) as Record<string, unknown>;
    return { status: answer.status, body, headers: answer.headers, read: (...path) => at(body, ...path) };
  };
  return { world, shop, origin, call, close };
}
