import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approveRma } from "../../app/flows/approveRma.ts";
import { decideReturn } from "../../app/flows/decideReturn.ts";
import { handleEvents } from "../../app/flows/handleEvents.ts";
import { receiveEvent } from "../../app/flows/receiveEvent.ts";
import { answerQuote, quoteRepair } from "../../app/flows/repairQuote.ts";
import { chargedByHand } from "../../app/flows/chargedByHand.ts";
import { refreshCoverage } from "../../app/flows/refreshCoverage.ts";
import { closeRma } from "../../app/flows/closeRma.ts";
import { entriesOf } from "../../app/store/timeline.ts";
import { DEFECTIVE, STAFF, UNWANTED } from "./asks.ts";
import { merchantShop, type MerchantShop, type Placed } from "./merchantShop.ts";
import { stepsOf, type Steps } from "./rmaSteps.ts";

let m: MerchantShop, steps: Steps;
const open = (id: string): void => {
  beforeAll(async () => {
    m = await merchantShop(id);
    steps = stepsOf(m);
  }, 180_000);
  afterAll(() => m.s.close());
};
const app = () => m.s.app;

/** A customer asks in Shopify's own self-service. */
async function selfService(placed: Placed, handle: string): Promise<string> {
  const found = (await m.ask("query F($id: ID!) { order(id: $id) { fulfillments(first: 5) { fulfillmentLineItems(first: 5) { nodes { id } } } } returnReasonDefinitions(first: 20) { nodes { id handle } } }", { id: placed.orderId }));
  const fulfillmentLineItemId = found["order"]?.["fulfillments"]?.[0]?.["fulfillmentLineItems"]?.["nodes"]?.[0]?.["id"];
  const reason = (found["returnReasonDefinitions"]?.["nodes"] as unknown as { id: string; handle: string }[]).find((one) => one.handle === handle)?.id;
  const made = await m.ask("mutation R($input: ReturnRequestInput!) { returnRequest(input: $input) { return { id } userErrors { field message } } }", { input: { orderId: placed.orderId, returnLineItems: [{ fulfillmentLineItemId, quantity: 1, returnReasonDefinitionId: reason, customerNote: "Please" }] } });
  return String(made["returnRequest"]?.["return"]?.["id"]);
}
const declineOf = async (returnId: string) => (await m.ask("query D($id: ID!) { return(id: $id) { status decline { reason note } } }", { id: returnId }))["return"] as unknown as { status: string; decline: { reason: string; note: string } | null };

const CHARGES = "query C($id: ID!) { order(id: $id) { lineItems(first: 5) { nodes { title currentQuantity originalTotalSet { presentmentMoney { amount } } taxLines { title } } } } }";
/** Our charges among an order's lines. */
const onOrder = async ({ orderId }: Placed) => ((await m.ask(CHARGES, { id: orderId }))["order"]?.["lineItems"]?.["nodes"] as unknown as { title: string }[]).filter(({ title }) => /\(RMA-\d+\/c\d+\)$/.test(title));
/** The customer pays what is open on the order, and Shopify tells us. */
const paysNow = async ({ orderId }: Placed) => {
  await m.ask("mutation P($input: OrderMarkAsPaidInput!) { orderMarkAsPaid(input: $input) { order { id } userErrors { field message } } }", { input: { id: orderId } });
  await refreshCoverage(app(), { shop: m.shop, orderId });
};

describe("Camstro", () => {
  open("camstro");

  it("refuses a refund for a refurbished camera and replaces it: a free line goes out, no money moves", async () => {
    const placed = await m.place({ lines: [{ sku: "CS-T550-R", price: "42.99" }], deliveredDaysAgo: 20 });
    expect(await steps.ask(placed, { remedy: "refund", request: DEFECTIVE })).toMatchObject({ declined: { lines: [{ outcome: "declined" }] } });
    const rma = await steps.requested(placed, { remedy: "replacement", request: DEFECTIVE }, { actor: STAFF });
    await steps.arrived(rma, "defect_confirmed");
    const rmaLineId = rma.lines[0]?.id ?? "";
    expect(await steps.settle(rma)).toMatchObject({ refused: [{ message: expect.stringContaining("choose what goes out") }] });
    const settled = await steps.settle(rma, { lines: [{ rmaLineId, variantId: await m.variant("CS-T550-R") }] });
    expect(settled).toMatchObject({ rma: { state: "settled" }, action: { state: "done" } });
    const books = await m.books(placed.orderId);
    expect(books).toMatchObject({ refunded: "0.0", refunds: 0, outstanding: "0.0", status: "PAID" });
    expect(books.lines.map((line) => [line.quantity, line.paid])).toEqual([[1, "42.99"], [1, "0.0"]]);
    expect(await closeRma(app(), { shop: m.shop, rmaId: rma.id, actor: STAFF })).toMatchObject({ rma: { state: "closed" } });
  });

  it("sends back what has no fault: the label it advanced goes on the order, and the case follows the payment", async () => {
    const placed = await m.place({ lines: [{ sku: "CS-T550", price: "79.99" }], daysAgo: 60, deliveredDaysAgo: 50 });
    const rma = await steps.requested(placed, { remedy: "replacement", request: DEFECTIVE }, { actor: STAFF }), rmaLineId = rma.lines[0]?.id ?? "";
    await steps.arrived(rma, "no_fault_found");
    const settle = () => steps.settle(rma, { lines: [{ rmaLineId, remedy: "send_back" }], labelCost: "9.80" });
    expect(await settle()).toMatchObject({ rma: { state: "settled", lines: [{ remedy: "send_back", settled: 1, paidBack: "0.00" }], charges: [{ id: "c1", kind: "return_shipping", amount: "9.80", state: "open" }] } });
    expect(await settle()).toMatchObject({ refused: [{ code: "INVALID_STATE" }] });
    expect(await onOrder(placed)).toMatchObject([{ title: `Return shipping: 5MP Turret Camera T550 (${rma.number}/c1)`, currentQuantity: 1, originalTotalSet: { presentmentMoney: { amount: "9.8" } }, taxLines: [] }]);
    expect(await m.books(placed.orderId)).toMatchObject({ status: "PARTIALLY_PAID", outstanding: "9.8", refunds: 0, returns: ["CANCELED"], lines: [{ quantity: 1, paid: "79.99" }, { quantity: 1, paid: "9.8" }] });
    await refreshCoverage(app(), { shop: m.shop, orderId: placed.orderId });
    expect(await steps.now(rma)).toMatchObject({ charges: [{ state: "open" }] });
    expect(await closeRma(app(), { shop: m.shop, rmaId: rma.id, actor: STAFF })).toMatchObject({ rma: { state: "closed" } });
    // Whoever owes may pay after the goods have gone.
    await paysNow(placed);
    expect(await steps.now(rma)).toMatchObject({ state: "closed", charges: [{ state: "paid" }] });
    expect(await m.books(placed.orderId)).toMatchObject({ status: "PAID", outstanding: "0.0", refunded: "0.0", refunds: 0, lines: [{ quantity: 1 }, { quantity: 1 }] });
    expect((await entriesOf(app().db.prisma, m.shop, rma.id)).map(({ text }) => text)).toEqual(expect.arrayContaining(["Put on the order: Return shipping: 5MP Turret Camera T550, 9.80 USD.", "Paid: Return shipping: 5MP Turret Camera T550, 9.80 USD."]));
    // The unit stays the customer's: it can be asked about again, and the label is no part of what it cost.
    expect(await app().db.prisma.coverage.count({ where: { shop: m.shop, orderId: placed.orderId } })).toBe(1);
  });
});

describe("INOMEGA", () => {
  open("inomega");

  it("refuses a clearance item that was asked back at Shopify: final sale, the clause in the note, once however often it is told", async () => {
    const placed = await m.place({ lines: [{ sku: "IN-KEY", price: "19.90" }] });
    const returnId = await selfService(placed, "changed-my-mind");
    const told = await Promise.all([decideReturn(app(), { shop: m.shop, returnId }), decideReturn(app(), { shop: m.shop, returnId })]);
    expect(told.filter((result) => "isNew" in result && result.isNew)).toHaveLength(1);
    const { status, decline } = await declineOf(returnId);
    expect({ status, reason: decline?.reason }).toEqual({ status: "DECLINED", reason: "FINAL_SALE" });
    expect(decline?.note).toMatch(/clearance.*\[inomega\./);
    expect(decline?.note.length).toBeLessThanOrEqual(500);
    expect(await decideReturn(app(), { shop: m.shop, returnId })).toMatchObject({ isNew: false, rma: { state: "declined" } });
  });

  it("opens an RMA by the event, leaves to staff what only a person can answer, and follows what is done with the return in the admin", async () => {
    const placed = await m.place({ lines: [{ sku: "IN-SMOKE", price: "129.00" }] });
    const returnId = await selfService(placed, "changed-my-mind");
    const tell = async (eventId: string, topic: string): Promise<void> => {
      const id = Number(placed.orderId.split("/").at(-1));
      await receiveEvent(app(), { shop: m.shop, eventId, topic, payload: { admin_graphql_api_id: returnId, order: { id } }, triggeredAt: null });
      await handleEvents(app(), { shop: m.shop, resource: `order ${id}` });
    };
    await tell("e1", "returns/request");
    await tell("e1", "returns/request");
    const [rma] = await app().db.prisma.rma.findMany({ where: { shop: m.shop, returnId } });
    expect(rma).toMatchObject({ state: "requested", openedBy: "Shopify", returnId });
    expect(await approveRma(app(), { shop: m.shop, rmaId: rma?.id ?? "", actor: STAFF })).toMatchObject({ rma: { state: "approved", shipBackBy: expect.any(Date) } });
    expect((await declineOf(returnId)).status).toBe("OPEN");
    await m.ask("mutation C($id: ID!) { returnCancel(id: $id) { return { id } userErrors { field message } } }", { id: returnId });
    await tell("e2", "returns/cancel");
    await tell("e3", "returns/approve");
    expect(await app().db.prisma.rma.findMany({ where: { shop: m.shop, returnId } })).toMatchObject([{ state: "cancelled" }]);
  });

  it("leaves a reason that the policy cannot read to a person", async () => {
    const returnId = await selfService(await m.place({ lines: [{ sku: "IN-KEY", price: "19.90" }] }), "other-reason");
    expect(await decideReturn(app(), { shop: m.shop, returnId })).toMatchObject({ isNew: true, rma: { state: "requested" } });
    expect((await declineOf(returnId)).status).toBe("REQUESTED");
  });
});

describe("SaferExpert", () => {
  open("saferexpert");
  const camera = { sku: "SX-SOL", price: "50.00" };

  it("takes the label it advanced off an unwanted item", async () => {
    const placed = await m.place({ lines: [camera] });
    const rma = await steps.requested(placed, { remedy: "refund", request: UNWANTED });
    await steps.arrived(rma, "criteria_met");
    expect(await steps.settle(rma, { labelCost: "8.40" })).toMatchObject({ rma: { state: "settled" }, action: { state: "done" } });
    expect(await m.books(placed.orderId)).toMatchObject({ refunded: "41.6", outstanding: "0.0" });
  });

  it("bears it for a defective one, and gives the first delivery back, once a person has seen the claim", async () => {
    const placed = await m.place({ lines: [camera], shipping: "5.00" });
    const rma = await steps.requested(placed, { remedy: "refund", request: DEFECTIVE });
    expect(rma).toMatchObject({ state: "requested", returnId: expect.any(String) });
    expect(await approveRma(app(), { shop: m.shop, rmaId: rma.id, actor: STAFF })).toMatchObject({ rma: { state: "approved" } });
    await steps.arrived(rma, "defect_confirmed");
    expect(await steps.settle(rma, { labelCost: "8.40" })).toMatchObject({ rma: { state: "settled" }, action: { state: "done" } });
    expect(await m.books(placed.orderId)).toMatchObject({ refunded: "55.0", outstanding: "0.0" });
  });
});

describe("Kimpok", () => {
  open("kimpok");
  const camera = { sku: "KP-A5", price: "80.00" };

  it("repairs in the first year: the item stays sold and no money moves", async () => {
    const placed = await m.place({ lines: [camera], daysAgo: 100, deliveredDaysAgo: 90 });
    expect(await steps.ask(placed, { remedy: "refund", request: DEFECTIVE })).toHaveProperty("declined");
    const rma = await steps.requested(placed, { remedy: "repair", request: DEFECTIVE }, { actor: STAFF });
    await steps.arrived(rma, "defect_confirmed", { repairable: true });
    expect(await steps.settle(rma)).toMatchObject({ rma: { state: "settled", lines: [{ remedy: "repair", settled: 1 }] } });
    expect(await m.books(placed.orderId)).toMatchObject({ refunds: 0, outstanding: "0.0", returns: ["CANCELED"], lines: [{ quantity: 1 }] });
    expect(await closeRma(app(), { shop: m.shop, rmaId: rma.id, actor: STAFF })).toMatchObject({ rma: { state: "closed" } });
  });

  async function toRepair() {
    const placed = await m.place({ lines: [camera], daysAgo: 500, deliveredDaysAgo: 490 });
    const rma = await steps.requested(placed, { remedy: "paid_repair", request: DEFECTIVE }, { actor: STAFF }), rmaLineId = rma.lines[0]?.id ?? "";
    await steps.arrived(rma, "defect_confirmed", { repairable: true });
    return { placed, rma, about: { shop: m.shop, rmaId: rma.id, rmaLineId, actor: STAFF }, grant: { lines: [{ rmaLineId, remedy: "paid_repair", override: "Quote accepted by phone" }] } as const };
  }

  it("after that repairs for a price that the customer accepted and paid: it goes on the order, is no goods of it, and comes once though an answer was lost", async () => {
    const { placed, rma, about, grant } = await toRepair();
    expect(await steps.settle(rma, grant)).toMatchObject({ refused: [{ code: "QUOTE_NOT_ACCEPTED" }] });
    expect(await answerQuote(app(), { ...about, accepted: true })).toHaveProperty("refused");
    await quoteRepair(app(), { ...about, amount: "25.00" });
    expect(await steps.settle(rma, grant)).toHaveProperty("refused");
    await m.fault({ root: "orderEditCommit", kind: "hangUpAfter", times: 1 });
    expect(await answerQuote(app(), { ...about, accepted: true })).toMatchObject({ rma: { charges: [{ kind: "repair", amount: "25.00", state: "open" }] } });
    expect(await answerQuote(app(), { ...about, accepted: true })).toMatchObject({ refused: [{ field: "quote" }] });
    expect(await onOrder(placed)).toMatchObject([{ title: expect.stringMatching(/^Repair: .* \(RMA-\d+\/c1\)$/), currentQuantity: 1, originalTotalSet: { presentmentMoney: { amount: "25.0" } }, taxLines: [] }]);
    expect(await m.books(placed.orderId)).toMatchObject({ outstanding: "25.0" });
    await refreshCoverage(app(), { shop: m.shop, orderId: placed.orderId });
    expect(await app().db.prisma.coverage.count({ where: { shop: m.shop, orderId: placed.orderId } })).toBe(1);
    expect(await steps.settle(rma, grant)).toMatchObject({ refused: [{ code: "NOT_PAID" }] });
    await paysNow(placed);
    expect(await steps.now(rma)).toMatchObject({ charges: [{ state: "paid" }] });
    expect(await steps.settle(rma, grant)).toMatchObject({ rma: { state: "settled", charges: [{ id: "c1", state: "paid" }] } });
    expect(await m.books(placed.orderId)).toMatchObject({ outstanding: "0.0", refunds: 0 });
    expect((await entriesOf(app().db.prisma, m.shop, rma.id)).filter(({ kind }) => kind === "charge").map(({ text }) => text.split(":")[0])).toEqual(["Put on the order", "Shopify has mailed the customer an invoice.", "Paid"]);
  });

  it("charges by hand what Shopify does not take onto the order, and goes on when staff have done so", async () => {
    const { placed, rma, about, grant } = await toRepair();
    await quoteRepair(app(), { ...about, amount: "25.00" });
    await m.fault({ root: "orderEditBegin", kind: "userError", times: 1, message: "The order cannot be edited.", field: ["id"] });
    expect(await answerQuote(app(), { ...about, accepted: true })).toMatchObject({ rma: { charges: [{ state: "by_hand" }] } });
    expect(await onOrder(placed)).toEqual([]);
    expect(await steps.settle(rma, grant)).toMatchObject({ refused: [{ code: "NOT_PAID" }] });
    expect(await chargedByHand(app(), { ...about, chargeId: "c9" })).toHaveProperty("refused");
    expect(await chargedByHand(app(), { ...about, chargeId: "c1", how: "Card at the counter" })).toMatchObject({ rma: { charges: [{ state: "charged" }] } });
    expect(await steps.settle(rma, grant)).toMatchObject({ rma: { state: "settled" } });
  });
});
