import { config } from "./config.ts";
import { ask } from "./link.ts";
import { openOutside } from "./navigation.ts";
import { idToken } from "./token.ts";

const plainFetch = window.fetch.bind(window);
const RETRY = "x-shopify-retry-invalid-session-request";
const REAUTHORIZE = "x-shopify-api-request-failure-reauthorize";
const REAUTHORIZE_URL = "x-shopify-api-request-failure-reauthorize-url";

const isOwn = (url: URL): boolean => url.origin === location.origin || (config.appOrigins ?? []).includes(url.origin);

/** fetch("shopify:admin/api/…/graphql.json"): the admin asks for the app. */
async function adminApi(request: Request): Promise<Response> {
  const { status, body } = await ask<{ status: number; body: string }>("adminApi", { path: request.url.replace(/^shopify:\/*/, "/"), body: await request.text() });
  return new Response(body, { status, headers: { "content-type": "application/json" } });
}

async function withToken(request: Request): Promise<Response> {
  const headers = new Headers(request.headers);
  headers.set("authorization", `Bearer ${await idToken()}`);
  if (!headers.has("x-requested-with")) headers.set("x-requested-with", "XMLHttpRequest");
  return plainFetch(new Request(request, { headers }));
}

/** fetch as App Bridge patches it: own requests carry a session token, are tried once more when the server asks for it, and a page to authorise again is opened around the app. */
export async function bridgeFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  const url = new URL(request.url, location.href);
  if (url.protocol === "shopify:") return adminApi(request);
  if (!isOwn(url) || request.headers.has("authorization") || config.disabledFeatures.includes("fetch")) return plainFetch(request);
  const again = request.clone();
  const first = await withToken(request);
  const response = first.headers.has(RETRY) ? await withToken(again) : first;
  if (response.headers.get(REAUTHORIZE) === "1" || response.headers.has(REAUTHORIZE_URL)) {
    openOutside(new URL(response.headers.get(REAUTHORIZE_URL) ?? "/", location.href).href);
  }
  return response;
}
