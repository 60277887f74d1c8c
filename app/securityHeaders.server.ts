/** What every answer tells the browser about how far it may be trusted. */
import type { Env } from "./env.server.ts";

const YEAR_SECONDS = 31_536_000;

/** Headers of every answer, files too. HSTS only where the app is served by https. */
export function securityHeaders({ SHOPIFY_APP_URL }: Pick<Env, "SHOPIFY_APP_URL">): Readonly<Record<string, string>> {
  return {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
    ...(SHOPIFY_APP_URL.startsWith("https:") ? { "strict-transport-security": `max-age=${YEAR_SECONDS}; includeSubDomains` } : {}),
  };
}

/**
 * A screen's content security policy: what the library says of frames (Shopify's admin and the shop alone), and scripts
 * of our own, of App Bridge, and those that carry the answer's nonce. A script that came in with a shop's data runs nowhere.
 */
export function screenPolicy(framing: string | null, nonce: string, { DEVSTORE_URL }: Pick<Env, "DEVSTORE_URL">): string {
  const bridge = DEVSTORE_URL ? new URL(DEVSTORE_URL).origin : "https://cdn.shopify.com";
  const own = [`script-src 'self' 'nonce-${nonce}' ${bridge}`, "object-src 'none'", "base-uri 'self'", "form-action 'self'"];
  return [...(framing ? [framing.replace(/;\s*$/, "")] : ["frame-ancestors 'none'"]), ...own].join("; ");
}
