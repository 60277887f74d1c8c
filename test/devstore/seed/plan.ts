import type { Minor } from "../kernel/money.ts";

/** An amount in the shop's currency and in the customer's, both in minor units. */
export type Pair = { readonly shop: Minor; readonly presentment: Minor };

export type CustomerPlan = {
  readonly key: string;
  readonly country: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly tags: readonly string[];
  readonly address: { readonly street: string; readonly city: string; readonly province: string | null; readonly zip: string };
};

/** `sku` names the variant. Discount and tax are those of the whole quantity. */
export type LinePlan = { readonly sku: string; readonly quantity: number; readonly price: Pair; readonly discount: Pair; readonly tax: Pair; readonly gift: boolean };

export type EventStatus = "CONFIRMED" | "IN_TRANSIT" | "OUT_FOR_DELIVERY" | "ATTEMPTED_DELIVERY" | "DELAYED" | "FAILURE" | "DELIVERED";
export type EventPlan = { readonly status: EventStatus; readonly at: string };

/** One parcel: which lines (by place in the order) and how many of each. */
export type ShipmentPlan = {
  readonly lines: readonly { readonly line: number; readonly quantity: number }[];
  readonly carrier: string;
  readonly number: string;
  readonly shippedAt: string;
  readonly events: readonly EventPlan[];
};

/** How far a return goes. */
export const RETURN_STATES = ["requested", "approved", "open", "labelled", "declined", "cancelled", "refunded", "restocked", "closed", "exchange"] as const;
export type ReturnState = (typeof RETURN_STATES)[number];

export type ReturnPlan = {
  readonly state: ReturnState;
  readonly shipment: number;
  readonly lines: readonly { readonly line: number; readonly quantity: number }[];
  /** Handle of a return reason definition. */
  readonly reason: string;
  readonly note: string;
  readonly decline: { readonly reason: "FINAL_SALE" | "OTHER" | "RETURN_PERIOD_ENDED"; readonly note: string } | null;
  readonly restockingPercentage: number | null;
  readonly shippingFee: Minor | null;
};

export type DiscountPlan = { readonly code: string; readonly percentage: number | null; readonly amount: Pair | null; readonly freeShipping: boolean };
export type TransactionPlan = { readonly kind: "SALE" | "AUTHORIZATION"; readonly gateway: string; readonly amount: Pair };

export type Scenario =
  | "limit" | "usual" | "split" | "split_partly_open" | "in_transit" | "out_for_delivery" | "delivery_trouble" | "lost" | "unfulfilled"
  | "cancelled" | "clearance" | "refurbished" | "gift" | "bulk" | "pending" | "authorized" | "two_payments" | "returned";

export type OrderPlan = {
  readonly key: string;
  readonly scenario: Scenario;
  /** Name of the limit this order lies around, and today's distance from its last day (0: today is the last day). */
  readonly limit: { readonly name: string; readonly daysPast: number } | null;
  readonly customer: number;
  readonly currency: string;
  readonly placedAt: string;
  readonly channel: string;
  readonly taxesIncluded: boolean;
  readonly tax: { readonly title: string; readonly rate: string } | null;
  readonly lines: readonly LinePlan[];
  readonly shipping: { readonly title: string; readonly price: Pair; readonly tax: Pair };
  readonly discount: DiscountPlan | null;
  readonly transactions: readonly TransactionPlan[];
  readonly financialStatus: "PENDING" | null;
  readonly note: string | null;
  readonly tags: readonly string[];
  readonly shipments: readonly ShipmentPlan[];
  readonly cancel: { readonly reason: "CUSTOMER" | "INVENTORY" | "OTHER"; readonly note: string } | null;
  readonly returns: readonly ReturnPlan[];
};

/** Everything to be made in one shop, as plain data; the same seed number and day give the same plan. */
export type ShopPlan = { readonly merchant: string; readonly customers: readonly CustomerPlan[]; readonly orders: readonly OrderPlan[] };
