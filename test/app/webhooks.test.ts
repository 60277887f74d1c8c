import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createRequestListener } from "@remix-run/node-fetch-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { importAgain } from "../../app/flows/importAgain.ts";
import { importOrders } from "../../app/flows/importOrders.ts";
import { noteDelivery } from "../../app/flows/noteDelivery.ts";
import { publishPolicy } from "../../app/flows/publishPolicy.ts";
import { quoteClaim } from "../../app/flows/quoteClaim.ts";
import { reconcileOrders } from "../../app/flows/reconcileOrders.ts";
import { action } from "../../app/routes/webhooks.$.ts";
import { coverageOf } from "../../app/store/coverage.ts";
import { orderRunOf } from "../../app/store/orderRuns.ts";
import { saveSettings } from "../../app/store/shops.ts";
import { startWorker } from "../../app/worker.server.ts";
import { surround } from "../devstore/control/surround.ts";
import { seedWorld } from "../devstore/seed/seedWorld.ts";
import { mapping } from "./mappings.ts";
import { install, stand, type Stand } from "./stand.ts";

const SHOP = "camstro.myshopify.com";
const ARRIVED = "2026-11-20T15:00:00Z", SOONER = "2026-11-18T09:00:00Z";

/** The webhooks' route over HTTP, where the store delivers to. */
async function listening(handle: (request: Request) => Promise<Response>): Promise<Server> {
  const listener = createRequestListener(handle);
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return server;
}

describe("webhooks that do not come as they should", () => {
  let s: Stand, server: Server, orderId: string, lineId: string;
  const post = (path: string, body: object): Promise<Response> => fetch(`${s.store.origin}${path}`, { method: "POST", body: JSON.stringify(body) });
  const fault = (body: object): Promise<Response> => post("/__faults", body);
/** The merchant's own doing, with the token of the merchant's own app. */
  async function run<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const headers = { "content-type": "application/json", "x-shopify-access-token": "local-camstro" };
    const answer = (await (await fetch(`${s.store.origin}/${SHOP}/admin/api/2026-10/graphql.json`, { method: "POST", headers, body: JSON.stringify({ query, variables }) })).json()) as { data?: Data; errors?: unknown };
    if (!answer.data || answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  }

  beforeAll(async () => {
    let handle: (request: Request) => Promise<Response> = async () => new Response(null, { status: 503 });
    server = await listening((request) => handle(request));
    const appUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    s = await stand(async (world) => {
      await seedWorld(world, { seed: 1, orders: 4, shops: ["camstro"] });
      surround(world, { app: { appUrl }, retrySpeed: 20_000 });
    });
    handle = async (request) => {
      try {
        return await action({ request, params: {}, context: { app: s.app } } as never);
      } catch (error) {
        if (error instanceof Response) return error;
        throw error;
      }
    };
    await install(s, SHOP);
    await saveSettings(s.app.db.prisma, SHOP, { mapping, ownChannels: ["custom-app"] });
    await publishPolicy(s.app, { shop: SHOP, actor: { kind: "staff", name: "Test" }, policy: "camstro" });
    await startWorker(s.app);
    await vi.waitUntil(async () => (await orderRunOf(s.app.db.prisma, SHOP))?.state === "done", { timeout: 30_000 });
  }, 90_000);
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await s.close();
  });

  /** An order of two cameras, sent, not yet arrived, and known to the app. */
  beforeEach(async () => {
    await fetch(`${s.store.origin}/__faults`, { method: "DELETE" });
    const { products } = await run<{ products: { nodes: { variants: { nodes: { id: string }[] } }[] } }>(`{ products(first: 1, query: "title:'5MP Turret Camera T550'") { nodes { variants(first: 1) { nodes { id } } } } }`);
    const variantId = products.nodes[0]?.variants.nodes[0]?.id;
    const made = await run<{ orderCreate: { order: { id: string; lineItems: { nodes: { id: string }[] } } | null; userErrors: { message: string }[] } }>(
      `mutation ($order: OrderCreateOrderInput!) { orderCreate(order: $order) { order { id lineItems(first: 5) { nodes { id } } } userErrors { message } } }`,
      { order: { processedAt: "2026-11-10T10:00:00Z", lineItems: [{ variantId, quantity: 2 }], shippingAddress: { address1: "1 Main St", city: "Austin", countryCode: "US", provinceCode: "TX", zip: "73301", firstName: "A", lastName: "B" } } },
    );
    expect(made.orderCreate.userErrors).toEqual([]);
    orderId = made.orderCreate.order?.id ?? "";
    lineId = made.orderCreate.order?.lineItems.nodes[0]?.id ?? "";
    await vi.waitUntil(async () => (await coverageOf(s.app.db.prisma, SHOP, orderId)).length === 1, { timeout: 20_000 });
  }, 40_000);

  /** Sends units of the line in a parcel of their own. */
  async function ship(quantity: number): Promise<string> {
    const { order } = await run<{ order: { fulfillmentOrders: { nodes: { id: string; lineItems: { nodes: { id: string; remainingQuantity: number }[] } }[] } } }>(
      "query ($id: ID!) { order(id: $id) { fulfillmentOrders(first: 5, query: \"status:open OR status:in_progress\") { nodes { id lineItems(first: 5) { nodes { id remainingQuantity } } } } } }", { id: orderId });
    const open = order.fulfillmentOrders.nodes.find((one) => one.lineItems.nodes.some((line) => line.remainingQuantity > 0));
    const { fulfillmentCreate } = await run<{ fulfillmentCreate: { fulfillment: { id: string } | null; userErrors: { message: string }[] } }>(
      "mutation ($f: FulfillmentInput!) { fulfillmentCreate(fulfillment: $f) { fulfillment { id } userErrors { message } } }",
      { f: { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: open?.id, fulfillmentOrderLineItems: [{ id: open?.lineItems.nodes[0]?.id, quantity }] }] } });
    expect(fulfillmentCreate.userErrors).toEqual([]);
    return fulfillmentCreate.fulfillment?.id ?? "";
  }
  const arrive = (fulfillmentId: string, happenedAt: string): Promise<unknown> => run(
    "mutation ($e: FulfillmentEventInput!) { fulfillmentEventCreate(fulfillmentEvent: $e) { fulfillmentEvent { id } userErrors { message } } }", { e: { fulfillmentId, status: "DELIVERED", happenedAt } });

  const line = async (): Promise<object> => {
    const [row] = await coverageOf(s.app.db.prisma, SHOP, orderId);
    const day = (date: Date | null | undefined): string | null => date?.toISOString().slice(0, 10) ?? null;
    return { arrived: day(row?.deliveredAt), by: row?.deliveredBy, units: row?.unitsArrived, back: day(row?.returnUntil), warranty: day(row?.warrantyUntil) };
  };
  /** What the policy gives two cameras that arrived on 20 November 2026 in Texas. */
  const end = { arrived: "2026-11-20", by: "carrier", units: 2, back: "2026-12-20", warranty: "2028-11-20" };
  const quiet = async (): Promise<void> => {
    await fetch(`${s.store.origin}/__webhooks?quiet=15000`);
    await expect.poll(() => s.app.db.prisma.event.count({ where: { shop: SHOP, doneAt: null } }), { timeout: 20_000 }).toBe(0);
  };

  it("as they should", async () => {
    await arrive(await ship(2), ARRIVED);
    await expect.poll(line, { timeout: 15_000 }).toEqual(end);
  });

  it.each([
    ["doubled", { kind: "double" }], ["delayed", { kind: "delay", ms: 700 }], ["overtaken", { kind: "reorder" }],
  ])("%s, they end in the same state", async (_, rule) => {
    await fault({ ...rule, shop: SHOP, topic: "fulfillment_events/create" });
    await fault({ ...rule, shop: SHOP, topic: "orders/updated" });
    await fault({ ...rule, shop: SHOP, topic: "fulfillments/update" });
    await arrive(await ship(2), ARRIVED);
    await quiet();
    await expect.poll(line, { timeout: 15_000 }).toEqual(end);
  });

  it("lost, the night's run comes to the same state", async () => {
    const parcel = await ship(2);
    await quiet();
    for (const topic of ["fulfillment_events/create", "orders/updated", "fulfillments/update"]) await fault({ kind: "drop", shop: SHOP, topic });
    await arrive(parcel, ARRIVED);
    await quiet();
    expect(await line()).toMatchObject({ arrived: null, units: 0 });
    expect(await reconcileOrders(s.app, { shop: SHOP })).toBe(true);
    await expect.poll(line, { timeout: 20_000 }).toEqual(end);
    await expect.poll(async () => (await orderRunOf(s.app.db.prisma, SHOP))?.state, { timeout: 20_000 }).toBe("done");
  }, 180_000);

  it("an order of which every webhook was lost is found by the night's run", async () => {
    const before = new Set((await s.app.db.prisma.coverage.findMany({ where: { shop: SHOP }, select: { orderId: true } })).map((row) => row.orderId));
    await s.app.db.prisma.coverage.deleteMany({ where: { shop: SHOP, orderId } });
    await reconcileOrders(s.app, { shop: SHOP });
    await expect.poll(() => coverageOf(s.app.db.prisma, SHOP, orderId), { timeout: 20_000 }).toHaveLength(1);
    expect(before.has(orderId)).toBe(true);
  });

  it("a line in two parcels is covered by what came, and decided again when the rest comes", async () => {
    const [one, two] = [await ship(1), await ship(1)];
    await arrive(one, SOONER);
    await expect.poll(line, { timeout: 15_000 }).toEqual({ arrived: "2026-11-18", by: "carrier", units: 1, back: "2026-12-18", warranty: "2028-11-18" });
    await arrive(two, ARRIVED);
    await expect.poll(line, { timeout: 15_000 }).toEqual(end);
  });

  it("the customer's word counts until the carrier's event arrives, and is kept beside it", async () => {
    const parcel = await ship(2);
    await quiet();
    expect(await noteDelivery(s.app, { shop: SHOP, orderId, lineId, said: { on: "2026-11-16", by: "customer" } })).toBe(true);
    expect(await line()).toMatchObject({ arrived: "2026-11-16", by: "customer", units: 0, back: "2026-12-16" });
    const quote = await quoteClaim(s.app, { shop: SHOP, orderId, lineId, asked: { request: { reason: "unwanted" }, quantity: 2, originalBuyer: true } });
    expect(quote).toMatchObject({ claim: { item: { deliveredAt: ["2026-11-16"], deliveredAccordingTo: "customer" } }, delivery: { source: "customer", unitsArrived: 0, units: 2 } });
    await arrive(parcel, ARRIVED);
    await expect.poll(line, { timeout: 15_000 }).toEqual(end);
    const [row] = await coverageOf(s.app.db.prisma, SHOP, orderId);
    expect(row).toMatchObject({ saidBy: "customer", saidOn: new Date("2026-11-16T00:00:00Z") });
  });

  it("a wrong signature is refused and stores nothing", async () => {
    const count = await s.app.db.prisma.event.count();
    const address = server.address() as AddressInfo;
    const headers = { "x-shopify-topic": "orders/updated", "x-shopify-shop-domain": SHOP, "x-shopify-hmac-sha256": "AAAA", "x-shopify-api-version": "2026-10", "x-shopify-webhook-id": "1", "content-type": "application/json" };
    expect((await fetch(`http://127.0.0.1:${address.port}/webhooks/orders`, { method: "POST", headers, body: "{}" })).status).toBe(401);
    expect(await s.app.db.prisma.event.count()).toBe(count);
  });

  it("what was handled keeps nothing of a buyer", async () => {
    expect(await s.app.db.prisma.event.count({ where: { shop: SHOP, doneAt: { not: null } } })).toBeGreaterThan(5);
    const kept = await s.app.db.prisma.event.findMany({ where: { shop: SHOP, doneAt: { not: null } }, select: { payload: true } });
    expect(kept.filter((event) => JSON.stringify(event.payload) !== "{}")).toEqual([]);
  });

  it("an import that ends while webhooks arrive leaves the newest state", async () => {
    await importAgain(s.app, { shop: SHOP });
    await arrive(await ship(2), ARRIVED);
    await importOrders(s.app, { shop: SHOP });
    await expect.poll(line, { timeout: 20_000 }).toEqual(end);
  });
});
