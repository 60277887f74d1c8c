import { beforeEach, describe, expect, it } from "vitest";
import { CREATE, ordersUnderTest, paid, PROCESS, RETURN, shipAll, simpleOrder, type Json, type OrdersUnderTest } from "../orders/ordersUnderTest.ts";

const NOWHERE = "gid://shopify/Location/999";
const ERRORS = "userErrors { field message code }";
const DISPOSE = `mutation D($inputs: [ReverseFulfillmentOrderDisposeInput!]!) { reverseFulfillmentOrderDispose(dispositionInputs: $inputs) { reverseFulfillmentOrderLineItems { id } ${ERRORS} } }`;
const DELIVER = `mutation V($id: ID!, $lines: [ReverseDeliveryLineItemInput!]!) { reverseDeliveryCreateWithShipping(reverseFulfillmentOrderId: $id, reverseDeliveryLineItems: $lines, trackingInput: { number: "N" }) { reverseDelivery { id } ${ERRORS} } }`;
const REMOVE = `mutation M($id: ID!, $lines: [ReturnLineItemRemoveFromReturnInput!]) { removeFromReturn(returnId: $id, returnLineItems: $lines) { return { id } ${ERRORS} } }`;
const DECLINE = `mutation N($id: ID!, $note: String) { returnDeclineRequest(input: { id: $id, declineReason: OTHER, declineNote: $note }) { return { id } ${ERRORS} } }`;
const REQUEST = `mutation Q($input: ReturnRequestInput!) { returnRequest(input: $input) { return { id } ${ERRORS} } }`;

let store: OrdersUnderTest;
let made: { orderId: string; payment: string; line: string; returnId: string; returnLine: string; reverse: string; reverseLine: string; location: string };

beforeEach(async () => {
  store = ordersUnderTest();
  const { order } = await store.make(CREATE, simpleOrder("CAD", [{ price: "10.00", quantity: 5 }], { transactions: [paid("50.00", "CAD")] })) as unknown as { order: Json };
  const [line] = await shipAll(store, order);
  const { return: ret } = await store.make(RETURN, { returnInput: { orderId: order["id"], returnLineItems: [{ fulfillmentLineItemId: line, quantity: 2, returnReason: "OTHER" }] } }) as unknown as { return: Json };
  const reverse = (await store.ask("query R($id: ID!) { return(id: $id) { reverseFulfillmentOrders(first: 1) { nodes { id lineItems(first: 1) { nodes { id } } } } } }", { id: ret["id"] }))["return"]?.["reverseFulfillmentOrders"]?.["nodes"]?.[0] as Json;
  made = {
    orderId: String(order["id"]), payment: String(order["transactions"]?.[0]?.["id"]), line: String(line), returnId: String(ret["id"]), returnLine: String(ret["returnLineItems"]?.["nodes"]?.[0]?.["id"]),
    reverse: String(reverse["id"]), reverseLine: String(reverse["lineItems"]?.["nodes"]?.[0]?.["id"]), location: String([...store.shop.locations.keys()][0]),
  };
});

type Made = typeof made;
type Case = [name: string, query: string, variables: (m: Made) => object, error: (m: Made) => object];

const create = (change: (m: Made) => object) => (m: Made) => ({ returnInput: { orderId: m.orderId, returnLineItems: [{ fulfillmentLineItemId: m.line, quantity: 1, returnReason: "OTHER" }], ...change(m) } });
const line = (m: Made, change: object) => ({ returnLineItems: [{ fulfillmentLineItemId: m.line, quantity: 1, returnReason: "OTHER", ...change }] });
const process = (change: (m: Made) => object) => (m: Made) => ({ input: { returnId: m.returnId, returnLineItems: [{ id: m.returnLine, quantity: 1 }], ...change(m) } });
const disposition = (m: Made, change: object) => ({ reverseFulfillmentOrderLineItemId: m.reverseLine, quantity: 1, dispositionType: "NOT_RESTOCKED", locationId: m.location, ...change });
const refund = (m: Made, change: object, more: object = {}) => ({ financialTransfer: { issueRefund: { orderTransactions: [{ parentId: m.payment, transactionAmount: { amount: "1.00", currencyCode: "CAD" }, ...change }], ...more } } });
const at = (message: string, code: string | null, ...field: string[]) => () => ({ field: field.length > 0 ? field : null, message, code });
const TRANSFER = ["input", "financialTransfer", "issueRefund"] as const;

const CASES: Case[] = [
  ["a return of an unknown order", RETURN, create(() => ({ orderId: "gid://shopify/Order/9" })), at("Order not found.", "NOT_FOUND", "returnInput", "orderId")],
  ["of an unknown line", RETURN, create((m) => line(m, { fulfillmentLineItemId: "gid://shopify/FulfillmentLineItem/9" })), at("Fulfillment Line Item was not found.", "NOT_FOUND", "returnInput", "returnLineItems", "0", "fulfillmentLineItemId")],
  ["of nothing", RETURN, create(() => ({ returnLineItems: [] })), at("Return line items can't be blank", "BLANK", "returnInput", "returnLineItems")],
  ["of too many", RETURN, create((m) => line(m, { quantity: 4 })), at("Return line item has an invalid quantity.", "INVALID", "returnInput", "returnLineItems", "0", "quantity")],
  ["of none", RETURN, create((m) => line(m, { quantity: 0 })), at("Return line item has an invalid quantity.", "INVALID", "returnInput", "returnLineItems", "0", "quantity")],
  ["with a long note", RETURN, create((m) => line(m, { returnReasonNote: "x".repeat(256) })), at("Return reason note is too long (maximum is 255 characters)", "TOO_LONG", "returnInput", "returnLineItems", "0", "returnReasonNote")],
  ["with an unknown reason", RETURN, create((m) => line(m, { returnReasonDefinitionId: "gid://shopify/ReturnReasonDefinition/99" })), at("Return reason definition was not found.", "NOT_FOUND", "returnInput", "returnLineItems", "0", "returnReasonDefinitionId")],
  ["with a fee in another currency", RETURN, create(() => ({ returnShippingFee: { amount: { amount: "1.00", currencyCode: "USD" } } })), at("Return shipping fee must be in the presentment currency of the order.", "INVALID", "returnInput", "returnShippingFee", "amount")],
  ["for an unknown exchange", RETURN, create(() => ({ exchangeLineItems: [{ variantId: "gid://shopify/ProductVariant/9", quantity: 1 }] })), at("Variant was not found.", "NOT_FOUND", "returnInput", "exchangeLineItems", "0", "variantId")],
  ["a request with a long note of the customer", REQUEST, (m) => ({ input: { orderId: m.orderId, returnLineItems: [{ fulfillmentLineItemId: m.line, quantity: 1, returnReason: "OTHER", customerNote: "x".repeat(301) }] } }), at("Customer note is too long (maximum is 300 characters)", "TOO_LONG", "input", "returnLineItems", "0", "customerNote")],
  ["declining what is unknown", DECLINE, () => ({ id: "gid://shopify/Return/9" }), at("Return not found.", "NOT_FOUND", "input", "id")],
  ["processing an unknown line", PROCESS, process(() => ({ returnLineItems: [{ id: "gid://shopify/ReturnLineItem/9", quantity: 1 }] })), at("Return line item was not found.", "NOT_FOUND", "input", "returnLineItems", "0", "id")],
  ["processing too many", PROCESS, process((m) => ({ returnLineItems: [{ id: m.returnLine, quantity: 3 }] })), at("Return line item has an invalid quantity.", "INVALID", "input", "returnLineItems", "0", "quantity")],
  ["processing a line twice", PROCESS, process((m) => ({ returnLineItems: [{ id: m.returnLine, quantity: 1 }, { id: m.returnLine, quantity: 1 }] })), at("Return line item has an invalid quantity.", "INVALID", "input", "returnLineItems", "1", "quantity")],
  ["paying back to an unknown payment", PROCESS, process((m) => refund(m, { parentId: "gid://shopify/OrderTransaction/9" })), at("Order transaction was not found.", "NOT_FOUND", ...TRANSFER, "orderTransactions", "0", "parentId")],
  ["paying back in another currency", PROCESS, process((m) => refund(m, { transactionAmount: { amount: "1.00", currencyCode: "USD" } })), at("Amount must be in the presentment currency of the order.", "INVALID", ...TRANSFER, "orderTransactions", "0", "transactionAmount")],
  ["paying back too much", PROCESS, process((m) => refund(m, { transactionAmount: { amount: "50.01", currencyCode: "CAD" } })), at("Refund amount $50.01 is greater than net payment received $50.00", null)],
  ["too much shipping", PROCESS, process(() => ({ refundShipping: { shippingRefundAmount: { amount: "0.01", currencyCode: "CAD" } } })), at("Shipping refund amount is greater than the refundable shipping amount", "INVALID", "input", "refundShipping")],
  ["restocking a custom item", PROCESS, process((m) => ({ returnLineItems: [{ id: m.returnLine, quantity: 1, dispositions: [disposition(m, { dispositionType: "RESTOCKED" })] }] })), at("RESTOCKED is an invalid disposition type for a custom line item.", "INVALID", "input", "returnLineItems", "0", "dispositions", "0", "dispositionType")],
  ["disposing at an unknown location", DISPOSE, (m) => ({ inputs: [disposition(m, { locationId: NOWHERE })] }), at("Location not found.", "NOT_FOUND", "dispositionInputs", "0", "locationId")],
  ["disposing of an unknown line", DISPOSE, (m) => ({ inputs: [disposition(m, {}), disposition(m, { reverseFulfillmentOrderLineItemId: "gid://shopify/ReverseFulfillmentOrderLineItem/9" })] }), at("Cannot dispose items from more than one reverse fulfillment order.", "INVALID", "dispositionInputs")],
  ["disposing of too many", DISPOSE, (m) => ({ inputs: [disposition(m, { quantity: 3 })] }), at("Quantity cannot be greater than the remaining quantity.", "INVALID", "dispositionInputs", "0", "quantity")],
  ["delivering too many", DELIVER, (m) => ({ id: m.reverse, lines: [{ reverseFulfillmentOrderLineItemId: m.reverseLine, quantity: 3 }] }), at("cannot deliver more items than are returned", null, "reverseDeliveryLineItems", "0", "quantity")],
  ["removing too many", REMOVE, (m) => ({ id: m.returnId, lines: [{ returnLineItemId: m.returnLine, quantity: 3 }] }), at("Return line item has an invalid quantity.", "INVALID", "returnLineItems", "0", "quantity")],
  ["removing none", REMOVE, (m) => ({ id: m.returnId, lines: [{ returnLineItemId: m.returnLine, quantity: 0 }] }), at("Quantity must be greater than 0", "GREATER_THAN")],
];

/** All that a refusal could have changed. */
const stateOf = (): string => JSON.stringify([store.shop.orders, store.shop.lineItems, store.shop.returns, store.shop.refunds, store.shop.reverseOrders, store.shop.reverseDeliveries, store.shop.orderTransactions].map((table) => [...table.values()]));

describe("what cannot be done with returns is refused, with field, text and code, and changes nothing", () => {
  it.each(CASES)("%s", async (_name, query, variables, error) => {
    const before = stateOf();
    const told = store.told.length;
    expect(await store.errorsOf(query, variables(made))).toEqual([error(made)]);
    expect(stateOf()).toBe(before);
    expect(store.told.length).toBe(told);
  });

  it("a wrong kind of id is an error of the whole field", async () => {
    await expect(store.ask(PROCESS, { input: { returnId: made.orderId } })).rejects.toThrow("Invalid id");
  });
});

describe("dispositions inside a process", () => {
  it("are of the line they stand under", async () => {
    const { return: other } = await store.make(RETURN, { returnInput: { orderId: made.orderId, returnLineItems: [{ fulfillmentLineItemId: made.line, quantity: 1, returnReason: "OTHER" }] } }) as unknown as { return: Json };
    const before = stateOf();
    const input = { returnId: other["id"], returnLineItems: [{ id: other["returnLineItems"]?.["nodes"]?.[0]?.["id"], quantity: 1, dispositions: [disposition(made, {})] }] };
    expect(await store.errorsOf(PROCESS, { input })).toEqual([{ field: ["input", "returnLineItems", "0", "dispositions", "0", "reverseFulfillmentOrderLineItemId"], message: "Reverse fulfillment order line item was not found.", code: "NOT_FOUND" }]);
    expect(stateOf()).toBe(before);
  });
});

describe("taking lines out of a return", () => {
  it("shrinks what comes back, and with the last line closes the return", async () => {
    await store.make(REMOVE, { id: made.returnId, lines: [{ returnLineItemId: made.returnLine, quantity: 1 }] });
    const read = async () => (await store.ask("query R($id: ID!) { return(id: $id) { status totalQuantity reverseFulfillmentOrders(first: 1) { nodes { lineItems(first: 2) { nodes { totalQuantity } } } } } }", { id: made.returnId }))["return"];
    expect(await read()).toEqual({ status: "OPEN", totalQuantity: 1, reverseFulfillmentOrders: { nodes: [{ lineItems: { nodes: [{ totalQuantity: 1 }] } }] } });
    expect(store.told.find((t) => t.topic === "returns/update")?.detail).toEqual({ removals: [{ id: made.returnLine, delta: -1 }] });
    await store.make(REMOVE, { id: made.returnId, lines: [{ returnLineItemId: made.returnLine, quantity: 1 }] });
    expect(await read()).toMatchObject({ status: "CLOSED", totalQuantity: 0 });
  });
});

describe("a preview of a return", () => {
  const CALCULATE = `query C($input: CalculateReturnInput!) { returnCalculate(input: $input) { returnLineItems { quantity subtotalSet { shopMoney { amount } } subtotalBeforeOrderDiscountsSet { shopMoney { amount } } totalTaxSet { shopMoney { amount } } restockingFee { percentage amountSet { shopMoney { amount } } } }
    returnShippingFee { amountSet { shopMoney { amount } } taxAmountSet { shopMoney { amount } } } exchangeLineItems { quantity } } }`;

  it("shows what is then created, and creates nothing", async () => {
    const { order } = await store.make(CREATE, simpleOrder("CAD", [{ price: "20.00", quantity: 2, tax: "3.00" }], { discountCode: { itemPercentageDiscountCode: { code: "TEN", percentage: 10 } } })) as unknown as { order: Json };
    const [fulfillmentLineItemId] = await shipAll(store, order);
    const before = stateOf();
    const input = { orderId: order["id"], returnLineItems: [{ fulfillmentLineItemId, quantity: 1, restockingFee: { percentage: 15 } }], returnShippingFee: { amount: { amount: "4.00", currencyCode: "CAD" } } };
    const money = (amount: string) => ({ shopMoney: { amount } });
    expect((await store.ask(CALCULATE, { input }))["returnCalculate"]).toEqual({
      returnLineItems: [{ quantity: 1, subtotalSet: money("-18.0"), subtotalBeforeOrderDiscountsSet: money("-20.0"), totalTaxSet: money("-1.5"), restockingFee: { percentage: 15, amountSet: money("2.7") } }],
      returnShippingFee: { amountSet: money("4.0"), taxAmountSet: money("0.0") }, exchangeLineItems: [],
    });
    expect(stateOf()).toBe(before);
    const { return: ret } = await store.make(RETURN, { returnInput: input }) as unknown as { return: Json };
    const fees = (await store.ask("query F($id: ID!) { return(id: $id) { returnShippingFees { amountSet { shopMoney { amount } } finalizedTaxAmountSet { shopMoney { amount } } } returnLineItems(first: 1) { nodes { ... on ReturnLineItem { restockingFee { id percentage amountSet { shopMoney { amount } } } } } } } }", { id: ret["id"] }))["return"] as Json;
    expect(fees["returnShippingFees"]).toEqual([{ amountSet: money("4.0"), finalizedTaxAmountSet: null }]);
    expect(fees["returnLineItems"]?.["nodes"]?.[0]?.["restockingFee"]).toMatchObject({ percentage: 15, amountSet: money("2.7") });
  });
});
