import { readySchema } from "../kernel/admin.ts";
import { answerCall } from "../kernel/call.ts";
import { addShop, type World } from "../kernel/world.ts";
import { createShop, PLANS, type Shop } from "../shop.ts";
import { customToken } from "../start.ts";
import type { AdminAnswer, Send } from "./adminCall.ts";
import { fillShop, type Filled } from "./fillShop.ts";
import { readMerchants, readPlaces, type Merchant } from "./merchant.ts";

export type SeedOptions = { readonly seed?: number; readonly today?: string; readonly orders?: number; readonly shops?: readonly string[] };

/** The shop of a merchant, empty but for its location; its token may do everything. */
export function shopOf({ shop }: Merchant): Shop {
  const { domain, name, email, currency, zone, plan } = shop;
  return createShop({ domain, name, email, currency, zone, plan, countryCode: shop.country, tokens: [customToken(shop.token)] });
}

/**
 * The Admin API without the way over HTTP: the same checks, prices and rules. The bucket is filled before each call,
 * for a local start must not wait for the rate limit of a plan.
 */
export function inProcess(world: World, shop: Shop, token: string): Send {
  const published = readySchema("2026-10");
  return async (query, variables) => {
    shop.throttle = { available: PLANS[shop.plan].restoreRate * 20, at: Date.now() };
    const answer = await answerCall({ world, shop, token: customToken(token), version: "2026-10", origin: "", published }, { query, operationName: null, variables });
    return (answer.body ?? {}) as AdminAnswer;
  };
}

/**
 * Adds the merchants' shops to a world and fills them, through the Admin API alone. Call it before the app is put around
 * the world: what happened before the app was there is not told to it. Throws when something is refused.
 */
export async function seedWorld(world: World, options: SeedOptions = {}): Promise<Filled[]> {
  const places = readPlaces();
  const wanted = readMerchants().filter((m) => options.shops?.includes(m.id) ?? true);
  const fill = { seed: options.seed ?? 1, today: options.today ?? new Date().toISOString().slice(0, 10), orders: options.orders ?? 200 };
  const filled: Filled[] = [];
  for (const merchant of wanted) {
    const shop = addShop(world, shopOf(merchant));
    filled.push(await fillShop(inProcess(world, shop, merchant.shop.token), merchant, places, fill));
  }
  world.log.length = 0;
  return filled;
}
