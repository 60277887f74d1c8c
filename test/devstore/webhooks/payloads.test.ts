import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at, fakeApp, mutate, SHOP, storeUnderTest, type FakeApp, type StoreUnderTest } from "../control/storeUnderTest.ts";
import { checkedDocument } from "../kernel/document.ts";
import { adminSchema } from "../kernel/schema.ts";
import { readAppToml } from "./appToml.ts";
import { departures } from "./payloadSchema.ts";
import { payloadMakers } from "./payloads/all.ts";
import { restAmount, restTime } from "./payloads/rest.ts";

let store: StoreUnderTest;
let app: FakeApp;

const ADDRESS = { firstName: "Ada", lastName: "Ng", address1: "1 Main St", address2: "Unit 2", city: "Ottawa", provinceCode: "ON", countryCode: "CA", zip: "K1A 0B1", phone: "+16135550100", company: "Ng Ltd" };
const money = (amount: string) => ({ shopMoney: { amount, currencyCode: "CAD" } });

beforeAll(async () => {
  app = await fakeApp();
  store = await storeUnderTest({ app: { appUrl: app.url } });
  await store.send("POST", "/__install", { shop: SHOP });
});
afterAll(async () => {
  await store.close();
  await app.close();
});

const run = (mutation: string, variables: object) => mutate(store, mutation, variables);

const checked = new Set<string>();

/** What was told of a topic since the last asking: the newest payload. */
async function told(topic: string): Promise<Record<string, unknown>> {
  const { body } = await store.send("GET", `/__webhooks?quiet=5000&topic=${topic}`);
  const done = body.done as { gaps: string[]; body: Record<string, unknown>; state: string }[];
  const last = done.at(-1);
  if (!last) throw new Error(`${topic} was not told`);
  expect(last.gaps).toEqual([]);
  expect(last.state).toBe("delivered");
  expect(departures(topic, last.body)).toEqual([]);
  checked.add(topic);
  return last.body;
}

const ids: Record<string, string> = {};

async function makeOrder(): Promise<void> {
  const customer = await run(`mutation ($input: CustomerInput!) { customerCreate(input: $input) { customer { id } userErrors { message } } }`,
    { input: { email: "ada@example.com", firstName: "Ada", lastName: "Ng", phone: "+16135550101", addresses: [ADDRESS] } });
  ids.customer = String(at(customer, "customer", "id"));
  const product = await run(`mutation { productCreate(product: { title: "Camera", vendor: "Lumen" }) { product { variants(first: 1) { nodes { id } } } userErrors { message } } }`, {});
  ids.variant = String(at(product, "product", "variants", "nodes", 0, "id"));
  const made = await run(`mutation ($order: OrderCreateOrderInput!) { orderCreate(order: $order) { order { id lineItems(first: 5) { nodes { id } } fulfillmentOrders(first: 5) { nodes { id } } } userErrors { message } } }`, {
    order: {
      currency: "CAD", email: "ada@example.com", phone: "+16135550101", customerId: ids.customer, billingAddress: ADDRESS, shippingAddress: ADDRESS, tags: ["b", "a"],
      lineItems: [{ variantId: ids.variant, title: "Camera", sku: "CAM-1", quantity: 2, priceSet: money("50.00"), taxLines: [{ title: "HST", rate: 0.13, priceSet: money("13.00") }], requiresShipping: true }],
      shippingLines: [{ title: "Standard", priceSet: money("7.50") }],
      transactions: [{ kind: "SALE", status: "SUCCESS", gateway: "manual", amountSet: money("120.50") }],
    },
  });
  ids.order = String(at(made, "order", "id"));
  ids.fulfillmentOrder = String(at(made, "order", "fulfillmentOrders", "nodes", 0, "id"));
  ids.line = String(at(made, "order", "lineItems", "nodes", 0, "id"));
}

async function fulfil(): Promise<void> {
  const made = await run(`mutation ($f: FulfillmentInput!) { fulfillmentCreate(fulfillment: $f) { fulfillment { id fulfillmentLineItems(first: 1) { nodes { id } } } userErrors { message } } }`, {
    f: { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: ids.fulfillmentOrder }], trackingInfo: { company: "UPS", number: "1Z999", url: "https://ups.example/1Z999" } },
  });
  ids.fulfillment = String(at(made, "fulfillment", "id"));
  ids.sentLine = String(at(made, "fulfillment", "fulfillmentLineItems", "nodes", 0, "id"));
}

describe("payloads", () => {
  it("are made by queries that the published schema allows", () => {
    const { schema } = adminSchema("2026-10");
    const wrong = Object.entries(payloadMakers).flatMap(([topic, { query }]) => (query === null ? [] : (checkedDocument(schema, query, null).errors ?? []).map((e) => `${topic}: ${e.message}`)));
    expect(wrong).toEqual([]);
  });

  it("of an order: as the schema says, with the order's own figures", async () => {
    await makeOrder();
    const payload = await told("orders/create");
    expect(payload).toMatchObject({
      admin_graphql_api_id: ids.order, email: "ada@example.com", financial_status: "paid", fulfillment_status: null, currency: "CAD", tags: "a, b",
      total_price: "120.50", subtotal_price: "100.00", total_tax: "13.00", total_line_items_price: "100.00",
      line_items: [{ sku: "CAM-1", quantity: 2, price: "50.00", fulfillable_quantity: 2 }], shipping_lines: [{ title: "Standard", price: "7.50" }],
      customer: { email: "ada@example.com" }, shipping_address: { city: "Ottawa", country_code: "CA" },
    });
  });

  it("of a fulfillment, its event, and the order that changed with them", async () => {
    await fulfil();
    expect(await told("fulfillments/create")).toMatchObject({ admin_graphql_api_id: ids.fulfillment, status: "success", tracking_number: "1Z999", line_items: [{ quantity: 2 }] });
    await run(`mutation ($e: FulfillmentEventInput!) { fulfillmentEventCreate(fulfillmentEvent: $e) { fulfillmentEvent { id } userErrors { message } } }`,
      { e: { fulfillmentId: ids.fulfillment, status: "DELIVERED", happenedAt: "2026-10-01T12:00:00Z", message: "Left at door", country: "CA" } });
    expect(await told("fulfillment_events/create")).toMatchObject({ status: "delivered", message: "Left at door" });
    expect(await told("orders/updated")).toMatchObject({ fulfillment_status: "fulfilled", fulfillments: [{ shipment_status: "delivered" }] });
  });

  it("of a return in each of its transitions", async () => {
    const request = (quantity: number) => run(`mutation ($input: ReturnRequestInput!) { returnRequest(input: $input) { return { id } userErrors { message } } }`,
      { input: { orderId: ids.order, returnLineItems: [{ fulfillmentLineItemId: ids.sentLine, quantity, returnReason: "UNWANTED", customerNote: "too dark" }] } });
    const first = String(at(await request(1), "return", "id"));
    expect(await told("returns/request")).toMatchObject({ admin_graphql_api_id: first, status: "requested", order: { admin_graphql_api_id: ids.order }, total_return_line_items: 1 });
    await run(`mutation ($input: ReturnDeclineRequestInput!) { returnDeclineRequest(input: $input) { return { id } userErrors { message } } }`,
      { input: { id: first, declineReason: "FINAL_SALE", declineNote: "Sold as final" } });
    expect(await told("returns/decline")).toMatchObject({ status: "declined", decline: { reason: "final_sale", note: "Sold as final" } });
    ids.return = String(at(await request(2), "return", "id"));
    await run(`mutation ($input: ReturnApproveRequestInput!) { returnApproveRequest(input: $input) { return { id } userErrors { message } } }`, { input: { id: ids.return } });
    expect(await told("returns/approve")).toMatchObject({ admin_graphql_api_id: ids.return, status: "open", total_return_line_items: 2 });
    await run(`mutation ($id: ID!) { returnClose(id: $id) { return { id } userErrors { message } } }`, { id: ids.return });
    expect(await told("returns/close")).toMatchObject({ status: "closed" });
    await run(`mutation ($id: ID!) { returnReopen(id: $id) { return { id } userErrors { message } } }`, { id: ids.return });
    expect(await told("returns/reopen")).toMatchObject({ status: "open" });
  });

  it("of reverse deliveries and dispositions", async () => {
    const { body } = await store.admin(`query ($id: ID!) { return(id: $id) { reverseFulfillmentOrders(first: 1) { nodes { id lineItems(first: 1) { nodes { id } } } } } locations(first: 1) { nodes { id } } }`, { id: ids.return });
    const order = at(body, "data", "return", "reverseFulfillmentOrders", "nodes", 0);
    await run(`mutation ($id: ID!, $t: ReverseDeliveryTrackingInput) { reverseDeliveryCreateWithShipping(reverseFulfillmentOrderId: $id, reverseDeliveryLineItems: [], trackingInput: $t) { reverseDelivery { id } userErrors { message } } }`,
      { id: at(order, "id"), t: { number: "RET1", url: "https://post.example/RET1" } });
    expect(await told("reverse_deliveries/attach_deliverable")).toMatchObject({ return: { admin_graphql_api_id: ids.return }, shipping_deliverable: { tracking: { tracking_number: "RET1" } } });
    await run(`mutation ($d: [ReverseFulfillmentOrderDisposeInput!]!) { reverseFulfillmentOrderDispose(dispositionInputs: $d) { userErrors { message } } }`,
      { d: [{ reverseFulfillmentOrderLineItemId: at(order, "lineItems", "nodes", 0, "id"), quantity: 1, locationId: at(body, "data", "locations", "nodes", 0, "id"), dispositionType: "NOT_RESTOCKED" }] });
    expect(await told("reverse_fulfillment_orders/dispose")).toMatchObject({ total_dispositions: 1, dispositions: [{ type: "not_restocked", quantity: 1 }] });
  });

  it("of what removeFromReturn takes away, and of a cancelled return", async () => {
    const { body } = await store.admin(`query ($id: ID!) { return(id: $id) { returnLineItems(first: 1) { nodes { id } } } }`, { id: ids.return });
    const line = at(body, "data", "return", "returnLineItems", "nodes", 0, "id");
    await run(`mutation ($id: ID!, $lines: [ReturnLineItemRemoveFromReturnInput!]) { removeFromReturn(returnId: $id, returnLineItems: $lines) { return { id } userErrors { message } } }`,
      { id: ids.return, lines: [{ returnLineItemId: line, quantity: 1 }] });
    expect(await told("returns/update")).toMatchObject({ admin_graphql_api_id: ids.return, return_line_items: { removals: [{ admin_graphql_api_id: line, delta: 1 }] } });
  });

  it("of a refund, whole and in the order", async () => {
    await run(`mutation ($input: RefundInput!) { refundCreate(input: $input) @idempotent(key: "payload-test-1") { refund { id } userErrors { message } } }`,
      { input: { orderId: ids.order, shipping: { amount: "7.50" }, note: "freight", transactions: [{ orderId: ids.order, kind: "REFUND", gateway: "manual", amount: "7.50", parentId: await saleOf(ids.order ?? "") }] } });
    expect(await told("refunds/create")).toMatchObject({ note: "freight", transactions: [{ kind: "refund", amount: "7.50" }] });
    expect(at(await told("orders/updated"), "refunds", 0, "note")).toBe("freight");
  });

  it("of a return that is processed, and of one that is cancelled", async () => {
    const { body } = await store.admin(`query ($id: ID!) { return(id: $id) { returnLineItems(first: 1) { nodes { id } } } }`, { id: ids.return });
    await run(`mutation ($input: ReturnProcessInput!) { returnProcess(input: $input) { return { id } userErrors { message } } }`,
      { input: { returnId: ids.return, returnLineItems: [{ id: at(body, "data", "return", "returnLineItems", "nodes", 0, "id"), quantity: 1 }] } });
    expect(await told("returns/process")).toEqual({});
    const made = await run(`mutation ($input: ReturnInput!) { returnCreate(returnInput: $input) { return { id } userErrors { message } } }`,
      { input: { orderId: ids.order, returnLineItems: [{ fulfillmentLineItemId: ids.sentLine, quantity: 1, returnReason: "OTHER", returnReasonNote: "later" }] } });
    const id = at(made, "return", "id");
    await run(`mutation ($id: ID!) { returnCancel(id: $id) { return { id } userErrors { message } } }`, { id });
    expect(await told("returns/cancel")).toMatchObject({ admin_graphql_api_id: id, status: "canceled" });
  });

  it("of an edited and of a cancelled order", async () => {
    const made = await run(`mutation ($order: OrderCreateOrderInput!) { orderCreate(order: $order) { order { id lineItems(first: 1) { nodes { id } } } userErrors { message } } }`, {
      order: { currency: "CAD", email: "ada@example.com", customerId: ids.customer, billingAddress: ADDRESS, shippingAddress: ADDRESS, lineItems: [{ variantId: ids.variant, quantity: 3, priceSet: money("10.00") }] },
    });
    const id = String(at(made, "order", "id"));
    const begun = await run(`mutation ($id: ID!) { orderEditBegin(id: $id) { calculatedOrder { id lineItems(first: 1) { nodes { id } } } userErrors { message } } }`, { id });
    const edit = at(begun, "calculatedOrder", "id");
    await run(`mutation ($id: ID!, $line: ID!) { orderEditSetQuantity(id: $id, lineItemId: $line, quantity: 1) { calculatedOrder { id } userErrors { message } } }`,
      { id: edit, line: at(begun, "calculatedOrder", "lineItems", "nodes", 0, "id") });
    await run(`mutation ($id: ID!) { orderEditCommit(id: $id, notifyCustomer: true, staffNote: "two too many") { order { id } userErrors { message } } }`, { id: edit });
    const numberOf = (gid: unknown): number => Number(String(gid).split("/").at(-1));
    expect(await told("orders/edited")).toMatchObject({
      order_edit: { order_id: numberOf(id), staff_note: "two too many", notify_customer: true, line_items: { additions: [], removals: [{ id: numberOf(at(made, "order", "lineItems", "nodes", 0, "id")), delta: 2 }] } },
    });
    await run(`mutation ($id: ID!) { orderCancel(orderId: $id, reason: CUSTOMER, refundMethod: { originalPaymentMethodsRefund: false }, restock: true) { job { id } userErrors { message } } }`, { id });
    expect(await told("orders/cancelled")).toMatchObject({ admin_graphql_api_id: id, cancel_reason: "customer", cancelled_at: expect.any(String) });
  });

  it("of a product, of privacy requests and of the shop", async () => {
    const made = await run(`mutation { productCreate(product: { title: "Lens", tags: ["b", "a"] }) { product { id } userErrors { message } } }`, {});
    await run(`mutation ($p: ProductUpdateInput!) { productUpdate(product: $p) { product { id } userErrors { message } } }`, { p: { id: at(made, "product", "id"), title: "Lens 2" } });
    expect(await told("products/update")).toMatchObject({ title: "Lens 2", status: "active", tags: "a, b", variants: [{ position: 1 }] });
    for (const topic of ["customers/redact", "customers/data_request"]) await store.send("POST", "/__tell", { shop: SHOP, topic, customer: "ada@example.com" });
    const number = Number(ids.order?.split("/").at(-1));
    expect(await told("customers/redact")).toMatchObject({ shop_domain: SHOP, customer: { email: "ada@example.com" }, orders_to_redact: expect.arrayContaining([number]) });
    expect(await told("customers/data_request")).toMatchObject({ orders_requested: expect.arrayContaining([number]) });
    await store.send("POST", "/__tell", { shop: SHOP, topic: "shop/redact" });
    expect(await told("shop/redact")).toMatchObject({ shop_domain: SHOP });
  });

  it("of the app's own changes; then all that it declares has been seen", async () => {
    await store.send("POST", "/__install", { shop: SHOP, scopes: ["read_orders"] });
    expect(await told("app/scopes_update")).toMatchObject({ current: ["read_orders"] });
    await run(`mutation ($f: FulfillmentTrackingInput!, $id: ID!) { fulfillmentTrackingInfoUpdate(fulfillmentId: $id, trackingInfoInput: $f) { fulfillment { id } userErrors { message } } }`,
      { id: ids.fulfillment, f: { company: "UPS", number: "1Z000", url: "https://ups.example/1Z000" } });
    expect(await told("fulfillments/update")).toMatchObject({ tracking_number: "1Z000", shipment_status: "delivered" });
    await store.send("POST", "/__uninstall", { shop: SHOP });
    expect(await told("app/uninstalled")).toMatchObject({ myshopify_domain: SHOP, currency: "CAD" });
    const { subscriptions } = readAppToml(new URL("../../../shopify.app.toml", import.meta.url));
    expect(subscriptions.map((s) => s.topic).filter((topic) => !checked.has(topic))).toEqual([]);
  });
});

async function saleOf(order: string): Promise<unknown> {
  return at((await store.admin("query ($id: ID!) { order(id: $id) { transactions { id } } }", { id: order })).body, "data", "order", "transactions", 0, "id");
}

describe("REST forms", () => {
  it("amounts have the places of their currency", () => {
    expect(["CAD", "JPY", "KWD"].map((currencyCode) => restAmount({ amount: "7.5", currencyCode }))).toEqual(["7.50", "8", "7.500"]);
  });

  it("times have the shop's offset of that day", () => {
    expect(restTime("2026-01-15T12:00:00Z", "America/Toronto")).toBe("2026-01-15T07:00:00-05:00");
    expect(restTime("2026-07-15T12:00:00Z", "America/Toronto")).toBe("2026-07-15T08:00:00-04:00");
    expect(restTime("2026-07-15T12:00:00Z", "UTC")).toBe("2026-07-15T12:00:00+00:00");
    expect(restTime("2026-07-15T20:00:00Z", "Asia/Kolkata")).toBe("2026-07-16T01:30:00+05:30");
    expect(restTime(null, "UTC")).toBeNull();
  });
});
