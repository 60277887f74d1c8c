import { beforeEach, describe, expect, it } from "vitest";
import { bag, ZERO } from "../orders/bag.ts";
import { CREATE, ordersUnderTest, OUTCOME, paid, REFUND, RETURN, shipAll, simpleOrder, type Json, type OrdersUnderTest } from "../orders/ordersUnderTest.ts";

let store: OrdersUnderTest;
let keys = 0;
beforeEach(() => {
  store = ordersUnderTest("CAD");
});

const place = async (...args: Parameters<typeof simpleOrder>): Promise<Json> => (await store.make(CREATE, simpleOrder(...args)))["order"] as Json;
const refund = (input: object) => { keys += 1; return store.errorsOf(REFUND, { key: `k${keys}`, input }); };
const back = (order: Json, amount: string, place = 0) => ({ orderId: order["id"], parentId: order["transactions"]?.[place]?.["id"], kind: "REFUND", gateway: "manual", amount });
const shopAmount = (json: Json | undefined): string => String(json?.["shopMoney"]?.["amount"]);
const SUGGEST = `query S($id: ID!, $lines: [RefundLineItemInput!], $shipping: Money, $full: Boolean, $duties: [RefundDutyInput!]) { order(id: $id) { suggestedRefund(refundLineItems: $lines, shippingAmount: $shipping, suggestFullRefund: $full, refundDuties: $duties) {
  amountSet { shopMoney { amount } } subtotalSet { shopMoney { amount } } discountedSubtotalSet { shopMoney { amount } } totalCartDiscountAmountSet { shopMoney { amount } } totalTaxSet { shopMoney { amount } } totalDutiesSet { shopMoney { amount } }
  maximumRefundableSet { shopMoney { amount } } shipping { amountSet { shopMoney { amount } } taxSet { shopMoney { amount } } } refundLineItems { quantity subtotalSet { shopMoney { amount } } lineItem { id } }
  suggestedTransactions { kind gateway amountSet { shopMoney { amount } } maximumRefundableSet { shopMoney { amount } } } } } }`;
const suggest = async (order: Json, more: object): Promise<Json> => (await store.ask(SUGGEST, { id: order["id"], ...more }))["order"]?.["suggestedRefund"] as Json;

describe("a suggested refund", () => {
  it("splits discounts and taxes as charged, the remainder on the last unit", async () => {
    const order = await place("CAD", [{ price: "10.00", quantity: 3, tax: "1.00" }], { discountCode: { itemFixedDiscountCode: { code: "X", amountSet: { shopMoney: { amount: "5.00", currencyCode: "CAD" } } } }, transactions: [paid("26.00", "CAD")] });
    const line = order["lineItems"]?.["nodes"]?.[0]?.["id"];
    const sums = [];
    for (let n = 0; n < 3; n += 1) {
      const out = await suggest(order, { lines: [{ lineItemId: line, quantity: 1 }] });
      sums.push([shopAmount(out["discountedSubtotalSet"]), shopAmount(out["totalTaxSet"]), shopAmount(out["totalCartDiscountAmountSet"]), shopAmount(out["subtotalSet"]), shopAmount(out["amountSet"])]);
      expect(await refund({ orderId: order["id"], refundLineItems: [{ lineItemId: line, quantity: 1 }], transactions: [back(order, shopAmount(out["amountSet"]))] })).toEqual([]);
    }
    expect(sums).toEqual([["8.33", "0.33", "1.66", "9.99", "8.66"], ["8.33", "0.33", "1.67", "10.0", "8.66"], ["8.34", "0.34", "1.67", "10.01", "8.68"]]);
  });

  it("with prices that include tax the tax is inside, not on top", async () => {
    const order = await place("CAD", [{ price: "11.00", quantity: 2, tax: "2.00" }], { taxesIncluded: true, transactions: [paid("22.00", "CAD")] });
    const out = await suggest(order, { lines: [{ lineItemId: order["lineItems"]?.["nodes"]?.[0]?.["id"], quantity: 1 }] });
    expect([shopAmount(out["amountSet"]), shopAmount(out["totalTaxSet"])]).toEqual(["11.0", "1.0"]);
  });

  it("takes the tax of shipping along, and all of an order is all of it", async () => {
    const order = await place("CAD", [{ price: "10.00", quantity: 1 }], {
      shippingLines: [{ title: "Post", priceSet: { shopMoney: { amount: "5.00", currencyCode: "CAD" } }, taxLines: [{ title: "Tax", rate: 0.1, priceSet: { shopMoney: { amount: "0.51", currencyCode: "CAD" } } }] }], transactions: [paid("15.51", "CAD")],
    });
    const part = await suggest(order, { shipping: "2.00" });
    expect([shopAmount(part["shipping"]?.["amountSet"]), shopAmount(part["shipping"]?.["taxSet"]), shopAmount(part["amountSet"])]).toEqual(["2.0", "0.2", "2.2"]);
    expect(shopAmount((await suggest(order, { full: true }))["amountSet"])).toBe("15.51");
  });

  it("goes over several payments, the oldest first, each up to what is left on it", async () => {
    const order = await place("CAD", [{ price: "10.00", quantity: 3 }], { transactions: [paid("12.00", "CAD", "gift_card"), paid("18.00", "CAD", "card")] });
    const out = await suggest(order, { lines: [{ lineItemId: order["lineItems"]?.["nodes"]?.[0]?.["id"], quantity: 2 }] });
    expect((out["suggestedTransactions"] as unknown as Json[]).map((t) => [t["kind"], t["gateway"], shopAmount(t["amountSet"]), shopAmount(t["maximumRefundableSet"])]))
      .toEqual([["SUGGESTED_REFUND", "gift_card", "12.0", "12.0"], ["SUGGESTED_REFUND", "card", "8.0", "18.0"]]);
    expect(await refund({ orderId: order["id"], transactions: [back(order, "12.01")] })).toEqual([{ field: null, message: "Refund amount $12.01 is greater than net payment received $12.00" }]);
    expect(await refund({ orderId: order["id"], transactions: [back(order, "7.00"), back(order, "5.01")] })).toHaveLength(1);
    expect(await refund({ orderId: order["id"], transactions: [back(order, "12.00"), back(order, "18.00", 1)] })).toEqual([]);
  });
});

describe("the balance after refunds", () => {
  const READ = "query B($id: ID!) { order(id: $id) { displayFinancialStatus currentTotalPriceSet { shopMoney { amount } } totalOutstandingSet { shopMoney { amount } } refundDiscrepancySet { shopMoney { amount } } refunds { orderAdjustments(first: 5) { nodes { reason amountSet { shopMoney { amount } } } } } } }";

  it("money alone lowers what the order costs; goods that come back later balance it", async () => {
    const order = await place("CAD", [{ price: "10.00", quantity: 2 }], { transactions: [paid("20.00", "CAD")] });
    await refund({ orderId: order["id"], transactions: [back(order, "3.00")] });
    let read = (await store.ask(READ, { id: order["id"] }))["order"] as Json;
    expect([shopAmount(read["currentTotalPriceSet"]), shopAmount(read["totalOutstandingSet"]), shopAmount(read["refundDiscrepancySet"])]).toEqual(["17.0", "0.0", "-3.0"]);
    await refund({ orderId: order["id"], refundLineItems: [{ lineItemId: order["lineItems"]?.["nodes"]?.[0]?.["id"], quantity: 2 }], transactions: [back(order, "17.00")] });
    read = (await store.ask(READ, { id: order["id"] }))["order"] as Json;
    expect([read["displayFinancialStatus"], shopAmount(read["currentTotalPriceSet"]), shopAmount(read["totalOutstandingSet"])]).toEqual(["REFUNDED", "0.0", "0.0"]);
    expect(read["refunds"]?.[1]?.["orderAdjustments"]?.["nodes"]).toEqual([{ reason: "FULL_RETURN_BALANCING_ADJUSTMENT", amountSet: { shopMoney: { amount: "3.0" } } }]);
  });

  it("an unpaid order gives goods back without money and without a difference", async () => {
    const order = await place("CAD", [{ price: "10.00", quantity: 2 }]);
    await refund({ orderId: order["id"], refundLineItems: [{ lineItemId: order["lineItems"]?.["nodes"]?.[0]?.["id"], quantity: 1 }] });
    const read = (await store.ask(READ, { id: order["id"] }))["order"] as Json;
    expect([read["displayFinancialStatus"], shopAmount(read["totalOutstandingSet"]), shopAmount(read["refundDiscrepancySet"])]).toEqual([null, "10.0", "0.0"]);
  });

  it("the same key pays back once", async () => {
    const order = await place("CAD", [{ price: "10.00", quantity: 2 }], { transactions: [paid("20.00", "CAD")] });
    const input = { orderId: order["id"], transactions: [back(order, "5.00")] };
    const first = await store.make(REFUND, { key: "once", input });
    expect((await store.make(REFUND, { key: "once", input }))["refund"]).toEqual(first["refund"]);
    expect(store.told.filter((t) => t.topic === "refunds/create")).toHaveLength(1);
  });

  it("over-refunding is possible only where it is allowed, and never beyond a payment", async () => {
    const customer = String((await store.make("mutation { customerCreate(input: { email: \"over@example.com\" }) { customer { id } userErrors { field message } } }"))["customer"]?.["id"]);
    const order = await place("CAD", [{ price: "10.00", quantity: 1 }], { transactions: [paid("10.00", "CAD")], customerId: customer });
    const credit = { refundMethods: [{ storeCreditRefund: { amount: { amount: "10.00", currencyCode: "CAD" } } }] };
    expect(await refund({ orderId: order["id"], ...credit })).toEqual([]);
    const again = { orderId: order["id"], transactions: [back(order, "10.00")] };
    expect(await refund(again)).toHaveLength(1);
    expect(await refund({ ...again, allowOverRefunding: true })).toEqual([]);
    expect(await refund({ ...again, allowOverRefunding: true })).toHaveLength(1);
  });
});

describe("duties", () => {
  /** Orders with duties come from checkouts abroad only; `orderCreate` cannot make them. */
  async function withDuty(quantity: number): Promise<{ order: Json; duty: string }> {
    const order = await place("CAD", [{ price: "50.00", quantity }], {});
    const line = store.shop.lineItems.get(String(order["lineItems"]?.["nodes"]?.[0]?.["id"]));
    const duty = "gid://shopify/Duty/77";
    line?.dutyCharges.push({ id: duty, price: bag(900), taxes: [{ title: "Tax", rate: 0.1, price: bag(90), channelLiable: false }], countryCode: "CN", hsCode: "852580", refunded: ZERO });
    if (line) store.shop.ownerOf.set(duty, line.id);
    await store.make("mutation M($id: ID!) { orderMarkAsPaid(input: { id: $id }) { order { id } userErrors { field message } } }", { id: order["id"] });
    const transactions = (await store.ask("query T($id: ID!) { order(id: $id) { transactions { id } } }", { id: order["id"] }))["order"]?.["transactions"] as Json;
    return { order: { ...order, transactions } as unknown as Json, duty };
  }
  const DUTIES = "query D($id: ID!) { order(id: $id) { totalPriceSet { shopMoney { amount } } originalTotalDutiesSet { shopMoney { amount } } currentTotalDutiesSet { shopMoney { amount } } totalOutstandingSet { shopMoney { amount } } lineItems(first: 1) { nodes { duties { id harmonizedSystemCode countryCodeOfOrigin price { shopMoney { amount } } } } } } }";

  it("are part of what an order costs", async () => {
    const { order, duty } = await withDuty(3);
    const read = (await store.ask(DUTIES, { id: order["id"] }))["order"] as Json;
    expect([shopAmount(read["totalPriceSet"]), shopAmount(read["originalTotalDutiesSet"]), shopAmount(read["totalOutstandingSet"])]).toEqual(["159.9", "9.9", "0.0"]);
    expect(read["lineItems"]?.["nodes"]?.[0]?.["duties"]).toEqual([{ id: duty, harmonizedSystemCode: "852580", countryCodeOfOrigin: "CN", price: { shopMoney: { amount: "9.0" } } }]);
  });

  it("go back in full, or with the units that go back", async () => {
    const { order, duty } = await withDuty(3);
    const lines = [{ lineItemId: order["lineItems"]?.["nodes"]?.[0]?.["id"], quantity: 1 }];
    expect(shopAmount((await suggest(order, { lines, duties: [{ dutyId: duty, refundType: "FULL" }] }))["totalDutiesSet"])).toBe("9.9");
    const part = await suggest(order, { lines, duties: [{ dutyId: duty, refundType: "PROPORTIONAL" }] });
    expect([shopAmount(part["totalDutiesSet"]), shopAmount(part["amountSet"])]).toEqual(["3.3", "53.3"]);
    expect(await refund({ orderId: order["id"], refundLineItems: lines, refundDuties: [{ dutyId: duty, refundType: "PROPORTIONAL" }], transactions: [back(order, "53.30")] })).toEqual([]);
    const read = (await store.ask(DUTIES, { id: order["id"] }))["order"] as Json;
    expect([shopAmount(read["currentTotalDutiesSet"]), shopAmount(read["totalOutstandingSet"])]).toEqual(["6.6", "0.0"]);
  });

  it("are part of a return's outcome when they are asked for", async () => {
    const { order, duty } = await withDuty(2);
    const [line] = await shipAll(store, order);
    const { return: ret } = await store.make(RETURN, { returnInput: { orderId: order["id"], returnLineItems: [{ fulfillmentLineItemId: line, quantity: 2, returnReason: "OTHER" }] } }) as unknown as { return: Json };
    const ask = async (duties: object[]) => (await store.ask(OUTCOME, { id: ret["id"], lines: [{ id: ret["returnLineItems"]?.["nodes"]?.[0]?.["id"], quantity: 2 }], exchanges: [], duties }))["return"]?.["suggestedFinancialOutcome"] as Json;
    expect(shopAmount((await ask([]))["financialTransfer"]?.["amount"])).toBe("100.0");
    expect(shopAmount((await ask([{ dutyId: duty, refundType: "FULL" }]))["financialTransfer"]?.["amount"])).toBe("109.9");
    expect((await store.errorsOf(REFUND, { key: "d", input: { orderId: order["id"], refundDuties: [{ dutyId: "gid://shopify/Duty/78" }] } }))[0]?.["message"]).toBe("Duty does not exist");
  });
});
