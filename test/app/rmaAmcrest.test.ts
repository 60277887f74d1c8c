import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeRma } from "../../app/flows/closeRma.ts";
import { publishPolicy } from "../../app/flows/publishPolicy.ts";
import { quoteOrder } from "../../app/flows/quoteOrder.ts";
import { receiveGoods } from "../../app/flows/receiveGoods.ts";
import { countOverrides } from "../../app/store/rmas.ts";
import { entriesOf } from "../../app/store/timeline.ts";
import { DEFECTIVE, STAFF } from "./asks.ts";
import { merchantShop, type MerchantShop } from "./merchantShop.ts";
import { stepsOf, type Steps } from "./rmaSteps.ts";

let m: MerchantShop, steps: Steps;
beforeAll(async () => {
  m = await merchantShop("amcrest");
  steps = stepsOf(m);
}, 180_000);
afterAll(() => m.s.close());

const app = () => m.s.app;
const camera = { sku: "AM-T5", price: "69.99", tax: "5.60" };

describe("an unwanted camera", () => {
  it("is refunded less 10 % restocking of its price without tax, within the goal of calls and points", async () => {
    const placed = await m.place({ lines: [camera] });
    const log = m.s.world.log.length;
    const rma = await steps.requested(placed, { remedy: "refund" });
    expect(rma).toMatchObject({ state: "approved", number: expect.stringMatching(/^RMA-\d{4}$/), returnId: expect.stringContaining("gid://shopify/Return/") });
    await steps.arrived(rma, "criteria_met");
    expect(await steps.settle(rma)).toMatchObject({ rma: { state: "settled" }, action: { state: "done" } });
    await closeRma(app(), { shop: m.shop, rmaId: rma.id, actor: STAFF });
    const calls = m.s.world.log.slice(log), points = calls.reduce((n, call) => n + (call.actualCost ?? 0), 0);
    console.log(`one RMA from request to refund and close: ${calls.length} calls, ${points} points: ${calls.map((call) => `${call.operation} ${call.actualCost}`).join(", ")}`);
    expect(calls.length).toBeLessThanOrEqual(8);
    expect(points).toBeLessThanOrEqual(250);
    expect(await m.books(placed.orderId)).toMatchObject({ refunded: "68.59", refunds: 1, outstanding: "0.0", returns: ["CLOSED"] });
    expect((await steps.now(rma)).state).toBe("closed");
    const entries = await entriesOf(app().db.prisma, m.shop, rma.id);
    expect(entries.map((entry) => entry.kind)).toEqual(["requested", "at_shopify", "approved", "received", "inspected", "settled", "closed"]);
  });

  it("quoting an order writes nothing and says the same", async () => {
    const placed = await m.place({ lines: [camera] });
    const quoted = await quoteOrder(app(), { shop: m.shop, orderId: placed.orderId });
    if (!("lines" in quoted)) throw new Error(quoted.notFound);
    expect(quoted.lines[0]?.unwanted?.decision.remedies.find((answer) => answer.remedy === "refund")).toMatchObject({ refund: { amount: "68.59" }, deductions: [{ kind: "restocking", amount: "7.00" }] });
    expect(quoted.lines[0]?.defective?.decision.remedies.length).toBeGreaterThan(0);
    expect(await app().db.prisma.rma.count({ where: { orderId: placed.orderId } })).toBe(0);
    expect((await m.books(placed.orderId)).returns).toEqual([]);
  });

  it("of which one of two arrives, is settled for one; the other is settled when it comes, and both add up", async () => {
    const placed = await m.place({ lines: [{ ...camera, quantity: 2, tax: "11.20" }] });
    const rma = await steps.requested(placed, { quantity: 2, remedy: "refund" });
    const first = await steps.arrived(rma, "criteria_met", { quantity: 1 });
    expect(first.lines[0]).toMatchObject({ quantity: 2, received: 1, settled: 0 });
    expect(await steps.settle(rma)).toMatchObject({ rma: { state: "under_way", lines: [{ settled: 1, paidBack: "68.59" }] } });
    expect(await m.books(placed.orderId)).toMatchObject({ refunded: "68.59", refunds: 1 });
    await steps.arrived(rma, "criteria_met", { quantity: 1 });
    expect(await steps.settle(rma)).toMatchObject({ rma: { state: "settled", lines: [{ settled: 2, paidBack: "137.18" }] } });
    expect(await m.books(placed.orderId)).toMatchObject({ refunded: "137.18", refunds: 2, outstanding: "0.0" });
  });

  it("goods that were not announced are noted, and more than was announced is refused", async () => {
    const rma = await steps.requested(await m.place({ lines: [camera] }), { remedy: "refund" });
    const about = { shop: m.shop, rmaId: rma.id, actor: STAFF }, rmaLineId = rma.lines[0]?.id ?? "";
    expect(await receiveGoods(app(), { ...about, lines: [{ rmaLineId, quantity: 2 }] })).toMatchObject({ refused: [{ field: "lines.0.quantity" }] });
    expect(await receiveGoods(app(), { ...about, lines: [{ rmaLineId, quantity: 1 }], others: [{ what: "garden gnome", quantity: 1 }] })).toMatchObject({ rma: { state: "received", lines: [{ received: 1 }], dueFor: expect.stringContaining("5 business days") } });
    expect((await entriesOf(app().db.prisma, m.shop, rma.id)).at(-1)?.text).toContain("garden gnome (not announced)");
  });
});

describe("a defective camera", () => {
  it("is refunded in full: no restocking fee", async () => {
    const placed = await m.place({ lines: [camera], shipping: "6.00" });
    const rma = await steps.requested(placed, { remedy: "refund", request: DEFECTIVE });
    await steps.arrived(rma, "defect_confirmed");
    expect(await steps.settle(rma)).toMatchObject({ rma: { state: "settled" } });
    expect(await m.books(placed.orderId)).toMatchObject({ refunded: "81.59", refunds: 1, outstanding: "0.0" });
  });

  it("in which no fault is found is an unwanted one: the return is made anew with the fee, and the difference shown", async () => {
    const placed = await m.place({ lines: [camera] });
    const rma = await steps.requested(placed, { remedy: "refund", request: DEFECTIVE });
    await steps.arrived(rma, "no_fault_found");
    const inspected = (await entriesOf(app().db.prisma, m.shop, rma.id)).at(-1);
    expect(inspected?.data).toMatchObject({ difference: { changed: true, promised: { amount: "75.59" }, now: { amount: "68.59" } } });
    expect(await steps.settle(rma)).toMatchObject({ rma: { state: "settled" }, action: { state: "done" } });
    expect(await m.books(placed.orderId)).toMatchObject({ refunded: "68.59", refunds: 1, returns: ["CANCELED", "OPEN"], outstanding: "0.0" });
  });
});

describe("too late", () => {
  it("a customer is held to the policy, staff may override with a reason, which is kept and counted", async () => {
    const placed = await m.place({ lines: [camera], daysAgo: 60, deliveredDaysAgo: 50 });
    expect(await steps.ask(placed, { remedy: "refund" })).toMatchObject({ declined: { lines: [{ decision: { declined: expect.arrayContaining([expect.objectContaining({ remedy: "refund", because: expect.arrayContaining(["amcrest.2.1"]) })]) } }] } });
    expect(await steps.ask(placed, { remedy: "refund", override: "I say so" })).toHaveProperty("declined");
    expect((await m.books(placed.orderId)).returns).toEqual([]);
    expect(await steps.ask(placed, { remedy: "refund" }, { actor: STAFF })).toHaveProperty("declined");
    const rma = await steps.requested(placed, { remedy: "refund", override: "Regular customer, parcel was late" }, { actor: STAFF });
    expect(rma).toMatchObject({ state: "approved", lines: [{ override: "Regular customer, parcel was late" }] });
    expect((await countOverrides(app().db.prisma, m.shop, new Date(0))).overridden).toBe(1);
    await steps.arrived(rma, "criteria_met");
    expect(await steps.settle(rma)).toMatchObject({ rma: { state: "settled" } });
    expect(await m.books(placed.orderId)).toMatchObject({ refunded: "75.59" });
  });
});

describe("a new version of the policy", () => {
  it("holds for orders placed from its day on; earlier ones keep theirs", async () => {
    const before = new Date(Date.now() - 4 * 86_400_000);
    const version = { shop: m.shop, actor: STAFF, policy: "amcrest", settings: { newWarrantyTerm: "P2Y" } };
    expect(await publishPolicy(app(), { ...version, inForceFrom: before.toISOString().slice(0, 10) })).toMatchObject({ errors: [{ path: "inForceFrom" }] });
    expect(await publishPolicy(app(), version)).toMatchObject({ version: { version: "2025-01.2" } });
    // As if it had been published four days ago.
    await app().db.prisma.policyVersion.update({ where: { shop_version: { shop: m.shop, version: "2025-01.2" } }, data: { inForceFrom: before } });
    const [old, fresh] = [await m.place({ lines: [camera] }), await m.place({ lines: [camera], daysAgo: 2, deliveredDaysAgo: 1 })];
    expect((await steps.requested(old)).policyVersion).toBe("2025-01");
    expect((await steps.requested(fresh)).policyVersion).toBe("2025-01.2");
    expect(await publishPolicy(app(), { shop: m.shop, actor: STAFF, policy: "nobody" })).toMatchObject({ errors: [{ path: "policy" }] });
    expect(await publishPolicy(app(), { shop: m.shop, actor: STAFF, policy: "amcrest", choices: { "NO-1": "B" } })).toHaveProperty("errors");
  });
});
