import { createHmac } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { outsideOf } from "../control/outside.ts";
import { instantOf } from "../kernel/clock.ts";
import { tailOf } from "../kernel/ids.ts";
import type { Asked, Route } from "../kernel/server.ts";
import type { Answer, World } from "../kernel/world.ts";
import { localAddress } from "../webhooks/loopback.ts";
import { customerOf } from "./customerToken.ts";

type Pair = readonly [string, string];

/** Hex HMAC-SHA256 over the sorted "key=value" texts without separators (documented: "Authenticate app proxies"). */
export function proxySignature(pairs: readonly Pair[], secret: string): string {
  const values = new Map<string, string[]>();
  for (const [key, value] of pairs) values.set(key, [...(values.get(key) ?? []), value]);
  const text = [...values].map(([key, list]) => `${key}=${list.join(",")}`).toSorted().join("");
  return createHmac("sha256", secret).update(text).digest("hex");
}

/** Headers that belong to one connection, or that Shopify keeps from the app. */
const KEPT_BACK = ["host", "connection", "content-length", "cookie", "authorization", "transfer-encoding", "keep-alive", "set-cookie", "content-encoding"];

const passedOn = (headers: IncomingHttpHeaders): [string, string][] =>
  Object.entries(headers).filter(([name, value]) => !KEPT_BACK.includes(name) && typeof value === "string").map(([name, value]) => [name, String(value)]);

/** The customer who is signed in to the storefront: here, who sends a token of the Customer Account API. */
function signedIn(asked: Asked): string {
  const token = (asked.headers.authorization ?? "").replace(/^Bearer /, "");
  const customer = asked.shop ? customerOf(asked.shop, token, instantOf(asked.shop.clock)) : null;
  return customer === null ? "" : tailOf(customer);
}

function target(asked: Asked, world: World): URL | null {
  const { app } = outsideOf(world);
  const [, prefix, subpath, rest = ""] = asked.match;
  const { proxy } = app.declaration;
  if (!proxy || !asked.shop || proxy.prefix !== prefix || proxy.subpath !== subpath) return null;
  const url = localAddress(`${proxy.url}${rest}`, app.declaration.applicationUrl, app.appUrl);
  if (url === null) return null;
  const pairs: Pair[] = [
    ...asked.url.searchParams, ["shop", asked.shop.domain], ["logged_in_customer_id", signedIn(asked)],
    ["path_prefix", `/${prefix}/${subpath}`], ["timestamp", String(Math.floor(Date.now() / 1000))],
  ];
  url.search = new URLSearchParams([...pairs, ["signature", proxySignature(pairs, app.secret)]].map(([k, v]) => [k, v])).toString();
  return url;
}

async function forward(asked: Asked, world: World): Promise<Answer> {
  const url = target(asked, world);
  if (url === null) return { status: 404, body: "Not found" };
  const hasBody = asked.method !== "GET" && asked.method !== "HEAD";
  const answer = await fetch(url, { method: asked.method, headers: passedOn(asked.headers), redirect: "manual", ...(hasBody ? { body: new Uint8Array(asked.body) } : {}) }).catch(() => null);
  if (answer === null) return { status: 502, body: "The app did not answer" };
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => !KEPT_BACK.includes(name)));
  return { status: answer.status, headers, body: new Uint8Array(await answer.arrayBuffer()) };
}

/** /apps/recourse/… of a storefront, passed on to the app with who asks and Shopify's signature; cookies stay behind. */
export const appProxyRoutes: Route[] = [{ method: "*", path: /^\/(apps|a|community|tools)\/([\w-]+)((?:\/.*)?)$/, handle: forward }];
