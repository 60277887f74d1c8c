import { randomBytes } from "node:crypto";
import type { AccessToken } from "../kernel/world.ts";
import type { CustomerTokenShop } from "./customerToken.ts";

/** An offline token that expires lives 60 minutes, its refresh token 90 days, an online token a day. Seconds. */
export const OFFLINE_LIFE = 3600;
export const REFRESH_LIFE = 90 * 24 * 3600;
export const ONLINE_LIFE = 24 * 3600 - 1;

/** The right to one new pair. Times are milliseconds of the shop's clock; `replacement` is the pair it was traded for. */
export type RefreshToken = {
  readonly token: string;
  readonly accessToken: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly expiresAt: number;
  usedAt: number | null;
  replacement: { accessToken: string; refreshToken: string } | null;
};

/** What one shop remembers of the app: its tokens and whether it is installed. */
export type OauthTables = CustomerTokenShop & {
  refreshTokens: Map<string, RefreshToken>;
  installation: { clientId: string; scopes: string[]; installedAt: string } | null;
};

export type TokenShop = OauthTables & { tokens: Map<string, AccessToken> };

/** One grant: `refresh` is null for tokens that cannot be refreshed. */
export type Grant = { access: AccessToken; refresh: RefreshToken | null };

/** Whom tokens are made for, and when (milliseconds of the shop's clock). */
export type Client = { clientId: string; scopes: readonly string[]; now: number };

export const oauthTables = (): OauthTables => ({ refreshTokens: new Map(), customerTokens: new Map(), installation: null });

function secret(prefix: string): string {
  return `${prefix}_${randomBytes(16).toString("hex")}`;
}

/** Forgets tokens that ended, so that refreshing for a long time does not fill the tables. */
function sweep(shop: TokenShop, now: number): void {
  for (const [key, token] of shop.tokens) if (token.kind !== "custom" && token.expiresAt !== null && token.expiresAt <= now) shop.tokens.delete(key);
  for (const [key, token] of shop.refreshTokens) if (token.expiresAt <= now) shop.refreshTokens.delete(key);
}

function keep(shop: TokenShop, client: Client, kind: "offline" | "online", life: number | null, userId: string | null): AccessToken {
  sweep(shop, client.now);
  const token: AccessToken = {
    token: secret(kind === "online" ? "shpua" : "shpat"),
    clientId: client.clientId,
    kind,
    scopes: client.scopes,
    expiresAt: life === null ? null : client.now + life * 1000,
    userId,
  };
  shop.tokens.set(token.token, token);
  return token;
}

/** A new offline token. An expiring one ends after an hour and comes with a refresh token of 90 days. */
export function issueOffline(shop: TokenShop, client: Client, expiring: boolean): Grant {
  const access = keep(shop, client, "offline", expiring ? OFFLINE_LIFE : null, null);
  if (!expiring) return { access, refresh: null };
  const { clientId, scopes } = client;
  const expiresAt = client.now + REFRESH_LIFE * 1000;
  const refresh = { token: secret("shprt"), accessToken: access.token, clientId, scopes, expiresAt, usedAt: null, replacement: null };
  shop.refreshTokens.set(refresh.token, refresh);
  return { access, refresh };
}

/** A new online token of one staff user, a day long. */
export function issueOnline(shop: TokenShop, client: Client, userId: string): Grant {
  return { access: keep(shop, client, "online", ONLINE_LIFE, userId), refresh: null };
}

/** The token if it may be used at `now` (milliseconds of the shop's clock), else null. */
export function liveToken(shop: TokenShop, token: string, now: number): AccessToken | null {
  const found = shop.tokens.get(token);
  return found !== undefined && (found.expiresAt === null || now < found.expiresAt) ? found : null;
}

/**
 * What happens to a refresh token that was used. "once": it is dead at once, so a second use shows in tests.
 * "until-replaced": it may be sent again, for the same pair, until its replacement is used, for 30 days at most
 * (documented: Shopify's changelog of 2026-08-28).
 */
export type RefreshReuse = "once" | "until-replaced";

const RETRY_MS = 30 * 24 * 3600 * 1000;

function repeated(shop: TokenShop, old: RefreshToken, now: number): Grant | null {
  if (old.usedAt === null || old.replacement === null || now >= old.usedAt + RETRY_MS) return null;
  const refresh = shop.refreshTokens.get(old.replacement.refreshToken);
  const access = shop.tokens.get(old.replacement.accessToken);
  if (refresh === undefined || access === undefined || refresh.usedAt !== null) return null;
  const renewed = { ...access, expiresAt: now + OFFLINE_LIFE * 1000 };
  shop.tokens.set(renewed.token, renewed);
  return { access: renewed, refresh };
}

/**
 * Trades a refresh token for a new pair; the access token it came with ends. Null when the refresh token is unknown,
 * another app's, has run out or was used before (but see RefreshReuse).
 */
export function refreshOffline(shop: TokenShop, client: Client, refreshToken: string, reuse: RefreshReuse): Grant | null {
  const old = shop.refreshTokens.get(refreshToken);
  if (old === undefined || old.clientId !== client.clientId || client.now >= old.expiresAt) return null;
  if (old.usedAt !== null) return reuse === "once" ? null : repeated(shop, old, client.now);
  const grant = issueOffline(shop, { ...client, scopes: old.scopes }, true);
  shop.tokens.delete(old.accessToken);
  old.usedAt = client.now;
  old.replacement = { accessToken: grant.access.token, refreshToken: grant.refresh?.token ?? "" };
  return grant;
}

/** Ends every token an app has in the shop. */
export function revokeAll(shop: TokenShop, clientId: string): void {
  for (const [key, token] of shop.tokens) if (token.clientId === clientId && token.kind !== "custom") shop.tokens.delete(key);
  for (const [key, token] of shop.refreshTokens) if (token.clientId === clientId) shop.refreshTokens.delete(key);
}
