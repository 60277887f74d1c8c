import type { MoneyPair } from "./words.ts";

/** What the readings answer, as far as the pages use it. */
export type Nodes<T> = { readonly nodes: readonly T[] };
export type Page<T> = Nodes<T> & { readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly startCursor: string | null;
  readonly endCursor: string | null } };

type Standing = { readonly displayFinancialStatus: string | null; readonly displayFulfillmentStatus: string; readonly returnStatus: string };

export type OrderRow = Standing & {
  readonly id: string; readonly legacyResourceId: string; readonly name: string; readonly processedAt: string; readonly cancelledAt: string | null;
  readonly currentSubtotalLineItemsQuantity: number; readonly totalPriceSet: MoneyPair; readonly tags?: readonly string[];
  readonly customer?: { readonly id: string; readonly displayName: string } | null;
  readonly fulfillments: readonly { readonly id: string; readonly displayStatus: string | null }[];
  readonly lineItems?: Nodes<{ readonly id: string; readonly title: string; readonly quantity: number }>;
};

export type Address = { readonly name: string | null; readonly address1: string | null; readonly address2: string | null; readonly city: string | null;
  readonly provinceCode: string | null; readonly zip: string | null; readonly country: string | null;
  readonly countryCodeV2?: string | null };
export type LineName = { readonly id: string; readonly title: string; readonly variantTitle: string | null };

export type OrderLine = LineName & {
  readonly sku: string | null; readonly quantity: number; readonly currentQuantity: number; readonly unfulfilledQuantity: number;
  readonly product: { readonly legacyResourceId: string } | null;
  readonly originalUnitPriceSet: MoneyPair; readonly originalTotalSet: MoneyPair; readonly discountedTotalSet: MoneyPair;
};

export type Parcel = {
  readonly id: string; readonly name: string; readonly status: string; readonly displayStatus: string | null; readonly createdAt: string;
    readonly deliveredAt: string | null; readonly estimatedDeliveryAt: string | null;
  readonly trackingInfo: readonly { readonly company: string | null; readonly number: string | null; readonly url: string | null }[];
  readonly fulfillmentLineItems: Nodes<{ readonly id: string; readonly quantity: number | null; readonly lineItem: LineName }>;
  readonly events: Nodes<{ readonly id: string; readonly status: string; readonly happenedAt: string; readonly message: string | null }>;
};

export type ReturnShape = {
  readonly id: string; readonly name: string; readonly status: string; readonly createdAt: string; readonly closedAt: string | null;
    readonly totalQuantity: number;
  readonly decline: { readonly reason: string; readonly note: string | null } | null;
  readonly returnShippingFees: readonly { readonly amountSet: MoneyPair }[];
  readonly returnLineItems: Nodes<{
    readonly id: string; readonly quantity: number; readonly processedQuantity: number; readonly returnReasonNote: string | null;
      readonly customerNote: string | null;
    readonly returnReasonDefinition: { readonly name: string } | null; readonly restockingFee?: { readonly percentage: number } | null;
    readonly fulfillmentLineItem?: { readonly id: string; readonly lineItem: LineName } | null;
  }>;
  readonly exchangeLineItems: Nodes<{ readonly id: string; readonly quantity: number; readonly lineItems: readonly { readonly title: string }[] | null }>;
  readonly reverseFulfillmentOrders: Nodes<{ readonly id: string; readonly status: string; readonly reverseDeliveries: Nodes<{ readonly id: string;
    readonly deliverable: { readonly tracking?: { readonly number: string | null; readonly url: string | null } | null;
    readonly label?: { readonly publicFileUrl: string | null } | null } | null }> }>;
};

export type OrderShape = Standing & {
  readonly id: string; readonly legacyResourceId: string; readonly name: string; readonly createdAt: string; readonly processedAt: string;
    readonly cancelledAt: string | null; readonly cancelReason: string | null; readonly closedAt: string | null;
  readonly note: string | null; readonly tags: readonly string[]; readonly sourceName: string | null; readonly taxesIncluded: boolean;
    readonly discountCodes: readonly string[];
  readonly customAttributes: readonly { readonly key: string; readonly value: string | null }[];
  readonly customer: { readonly id: string; readonly legacyResourceId: string; readonly displayName: string; readonly email: string | null } | null;
  readonly shippingAddress: Address | null;
  readonly lineItems: Nodes<OrderLine>;
  readonly subtotalPriceSet: MoneyPair | null; readonly totalDiscountsSet: MoneyPair | null; readonly totalShippingPriceSet: MoneyPair;
    readonly totalTaxSet: MoneyPair | null; readonly totalPriceSet: MoneyPair;
  readonly currentTotalPriceSet: MoneyPair; readonly totalRefundedSet: MoneyPair; readonly totalReceivedSet: MoneyPair; readonly totalOutstandingSet: MoneyPair;
  readonly transactions: readonly { readonly id: string; readonly kind: string; readonly status: string; readonly gateway: string | null;
    readonly processedAt: string | null; readonly amountSet: MoneyPair }[];
  readonly fulfillmentOrders: Nodes<{ readonly id: string; readonly status: string; readonly lineItems: Nodes<{ readonly id: string;
    readonly remainingQuantity: number; readonly lineItem: LineName }> }>;
  readonly fulfillments: readonly Parcel[];
  readonly returns: Nodes<ReturnShape>;
  readonly refunds: readonly { readonly id: string; readonly createdAt: string | null; readonly note: string | null; readonly totalRefundedSet: MoneyPair }[];
};

export type Variant = { readonly id: string; readonly title: string; readonly sku: string | null; readonly price: string;
  readonly compareAtPrice: string | null };
export type ProductShape = {
  readonly id: string; readonly legacyResourceId: string; readonly title: string; readonly handle?: string; readonly status: string;
    readonly productType: string; readonly vendor: string; readonly tags: readonly string[];
  readonly variants: Nodes<Variant>; readonly metafields?: Nodes<{ readonly id: string; readonly namespace: string; readonly key: string;
    readonly value: string; readonly type: string }>;
};

export type CustomerRow = { readonly id: string; readonly legacyResourceId: string; readonly displayName: string; readonly email: string | null;
  readonly tags: readonly string[]; readonly numberOfOrders: string;
  readonly defaultAddress: (Partial<Address> & { readonly countryCodeV2?: string | null }) | null };
export type CustomerShape = CustomerRow & { readonly note: string | null; readonly createdAt: string; readonly defaultAddress: Address | null;
  readonly orders: Nodes<OrderRow> };

/** The best known state of an order's parcels: the least advanced of them; null without parcels. */
export function deliveryOf(parcels: readonly { readonly displayStatus: string | null }[]): string | null {
  const order = ["FAILURE", "ATTEMPTED_DELIVERY", "DELAYED", "FULFILLED", "CONFIRMED", "IN_TRANSIT", "OUT_FOR_DELIVERY", "DELIVERED"];
  const known = parcels.map((p) => p.displayStatus).filter((s): s is string => s !== null && order.includes(s));
  return order.find((s) => known.includes(s)) ?? null;
}
