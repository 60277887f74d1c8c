import { createHmac, timingSafeEqual } from "node:crypto";

const HEADER = base64url({ alg: "HS256", typ: "JWT" });

function base64url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function signature(signed: string, secret: string): Buffer {
  return createHmac("sha256", secret).update(signed).digest();
}

/** A compact JWT over `claims`, signed HS256 with `secret` (RFC 7515, RFC 7519). */
export function signJwt(claims: object, secret: string): string {
  const signed = `${HEADER}.${base64url(claims)}`;
  return `${signed}.${signature(signed, secret).toString("base64url")}`;
}

function claimsOf(payload: string): Record<string, unknown> | null {
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
    return typeof claims === "object" && claims !== null ? { ...claims } : null;
  } catch {
    return null;
  }
}

/** The claims of a JWT that signJwt made with the same secret; null for anything else. Times are not looked at. */
export function readJwt(token: string, secret: string): Record<string, unknown> | null {
  const [header, payload, given, ...rest] = token.split(".");
  if (header !== HEADER || payload === undefined || given === undefined || rest.length > 0) return null;
  const expected = signature(`${header}.${payload}`, secret);
  const received = Buffer.from(given, "base64url");
  if (received.length !== expected.length || !timingSafeEqual(received, expected)) return null;
  return claimsOf(payload);
}
