import { randomUUID } from "node:crypto";
import { readJwt, signJwt } from "./jwt.ts";

/** Admin session tokens live one minute (Shopify, "Session tokens"); those of customer accounts five. Seconds. */
export const ADMIN_TOKEN_LIFE = 60;
export const CUSTOMER_TOKEN_LIFE = 300;

/** Shopify's library forgives ten seconds between the clocks; the exchange here does the same. Seconds. */
const CLOCK_TOLERANCE = 10;

/** The claims of a session token. Times are whole seconds since 1970. `sub`: user id, or a customer's gid. */
export interface SessionClaims {
  iss?: string;
  dest: string;
  aud: string;
  sub?: string;
  exp: number;
  nbf: number;
  iat: number;
  jti: string;
  sid?: string;
}

export interface MintFor {
  domain: string;
  clientId: string;
  secret: string;
  /** Milliseconds since 1970, of the real clock: the app's own library checks the times against its clock. */
  nowMs: number;
  /** Seconds from now until it ends; negative makes a token that ended so long ago. */
  life?: number;
}

function times(nowMs: number, life: number): Pick<SessionClaims, "exp" | "nbf" | "iat"> {
  const exp = Math.floor(nowMs / 1000) + life;
  const iat = life < 0 ? exp - ADMIN_TOKEN_LIFE : exp - life;
  return { exp, nbf: iat, iat };
}

/** A session token as App Bridge's idToken() gives it: of one staff user in one shop's admin. */
export function mintAdminToken(mint: MintFor, userId: number, sessionId: string): string {
  const claims: SessionClaims = {
    iss: `https://${mint.domain}/admin`,
    dest: `https://${mint.domain}`,
    aud: mint.clientId,
    sub: String(userId),
    ...times(mint.nowMs, mint.life ?? ADMIN_TOKEN_LIFE),
    jti: randomUUID(),
    sid: sessionId,
  };
  return signJwt(claims, mint.secret);
}

/**
 * A session token as a customer account extension's sessionToken.get() gives it: `dest` is the bare domain, `sub`
 * the customer's gid, absent when nobody is signed in (Shopify, "Session Token API"). It names no order.
 */
export function mintCustomerToken(mint: MintFor, customerGid: string | null): string {
  const claims: SessionClaims = {
    dest: mint.domain,
    aud: mint.clientId,
    ...(customerGid === null ? {} : { sub: customerGid }),
    ...times(mint.nowMs, mint.life ?? CUSTOMER_TOKEN_LIFE),
    jti: randomUUID(),
  };
  return signJwt(claims, mint.secret);
}

/**
 * The claims of an admin session token that may be exchanged at `domain`: signed by the app's secret, for this
 * app and shop, and in its time by `nowMs` (ten seconds forgiven). Null otherwise.
 */
export function readAdminToken(token: string, expected: MintFor): { userId: number; sessionId: string } | null {
  const claims = readJwt(token, expected.secret);
  if (claims === null || claims.aud !== expected.clientId || claims.dest !== `https://${expected.domain}`) return null;
  const now = expected.nowMs / 1000;
  if (typeof claims.exp !== "number" || claims.exp + CLOCK_TOLERANCE < now) return null;
  if (typeof claims.nbf !== "number" || claims.nbf - CLOCK_TOLERANCE > now) return null;
  const userId = Number(claims.sub);
  if (!Number.isInteger(userId) || typeof claims.sid !== "string") return null;
  return { userId, sessionId: claims.sid };
}
