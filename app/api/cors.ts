/**
 * Which pages of a browser may call the API: Shopify's extensions and its admin; beside a dev store, its origin. Calls without
 * an Origin (POS, servers) are no browser's. What protects the data is the session token; this keeps other sites from trying.
 */
import type { Env } from "../env.server.ts";

const shopifys: ReadonlySet<string> = new Set(["https://extensions.shopifycdn.com", "https://cdn.shopify.com", "https://admin.shopify.com", "https://shopify.com"]);
const HOUR_SECONDS = 3600;

/** The origin to allow; null where there is none to name; "refused" where it is not one of ours. */
export function originOf(request: Request, env: Env): string | null | "refused" {
  const origin = request.headers.get("origin");
  if (origin === null) return null;
  if (shopifys.has(origin)) return origin;
  return env.DEVSTORE_URL && origin === new URL(env.DEVSTORE_URL).origin ? origin : "refused";
}

/** The response with the headers a browser asks for. */
export function withCors(response: Response, origin: string | null): Response {
  response.headers.append("vary", "origin");
  if (origin !== null) {
    response.headers.set("access-control-allow-origin", origin);
    response.headers.set("access-control-expose-headers", "retry-after");
  }
  return response;
}

/** The answer to a preflight. */
export function preflight(origin: string | null, methods: readonly string[]): Response {
  const headers = { "access-control-allow-methods": [...methods, "OPTIONS"].join(", "), "access-control-allow-headers": "authorization, content-type, accept-language", "access-control-max-age": String(HOUR_SECONDS) };
  return withCors(new Response(null, { status: 204, headers }), origin);
}
