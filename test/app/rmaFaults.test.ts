import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { carryOut } from "../../app/flows/carryOut.ts";
import { readOrder } from "../../app/shopify/order.ts";
import { sendClose } from "../../app/shopify/sendReturn.ts";
import { actionsOf, leaseAction, planAction } from "../../app/store/actions.ts";
import { changeRma, lockRma, type RmaWithLines } from "../../app/store/rmas.ts";
import { entriesOf } from "../../app/store/timeline.ts";
import { merchantShop, type MerchantShop } from "./merchantShop.ts";
import { stepsOf, type Steps } from "./rmaSteps.ts";

let m: MerchantShop, steps: Steps;
beforeAll(async () => {
  m = await merchantShop("amcrest");
  steps = stepsOf(m);
}, 180_000);
afterAll(() => m.s.close());
beforeEach(async () => void (await fetch(`${m.s.store.origin}/__faults`, { method: "DELETE" })));

const app = () => m.s.app;
const camera = { sku: "AM-T5", price: "69.99", tax: "5.60" };
const MINUTE = 60_000;

async function inspected(quantity = 1, arrived = quantity) {
  const placed = await m.place({ lines: [{ ...camera, quantity, tax: (5.6 * quantity).toFixed(2) }] });
  const rma = await steps.requested(placed, { quantity, remedy: "refund" });
  return { placed, rma: await steps.arrived(rma, "criteria_met", { quantity: arrived }) };
}
const actions = (rma: RmaWithLines) => actionsOf(app().db.prisma, m.shop, rma.id);
const lastAction = async (rma: RmaWithLines) => {
  const action = (await actions(rma)).at(-1);
  if (!action) throw new Error("no action");
  return action;
};
/** The job comes round again after some time. */
const again = async (rma: RmaWithLines, ms = 2 * MINUTE) => {
  m.later(ms);
  return carryOut(app(), { shop: m.shop, actionId: (await lastAction(rma)).id });
};

describe("one refund", () => {
  // One of two units, so that Shopify itself would take a second settlement.
  it("for two staff who settle at once, and for a third who comes later", async () => {
    const { placed, rma } = await inspected(2, 1);
    await Promise.all([steps.settle(rma), steps.settle(rma), steps.settle(rma)]);
    expect((await actions(rma)).filter((action) => action.kind === "process")).toHaveLength(1);
    expect(await steps.settle(rma)).toMatchObject({ refused: [{ code: "INVALID_STATE" }] });
    expect(await m.books(placed.orderId)).toMatchObject({ refunds: 1, refunded: "68.59" });
  });

  it("for two workers with the same action", async () => {
    const { placed, rma } = await inspected(2, 1);
    await m.fault({ root: "return", kind: "5xx", times: 1 });
    expect(await steps.settle(rma)).toMatchObject({ action: { state: "planned" } });
    const { id } = await lastAction(rma);
    await Promise.all(Array.from({ length: 4 }, () => carryOut(app(), { shop: m.shop, actionId: id })));
    expect(await lastAction(rma)).toMatchObject({ state: "done" });
    expect(await m.books(placed.orderId)).toMatchObject({ refunds: 1, refunded: "68.59" });
  });

  it("when Shopify does the work and hangs up: seen at once by looking", async () => {
    const { placed, rma } = await inspected();
    await m.fault({ root: "returnProcess", kind: "hangUpAfter", times: 1 });
    expect(await steps.settle(rma)).toMatchObject({ rma: { state: "settled" }, action: { state: "done", answer: { seenAfterwards: true } } });
    expect(await m.books(placed.orderId)).toMatchObject({ refunds: 1, refunded: "68.59" });
  });

  it("when Shopify does the work, hangs up, and cannot be looked at: seen by the job", async () => {
    const { placed, rma } = await inspected();
    await m.fault([{ root: "returnProcess", kind: "hangUpAfter", times: 1 }, { operation: "ReturnState", kind: "5xx", times: 1 }]);
    expect(await steps.settle(rma)).toMatchObject({ rma: { state: "settling" }, action: { state: "planned" } });
    expect(await m.books(placed.orderId)).toMatchObject({ refunds: 1 });
    expect(await again(rma)).toMatchObject({ state: "done" });
    expect(await m.books(placed.orderId)).toMatchObject({ refunds: 1, refunded: "68.59" });
    expect((await steps.now(rma)).state).toBe("settled");
  });

  it("when the line is cut before the work: sent again, but only after Shopify was left in peace for a minute", async () => {
    const { placed, rma } = await inspected();
    await m.fault({ root: "returnProcess", kind: "hangUp", times: 1 });
    expect(await steps.settle(rma)).toMatchObject({ action: { state: "planned" } });
    await expect(again(rma, 5_000)).rejects.toThrow("may still be working");
    expect(await again(rma)).toMatchObject({ state: "done" });
    expect(await m.books(placed.orderId)).toMatchObject({ refunds: 1, refunded: "68.59" });
  });

  it("of part of a line is never sent twice: what cannot be known waits for a person", async () => {
    const { placed, rma } = await inspected(2, 1);
    await m.fault({ root: "returnProcess", kind: "hangUp", times: 1 });
    await steps.settle(rma);
    expect(await again(rma)).toMatchObject({ state: "unclear" });
    expect(await m.books(placed.orderId)).toMatchObject({ refunds: 0 });
    expect((await entriesOf(app().db.prisma, m.shop, rma.id)).at(-1)).toMatchObject({ kind: "unclear" });
  });

  it("by the queue's own worker after 429 and 5xx", async () => {
    const { placed, rma } = await inspected();
    await m.fault([{ root: "return", kind: "5xx", times: 1 }]);
    await steps.settle(rma);
    await app().jobs.work("action", async (data) => void (await carryOut(app(), data)));
    await expect.poll(async () => (await steps.now(rma)).state, { timeout: 30_000, interval: 250 }).toBe("settled");
    expect(await m.books(placed.orderId)).toMatchObject({ refunds: 1 });
  }, 40_000);
});

/** Each of these is behind another protection too; here each stands alone (docs/planted-faults.md). */
describe("by itself", () => {
  it("a case's row is held: who comes second sees what the first did", async () => {
    const { rma } = await inspected(), db = app().db.prisma;
    let second: Promise<RmaWithLines> | undefined;
    await db.$transaction(async (tx) => {
      await lockRma(tx, m.shop, rma.id);
      second = db.$transaction((other) => lockRma(other, m.shop, rma.id));
      await new Promise((done) => setTimeout(done, 300));
      await changeRma(tx, rma, { dueFor: "the first was here" });
    });
    expect((await second)?.dueFor).toBe("the first was here");
  });

  it("an action's key is there once, and its lease is one worker's until it is over", async () => {
    const { rma } = await inspected(), db = app().db.prisma, at = app().now(), later = (ms: number): Date => new Date(at.getTime() + ms);
    const about = { shop: m.shop, rmaId: rma.id, kind: "cancel", key: `${rma.id}/once`, input: {}, at };
    const [first, again] = [await planAction(db, about), await planAction(db, about)];
    expect([first.isNew, again.isNew, again.action.id]).toEqual([true, false, first.action.id]);
    const lease = (now: Date) => leaseAction(db, m.shop, first.action.id, now);
    expect([(await lease(at))?.sentBefore, await lease(later(1)), await lease(later(2 * MINUTE)), (await lease(later(2 * MINUTE + 1)))?.sentBefore]).toEqual([false, null, null, true]);
  });
});

describe("money that does not agree", () => {
  it("stops with both sides row by row, and is paid when a person decides", async () => {
    const { placed, rma } = await inspected();
    await app().db.prisma.rmaLine.updateMany({ where: { shop: m.shop, rmaId: rma.id }, data: { claim: { ...(rma.lines[0]?.claim as object), money: { ...(rma.lines[0]?.claim as { money: object }).money, tax: "9.60" } } } });
    const stopped = await steps.settle(rma);
    expect(stopped).toMatchObject({ rma: { state: "inspected" }, action: { state: "stopped", answer: { ours: "72.59", shopify: "68.59", rows: [{ what: "goods", ours: "79.59", shopify: "75.59" }, { what: "shipping" }, { what: "fees", ours: "-7.00", shopify: "-7.00" }] } } });
    expect(await m.books(placed.orderId)).toMatchObject({ refunds: 0, refunded: "0.0" });
    expect(await steps.settle(rma, { pay: { amount: "50.00", reason: "neither" } })).toMatchObject({ action: { state: "stopped" } });
    expect(await steps.settle(rma, { pay: { amount: "72.59", reason: "Ours" } })).toMatchObject({ refused: [{ field: "orderTransactions" }] });
    expect(await m.books(placed.orderId)).toMatchObject({ refunds: 0, refunded: "0.0" });
    expect(await steps.settle(rma, { pay: { amount: "68.59", reason: "Tax was typed wrong" } })).toMatchObject({ rma: { state: "settled" }, action: { state: "done" } });
    expect(await m.books(placed.orderId)).toMatchObject({ refunds: 1, refunded: "68.59" });
  });

  it("names money that went back by hand apart from fees", async () => {
    const { placed, rma } = await inspected(), { order } = (await m.ask("query T($id: ID!) { order(id: $id) { transactions { id } } }", { id: placed.orderId })) as unknown as { order: { transactions: { id: string }[] } };
    await m.ask('mutation R($input: RefundInput!) { refundCreate(input: $input) @idempotent(key: "by hand") { refund { id } userErrors { field message } } }', { input: { orderId: placed.orderId, currency: "USD", transactions: [{ orderId: placed.orderId, parentId: order.transactions[0]?.id, kind: "REFUND", gateway: "manual", amount: "5.00" }] } });
    expect(await steps.settle(rma)).toMatchObject({ action: { state: "stopped", answer: { ours: "68.59", shopify: "63.59", rows: [{ what: "goods", ours: "75.59", shopify: "75.59" }, { what: "shipping" }, { what: "fees", ours: "-7.00", shopify: "-7.00" }, { what: "besides", ours: "0.00", shopify: "-5.00" }] } } });
    expect(await m.books(placed.orderId)).toMatchObject({ refunds: 1, refunded: "5.0" });
  });

  it("a refusal ends in the action with its field, and the RMA can be settled again", async () => {
    const { placed, rma } = await inspected();
    await m.fault({ root: "returnProcess", kind: "userError", times: 1, message: "Not now", field: ["input", "returnId"], code: "INVALID" });
    expect(await steps.settle(rma)).toMatchObject({ refused: [{ field: "input.returnId", code: "INVALID", message: "Not now" }] });
    expect(await lastAction(rma)).toMatchObject({ state: "refused", refusal: expect.stringContaining("input.returnId") });
    expect(await steps.settle(rma)).toMatchObject({ rma: { state: "settled" } });
    expect(await m.books(placed.orderId)).toMatchObject({ refunds: 1 });
  });
});

describe("a request", () => {
  it("of which no answer came is found by its number, not made twice", async () => {
    const placed = await m.place({ lines: [camera] });
    await m.fault([{ root: "returnRequest", kind: "hangUpAfter", times: 1 }, { operation: "ReturnsOfOrder", kind: "5xx", times: 1 }]);
    const rma = await steps.requested(placed, { remedy: "refund" });
    expect(rma).toMatchObject({ state: "requested", returnId: null });
    expect(await again(rma)).toMatchObject({ state: "done" });
    expect(await steps.now(rma)).toMatchObject({ state: "approved", returnId: expect.any(String) });
    expect((await m.books(placed.orderId)).returns).toEqual(["OPEN"]);
  });

  it("for the same unit by two at once is taken once", async () => {
    const placed = await m.place({ lines: [camera] });
    const both = await Promise.all([steps.ask(placed, { remedy: "refund" }), steps.ask(placed, { remedy: "refund" })]);
    expect(both.filter((result) => "rma" in result)).toHaveLength(1);
    expect((await m.books(placed.orderId)).returns).toHaveLength(1);
  });
});

describe("a connection that breaks", () => {
  const tries = (from: number, operation: string): number => m.s.world.log.slice(from).filter((call) => call.operation === operation).length;

  it("while something is read, is asked again at most twice; a change is sent once", async () => {
    const placed = await m.place({ lines: [camera] }), admin = app().adminFor(m.shop), from = m.s.world.log.length;
    await m.fault({ operation: "OrderForClaims", kind: "hangUp", times: 2 });
    expect(await readOrder(admin, placed.orderId)).toMatchObject({ id: placed.orderId });
    expect(tries(from, "OrderForClaims")).toBe(3);
    await m.fault({ operation: "OrderForClaims", kind: "hangUp", times: 3 });
    await expect(readOrder(admin, placed.orderId)).rejects.toThrow("connection to Shopify was lost");
    expect(tries(from, "OrderForClaims")).toBe(6);
    await m.fault({ operation: "ReturnClose", kind: "hangUp", times: 1 });
    await expect(sendClose(admin, "gid://shopify/Return/1")).rejects.toThrow("connection to Shopify was lost");
    expect(tries(from, "ReturnClose")).toBe(1);
  });
});
