/** What Shopify's own pages and the counter are told, over HTTP. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { PosOrder, Registrations, ApiError, StaffOrder, StaffProduct, StaffRmasAnswer, StaffSlips } from "../../app/api.ts";
import { refreshCoverage } from "../../app/flows/refreshCoverage.ts";
import { apiShop, tail, type ApiShop, type Placed } from "./apiShop.ts";

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
