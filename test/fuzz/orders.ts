/** Real answers to the order query, from a seeded local Shopify. */
import { orderForClaims } from "../../app/shopify/documents/order.ts";
import type { OrderRead } from "../../app/shopify/order.ts";
import { createWorld } from "../devstore/kernel/world.ts";
import { inProcess, seedWorld } from "../devstore/seed/seedWorld.ts";

export async function seededOrders(): Promise<readonly OrderRead[]> {
  const world = createWorld();
  await seedWorld(world, { orders: 40, shops: ["amcrest"] });
  const shop = world.shops.get("amcrest.myshopify.com");
  if (!shop) throw new Error("no shop was seeded");
  const ask = inProcess(world, shop, "local-amcrest");
  const { data } = await ask("{ orders(first: 40) { nodes { id } } }", {});
  const ids = (data as unknown as { orders: { nodes: { id: string }[] } }).orders.nodes.map(({ id }) => id);
  return Promise.all(ids.map(async (id) => ((await ask(orderForClaims, { id })).data as unknown as { order: OrderRead }).order));
}
