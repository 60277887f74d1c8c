export type FulfillmentOrderLineRecord = { __typename: "FulfillmentOrderLineItem"; id: string; lineItemId: string; totalQuantity: number; remainingQuantity: number };

export type HoldRecord = { __typename: "FulfillmentHold"; id: string; reason: string; reasonNotes: string | null; displayReason: string; handle: string | null; heldByRequestingApp: boolean };

export type FulfillmentOrderRecord = {
  __typename: "FulfillmentOrder";
  id: string;
  orderId: string;
  status: "OPEN" | "IN_PROGRESS" | "SCHEDULED" | "ON_HOLD" | "CLOSED" | "CANCELLED" | "INCOMPLETE";
  requestStatus: string;
  locationId: string;
  createdAt: string;
  updatedAt: string;
  fulfillAt: string | null;
  fulfillBy: string | null;
  lines: FulfillmentOrderLineRecord[];
  holds: HoldRecord[];
};

export type FulfillmentLineRecord = { __typename: "FulfillmentLineItem"; id: string; fulfillmentId: string; lineItemId: string; fulfillmentOrderLineId: string; quantity: number };

export type TrackingInfo = { __typename: "FulfillmentTrackingInfo"; company: string | null; number: string | null; url: string | null };

export type FulfillmentEventRecord = {
  __typename: "FulfillmentEvent";
  id: string;
  status: string;
  message: string | null;
  happenedAt: string;
  createdAt: string;
  estimatedDeliveryAt: string | null;
  city: string | null;
  province: string | null;
  country: string | null;
  zip: string | null;
  address1: string | null;
  latitude: number | null;
  longitude: number | null;
};

export type OriginAddress = { __typename: "FulfillmentOriginAddress"; address1: string | null; address2: string | null; city: string | null; countryCode: string; provinceCode: string | null; zip: string | null };

export type FulfillmentRecord = {
  __typename: "Fulfillment";
  id: string;
  orderId: string;
  name: string;
  status: "SUCCESS" | "CANCELLED";
  createdAt: string;
  updatedAt: string;
  deliveredAt: string | null;
  inTransitAt: string | null;
  estimatedDeliveryAt: string | null;
  locationId: string;
  originAddress: OriginAddress | null;
  tracking: TrackingInfo[];
  lines: FulfillmentLineRecord[];
  eventRecords: FulfillmentEventRecord[];
};
