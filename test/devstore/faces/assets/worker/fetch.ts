import type { Start } from "../extensions/protocol.ts";
import { ask } from "./link.ts";

type Answered = { status: number; body: string };

const DIRECT = /^shopify:\/*(admin|customer-account|storefront)\/(api\/.*)$/;

/**
 * `fetch` as extensions have it. `shopify:` addresses go to Shopify's APIs by way of the page. In the admin and at the till
 * addresses without a host are the app's, and its own server gets a token (Shopify, "Network features", "App authentication").
 */
export function wrapFetch(start: Start): void {
  const plain = self.fetch.bind(self);
  const isStaff = !start.target.startsWith("customer-account.");
  self.fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const address = input instanceof Request ? input.url : String(input);
    const direct = DIRECT.exec(address);
    if (direct) return directly(start, direct[1] ?? "", direct[2] ?? "", init);
    if (!isStaff) return plain(input, init);
    const url = new URL(address, start.appUrl);
    const request = input instanceof Request ? new Request(input, init) : new Request(url, init);
    if (url.origin === new URL(start.appUrl).origin && !request.headers.has("authorization")) request.headers.set("authorization", `Bearer ${await ask<string>("token")}`);
    return plain(request);
  };
}

async function directly(start: Start, api: string, path: string, init?: RequestInit): Promise<Response> {
  if (api === "storefront") throw new Error("not modelled: Storefront API");
  if (api === "customer-account" && !start.apiAccess) throw new Error(`${start.handle} has no api_access: its fetch may not ask the Customer Account API`);
  const { status, body } = await ask<Answered>("direct", api, path, typeof init?.body === "string" ? init.body : "");
  return new Response(body, { status, headers: { "content-type": "application/json" } });
}
