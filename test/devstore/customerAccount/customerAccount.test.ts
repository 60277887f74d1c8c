import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse, validate } from "graphql";
import "@shopify/shopify-api/adapters/node";
import { ApiVersion, LogSeverity, shopifyApi } from "@shopify/shopify-api";
import { at, mutate, SHOP, storeUnderTest, type Sent, type StoreUnderTest } from "../control/storeUnderTest.ts";
import { published } from "../kernel/schema.ts";
import { LOCAL_SECRET } from "../oauth/appSettings.ts";
import { spread } from "./returnFields.ts";

let store: StoreUnderTest;
const ids: Record<string, string> = {};

const ADDRESS = { firstName: "Ada", lastName: "Ng", address1: "1 Main St", city: "Ottawa", provinceCode: "ON", countryCode: "CA", zip: "K1A 0B1", phone: "+16135550100" };
const money = (amount: string) => ({ shopMoney: { amount, currencyCode: "CAD" }, presentmentMoney: { amount: String(Number(amount) * 2), currencyCode: "USD" } });

const run = (mutation: string, variables: object) => mutate(store, mutation, variables);

const customer = async (email: string): Promise<string> =>
  String(at(await run(`mutation ($input: CustomerInput!) { customerCreate(input: $input) { customer { id } userErrors { message } } }`,
    { input: { email, firstName: "Ada", lastName: "Ng", addresses: [ADDRESS] } }), "customer", "id"));

async function order(customerId: string): Promise<{ id: string; fulfillmentOrder: string }> {
  const made = await run(`mutation ($order: OrderCreateOrderInput!) { orderCreate(order: $order) { order { id fulfillmentOrders(first: 1) { nodes { id } } } userErrors { message } } }`, {
    order: {
      currency: "CAD", presentmentCurrency: "USD", email: "ada@example.com", customerId, shippingAddress: ADDRESS,
      lineItems: [{ title: "Camera", quantity: 3, priceSet: money("50.00"), requiresShipping: true }, { title: "Cable", quantity: 1, priceSet: money("5.00"), requiresShipping: true }],
      transactions: [{ kind: "SALE", status: "SUCCESS", gateway: "manual", amountSet: money("155.00") }],
    },
  });
  return { id: String(at(made, "order", "id")), fulfillmentOrder: String(at(made, "order", "fulfillmentOrders", "nodes", 0, "id")) };
}

async function fulfil(fulfillmentOrder: string, quantity: number): Promise<void> {
  const { body } = await store.admin(`query ($id: ID!) { fulfillmentOrder(id: $id) { lineItems(first: 5) { nodes { id } } } }`, { id: fulfillmentOrder });
  const line = at(body, "data", "fulfillmentOrder", "lineItems", "nodes", 0, "id");
  const made = await run(`mutation ($f: FulfillmentInput!) { fulfillmentCreate(fulfillment: $f) { fulfillment { id } userErrors { message } } }`,
    { f: { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: fulfillmentOrder, fulfillmentOrderLineItems: [{ id: line, quantity }] }], trackingInfo: { company: "UPS", number: "1Z9" } } });
  await run(`mutation ($e: FulfillmentEventInput!) { fulfillmentEventCreate(fulfillmentEvent: $e) { fulfillmentEvent { id } userErrors { message } } }`,
    { e: { fulfillmentId: at(made, "fulfillment", "id"), status: "DELIVERED", happenedAt: "2026-10-01T12:00:00Z" } });
}

async function ask(query: string, variables: object = {}, who = "ada@example.com"): Promise<Sent> {
  expect(validate(published("customer_2026-10").schema, parse(query))).toEqual([]);
  const { body } = await store.send("POST", "/__mint", { shop: SHOP, for: "customerApi", customer: who });
  return store.send("POST", `/${SHOP}/customer/api/2026-10/graphql`, { query, variables }, { authorization: String(body.token) });
}

beforeAll(async () => {
  store = await storeUnderTest();
  ids.ada = await customer("ada@example.com");
  ids.bob = await customer("bob@example.com");
  const first = await order(ids.ada);
  ids.order = first.id;
  ids.other = (await order(ids.bob)).id;
  await fulfil(first.fulfillmentOrder, 1);
  await fulfil(first.fulfillmentOrder, 1);
});
afterAll(() => store.close());

const RETURNABLE = `query ($id: ID!) { order(id: $id) { returnInformation {
  returnableLineItems(first: 9) { nodes { quantity lineItem { id name } } }
  nonReturnableLineItems(first: 9) { nodes { quantity lineItem { name } quantityDetails { quantity reasonCode } } }
  nonReturnableSummary { nonReturnableReasons } hasRestockingFee returnFees { title } } } }`;

const REQUEST = `mutation ($orderId: ID!, $lines: [RequestedLineItemInput!]!) { orderRequestReturn(orderId: $orderId, requestedLineItems: $lines) {
  return { id name status returnLineItems(first: 9) { nodes { quantity returnReason lineItem { id name } } } } userErrors { field message code } } }`;

describe("reading", () => {
  it("a customer sees themselves and their own orders, in the currency they paid in", async () => {
    const { body } = await ask(`{ customer { id firstName emailAddress { emailAddress } orders(first: 10) { nodes { id name currencyCode totalPrice { amount currencyCode } subtotal { amount }
      financialStatus fulfillmentStatus lineItems(first: 5) { nodes { name quantity price { amount currencyCode } totalPrice { amount } } } } } } shop { name } }`);
    expect(body.errors).toBeUndefined();
    expect(at(body, "data", "customer")).toMatchObject({
      id: ids.ada, firstName: "Ada", emailAddress: { emailAddress: "ada@example.com" },
      orders: { nodes: [{ id: ids.order, currencyCode: "USD", totalPrice: { amount: "310.0", currencyCode: "USD" }, financialStatus: "PAID", fulfillmentStatus: "PARTIALLY_FULFILLED",
        lineItems: { nodes: [{ name: "Camera", quantity: 3, price: { amount: "100.0", currencyCode: "USD" } }, { name: "Cable", quantity: 1 }] } }] },
    });
    expect(at(body, "data", "customer", "orders", "nodes")).toHaveLength(1);
  });

  it("another's order does not exist", async () => {
    expect((await ask("query ($id: ID!) { order(id: $id) { name } }", { id: ids.other })).body.data).toEqual({ order: null });
    expect(at((await ask("query ($id: ID!) { order(id: $id) { name } }", { id: ids.other }, "bob@example.com")).body, "data", "order", "name")).toBeTruthy();
  });

  it("fulfillments carry lines, tracking and events", async () => {
    const { body } = await ask(`query ($id: ID!) { order(id: $id) { shippingAddress { city zoneCode territoryCode } fulfillments(first: 5) { nodes { status latestShipmentStatus
      trackingInformation { company number } events(first: 5) { nodes { status happenedAt } } fulfillmentLineItems(first: 5) { nodes { quantity lineItem { name } } } } } } }`, { id: ids.order });
    expect(body.errors).toBeUndefined();
    expect(at(body, "data", "order", "fulfillments", "nodes")).toHaveLength(2);
    expect(at(body, "data", "order", "fulfillments", "nodes", 0)).toMatchObject({
      status: "SUCCESS", latestShipmentStatus: "DELIVERED", trackingInformation: [{ company: "UPS", number: "1Z9" }],
      events: { nodes: [{ status: "DELIVERED", happenedAt: "2026-10-01T12:00:00Z" }] }, fulfillmentLineItems: { nodes: [{ quantity: 1, lineItem: { name: "Camera" } }] },
    });
    expect(at(body, "data", "order", "shippingAddress")).toEqual({ city: "Ottawa", zoneCode: "ON", territoryCode: "CA" });
  });

  it("lines offer the reasons for a return; payments and metafields are there as the admin has them", async () => {
    await run(`mutation ($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { metafields { id } userErrors { message } } }`,
      { m: [{ ownerId: ids.order, namespace: "warranty", key: "until", type: "date", value: "2027-10-01" }] });
    const { body } = await ask(`query ($id: ID!) { order(id: $id) { lineItems(first: 1) { nodes { suggestedReturnReasonDefinitions(first: 2) { nodes { handle name } pageInfo { hasNextPage } } } }
      transactions { kind status transactionAmount { presentmentMoney { amount currencyCode } shopMoney { amount } } }
      metafield(namespace: "warranty", key: "until") { value type } metafields(identifiers: [{ namespace: "warranty", key: "gone" }, { namespace: "warranty", key: "until" }]) { value } } }`, { id: ids.order });
    expect(body.errors).toBeUndefined();
    expect(at(body, "data", "order")).toEqual({
      lineItems: { nodes: [{ suggestedReturnReasonDefinitions: { nodes: [{ handle: "unknown", name: "Unknown" }, { handle: "changed-my-mind", name: "Changed my mind" }], pageInfo: { hasNextPage: true } } }] },
      transactions: [{ kind: "SALE", status: "SUCCESS", transactionAmount: { presentmentMoney: { amount: "310.0", currencyCode: "USD" }, shopMoney: { amount: "155.0" } } }],
      metafield: { value: "2027-10-01", type: "date" }, metafields: [null, { value: "2027-10-01" }],
    });
  });

  it("without a token, with a wrong one, or with one that ran out, nothing is told", async () => {
    const call = (authorization?: string) => store.send("POST", `/${SHOP}/customer/api/2026-10/graphql`, { query: "{ shop { name } }" }, authorization === undefined ? {} : { authorization });
    expect([(await call()).status, (await call("shcat_wrong")).status]).toEqual([401, 401]);
    const token = String((await store.send("POST", "/__mint", { shop: SHOP, for: "customerApi", customer: ids.ada })).body.token);
    expect((await call(token)).status).toBe(200);
    await store.send("POST", "/__clock", { jump: "PT61M" });
    expect((await call(token)).status).toBe(401);
    await store.send("POST", "/__clock", { real: true });
  });

  it("what is not played fails by its name, what the schema has not is refused", async () => {
    const { body } = await ask("{ customer { subscriptionContracts(first: 1) { nodes { id } } } }");
    expect(at(body, "errors", 0, "message")).toBe("not modelled: Customer Account API Customer.subscriptionContracts");
    const { body: token } = await store.send("POST", "/__mint", { shop: SHOP, for: "customerApi", customer: ids.ada });
    const wrong = await store.send("POST", `/${SHOP}/customer/api/2026-10/graphql`, { query: "{ customer { nothing } }" }, { authorization: String(token.token) });
    expect(String(at(wrong.body, "errors", 0, "message"))).toContain("nothing");
  });
});

describe("asking for a return", () => {
  it("what was sent may come back, what was not may not, and says why", async () => {
    const { body } = await ask(RETURNABLE, { id: ids.order });
    expect(at(body, "data", "order", "returnInformation")).toEqual({
      returnableLineItems: { nodes: [{ quantity: 2, lineItem: { id: expect.any(String), name: "Camera" } }] },
      nonReturnableLineItems: { nodes: [
        { quantity: 1, lineItem: { name: "Camera" }, quantityDetails: [{ quantity: 1, reasonCode: "UNFULFILLED" }] },
        { quantity: 1, lineItem: { name: "Cable" }, quantityDetails: [{ quantity: 1, reasonCode: "UNFULFILLED" }] },
      ] },
      nonReturnableSummary: { nonReturnableReasons: ["UNFULFILLED"] }, hasRestockingFee: false, returnFees: [],
    });
    ids.line = String(at(body, "data", "order", "returnInformation", "returnableLineItems", "nodes", 0, "lineItem", "id"));
  });

  it("a request over two shipments becomes one return, seen by the admin and by the customer", async () => {
    const { body } = await ask(REQUEST, { orderId: ids.order, lines: [{ lineItemId: ids.line, quantity: 2, returnReason: "DEFECTIVE", customerNote: "dead pixel" }] });
    expect(body.errors).toBeUndefined();
    const made = at(body, "data", "orderRequestReturn");
    expect(made).toMatchObject({ userErrors: [], return: { status: "REQUESTED", returnLineItems: { nodes: [{ quantity: 1, returnReason: "DEFECTIVE", lineItem: { id: ids.line } }, { quantity: 1 }] } } });
    const admin = await store.admin("query ($id: ID!) { return(id: $id) { status totalQuantity returnLineItems(first: 5) { nodes { ... on ReturnLineItem { customerNote } } } } }", { id: at(made, "return", "id") });
    expect(at(admin.body, "data", "return")).toMatchObject({ status: "REQUESTED", totalQuantity: 2, returnLineItems: { nodes: [{ customerNote: "dead pixel" }, { customerNote: "dead pixel" }] } });
    const after = await ask(RETURNABLE, { id: ids.order });
    expect(at(after.body, "data", "order", "returnInformation", "returnableLineItems", "nodes")).toEqual([]);
    expect(at(after.body, "data", "order", "returnInformation", "nonReturnableSummary")).toEqual({ nonReturnableReasons: ["UNFULFILLED", "RETURNED"] });
  });

  it("more than there is, unknown lines and another's order are refused, and nothing is made", async () => {
    const again = await ask(REQUEST, { orderId: ids.order, lines: [{ lineItemId: ids.line, quantity: 1, returnReason: "OTHER" }] });
    expect(at(again.body, "data", "orderRequestReturn", "return")).toBeNull();
    expect(at(again.body, "data", "orderRequestReturn", "userErrors", 0, "code")).toBe("INVALID");
    const foreign = await ask(REQUEST, { orderId: ids.other, lines: [{ lineItemId: ids.line, quantity: 1, returnReason: "OTHER" }] });
    expect(at(foreign.body, "data", "orderRequestReturn", "userErrors", 0, "code")).toBe("NOT_FOUND");
    const { body } = await ask("query ($id: ID!) { order(id: $id) { returns(first: 9) { nodes { name status } } } }", { id: ids.order });
    expect(at(body, "data", "order", "returns", "nodes")).toHaveLength(1);
  });

  it("a line is spread over its shipments in order; too much stays on the last", () => {
    const from = [{ fulfillmentLineItem: "a", lineItem: "x", quantity: 1 }, { fulfillmentLineItem: "b", lineItem: "y", quantity: 5 }, { fulfillmentLineItem: "c", lineItem: "x", quantity: 2 }];
    expect(spread({ lineItemId: "x", quantity: 2 }, from)).toEqual([{ fulfillmentLineItemId: "a", quantity: 1 }, { fulfillmentLineItemId: "c", quantity: 1 }]);
    expect(spread({ lineItemId: "x", quantity: 9 }, from)).toEqual([{ fulfillmentLineItemId: "a", quantity: 1 }, { fulfillmentLineItemId: "c", quantity: 8 }]);
    expect(spread({ lineItemId: "z", quantity: 1 }, from)).toEqual([]);
  });
});

describe("a customer's session token", () => {
  const shopify = shopifyApi({ apiKey: "recourse-local", apiSecretKey: LOCAL_SECRET, hostName: "localhost", apiVersion: ApiVersion.October26, isEmbeddedApp: true, logger: { level: LogSeverity.Error } });
  const mint = async (body: object) => shopify.session.decodeSessionToken(String((await store.send("POST", "/__mint", { shop: SHOP, for: "customer", ...body })).body.token));

  it("is read by Shopify's library, and names shop and customer", async () => {
    const claims = await mint({ customer: "ada@example.com" });
    expect(claims).toMatchObject({ dest: SHOP, aud: "recourse-local", sub: ids.ada });
    expect(claims.exp - claims.iat).toBe(300);
    expect(claims.iss).toBeUndefined();
  });

  it("of a visitor has no customer; of nobody known it is refused", async () => {
    expect((await mint({ customer: null })).sub).toBeUndefined();
    expect((await store.send("POST", "/__mint", { shop: SHOP, for: "customer", customer: "nobody@example.com" })).status).toBe(400);
  });
});
