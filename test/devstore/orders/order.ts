import type { Bag } from "./bag.ts";
import type { Address } from "./address.ts";

export type TaxCharge = { title: string; rate: number; price: Bag; channelLiable: boolean | null };

/** A discount as it was meant; what it took from each line is that line's allocation with the same index. */
export type Discount = {
  index: number;
  kind: "code" | "manual";
  /** The code, or the description of a manual discount. */
  label: string;
  target: "LINE_ITEM" | "SHIPPING_LINE";
  /** ORDER: over all lines; LINE: over one line only. */
  level: "ORDER" | "LINE";
  value: { percentage: number } | { amount: Bag };
};

export type Allocation = { index: number; amount: Bag };

export type DutyCharge = { id: string; price: Bag; taxes: TaxCharge[]; countryCode: string | null; hsCode: string | null; refunded: Bag };

/**
 * A line as ordered, edits included. `taxes` and `allocations` are totals of all `quantity` units. Units leave it in
 * three ways: `removed` by an edit or a cancellation, `refunded` by a refund outside a return, `returned` by a processed return.
 */
export type LineItemRecord = {
  __typename: "LineItem";
  id: string;
  orderId: string;
  title: string;
  variantTitle: string | null;
  sku: string | null;
  vendor: string | null;
  variantId: string | null;
  productId: string | null;
  quantity: number;
  removed: number;
  refunded: number;
  returned: number;
  unitPrice: Bag;
  taxes: TaxCharge[];
  allocations: Allocation[];
  dutyCharges: DutyCharge[];
  taxable: boolean;
  requiresShipping: boolean;
  isGiftCard: boolean;
  customAttributes: { key: string; value: string | null }[];
  grams: number;
  /** Units taken from the inventory of this location when the line was ordered. */
  claimedAt: string | null;
};

export type ShippingLineRecord = {
  __typename: "ShippingLine";
  id: string;
  title: string;
  code: string | null;
  source: string | null;
  price: Bag;
  taxes: TaxCharge[];
  allocations: Allocation[];
  refunded: Bag;
  refundedTax: Bag;
};

export type TransactionKind = "SALE" | "AUTHORIZATION" | "CAPTURE" | "REFUND" | "VOID" | "CHANGE" | "EMV_AUTHORIZATION" | "SUGGESTED_REFUND";

export type TransactionRecord = {
  __typename: "OrderTransaction";
  id: string;
  orderId: string;
  kind: TransactionKind;
  status: "SUCCESS" | "PENDING" | "FAILURE" | "ERROR" | "AWAITING_RESPONSE" | "UNKNOWN";
  gateway: string;
  amount: Bag;
  parentId: string | null;
  refundId: string | null;
  test: boolean;
  createdAt: string;
  processedAt: string;
  authorizationCode: string | null;
  receiptJson: string | null;
  locationId: string | null;
};

export type OrderRecord = {
  __typename: "Order";
  id: string;
  name: string;
  number: number;
  email: string | null;
  phone: string | null;
  note: string | null;
  poNumber: string | null;
  tags: string[];
  test: boolean;
  createdAt: string;
  updatedAt: string;
  processedAt: string;
  closedAt: string | null;
  cancelledAt: string | null;
  cancelReason: string | null;
  staffNote: string | null;
  currencyCode: string;
  presentmentCurrencyCode: string;
  taxesIncluded: boolean;
  customAttributes: { key: string; value: string | null }[];
  customerId: string | null;
  customerAcceptsMarketing: boolean;
  billingAddress: Address | null;
  shippingAddress: Address | null;
  sourceName: string | null;
  sourceIdentifier: string | null;
  sourceUrl: string | null;
  /** The app whose token made the order. */
  appClientId: string;
  confirmationNumber: string;
  /** `financialStatus` of the creation; holds until money moves. */
  statedFinancialStatus: string | null;
  edited: boolean;
  discounts: Discount[];
  lineItemIds: string[];
  shippingLines: ShippingLineRecord[];
  transactionIds: string[];
  fulfillmentOrderIds: string[];
  fulfillmentIds: string[];
  refundIds: string[];
  returnIds: string[];
  /** How many returns the order ever had: the next is named with one more. */
  returnCount: number;
  fulfillmentCount: number;
  /** Fees of processed returns. */
  fees: Bag;
  /** Sum of the adjustments of all refunds: what was due less what was paid back. */
  adjustments: Bag;
  originalTotal: Bag;
};
