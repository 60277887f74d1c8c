import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Prisma } from "../../app/generated/prisma/client.ts";
import { handleEvents } from "../../app/flows/handleEvents.ts";
import { receiveEvent, resourceOf } from "../../app/flows/receiveEvent.ts";
import { saveCoverage } from "../../app/store/coverage.ts";
import { dataRequests, storedOf } from "../../app/store/personalData.ts";
import { addShop } from "../devstore/kernel/world.ts";
import { createShop } from "../devstore/shop.ts";
import { install, stand, type Stand } from "./stand.ts";

const SHOP = "one.myshopify.com", OTHER = "two.myshopify.com";
const ada = { customerId: "gid://shopify/Customer/7", orderId: "gid://shopify/Order/11" }, bob = { customerId: "gid://shopify/Customer/8", orderId: "gid://shopify/Order/12" };
/** All that could tell who Ada is. */
const SECRETS = ["SN-ADA-2", "ada-dent.jpg", "ADA-NOTICE", "SN-ADA-1", "Ada's cat chewed it", "ada-photo.jpg", "Ada Example", "XX-TRACK-ADA", "Customer/7", "7/asked-once", "ada@example.com", "Ada-region"];

async function fill(s: Stand, shop: string, who: typeof ada, name: string): Promise<void> {
  const { prisma } = s.app.db, secret = (text: string): string => (name === "ada" ? text : text.replaceAll(/ada/gi, "bob")), id = `${shop}/${name}`;
  await prisma.coverage.create({ data: { shop, ...who, lineId: `gid://shopify/LineItem/${name}`, orderName: "#1", policyVersion: "1", refreshedAt: s.app.now(), saidOn: new Date("2026-01-02"), saidBy: "customer", units: 1, returnUntil: new Date("2026-02-01") } });
  await prisma.registration.create({ data: { id, shop, ...who, serial: secret("SN-ADA-1"), product: "Camera", registeredOn: new Date("2026-01-02") } });
  await prisma.registrationImport.create({ data: { shop, id, at: s.app.now(), by: "Sam Staff", state: "checked", rows: [{ row: 2, order: "#1", item: "", serial: secret("SN-ADA-2"), on: "2026-01-02" }], results: [{ state: "ready", orderId: who.orderId }] } });
  await prisma.notice.create({ data: { id, shop, key: id, handle: "register-by", payload: { text: secret("ADA-NOTICE") }, ...who, plannedAt: s.app.now() } });
  await prisma.photo.create({ data: { id, shop, rmaId: id, rmaLineId: id, name: secret("ada-dent.jpg"), type: "image/jpeg", bytes: new Uint8Array([1]), at: s.app.now(), by: "Sam Staff" } });
  await prisma.draft.create({ data: { shop, ...who, data: { note: secret("Ada's cat chewed it") }, savedAt: s.app.now() } });
  await prisma.rma.create({ data: {
    id, shop, number: `RMA-${name}`, state: "approved", ...who, orderName: "#1", policyVersion: "1", openedBy: secret("Ada Example"), requestKey: `${who.customerId.split("/").at(-1)}/asked-once`,
    lines: { create: [{ id, shop, lineId: "l", title: "Camera", quantity: 1, remedy: "refund", claim: { request: { reason: "unwanted" }, customer: { country: "US", region: secret("Ada-region") } }, decision: { remedies: [{ remedy: "refund", amount: "10.00" }] }, serial: secret("SN-ADA-1"), finding: "as_described", findingNote: secret("Ada Example said so"), photos: [{ name: secret("ada-photo.jpg") }] }] },
    entries: { create: [
      { shop, by: secret("Ada Example"), kind: "requested", text: secret("1 × Camera: unwanted (Ada's cat chewed it)") }, { shop, by: "Sam Staff", kind: "approved", text: "Approved: refund." },
      { shop, by: secret("Ada Example"), kind: "under_way", text: "On its way back", data: { tracking: secret("XX-TRACK-ADA") } },
    ] },
    actions: { create: [{ id, shop, kind: "request", key: id, input: { kind: "request", by: "system", input: { returnLineItems: [{ quantity: 1, customerNote: secret("Ada's cat chewed it") }] } } }] },
  } });
  await prisma.event.create({ data: { shop, eventId: id, topic: "orders/create", resourceId: `order ${who.orderId.split("/").at(-1)}`, payload: { email: secret("ada@example.com") }, doneAt: s.app.now() } });
}

/** Everything the database holds of a shop, as text. */
async function everything(s: Stand, shop: string): Promise<string> {
  const tables = Object.values(Prisma.ModelName).map(async (model) => (await s.app.db.sql.query(`SELECT * FROM "${model}" WHERE "${model === "Shop" ? "domain" : "shop"}" = $1`, [shop])).map((row) => JSON.stringify(row, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value))));
  return (await Promise.all(tables)).flat().join("\n");
}

describe("compliance topics", () => {
  let s: Stand;
  const tell = async (topic: string, payload: Record<string, unknown>, eventId = topic): Promise<void> => {
    await receiveEvent(s.app, { shop: SHOP, eventId, topic, payload, triggeredAt: null });
    await handleEvents(s.app, { shop: SHOP, resource: resourceOf(topic, payload) });
  };
  const customer = { id: 7, email: "ada@example.com", phone: null };
  beforeAll(async () => {
    s = await stand((world) => [SHOP, OTHER].forEach((domain) => void addShop(world, createShop({ domain, currency: "USD", tokens: [] }))));
    for (const shop of [SHOP, OTHER]) {
      await install(s, shop);
      await fill(s, shop, ada, "ada");
      await fill(s, shop, bob, "bob");
    }
  });
  afterAll(() => s.close());

  it("customers/data_request keeps all that is stored of a customer, for the merchant to fetch, and nothing of another", async () => {
    await tell("customers/data_request", { customer, orders_requested: [11], data_request: { id: 99 } });
    const [request] = await dataRequests(s.app.db.prisma, SHOP);
    expect(request).toMatchObject({ requestId: "99", customerId: ada.customerId });
    const text = JSON.stringify(request?.data);
    for (const secret of ["SN-ADA-2", "ada-dent.jpg", "ADA-NOTICE", "SN-ADA-1", "Ada's cat chewed it", "ada-photo.jpg", "Ada Example", "XX-TRACK-ADA", "Ada-region", "2026-02-01"]) expect(text).toContain(secret);
    expect(text).not.toMatch(/bob/i);
    expect(text).not.toContain("Sam Staff");
    expect(request?.data).toMatchObject({ rmas: [{ entries: [{ kind: "requested" }, { kind: "approved", by: "Staff" }, { kind: "under_way" }] }] });
    expect(text).not.toContain("Customer/8");
    expect(await dataRequests(s.app.db.prisma, OTHER)).toEqual([]);
  });

  it("docs/data.md names every table, and no other", () => {
    const [stored = ""] = readFileSync("docs/data.md", "utf8").split("\nAddresses"), names = [...stored.matchAll(/^\| ([A-Z][\w, ]+?) \|/gm)].flatMap(([, cell = ""]) => cell.split(", "));
    expect(names.toSorted()).toEqual(Object.values(Prisma.ModelName).toSorted());
  });

  it("customers/redact erases who they are and what they wrote, and keeps what was decided", async () => {
    const before = await everything(s, OTHER);
    const others = JSON.stringify(await storedOf(s.app.db.prisma, { shop: SHOP, customerId: bob.customerId, orderIds: [] }), (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value));
    await tell("customers/redact", { customer, orders_to_redact: [11] });
    const now = await everything(s, SHOP);
    for (const secret of SECRETS) expect(now).not.toContain(secret);
    const rma = await s.app.db.prisma.rma.findUniqueOrThrow({ where: { id: `${SHOP}/ada` }, include: { lines: true, entries: { orderBy: { id: "asc" } } } });
    expect(rma).toMatchObject({ state: "approved", customerId: null, lines: [{ remedy: "refund", finding: "as_described", claim: { request: { reason: "unwanted" }, customer: { country: "US" } }, decision: { remedies: [{ amount: "10.00" }] } }] });
    expect(rma.entries.map((entry) => [entry.by, entry.kind, entry.text])).toEqual([["erased", "requested", "erased"], ["Sam Staff", "approved", "Approved: refund."], ["erased", "under_way", "erased"]]);
    expect(await s.app.db.prisma.coverage.findFirst({ where: { shop: SHOP, orderId: ada.orderId } })).toMatchObject({ customerId: null, saidOn: null, returnUntil: new Date("2026-02-01") });
    expect(JSON.stringify(await storedOf(s.app.db.prisma, { shop: SHOP, customerId: bob.customerId, orderIds: [] }), (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value))).toBe(others);
    expect(await everything(s, OTHER)).toBe(before);
  });

  it("orders read again later bring nobody back, whatever is written of them; another's orders go on naming their customer", async () => {
    const { prisma } = s.app.db, at = s.app.now();
    for (const [who, left] of [[ada, null], [bob, bob.customerId]] as const) {
      const about = { shop: SHOP, ...who }, id = `again ${who.orderId}`, payload = { order_id: 1, customer_id: Number(who.customerId.split("/").at(-1)) };
      await saveCoverage(prisma, { ...about, orderName: "#1", policyVersion: "1", placedOn: "2026-01-01", at }, [{ lineId: "new", title: "Camera", returnUntil: null, warrantyUntil: null, registerUntil: null, deliveredAt: null, deliveredBy: null, units: 1, unitsArrived: 0 }]);
      await prisma.rma.create({ data: { id, number: id, state: "requested", ...about, orderName: "#1", policyVersion: "1", openedBy: "Shopify", requestKey: `${payload.customer_id}/key` } });
      await prisma.registration.create({ data: { id, ...about, product: "Camera", registeredOn: at } });
      await prisma.notice.create({ data: { id, ...about, key: id, handle: "register-by", payload, plannedAt: at } });
      await prisma.rma.create({ data: { id: `staff ${id}`, number: `staff ${id}`, state: "requested", ...about, orderName: "#1", policyVersion: "1", openedBy: "Shopify", requestKey: `staff/key/${id}` } });
      expect(await prisma.rma.findUnique({ where: { id: `staff ${id}` } })).toMatchObject({ customerId: left, requestKey: `staff/key/${id}` });
      expect([await prisma.coverage.findFirst({ where: { shop: SHOP, orderId: who.orderId, lineId: "new" } }), await prisma.rma.findUnique({ where: { id } }), await prisma.registration.findUnique({ where: { id } }), await prisma.notice.findUnique({ where: { id } })].map((row) => row?.customerId)).toEqual([left, left, left, left]);
    }
    const now = await everything(s, SHOP);
    for (const secret of ["Customer/7", '"customer_id":7', "7/key"]) expect(now).not.toContain(secret);
    for (const others of ["Customer/8", '"customer_id":8', "8/key"]) expect(now).toContain(others);
    await prisma.rma.deleteMany({ where: { shop: SHOP, openedBy: "Shopify" } });
  });

  it("a customer who is being written at the moment of the erasure is erased too", async () => {
    const { prisma } = s.app.db, eve = { customerId: "gid://shopify/Customer/9", orderId: "gid://shopify/Order/13" };
    let erased: Promise<void> | undefined;
    await prisma.$transaction(async (tx) => {
      await tx.coverage.create({ data: { shop: SHOP, ...eve, lineId: "l", orderName: "#3", policyVersion: "1", refreshedAt: s.app.now() } });
      erased = tell("customers/redact", { customer: { id: 9 }, orders_to_redact: [13] }, "while written");
      await new Promise((done) => setTimeout(done, 500));
    });
    await erased;
    expect(await prisma.coverage.findFirst({ where: { shop: SHOP, orderId: eve.orderId } })).toMatchObject({ customerId: null });
  });

  it("what a later owner took over of a customer's order stays theirs when that customer is erased", async () => {
    const { prisma } = s.app.db, order = "gid://shopify/Order/14", later = { shop: SHOP, orderId: order, lineId: "l", product: "Camera", registeredOn: new Date("2026-01-02") };
    await prisma.registration.createMany({ data: [{ ...later, id: "own", unit: 1, customerId: "gid://shopify/Customer/10" }, { ...later, id: "later", unit: 2, customerId: bob.customerId, transferredOn: new Date("2026-02-02") }] });
    const stored = await storedOf(prisma, { shop: SHOP, customerId: "gid://shopify/Customer/10", orderIds: [order] });
    expect(stored["registrations"]).toMatchObject([{ id: "own" }]);
    await tell("customers/redact", { customer: { id: 10 }, orders_to_redact: [14] }, "first owner");
    expect(await prisma.registration.findMany({ where: { shop: SHOP, orderId: order } })).toMatchObject([{ id: "later", customerId: bob.customerId }]);
  });

  it("a webhook of a shop that never had the app, or has it no more, is kept and needs nothing", async () => {
    for (const topic of ["orders/updated", "returns/request"]) {
      const about = { shop: "never.myshopify.com", topic, payload: { id: 1, order_id: 1, admin_graphql_api_id: "gid://shopify/Return/1" } };
      await receiveEvent(s.app, { ...about, eventId: topic, triggeredAt: null });
    }
    expect(await handleEvents(s.app, { shop: "never.myshopify.com", resource: "order 1" })).toBe(2);
  });

  it("shop/redact spares a shop that came back", async () => {
    await tell("shop/redact", { shop_id: 1, shop_domain: SHOP }, "too-late");
    expect(await s.app.db.prisma.rma.count({ where: { shop: SHOP } })).toBe(2);
  });

  it("shop/redact erases the shop and no other", async () => {
    const before = await everything(s, OTHER);
    await tell("app/uninstalled", { id: 1 });
    await tell("shop/redact", { shop_id: 1, shop_domain: SHOP });
    expect(await everything(s, SHOP)).toBe("");
    expect(await everything(s, OTHER)).toBe(before);
  });
});
