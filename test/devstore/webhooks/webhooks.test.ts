import "@shopify/shopify-api/adapters/node";
import { ApiVersion, LogSeverity, shopifyApi } from "@shopify/shopify-api";
import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { at, fakeApp, SHOP, storeUnderTest, type FakeApp, type Heard, type StoreUnderTest } from "../control/storeUnderTest.ts";
import { createShop } from "../shop.ts";
import { LOCAL_SECRET } from "../oauth/appSettings.ts";
import { readAppToml } from "./appToml.ts";
import { deliver } from "./dispatch.ts";
import { passes } from "./filter.ts";
import { isLoopback, localAddress } from "./loopback.ts";
import { payloadMakers } from "./payloads/all.ts";
import { pick } from "./pick.ts";
import { retryWait } from "./queue.ts";

let store: StoreUnderTest;
let app: FakeApp;

beforeAll(async () => {
  app = await fakeApp();
  store = await storeUnderTest({ app: { appUrl: app.url } });
});
beforeEach(async () => {
  await store.send("POST", "/__reset");
  await store.send("POST", "/__install", { shop: SHOP });
  app.heard.length = 0;
  app.answer = () => 200;
});
afterAll(async () => {
  await store.close();
  await app.close();
});

const tell = (topic: string, more: object = {}) => store.send("POST", "/__tell", { shop: SHOP, topic, ...more });
const edited = (id: number) => tell("orders/edited", { id: `gid://shopify/Order/${id}` });
const settled = (ms = 5000) => store.send("GET", `/__webhooks?quiet=${ms}`);
const fault = (rule: object) => store.send("POST", "/__faults", rule);
const orderIds = (heard: Heard[]) => heard.map((h) => at(JSON.parse(h.raw), "order_edit", "order_id"));

function asRequest(heard: Heard): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { method: "POST", url: heard.path, headers: heard.headers });
  return request;
}

const shopify = (secret: string) =>
  shopifyApi({ apiKey: "recourse-local", apiSecretKey: secret, hostName: "localhost", apiVersion: ApiVersion.October26, isEmbeddedApp: true, logger: { level: LogSeverity.Error } });

function validate(heard: Heard, secret = LOCAL_SECRET, raw = heard.raw) {
  const rawRequest = asRequest(heard);
  return shopify(secret).webhooks.validate({ rawBody: raw, rawRequest, rawResponse: new ServerResponse(rawRequest) });
}

describe("a delivery", () => {
  it("is signed so that Shopify's own library takes it, and only with the right secret and body", async () => {
    await tell("shop/redact");
    await settled();
    const [heard] = app.heard;
    if (!heard) throw new Error("nothing was heard");
    expect(await validate(heard)).toMatchObject({ valid: true, topic: "SHOP_REDACT", domain: SHOP, apiVersion: "2026-10" });
    expect(await validate(heard, "another secret")).toMatchObject({ valid: false });
    expect(await validate(heard, LOCAL_SECRET, `${heard.raw} `)).toMatchObject({ valid: false });
  });

  it("carries Shopify's headers, its ids and the time of the shop's clock", async () => {
    await store.send("POST", "/__clock", { at: "2026-03-01T10:00:00Z", stand: true });
    await edited(7);
    await settled();
    expect(app.heard[0]?.headers).toMatchObject({
      "x-shopify-topic": "orders/edited", "x-shopify-shop-domain": SHOP, "x-shopify-api-version": "2026-10", "x-shopify-triggered-at": "2026-03-01T10:00:00.000Z",
      "content-type": "application/json",
    });
    expect(app.heard[0]?.headers["x-shopify-webhook-id"]).not.toBe(app.heard[0]?.headers["x-shopify-event-id"]);
  });

  it("goes where shopify.app.toml says, and nowhere while the app is not installed", async () => {
    await edited(1);
    await tell("shop/redact");
    await settled();
    expect(app.heard.map((h) => h.path).toSorted()).toEqual(["/webhooks/compliance", "/webhooks/orders"]);
    await store.send("POST", "/__uninstall", { shop: SHOP });
    await settled();
    app.heard.length = 0;
    await edited(2);
    expect((await settled()).body.done).toHaveLength(3);
    expect(app.heard).toEqual([]);
  });
});

describe("retries", () => {
  it("wait twice as long each time and fill four hours", () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8].map(retryWait);
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeCloseTo(4 * 3600 * 1000, 3);
    for (let n = 1; n < waits.length; n += 1) expect((waits[n] ?? 0) / (waits[n - 1] ?? 1)).toBeCloseTo(2, 9);
  });

  it("send the same body, ids and signature until the app takes it", async () => {
    app.answer = () => (app.heard.length < 3 ? 500 : 200);
    await edited(3);
    const { body } = await settled();
    expect(app.heard).toHaveLength(3);
    expect(new Set(app.heard.map((h) => [h.raw, h.headers["x-shopify-webhook-id"], h.headers["x-shopify-hmac-sha256"]].join()))).toHaveProperty("size", 1);
    expect(at(body, "done", 0, "state")).toBe("delivered");
  });

  it("end after eight", async () => {
    app.answer = () => 503;
    await edited(4);
    const { body } = await settled();
    expect(app.heard).toHaveLength(9);
    expect([at(body, "done", 0, "state"), at(body, "done", 0, "attempts", 8, "status")]).toEqual(["failed", 503]);
  });

  it("an answer that takes too long is none", async () => {
    app.answer = () => (app.heard.length === 1 ? "never" : 200);
    await edited(5);
    const { body } = await settled();
    expect(String(at(body, "done", 0, "attempts", 0, "error"))).toContain("no answer within 300 ms");
    expect(at(body, "done", 0, "state")).toBe("delivered");
  });

  it("are forgotten by a reset, even of what is being sent", async () => {
    app.answer = () => "never";
    await edited(6);
    await expect.poll(() => app.heard.length).toBe(1);
    await store.send("POST", "/__reset");
    const { body } = await settled();
    expect([body.quiet, body.waiting, body.done]).toEqual([true, [], []]);
    expect(app.heard).toHaveLength(1);
  });

  it("a jump of the clock brings them forward", async () => {
    const slow = await storeUnderTest({ app: { appUrl: app.url }, retrySpeed: 1 });
    app.answer = () => (app.heard.length === 1 ? 500 : 200);
    await slow.send("POST", "/__install", { shop: SHOP });
    await slow.send("POST", "/__tell", { shop: SHOP, topic: "shop/redact" });
    await expect.poll(() => app.heard.length).toBe(1);
    expect((await slow.send("GET", "/__webhooks?quiet=100")).body.quiet).toBe(false);
    await slow.send("POST", "/__clock", { jump: "PT2M" });
    expect((await slow.send("GET", "/__webhooks?quiet=3000")).body.quiet).toBe(true);
    expect(app.heard).toHaveLength(2);
    await slow.close();
  });
});

describe("subscriptions made by API", () => {
  const subscribe = async (topic: string, more: object = {}, token?: string): Promise<string> => {
    const { body } = await store.admin(`mutation ($topic: WebhookSubscriptionTopic!, $to: WebhookSubscriptionInput!) {
      webhookSubscriptionCreate(topic: $topic, webhookSubscription: $to) { webhookSubscription { id } userErrors { message } } }`,
    { topic, to: { uri: `${app.url.replace("http:", "https:")}/by-api`, ...more } }, token);
    return String(at(body, "data", "webhookSubscriptionCreate", "webhookSubscription", "id"));
  };
  const left = async (): Promise<unknown> => (await store.send("GET", `/__state?shop=${SHOP}&table=webhookSubscriptions`)).body.list;
  const byApi = () => app.heard.filter((h) => h.path === "/by-api");

  it("hear of their topic beside the declared ones, with the same event id, and only what their filter lets through", async () => {
    await subscribe("ORDERS_EDITED", { filter: "order_edit.order_id:8", includeFields: ["order_edit.order_id"] });
    await edited(7);
    await edited(8);
    await settled();
    expect(app.heard).toHaveLength(3);
    expect(byApi().map((h) => h.raw)).toEqual(['{"order_edit":{"order_id":8}}']);
    const declared = app.heard.find((h) => h.path !== "/by-api" && at(JSON.parse(h.raw), "order_edit", "order_id") === 8);
    expect(byApi()[0]?.headers["x-shopify-event-id"]).toBe(declared?.headers["x-shopify-event-id"]);
  });

  it("are deleted after eight failures in a row, and what waits for them is dropped; declared ones stay", async () => {
    await subscribe("ORDERS_EDITED");
    app.answer = (heard) => (heard.path === "/by-api" ? 500 : 200);
    await edited(1);
    const { body } = await settled();
    expect(byApi()).toHaveLength(8);
    expect(await left()).toEqual([]);
    expect((body.done as { subscription: string | null; state: string }[]).map((d) => [d.subscription === null, d.state]).toSorted()).toEqual([[false, "dropped"], [true, "delivered"]]);
    await edited(2);
    await settled();
    expect(byApi()).toHaveLength(8);
  });

  it("stay when a success comes between the failures", async () => {
    await subscribe("ORDERS_EDITED");
    app.answer = (heard) => (heard.path !== "/by-api" || byApi().length % 5 === 0 ? 200 : 500);
    for (const id of [1, 2, 3]) {
      await edited(id);
      await settled();
    }
    expect(byApi()).toHaveLength(15);
    expect(await left()).toHaveLength(1);
  });

  it("of the app go when it is uninstalled, those of another app stay", async () => {
    const { token } = (await store.send("POST", "/__mint", { shop: SHOP })).body;
    const { body } = await store.send("POST", `/${SHOP}/admin/oauth/access_token`, {
      client_id: "recourse-local", client_secret: LOCAL_SECRET, grant_type: "urn:ietf:params:oauth:grant-type:token-exchange", subject_token: token,
      subject_token_type: "urn:ietf:params:oauth:token-type:id_token", requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token",
    });
    await subscribe("PRODUCTS_UPDATE", {}, String(body.access_token));
    const other = await subscribe("PRODUCTS_UPDATE");
    await store.send("POST", "/__uninstall", { shop: SHOP });
    expect((await left()) as object[]).toMatchObject([{ id: other }]);
  });
});

describe("on demand", () => {
  it("a webhook is dropped, once", async () => {
    await fault({ kind: "drop", topic: "orders/edited", nth: 2 });
    for (const id of [1, 2, 3]) await edited(id);
    await settled();
    expect(orderIds(app.heard).toSorted()).toEqual([1, 3]);
  });

  it("a webhook is doubled: same event id, same body, another webhook id", async () => {
    await fault({ kind: "double", topic: "orders/edited", times: 1 });
    await edited(1);
    await settled();
    const [a, b] = app.heard;
    expect(app.heard).toHaveLength(2);
    expect([a?.raw, a?.headers["x-shopify-event-id"]]).toEqual([b?.raw, b?.headers["x-shopify-event-id"]]);
    expect(a?.headers["x-shopify-webhook-id"]).not.toBe(b?.headers["x-shopify-webhook-id"]);
  });

  it("a webhook is delayed", async () => {
    await fault({ kind: "delay", topic: "orders/edited", ms: 400, times: 1 });
    const started = Date.now();
    await edited(1);
    await settled();
    expect(Date.now() - started).toBeGreaterThanOrEqual(390);
  });

  it("a webhook is overtaken by the next one", async () => {
    await fault({ kind: "reorder", topic: "orders/edited", times: 1 });
    await edited(1);
    await edited(2);
    await expect.poll(() => app.heard.length).toBe(2);
    expect(orderIds(app.heard)).toEqual([2, 1]);
  });
});

describe("bounds", () => {
  it("no address but this machine's is ever asked", async () => {
    expect(["localhost", "127.0.0.1", "127.9.9.9", "[::1]"].map(isLoopback)).toEqual([true, true, true, true]);
    expect(["example.com", "10.0.0.1", "127.0.0.1.example.com", "localhost.example.com", "0.0.0.0"].map(isLoopback)).toEqual([false, false, false, false, false]);
    expect(localAddress("https://elsewhere.example/hook", "https://localhost:3000", "http://127.0.0.1:1")).toBeNull();
    const abroad = await storeUnderTest({ app: { appUrl: "http://192.0.2.1:80" } });
    await abroad.send("POST", "/__install", { shop: SHOP });
    await abroad.send("POST", "/__tell", { shop: SHOP, topic: "shop/redact" });
    const { body } = await abroad.send("GET", "/__webhooks");
    expect([at(body, "done", 0, "state"), at(body, "done", 0, "attempts")]).toEqual(["unreachable", []]);
    await abroad.close();
  });

  it("the queue takes 5,000 and counts what it lets go", async () => {
    app.answer = () => 500;
    const quietStore = await storeUnderTest({ app: { appUrl: app.url }, retrySpeed: 0.001 });
    const shop = createShop({ domain: SHOP });
    shop.installation = { clientId: "recourse-local", scopes: [], installedAt: "2026-01-01T00:00:00Z" };
    for (let n = 0; n < 5_050; n += 1) deliver(quietStore.outside, { shop, topic: "orders/edited", id: `gid://shopify/Order/${n}`, at: "2026-01-01T00:00:00Z", detail: {} });
    expect(quietStore.outside.queue.waiting.length).toBeLessThanOrEqual(5_000);
    expect(quietStore.outside.queue.overflowed).toBeGreaterThan(0);
    await quietStore.send("POST", "/__reset");
    await quietStore.close();
  });
});

describe("shopify.app.toml", () => {
  it("declares only topics whose payload the store can make", () => {
    const { subscriptions } = readAppToml(new URL("../../../shopify.app.toml", import.meta.url));
    expect(subscriptions.map((s) => s.topic).filter((topic) => payloadMakers[topic] === undefined)).toEqual([]);
    expect(subscriptions).toHaveLength(24);
  });

  it("a filter looks at the payload's own fields, into lists too", () => {
    const payload = { id: 5, total_price: "120.50", cancelled_at: null, line_items: [{ sku: "A-1", price: "7.50" }, { sku: "B 2", price: "90.00" }], created_at: "2026-03-01T00:00:00-05:00" };
    const pass = ["", "id:5", "id:*", "total_price:>=120", "line_items.price:>50 AND line_items.sku:a-1", 'line_items.sku:"B 2"', "id:6 OR id:5", "NOT cancelled_at:*", "created_at:>2026-02-28"];
    expect(pass.filter((filter) => !passes(filter, payload))).toEqual([]);
    const stop = ["id:6", "gone:1", "total_price:<120", "line_items.price:>100", "cancelled_at:*", "id:5 AND id:6", "-id:5"];
    expect(stop.filter((filter) => passes(filter, payload))).toEqual([]);
  });

  it("include_fields keeps what it names, into lists too", () => {
    expect(pick({ id: 1, name: "a", lines: [{ id: 2, sku: "b" }] }, ["id", "lines.sku", "gone"])).toEqual({ id: 1, lines: [{ sku: "b" }] });
  });
});
