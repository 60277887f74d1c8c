import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { surround, type SurroundOptions } from "./surround.ts";
import type { Outside } from "./outside.ts";
import { createShop } from "../shop.ts";
import { addShop, createWorld } from "../kernel/world.ts";
import { customToken, serve } from "../start.ts";

export const SHOP = "one.myshopify.com";
export const OTHER_SHOP = "two.myshopify.com";
export const TOKEN = "shpat_custom";

export type Sent = { status: number; body: Record<string, unknown> };
export type Heard = { path: string; headers: IncomingHttpHeaders; raw: string };

/** An app that keeps what it hears and answers what it is told to: a status, or nothing ever. */
export type FakeApp = { url: string; heard: Heard[]; answer: (heard: Heard) => number | "never"; close: () => Promise<void> };

export type StoreUnderTest = {
  origin: string;
  outside: Outside;
  send: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Sent>;
  admin: (query: string, variables?: object, token?: string) => Promise<Sent>;
  close: () => Promise<void>;
};

const listening = (server: Server): Promise<string> =>
  new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)));

/** Starts an app on a free port; it answers 200 until told otherwise. */
export async function fakeApp(): Promise<FakeApp> {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const one = { path: request.url ?? "", headers: request.headers, raw: Buffer.concat(parts).toString("utf8") };
      heard.push(one);
      const status = app.answer(one);
      if (status !== "never") response.writeHead(status).end();
    });
  });
  const url = await listening(server);
  const close = (): Promise<void> => new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
  const app: FakeApp = { url, heard, answer: () => 200, close };
  return app;
}

/** A store with two shops on a free port. Retries run 40,000 times faster: four hours are a third of a second. */
export async function storeUnderTest(options: SurroundOptions = {}): Promise<StoreUnderTest> {
  const world = createWorld();
  for (const domain of [SHOP, OTHER_SHOP]) addShop(world, createShop({ domain, currency: "CAD", plan: "enterprise", tokens: [customToken(`${TOKEN}_${domain}`)] }));
  const outside = surround(world, { retrySpeed: 40_000, answerLimitMs: 300, ...options });
  const { origin, close } = await serve(world);
  const send: StoreUnderTest["send"] = async (method, path, body, headers = {}) => {
    const answer = await fetch(`${origin}${path}`, { method, headers: { "content-type": "application/json", ...headers }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const text = await answer.text();
    return { status: answer.status, body: text.startsWith("{") ? JSON.parse(text) : text.startsWith("[") ? { list: JSON.parse(text) } : { text } };
  };
  const admin: StoreUnderTest["admin"] = (query, variables = {}, token = `${TOKEN}_${SHOP}`) =>
    send("POST", `/${SHOP}/admin/api/2026-10/graphql.json`, { query, variables }, { "x-shopify-access-token": token });
  return { origin, outside, send, admin, close };
}

/** A value inside an answer: `at(body, "data", "shop", "name")`. */
export function at(body: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined), body);
}

/** Runs a mutation of one root and gives its payload. Throws with the whole answer when it was refused. */
export async function mutate(store: StoreUnderTest, mutation: string, variables: object): Promise<Record<string, unknown>> {
  const { body } = await store.admin(mutation, variables);
  const payload = Object.values((body.data ?? {}) as object)[0];
  const refusals = at(payload, "userErrors");
  if (body.errors !== undefined || !Array.isArray(refusals) || refusals.length > 0) throw new Error(JSON.stringify(body));
  return payload;
}
