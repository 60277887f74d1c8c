import { connection, type ConnectionArgs } from "../kernel/connection.ts";
import { isData, items, lower, type Data } from "../webhooks/payloads/rest.ts";
import { of, type CustomerCtx, type Thing } from "./ask.ts";
import { ADDRESS, customerAddress } from "./customerFields.ts";
import { listed, money, MONEY_OF, page, PAGE, presentment, read, same, things, type CustomerFields } from "./fields.ts";
import { linesOf } from "./lines.ts";
import { metafieldOf, metafieldsOf } from "./metafields.ts";
import { returnInformation } from "./returnInformation.ts";

const BOTH = "{ __typename shopMoney { __typename amount currencyCode } presentmentMoney { __typename amount currencyCode } }";

const lineItems = (source: Thing, args: ConnectionArgs, ctx: CustomerCtx): unknown => connection([...linesOf(ctx, source.id).values()], args);

/** Fulfillment orders' states that a customer is not shown are open to them (assumed). */
const STATES: Readonly<Record<string, string>> = { FULFILLMENT_NOT_REQUIRED: "FULFILLED", REQUEST_DECLINED: "OPEN" };

const fulfillments = (source: Thing, args: ConnectionArgs, ctx: CustomerCtx): unknown =>
  connection(things(of(ctx, "order", source.id, "fulfillments { id }"), "Fulfillment"), args);

/** Events that the customer's enum knows; the Admin's display states that are no events are left out. */
const EVENT_STATES = [
  "ATTEMPTED_DELIVERY", "CARRIER_PICKED_UP", "CONFIRMED", "DELAYED", "DELIVERED", "FAILURE", "IN_TRANSIT", "LABEL_PRINTED", "LABEL_PURCHASED",
  "OUT_FOR_DELIVERY", "PICKED_UP", "READY_FOR_PICKUP",
];

function sentLines(source: Thing, args: ConnectionArgs, ctx: CustomerCtx): unknown {
  const { order, lines } = Object.assign({ order: {}, lines: [] as Data[] }, sentOf(ctx, source.id));
  const known = linesOf(ctx, String(order));
  return connection(lines.map((l) => ({ ...l, __typename: "FulfillmentLineItem", lineItem: known.get(String(isData(l.lineItem) ? l.lineItem.id : "")) })), args);
}

function sentOf(ctx: CustomerCtx, fulfillment: string): { order: unknown; lines: Data[] } {
  const order = of(ctx, "fulfillment", fulfillment, "order { id }");
  const sent = of(ctx, "fulfillment", fulfillment, `fulfillmentLineItems(${PAGE}) { nodes { id quantity lineItem { id } } }`);
  return { order: isData(order) ? order.id : null, lines: items({ sent }, "sent") };
}

export const orderFields: CustomerFields = {
  Order: {
    ...same("order", "name", "number", "createdAt", "processedAt", "updatedAt", "cancelledAt", "cancelReason", "email", "phone", "note", "poNumber",
      "confirmationNumber", "customerLocale", "edited", "requiresShipping", "statusPageUrl"),
    currencyCode: read("order", "presentmentCurrencyCode"),
    financialStatus: read("order", "displayFinancialStatus"),
    fulfillmentStatus: read("order", "displayFulfillmentStatus", (state) => STATES[String(state)] ?? state),
    billingAddress: read("order", `billingAddress ${ADDRESS}`, customerAddress),
    shippingAddress: read("order", `shippingAddress ${ADDRESS}`, customerAddress),
    customer: (_source, _args, ctx) => ({ __typename: "Customer", id: ctx.customer }),
    lineItems,
    fulfillments,
    returns: page("order", `returns(${PAGE}) { nodes { id } }`, "Return"),
    returnInformation: (source) => ({ __typename: "OrderReturnInformation", id: source.id }),
    refunds: read("order", `refunds { id createdAt updatedAt return { name } totalRefundedSet ${MONEY_OF} }`, (value) =>
      listed("Refund")(value).map((r) => ({ ...r, totalRefunded: presentment(r.totalRefundedSet), returnName: isData(r.return) ? r.return.name : null }))),
    shippingLine: read("order", `shippingLine { title originalPriceSet ${MONEY_OF} }`, (line) =>
      isData(line) ? { __typename: "ShippingLine", title: line.title, originalPrice: presentment(line.originalPriceSet), handle: lower(line.title) } : null),
    subtotal: money("order", "subtotalPriceSet"),
    totalPrice: money("order", "totalPriceSet"),
    totalTax: money("order", "totalTaxSet"),
    totalShipping: money("order", "totalShippingPriceSet"),
    totalRefunded: money("order", "totalRefundedSet"),
    totalDuties: money("order", "originalTotalDutiesSet"),
    transactions: read("order", `transactions { id kind status createdAt processedAt amountSet ${BOTH} parentTransaction { id } }`, (value) =>
      listed("OrderTransaction")(value).map((t) => ({ ...t, transactionAmount: t.amountSet, transactionParentId: isData(t.parentTransaction) ? t.parentTransaction.id : null }))),
    metafield: metafieldOf("order"),
    metafields: metafieldsOf("order"),
  },
  LineItem: {
    suggestedReturnReasonDefinitions: (source, args: ConnectionArgs) => connection(items({ ...source }, "suggestedReasons"), args),
  },
  OrderReturnInformation: returnInformation,
  Fulfillment: {
    ...same("fulfillment", "createdAt", "updatedAt", "status", "estimatedDeliveryAt", "requiresShipping"),
    latestShipmentStatus: read("fulfillment", "displayStatus", (state) => (EVENT_STATES.includes(String(state)) ? state : null)),
    isPickedUp: read("fulfillment", "displayStatus", (state) => state === "PICKED_UP"),
    trackingInformation: read("fulfillment", "trackingInfo { company number url }", listed("TrackingInformation")),
    events: (source, args: ConnectionArgs, ctx) =>
      connection(listed("FulfillmentEvent")(of(ctx, "fulfillment", source.id, `events(${PAGE}) { nodes { id status happenedAt } }`)), args),
    fulfillmentLineItems: sentLines,
  },
};
