import type { PayloadMakers, Subject } from "./payload.ts";
import { items, lower, part, restId, restTime, type Data } from "./rest.ts";

const named = (gid: unknown): Data | null => (typeof gid === "string" ? { id: restId(gid), admin_graphql_api_id: gid } : null);

/** The schema leads from a reverse delivery to its order only: `detail.returnId` names the return. */
function attached({ reverseDelivery }: Data, { shop, detail }: Subject): Data {
  const delivery = (reverseDelivery ?? {}) as Data;
  const deliverable = part(delivery, "deliverable");
  const tracking = part(deliverable, "tracking");
  const label = part(deliverable, "label");
  return {
    ...named(delivery.id), return: named(detail.returnId),
    shipping_deliverable: {
      tracking: { carrier_name: tracking.carrierName ?? null, tracking_number: tracking.number ?? null, tracking_url: tracking.url ?? null },
      label: { public_file_url: label.publicFileUrl ?? null, created_at: restTime(label.createdAt, shop.zone) },
    },
  };
}

/** The subject is the reverse fulfillment order; `detail.dispositions`: {lineItemId, type, locationId, quantity}. */
function disposed(_answer: Data, { id, detail }: Subject): Data {
  const made = items(detail, "dispositions");
  return {
    ...named(id),
    dispositions: made.map((d) => ({
      reverse_fulfillment_order_line_item: named(d.lineItemId), reverse_delivery_line_item: null, type: lower(d.type),
      location: named(d.locationId), quantity: d.quantity,
    })),
    total_dispositions: made.length,
  };
}

export const reversePayloads: PayloadMakers = {
  "reverse_deliveries/attach_deliverable": {
    query: `query ($id: ID!) { reverseDelivery(id: $id) { id deliverable { ... on ReverseDeliveryShippingDeliverable {
      tracking { carrierName number url } label { publicFileUrl createdAt } } } } }`,
    make: attached,
  },
  "reverse_fulfillment_orders/dispose": { query: null, make: disposed },
};
