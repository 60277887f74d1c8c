import { beforeEach, describe, expect, it } from "vitest";
import { CREATE, ordersUnderTest, paid, RETURN, shipAll, simpleOrder, type Json, type OrdersUnderTest } from "./ordersUnderTest.ts";

let store: OrdersUnderTest;
beforeEach(() => {
  store = ordersUnderTest("CAD");
});

const CAD = (amount: string) => ({ amount, currencyCode: "CAD" });
const place = async (...args: Parameters<typeof simpleOrder>): Promise<Json> => (await store.make(CREATE, simpleOrder(...args)))["order"] as Json;
const shopAmount = (json: Json | undefined): string => String(json?.["shopMoney"]?.["amount"]);
const names = (nodes: Json | undefined): unknown[] => (nodes as unknown as Json[]).map((n) => n["name"]);

/** A tracked variant with stock at the shop's location. */
async function stocked(available: number, price = "12.00"): Promise<{ variantId: string; available: () => number; committed: () => number }> {
  const { product } = await store.make("mutation P($product: ProductCreateInput!) { productCreate(product: $product) { product { id variants(first: 1) { nodes { id } } } userErrors { field message } } }", { product: { title: "Camera" } }) as unknown as { product: Json };
  const variantId = String(product["variants"]?.["nodes"]?.[0]?.["id"]);
  await store.make("mutation V($productId: ID!, $variants: [ProductVariantsBulkInput!]!) { productVariantsBulkUpdate(productId: $productId, variants: $variants) { productVariants { id } userErrors { field message } } }", { productId: product["id"], variants: [{ id: variantId, price, inventoryItem: { tracked: true, sku: "CAM-1" } }] });
  const item = [...store.shop.inventoryItems.values()].find((i) => i.variantId === variantId);
  const level = [...store.shop.inventoryLevels.values()].find((l) => l.itemId === item?.id);
  if (!level) throw new Error("no stock level");
  level.quantities.available = available;
  return { variantId, available: () => level.quantities.available, committed: () => level.quantities.committed };
}

describe("orders are found", () => {
  beforeEach(async () => {
    for (const [i, price] of ["30.00", "10.00", "20.00"].entries()) {
      await place("CAD", [{ price, quantity: i + 1 }], { email: `p${i}@example.com`, tags: [`t${i}`, "all"], ...(i === 1 ? { customer: { toUpsert: { email: "p1@example.com", firstName: "Marcus", lastName: "Ramirez" } } } : {}), processedAt: `2025-0${3 - i}-01T10:00:00Z`, ...(i === 0 ? { transactions: [paid("30.00", "CAD")] } : {}), ...(i === 2 ? { sourceName: "amazon" } : {}) });
    }
  });
  const found = async (query: string, more = ""): Promise<unknown[]> => names((await store.ask(`query F($query: String) { orders(first: 10, query: $query ${more}) { nodes { name } } }`, { query }))["orders"]?.["nodes"]);

  it.each([
    ["", ["#1003", "#1002", "#1001"]],
    ["name:#1002", ["#1002"]],
    ["name:1002", ["#1002"]],
    ["tag:t2", ["#1003"]],
    ["tag:all -tag:t2", ["#1002", "#1001"]],
    ["tag_not:t0", ["#1003", "#1002"]],
    ["email:P1@example.com", ["#1002"]],
    ["ramirez", ["#1002"]],
    ["Marcus Ramirez", ["#1002"]],
    ["financial_status:paid", ["#1001"]],
    ["-financial_status:paid", ["#1003", "#1002"]],
    ["fulfillment_status:unshipped", ["#1003", "#1002", "#1001"]],
    ["processed_at:>2025-01-15", ["#1002", "#1001"]],
    ["processed_at:2025-02-01", ["#1002"]],
    ["total_price:>=30", ["#1003", "#1001"]],
    ["source_name:amazon OR name:#1001", ["#1003", "#1001"]],
    ["return_status:no_return status:open", ["#1003", "#1002", "#1001"]],
    ["status:cancelled", []],
  ])("%s", async (query, expected) => {
    expect(await found(query)).toEqual(expected);
  });

  it("and sorted by each key, both ways", async () => {
    expect(await found("", ", sortKey: TOTAL_PRICE")).toEqual(["#1002", "#1001", "#1003"]);
    expect(await found("", ", sortKey: CREATED_AT, reverse: true")).toEqual(["#1003", "#1002", "#1001"]);
    expect(await found("", ", sortKey: ORDER_NUMBER")).toEqual(["#1001", "#1002", "#1003"]);
  });

  it("page by page, and counted", async () => {
    const page = async (after: unknown) => (await store.ask("query F($after: String) { orders(first: 2, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } } }", { after }))["orders"] as Json;
    const first = await page(null);
    expect(names(first["nodes"])).toEqual(["#1003", "#1002"]);
    expect(names((await page(first["pageInfo"]?.["endCursor"]))["nodes"])).toEqual(["#1001"]);
    expect((await store.ask("{ all: ordersCount { count precision } some: ordersCount(limit: 2) { count precision } }"))).toEqual({ all: { count: 3, precision: "EXACT" }, some: { count: 2, precision: "AT_LEAST" } });
  });

  it("and gone when deleted", async () => {
    const id = [...store.shop.orders.keys()][0];
    const remove = () => store.errorsOf("mutation D($id: ID!) { orderDelete(orderId: $id) { deletedId userErrors { field message code } } }", { id });
    expect(await remove()).toEqual([]);
    expect(await remove()).toEqual([{ field: ["orderId"], message: "Order does not exist", code: "NOT_FOUND" }]);
    expect(await found("")).toEqual(["#1003", "#1002"]);
  });
});

describe("an order that cannot be", () => {
  const line = { title: "X", quantity: 1, priceSet: { shopMoney: CAD("1.00") } };
  const tax = { title: "T", rate: 0.1, priceSet: { shopMoney: CAD("0.10") } };
  it.each([
    ["without lines", { lineItems: [] }, { field: ["order", "lineItems"], code: "INVALID" }],
    ["with taxes here and there", { lineItems: [{ ...line, taxLines: [tax] }], taxLines: [tax] }, { field: ["order", "taxLines"], message: "Tax lines must be associated with either order or line item but not both", code: "INVALID" }],
    ["from the future", { lineItems: [line], processedAt: "2999-01-01T00:00:00Z" }, { field: ["order", "processedAt"], code: "PROCESSED_AT_INVALID" }],
    ["of two customers", { lineItems: [line], customerId: "gid://shopify/Customer/1", customer: { toAssociate: { email: "a@example.com" } } }, { code: "REDUNDANT_CUSTOMER_FIELDS" }],
    ["of an unknown customer", { lineItems: [line], customerId: "gid://shopify/Customer/1" }, { field: ["order", "customerId"], code: "INVALID" }],
    ["of no units", { lineItems: [{ ...line, quantity: 0 }] }, { field: ["order", "lineItems", "0", "quantity"], code: "INVALID" }],
  ])("%s", async (_name, order, error) => {
    expect(await store.errorsOf(CREATE, { order })).toMatchObject([error]);
    expect(store.shop.orders.size).toBe(0);
  });

  it("but taxes of the whole order are, spread over what is taxed", async () => {
    const made = (await store.make(CREATE, { order: { lineItems: [{ ...line, priceSet: { shopMoney: CAD("2.00") } }, { ...line, taxable: false }, line], taxLines: [{ ...tax, priceSet: { shopMoney: CAD("0.31") } }] } }))["order"] as Json;
    const read = (await store.ask("query T($id: ID!) { order(id: $id) { totalTaxSet { shopMoney { amount } } taxLines { title priceSet { shopMoney { amount } } } lineItems(first: 3) { nodes { taxLines { priceSet { shopMoney { amount } } } } } } }", { id: made["id"] }))["order"] as Json;
    expect(shopAmount(read["totalTaxSet"])).toBe("0.31");
    expect((read["lineItems"]?.["nodes"] as unknown as Json[]).map((l) => shopAmount(l["taxLines"]?.[0]?.["priceSet"]))).toEqual(["0.21", "undefined", "0.1"]);
  });
});

describe("stock", () => {
  const READ = "query I($id: ID!) { order(id: $id) { lineItems(first: 1) { nodes { title sku variant { id } } } fulfillmentOrders(first: 3) { nodes { status } } } }";
  const order = (variantId: string, quantity: number, inventoryBehaviour = "DECREMENT_IGNORING_POLICY") => ({ order: { currency: "CAD", lineItems: [{ variantId, quantity, requiresShipping: true }] }, options: { inventoryBehaviour } });

  it("is claimed, shipped and put back where an order says so", async () => {
    const { variantId, available, committed } = await stocked(10);
    const made = (await store.make(CREATE, order(variantId, 3)))["order"] as Json;
    expect([available(), committed()]).toEqual([7, 3]);
    expect((await store.ask(READ, { id: made["id"] }))["order"]?.["lineItems"]?.["nodes"]?.[0]).toEqual({ title: "Camera", sku: "CAM-1", variant: { id: variantId } });
    const [line] = await shipAll(store, made);
    expect([available(), committed()]).toEqual([7, 0]);
    const { return: ret } = await store.make(RETURN, { returnInput: { orderId: made["id"], returnLineItems: [{ fulfillmentLineItemId: line, quantity: 2, returnReason: "OTHER" }] } }) as unknown as { return: Json };
    const reverse = (await store.ask("query R($id: ID!) { return(id: $id) { reverseFulfillmentOrders(first: 1) { nodes { id lineItems(first: 1) { nodes { id } } } } } }", { id: ret["id"] }))["return"]?.["reverseFulfillmentOrders"]?.["nodes"]?.[0] as Json;
    const locationId = [...store.shop.locations.keys()][0];
    const dispose = (quantity: number, dispositionType: string) => store.errorsOf("mutation D($inputs: [ReverseFulfillmentOrderDisposeInput!]!) { reverseFulfillmentOrderDispose(dispositionInputs: $inputs) { reverseFulfillmentOrderLineItems { id } userErrors { field message code } } }", {
      inputs: [{ reverseFulfillmentOrderLineItemId: reverse["lineItems"]?.["nodes"]?.[0]?.["id"], quantity, dispositionType, locationId }],
    });
    expect(await dispose(1, "RESTOCKED")).toEqual([]);
    expect(await dispose(2, "NOT_RESTOCKED")).toHaveLength(1);
    expect(await dispose(1, "NOT_RESTOCKED")).toEqual([]);
    expect(available()).toBe(8);
    const after = await store.ask("query A($id: ID!, $order: ID!) { reverseFulfillmentOrder(id: $id) { status } order(id: $order) { returnStatus } }", { id: reverse["id"], order: made["id"] });
    expect(after).toEqual({ reverseFulfillmentOrder: { status: "CLOSED" }, order: { returnStatus: "INSPECTION_COMPLETE" } });
  });

  it("that is not there cannot be claimed by the rules, and is not touched at all when bypassed", async () => {
    const { variantId, available } = await stocked(1);
    expect((await store.errorsOf(CREATE, order(variantId, 2, "DECREMENT_OBEYING_POLICY")))[0]).toMatchObject({ code: "INVENTORY_CLAIM_FAILED" });
    await store.make(CREATE, order(variantId, 2, "BYPASS"));
    expect(available()).toBe(1);
  });
});

describe("an edit", () => {
  const begin = async (id: unknown) => (await store.make("mutation B($id: ID!) { orderEditBegin(id: $id) { calculatedOrder { id lineItems(first: 5) { nodes { id } } } userErrors { field message } } }", { id }))["calculatedOrder"] as Json;
  const commit = (id: unknown) => store.make("mutation K($id: ID!) { orderEditCommit(id: $id) { order { id } successMessages userErrors { field message } } }", { id });
  const READ = "query E($id: ID!) { order(id: $id) { edited currentTotalPriceSet { shopMoney { amount } } totalPriceSet { shopMoney { amount } } originalTotalPriceSet { shopMoney { amount } } totalOutstandingSet { shopMoney { amount } } displayFinancialStatus lineItems(first: 5) { nodes { title quantity currentQuantity unfulfilledQuantity taxLines { priceSet { shopMoney { amount } } } } } } }";

  it("adds a variant, more units and a discount; nothing of it counts before it is committed", async () => {
    const order = await place("CAD", [{ price: "10.00", quantity: 2, tax: "2.00" }], { transactions: [paid("22.00", "CAD")] });
    const { variantId } = await stocked(5);
    const calculated = await begin(order["id"]);
    await store.make("mutation A($id: ID!, $variantId: ID!) { orderEditAddVariant(id: $id, variantId: $variantId, quantity: 2) { calculatedLineItem { id title quantity } userErrors { field message } } }", { id: calculated["id"], variantId });
    await store.make("mutation Q($id: ID!, $line: ID!) { orderEditSetQuantity(id: $id, lineItemId: $line, quantity: 3) { calculatedOrder { totalPriceSet { shopMoney { amount } } } userErrors { field message } } }", { id: calculated["id"], line: calculated["lineItems"]?.["nodes"]?.[0]?.["id"] });
    const answer = await store.make("mutation D($id: ID!, $line: ID!) { orderEditAddLineItemDiscount(id: $id, lineItemId: $line, discount: { percentValue: 50, description: \"half\" }) { calculatedOrder { totalPriceSet { shopMoney { amount } } stagedChanges(first: 5) { nodes { __typename } } } userErrors { field message } } }", { id: calculated["id"], line: calculated["lineItems"]?.["nodes"]?.[0]?.["id"] });
    expect(shopAmount(answer["calculatedOrder"]?.["totalPriceSet"])).toBe("40.5");
    expect((answer["calculatedOrder"]?.["stagedChanges"]?.["nodes"] as unknown as Json[]).map((c) => c["__typename"])).toEqual(["OrderStagedChangeAddVariant", "OrderStagedChangeIncrementItem", "OrderStagedChangeAddLineItemDiscount"]);
    expect(shopAmount((await store.ask(READ, { id: order["id"] }))["order"]?.["currentTotalPriceSet"])).toBe("22.0");
    await commit(calculated["id"]);
    const read = (await store.ask(READ, { id: order["id"] }))["order"] as Json;
    expect(read).toMatchObject({ edited: true, displayFinancialStatus: "PARTIALLY_PAID", originalTotalPriceSet: { shopMoney: { amount: "22.0" } }, totalOutstandingSet: { shopMoney: { amount: "18.5" } } });
    expect(read["lineItems"]?.["nodes"]).toMatchObject([{ quantity: 3, currentQuantity: 3, unfulfilledQuantity: 3, taxLines: [{ priceSet: { shopMoney: { amount: "1.5" } } }] }, { title: "Camera", currentQuantity: 2, unfulfilledQuantity: 2 }]);
    expect(store.told.find((t) => t.topic === "orders/edited")?.detail).toMatchObject({ additions: [{ delta: 1 }, { delta: 2 }], removals: [] });
  });

  it("cannot take away what is shipped, nor be committed twice", async () => {
    const order = await place("CAD", [{ price: "10.00", quantity: 2 }]);
    await shipAll(store, order);
    const calculated = await begin(order["id"]);
    expect(await store.errorsOf("mutation Q($id: ID!, $line: ID!) { orderEditSetQuantity(id: $id, lineItemId: $line, quantity: 1) { calculatedOrder { id } userErrors { field message } } }", { id: calculated["id"], line: calculated["lineItems"]?.["nodes"]?.[0]?.["id"] })).toHaveLength(1);
    await commit(calculated["id"]);
    await expect(commit(calculated["id"])).rejects.toThrow("does not exist");
  });

  it("does not undo what happened to the order meanwhile", async () => {
    const order = await place("CAD", [{ price: "10.00", quantity: 2 }], { transactions: [paid("20.00", "CAD")] });
    const calculated = await begin(order["id"]);
    await store.make("mutation R($input: RefundInput!) { refundCreate(input: $input) @idempotent(key: \"e\") { refund { id } order { id } userErrors { field message } } }", { input: { orderId: order["id"], refundLineItems: [{ lineItemId: order["lineItems"]?.["nodes"]?.[0]?.["id"], quantity: 1 }], transactions: [{ orderId: order["id"], parentId: order["transactions"]?.[0]?.["id"], kind: "REFUND", gateway: "manual", amount: "10.00" }] } });
    await expect(commit(calculated["id"])).rejects.toThrow("has changed");
    expect(shopAmount((await store.ask(READ, { id: order["id"] }))["order"]?.["currentTotalPriceSet"])).toBe("10.0");
  });

  it("a discount can be changed and withdrawn before it is committed", async () => {
    const order = await place("CAD", [{ price: "10.00", quantity: 2, tax: "2.00" }]);
    const calculated = await begin(order["id"]);
    const line = calculated["lineItems"]?.["nodes"]?.[0]?.["id"];
    const total = (answer: Json) => shopAmount(answer["calculatedOrder"]?.["totalPriceSet"]);
    const fields = "calculatedOrder { totalPriceSet { shopMoney { amount } } }";
    const added = await store.make(`mutation D($id: ID!, $line: ID!, $off: MoneyInput) { orderEditAddLineItemDiscount(id: $id, lineItemId: $line, discount: { fixedValue: $off }) { ${fields} calculatedLineItem { calculatedDiscountAllocations { discountApplication { id } } } userErrors { field message } } }`, { id: calculated["id"], line, off: CAD("2.50") });
    const application = added["calculatedLineItem"]?.["calculatedDiscountAllocations"]?.[0]?.["discountApplication"]?.["id"];
    expect(total(added)).toBe("16.5");
    expect(total(await store.make(`mutation U($id: ID!, $d: ID!) { orderEditUpdateDiscount(id: $id, discountApplicationId: $d, discount: { percentValue: 10 }) { ${fields} userErrors { field message } } }`, { id: calculated["id"], d: application }))).toBe("19.8");
    expect(total(await store.make(`mutation W($id: ID!, $d: ID!) { orderEditRemoveDiscount(id: $id, discountApplicationId: $d) { ${fields} userErrors { field message } } }`, { id: calculated["id"], d: application }))).toBe("22.0");
  });
});

describe("shipping of an edited order", () => {
  it("is added, changed, withdrawn, and counts when it is committed", async () => {
    const order = await place("CAD", [{ price: "10.00", quantity: 1 }]);
    const fields = "calculatedOrder { id totalPriceSet { shopMoney { amount } } shippingLines { id title stagedStatus price { shopMoney { amount } } } }";
    const { calculatedOrder } = await store.make(`mutation B($id: ID!) { orderEditBegin(id: $id) { ${fields} userErrors { field message } } }`, { id: order["id"] }) as unknown as { calculatedOrder: Json };
    const id = calculatedOrder["id"];
    const add = async (price: string) => (await store.make(`mutation A($id: ID!, $line: OrderEditAddShippingLineInput!) { orderEditAddShippingLine(id: $id, shippingLine: $line) { calculatedShippingLine { id } ${fields} userErrors { field message } } }`, { id, line: { title: "Courier", price: CAD(price) } })) as Json;
    const first = await add("4.00");
    await store.make(`mutation U($id: ID!, $line: ID!, $price: MoneyInput!) { orderEditUpdateShippingLine(id: $id, shippingLineId: $line, shippingLine: { price: $price }) { ${fields} userErrors { field message } } }`, { id, line: first["calculatedShippingLine"]?.["id"], price: CAD("3.00") });
    const second = await add("9.00");
    expect(shopAmount(second["calculatedOrder"]?.["totalPriceSet"])).toBe("22.0");
    const last = await store.make(`mutation R($id: ID!, $line: ID!) { orderEditRemoveShippingLine(id: $id, shippingLineId: $line) { ${fields} userErrors { field message } } }`, { id, line: second["calculatedShippingLine"]?.["id"] });
    expect(last["calculatedOrder"]).toMatchObject({ totalPriceSet: { shopMoney: { amount: "13.0" } }, shippingLines: [{ title: "Courier", stagedStatus: "ADDED", price: { shopMoney: { amount: "3.0" } } }] });
    await store.make("mutation K($id: ID!) { orderEditCommit(id: $id) { order { id } userErrors { field message } } }", { id });
    expect(shopAmount((await store.ask("query T($id: ID!) { order(id: $id) { currentTotalPriceSet { shopMoney { amount } } } }", { id: order["id"] }))["order"]?.["currentTotalPriceSet"])).toBe("13.0");
  });
});

describe("a cancellation", () => {
  const CANCEL = "mutation X($id: ID!, $restock: Boolean!, $method: OrderCancelRefundMethodInput) { orderCancel(orderId: $id, reason: CUSTOMER, restock: $restock, refundMethod: $method, staffNote: \"called\") { job { id done } userErrors { field message } orderCancelUserErrors { field message code } } }";
  const READ = "query X($id: ID!) { order(id: $id) { closed cancelReason cancellation { staffNote } displayFinancialStatus displayFulfillmentStatus currentTotalPriceSet { shopMoney { amount } } totalOutstandingSet { shopMoney { amount } } netPaymentSet { shopMoney { amount } } fulfillmentOrders(first: 3) { nodes { status } } refunds { refundLineItems(first: 3) { nodes { quantity restockType restocked } } } transactions { kind gateway } } }";
  const cancel = (id: unknown, method: object | null, restock = true) => store.make(CANCEL, { id, restock, method });

  it("pays everything back to where it came from, and puts the goods back", async () => {
    const { variantId, available, committed } = await stocked(4);
    const order = (await store.make(CREATE, { order: { currency: "CAD", lineItems: [{ variantId, quantity: 2, requiresShipping: true }], transactions: [paid("10.00", "CAD", "gift_card"), paid("14.00", "CAD", "card")] }, options: { inventoryBehaviour: "DECREMENT_IGNORING_POLICY" } }))["order"] as Json;
    await cancel(order["id"], { originalPaymentMethodsRefund: true });
    expect((await store.ask(READ, { id: order["id"] }))["order"]).toMatchObject({
      closed: true, cancelReason: "CUSTOMER", cancellation: { staffNote: "called" }, displayFinancialStatus: "REFUNDED", currentTotalPriceSet: { shopMoney: { amount: "0.0" } }, totalOutstandingSet: { shopMoney: { amount: "0.0" } },
      netPaymentSet: { shopMoney: { amount: "0.0" } }, refunds: [{ refundLineItems: { nodes: [{ quantity: 2, restockType: "CANCEL", restocked: true }] } }],
      transactions: [{ kind: "SALE", gateway: "gift_card" }, { kind: "SALE", gateway: "card" }, { kind: "REFUND", gateway: "gift_card" }, { kind: "REFUND", gateway: "card" }],
    });
    expect([available(), committed()]).toEqual([4, 0]);
    expect(store.told.map((t) => t.topic)).toEqual(expect.arrayContaining(["orders/cancelled", "refunds/create"]));
  });

  it("lets an authorization go, and an unpaid order owes nothing any more", async () => {
    const order = await place("CAD", [{ price: "10.00", quantity: 1 }], { transactions: [{ ...paid("10.00", "CAD"), kind: "AUTHORIZATION" }] });
    await cancel(order["id"], null);
    expect((await store.ask(READ, { id: order["id"] }))["order"]).toMatchObject({ displayFinancialStatus: "VOIDED", totalOutstandingSet: { shopMoney: { amount: "0.0" } }, transactions: [{ kind: "AUTHORIZATION" }, { kind: "VOID" }] });
  });

  it("says twice what it refuses", async () => {
    const order = await place("CAD", [{ price: "10.00", quantity: 1 }]);
    await cancel(order["id"], null);
    const payload = (await store.ask(CANCEL, { id: order["id"], restock: false }))["orderCancel"] as Json;
    const error = { field: ["orderId"], message: "Cannot cancel an order that has already been canceled" };
    expect(payload).toEqual({ job: null, userErrors: [error], orderCancelUserErrors: [{ ...error, code: "INVALID" }] });
    expect(await store.errorsOf("mutation X($id: ID!) { orderCancel(orderId: $id, reason: OTHER, restock: false, refundMethod: { storeCreditRefund: {} }) { job { id } userErrors { field message } } }", { id: (await place("CAD", [{ price: "1.00", quantity: 1 }]))["id"] }))
      .toEqual([{ field: ["refundMethod", "storeCreditRefund"], message: "Order must have a customer to refund to store credit" }]);
  });
});

describe("payments", () => {
  const PAID = "mutation M($id: ID!) { orderMarkAsPaid(input: { id: $id }) { order { displayFinancialStatus canMarkAsPaid totalReceivedSet { shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } } transactions { kind gateway parentTransaction { id } } } userErrors { field message } } }";

  it("marking as paid takes what is open, once", async () => {
    const order = await place("CAD", [{ price: "10.00", quantity: 2 }], { transactions: [paid("5.00", "CAD")] });
    expect((await store.make(PAID, { id: order["id"] }))["order"]).toMatchObject({ displayFinancialStatus: "PAID", canMarkAsPaid: false, transactions: [{ kind: "SALE" }, { kind: "SALE", gateway: "manual" }] });
    expect(await store.errorsOf(PAID, { id: order["id"] })).toEqual([{ field: ["id"], message: "Order cannot be marked as paid." }]);
  });

  it("in a foreign presentment currency takes the rate of the day for the shop's side", async () => {
    const { order } = await store.make(CREATE, { order: { currency: "CAD", presentmentCurrency: "USD", lineItems: [{ title: "X", quantity: 1, priceSet: { shopMoney: CAD("15.00"), presentmentMoney: { amount: "12.50", currencyCode: "USD" } } }] } }) as unknown as { order: Json };
    const received = (await store.make(PAID, { id: order["id"] }))["order"]?.["totalReceivedSet"];
    expect((await store.ask("query O($id: ID!) { order(id: $id) { totalOutstandingSet { shopMoney { amount } presentmentMoney { amount } } } }", { id: order["id"] }))["order"]).toEqual({ totalOutstandingSet: { shopMoney: { amount: "0.0" }, presentmentMoney: { amount: "0.0" } } });
    expect(received).toEqual({ shopMoney: { amount: "17.01", currencyCode: "CAD" }, presentmentMoney: { amount: "12.5", currencyCode: "USD" } });
  });

  it("an authorization is captured in parts, never beyond it", async () => {
    const order = await place("CAD", [{ price: "10.00", quantity: 1 }], { transactions: [{ ...paid("10.00", "CAD"), kind: "AUTHORIZATION" }] });
    const capture = (amount: string) => store.errorsOf("mutation K($input: OrderCaptureInput!) { orderCapture(input: $input) { transaction { kind parentTransaction { id } } userErrors { field message } } }", { input: { id: order["id"], parentTransactionId: order["transactions"]?.[0]?.["id"], amount } });
    expect(await capture("4.00")).toEqual([]);
    expect(await capture("6.01")).toHaveLength(1);
    expect(await capture("6.00")).toEqual([]);
    expect((await store.ask("query P($id: ID!) { order(id: $id) { displayFinancialStatus capturable totalOutstandingSet { shopMoney { amount } } } }", { id: order["id"] }))["order"]).toEqual({ displayFinancialStatus: "PAID", capturable: false, totalOutstandingSet: { shopMoney: { amount: "0.0" } } });
  });

  it("a stated status holds until money moves", async () => {
    const order = await place("CAD", [{ price: "10.00", quantity: 1 }], { financialStatus: "PENDING" });
    const status = async () => (await store.ask("query P($id: ID!) { order(id: $id) { displayFinancialStatus } }", { id: order["id"] }))["order"]?.["displayFinancialStatus"];
    expect(await status()).toBe("PENDING");
    await store.make(PAID, { id: order["id"] });
    expect(await status()).toBe("PAID");
  });
});

describe("an order's own facts", () => {
  const READ = "query O($id: ID!) { order(id: $id) { email note tags closed customer { id } shippingAddress { province country countryCodeV2 formatted } customAttributes { key value } metafield(namespace: \"law\", key: \"kind\") { value } } }";
  const update = (input: object) => store.errorsOf("mutation U($input: OrderInput!) { orderUpdate(input: $input) { order { id } userErrors { field message } } }", { input });

  it("are changed where they are sent, and stay where they are not", async () => {
    const order = await place("CAD", [{ price: "1.00", quantity: 1 }], { email: "a@example.com", note: "gift", tags: ["b", "A", "1"], metafields: [{ namespace: "law", key: "kind", type: "single_line_text_field", value: "test" }] });
    expect(await update({ id: order["id"], tags: ["z", "y"], shippingAddress: { address1: "1 Main St", city: "Toronto", provinceCode: "ON", countryCode: "CA", zip: "M5H 2M9" }, customAttributes: [{ key: "k", value: "v" }] })).toEqual([]);
    expect((await store.ask(READ, { id: order["id"] }))["order"]).toEqual({
      email: "a@example.com", note: "gift", tags: ["y", "z"], closed: false, customer: null, customAttributes: [{ key: "k", value: "v" }], metafield: { value: "test" },
      shippingAddress: { province: "Ontario", country: "Canada", countryCodeV2: "CA", formatted: ["1 Main St", "Toronto ON M5H 2M9", "Canada"] },
    });
    expect(await update({ id: "gid://shopify/Order/9", note: "x" })).toEqual([{ field: ["id"], message: "Order does not exist" }]);
  });

  it("an order is closed, opened, and given to a customer", async () => {
    const id = (await place("CAD", [{ price: "1.00", quantity: 1 }]))["id"];
    const customer = (await store.make("mutation { customerCreate(input: { email: \"own@example.com\" }) { customer { id } userErrors { field message } } }"))["customer"]?.["id"];
    const read = async () => (await store.ask(READ, { id }))["order"];
    await store.make("mutation C($id: ID!) { orderClose(input: { id: $id }) { order { id } userErrors { field message } } }", { id });
    await store.make("mutation S($id: ID!, $customer: ID!) { orderCustomerSet(orderId: $id, customerId: $customer) { order { id } userErrors { field message } } }", { id, customer });
    expect(await read()).toMatchObject({ closed: true, customer: { id: customer } });
    await store.make("mutation O($id: ID!) { orderOpen(input: { id: $id }) { order { id } userErrors { field message } } }", { id });
    await store.make("mutation R($id: ID!) { orderCustomerRemove(orderId: $id) { order { id } userErrors { field message } } }", { id });
    expect(await read()).toMatchObject({ closed: false, customer: null });
  });
});

describe("a customer's orders", () => {
  it("are listed, the last one named and counted, and a customer can come with an order", async () => {
    const customer = { toUpsert: { email: "new@example.com", firstName: "Noa" } };
    await place("CAD", [{ price: "1.00", quantity: 1 }], { customer, transactions: [paid("1.00", "CAD")] });
    await place("CAD", [{ price: "2.00", quantity: 1 }], { customer: { toAssociate: { email: "new@example.com" } }, transactions: [paid("2.00", "CAD")] });
    const id = [...store.shop.customers.keys()];
    expect(id).toHaveLength(1);
    expect((await store.ask("query C($id: ID!) { customer(id: $id) { firstName numberOfOrders amountSpent { amount currencyCode } lastOrder { name } orders(first: 5, reverse: true) { nodes { name } } } }", { id: id[0] }))["customer"])
      .toEqual({ firstName: "Noa", numberOfOrders: "2", amountSpent: { amount: "3.0", currencyCode: "CAD" }, lastOrder: { name: "#1002" }, orders: { nodes: [{ name: "#1002" }, { name: "#1001" }] } });
  });
});
