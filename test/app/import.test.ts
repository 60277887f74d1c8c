import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { changeSettings } from "../../app/flows/changeSettings.ts";
import { importAgain } from "../../app/flows/importAgain.ts";
import { importOrders, type ImportStep } from "../../app/flows/importOrders.ts";
import { installShop } from "../../app/flows/installShop.ts";
import { publishPolicy } from "../../app/flows/publishPolicy.ts";
import { isDue, reconcileDue, reconcileOrders } from "../../app/flows/reconcileOrders.ts";
import { uninstallShop } from "../../app/flows/uninstallShop.ts";
import { refreshCoverage } from "../../app/flows/refreshCoverage.ts";
import { beginRun, orderRunOf, uncoveredOrders } from "../../app/store/orderRuns.ts";
import { saveSettings } from "../../app/store/shops.ts";
import { startWorker } from "../../app/worker.server.ts";
import { seedWorld } from "../devstore/seed/seedWorld.ts";
import { mapping } from "./mappings.ts";
import { install, stand, type Stand } from "./stand.ts";

const SHOP = "camstro.myshopify.com", MANY = 130;
const staff = { kind: "staff", name: "Test" } as const;

/** Steps until the run ends, as the worker would; returns the steps taken. */
async function toTheEnd(s: Stand): Promise<ImportStep[]> {
  const steps: ImportStep[] = [];
  for (;;) {
    const step = await importOrders(s.app, { shop: SHOP });
    steps.push(step);
    if (step === "done" || step === "stopped") return steps;
    if (step === "waiting") await new Promise((done) => setTimeout(done, 20));
  }
}

const fault = (s: Stand, body: object): Promise<Response> => fetch(`${s.store.origin}/__faults`, { method: "POST", body: JSON.stringify(body) });
const noFaults = (s: Stand): Promise<Response> => fetch(`${s.store.origin}/__faults`, { method: "DELETE" });

/** Coverage without what tells one reading from another: when it was read, and whether the scan or Shopify's field said the day. */
async function coverage(s: Stand): Promise<object[]> {
  const rows = await s.app.db.prisma.coverage.findMany({ where: { shop: SHOP }, orderBy: [{ orderId: "asc" }, { lineId: "asc" }] });
  return rows.map(({ refreshedAt: _, deliveredBy, ...row }) => ({ ...row, known: deliveredBy !== null }));
}
const calls = (s: Stand, name: string): number => s.world.log.filter((call) => JSON.stringify(call).includes(name)).length;

describe("importing a shop with many orders", () => {
  let s: Stand, orders: number;
  beforeAll(async () => {
    s = await stand(async (world) => {
      world.bulkTimes = { startsMs: 1, endsMs: 10 };
      await seedWorld(world, { seed: 1, orders: MANY, shops: ["camstro"] });
    });
    await install(s, SHOP);
    await saveSettings(s.app.db.prisma, SHOP, { mapping });
    await publishPolicy(s.app, { shop: SHOP, actor: staff, policy: "camstro" });
    orders = s.world.shops.get(SHOP)?.orders.size ?? 0;
  }, 120_000);
  afterAll(() => s.close());
  beforeEach(() => noFaults(s));

  it("asks in bulk, covers every order, and writes back in batches", async () => {
    await importAgain(s.app, { shop: SHOP });
    const steps = await toTheEnd(s);
    expect(steps[0]).toBe("waiting");
    expect(steps.at(-1)).toBe("done");
    expect(await orderRunOf(s.app.db.prisma, SHOP)).toMatchObject({ state: "done", stage: "bulk", done: orders, found: orders, kind: "first", message: null });
    const covered = await s.app.db.prisma.coverage.groupBy({ by: ["orderId"], where: { shop: SHOP } });
    expect(covered).toHaveLength(orders);
    expect(calls(s, "mutation SetMetafields")).toBe(Math.ceil(orders / 25));
    expect(calls(s, "query OrderForClaims")).toBeLessThan(orders / 2);
  });

  it("again it writes nothing back, since nothing changed", async () => {
    const before = calls(s, "mutation SetMetafields");
    await importAgain(s.app, { shop: SHOP });
    expect((await toTheEnd(s)).at(-1)).toBe("done");
    expect(calls(s, "mutation SetMetafields")).toBe(before);
  });

  it("comes to what reading each order by itself comes to", async () => {
    const byBulk = await coverage(s);
    for (const { orderId } of await s.app.db.prisma.coverage.groupBy({ by: ["orderId"], where: { shop: SHOP } })) await refreshCoverage(s.app, { shop: SHOP, orderId });
    expect(byBulk).toEqual(await coverage(s));
    expect(byBulk.filter((row) => (row as { returnUntil: Date | null }).returnUntil !== null).length).toBeGreaterThan(10);
  });

  it("is killed between two batches and goes on where it stood", async () => {
    await s.app.db.prisma.coverage.deleteMany({ where: { shop: SHOP } });
    await importAgain(s.app, { shop: SHOP });
    await importOrders(s.app, { shop: SHOP });
    await new Promise((done) => setTimeout(done, 50));
    await s.app.db.prisma.$executeRaw`ALTER TABLE "Coverage" ADD CONSTRAINT "stop" CHECK ("orderName" <> '#1060')`;
    await expect(toTheEnd(s)).rejects.toThrow();
    const stood = await orderRunOf(s.app.db.prisma, SHOP);
    expect(stood?.state).toBe("running");
    expect(stood?.done).toBeGreaterThan(0);
    expect(stood?.done).toBeLessThan(orders);
    await s.app.db.prisma.$executeRaw`ALTER TABLE "Coverage" DROP CONSTRAINT "stop"`;
    const asked = calls(s, "mutation RunBulkQuery");
    expect((await toTheEnd(s)).at(-1)).toBe("done");
    expect(calls(s, "mutation RunBulkQuery")).toBe(asked);
    expect(await s.app.db.prisma.coverage.groupBy({ by: ["orderId"], where: { shop: SHOP } })).toHaveLength(orders);
    expect((await orderRunOf(s.app.db.prisma, SHOP))?.done).toBe(orders);
  });

  it("falls back to pages where the bulk operation is lost", async () => {
    await importAgain(s.app, { shop: SHOP });
    await importOrders(s.app, { shop: SHOP });
    await s.app.db.prisma.orderRun.update({ where: { shop: SHOP }, data: { operationId: "gid://shopify/BulkOperation/1" } });
    expect((await toTheEnd(s)).at(-1)).toBe("done");
    expect(await orderRunOf(s.app.db.prisma, SHOP)).toMatchObject({ stage: "paging", done: orders, message: expect.stringContaining("bulk operation") });
  });

  it("a Shopify that is away is tried again from the same place, and two at once are one", async () => {
    await importAgain(s.app, { shop: SHOP });
    await fault(s, { root: "bulkOperationRunQuery", kind: "5xx", times: 1 });
    await expect(importOrders(s.app, { shop: SHOP })).rejects.toThrow(/Shopify answered/);
    await Promise.all([toTheEnd(s), toTheEnd(s)]);
    expect(await orderRunOf(s.app.db.prisma, SHOP)).toMatchObject({ state: "done", done: orders });
  });

  it("uninstalling stops it", async () => {
    await importAgain(s.app, { shop: SHOP });
    await importOrders(s.app, { shop: SHOP });
    await uninstallShop(s.app, { shop: SHOP });
    expect(await toTheEnd(s)).toEqual(["stopped"]);
    expect(await orderRunOf(s.app.db.prisma, SHOP)).toMatchObject({ state: "stopped", message: "the app was uninstalled" });
    await install(s, SHOP);
  });

  it("installing again begins anew, opening the app once more does not", async () => {
    await s.app.db.prisma.shop.update({ where: { domain: SHOP }, data: { uninstalledAt: s.app.now() } });
    await installShop(s.app, { shop: SHOP });
    expect(await orderRunOf(s.app.db.prisma, SHOP)).toMatchObject({ state: "running", kind: "first" });
    expect((await toTheEnd(s)).at(-1)).toBe("done");
    await installShop(s.app, { shop: SHOP });
    expect((await orderRunOf(s.app.db.prisma, SHOP))?.state).toBe("done");
  });
});

describe("each night", () => {
  let s: Stand, at = new Date();
  beforeAll(async () => {
    s = await stand((world) => seedWorld(world, { seed: 3, orders: 12, shops: ["camstro"] }).then(() => undefined), { now: () => at });
    await install(s, SHOP);
    await saveSettings(s.app.db.prisma, SHOP, { mapping });
  }, 180_000);
  afterAll(() => s.close());

  it("few orders are read page by page; without a policy they are kept as not covered, and covered once there is one", async () => {
    await reconcileOrders(s.app, { shop: SHOP });
    expect(await toTheEnd(s)).toEqual(["more", "done"]);
    const waiting = await uncoveredOrders(s.app.db.prisma, SHOP);
    expect(waiting.length).toBeGreaterThan(5);
    expect(waiting[0]?.why).toMatch(/no policy/);
    await publishPolicy(s.app, { shop: SHOP, actor: staff, policy: "camstro" });
    await startWorker(s.app);
    await expect.poll(() => s.app.db.prisma.uncoveredOrder.count({ where: { shop: SHOP } }), { timeout: 20_000 }).toBe(0);
    await expect.poll(async () => (await orderRunOf(s.app.db.prisma, SHOP))?.state, { timeout: 20_000 }).toBe("done");
    expect(await s.app.db.prisma.coverage.count({ where: { shop: SHOP } })).toBeGreaterThan(5);
  });

  it("an order that one query cannot read is named, and holds nobody up", async () => {
    const order = { lineItems: Array.from({ length: 101 }, (_, n) => ({ title: `Screw ${n}`, quantity: 1, priceSet: { shopMoney: { amount: "1.00", currencyCode: "USD" } } })) };
    const query = "mutation ($order: OrderCreateOrderInput!) { orderCreate(order: $order) { order { id } userErrors { message } } }";
    const headers = { "content-type": "application/json", "x-shopify-access-token": "local-camstro" };
    const made = await (await fetch(`${s.store.origin}/${SHOP}/admin/api/2026-10/graphql.json`, { method: "POST", headers, body: JSON.stringify({ query, variables: { order } }) })).text();
    expect(made).toContain("gid://shopify/Order/");
    await reconcileOrders(s.app, { shop: SHOP });
    await expect.poll(async () => (await uncoveredOrders(s.app.db.prisma, SHOP)).map((one) => one.why), { timeout: 20_000 }).toEqual([expect.stringContaining("more than 100 lines")]);
    await expect.poll(async () => (await orderRunOf(s.app.db.prisma, SHOP))?.state, { timeout: 20_000 }).toBe("done");
  });

  it("a changed mapping reads every order again, other settings do not", async () => {
    const begun = async (): Promise<number | undefined> => (await orderRunOf(s.app.db.prisma, SHOP))?.startedAt.getTime();
    const before = await begun();
    at = new Date(at.getTime() + 60_000);
    expect(await changeSettings(s.app, { shop: SHOP, settings: { shipBackDays: 21 } })).not.toHaveProperty("errors");
    expect(await begun()).toBe(before);
    expect(await changeSettings(s.app, { shop: SHOP, settings: { mapping: [{ when: { title: "camera" }, gives: { class: "refurbished" } }] } })).not.toHaveProperty("errors");
    expect(await begun()).toBe(at.getTime());
    await expect.poll(async () => (await orderRunOf(s.app.db.prisma, SHOP))?.state, { timeout: 20_000 }).toBe("done");
    expect((await orderRunOf(s.app.db.prisma, SHOP))?.done).toBeGreaterThan(10);
  });

  it("is each shop's own night, once, and catches up after a day without one", async () => {
    const on = (time: string): Date => new Date(`2026-03-10T${time}:00Z`), before = (hours: number, now: Date): Date => new Date(now.getTime() - hours * 3_600_000);
    expect(isDue(on("02:13"), "Europe/London", before(24, on("02:13")))).toBe(true);
    expect(isDue(on("02:13"), "Asia/Shanghai", before(24, on("02:13")))).toBe(false);
    expect(isDue(on("18:13"), "Asia/Shanghai", before(24, on("18:13")))).toBe(true);
    expect(isDue(on("03:13"), "Europe/London", before(1, on("03:13")))).toBe(false);
    expect(isDue(on("12:13"), "Europe/London", before(50, on("12:13")))).toBe(true);
    expect(isDue(on("12:13"), "Europe/London", null)).toBe(true);
    expect(await reconcileDue(s.app)).toEqual([]);
    at = new Date(at.getTime() + 72 * 3_600_000);
    expect(await reconcileDue(s.app)).toEqual([SHOP]);
  });

  it("a run under way is not begun twice", async () => {
    expect(await beginRun(s.app.db.prisma, { shop: "other.myshopify.com", kind: "first", since: null, at })).toBe(true);
    expect(await beginRun(s.app.db.prisma, { shop: "other.myshopify.com", kind: "nightly", since: at, at })).toBe(false);
  });
});
