import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exchangeChoices } from "../../app/flows/exchangeChoices.ts";
import { carryOut } from "../../app/flows/carryOut.ts";
import { refreshCoverage } from "../../app/flows/refreshCoverage.ts";
import { actionsOf } from "../../app/store/actions.ts";
import { saveSettings } from "../../app/store/shops.ts";
import { entriesOf } from "../../app/store/timeline.ts";
import { DEFECTIVE, STAFF, UNWANTED } from "./asks.ts";
import { merchantShop, settings, type MerchantShop, type Placed } from "./merchantShop.ts";
import { stepsOf, type Steps } from "./rmaSteps.ts";

let m: MerchantShop, steps: Steps;
beforeAll(async () => {
  m = await merchantShop("camstro");
  steps = stepsOf(m);
}, 180_000);
afterAll(() => m.s.close());
const app = () => m.s.app;

describe("what may go out in its place", () => {
  it("is by the policy a unit of the same product; what is there stands first, and words find others that do not fit", async () => {
    const placed = await m.place({ lines: [{ sku: "CS-B840-WHITE", price: "89.99" }] });
    const rma = await steps.requested(placed, { remedy: "replacement", request: DEFECTIVE }, { actor: STAFF }), about = { shop: m.shop, rmaId: rma.id, rmaLineId: rma.lines[0]?.id ?? "" };
    const { rule, choices, currency } = await exchangeChoices(app(), about);
    expect({ rule, currency }).toMatchObject({ rule: { model: "same" }, currency: "USD" });
    expect(choices.map(({ sku, isSame, fits, inStock }) => [sku, isSame, fits, inStock])).toEqual([["CS-B840-WHITE", true, true, true], ["CS-B840-BLACK", false, true, true]]);
    expect(choices[0]?.title).toBe("4K PoE Bullet Camera B840 - White");
    const wider = await exchangeChoices(app(), { ...about, words: "Kit W4" });
    expect(wider.choices.map(({ sku, fits, inStock }) => [sku, fits, inStock])).toEqual([["CS-B840-WHITE", true, true], ["CS-B840-BLACK", true, true], ["CS-KITW4", false, false]]);
    expect((await exchangeChoices(app(), { ...about, rmaLineId: "none" })).choices).toEqual([]);
  });
});

const white = { sku: "CS-B840-WHITE", price: "80.00", tax: "6.40" };
const DISK = "CS-F2", HOLDS = "query H($id: ID!) { order(id: $id) { fulfillmentOrders(first: 5) { nodes { status fulfillmentHolds { reason } } } returns(first: 5) { nodes { status returnLineItems(first: 5) { nodes { ... on ReturnLineItem { processedQuantity } } } exchangeLineItems(first: 5) { nodes { processedQuantity } } } } } }";

async function ready(placed: Placed, remedy: "exchange" | "replacement", request: object) {
  const rma = await steps.requested(placed, { remedy, request: request as never, override: "Test of an exchange" }, { actor: STAFF });
  return steps.arrived(rma, remedy === "exchange" ? "criteria_met" : "defect_confirmed");
}
const settleWith = async (rma: { id: string; lines: readonly { id: string }[] }, sku: string, more: object = {}) =>
  steps.settle(rma as never, { lines: [{ rmaLineId: rma.lines[0]?.id ?? "", remedy: "exchange", override: "Test of an exchange", variantId: await m.variant(sku), ...more }] });
const stateOf = async (placed: Placed) => (await m.ask(HOLDS, { id: placed.orderId }))["order"] as unknown as { fulfillmentOrders: { nodes: { status: string; fulfillmentHolds: { reason: string }[] }[] }; returns: { nodes: { status: string; returnLineItems: { nodes: { processedQuantity: number }[] }; exchangeLineItems: { nodes: { processedQuantity: number }[] } }[] } };

describe("an exchange of something the customer did not want", () => {
  it("for something dearer: what comes back and what goes out are one settlement, and the customer owes the difference with its tax", async () => {
    const placed = await m.place({ lines: [white] }), rma = await ready(placed, "exchange", UNWANTED);
    // 159.99 and 8 % of it, less 86.40 that were paid.
    expect(await settleWith(rma, DISK)).toMatchObject({ rma: { state: "settled", lines: [{ remedy: "exchange", paidBack: "0.00" }] }, action: { state: "done", answer: { ours: "-86.39", shopify: "-86.39", rows: [{ what: "goods", ours: "86.40", shopify: "86.40" }, { what: "exchange", ours: "-172.79" }, { what: "shipping" }, { what: "fees", ours: "0.00", shopify: "0.00" }] } } });
    expect(await m.books(placed.orderId)).toMatchObject({ refunds: 0, refunded: "0.0", outstanding: "86.39" });
    const { returns, fulfillmentOrders } = await stateOf(placed);
    expect(returns.nodes.at(-1)).toMatchObject({ status: "OPEN", returnLineItems: { nodes: [{ processedQuantity: 1 }] }, exchangeLineItems: { nodes: [{ processedQuantity: 1 }] } });
    expect(fulfillmentOrders.nodes.at(-1)).toMatchObject({ status: "ON_HOLD", fulfillmentHolds: [{ reason: "AWAITING_PAYMENT" }] });
    expect((await entriesOf(app().db.prisma, m.shop, rma.id)).find(({ kind }) => kind === "settled")?.text).toContain("86.39 USD to be paid by the customer");
    expect(await steps.now(rma)).toMatchObject({ charges: [{ kind: "settlement", amount: "86.39", state: "open" }] });
    await m.ask("mutation P($input: OrderMarkAsPaidInput!) { orderMarkAsPaid(input: $input) { order { id } userErrors { field message } } }", { input: { id: placed.orderId } });
    await refreshCoverage(app(), { shop: m.shop, orderId: placed.orderId });
    expect(await steps.now(rma)).toMatchObject({ charges: [{ state: "paid" }] });
  });

  it("for something cheaper: the difference is paid back, once though the answer was lost", async () => {
    const placed = await m.place({ lines: [white] }), rma = await ready(placed, "exchange", UNWANTED);
    await m.fault({ root: "returnProcess", kind: "hangUpAfter", times: 1 });
    // 86.40 less 39.99 and its tax of 3.20.
    expect(await settleWith(rma, "CS-P3")).toMatchObject({ rma: { state: "settled", lines: [{ paidBack: "43.21" }] }, action: { state: "done" } });
    expect(await settleWith(rma, "CS-P3")).toMatchObject({ refused: [{ code: "INVALID_STATE" }] });
    expect(await m.books(placed.orderId)).toMatchObject({ refunds: 1, refunded: "43.21", outstanding: "0.0" });
  });

  it("for the same again, or where staff let the difference go: free, and no money moves", async () => {
    for (const [sku, more] of [["CS-B840-WHITE", {}], [DISK, { difference: "none" }]] as const) {
      const placed = await m.place({ lines: [white] }), rma = await ready(placed, "exchange", UNWANTED);
      expect(await settleWith(rma, sku, more)).toMatchObject({ rma: { state: "settled" }, action: { state: "done", answer: { ours: "0.00" } } });
      expect(await m.books(placed.orderId)).toMatchObject({ refunds: 0, outstanding: "0.0" });
    }
  });

  it("is stopped where Shopify comes to another sum, with both sides line by line; nothing went out", async () => {
    const placed = await m.place({ lines: [white] }), rma = await ready(placed, "exchange", UNWANTED), claim = rma.lines[0]?.claim as { money: object };
    await app().db.prisma.rmaLine.updateMany({ where: { shop: m.shop, rmaId: rma.id }, data: { claim: { ...claim, money: { ...claim.money, tax: "9.40" } } } });
    expect(await settleWith(rma, DISK)).toMatchObject({ rma: { state: "inspected" }, action: { state: "stopped", answer: { ours: "-83.39", shopify: "-86.39", rows: [{ what: "goods", ours: "89.40", shopify: "86.40" }, { what: "exchange", shopify: "-172.79" }, { what: "shipping" }, { what: "fees" }] } } });
    expect((await stateOf(placed)).returns.nodes.at(-1)).toMatchObject({ returnLineItems: { nodes: [{ processedQuantity: 0 }] }, exchangeLineItems: { nodes: [{ processedQuantity: 0 }] } });
    expect(await m.books(placed.orderId)).toMatchObject({ refunds: 0, outstanding: "0.0", lines: [{ quantity: 1 }] });
  });

  it("by two at once, whose connection breaks before the work, goes out once", async () => {
    const placed = await m.place({ lines: [white] }), rma = await ready(placed, "exchange", UNWANTED);
    await m.fault({ root: "returnProcess", kind: "hangUp", times: 1 });
    await Promise.all([settleWith(rma, DISK), settleWith(rma, DISK)]);
    const action = (await actionsOf(app().db.prisma, m.shop, rma.id)).at(-1);
    expect(action).toMatchObject({ kind: "process", state: "planned" });
    m.later(120_000);
    expect(await carryOut(app(), { shop: m.shop, actionId: action?.id ?? "" })).toMatchObject({ state: "done" });
    expect(await m.books(placed.orderId)).toMatchObject({ outstanding: "86.39", lines: [{ quantity: 0 }, { quantity: 1 }] });
  });

  it("of one whose variant Shopify does not sell is refused before anything is made", async () => {
    const placed = await m.place({ lines: [white] }), rma = await ready(placed, "exchange", UNWANTED);
    expect(await steps.settle(rma, { lines: [{ rmaLineId: rma.lines[0]?.id ?? "", remedy: "exchange", override: "x", variantId: "gid://shopify/ProductVariant/1" }] })).toMatchObject({ refused: [{ field: "variantId" }] });
    expect((await m.books(placed.orderId)).returns).toEqual(["OPEN"]);
  });
});

describe("a faulty camera", () => {
  it("is exchanged free for a dearer one", async () => {
    const placed = await m.place({ lines: [white] }), rma = await ready(placed, "replacement", DEFECTIVE);
    expect(await settleWith(rma, DISK)).toMatchObject({ rma: { state: "settled" }, action: { state: "done" } });
    expect(await m.books(placed.orderId)).toMatchObject({ refunds: 0, outstanding: "0.0" });
  });
});

describe("goods that came back", () => {
  const STOCK = "query S($q: String!) { productVariants(first: 1, query: $q) { nodes { inventoryItem { inventoryLevels(first: 5) { nodes { location { id name } quantities(names: [\"available\"]) { quantity } } } } } } }";
  const WAYS = "query W($id: ID!) { order(id: $id) { returns(first: 5) { nodes { status reverseFulfillmentOrders(first: 2) { nodes { lineItems(first: 5) { nodes { dispositions { type quantity location { id } } } } } } } } } }";
  const stock = async () => Object.fromEntries(((await m.ask(STOCK, { q: `sku:${white.sku}` }))["productVariants"]?.["nodes"]?.[0]?.["inventoryItem"]?.["inventoryLevels"]?.["nodes"] as unknown as { location: { id: string; name: string }; quantities: { quantity: number }[] }[]).map(({ location, quantities }) => [location.name, quantities[0]?.quantity]));
  const waysOf = async (placed: Placed) => ((await m.ask(WAYS, { id: placed.orderId }))["order"]?.["returns"]?.["nodes"] as unknown as { status: string; reverseFulfillmentOrders: { nodes: { lineItems: { nodes: { dispositions: { type: string; quantity: number }[] }[] } }[] } }[]).filter(({ status }) => status === "OPEN").flatMap((ret) => ret.reverseFulfillmentOrders.nodes.flatMap(({ lineItems }) => lineItems.nodes.flatMap(({ dispositions }) => dispositions)));
  const texts = async (rma: { id: string }) => (await entriesOf(app().db.prisma, m.shop, rma.id)).map(({ text }) => text).join("\n");

  it("in order go back in stock where they were sent from, or where the shop or its staff say; damaged ones do not", async () => {
    const before = await stock(), [shelf = ""] = Object.keys(before), second = String((await m.ask("mutation A($input: LocationAddInput!) { locationAdd(input: $input) { location { id } userErrors { field message } } }", { input: { name: "Repair bench", address: { countryCode: "US", address1: "2 Back Road", city: "Austin", provinceCode: "TX", zip: "73301" }, fulfillsOnlineOrders: false } }))["locationAdd"]?.["location"]?.["id"]);
    const units = async () => [(await stock())[shelf] ?? 0, (await stock())["Repair bench"] ?? 0].map((n, i) => n - (i === 0 ? (before[shelf] ?? 0) : 0));
    const placed = await m.place({ lines: [white] }), rma = await ready(placed, "exchange", UNWANTED);
    await settleWith(rma, DISK);
    expect(await units()).toEqual([1, 0]);
    expect(await waysOf(placed)).toMatchObject([{ type: "RESTOCKED", quantity: 1 }]);
    expect(await texts(rma)).toContain(`1 back in stock at ${shelf}`);

    const faulty = await m.place({ lines: [white] }), replaced = await ready(faulty, "replacement", DEFECTIVE);
    await settleWith(replaced, white.sku, { remedy: "replacement" });
    expect(await units()).toEqual([1, 0]);
    expect(await waysOf(faulty)).toMatchObject([{ type: "NOT_RESTOCKED", quantity: 1 }]);

    await saveSettings(app().db.prisma, m.shop, { ...settings, restock: { isOn: true, at: { id: second, name: "Repair bench" } } });
    const swapped = await m.place({ lines: [white] }), same = await ready(swapped, "exchange", UNWANTED);
    await m.fault({ root: "reverseFulfillmentOrderDispose", kind: "hangUpAfter", times: 1 });
    await settleWith(same, white.sku);
    expect(await units()).toEqual([1, 1]);
    expect(await texts(same)).toContain("1 back in stock at Repair bench.");

    const kept = await m.place({ lines: [white] }), away = await ready(kept, "exchange", UNWANTED);
    await settleWith(away, DISK, { disposition: { type: "NOT_RESTOCKED" } });
    expect(await units()).toEqual([1, 1]);
    expect(await waysOf(kept)).toMatchObject([{ type: "NOT_RESTOCKED" }]);
  });

  it("are refused a place that Shopify does not know, and can be settled with another", async () => {
    const placed = await m.place({ lines: [white] }), rma = await ready(placed, "exchange", UNWANTED);
    expect(await settleWith(rma, DISK, { disposition: { type: "RESTOCKED", at: { id: "gid://shopify/Location/1", name: "Gone" } } })).toMatchObject({ refused: [{ message: "Location not found." }] });
    expect(await settleWith(rma, DISK)).toMatchObject({ rma: { state: "settled" } });
    expect(await m.books(placed.orderId)).toMatchObject({ outstanding: "86.39" });
  });
});
