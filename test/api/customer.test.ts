/** A customer's way over HTTP: from the order to the request, its steps, and what the policy refuses. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ApiError, ApiQuote, CustomerOrder, RequestAnswer } from "../../app/api.ts";
import { settingsSchema } from "../../app/settings.ts";
import { saveSettings, shopOf } from "../../app/store/shops.ts";
import { apiShop, STRANGER, tail, type ApiShop, type Placed } from "./apiShop.ts";

let m: ApiShop, placed: Placed, customer: string;
beforeAll(async () => {
  m = await apiShop("amcrest");
  placed = await m.place({ lines: [{ sku: "AM-T5", price: "69.99", tax: "5.60", quantity: 2 }] });
  customer = await m.customerOf(placed);
}, 240_000);
afterAll(() => m.s.close());

const order = (more = "") => `/api/customer/orders/${tail(placed.orderId)}${more}`;
const line = (more: object = {}) => ({ lineId: placed.lines[0], quantity: 1, reason: "unwanted", ...more });

describe("a customer's order", () => {
  it("says what each item may have today, until when, and what to press", async () => {
    const { status, body } = await m.as(customer)<CustomerOrder>(order());
    expect(status).toBe(200);
    expect(body.lines[0]).toMatchObject({ available: 2, groups: [{ quantity: 2, state: "delivered" }], nothing: null });
    expect(body.lines[0]?.actions.map(({ kind, reason }) => [kind, reason])).toEqual([["return", "unwanted"], ["warranty", "defective"]]);
    expect(body.lines[0]?.today.map(({ remedy, amount, for: why }) => [remedy, amount?.amount, why])).toEqual([["refund", "65.79", "unwanted"], ["exchange", undefined, "unwanted"], ["refund", "72.79", "faulty"], ["replacement", undefined, "faulty"]]);
  });

  it("shows each item as the shop does: its picture, described by its name where the shop says nothing", async () => {
    const product = (await m.ask("query P($id: ID!) { node(id: $id) { ... on LineItem { title product { id } } } }", { id: placed.lines[0] }))["node"];
    const before = (await m.as(customer)<CustomerOrder>(order())).body.lines[0];
    await m.ask("mutation U($product: ProductUpdateInput!, $media: [CreateMediaInput!]) { productUpdate(product: $product, media: $media) { product { id } userErrors { message } } }", { product: { id: product?.["product"]?.["id"] }, media: [{ originalSource: "https://cdn.shopify.com/t5.jpg", mediaContentType: "IMAGE" }] });
    expect([before?.image, (await m.as(customer)<CustomerOrder>(order())).body.lines[0]?.image]).toEqual([null, { url: "https://cdn.shopify.com/t5.jpg", alt: product?.["title"] }]);
  });

  it("quotes units of one line apart, with the reckoning and one clause for each remedy, and writes nothing", async () => {
    const { status, body } = await m.as(customer)<ApiQuote>(order("/quote"), { body: { lines: [line(), line({ reason: "defective" })] } });
    expect([status, body.ready, body.lines.map(({ asked, chosen }) => [asked, chosen])]).toEqual([200, true, [[0, "refund"], [1, "refund"]]]);
    const refund = body.lines[0]?.remedies.find(({ remedy }) => remedy === "refund");
    expect(refund).toMatchObject({ amount: { text: "$65.79" }, deductions: [{ kind: "restocking", amount: { amount: "7.00" } }], freight: { return: "customer" }, clause: { id: "amcrest.1.3" } });
    expect(refund?.sums.map(({ amount }) => amount.amount)).toEqual(["69.99", "2.80", "-7.00", "65.79"]);
    expect(body.totals).toMatchObject([{ refund: { amount: "138.58" } }]);
    expect(await m.s.app.db.prisma.rma.count()).toBe(0);
  });

  it("opens one case however often it is sent, shows its steps and slip, and is taken back", async () => {
    const body = { key: randomUUID(), lines: [line({ note: "Too bright" })] };
    const sent = await Promise.all([m.as(customer)<RequestAnswer>(order("/request"), { body }), m.as(customer)<RequestAnswer>(order("/request"), { body })]);
    expect(sent.map(({ status }) => status)).toEqual([201, 201]);
    expect(new Set(sent.map((answer) => answer.body.rma.rmaId)).size).toBe(1);
    const { rma } = (await m.as(customer)<RequestAnswer>(`/api/customer/rmas/${sent[0]?.body.rma.rmaId}`)).body;
    expect(rma).toMatchObject({ number: "RMA-1001", state: "approved", mayCancel: true, maySayTracking: true, send: { address: ["Returns", "1 Dock Road", "Houston TX 77001"], paidBy: "customer" } });
    expect(rma.steps.map(({ step, state }) => `${step} ${state}`)).toEqual(["requested done", "approved done", "sent now", "received next", "inspected next", "paid next", "done next"]);
    expect(rma.send?.instructions.length).toBeGreaterThan(0);
    const slip = await m.call<string>(new URL(rma.slip?.url ?? "").pathname, null);
    expect([slip.status, slip.headers.get("content-type"), slip.body.slice(0, 5)]).toEqual([200, "application/pdf", "%PDF-"]);
    const cancelled = await m.as(customer)<RequestAnswer>(`/api/customer/rmas/${rma.rmaId}/cancel`, { body: {} });
    expect(cancelled.body.rma).toMatchObject({ state: "cancelled", mayCancel: false, slip: null });
    expect((await m.as(customer)<ApiError>(`/api/customer/rmas/${rma.rmaId}/cancel`, { body: {} })).status).toBe(409);
    expect((await m.books(placed.orderId)).returns).toEqual(["CANCELED"]);
  });

  it("keeps a request half-way, for its customer alone", async () => {
    const data = { step: 2, lines: [line()] };
    expect((await m.as(customer)(order("/draft"), { method: "PUT", body: { data } })).status).toBe(200);
    expect((await m.as(customer)(order("/draft"))).body).toMatchObject({ draft: { data } });
    expect((await m.as(STRANGER)(order("/draft"))).body).toMatchObject({ draft: null });
    expect((await m.as(STRANGER)(order("/draft"), { method: "PUT", body: { data } })).status).toBe(404);
    expect((await m.as(customer)(order("/draft"), { method: "DELETE" })).body).toMatchObject({ draft: null });
  });

  it("refuses what the policy declines, says why with its clause, and what is open instead", async () => {
    const late = await m.place({ lines: [{ sku: "AM-T5", price: "69.99" }], daysAgo: 60, deliveredDaysAgo: 50 }), path = `/api/customer/orders/${tail(late.orderId)}/request`;
    const body = { key: randomUUID(), lines: [{ lineId: late.lines[0], quantity: 1, reason: "unwanted", remedy: "refund" }] };
    const { status, body: refused } = await m.as(customer)<ApiError>(path, { body });
    expect([status, refused.error.code]).toEqual([422, "refused"]);
    const told = refused.error.decision?.lines[0];
    expect(told).toMatchObject({ outcome: "declined", chosen: null });
    expect(told?.refused[0]).toMatchObject({ remedy: "refund", clauses: [{ id: "amcrest.1.3" }, { id: "amcrest.2.1" }] });
    expect(told?.instead.map(({ text }) => text).join(" ")).toMatch(/If it has a fault, this is open until .*Replacement/);
    expect(await m.s.app.db.prisma.rma.count({ where: { orderId: late.orderId } })).toBe(0);
  });
});

it("whoever bought elsewhere is sent to that seller, with the address the shop gives", async () => {
  const shop = await apiShop("camstro"), { prisma } = shop.s.app.db, at = await shop.place({ lines: [{ sku: "CS-T550", price: "85.99" }], source: "market-9" }), buyer = await shop.customerOf(at);
  const settings = settingsSchema.parse((await shopOf(prisma, shop.shop)).settings);
  const toldWith = async (more: object): Promise<string | undefined> => {
    await saveSettings(prisma, shop.shop, { ...settings, channels: [{ from: "market-9", is: "authorized_reseller", ...more }] });
    const { body } = await shop.as(buyer)<ApiQuote>(`/api/customer/orders/${tail(at.orderId)}/quote`, { body: { lines: [{ lineId: at.lines[0], quantity: 1, reason: "unwanted" }] } });
    return body.lines[0]?.instead.map(({ text }) => text).find((text) => text.includes("bought elsewhere"));
  };
  expect(await toldWith({ seller: "best_cameras", address: "5 High Street, Leeds" })).toBe("It was bought elsewhere. Please turn to the seller: best cameras, 5 High Street, Leeds.");
  expect(await toldWith({ address: "help@market.example" })).toBe("It was bought elsewhere. Please turn to the seller: help@market.example.");
  expect(await toldWith({ seller: "best_cameras" })).toBe("It was bought elsewhere. Please turn to the seller: best cameras.");
  expect(await toldWith({})).toBe("It was bought elsewhere. Please turn to the seller you bought it from.");
  await shop.s.close();
});
