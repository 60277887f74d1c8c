import { timingSafeEqual, createHash } from "node:crypto";
import type { Shop } from "../shop.ts";
import { instantOf } from "../kernel/clock.ts";
import type { Answer } from "../kernel/world.ts";
import { issueOffline, issueOnline, liveToken, refreshOffline, type Client, type Grant } from "./accessToken.ts";
import type { AppSettings } from "./appSettings.ts";
import { readAdminToken } from "./sessionToken.ts";
import { staffUser, type StaffUser } from "./staffUser.ts";

const EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
const ID_TOKEN = "urn:ietf:params:oauth:token-type:id_token";
const OFFLINE = "urn:shopify:params:oauth:token-type:offline-access-token";
const ONLINE = "urn:shopify:params:oauth:token-type:online-access-token";

export type TokenFields = Readonly<Record<string, string>>;

function refused(status: number, error: string, error_description: string): Answer {
  return { status, body: { error, error_description } };
}

function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

function offlineAnswer({ access, refresh }: Grant, now: number): Answer {
  const scope = access.scopes === "all" ? "" : access.scopes.join(",");
  const seconds = (until: number) => Math.max(0, Math.round((until - now) / 1000));
  const lifetime = access.expiresAt === null ? {} : { expires_in: seconds(access.expiresAt) };
  const refreshable = refresh === null ? {} : { refresh_token: refresh.token, refresh_token_expires_in: seconds(refresh.expiresAt) };
  return { status: 200, body: { access_token: access.token, scope, ...lifetime, ...refreshable } };
}

function onlineAnswer({ access }: Grant, user: StaffUser, now: number): Answer {
  const scope = access.scopes === "all" ? "" : access.scopes.join(",");
  const expires_in = Math.round(((access.expiresAt ?? now) - now) / 1000);
  return { status: 200, body: { access_token: access.token, scope, expires_in, associated_user_scope: scope, associated_user: user } };
}

/** A non-expiring offline token may be traded for an expiring pair; it ends with that (documented). */
function migrate(shop: Shop, client: Client, fields: TokenFields): Answer {
  const old = liveToken(shop, fields.subject_token ?? "", client.now);
  if (old?.kind !== "offline" || old.expiresAt !== null || old.clientId !== client.clientId || fields.expiring !== "1") {
    return refused(400, "invalid_subject_token", "The subject token is not a non-expiring offline access token of this app");
  }
  shop.tokens.delete(old.token);
  return offlineAnswer(issueOffline(shop, client, true), client.now);
}

function exchange(shop: Shop, app: AppSettings, client: Client, fields: TokenFields): Answer {
  if (fields.subject_token_type === OFFLINE) return migrate(shop, client, fields);
  if (fields.subject_token_type !== ID_TOKEN) return refused(400, "invalid_request", "subject_token_type is not supported");
  const mint = { domain: shop.domain, clientId: app.clientId, secret: app.secret, nowMs: Date.now() };
  const bearer = readAdminToken(fields.subject_token ?? "", mint);
  if (bearer === null) return refused(400, "invalid_subject_token", "The session token is not valid for this app and shop, or has expired");
  if (fields.requested_token_type === ONLINE) {
    return onlineAnswer(issueOnline(shop, client, String(bearer.userId)), staffUser(shop), client.now);
  }
  if (fields.requested_token_type !== OFFLINE) return refused(400, "invalid_request", "requested_token_type is not supported");
  return offlineAnswer(issueOffline(shop, client, fields.expiring === "1"), client.now);
}

/** Seen in production logs of many apps: 401 with this text, for dead refresh tokens and after uninstalling. */
const DEAD_REFRESH = refused(401, "invalid_request", "This request requires an active refresh_token");

function refresh(shop: Shop, app: AppSettings, client: Client, fields: TokenFields): Answer {
  const grant = refreshOffline(shop, client, fields.refresh_token ?? "", app.refreshReuse);
  return grant === null ? DEAD_REFRESH : offlineAnswer(grant, client.now);
}

/**
 * Answers POST /admin/oauth/access_token for the grants an embedded app with managed install uses: token exchange
 * (online, offline, expiring or not, and from a non-expiring token to an expiring pair), refresh, and client
 * credentials. Times run on the shop's clock, those of session tokens on the real one.
 */
export function answerTokenRequest(shop: Shop, app: AppSettings, fields: TokenFields): Answer {
  if (fields.client_id !== app.clientId || !sameText(fields.client_secret ?? "", app.secret)) {
    return refused(401, "invalid_client", "client_id and client_secret are not those of an app of this store");
  }
  if (fields.grant_type === "refresh_token" && shop.installation === null) return DEAD_REFRESH;
  if (shop.installation === null) return refused(403, "app_not_installed", "The app is not installed on this shop");
  const client = { clientId: app.clientId, scopes: shop.installation.scopes, now: instantOf(shop.clock) };
  switch (fields.grant_type) {
    case EXCHANGE:
      return exchange(shop, app, client, fields);
    case "refresh_token":
      return refresh(shop, app, client, fields);
    case "client_credentials":
      return clientCredentials(shop, client);
    default:
      return refused(400, "unsupported_grant_type", "The grant type is not supported");
  }
}

/** Client credentials give an offline token of a day and no refresh token (documented). */
function clientCredentials(shop: Shop, client: Client): Answer {
  const { access } = issueOffline(shop, client, false);
  const dayLong = { ...access, expiresAt: client.now + (24 * 3600 - 1) * 1000 };
  shop.tokens.set(dayLong.token, dayLong);
  return offlineAnswer({ access: dayLong, refresh: null }, client.now);
}
