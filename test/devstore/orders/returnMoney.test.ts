import { beforeEach, describe, expect, it } from "vitest";
import { CREATE, ordersUnderTest, OUTCOME, paid, PROCESS, RETURN, shipAll, simpleOrder, type Json, type OrdersUnderTest } from "./ordersUnderTest.ts";

const ORDER = `query Money($id: ID!) { order(id: $id) { displayFinancialStatus displayFulfillmentStatus returnStatus
  currentTotalPriceSet { shopMoney { amount } } totalOutstandingSet { shopMoney { amount } } netPaymentSet { shopMoney { amount } } totalRefundedSet { shopMoney { amount } } refundDiscrepancySet { shopMoney { amount } }
  lineItems(first: 10) { nodes { title quantity currentQuantity refundableQuantity originalUnitPriceSet { shopMoney { amount } } discountedTotalSet { shopMoney { amount } } } }
  fulfillmentOrders(first: 10) { nodes { status fulfillmentHolds { reason } } }
  refunds { id return { id } refundLineItems(first: 5) { nodes { quantity restockType subtotalSet { shopMoney { amount } } totalTaxSet { shopMoney { amount } } } } orderAdjustments(first: 5) { nodes { reason amountSet { shopMoney { amount } } } } }
  transactions { kind gateway amountSet { shopMoney { amount } } } } }`;

let store: OrdersUnderTest;
beforeEach(() => {
  store = ordersUnderTest("CAD");
});

const shopAmount = (bag: Json | undefined): string => String(bag?.["shopMoney"]?.["amount"]);
const money = async (id: string): Promise<Record<string, string>> => {
  const order = (await store.ask(ORDER, { id }))["order"] as Json;
  return {
    status: String(order["displayFinancialStatus"]), total: shopAmount(order["currentTotalPriceSet"]), outstanding: shopAmount(order["totalOutstandingSet"]),
    net: shopAmount(order["netPaymentSet"]), refunded: shopAmount(order["totalRefundedSet"]), discrepancy: shopAmount(order["refundDiscrepancySet"]),
  };
};

/** An order of 3 × 20.00 with 6.00 tax, shipping 5.00, paid 71.00, shipped; with a return of units of it. */
async function returned(quantity: number, more: Record<string, unknown> = {}, line: Record<string, unknown> = {}) {
  const { order } = await store.make(CREATE, simpleOrder("CAD", [{ price: "20.00", quantity: 3, tax: "6.00" }], {
    transactions: [paid("71.00", "CAD")], shippingLines: [{ title: "Post", priceSet: { shopMoney: { amount: "5.00", currencyCode: "CAD" } } }], ...(more["order"] as object | undefined),
  })) as unknown as { order: Json };
  const [fulfillmentLineItemId] = await shipAll(store, order);
  const { return: ret } = await store.make(RETURN, { returnInput: { orderId: order["id"], returnLineItems: quantity === 0 ? [] : [{ fulfillmentLineItemId, quantity, returnReason: "UNWANTED", ...line }], ...(more["return"] as object | undefined) } }) as unknown as { return: Json };
  return {
    orderId: String(order["id"]), payment: String(order["transactions"]?.[0]?.["id"]), returnId: String(ret["id"]),
    lines: quantity === 0 ? [] : [{ id: String(ret["returnLineItems"]?.["nodes"]?.[0]?.["id"]), quantity }],
    exchanges: ((ret["exchangeLineItems"]?.["nodes"] ?? []) as unknown as { id: string; quantity: number }[]),
  };
}

type Made = Awaited<ReturnType<typeof returned>>;
const outcome = async (made: Made, more: object = {}): Promise<Json> =>
  (await store.ask(OUTCOME, { id: made.returnId, lines: made.lines, exchanges: made.exchanges, ...more }))["return"]?.["suggestedFinancialOutcome"] as Json;
const refundOf = (made: Made, amount: string) => ({ issueRefund: { orderTransactions: [{ parentId: made.payment, transactionAmount: { amount, currencyCode: "CAD" } }] } });
const process = (made: Made, more: object = {}) => store.make(PROCESS, { input: { returnId: made.returnId, returnLineItems: made.lines, exchangeLineItems: made.exchanges, ...more } });

/** A variant at a price, as an exchange wants it. */
async function variant(price: string): Promise<string> {
  const { product } = await store.make("mutation P($product: ProductCreateInput!) { productCreate(product: $product) { product { id variants(first: 1) { nodes { id } } } userErrors { field message } } }", { product: { title: `Swap ${price}` } }) as unknown as { product: Json };
  const id = String(product["variants"]?.["nodes"]?.[0]?.["id"]);
  await store.make("mutation V($productId: ID!, $variants: [ProductVariantsBulkInput!]!) { productVariantsBulkUpdate(productId: $productId, variants: $variants) { productVariants { id } userErrors { field message } } }", { productId: product["id"], variants: [{ id, price, taxable: false }] });
  return id;
}

describe("what a return is worth", () => {
  it("is the price after discounts with its tax, less the fees", async () => {
    const made = await returned(1, { return: { returnShippingFee: { amount: { amount: "3.50", currencyCode: "CAD" } } } }, { restockingFee: { percentage: 10 } });
    const out = await outcome(made);
    expect(shopAmount(out["discountedSubtotal"])).toBe("20.0");
    expect(shopAmount(out["totalTax"])).toBe("2.0");
    expect(shopAmount(out["financialTransfer"]?.["amount"])).toBe("16.5");
    expect(shopAmount(out["maximumRefundable"])).toBe("71.0");
    expect(out["financialTransfer"]?.["suggestedTransactions"]?.[0]?.["parentTransaction"]?.["id"]).toBe(made.payment);
  });

  it("refunding what is suggested settles the order", async () => {
    const made = await returned(1, { return: { returnShippingFee: { amount: { amount: "3.50", currencyCode: "CAD" } } } }, { restockingFee: { percentage: 10 } });
    await process(made, { financialTransfer: refundOf(made, "16.50") });
    expect(await money(made.orderId)).toEqual({ status: "PARTIALLY_REFUNDED", total: "54.5", outstanding: "0.0", net: "54.5", refunded: "16.5", discrepancy: "0.0" });
  });

  it("the return shipping fee is taken once, the restocking fee by the unit", async () => {
    const made = await returned(2, { return: { returnShippingFee: { amount: { amount: "3.00", currencyCode: "CAD" } } } }, { restockingFee: { percentage: 12.5 } });
    const one = { ...made, lines: made.lines.map((l) => ({ ...l, quantity: 1 })) };
    expect(shopAmount((await outcome(one))["financialTransfer"]?.["amount"])).toBe("16.5");
    await process(one, { financialTransfer: refundOf(made, "16.50") });
    expect(shopAmount((await outcome(one))["financialTransfer"]?.["amount"])).toBe("19.5");
  });

  it("without money the order owes what came back", async () => {
    const made = await returned(1);
    await process(made);
    expect(await money(made.orderId)).toEqual({ status: "PAID", total: "49.0", outstanding: "-22.0", net: "71.0", refunded: "0.0", discrepancy: "0.0" });
  });

  it("less than suggested leaves a discrepancy in the merchant's favour, and the order is settled", async () => {
    const made = await returned(1);
    await process(made, { financialTransfer: refundOf(made, "17.00") });
    expect(await money(made.orderId)).toEqual({ status: "PARTIALLY_REFUNDED", total: "54.0", outstanding: "0.0", net: "54.0", refunded: "17.0", discrepancy: "5.0" });
  });

  it("shipping comes on top when it is asked for, whole or in part", async () => {
    const made = await returned(3);
    expect(shopAmount((await outcome(made, { shipping: { fullRefund: true } }))["financialTransfer"]?.["amount"])).toBe("71.0");
    expect(shopAmount((await outcome(made, { shipping: { shippingRefundAmount: { amount: "1.25", currencyCode: "CAD" } } }))["financialTransfer"]?.["amount"])).toBe("67.25");
    await process(made, { refundShipping: { fullRefund: true }, financialTransfer: refundOf(made, "71.00") });
    expect(await money(made.orderId)).toMatchObject({ status: "REFUNDED", total: "0.0", outstanding: "0.0", net: "0.0" });
  });

  it("never refunds more than was paid, on the order or on one payment", async () => {
    const made = await returned(1);
    await expect(process(made, { financialTransfer: refundOf(made, "71.01") })).rejects.toThrow("Refund amount $71.01 is greater than net payment received $71.00");
    expect(await money(made.orderId)).toMatchObject({ total: "71.0", net: "71.0" });
  });

  it("an unpaid order has nothing to give back: what is left is an invoice", async () => {
    const made = await returned(1, { order: { transactions: [] } });
    const out = await outcome(made);
    expect(out["financialTransfer"]?.["__typename"]).toBe("InvoiceReturnOutcome");
    expect(shopAmount(out["financialTransfer"]?.["amount"])).toBe("49.0");
  });
});

describe("store credit", () => {
  const customer = async (): Promise<string> => String((await store.make("mutation { customerCreate(input: { email: \"buyer@example.com\" }) { customer { id } userErrors { field message } } }"))["customer"]?.["id"]);

  it("is suggested, given and counted as refunded", async () => {
    const customerId = await customer();
    const made = await returned(1, { order: { customerId } });
    const out = await outcome(made, { how: "STORE_CREDIT" });
    expect(out["financialTransfer"]?.["suggestedTransactions"]).toEqual([]);
    expect(shopAmount(out["financialTransfer"]?.["suggestedRefundMethods"]?.[0]?.["amount"])).toBe("22.0");
    await process(made, { financialTransfer: { issueRefund: { orderTransactions: [], refundMethods: [{ storeCreditRefund: { amount: { amount: "22.00", currencyCode: "CAD" } } }] } } });
    expect(await money(made.orderId)).toMatchObject({ outstanding: "0.0", net: "49.0", refunded: "22.0" });
    const credit = await store.ask("query C($id: ID!) { customer(id: $id) { storeCreditAccounts(first: 2) { nodes { balance { amount currencyCode } transactions(first: 2) { nodes { amount { amount } event origin { ... on OrderTransaction { gateway kind } } } } } } } }", { id: customerId });
    expect(credit["customer"]?.["storeCreditAccounts"]?.["nodes"]).toEqual([{ balance: { amount: "22.0", currencyCode: "CAD" }, transactions: { nodes: [{ amount: { amount: "22.0" }, event: "ORDER_REFUND", origin: { gateway: "shopify_store_credit", kind: "REFUND" } }] } }]);
  });

  it("shares a refund with the payment, and both together stay within what was paid", async () => {
    const made = await returned(3, { order: { customerId: await customer() } });
    const both = (card: string, credit: string) => ({ issueRefund: { ...refundOf(made, card).issueRefund, refundMethods: [{ storeCreditRefund: { amount: { amount: credit, currencyCode: "CAD" } } }] } });
    await expect(process(made, { financialTransfer: both("66.00", "6.00") })).rejects.toThrow("greater than net payment received $71.00");
    await process(made, { financialTransfer: both("60.00", "6.00") });
    expect(await money(made.orderId)).toMatchObject({ net: "5.0", refunded: "66.0", outstanding: "0.0" });
  });

  it("needs a customer", async () => {
    const made = await returned(1);
    await expect(process(made, { financialTransfer: { issueRefund: { orderTransactions: [], refundMethods: [{ storeCreditRefund: { amount: { amount: "1.00", currencyCode: "CAD" } } }] } } })).rejects.toThrow("must have a customer");
  });
});

describe("exchanges", () => {
  const exchange = async (price: string, more: object = {}) => ({ return: { exchangeLineItems: [{ variantId: await variant(price), quantity: 1, ...more }] } });

  it("a free one is paid back in full and waits for nobody", async () => {
    const made = await returned(1, await exchange("30.00", { appliedDiscount: { description: "warranty", value: { percentage: 100 } } }));
    expect(shopAmount((await outcome(made))["financialTransfer"]?.["amount"])).toBe("22.0");
    await process(made, { financialTransfer: refundOf(made, "22.00") });
    const order = (await store.ask(ORDER, { id: made.orderId }))["order"] as Json;
    expect(order["lineItems"]?.["nodes"]?.[1]).toMatchObject({ title: "Swap 30.00", currentQuantity: 1, discountedTotalSet: { shopMoney: { amount: "0.0" } } });
    expect(order["fulfillmentOrders"]?.["nodes"]?.[1]).toEqual({ status: "OPEN", fulfillmentHolds: [] });
    expect(order["displayFulfillmentStatus"]).toBe("PARTIALLY_FULFILLED");
  });

  it("a cheaper one leaves money to give back", async () => {
    const made = await returned(1, await exchange("15.00"));
    expect(shopAmount((await outcome(made))["financialTransfer"]?.["amount"])).toBe("7.0");
    await process(made, { financialTransfer: refundOf(made, "7.00") });
    expect(await money(made.orderId)).toMatchObject({ total: "64.0", outstanding: "0.0", net: "64.0" });
  });

  it("an even one moves no money", async () => {
    const made = await returned(1, await exchange("22.00"));
    expect((await outcome(made))["financialTransfer"]).toBeNull();
  });

  it("a dearer one is invoiced, and held until it is paid", async () => {
    const made = await returned(1, await exchange("30.00", { appliedDiscount: { value: { amount: { amount: "1.00", currencyCode: "CAD" } } } }));
    const out = await outcome(made);
    expect(out["financialTransfer"]).toMatchObject({ __typename: "InvoiceReturnOutcome", amount: { shopMoney: { amount: "7.0" } } });
    await process(made);
    expect(await money(made.orderId)).toMatchObject({ status: "PARTIALLY_PAID", outstanding: "7.0" });
    const order = (await store.ask(ORDER, { id: made.orderId }))["order"] as Json;
    expect(order["fulfillmentOrders"]?.["nodes"]?.[1]).toEqual({ status: "ON_HOLD", fulfillmentHolds: [{ reason: "AWAITING_PAYMENT" }] });
    await store.make("mutation Paid($id: ID!) { orderMarkAsPaid(input: { id: $id }) { order { id } userErrors { field message } } }", { id: made.orderId });
    expect(await money(made.orderId)).toMatchObject({ status: "PAID", outstanding: "0.0", net: "78.0" });
  });

  it("comes on the order only when it is processed", async () => {
    const made = await returned(1, await exchange("15.00"));
    expect(await money(made.orderId)).toMatchObject({ total: "71.0" });
    const order = (await store.ask(ORDER, { id: made.orderId }))["order"] as Json;
    expect(order["lineItems"]?.["nodes"]?.length).toBe(1);
  });
});

describe("the refund of a return", () => {
  it("names the return, its lines and where they went", async () => {
    const made = await returned(2);
    await process(made, { financialTransfer: refundOf(made, "44.00") });
    const order = (await store.ask(ORDER, { id: made.orderId }))["order"] as Json;
    expect(order["refunds"]?.[0]).toMatchObject({ return: { id: made.returnId }, refundLineItems: { nodes: [{ quantity: 2, restockType: "NO_RESTOCK", subtotalSet: { shopMoney: { amount: "40.0" } }, totalTaxSet: { shopMoney: { amount: "4.0" } } }] } });
    expect(order["lineItems"]?.["nodes"]?.[0]).toMatchObject({ quantity: 3, currentQuantity: 1, refundableQuantity: 1 });
    expect(store.told.map((t) => t.topic)).toEqual(expect.arrayContaining(["returns/process", "refunds/create", "orders/updated"]));
  });

  it("what was processed without money can be refunded later, and settles", async () => {
    const made = await returned(1);
    await process(made);
    await store.make("mutation R($input: ReturnRefundInput!) { returnRefund(returnRefundInput: $input) { refund { id } userErrors { field message } } }", {
      input: { returnId: made.returnId, returnRefundLineItems: [{ returnLineItemId: made.lines[0]?.id, quantity: 1 }], orderTransactions: [{ parentId: made.payment, transactionAmount: { amount: "22.00", currencyCode: "CAD" } }] },
    });
    expect(await money(made.orderId)).toMatchObject({ total: "49.0", outstanding: "0.0", net: "49.0", discrepancy: "0.0" });
  });
});
