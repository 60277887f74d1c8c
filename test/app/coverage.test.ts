import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handleEvents } from "../../app/flows/handleEvents.ts";
import { receiveEvent, resourceOf } from "../../app/flows/receiveEvent.ts";
import { refreshCoverage } from "../../app/flows/refreshCoverage.ts";
import { coverageOf } from "../../app/store/coverage.ts";
import { addPolicyVersion } from "../../app/store/policyVersions.ts";
import { seedWorld } from "../devstore/seed/seedWorld.ts";
import { merchant } from "../policy/merchants.ts";
import { install, stand, type Stand } from "./stand.ts";

const SHOP = "camstro.myshopify.com";
type Orders = { orders: { nodes: { id: string; name: string; legacyResourceId: string }[] } };

describe("coverage of an order", () => {
  let s: Stand, orders: Orders["orders"]["nodes"];
  beforeAll(async () => {
    s = await stand(async (world) => void (await seedWorld(world, { seed: 1, orders: 12, shops: ["camstro"] })));
    await install(s, SHOP);
    await s.app.db.prisma.shop.update({ where: { domain: SHOP }, data: { settings: { ownChannels: ["custom-app"], mapping: [
      { when: { tag: "refurbished" }, gives: { class: "refurbished" } }, { when: { zeroPrice: true }, gives: { class: "free_gift" } },
      { when: { productType: "Mounting bracket" }, gives: { class: "accessory", category: "mounting_bracket" } }, { when: { productType: "Security camera" }, gives: { class: "new", category: "camera" } },
      { when: { productType: "Network video recorder" }, gives: { class: "new", category: "nvr" } },
    ] } } });
    await addPolicyVersion(s.app.db.prisma, { id: "v1", shop: SHOP, version: "1", document: merchant("camstro"), choices: {}, settings: {}, inForceFrom: "2019-10-01", publishedBy: "test" });
    orders = (await s.app.adminFor(SHOP).run<Orders, Record<string, never>>("{ orders(first: 20) { nodes { id name legacyResourceId } } }" as never, {})).orders.nodes;
  });
  afterAll(() => s.close());

  it("is stored per line, and written back to the order once", async () => {
    const order = orders.find((o) => o.name === "#1002") ?? orders[0];
    if (!order) throw new Error("no orders");
    expect(await refreshCoverage(s.app, { shop: SHOP, orderId: order.id })).toBe("refreshed");
    const rows = await coverageOf(s.app.db.prisma, SHOP, order.id);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows.filter((r) => r.deliveredAt)) {
      expect(row.deliveredBy).toBe("carrier");
      if (row.warrantyUntil) expect(row.warrantyUntil.getTime()).toBeGreaterThan(row.deliveredAt?.getTime() ?? 0);
    }
    expect(rows.some((row) => row.warrantyUntil)).toBe(true);
    const admin = s.app.adminFor(SHOP);
    const read = () => admin.run<{ order: { metafield: { value: string } } }, { id: string }>(`query($id: ID!) { order(id: $id) { metafield(namespace: "$app", key: "coverage") { value } } }` as never, { id: order.id });
    const { order: { metafield } } = await read();
    expect(JSON.parse(metafield.value)).toMatchObject({ policy: "1", lines: expect.arrayContaining([expect.objectContaining({ warrantyUntil: expect.any(String) })]) });
    const writes = () => s.world.log.filter((call) => JSON.stringify(call).includes("SetMetafields")).length;
    const before = writes();
    await refreshCoverage(s.app, { shop: SHOP, orderId: order.id });
    expect(writes()).toBe(before);
  });

  it("an order nobody has and a day without a policy are said, not guessed", async () => {
    expect(await refreshCoverage(s.app, { shop: SHOP, orderId: "gid://shopify/Order/1" })).toBe("no_order");
    await s.app.db.prisma.policyVersion.updateMany({ where: { shop: SHOP }, data: { inForceFrom: new Date("2099-01-01") } });
    expect(await refreshCoverage(s.app, { shop: SHOP, orderId: orders[0]?.id ?? "" })).toBe("no_policy");
    await s.app.db.prisma.policyVersion.updateMany({ where: { shop: SHOP }, data: { inForceFrom: new Date("2019-10-01") } });
  });

  it("an event is stored once however often it comes, and handled once", async () => {
    const order = orders[1];
    const event = { shop: SHOP, eventId: "e-1", topic: "orders/updated", payload: { id: Number(order?.legacyResourceId) }, triggeredAt: null };
    expect(await Promise.all([receiveEvent(s.app, event), receiveEvent(s.app, event), receiveEvent(s.app, event)]).then((all) => all.filter(Boolean))).toHaveLength(1);
    expect(await receiveEvent(s.app, { ...event, topic: "fulfillments/create", payload: { order_id: Number(order?.legacyResourceId) } })).toBe(true);
    const resource = resourceOf("orders/updated", event.payload);
    expect(await handleEvents(s.app, { shop: SHOP, resource })).toBe(2);
    expect(await handleEvents(s.app, { shop: SHOP, resource })).toBe(0);
    expect(await coverageOf(s.app.db.prisma, SHOP, order?.id ?? "")).not.toHaveLength(0);
  });

  it("an event whose handling fails waits and is handled later", async () => {
    const order = orders[2];
    const payload = { id: Number(order?.legacyResourceId) };
    await receiveEvent(s.app, { shop: SHOP, eventId: "e-2", topic: "orders/updated", payload, triggeredAt: null });
    await fetch(`${s.store.origin}/__faults`, { method: "POST", body: JSON.stringify({ root: "order", kind: "5xx", times: 1 }) });
    const about = { shop: SHOP, resource: resourceOf("orders/updated", payload) };
    await expect(handleEvents(s.app, about)).rejects.toThrow(/Shopify answered/);
    expect(await handleEvents(s.app, about)).toBe(1);
  });

  it("uninstalling ends the tokens and keeps the shop's data", async () => {
    await receiveEvent(s.app, { shop: SHOP, eventId: "e-3", topic: "app/uninstalled", payload: { id: 1 }, triggeredAt: null });
    await handleEvents(s.app, { shop: SHOP, resource: resourceOf("app/uninstalled", { id: 1 }) });
    expect(await s.app.db.prisma.session.count({ where: { shop: SHOP } })).toBe(0);
    expect((await s.app.db.prisma.shop.findUniqueOrThrow({ where: { domain: SHOP } })).uninstalledAt).not.toBeNull();
    expect(await s.app.db.prisma.coverage.count({ where: { shop: SHOP } })).toBeGreaterThan(0);
  });
});

it("events of one order share a resource, whatever their topic names it by", () => {
  expect(resourceOf("orders/updated", { id: 7 })).toBe("order 7");
  expect(resourceOf("fulfillments/update", { id: 9, order_id: 7 })).toBe("order 7");
  expect(resourceOf("returns/request", { id: 3, order: { id: 7 } })).toBe("order 7");
  expect(resourceOf("products/update", { id: 5, admin_graphql_api_id: "gid://shopify/Product/5" })).toBe("products gid://shopify/Product/5");
});
