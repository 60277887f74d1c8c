import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { carryOut } from "../../app/flows/carryOut.ts";
import { decideReturn } from "../../app/flows/decideReturn.ts";
import { refreshCoverage } from "../../app/flows/refreshCoverage.ts";
import { noteDelivery } from "../../app/flows/noteDelivery.ts";
import { actionsOf } from "../../app/store/actions.ts";
import { rmaByReturn, type RmaWithLines } from "../../app/store/rmas.ts";
import { entriesOf } from "../../app/store/timeline.ts";
import { saveSettings } from "../../app/store/shops.ts";
import { merchantShop, settings, type MerchantShop, type Placed } from "./merchantShop.ts";
import { stepsOf, type Steps } from "./rmaSteps.ts";

let m: MerchantShop, steps: Steps;
beforeAll(async () => {
  m = await merchantShop("amcrest");
  steps = stepsOf(m);
}, 180_000);
afterAll(() => m.s.close());

const app = () => m.s.app;
const camera = { sku: "AM-T5", price: "69.99", tax: "5.60" };
const kinds = async (rma: { id: string }) => (await entriesOf(app().db.prisma, m.shop, rma.id)).map(({ kind }) => kind);

const PARCELS = "query P($id: ID!) { order(id: $id) { fulfillments(first: 5) { id fulfillmentLineItems(first: 5) { nodes { id } } } } returnReasonDefinitions(first: 20) { nodes { id handle } } }";
const CREATE = "mutation C($input: ReturnInput!) { returnCreate(returnInput: $input) { return { id returnLineItems(first: 5) { nodes { id } } } userErrors { field message } } }";
const PROCESS = "mutation P($input: ReturnProcessInput!) { returnProcess(input: $input) { return { id } userErrors { field message } } }";
const ARRIVED = "mutation A($event: FulfillmentEventInput!) { fulfillmentEventCreate(fulfillmentEvent: $event) { fulfillmentEvent { id } userErrors { field message } } }";

/** Staff open a return in Shopify's own admin. */
async function openedInShopify(placed: Placed, more: { handle?: string; percent?: number; quantity?: number } = {}): Promise<{ returnId: string; lineId: string }> {
  const found = await m.ask(PARCELS, { id: placed.orderId }), reasons = found["returnReasonDefinitions"]?.["nodes"] as unknown as { id: string; handle: string }[];
  const line = {
    fulfillmentLineItemId: found["order"]?.["fulfillments"]?.[0]?.["fulfillmentLineItems"]?.["nodes"]?.[0]?.["id"], quantity: more.quantity ?? 1,
    returnReasonDefinitionId: reasons.find(({ handle }) => handle === (more.handle ?? "damaged-or-defective"))?.id, ...(more.percent === undefined ? {} : { restockingFee: { percentage: more.percent } }),
  };
  const made = (await m.ask(CREATE, { input: { orderId: placed.orderId, returnLineItems: [line] } }))["returnCreate"]?.["return"];
  return { returnId: String(made?.["id"]), lineId: String(made?.["returnLineItems"]?.["nodes"]?.[0]?.["id"]) };
}

const taken = async (returnId: string): Promise<RmaWithLines> => {
  const result = await decideReturn(app(), { shop: m.shop, returnId });
  if (!("rma" in result)) throw new Error(JSON.stringify(result));
  return result.rma;
};

describe("a return that staff open in Shopify's admin", () => {
  it("is taken up once, approved, with what the policy says otherwise, and goes on to its refund by the policy", async () => {
    const placed = await m.place({ lines: [camera] }), { returnId } = await openedInShopify(placed, { percent: 25 });
    const rma = await taken(returnId);
    expect(rma).toMatchObject({ state: "approved", openedBy: "Shopify", returnId, shipBackBy: expect.any(Date), lines: [{ quantity: 1, returnLineId: expect.any(String) }] });
    expect(await decideReturn(app(), { shop: m.shop, returnId })).toMatchObject({ isNew: false, rma: { id: rma.id } });
    expect(await kinds(rma)).toEqual(["requested", "opened_in_shopify"]);
    expect((await entriesOf(app().db.prisma, m.shop, rma.id)).at(-1)?.text).toMatch(/opened in Shopify\..*restocking fee of 25 %, the policy takes 0 %/);
    await steps.arrived(rma, "defect_confirmed");
    expect(await steps.settle(rma, { lines: [{ rmaLineId: rma.lines[0]?.id ?? "", remedy: "refund" }] })).toMatchObject({ rma: { state: "settled" }, action: { state: "done" } });
    expect(await m.books(placed.orderId)).toMatchObject({ refunded: "75.59", refunds: 1, returns: ["CANCELED", "OPEN"], outstanding: "0.0" });
  });

  it("of which a unit was processed there already, goes on with the other", async () => {
    const placed = await m.place({ lines: [{ ...camera, quantity: 2, tax: "11.20" }] }), { returnId, lineId } = await openedInShopify(placed, { quantity: 2 });
    await m.ask(PROCESS, { input: { returnId, returnLineItems: [{ id: lineId, quantity: 1 }] } });
    expect(await taken(returnId)).toMatchObject({ state: "under_way", lines: [{ quantity: 2, received: 1, settled: 1 }] });
  });

  it("of which no webhook came, is found when its order is read; a cancelled one is left alone", async () => {
    const placed = await m.place({ lines: [camera] }), { returnId } = await openedInShopify(placed), waiting = async () => (await app().db.prisma.$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM pgboss.job WHERE name = 'return' AND data->>'returnId' = ${returnId}`)[0]?.n;
    await refreshCoverage(app(), { shop: m.shop, orderId: placed.orderId });
    expect(Number(await waiting())).toBe(1);
    await m.ask("mutation C($id: ID!) { returnCancel(id: $id) { return { id } userErrors { field message } } }", { id: returnId });
    expect(await decideReturn(app(), { shop: m.shop, returnId })).toEqual({ ignored: "the return is CANCELED" });
    expect(await rmaByReturn(app().db.prisma, m.shop, returnId)).toBeNull();
  });
});

describe("a delivery that is told late", () => {
  const arrive = async (placed: Placed, daysAgo: number): Promise<void> => {
    const id = (await m.ask(PARCELS, { id: placed.orderId }))["order"]?.["fulfillments"]?.[0]?.["id"];
    await m.ask(ARRIVED, { event: { fulfillmentId: id, status: "DELIVERED", happenedAt: new Date(Date.now() - daysAgo * 86_400_000).toISOString() } });
    await refreshCoverage(app(), { shop: m.shop, orderId: placed.orderId });
  };

  const automatic = (approve: boolean) => saveSettings(app().db.prisma, m.shop, { ...settings, automatic: { approve, decline: true } });

  it("decides an open request again, once, and approves it where that goes without a person", async () => {
    await automatic(false);
    const placed = await m.place({ lines: [camera], deliveredDaysAgo: null }), rma = await steps.requested(placed, { remedy: "refund" });
    expect(rma).toMatchObject({ state: "requested", returnId: expect.any(String) });
    await automatic(true);
    await arrive(placed, 3);
    await refreshCoverage(app(), { shop: m.shop, orderId: placed.orderId });
    expect((await kinds(rma)).filter((kind) => kind === "decided_again")).toHaveLength(1);
    expect(await steps.now(rma)).toMatchObject({ lines: [{ claim: { item: { deliveredAccordingTo: "carrier" } }, promised: { remedy: "refund", status: "open", refund: { amount: "68.59" } } }] });
    const approve = (await actionsOf(app().db.prisma, m.shop, rma.id)).find(({ kind }) => kind === "approve");
    await carryOut(app(), { shop: m.shop, actionId: approve?.id ?? "" });
    expect(await steps.now(rma)).toMatchObject({ state: "approved" });
  });

  it("that closes the window is shown to staff; the promise stays, and nothing is declined without them", async () => {
    const placed = await m.place({ lines: [camera], daysAgo: 70, deliveredDaysAgo: null }), rma = await steps.requested(placed, { remedy: "refund" });
    await refreshCoverage(app(), { shop: m.shop, orderId: placed.orderId });
    expect(await kinds(rma)).not.toContain("decided_again");
    await noteDelivery(app(), { shop: m.shop, orderId: placed.orderId, lineId: placed.lines[0] ?? "", said: { on: new Date(Date.now() - 60 * 86_400_000).toISOString().slice(0, 10), by: "person" } });
    expect((await entriesOf(app().db.prisma, m.shop, rma.id)).at(-1)).toMatchObject({ kind: "decided_again", text: expect.stringContaining("according to person") });
    expect(await steps.now(rma)).toMatchObject({ state: "approved", lines: [{ decision: { outcome: "declined" }, promised: { status: "open" } }] });
  });
});
