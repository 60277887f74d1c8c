import { LINE_ITEM_FIELDS, restSentLine } from "./lineItem.ts";
import type { PayloadMaker, PayloadMakers, Subject } from "./payload.ts";
import { ADDRESS_FIELDS, items, lower, part, restAddress, restId, restTime, text, type Data } from "./rest.ts";

export const FULFILLMENT_FIELDS = `
  id name status displayStatus createdAt updatedAt trackingInfo { company number url } location { id }
  fulfillmentLineItems(first: 100) { nodes { id quantity lineItem { ${LINE_ITEM_FIELDS} } } }
`;

/** Display states that REST knows as `shipment_status`; the others have none there (documented: REST Fulfillment). */
const SHIPMENT_STATES = [
  "LABEL_PRINTED", "LABEL_PURCHASED", "ATTEMPTED_DELIVERY", "READY_FOR_PICKUP", "CONFIRMED", "IN_TRANSIT", "OUT_FOR_DELIVERY", "DELIVERED", "FAILURE",
];

/** A fulfillment in REST's names, as in `fulfillments/*` and inside orders. */
export function restFulfillment(fulfillment: Data, orderGid: unknown, zone: string): Data {
  const tracking = items(fulfillment, "trackingInfo");
  const state = text(fulfillment, "displayStatus") ?? "";
  return {
    id: restId(fulfillment.id), admin_graphql_api_id: fulfillment.id, created_at: restTime(fulfillment.createdAt, zone),
    location_id: restId(part(fulfillment, "location").id), name: fulfillment.name, order_id: restId(orderGid), origin_address: {},
    receipt: {}, service: "manual", shipment_status: SHIPMENT_STATES.includes(state) ? lower(state) : null,
    status: lower(fulfillment.status), tracking_company: tracking[0]?.company ?? null, tracking_number: tracking[0]?.number ?? null,
    tracking_numbers: tracking.map((t) => t.number).filter((n) => typeof n === "string"), tracking_url: tracking[0]?.url ?? null,
    tracking_urls: tracking.map((t) => t.url).filter((n) => typeof n === "string"),
    updated_at: restTime(fulfillment.updatedAt, zone), line_items: items(fulfillment, "fulfillmentLineItems").map(restSentLine),
  };
}

function fulfillmentPayload({ fulfillment }: Data, { shop }: Subject): Data {
  const sent = (fulfillment ?? {}) as Data;
  const order = part(sent, "order");
  return { ...restFulfillment(sent, order.id, shop.zone), email: order.email ?? null, destination: restAddress(order.shippingAddress), origin_address: null };
}

const fulfillment: PayloadMaker = {
  query: `query ($id: ID!) { fulfillment(id: $id) { ${FULFILLMENT_FIELDS} order { id email shippingAddress { ${ADDRESS_FIELDS} } } } }`,
  make: fulfillmentPayload,
};

/** The subject is the fulfillment; `detail.eventId` names its event, else the newest one is told. */
function eventPayload({ fulfillment: found }: Data, { shop, detail }: Subject): Data {
  const of = (found ?? {}) as Data;
  const events = items(of, "events");
  const event = events.find((e) => e.id === detail.eventId) ?? events.toSorted(byNumber).at(-1) ?? {};
  return {
    id: restId(event.id), fulfillment_id: restId(of.id), status: lower(event.status), message: event.message ?? null,
    happened_at: restTime(event.happenedAt, shop.zone), city: event.city ?? null, province: event.province ?? null,
    country: event.country ?? null, zip: event.zip ?? null, address1: event.address1 ?? null,
    latitude: event.latitude ?? null, longitude: event.longitude ?? null, shop_id: restId(shop.id),
    created_at: restTime(event.createdAt, shop.zone), updated_at: restTime(event.createdAt, shop.zone),
    estimated_delivery_at: restTime(event.estimatedDeliveryAt, shop.zone), order_id: restId(part(of, "order").id),
    admin_graphql_api_id: event.id,
  };
}

const byNumber = (a: Data, b: Data): number => (restId(a.id) ?? 0) - (restId(b.id) ?? 0);

const event: PayloadMaker = {
  query: `query ($id: ID!) { fulfillment(id: $id) { id order { id } events(first: 100) { nodes {
    id status message happenedAt createdAt city province country zip address1 latitude longitude estimatedDeliveryAt } } } }`,
  make: eventPayload,
};

export const fulfillmentPayloads: PayloadMakers = {
  "fulfillments/create": fulfillment,
  "fulfillments/update": fulfillment,
  "fulfillment_events/create": event,
};
