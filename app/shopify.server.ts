/** The configured Shopify library; the only reader of its keys. With a dev store, calls to *.myshopify.com go there. */
import "@shopify/shopify-app-remix/server/adapters/node";
import { createHmac, timingSafeEqual } from "node:crypto";
import { setAbstractFetchFunc } from "@shopify/shopify-api/runtime";
import { ApiVersion, AppDistribution, LogSeverity, shopifyApp } from "@shopify/shopify-app-remix/server";
import type { Session } from "@shopify/shopify-api";
import { z } from "zod";
import type { Database } from "./db.server.ts";
import type { Env } from "./env.server.ts";
import type { Log } from "./log.server.ts";
import { sessionStorage, type Refresh } from "./sessions.server.ts";
import { tokenSeal } from "./tokenSeal.server.ts";
import { adminClient, type Admin } from "./shopify/admin.ts";

export const apiVersion = ApiVersion.October26;

/** What the dev store knows the app as (shopify.app.toml, docs/devstore/outside.md). */
const local = { key: "recourse-local", secret: "recourse-local-secret" } as const;

/** The keys in use: those of a real app, or the dev store's. */
export const keysOf = (env: Env): Readonly<{ key: string; secret: string }> =>
  env.DEVSTORE_URL ? local : { key: env.SHOPIFY_API_KEY ?? "", secret: env.SHOPIFY_API_SECRET ?? "" };

/** fetch, with Shopify's hosts answered by the dev store where one is set. */
export function shopifyFetch(env: Env): typeof fetch {
  const devstore = env.DEVSTORE_URL;
  if (!devstore) return fetch;
  return (input, init) => {
    const asked = new URL(input instanceof Request ? input.url : input);
    if (!asked.hostname.endsWith(".myshopify.com")) return fetch(input, init);
    return fetch(new URL(`/${asked.hostname}${asked.pathname}${asked.search}`, devstore), input instanceof Request ? new Request(input) : init);
  };
}

/** HMAC-SHA256 of the bytes as they came, compared without telling by its time how far it fits. */
const signedWith = (secret: string) => (body: Buffer, signature: string): boolean => {
  const given = Buffer.from(signature, "base64"), wanted = createHmac("sha256", secret).update(body).digest();
  return given.length === wanted.length && timingSafeEqual(given, wanted);
};

export type Shopify = ReturnType<typeof configure>;

const LEVELS = { [LogSeverity.Error]: "error", [LogSeverity.Warning]: "warn", [LogSeverity.Info]: "info", [LogSeverity.Debug]: "debug" } as const;

const configure = (env: Env, log: Log, storage: ReturnType<typeof sessionStorage>, installed: (shop: string) => Promise<void>) =>
  shopifyApp({
    logger: { level: LogSeverity.Warning, log: async (severity, message) => log[LEVELS[severity]](message, { from: "shopify-api" }) }, hooks: { afterAuth: ({ session }) => installed(session.shop) },
    apiKey: keysOf(env).key, apiSecretKey: keysOf(env).secret, apiVersion, appUrl: env.SHOPIFY_APP_URL, authPathPrefix: "/auth", sessionStorage: storage,
    distribution: AppDistribution.AppStore, isEmbeddedApp: true, future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
  });

/** Trades a refresh token for the next pair. Throws where Shopify refuses it: the shop must open the app again. */
const refreshAt = (env: Env, ask: typeof fetch): Refresh => async (shop, refreshToken) => {
  const { key, secret } = keysOf(env);
  const response = await ask(`https://${shop}/admin/oauth/access_token`, {
    method: "POST", headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ client_id: key, client_secret: secret, grant_type: "refresh_token", refresh_token: refreshToken }),
  });
  if (!response.ok) throw new Error(`Shopify refused to refresh the token of ${shop} (${response.status})`);
  return offlineSession(shop, (await response.json()) as TokenAnswer);
};

type TokenAnswer = { access_token: string; scope: string; expires_in: number; refresh_token: string; refresh_token_expires_in: number };

async function offlineSession(shop: string, token: TokenAnswer): Promise<Session> {
  const { Session: Made } = await import("@shopify/shopify-api");
  const session = new Made({ id: `offline_${shop}`, shop, state: "", isOnline: false });
  session.scope = token.scope;
  session.accessToken = token.access_token;
  session.expires = new Date(Date.now() + token.expires_in * 1000);
  session.refreshToken = token.refresh_token;
  session.refreshTokenExpires = new Date(Date.now() + token.refresh_token_expires_in * 1000);
  return session;
}

const onlineAnswer = z.object({ associated_user: z.object({ id: z.union([z.number(), z.string()]), first_name: z.string().nullish(), last_name: z.string().nullish(), email: z.string().nullish() }) });
const STAFF_MS = 3000;

/** Trades a session token for an online one and tells what its user is called; null where Shopify names nobody. Throws where it refuses or is silent. */
const askStaffAt = (env: Env, ask: typeof fetch) => async (shop: string, { userId, token }: Readonly<{ userId: string; token: string }>): Promise<string | null> => {
  const { key, secret } = keysOf(env);
  const response = await ask(`https://${shop}/admin/oauth/access_token`, {
    method: "POST", headers: { "content-type": "application/json", accept: "application/json" }, signal: AbortSignal.timeout(STAFF_MS),
    body: JSON.stringify({
      client_id: key, client_secret: secret, grant_type: "urn:ietf:params:oauth:grant-type:token-exchange", subject_token: token,
      subject_token_type: "urn:ietf:params:oauth:token-type:id_token", requested_token_type: "urn:shopify:params:oauth:token-type:online-access-token",
    }),
  });
  if (!response.ok) throw new Error(`Shopify refused an online token of ${shop} (${response.status})`);
  const { associated_user: user } = onlineAnswer.parse(await response.json());
  if (String(user.id) !== userId) return null;
  return `${user.first_name ?? ""} ${user.last_name ?? ""}`.trim().slice(0, 200) || user.email?.slice(0, 200) || null;
};

/** The same client; `spent` hears of each call's cost. */
function counted(admin: Admin, spent: (calls: number, points: number) => void): Admin {
  return {
    ...admin,
    run: async (document, variables) => {
      const before = admin.spent();
      try {
        return await admin.run(document, variables);
      } finally {
        const after = admin.spent();
        spent(after.calls - before.calls, after.points - before.points);
      }
    },
  };
}

/** The shop has not installed the app, or uninstalled it. */
export class NotInstalled extends Error {
  constructor(shop: string) {
    super(`${shop} has not installed the app`);
  }
}

/** Configures the library over our sessions, and gives Admin clients for work outside a request. `installed` hears of new tokens. */
export function openShopify({ env, db, now, log, spent, installed }: {
  env: Env; db: Database; now: () => Date; log: Log; installed: (shop: string) => Promise<void>;
  /** Hears of calls made and query points spent. */
  spent: (calls: number, points: number) => void;
}): { shopify: Shopify; adminFor: (shop: string) => Admin; isSigned: (body: Buffer, signature: string) => boolean; askStaff: ReturnType<typeof askStaffAt> } {
  const ask = shopifyFetch(env);
  setAbstractFetchFunc(ask);
  const storage = sessionStorage({ db, now, refresh: refreshAt(env, ask), seal: tokenSeal(env.TOKEN_KEYS) });
  const shopify = configure(env, log, storage, installed);
  const accessToken = (shop: string) => async (): Promise<string> => {
    const session = await storage.loadSession(`offline_${shop}`);
    if (!session?.accessToken) throw new NotInstalled(shop);
    return session.accessToken;
  };
  const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  return { shopify, askStaff: askStaffAt(env, ask), isSigned: signedWith(keysOf(env).secret), adminFor: (shop) => counted(adminClient({ shop, accessToken: accessToken(shop), version: apiVersion, fetch: ask, wait }), spent) };
}
