/**
 * Hostile input on the app's own path: webhooks over HTTP, stored and handled; answers of Shopify that are spoilt on their
 * way; files of registrations, checked row by row; files of bulk operations, order by order. One process, its own database and its own local Shopify.
 */
import { createHmac } from "node:crypto";
import { Agent, createServer, request, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { ZodError } from "zod";
import { handleInbox } from "../../app/flows/handleInbox.ts";
import { beginImport, stepImport } from "../../app/flows/importRegistrations.ts";
import { importOrders } from "../../app/flows/importOrders.ts";
import { decideReturn } from "../../app/flows/decideReturn.ts";
import { quoteOrder } from "../../app/flows/quoteOrder.ts";
import { refreshCoverage } from "../../app/flows/refreshCoverage.ts";
import { showOrder } from "../../app/flows/showOrder.ts";
import { keysOf, NotInstalled } from "../../app/shopify.server.ts";
import { ShopifyAway, ShopifyRejected } from "../../app/shopify/admin.ts";
import { OrderTooLarge } from "../../app/shopify/order.ts";
import { askForOrders, bulkStateOf } from "../../app/shopify/orderPages.ts";
import { beginRun } from "../../app/store/orderRuns.ts";
import { takeWebhook } from "../../app/webhooks.server.ts";
import { STAFF } from "../app/asks.ts";
import { merchantShop, type MerchantShop, type Placed } from "../app/merchantShop.ts";
import type { Random } from "../devstore/seed/random.ts";
import { stand } from "../app/stand.ts";
import { MANY, spoil, spoilText } from "./spoil.ts";
import { csvText, Nameless, refused, type Ending, type Target } from "./targets.ts";

export type Live = Readonly<{ targets: readonly Target[]; /** Refunds and returns in the local Shopify's books: hostile input makes none. */ moved: () => string; close: () => Promise<void> }>;

const GONE = "gone.myshopify.com";
const numberOf = (gid: string): number => Number(gid.split("/").at(-1));

/** What a job may end with: it is tried again and then stands before a person, with what is wrong. Anything else is a bug of ours. */
function namedOr(error: unknown): Ending {
  if (error instanceof ShopifyAway || error instanceof ShopifyRejected || error instanceof NotInstalled || error instanceof OrderTooLarge || error instanceof ZodError) return "review";
  throw error;
}

/** Answers of the local Shopify, spoilt while `spoiling` holds a random stream. */
function spoiltAnswers(): Readonly<{ during: <T>(random: Random, work: () => Promise<T>) => Promise<T>; restore: () => void }> {
  const real = globalThis.fetch;
  let spoiling: Random | null = null;
  globalThis.fetch = async (input, init) => {
    const response = await real(input, init), random = spoiling;
    if (random === null || !/graphql\.json$/.test(response.url) || random.chance(0.3)) return response;
    const text = await response.text();
    const answer = random.chance(0.85) ? JSON.stringify(spoilAnswer(random, JSON.parse(text) as Record<string, unknown>)) : spoilText(random, text);
    return new Response(random.chance(0.05) ? answer.replace(/:(\d+)/, `:${"9".repeat(400)}`) : answer, { status: response.status, headers: response.headers });
  };
  return {
    restore: () => void (globalThis.fetch = real),
    during: async (random, work) => {
      spoiling = random;
      return work().finally(() => (spoiling = null));
    },
  };
}

/** Mostly what is asked for is spoilt; sometimes what stands around it; now and then the lines are ten thousand. */
function spoilAnswer(random: Random, answer: Record<string, unknown>): unknown {
  if (random.chance(0.1)) return spoil(random, answer);
  const data = answer["data"] as { order?: { lineItems?: { nodes?: unknown[] } } } | null, lines = data?.order?.lineItems;
  if (lines?.nodes?.length && random.chance(0.01)) return { ...answer, data: { ...data, order: { ...data?.order, lineItems: { ...lines, nodes: Array.from({ length: MANY }, (_, i) => ({ ...(lines.nodes?.[0] as object), id: `gid://shopify/LineItem/${i + 1}` })) } } } };
  return { ...answer, data: spoil(random, data) };
}

/** Text that a header may hold at all; the rest never leaves the sender. */
const sendable = (text: string): string => text.replace(/[^\x20-\x7e]/g, "").slice(0, 5_000);

function sender(m: MerchantShop, port: number, agent: Agent): (random: Random, body: Buffer, topic: string, shop: string, id: string) => Promise<number> {
  const { secret } = keysOf(m.s.app.env);
  return async (random, body, topic, shop, id) => {
    const headers: Record<string, string> = {
      "x-shopify-topic": topic, "x-shopify-shop-domain": shop, "x-shopify-hmac-sha256": createHmac("sha256", secret).update(body).digest("base64"), "x-shopify-api-version": "2026-10", "x-shopify-webhook-id": id, "x-shopify-event-id": id, "x-shopify-triggered-at": "2026-11-28T10:00:00Z",
    };
    const hurt = random.chance(0.15) ? random.pick(Object.keys(headers)) : null;
    if (hurt) headers[hurt] = sendable(spoilText(random, headers[hurt] ?? ""));
    const response = await new Promise<IncomingMessage>((done, fail) => {
      const sent = request({ host: "127.0.0.1", port, path: "/webhooks/any", method: "POST", agent, headers: { ...headers, "content-length": body.length } }, done);
      sent.on("error", fail);
      sent.end(body);
    });
    response.resume();
    return response.statusCode ?? 0;
  };
}

/** Webhooks as Shopify signs them, their bodies and headers spoilt. */
function webhooks(m: MerchantShop, placed: Placed, send: ReturnType<typeof sender>): Target["once"] {
  const { app } = m.s, order = numberOf(placed.orderId);
  const event = { id: order, admin_graphql_api_id: placed.orderId, order_id: order, order: { id: order }, name: placed.name, customer: { id: 7, email: "a@example.com" }, orders_requested: [order], orders_to_redact: [3], data_request: { id: 9 }, line_items: [{ id: 1, price: "10.00" }] };
  const topics = ["orders/updated", "orders/create", "fulfillments/update", "fulfillment_events/create", "refunds/create", "returns/request", "returns/update", "customers/data_request", "customers/redact", "products/update", "no_such/topic"];
  let sent = 0;
  return async (random) => {
    const topic = random.chance(0.04) ? random.pick(["app/uninstalled", "shop/redact"]) : random.pick(topics);
    const shop = /^(app|shop)\//.test(topic) || random.chance(0.05) ? GONE : m.shop;
    const spoilt = JSON.stringify(spoil(random, event)), body = Buffer.from(random.chance(0.3) ? spoilText(random, spoilt) : spoilt);
    const status = await send(random, body, topic, shop, `w${sent++}`);
    if ([400, 401, 413].includes(status)) return "refused";
    if (status !== 200) throw new Error(`a webhook was answered with ${status}`);
    return handled(m);
  };
  async function handled({ s }: MerchantShop): Promise<Ending> {
    const errors: unknown[] = [], listening = { ...app, log: { ...app.log, warn: (_: string, fields: { error?: unknown } = {}) => void errors.push(fields.error) }, jobs: { ...app.jobs, send: async () => {} } };
    const waiting = await s.app.db.prisma.event.findMany({ where: { doneAt: null }, select: { shop: true, resourceId: true } });
    await handleInbox(listening, { of: waiting.map(({ shop, resourceId }) => ({ shop, resource: resourceId ?? "" })) });
    // What failed would be tried again with backoff; here it must not meet the next input.
    await s.app.db.prisma.event.deleteMany({});
    return errors.length ? namedOr(errors[0]) : "decided";
  }
}

function answers(m: MerchantShop, placed: readonly Placed[], returnId: string, { during }: ReturnType<typeof spoiltAnswers>): Target["once"] {
  const { app } = m.s, { shop } = m;
  return (random) => during(random, async () => {
    const { orderId } = random.pick(placed);
    const work = random.pick([() => refreshCoverage(app, { shop, orderId }), () => refreshCoverage(app, { shop, orderId }), () => quoteOrder(app, { shop, orderId }), () => showOrder(app, { shop, orderId }), () => decideReturn(app, { shop, returnId })]);
    return work().then((): Ending => "decided", namedOr);
  });
}

function files(m: MerchantShop, placed: Placed): Target["once"] {
  const { app } = m.s, { shop } = m;
  return async (random) => {
    const text = csvText(random, placed.name, { item: "CS-T550", on: new Date(app.now().getTime() - 86_400_000).toISOString().slice(0, 10) });
    const begun = await beginImport(app, { shop, actor: STAFF, text: random.chance(0.5) ? spoilText(random, text) : text });
    if ("errors" in begun) return refused(begun.errors);
    for (let more = "more"; more === "more"; ) more = await stepImport(app, { shop, importId: begun.id });
    const { state, results } = await app.db.prisma.registrationImport.findFirstOrThrow({ where: { shop, id: begun.id } }), rows = results as { state: string; message?: string }[];
    if (state !== "checked") throw new Nameless(`the file is ${state}`);
    if (rows.some((row) => row.state === "error" && !row.message)) throw new Nameless("a row is refused without saying why");
    await app.db.prisma.registrationImport.deleteMany({ where: { shop } });
    return rows.every((row) => row.state === "error") ? "refused" : rows.some((row) => row.state === "error") ? "review" : "decided";
  };
}

const BROKEN = ["", "{", "null", "[]", "7", '"x"', '{"id":1}', '{"__parentId":"gid://shopify/Order/1","id":"gid://shopify/LineItem/1"}', '{"id":"gid://shopify/Order/1"}', '{"__proto__":{"polluted":true},"id":"gid://shopify/Order/2"}', "\u0000", "[".repeat(5_000)];

/** A bulk operation's lines: some left out, doubled, out of order, spoilt inside, cut, or no such lines at all. */
function spoiltLines(random: Random, lines: readonly string[]): string {
  const mixed = lines.flatMap((line): string[] => {
    if (random.chance(0.75)) return [line];
    switch (random.whole(0, 5)) {
      case 0: return [];
      case 1: return [line, line];
      case 2: return [random.pick(BROKEN), line];
      case 3: return [spoilText(random, line).replaceAll("\n", " ")];
      default: return [JSON.stringify(spoil(random, JSON.parse(line) as object))];
    }
  });
  const text = (random.chance(0.1) ? mixed.toReversed() : mixed).map((line) => `${line}\n`).join("");
  return random.chance(0.05) ? text.slice(0, -random.whole(1, 40)) : text;
}

/** Files of the first import and of the nightly run, through the run itself: broken ones are replaced by pages, orders in doubt are read by themselves. */
async function bulkFiles(m: MerchantShop): Promise<Target["once"]> {
  const { app } = m.s, { shop } = m, { prisma } = app.db, asked = await askForOrders(app.adminFor(shop), null);
  if ("refused" in asked) throw new Error(JSON.stringify(asked.refused));
  const file = async (): Promise<string | null> => {
    const state = await bulkStateOf(app.adminFor(shop), asked.operationId);
    return state.at === "ready" ? state.url : null;
  };
  let url = await file();
  for (let tries = 0; url === null && tries < 200; tries++) [url] = [await file(), await new Promise((done) => setTimeout(done, 50))];
  if (url === null) throw new Error("the bulk operation did not end");
  const lines = (await (await app.fetchFile(url)).text()).trim().split("\n");
  return async (random) => {
    const text = spoiltLines(random, lines), spoilt = { ...app, fetchFile: () => Promise.resolve(new Response(text)) };
    await beginRun(prisma, { shop, kind: "first", since: null, at: new Date(), anew: true });
    await prisma.orderRun.updateMany({ where: { shop }, data: { stage: "bulk", operationId: asked.operationId } });
    try {
      for (let step = "more"; step === "more"; ) step = await importOrders(spoilt, { shop });
    } catch (error) {
      return namedOr(error);
    }
    const { state, stage, message } = await prisma.orderRun.findFirstOrThrow({ where: { shop } });
    if (state !== "done") throw new Nameless(`the run is ${state}`);
    return stage === "bulk" ? "decided" : message ? "refused" : Promise.reject(new Nameless("a file is left without saying why"));
  };
}

/** Opens the app with two orders and a return, served over HTTP on a port of its own. */
export async function openLive(): Promise<Live> {
  const m = await merchantShop("camstro", { stand: (fill, options) => stand(fill, { ...options, write: () => {} }) }), agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const placed = [await m.place({ lines: [{ sku: "CS-T550", price: "64.99", tax: "5.60", quantity: 2 }] }), await m.place({ lines: [{ sku: "CS-T550", price: "64.99" }], deliveredDaysAgo: null })];
  const [first] = placed;
  if (!first) throw new Error("no order was placed");
  const asked = await m.ask("query F($id: ID!) { order(id: $id) { fulfillments(first: 1) { fulfillmentLineItems(first: 1) { nodes { id } } } } }", { id: first.orderId });
  const reason = await m.ask("{ returnReasonDefinitions(first: 1) { nodes { id } } }");
  const made = await m.ask("mutation R($input: ReturnRequestInput!) { returnRequest(input: $input) { return { id } userErrors { field message } } }", { input: { orderId: first.orderId, returnLineItems: [{ fulfillmentLineItemId: asked["order"]?.["fulfillments"]?.[0]?.["fulfillmentLineItems"]?.["nodes"]?.[0]?.["id"], quantity: 1, returnReasonDefinitionId: reason["returnReasonDefinitions"]?.["nodes"]?.[0]?.["id"] }] } });
  const server = createServer((incoming, response) => void takeWebhook(m.s.app, incoming, response));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const spoilt = spoiltAnswers(), send = sender(m, (server.address() as AddressInfo).port, agent);
  const moved = (): string => JSON.stringify({ refunds: [...m.devShop.refunds.keys()] });
  const close = async (): Promise<void> => {
    spoilt.restore();
    agent.destroy();
    server.close();
    await m.s.close();
  };
  return {
    moved, close,
    targets: [
      { name: "webhooks over HTTP", share: 0.012, once: webhooks(m, first, send) },
      { name: "answers on their way", share: 0.008, once: answers(m, placed, String(made["returnRequest"]?.["return"]?.["id"]), spoilt) },
      { name: "files of registrations", share: 0.003, once: files(m, first) },
      { name: "files of bulk operations", share: 0.004, once: await bulkFiles(m) },
    ],
  };
}
