import type { AddressInfo } from "node:net";
import { isSurrounded } from "./control/outside.ts";
import { surround } from "./control/surround.ts";
import { readySchema } from "./kernel/admin.ts";
import { httpServer } from "./kernel/server.ts";
import { addShop, createWorld, type AccessToken, type World } from "./kernel/world.ts";
import { allRoutes } from "./routes.ts";
import { createShop, type Shop, type ShopOptions } from "./shop.ts";

export type DevStore = { world: World; origin: string; close: () => Promise<void> };

/** Serves a world on 127.0.0.1, with the app of shopify.app.toml around it unless surround() was called before. Port 0 takes a free one. Rejects when the port is taken. */
export async function serve(world: World, port = 0): Promise<DevStore> {
  readySchema("2026-10");
  if (!isSurrounded(world)) surround(world);
  const server = httpServer(world, allRoutes);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const close = (): Promise<void> => new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
  return { world, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

/** A token that may do everything, as a custom app's. */
export const customToken = (token: string, scopes: readonly string[] | "all" = "all"): AccessToken => ({
  token, clientId: "custom-app", kind: "custom", scopes, expiresAt: null, userId: null,
});

/** A world with one fresh shop that knows one token. */
export function oneShop(options: Partial<ShopOptions> & { token: string }): { world: World; shop: Shop } {
  const world = createWorld();
  const shop = addShop(world, createShop({ domain: "fresh.myshopify.com", ...options, tokens: [customToken(options.token)] }));
  return { world, shop };
}
