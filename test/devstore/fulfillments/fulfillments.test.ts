import { beforeEach, describe, expect, it } from "vitest";
import { CREATE, ordersUnderTest, SHIP, simpleOrder, type Json, type OrdersUnderTest } from "../orders/ordersUnderTest.ts";

let store: OrdersUnderTest;
let order: Json;
let fulfillmentOrder: string;
let line: string;
beforeEach(async () => {
  store = ordersUnderTest();
  order = (await store.make(CREATE, simpleOrder("CAD", [{ price: "10.00", quantity: 5 }])))["order"] as Json;
  fulfillmentOrder = String(order["fulfillmentOrders"]?.["nodes"]?.[0]?.["id"]);
  line = String(order["fulfillmentOrders"]?.["nodes"]?.[0]?.["lineItems"]?.["nodes"]?.[0]?.["id"]);
});

const READ = `query F($id: ID!) { order(id: $id) { displayFulfillmentStatus fulfillments(first: 5) { name status displayStatus deliveredAt inTransitAt estimatedDeliveryAt totalQuantity events(first: 9) { nodes { status } } }
  fulfillmentOrders(first: 5) { nodes { status lineItems(first: 5) { nodes { totalQuantity remainingQuantity } } } } } }`;
const read = async (): Promise<Json> => (await store.ask(READ, { id: order["id"] }))["order"] as Json;
const ship = (quantity?: number, id = fulfillmentOrder, lineId = line) => ({ fulfillment: { trackingInfo: { number: "N1", company: "Post" }, lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: id, ...(quantity === undefined ? {} : { fulfillmentOrderLineItems: [{ id: lineId, quantity }] }) }] } });
const shipped = async (quantity?: number): Promise<string> => String((await store.make(SHIP, ship(quantity)))["fulfillment"]?.["id"]);
const EVENT = "mutation E($e: FulfillmentEventInput!) { fulfillmentEventCreate(fulfillmentEvent: $e) { fulfillmentEvent { status happenedAt } userErrors { field message } } }";
const event = (fulfillmentId: string, status: string, happenedAt: string, more: object = {}) => store.make(EVENT, { e: { fulfillmentId, status, happenedAt, ...more } });

describe("shipping", () => {
  it("in parts leaves the rest open, and names each parcel", async () => {
    await shipped(2);
    expect(await read()).toMatchObject({ displayFulfillmentStatus: "PARTIALLY_FULFILLED", fulfillmentOrders: { nodes: [{ status: "IN_PROGRESS", lineItems: { nodes: [{ totalQuantity: 5, remainingQuantity: 3 }] } }] } });
    await shipped();
    expect(await read()).toMatchObject({ displayFulfillmentStatus: "FULFILLED", fulfillments: [{ name: "#1001-F1", totalQuantity: 2 }, { name: "#1001-F2", totalQuantity: 3 }], fulfillmentOrders: { nodes: [{ status: "CLOSED" }] } });
  });

  it.each([
    ["nothing", () => ship(0), { field: ["fulfillment", "lineItemsByFulfillmentOrder", "0", "fulfillmentOrderLineItems", "0", "quantity"], message: "Quantity must be greater than 0" }],
    ["too many", () => ship(6), { field: ["fulfillment"], message: "Invalid fulfillment order line item quantity requested." }],
    ["what is not there", () => ship(1, "gid://shopify/FulfillmentOrder/1"), { field: ["fulfillment"], message: "Fulfillment order does not exist." }],
  ])("%s is refused", async (_name, input, error) => {
    expect(await store.errorsOf(SHIP, input())).toEqual([error]);
    expect((await read())["displayFulfillmentStatus"]).toBe("UNFULFILLED");
  });

  it("what is closed is refused by its number", async () => {
    await shipped();
    expect(await store.errorsOf(SHIP, ship(1))).toEqual([{ field: ["fulfillment"], message: `Fulfillment order ${fulfillmentOrder.split("/").pop()} has an unfulfillable status= closed.` }]);
  });

  it("taken back can be shipped again", async () => {
    const id = await shipped();
    await store.make("mutation C($id: ID!) { fulfillmentCancel(id: $id) { fulfillment { id } userErrors { field message } } }", { id });
    expect(await read()).toMatchObject({ displayFulfillmentStatus: "UNFULFILLED", fulfillments: [{ status: "CANCELLED", displayStatus: "CANCELED" }], fulfillmentOrders: { nodes: [{ status: "CLOSED" }, { status: "OPEN", lineItems: { nodes: [{ remainingQuantity: 5 }] } }] } });
    expect((await store.ask("query R($id: ID!) { returnableFulfillments(orderId: $id, first: 5) { nodes { id } } }", { id: order["id"] }))["returnableFulfillments"]?.["nodes"]).toEqual([]);
  });
});

describe("events", () => {
  it("lead from pick-up to delivery, with the dates of what happened", async () => {
    const id = await shipped();
    await event(id, "CARRIER_PICKED_UP", "2025-05-01T08:00:00Z");
    await event(id, "IN_TRANSIT", "2025-05-01T20:00:00+02:00", { estimatedDeliveryAt: "2025-05-03T12:00:00Z" });
    await event(id, "ATTEMPTED_DELIVERY", "2025-05-03T10:00:00Z");
    expect((await read())["fulfillments"]?.[0]).toMatchObject({ displayStatus: "ATTEMPTED_DELIVERY", deliveredAt: null, inTransitAt: "2025-05-01T18:00:00Z" });
    await event(id, "DELIVERED", "2025-05-04T09:30:00Z");
    await event(id, "OUT_FOR_DELIVERY", "2025-05-04T07:00:00Z");
    expect((await read())["fulfillments"]?.[0]).toMatchObject({
      displayStatus: "DELIVERED", deliveredAt: "2025-05-04T09:30:00Z", estimatedDeliveryAt: "2025-05-03T12:00:00Z",
      events: { nodes: [{ status: "CARRIER_PICKED_UP" }, { status: "IN_TRANSIT" }, { status: "ATTEMPTED_DELIVERY" }, { status: "OUT_FOR_DELIVERY" }, { status: "DELIVERED" }] },
    });
    expect(store.told.filter((t) => t.topic === "fulfillment_events/create")).toHaveLength(5);
    expect(store.told.filter((t) => t.topic === "fulfillments/update")).toHaveLength(5);
  });

  it("of an unknown fulfillment are refused", async () => {
    expect(await store.errorsOf(EVENT, { e: { fulfillmentId: "gid://shopify/Fulfillment/1", status: "DELIVERED" } })).toEqual([{ field: ["fulfillmentEvent", "fulfillmentId"], message: "Fulfillment does not exist." }]);
  });

  it("a new tracking number keeps status and dates", async () => {
    const id = await shipped();
    await event(id, "DELIVERED", "2025-05-04T09:30:00Z");
    const { fulfillment } = await store.make("mutation T($id: ID!) { fulfillmentTrackingInfoUpdate(fulfillmentId: $id, trackingInfoInput: { company: \"Post\", numbers: [\"A\", \"B\"], urls: [\"https://example.com/a\"] }) { fulfillment { displayStatus deliveredAt trackingInfo { company number url } } userErrors { field message } } }", { id }) as unknown as { fulfillment: Json };
    expect(fulfillment).toEqual({ displayStatus: "DELIVERED", deliveredAt: "2025-05-04T09:30:00Z", trackingInfo: [{ company: "Post", number: "A", url: "https://example.com/a" }, { company: "Post", number: "B", url: null }] });
  });
});

describe("fulfillment orders", () => {
  it("are held and released", async () => {
    const hold = await store.make("mutation H($id: ID!) { fulfillmentOrderHold(id: $id, fulfillmentHold: { reason: INCORRECT_ADDRESS }) { fulfillmentOrder { status } userErrors { field message } } }", { id: fulfillmentOrder });
    expect(hold["fulfillmentOrder"]).toEqual({ status: "ON_HOLD" });
    expect((await read())["displayFulfillmentStatus"]).toBe("ON_HOLD");
    expect(await store.errorsOf(SHIP, ship(1))).toHaveLength(1);
    await store.make("mutation R($id: ID!) { fulfillmentOrderReleaseHold(id: $id) { fulfillmentOrder { status } userErrors { field message } } }", { id: fulfillmentOrder });
    expect(await store.errorsOf(SHIP, ship(1))).toEqual([]);
  });

  it("are split in two that ship apart", async () => {
    await store.make("mutation S($s: [FulfillmentOrderSplitInput!]!) { fulfillmentOrderSplit(fulfillmentOrderSplits: $s) { fulfillmentOrderSplits { fulfillmentOrder { id } remainingFulfillmentOrder { id } } userErrors { field message } } }", { s: [{ fulfillmentOrderId: fulfillmentOrder, fulfillmentOrderLineItems: [{ id: line, quantity: 2 }] }] });
    expect((await read())["fulfillmentOrders"]?.["nodes"]).toMatchObject([{ lineItems: { nodes: [{ totalQuantity: 3, remainingQuantity: 3 }] } }, { lineItems: { nodes: [{ totalQuantity: 2, remainingQuantity: 2 }] } }]);
    await shipped();
    expect((await read())["displayFulfillmentStatus"]).toBe("PARTIALLY_FULFILLED");
  });

  it("are not made for goods that were canceled or refunded before they were shipped", async () => {
    const lineItemId = order["lineItems"]?.["nodes"]?.[0]?.["id"];
    await store.make("mutation R($input: RefundInput!) { refundCreate(input: $input) @idempotent(key: \"f\") { refund { id } order { id } userErrors { field message } } }", { input: { orderId: order["id"], refundLineItems: [{ lineItemId, quantity: 2, restockType: "CANCEL" }] } });
    expect((await read())["fulfillmentOrders"]?.["nodes"]).toMatchObject([{ status: "OPEN", lineItems: { nodes: [{ remainingQuantity: 3 }] } }]);
  });
});
