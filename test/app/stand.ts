/** An app with a database of its own against its own dev store, both on this machine; nothing is mocked. */
import { Session } from "@shopify/shopify-api";
import { openApp, type App } from "../../app/app.server.ts";
import { readEnv } from "../../app/env.server.ts";
import { freshDatabase, whereOf } from "./database.ts";
import { createWorld, type World } from "../devstore/kernel/world.ts";
import { serve, type DevStore } from "../devstore/start.ts";

export type Stand = Readonly<{ app: App; store: DevStore; world: World; close: () => Promise<void> }>;

/** Opens both. `fill` puts shops into the world before it is served; time is real unless the app gets a clock. */
export async function stand(fill: (world: World) => Promise<void> | void, options: { now?: () => Date; write?: (line: string) => void } = {}): Promise<Stand> {
  const world = createWorld();
  await fill(world);
  const store = await serve(world);
  const fresh = await freshDatabase();
  const env = readEnv({ DEVSTORE_URL: store.origin, NODE_ENV: "test", ...whereOf(fresh) });
  const app = await openApp(env, options);
  return { app, store, world, close: async () => { await app.close(); await store.close(); await fresh.drop(); } };
}

/** Lets a shop install the app: the store mints a session token, which is exchanged for an offline token as on first opening. */
export async function install({ app, store }: Pick<Stand, "app" | "store">, shop: string): Promise<void> {
  const minted = (await (await fetch(`${store.origin}/__mint`, { method: "POST", body: JSON.stringify({ shop, for: "admin" }) })).json()) as { token: string };
  const response = await fetch(`${store.origin}/${shop}/admin/oauth/access_token`, {
    method: "POST", headers: { "content-type": "application/json" },
    body: JSON.stringify({
      client_id: "recourse-local", client_secret: "recourse-local-secret", grant_type: "urn:ietf:params:oauth:grant-type:token-exchange", subject_token: minted.token,
      subject_token_type: "urn:ietf:params:oauth:token-type:id_token", requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token", expiring: "1",
    }),
  });
  if (!response.ok) throw new Error(`token exchange: ${response.status} ${await response.text()}`);
  const token = (await response.json()) as { access_token: string; scope: string; expires_in: number; refresh_token: string; refresh_token_expires_in: number };
  const session = new Session({ id: `offline_${shop}`, shop, state: "", isOnline: false });
  session.scope = token.scope;
  session.accessToken = token.access_token;
  session.refreshToken = token.refresh_token;
  session.expires = new Date(app.now().getTime() + token.expires_in * 1000);
  session.refreshTokenExpires = new Date(app.now().getTime() + token.refresh_token_expires_in * 1000);
  await app.shopify.sessionStorage.storeSession(session);
  await app.db.prisma.shop.upsert({ where: { domain: shop }, create: { domain: shop }, update: { uninstalledAt: null } });
}
