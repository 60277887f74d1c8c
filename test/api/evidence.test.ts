/** Photos over HTTP: staged at Shopify, taken over with the request, looked at; what may be had in exchange; and Shopify away. */
import { createHmac, randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ApiError, ApiQuote, ExchangeChoices, RequestAnswer, UploadTarget } from "../../app/api.ts";
import { Prisma } from "../../app/generated/prisma/client.ts";
import { publishPolicy } from "../../app/flows/publishPolicy.ts";
import { tendFiles } from "../../app/flows/tendFiles.ts";
import { dataRequests } from "../../app/store/personalData.ts";
import { takeWebhook } from "../../app/webhooks.server.ts";
import { startWorker } from "../../app/worker.server.ts";
import { STAFF } from "../app/asks.ts";
import { POLICY_SETTINGS } from "../app/merchantShop.ts";
import { merchant } from "../policy/merchants.ts";
import { apiShop, tail, type ApiShop, type Placed } from "./apiShop.ts";

const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

let m: ApiShop, placed: Placed, ask: ReturnType<ApiShop["as"]>;
beforeAll(async () => {
  m = await apiShop("amcrest");
  placed = await m.place({ lines: [{ sku: "AM-T5", price: "69.99", quantity: 3 }] });
  ask = m.as(await m.customerOf(placed));
}, 240_000);
afterAll(() => m.s.close());

const order = (more: string): string => `/api/customer/orders/${tail(placed.orderId)}${more}`;

/** Asks for a place and sends bytes there as a browser does. */
async function uploaded(bytes: Buffer): Promise<string> {
  const { status, body } = await ask<UploadTarget>("/api/customer/uploads", { body: { orderId: placed.orderId, filename: "photo.png", mimeType: "image/png", size: bytes.length } });
  expect(status).toBe(201);
  const form = new FormData();
  for (const { name, value } of body.parameters) form.append(name, value);
  form.append("file", new Blob([new Uint8Array(bytes)], { type: "image/png" }), "photo.png");
  expect((await fetch(body.url, { method: "POST", body: form })).ok).toBe(true);
  return body.handle;
}
const request = (files: readonly string[]) => ({ body: { key: randomUUID(), lines: [{ lineId: placed.lines[0], quantity: 1, reason: "defective", files, facts: { serial: "SN 1" } }] } });

it("a photo is kept with its case; what is no photo refuses the request and leaves nothing behind", async () => {
  const fake = await ask<ApiError>(order("/request"), request([await uploaded(Buffer.from("<script>alert(1)</script>"))]));
  expect([fake.status, fake.body.error.fields?.map(({ field }) => field)]).toEqual([400, ["lines.0.files.0"]]);
  await tendFiles(m.s.app, { shop: m.shop });
  expect([m.devShop.files.size, await m.s.app.db.prisma.rma.count()]).toEqual([0, 0]);
  const made = await ask<RequestAnswer>(order("/request"), request([await uploaded(PNG)]));
  expect(made.status).toBe(201);
  const [line] = await m.s.app.db.prisma.rmaLine.findMany();
  expect(line).toMatchObject({ serial: "SN 1", photos: [{ name: "photo.png", mimeType: "image/png", by: "customer", checked: true, ref: expect.stringMatching(/^gid:\/\/shopify\/MediaImage\//) }] });
});

it("a file that Shopify had not finished is looked at again: then it is known for a photo, or it leaves the case and Shopify, and staff hear of it", async () => {
  const { files } = m.devShop, add = files.set.bind(files), before = new Set(files.keys()), jobs = async () => (await m.s.app.db.sql.query("SELECT 1 FROM pgboss.job WHERE name = 'files' AND state = 'created'")).length, waiting = await jobs();
  files.set = (id, file) => add(id, Object.assign(file, { madeAt: Number.MAX_SAFE_INTEGER }));
  const made = await ask<RequestAnswer>(order("/request"), request([await uploaded(PNG), await uploaded(Buffer.from("<script>alert(1)</script>"))])), { rmaId } = made.body.rma;
  files.set = add;
  const photos = async () => (await m.s.app.db.prisma.rmaLine.findFirstOrThrow({ where: { rmaId } })).photos as unknown as readonly { ref: string; checked: boolean }[];
  expect([made.status, (await photos()).map(({ checked }) => checked), (await jobs()) - waiting]).toEqual([201, [false, false], 1]);
  await expect(tendFiles(m.s.app, { shop: m.shop })).rejects.toThrow("still works on files");
  for (const file of files.values()) file.madeAt = 0;
  await tendFiles(m.s.app, { shop: m.shop });
  const [left, ...more] = await photos();
  expect([left?.checked, more]).toEqual([true, []]);
  expect((await m.s.app.db.prisma.timelineEntry.findMany({ where: { rmaId, kind: "attachment" } })).map(({ text }) => text)).toEqual([expect.stringContaining("photo.png from the customer is no photo or video")]);
  await tendFiles(m.s.app, { shop: m.shop });
  expect([...files.keys()].filter((id) => !before.has(id))).toEqual([left?.ref]);
});

it("a handle is nothing for another order, and a file that never came is asked for again", async () => {
  const other = await m.place({ lines: [{ sku: "AM-T5", price: "69.99" }] }), handle = await uploaded(PNG);
  const quoted = await ask<ApiError>(`/api/customer/orders/${tail(other.orderId)}/quote`, { body: { lines: [{ lineId: other.lines[0], quantity: 1, reason: "defective", files: [handle] }] } });
  expect([quoted.status, quoted.body.error.fields?.[0]?.field]).toEqual([400, "lines.0.files.0"]);
  const empty = (await ask<UploadTarget>("/api/customer/uploads", { body: { orderId: placed.orderId, filename: "photo.png", mimeType: "image/png", size: 9 } })).body.handle;
  expect((await ask<ApiError>(order("/request"), request([empty]))).body.error.fields?.[0]?.field).toBe("lines.0.files.0");
});

it("an exchange is for what the policy names and what is in stock; anything else is refused by its field", async () => {
  const { status, body } = await ask<ExchangeChoices>(order(`/exchange?line=${tail(placed.lines[0] ?? "")}`));
  expect(status).toBe(200);
  const same = body.choices.find((choice) => choice.same);
  expect(same).toMatchObject({ price: { currency: "USD" } });
  const line = { lineId: placed.lines[0], quantity: 1, reason: "unwanted", remedy: "exchange" };
  const quote = await ask<ApiQuote>(order("/quote"), { body: { lines: [{ ...line, exchangeFor: same?.variantId }] } });
  expect([quote.status, quote.body.lines[0]?.chosen]).toEqual([200, "exchange"]);
  const wrong = await ask<ApiError>(order("/quote"), { body: { lines: [{ ...line, exchangeFor: "gid://shopify/ProductVariant/1" }] } });
  expect([wrong.status, wrong.body.error.fields?.[0]?.field]).toEqual([400, "lines.0.exchangeFor"]);
});

it("an exchange says what the difference in price comes to with tax where the policy makes somebody pay it", async () => {
  const base = merchant("amcrest"), clauses = base.clauses.map((clause) => (clause.id === "amcrest.1.1" ? { ...clause, gives: { for: ["exchange", "replacement"], model: "same", priceDifference: "settled" } } : clause));
  const differencesOf = async ({ orderId, lines }: Placed) => (await m.as(await m.customerOf({ orderId, lines, name: "" }))<ExchangeChoices>(`/api/customer/orders/${tail(orderId)}/exchange?line=${tail(lines[0] ?? "")}`)).body.choices.map(({ difference, differencePaidBy }) => [difference?.text, differencePaidBy]);
  const paid = (price: string, tax: string) => ({ lines: [{ sku: "AM-T5", price, tax }] });
  expect(await differencesOf(await m.place(paid("59.99", "4.80")))).toEqual([[undefined, "nobody"]]);
  expect(await publishPolicy(m.s.app, { shop: m.shop, actor: STAFF, policy: { ...base, clauses }, settings: POLICY_SETTINGS })).toHaveProperty("version");
  // It holds from today on; the orders of this test are older.
  await m.s.app.db.prisma.policyVersion.updateMany({ where: { shop: m.shop, NOT: { version: base.version } }, data: { inForceFrom: new Date("2020-01-01") } });
  expect(await differencesOf(await m.place(paid("59.99", "4.80")))).toEqual([["$10.80", "customer"]]);
  expect(await differencesOf(await m.place(paid("79.99", "6.40")))).toEqual([["$10.80", "merchant"]]);
  expect(await differencesOf(await m.place(paid("69.99", "5.60")))).toEqual([[undefined, "nobody"]]);
});

it("Shopify away is told as that, with when to ask again; what may have been done by then is remembered", async () => {
  const late = await m.place({ lines: [{ sku: "AM-T5", price: "69.99" }] }), path = `/api/customer/orders/${tail(late.orderId)}`, body = { key: randomUUID(), lines: [{ lineId: late.lines[0], quantity: 1, reason: "unwanted" }] };
  await m.fault({ root: "order", kind: "5xx", times: 1 });
  const away = await ask<ApiError>(path);
  expect([away.status, away.body.error.code, away.headers.get("retry-after")]).toEqual([503, "away", "5"]);
  await m.fault({ root: "returnRequest", kind: "hangUp", times: 1 });
  const made = await ask<RequestAnswer>(`${path}/request`, { body });
  expect([made.status, made.body.rma.state]).toEqual([201, "requested"]);
  expect(await m.s.app.db.prisma.action.findFirstOrThrow({ where: { rmaId: made.body.rma.rmaId } })).toMatchObject({ state: "planned", answer: { maybeSentAt: expect.any(String) } });
});

describe("Shopify's compliance topics, signed and over HTTP, through the inbox and its jobs", () => {
  let server: Server, sent = 0;
  const plain = (value: unknown): string => JSON.stringify(value, (_, inner: unknown) => (typeof inner === "bigint" ? String(inner) : inner));
  /** Every row that the app has of the shop. */
  const stored = async (): Promise<string> => (await Promise.all(Object.values(Prisma.ModelName).map(async (table) => (await m.s.app.db.sql.query(`SELECT * FROM "${table}" WHERE "${table === "Shop" ? "domain" : "shop"}" = $1`, [m.shop])).map((row) => `${table} ${plain(row)}`)))).flat().join("\n");
  const tell = async (topic: string, payload: object, secret = "recourse-local-secret"): Promise<number> => {
    const body = JSON.stringify(payload), id = `compliance ${++sent}`;
    const headers = { "x-shopify-topic": topic, "x-shopify-shop-domain": m.shop, "x-shopify-hmac-sha256": createHmac("sha256", secret).update(body).digest("base64"), "x-shopify-api-version": "2026-10", "x-shopify-webhook-id": id, "x-shopify-event-id": id, "x-shopify-triggered-at": "2026-11-28T10:00:00Z" };
    return (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/compliance`, { method: "POST", body, headers })).status;
  };
  let ada: string, bob: string, bobs: Placed;
  const about = () => ({ customer: { id: Number(tail(ada)), email: "ada@example.com" } });
  const handled = (topic: string) => expect.poll(async () => m.s.app.db.prisma.event.count({ where: { shop: m.shop, topic, doneAt: { not: null } } }), { timeout: 60_000, interval: 200 });

  beforeAll(async () => {
    ada = await m.customerOf(placed);
    bobs = await m.place({ lines: [{ sku: "AM-T5", price: "69.99" }], email: "bob@example.com" });
    bob = await m.customerOf(bobs);
    const made = await m.as(bob)<RequestAnswer>(`/api/customer/orders/${tail(bobs.orderId)}/request`, { body: { key: randomUUID(), lines: [{ lineId: bobs.lines[0], quantity: 1, reason: "defective", facts: { serial: "SN BOB" } }] } });
    expect(made.status).toBe(201);
    server = createServer((incoming, response) => void takeWebhook(m.s.app, incoming, response));
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    await startWorker(m.s.app);
  }, 120_000);
  afterAll(() => { server.closeAllConnections(); server.close(); });

  it("customers/data_request: what is stored of the customer is there to be handed over, and nothing of another's", async () => {
    expect(await tell("customers/data_request", { ...about(), orders_requested: [], data_request: { id: 41 } })).toBe(200);
    await handled("customers/data_request").toBe(1);
    const [request] = await dataRequests(m.s.app.db.prisma, m.shop), text = plain(request?.data);
    expect(request).toMatchObject({ requestId: "41", customerId: ada });
    expect([text.includes("SN 1"), text.includes("photo.png"), text.includes("SN BOB"), text.includes(bob)]).toEqual([true, true, false, false]);
  });

  it("customers/redact: who they are and what they sent is gone, here and at Shopify, although Shopify fails at first; a forged one does nothing", async () => {
    const mine = [...m.devShop.files.keys()], other = "gid://shopify/MediaImage/999000";
    const [first] = m.devShop.files.values();
    if (!first) throw new Error("no file lies at Shopify");
    m.devShop.files.set(other, { ...first, id: other });
    expect(await tell("customers/redact", { ...about(), orders_to_redact: [] }, "another secret")).toBe(401);
    await m.fault({ root: "fileDelete", kind: "5xx", times: 1 });
    const hers = await m.ask("query O($id: ID!) { customer(id: $id) { orders(first: 100) { nodes { id } } } }", { id: ada });
    expect(await tell("customers/redact", { ...about(), orders_to_redact: (hers["customer"]?.["orders"] as unknown as { nodes: { id: string }[] }).nodes.map(({ id }) => Number(tail(id))) })).toBe(200);
    await handled("customers/redact").toBe(1);
    // Shopify names her still, in whatever is read of her orders afterwards.
    expect(await tell("orders/updated", { id: Number(tail(placed.orderId)) })).toBe(200);
    await handled("orders/updated").toBe(1);
    expect(await m.customerOf(placed)).toBe(ada);
    const text = await stored();
    for (const secret of ["SN 1", "photo.png", `"${ada}"`, `${tail(ada)}/`]) expect(text).not.toContain(secret);
    expect([text.includes("SN BOB"), text.includes(`"${bob}"`)]).toEqual([true, true]);
    await expect.poll(() => [...m.devShop.files.keys()], { timeout: 60_000, interval: 200 }).toEqual([other]);
    expect(mine.length).toBeGreaterThan(0);
    await expect.poll(async () => m.s.app.db.prisma.fileToDrop.count({ where: { shop: m.shop } }), { timeout: 60_000, interval: 200 }).toBe(0);
  });

  it("shop/redact: after the app was uninstalled no row of the shop is left", async () => {
    expect(await tell("app/uninstalled", { id: 1 })).toBe(200);
    await expect.poll(async () => (await m.s.app.db.prisma.shop.findFirst({ where: { domain: m.shop } }))?.uninstalledAt, { timeout: 60_000, interval: 200 }).toBeInstanceOf(Date);
    expect(await stored()).toContain("SN BOB");
    expect(await tell("shop/redact", { shop_id: 1, shop_domain: m.shop })).toBe(200);
    await expect.poll(stored, { timeout: 60_000, interval: 200 }).toBe("");
  });
});
