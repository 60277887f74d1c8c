/** What Shopify's own pages and the counter are told over HTTP, and what customers do with what is theirs. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ApiError, CustomerOrder, CustomerOrders, PosOrder, Registrations, RequestAnswer, StaffOrder, StaffProduct, StaffRmasAnswer, StaffSlips } from "../../app/api.ts";
import { quoteRepair } from "../../app/flows/repairQuote.ts";
import { refreshCoverage } from "../../app/flows/refreshCoverage.ts";
import { DEFECTIVE, STAFF } from "../app/asks.ts";
import { stepsOf } from "../app/rmaSteps.ts";
import { apiShop, STRANGER, tail, type ApiShop, type Placed } from "./apiShop.ts";

let m: ApiShop, fresh: Placed, old: Placed;
beforeAll(async () => {
  m = await apiShop("camstro");
  fresh = await m.place({ lines: [{ sku: "CS-T550", price: "85.99", quantity: 2 }] });
  old = await m.place({ lines: [{ sku: "CS-T550-R", price: "42.99" }], daysAgo: 800, deliveredDaysAgo: 790 });
}, 240_000);
afterAll(() => m.s.close());

it("an order's page says what each line may have; a product's how it is classed and its terms; the counter the same, shortly", async () => {
  const { status, body } = await m.asStaff<StaffOrder>(`/api/staff/orders/${tail(fresh.orderId)}`);
  expect([status, body.startPath, body.lines[0]?.available]).toEqual([200, `/app/orders/${tail(fresh.orderId)}/start`, 2]);
  expect(body.lines[0]?.remedies.map(({ remedy, for: why }) => `${remedy} ${why}`)).toEqual(expect.arrayContaining(["refund unwanted", "replacement faulty"]));
  const counter = (await m.asStaff<PosOrder>(`/api/pos/orders/${tail(fresh.orderId)}`, { locale: "en" })).body;
  expect(counter.lines[0]).toMatchObject({ available: 2, unwanted: { outcome: expect.any(String), text: expect.stringContaining("Refund") } });
  const product = String((await m.ask("query P($id: ID!) { productVariant(id: $id) { product { id } } }", { id: await m.variant("CS-T550") }))["productVariant"]?.["product"]?.["id"]);
  const shown = (await m.asStaff<StaffProduct>(`/api/staff/products/${tail(product)}`)).body;
  expect(shown.kinds.flatMap(({ attributes }) => attributes.map(({ name, value }) => `${name} ${value}`))).toEqual(expect.arrayContaining(["class new", "category camera"]));
  expect(shown.kinds[0]?.terms.map(({ text }) => text).join(" ")).toMatch(/Not wanted.*Refund until.*Faulty.*Replacement until.*registered until/);
});

it("opens cases for several orders once, says for each why not, and gives their slips to print", async () => {
  const body = { orderIds: [fresh.orderId, old.orderId], reason: "unwanted", key: randomUUID() };
  const first = (await m.asStaff<StaffRmasAnswer>("/api/staff/rmas", { body })).body, again = (await m.asStaff<StaffRmasAnswer>("/api/staff/rmas", { body })).body;
  expect(first.opened.map(({ orderId }) => orderId)).toEqual([fresh.orderId]);
  expect(first.refused).toMatchObject([{ orderId: old.orderId, name: old.name, message: expect.stringMatching(/declines.*\[camstro\./) }]);
  expect(again.opened[0]?.rma.rmaId).toBe(first.opened[0]?.rma.rmaId);
  expect(await m.s.app.db.prisma.rma.count()).toBe(1);
  const { slips } = (await m.asStaff<StaffSlips>(`/api/staff/orders/${tail(fresh.orderId)}/slips`)).body;
  expect((await m.call<string>(new URL(slips[0]?.url ?? "").pathname, null)).body.slice(0, 5)).toBe("%PDF-");
});

it("a customer registers what can be registered, once, and sees its cover grow", async () => {
  const placed = await m.place({ lines: [{ sku: "CS-T550", price: "85.99" }] }), customer = m.as(await m.customerOf(placed)), unit = { orderId: placed.orderId, lineId: placed.lines[0] };
  await refreshCoverage(m.s.app, { shop: m.shop, orderId: placed.orderId });
  const of = ({ products }: Registrations) => products.find(({ lineId }) => lineId === placed.lines[0]);
  const before = of((await customer<Registrations>("/api/customer/registrations")).body);
  expect(before).toMatchObject({ title: expect.stringMatching(/\w/), registeredOn: null, mayRegisterUntil: { on: expect.any(String) }, mayClaim: true });
  const made = await customer<Registrations>("/api/customer/registrations", { body: { ...unit, serial: "AB 12-34" } });
  expect([made.status, of(made.body)?.serial, of(made.body)?.mayRegisterUntil]).toEqual([201, "AB1234", null]);
  expect((of(made.body)?.warrantyUntil?.on ?? "") > (before?.warrantyUntil?.on ?? "")).toBe(true);
  expect((await customer<ApiError>("/api/customer/registrations", { body: { ...unit, serial: "CD 56" } })).status).toBe(409);
  const late = { orderId: old.orderId, lineId: old.lines[0] };
  expect((await customer<ApiError>("/api/customer/registrations", { body: late })).status).toBe(422);
});

it("an order that has not left is cancelled as a whole, once; one that has left is not", async () => {
  const early = await m.place({ lines: [{ sku: "CS-T550", price: "85.99", quantity: 2 }, { sku: "CS-N8", price: "219.99" }], shipping: "9.00", isShipped: false, daysAgo: 1 }), ask = m.as(await m.customerOf(early));
  const path = `/api/customer/orders/${tail(early.orderId)}`, body = { key: randomUUID(), note: "Found it elsewhere" };
  expect((await ask<CustomerOrder>(path)).body).toMatchObject({ cancel: { refund: { amount: "400.97" }, deductions: [] }, lines: [{ actions: [{ kind: "cancel" }] }, { actions: [{ kind: "cancel" }] }] });
  const made = [await ask<RequestAnswer>(`${path}/cancel`, { body }), await ask<RequestAnswer>(`${path}/cancel`, { body })];
  expect(made.map(({ status, body: { rma } }) => [status, rma.number, rma.lines.map(({ remedy, quantity, promised }) => [remedy, quantity, promised?.currency])])).toEqual(Array(2).fill([201, made[0]?.body.rma.number, [["cancel", 2, "USD"], ["cancel", 1, "USD"]]]));
  expect((await ask<CustomerOrder>(path)).body.cancel).toBeNull();
  expect(await ask<ApiError>(`${path}/cancel`, { body: { key: randomUUID() } })).toMatchObject({ status: 409, body: { error: { fields: [{ field: "lines.0.quantity", message: "These units are in another request already." }] } } });
  const left = await m.place({ lines: [{ sku: "CS-T550", price: "85.99" }] }), refused = await ask<ApiError>(`/api/customer/orders/${tail(left.orderId)}/cancel`, { body: { key: randomUUID() } });
  expect([refused.status, refused.body.error.decision?.lines[0]?.refused[0]?.clauses.map(({ id }) => id)]).toEqual([422, ["camstro.cancel.1"]]);
});

it("a case is said to be on its way with its tracking number, once; its price is answered as it was shown", async () => {
  const placed = await m.place({ lines: [{ sku: "CS-T550", price: "85.99" }], deliveredDaysAgo: 3 }), customerId = await m.customerOf(placed), ask = m.as(customerId);
  const rma = await stepsOf(m).requested(placed, { remedy: "replacement", request: DEFECTIVE }, { customerId }), path = `/api/customer/rmas/${rma.id}`, rmaLineId = rma.lines[0]?.id ?? "";
  const sent = await ask<RequestAnswer>(`${path}/sent`, { body: { tracking: "1Z 999" } });
  expect([sent.status, sent.body.rma]).toMatchObject([200, { state: "under_way", maySayTracking: false, mayCancel: false, send: { tracking: "1Z 999" } }]);
  expect((await ask<ApiError>(`${path}/sent`, { body: { tracking: "2Z" } })).status).toBe(409);
  expect((await ask<ApiError>(`${path}/quote`, { body: { rmaLineId, accept: true, amount: "20.00" } })).status).toBe(409);
  const price = (amount: string) => quoteRepair(m.s.app, { shop: m.shop, rmaId: rma.id, rmaLineId, actor: STAFF, amount });
  await price("20.00");
  expect((await ask<RequestAnswer>(path)).body.rma).toMatchObject({ lines: [{ quote: { amount: { text: "$20.00" }, accepted: null } }], next: [expect.stringContaining("$20.00"), expect.any(String)] });
  await price("25.00");
  expect((await ask<ApiError>(`${path}/quote`, { body: { rmaLineId, accept: true, amount: "20.00" } })).status).toBe(409);
  const answered = await ask<RequestAnswer>(`${path}/quote`, { body: { rmaLineId, accept: false, amount: "25.00" } });
  expect([answered.status, answered.body.rma.lines[0]?.quote]).toMatchObject([200, { amount: { amount: "25.00" }, accepted: false }]);
  // What staff are called is not the customer's to know.
  await stepsOf(m).arrived(rma, "defect_confirmed");
  const shown = [await ask(path), await ask(`/api/customer/orders/${tail(placed.orderId)}`), await ask("/api/customer/orders"), await ask("/api/customer/registrations")];
  expect([shown.map(({ status }) => status), JSON.stringify(shown).includes(STAFF.name)]).toEqual([[200, 200, 200, 200], false]);
});

it("a customer's list names each order's last days and what is under way, without asking Shopify", async () => {
  const placed = await m.place({ lines: [{ sku: "CS-T550", price: "85.99" }, { sku: "CS-N8", price: "219.99" }] }), customerId = await m.customerOf(placed), ask = m.as(customerId);
  await refreshCoverage(m.s.app, { shop: m.shop, orderId: placed.orderId });
  const of = async () => (await ask<CustomerOrders>("/api/customer/orders")).body.orders.find(({ orderId }) => orderId === placed.orderId);
  const asked = m.s.world.log.length, before = await of();
  expect(m.s.world.log.length).toBe(asked);
  expect(before).toMatchObject({ name: placed.name, open: [], text: expect.stringMatching(/^Return until /) });
  expect((before?.registerUntil?.on ?? "") >= (before?.returnUntil?.on ?? "x") && (before?.warrantyUntil?.on ?? "") > (before?.registerUntil?.on ?? "x")).toBe(true);
  const rma = await stepsOf(m).requested(placed, {}, { customerId });
  expect(await of()).toMatchObject({ open: [{ rmaId: rma.id, number: rma.number }], text: expect.stringContaining(rma.number) });
  expect((await m.as(STRANGER)<CustomerOrders>("/api/customer/orders")).body.orders).toEqual([]);
});

it("an order of more lines than one answer reads is said to be that, in the language of who asks", async () => {
  const lineItems = Array.from({ length: 101 }, (_, n) => ({ title: `Screw ${n}`, quantity: 1, priceSet: { shopMoney: { amount: "1.00", currencyCode: "USD" } } }));
  const made = await m.ask("mutation M($order: OrderCreateOrderInput!) { orderCreate(order: $order) { order { id } userErrors { message } } }", { order: { lineItems } }), id = tail(String(made["orderCreate"]?.["order"]?.["id"]));
  const answers = [await m.asStaff<ApiError>(`/api/staff/orders/${id}`), await m.asStaff<ApiError>(`/api/staff/orders/${id}`, { locale: "de" })];
  expect(answers.map(({ status, body }) => [status, body.error.code])).toEqual([[422, "too_many_lines"], [422, "too_many_lines"]]);
  expect(answers.map(({ body }) => body.error.message)).toEqual([expect.stringContaining("more than 100 lines"), expect.stringContaining("mehr als 100 Positionen")]);
});
