import { CUSTOMER_FIELDS, restCustomer } from "./customer.ts";
import { FULFILLMENT_FIELDS, restFulfillment } from "./fulfillment.ts";
import { LINE_ITEM_FIELDS, restLineItem, restTaxLine, TAX_FIELDS } from "./lineItem.ts";
import { orderMoney, ORDER_MONEY_FIELDS } from "./orderMoney.ts";
import { MONEY, type PayloadMaker, type PayloadMakers, type Subject } from "./payload.ts";
import { REFUND_FIELDS, restRefund } from "./refund.ts";
import { ADDRESS_FIELDS, isData, items, lower, moneySet, restAddress, restId, restTime, shopAmount, text, type Data } from "./rest.ts";

const ORDER_QUERY = `query ($id: ID!) { order(id: $id) {
  id name email phone note tags test confirmed createdAt updatedAt processedAt closedAt cancelledAt cancelReason
  currencyCode presentmentCurrencyCode displayFinancialStatus displayFulfillmentStatus taxesIncluded
  discountCodes paymentGatewayNames customAttributes { key value } sourceName
  ${ORDER_MONEY_FIELDS}
  billingAddress { ${ADDRESS_FIELDS} } shippingAddress { ${ADDRESS_FIELDS} } customer { ${CUSTOMER_FIELDS} }
  lineItems(first: 250) { nodes { ${LINE_ITEM_FIELDS} } }
  shippingLines(first: 20) { nodes { id title code originalPriceSet { ${MONEY} } discountedPriceSet { ${MONEY} } taxLines { ${TAX_FIELDS} } } }
  taxLines { ${TAX_FIELDS} } fulfillments { ${FULFILLMENT_FIELDS} } refunds { ${REFUND_FIELDS} }
} }`;

/** REST's words for the states of an order; null is an unfulfilled one there. */
const FULFILLMENT_STATES: Readonly<Record<string, string>> = { FULFILLED: "fulfilled", PARTIALLY_FULFILLED: "partial", RESTOCKED: "restocked" };

function people(order: Data, zone: string): Data {
  const email = text(order, "email") ?? "";
  return {
    email, contact_email: email, phone: order.phone ?? null, billing_address: restAddress(order.billingAddress),
    shipping_address: restAddress(order.shippingAddress), customer: restCustomer(order.customer, text(order, "currencyCode") ?? "", zone),
  };
}

function times(order: Data, zone: string): Data {
  const at = (key: string): string | null => restTime(order[key], zone);
  return { created_at: at("createdAt"), updated_at: at("updatedAt"), processed_at: at("processedAt"), closed_at: at("closedAt"), cancelled_at: at("cancelledAt") };
}

function names(order: Data, domain: string): Data {
  const number = Number(/\d+/.exec(text(order, "name") ?? "")?.[0] ?? 0);
  const token = Buffer.from(String(order.id)).toString("hex").slice(-16);
  return {
    id: restId(order.id), admin_graphql_api_id: order.id, name: order.name, number: Math.max(0, number - 1000), order_number: number,
    token, order_status_url: `https://${domain}/orders/${token}/authenticate`, note: order.note ?? null,
    note_attributes: items(order, "customAttributes").map((a) => ({ name: a.key, value: a.value })),
    tags: Array.isArray(order.tags) ? order.tags.join(", ") : "", source_name: text(order, "sourceName") ?? "web", test: order.test === true,
  };
}

/** Facts of a web checkout that an order of the Admin API does not have. */
const NO_CHECKOUT: Data = {
  app_id: null, browser_ip: null, buyer_accepts_marketing: false, cart_token: null, checkout_token: null, client_details: null,
  confirmation_number: null, customer_locale: "en", device_id: null, duties_included: false, estimated_taxes: false, landing_site: null,
  landing_site_ref: null, line_item_groups: [], location_id: null, merchant_business_entity_id: "", merchant_of_record_app_id: null,
  payment_terms: null, po_number: null, reference: null, referring_site: null, returns: [], source_identifier: null, source_url: null,
  tax_exempt: false, total_weight: 0, user_id: null, discount_applications: [],
};

function states(order: Data): Data {
  return {
    cancel_reason: lower(order.cancelReason), confirmed: order.confirmed === true, currency: order.currencyCode,
    presentment_currency: order.presentmentCurrencyCode, financial_status: lower(order.displayFinancialStatus) ?? "pending",
    fulfillment_status: FULFILLMENT_STATES[text(order, "displayFulfillmentStatus") ?? ""] ?? null,
    taxes_included: order.taxesIncluded === true, payment_gateway_names: order.paymentGatewayNames ?? [],
  };
}

function restShippingLine(line: Data): Data {
  return {
    id: restId(line.id), carrier_identifier: null, code: line.code ?? null, discounted_price: shopAmount(line.discountedPriceSet),
    discounted_price_set: moneySet(line.discountedPriceSet), current_discounted_price_set: moneySet(line.discountedPriceSet),
    is_removed: false, phone: null, price: shopAmount(line.originalPriceSet), price_set: moneySet(line.originalPriceSet),
    requested_fulfillment_service_id: null, source: null, title: line.title, tax_lines: items(line, "taxLines").map(restTaxLine), discount_allocations: [],
  };
}

function lists(order: Data, zone: string): Data {
  return {
    line_items: items(order, "lineItems").map(restLineItem), shipping_lines: items(order, "shippingLines").map(restShippingLine),
    tax_lines: items(order, "taxLines").map(restTaxLine), refunds: items(order, "refunds").map((r) => restRefund(r, order.id, zone)),
    fulfillments: items(order, "fulfillments").map((f) => restFulfillment(f, order.id, zone)),
  };
}

function orderPayload({ order }: Data, { shop }: Subject): Data {
  if (!isData(order)) throw new Error("the order is gone");
  return { ...NO_CHECKOUT, ...names(order, shop.domain), ...times(order, shop.zone), ...states(order), ...orderMoney(order), ...people(order, shop.zone), ...lists(order, shop.zone) };
}

/** The subject is the order; `detail` names the calculated order's id and its changes ({id, delta} of line items). */
function editPayload(_answer: Data, { shop, id, at, detail }: Subject): Data {
  const changes = (key: string): Data[] => items(detail, key).map((c) => ({ id: restId(c.id), delta: Math.abs(Number(c.delta)) }));
  return {
    order_edit: {
      id: restId(detail.editId) ?? restId(id), app_id: null, created_at: restTime(at, shop.zone), committed_at: restTime(at, shop.zone),
      notify_customer: detail.notifyCustomer === true, order_id: restId(id), staff_note: text(detail, "staffNote") ?? "", user_id: null,
      line_items: { additions: changes("additions"), removals: changes("removals") },
      discounts: { line_item: { additions: [], removals: [] } }, shipping_lines: { additions: [], removals: [] },
    },
  };
}

const order: PayloadMaker = { query: ORDER_QUERY, make: orderPayload };

export const orderPayloads: PayloadMakers = {
  "orders/create": order,
  "orders/updated": order,
  "orders/cancelled": order,
  "orders/paid": order,
  "orders/fulfilled": order,
  "orders/partially_fulfilled": order,
  "orders/edited": { query: null, make: editPayload },
  "orders/delete": { query: null, make: (_answer, { id }) => ({ id: restId(id) }) },
};
