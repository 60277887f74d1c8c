/** Photos over HTTP: staged at Shopify, taken over with the request, looked at; what may be had in exchange; and Shopify away. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ApiError, ApiQuote, ExchangeChoices, RequestAnswer, UploadTarget } from "../../app/api.ts";
import { publishPolicy } from "../../app/flows/publishPolicy.ts";
import { POLICY_SETTINGS, STAFF } from "../app/merchantShop.ts";
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
  expect([m.devShop.files.size, await m.s.app.db.prisma.rma.count()]).toEqual([0, 0]);
  const made = await ask<RequestAnswer>(order("/request"), request([await uploaded(PNG)]));
  expect(made.status).toBe(201);
  const [line] = await m.s.app.db.prisma.rmaLine.findMany();
  expect(line).toMatchObject({ serial: "SN 1", photos: [{ name: "photo.png", mimeType: "image/png", by: "customer", checked: true, ref: expect.stringMatching(/^gid:\/\/shopify\/MediaImage\//) }] });
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
