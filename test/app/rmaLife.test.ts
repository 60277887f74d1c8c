import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addNote } from "../../app/flows/addNote.ts";
import { approveRma } from "../../app/flows/approveRma.ts";
import { cancelRma } from "../../app/flows/cancelRma.ts";
import { declineRma } from "../../app/flows/declineRma.ts";
import { decideReturn } from "../../app/flows/decideReturn.ts";
import { goodsSent } from "../../app/flows/goodsSent.ts";
import { inspectLine } from "../../app/flows/inspectLine.ts";
import { packingSlip } from "../../app/flows/packingSlip.ts";
import { receiveGoods } from "../../app/flows/receiveGoods.ts";
import { reopenRma } from "../../app/flows/reopenRma.ts";
import { closeRma } from "../../app/flows/closeRma.ts";
import { resolveUnclear } from "../../app/flows/resolveUnclear.ts";
import { carryOut } from "../../app/flows/carryOut.ts";
import { dueDate, endOfDay } from "../../app/flows/dueDate.ts";
import { feesAtShopify, percentFor } from "../../app/flows/feesAtShopify.ts";
import { within } from "../../app/flows/declineNote.ts";
import { mayMove, rmaStates } from "../../app/flows/rmaStates.ts";
import { readSettings, returnAddressFor } from "../../app/settings.ts";
import { actionsOf } from "../../app/store/actions.ts";
import { entriesOf } from "../../app/store/timeline.ts";
import { saveSettings } from "../../app/store/shops.ts";
import { CUSTOMER, DEFECTIVE, STAFF } from "./asks.ts";
import { merchantShop, type MerchantShop, type Placed } from "./merchantShop.ts";
import { stepsOf, type Steps } from "./rmaSteps.ts";

let m: MerchantShop, steps: Steps;
beforeAll(async () => {
  m = await merchantShop("amcrest");
  steps = stepsOf(m);
}, 180_000);
afterAll(() => m.s.close());

const app = () => m.s.app;
const camera = { sku: "AM-T5", price: "69.99", tax: "5.60" };
const about = (rma: { id: string }) => ({ shop: m.shop, rmaId: rma.id, actor: STAFF });
const entries = (rma: { id: string }) => entriesOf(app().db.prisma, m.shop, rma.id);

describe("an RMA that waits for a person", () => {
  it("has the time promised for the answer, is approved by staff, and its slip carries number, address and day", async () => {
    const rma = await steps.requested(await m.place({ lines: [camera] }), { remedy: "refund", request: { reason: "wrong_item_sent" } });
    expect(rma).toMatchObject({ state: "requested", dueFor: "amcrest.rma.2: 48 hours" });
    expect(Math.round(((rma.dueAt?.getTime() ?? 0) - rma.openedAt.getTime()) / 3_600_000)).toBe(48);
    const approved = await approveRma(app(), about(rma));
    expect(approved).toMatchObject({ rma: { state: "approved", dueAt: null, shipBackBy: expect.any(Date) } });
    const slip = Buffer.from(await packingSlip(app(), { shop: m.shop, rmaId: rma.id }));
    expect(slip.subarray(0, 5).toString()).toBe("%PDF-");
    const shown = [...slip.toString("latin1").matchAll(/<([0-9a-f]+)>/g)].map((part) => Buffer.from(part[1] ?? "", "hex").toString("latin1")).join("");
    for (const text of [rma.number, "Returns", "Houston", "UltraHD"]) expect(shown).toContain(text);
  });

  it("is declined with staff's reason at Shopify, cannot be approved then, and asked again makes a new return", async () => {
    const placed = await m.place({ lines: [camera] });
    const rma = await steps.requested(placed, { remedy: "refund", request: { reason: "wrong_item_sent" } });
    expect(await declineRma(app(), about(rma))).toMatchObject({ refused: [{ field: "reason" }] });
    expect(await declineRma(app(), { ...about(rma), reason: "The photo shows what was ordered." })).toMatchObject({ rma: { state: "declined" } });
    expect((await m.books(placed.orderId)).returns).toEqual(["DECLINED"]);
    expect(await approveRma(app(), about(rma))).toMatchObject({ refused: [{ code: "INVALID_STATE" }] });
    expect(await reopenRma(app(), { ...about(rma), reason: "Wrong photo" })).toMatchObject({ rma: { state: "requested", returnId: null } });
    expect(await approveRma(app(), about(rma))).toMatchObject({ rma: { state: "approved", returnId: expect.any(String) } });
    expect((await m.books(placed.orderId)).returns).toEqual(["DECLINED", "OPEN"]);
  });
});

describe("moves", () => {
  it("sent, cancelled, asked again; notes and who did what stay", async () => {
    const placed = await m.place({ lines: [camera] });
    const rma = await steps.requested(placed, { remedy: "refund" });
    expect(await goodsSent(app(), { ...about(rma), actor: CUSTOMER, tracking: "1Z999" })).toMatchObject({ rma: { state: "under_way" } });
    await addNote(app(), { ...about(rma), text: "Customer called", attachments: [{ name: "call.txt", ref: "files/1" }] });
    expect(await cancelRma(app(), { ...about(rma), reason: "Changed her mind" })).toMatchObject({ rma: { state: "cancelled" } });
    expect((await m.books(placed.orderId)).returns).toEqual(["CANCELED"]);
    expect(await receiveGoods(app(), { ...about(rma), lines: [] })).toMatchObject({ refused: [{ code: "INVALID_STATE" }] });
    expect(await steps.requested(placed, { remedy: "refund" })).toMatchObject({ state: "approved" });
    expect((await entries(rma)).map((entry) => [entry.by, entry.kind])).toEqual([["Customer", "requested"], ["Customer", "at_shopify"], ["Policy", "approved"], ["Customer", "under_way"], ["Desk", "note"], ["Desk", "note"], ["Desk", "cancelled"]]);
  });

  it("closed after settling, opened again and closed", async () => {
    const placed = await m.place({ lines: [camera] });
    const rma = await steps.requested(placed, { remedy: "refund" });
    expect(await closeRma(app(), about(rma))).toMatchObject({ refused: [{ code: "INVALID_STATE" }] });
    await steps.arrived(rma, "criteria_met");
    await steps.settle(rma);
    for (let i = 0; i < 2; i++) {
      expect(await closeRma(app(), about(rma))).toMatchObject({ rma: { state: "closed" } });
      expect((await m.books(placed.orderId)).returns).toEqual(["CLOSED"]);
      m.later(1000);
      expect(await reopenRma(app(), about(rma))).toMatchObject({ rma: { state: "settled" } });
      m.later(1000);
    }
    expect(await m.books(placed.orderId)).toMatchObject({ refunds: 1, returns: ["OPEN"] });
  });

  it("an unclear refund goes on when a person has said what happened", async () => {
    const placed = await m.place({ lines: [{ ...camera, quantity: 2, tax: "11.20" }] });
    const rma = await steps.requested(placed, { quantity: 2, remedy: "refund" });
    await steps.arrived(rma, "criteria_met", { quantity: 1 });
    await m.fault({ root: "returnProcess", kind: "hangUp", times: 1 });
    await steps.settle(rma);
    const actionId = (await actionsOf(app().db.prisma, m.shop, rma.id)).at(-1)?.id ?? "";
    m.later(120_000);
    expect(await carryOut(app(), { shop: m.shop, actionId })).toMatchObject({ state: "unclear" });
    expect(await steps.settle(rma)).toMatchObject({ rma: { state: "settling" }, action: { state: "unclear" } });
    await resolveUnclear(app(), { shop: m.shop, actionId, actor: STAFF, happened: false, reason: "No refund in the admin" });
    expect(await steps.now(rma)).toMatchObject({ state: "inspected" });
    expect(await steps.settle(rma)).toMatchObject({ rma: { state: "under_way" } });
    expect(await m.books(placed.orderId)).toMatchObject({ refunds: 1, refunded: "68.59" });
  });

  it("the table names only states that there are, and each but the last can be left", () => {
    for (const state of rmaStates) expect(rmaStates.some((to) => mayMove(state, to)), state).toBe(true);
    expect(mayMove("requested", "settled")).toBe(false);
    expect(mayMove("nonsense", "approved")).toBe(false);
  });
});

describe("an event that is faster than the answer", () => {
  it("finds our own request by its number and opens no second RMA", async () => {
    await saveSettings(app().db.prisma, m.shop, { ...(await app().db.prisma.shop.findUniqueOrThrow({ where: { domain: m.shop } })).settings as object });
    const placed = await m.place({ lines: [camera] });
    await m.fault([{ root: "returnRequest", kind: "hangUpAfter", times: 1 }, { operation: "ReturnsOfOrder", kind: "5xx", times: 1 }]);
    const rma = await steps.requested(placed, { remedy: "refund" });
    const returnId = String((await m.ask("query R($id: ID!) { order(id: $id) { returns(first: 1) { nodes { id } } } }", { id: placed.orderId }))["order"]?.["returns"]?.["nodes"]?.[0]?.["id"]);
    expect(await decideReturn(app(), { shop: m.shop, returnId })).toMatchObject({ isNew: false, rma: { id: rma.id } });
    expect(await app().db.prisma.rma.count({ where: { shop: m.shop, orderId: placed.orderId } })).toBe(1);
  });
});

describe("other ways to settle", () => {
  it("store credit against the policy: credited, not paid to the card", async () => {
    const placed = await m.place({ lines: [camera] });
    const rma = await steps.requested(placed, { remedy: "store_credit", override: "She asked for credit" }, { actor: STAFF });
    await steps.arrived(rma, "criteria_met");
    expect(await steps.settle(rma)).toMatchObject({ rma: { state: "settled" }, action: { state: "done" } });
    expect(await m.books(placed.orderId)).toMatchObject({ refunded: "75.59", refunds: 1, outstanding: "0.0" });
    const { order } = await m.ask("query T($id: ID!) { order(id: $id) { transactions { kind gateway } } }", { id: placed.orderId });
    expect((order?.["transactions"] as unknown as { gateway: string }[]).map((one) => one.gateway)).toContain("shopify_store_credit");
  });

  it("one line refunded and another swapped in one RMA", async () => {
    const placed = await m.place({ lines: [camera, { sku: "AM-PT2", price: "49.99", tax: "4.00" }] });
    const lines = placed.lines.map((lineId, i) => ({ lineId, quantity: 1, originalBuyer: true, request: DEFECTIVE, remedy: i === 0 ? "refund" : "replacement" } as const));
    const rma = await steps.requested(placed, {}, { actor: STAFF, lines });
    expect(rma.lines.map((line) => line.remedy)).toEqual(["refund", "replacement"]);
    await receiveGoods(app(), { ...about(rma), lines: rma.lines.map((line) => ({ rmaLineId: line.id, quantity: 1 })) });
    for (const line of rma.lines) await inspectLine(app(), { ...about(rma), rmaLineId: line.id, finding: "defect_confirmed" });
    const variantId = await m.variant("AM-PT2");
    expect(await steps.settle(rma, { lines: rma.lines.map((line, i) => ({ rmaLineId: line.id, ...(i === 1 ? { variantId } : {}) })) })).toMatchObject({ rma: { state: "settled" }, action: { state: "done" } });
    const books = await m.books(placed.orderId);
    expect(books).toMatchObject({ refunded: "75.59", refunds: 1, outstanding: "0.0" });
    expect(books.lines.map((line) => [line.quantity, line.paid])).toEqual([[0, "69.99"], [1, "49.99"], [1, "0.0"]]);
  });
});

describe("small parts", () => {
  it("a percentage is the plainest that comes to the amount, and none where there is none", () => {
    expect([percentFor(700, 6999), percentFor(550, 5499), percentFor(1, 3), percentFor(0, 100), percentFor(101, 100)]).toEqual([10, 10, 33, null, null]);
    for (const [amount, base] of [[1, 99_999], [12_345, 99_991], [7, 1_000_003]] as const) expect(Math.round((base * (percentFor(amount, base) ?? NaN)) / 100)).toBe(amount);
  });

  it("a fee without a field of its own is taken where it fits, and said; what does not fit is said too", async () => {
    const rma = await steps.requested(await m.place({ lines: [camera] }), { remedy: "refund", request: DEFECTIVE });
    const claim = rma.lines[0]?.claim as never, answer = rma.lines[0]?.promised as object;
    const fees = feesAtShopify([{ claim, answer: { ...answer, deductions: [{ kind: "misuse_fee", amount: "7.00", because: [] }, { kind: "recall_shipping", amount: "4.00", because: [] }], charges: [{ kind: "basic_cost", amount: "quote", because: [] }] } as never }]);
    expect(fees).toMatchObject({ percents: [10], shippingFee: "4.00", notTaken: [{ kind: "basic_cost" }] });
    expect(fees.said).toEqual([expect.stringContaining("recall shipping"), expect.stringContaining("misuse fee"), expect.stringContaining("basic cost")]);
  });

  it("due times are the earliest promise that still holds, at the end of its day in the shop's zone", () => {
    expect(endOfDay("2026-03-09", "America/Chicago").toISOString()).toBe("2026-03-10T04:59:59.000Z");
    const promises = [{ kind: "limit", within: "5 business days", from: "received_by_merchant", clause: "b", due: "2026-03-09" }, { kind: "authorization", within: "48 hours", from: "request", clause: "a" }];
    const moments = { requestedAt: "2026-03-01T12:00:00Z", receivedAt: "2026-03-02T12:00:00Z" };
    expect(dueDate([{ promises } as never], moments, "America/Chicago", true)).toEqual({ at: new Date("2026-03-03T12:00:00Z"), why: "a: 48 hours" });
    expect(dueDate([{ promises } as never], moments, "America/Chicago", false)?.why).toBe("b: 5 business days");
    expect(dueDate([], moments, "UTC", true)).toBeNull();
  });

  it("goods go to the first address that names the customer's country, else to the one for all others", () => {
    const address = (from: string[], line: string) => ({ from, country: "US", lines: [line] });
    const shop = readSettings({ returnAddresses: [address(["GB", "IE"], "Portsmouth"), address(["*"], "Houston"), address(["GB"], "Leeds")] });
    expect(["GB", "IE", "FR", undefined].map((country) => returnAddressFor(shop, country)?.lines[0])).toEqual(["Portsmouth", "Portsmouth", "Houston", "Houston"]);
    expect(returnAddressFor(readSettings({ returnAddresses: [address(["GB"], "Leeds")] }), "FR")).toBeUndefined();
  });

  it("a note keeps to Shopify's length in whole sentences", () => {
    expect(within(["a".repeat(300), "b".repeat(300), "c"])).toBe("a".repeat(300));
    expect(within(["a".repeat(600)])).toHaveLength(500);
    expect(within(["One.", "Two."])).toBe("One. Two.");
  });
});

describe("what was never sent", () => {
  const cancelled = async (placed: Placed, quantity = 1) => {
    const rma = await steps.requested(placed, { remedy: "cancel", quantity, request: { reason: "cancel" } });
    expect(rma).toMatchObject({ returnId: null, lines: [{ fulfillmentLineId: null }] });
    expect(await approveRma(app(), about(rma))).toMatchObject({ rma: { state: "approved" } });
    return rma;
  };

  const cancelledAs = async (placed: Placed) => (await m.ask("query C($id: ID!) { order(id: $id) { cancelledAt cancelReason } }", { id: placed.orderId }))["order"];

  // The policy leaves a cancellation to a person.
  const granted = (rma: { lines: readonly { id: string }[] }) => ({ lines: [{ rmaLineId: rma.lines[0]?.id ?? "", remedy: "cancel", override: "Not packed yet" }] }) as const;

  it("is no return: it is refused with what to do instead, by customers and staff", async () => {
    const placed = await m.place({ lines: [camera], isShipped: false });
    for (const actor of [CUSTOMER, STAFF]) expect(await steps.ask(placed, { remedy: "refund", override: "I say so" }, { actor })).toMatchObject({ refused: [{ code: "NOT_SHIPPED", message: expect.stringContaining("what has not been sent cannot come back. Choose") }] });
    expect(await app().db.prisma.rma.count({ where: { orderId: placed.orderId } })).toBe(0);
  });

  it("is cancelled by the policy: off the order and paid back, its shipping as the policy says, once though the answer was lost and two ask", async () => {
    const placed = await m.place({ lines: [{ ...camera, quantity: 2, tax: "11.20" }], shipping: "6.00", isShipped: false }), rma = await cancelled(placed, 2);
    expect(await steps.ask(placed, { remedy: "cancel", request: { reason: "cancel" } })).toHaveProperty("refused");
    await m.fault([{ root: "refundCreate", kind: "hangUpAfter", times: 1 }, { operation: "RefundsOfOrder", kind: "5xx", times: 1 }]);
    await Promise.all([steps.settle(rma, granted(rma)), steps.settle(rma, granted(rma))]);
    // The second to ask may already have looked at Shopify and seen it.
    const refunds = (await actionsOf(app().db.prisma, m.shop, rma.id)).filter(({ kind }) => kind === "refund");
    expect(refunds).toHaveLength(1);
    m.later(120_000);
    expect(await carryOut(app(), { shop: m.shop, actionId: refunds[0]?.id ?? "" })).toMatchObject({ state: "done" });
    expect(await steps.now(rma)).toMatchObject({ state: "settled", lines: [{ settled: 2, paidBack: "151.18" }] });
    expect(await m.books(placed.orderId)).toMatchObject({ refunds: 1, refunded: "151.18", outstanding: "0.0", lines: [{ quantity: 0 }] });
    // Its shipping was kept.
    expect(await cancelledAs(placed)).toEqual({ cancelledAt: null, cancelReason: null });
    expect((await entries(rma)).at(-1)?.text).toBe("The order stays open at Shopify: 6.00 USD of it did not go back.");
  });

  it("leaves the order open while units of it are still to be sent; the last ones cancel it, once though the answer was lost", async () => {
    const placed = await m.place({ lines: [{ ...camera, quantity: 2 }], isShipped: false }), [first, rest] = [await cancelled(placed), await cancelled(placed)];
    const log = m.s.world.log.length;
    await steps.settle(first, granted(first));
    // Shopify's answer to the refund names what is left: the order is not read for it.
    expect(m.s.world.log.slice(log).map(({ operation }) => operation)).toEqual(["RefundOutcome", "RefundCreate"]);
    expect((await actionsOf(app().db.prisma, m.shop, first.id)).map(({ kind }) => kind)).not.toContain("cancelOrder");
    expect(await cancelledAs(placed)).toEqual({ cancelledAt: null, cancelReason: null });
    await m.fault({ root: "orderCancel", kind: "hangUpAfter", times: 1 });
    expect(await steps.settle(rest, granted(rest))).toMatchObject({ rma: { state: "settled" } });
    expect((await actionsOf(app().db.prisma, m.shop, rest.id)).at(-1)).toMatchObject({ kind: "cancelOrder", state: "done" });
    expect(await cancelledAs(placed)).toEqual({ cancelledAt: expect.any(String), cancelReason: "CUSTOMER" });
    expect(await m.books(placed.orderId)).toMatchObject({ refunds: 2, outstanding: "0.0", lines: [{ quantity: 0 }] });
  });

  it("and is shipped before the money moves, stays sold", async () => {
    const placed = await m.place({ lines: [camera], isShipped: false }), rma = await cancelled(placed);
    const open = (await m.ask("query O($id: ID!) { order(id: $id) { fulfillmentOrders(first: 1) { nodes { id } } } }", { id: placed.orderId }))["order"]?.["fulfillmentOrders"]?.["nodes"]?.[0]?.["id"];
    await m.ask("mutation S($fulfillment: FulfillmentInput!) { fulfillmentCreate(fulfillment: $fulfillment) { fulfillment { id } userErrors { field message } } }", { fulfillment: { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: open }] } });
    expect(await steps.settle(rma, granted(rma))).toMatchObject({ refused: [{ code: "SHIPPED" }] });
    expect(await m.books(placed.orderId)).toMatchObject({ refunds: 0, lines: [{ quantity: 1 }] });
  });
});
