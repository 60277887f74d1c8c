import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Shop } from "../shop.ts";
import type { Answer, World } from "./world.ts";

/** One request, its shop found and its path freed of the shop's prefix. */
export type Asked = {
  readonly method: string;
  readonly url: URL;
  /** Path without the shop: "/admin/api/2026-10/graphql.json". */
  readonly path: string;
  readonly match: RegExpExecArray;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Null when neither path, host nor token names a shop and there is not just one. */
  readonly shop: Shop | null;
  /** "http://127.0.0.1:4100", with the shop's prefix when the request had one. */
  readonly origin: string;
};

/** One entry of the router's table; the first whose method and path fit answers. `method` "*" takes every method. */
export type Route = { method: string; path: RegExp; handle: (asked: Asked, world: World) => Promise<Answer> | Answer };

/** An HTTP server over the table. Not listening yet. */
export function httpServer(world: World, routes: readonly Route[]): Server {
  // A connection that is kept is not closed just as a caller uses it again.
  return createServer({ keepAliveTimeout: 120_000 }, (request, response) => {
    answered(world, routes, request)
      .catch((error: unknown) => {
        console.error(error);
        return { status: 500, body: { errors: "Internal Server Error" } } satisfies Answer;
      })
      .then((answer) => send(response, answer));
  });
}

async function answered(world: World, routes: readonly Route[], request: IncomingMessage): Promise<Answer> {
  const url = new URL(request.url ?? "/", `http://${request.headers.host ?? "127.0.0.1"}`);
  const { shop, path, prefix } = addressee(world, url, request.headers);
  const body = await bodyOf(request);
  const method = request.method ?? "GET";
  for (const route of routes) {
    const match = route.method === "*" || route.method === method ? route.path.exec(path) : null;
    if (match) return route.handle({ method, url, path, match, headers: request.headers, body, shop, origin: url.origin + prefix }, world);
  }
  return { status: 404, body: { errors: "Not Found" } };
}

/** A shop is named by the path's first part ("/one.myshopify.com/admin/…"), the host, or its token; a lone shop needs no name. */
function addressee(world: World, url: URL, headers: IncomingHttpHeaders): { shop: Shop | null; path: string; prefix: string } {
  const first = url.pathname.split("/")[1] ?? "";
  if (first.endsWith(".myshopify.com")) return { shop: world.shops.get(first) ?? null, path: url.pathname.slice(first.length + 1), prefix: `/${first}` };
  const named = world.shops.get(url.hostname);
  return { shop: named ?? byToken(world, headers["x-shopify-access-token"]) ?? onlyShop(world), path: url.pathname, prefix: "" };
}

const byToken = (world: World, token: unknown): Shop | undefined =>
  typeof token === "string" ? [...world.shops.values()].find((shop) => shop.tokens.has(token)) : undefined;

const onlyShop = (world: World): Shop | null => (world.shops.size === 1 ? ([...world.shops.values()][0] ?? null) : null);

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function send(response: ServerResponse, answer: Answer): void {
  if (answer.hangUp) {
    response.destroy();
    return;
  }
  const raw = typeof answer.body === "string" || answer.body instanceof Uint8Array || answer.body === undefined;
  const type = raw ? {} : { "content-type": "application/json; charset=utf-8" };
  response.writeHead(answer.status, { ...type, ...answer.headers });
  response.end(raw ? answer.body : JSON.stringify(answer.body));
}
