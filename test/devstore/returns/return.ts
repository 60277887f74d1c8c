import type { Bag } from "../orders/bag.ts";

export type ReturnStatus = "REQUESTED" | "OPEN" | "CLOSED" | "CANCELED" | "DECLINED";

/** `total` is the fee of all units of the line, fixed when the return is made. */
export type RestockingFeeRecord = { __typename: "RestockingFee"; id: string; percentage: number; total: Bag };

export type ReturnLineRecord = {
  __typename: "ReturnLineItem";
  id: string;
  returnId: string;
  fulfillmentLineId: string;
  quantity: number;
  processedQuantity: number;
  refundedQuantity: number;
  returnReason: string;
  reasonDefinitionId: string;
  returnReasonNote: string;
  customerNote: string | null;
  restockingFee: RestockingFeeRecord | null;
};

export type ExchangeLineRecord = {
  __typename: "ExchangeLineItem";
  id: string;
  returnId: string;
  quantity: number;
  processedQuantity: number;
  variantId: string | null;
  productId: string | null;
  title: string;
  variantTitle: string | null;
  variantSku: string | null;
  /** Price of a unit when the return was made, and the discount on one. */
  unitPrice: Bag;
  unitDiscount: Bag;
  discountLabel: string | null;
  discountValue: { percentage: number } | { amount: Bag } | null;
  taxable: boolean;
  requiresShipping: boolean;
  /** Order lines made of it, one each time it was processed. */
  lineItemIds: string[];
};

export type ReturnFeeRecord = { __typename: "ReturnShippingFee"; id: string; amount: Bag; charged: boolean };

export type ReturnRecord = {
  __typename: "Return";
  id: string;
  orderId: string;
  name: string;
  status: ReturnStatus;
  createdAt: string;
  closedAt: string | null;
  requestApprovedAt: string | null;
  decline: { __typename: "ReturnDecline"; reason: string; note: string | null } | null;
  lines: ReturnLineRecord[];
  exchanges: ExchangeLineRecord[];
  shippingFee: ReturnFeeRecord | null;
  reverseOrderIds: string[];
  refundIds: string[];
};

export type DispositionRecord = { __typename: "ReverseFulfillmentOrderDisposition"; id: string; type: string; quantity: number; locationId: string | null; createdAt: string };

export type ReverseLineRecord = {
  __typename: "ReverseFulfillmentOrderLineItem";
  id: string;
  reverseOrderId: string;
  returnLineId: string;
  fulfillmentLineId: string;
  totalQuantity: number;
  dispositions: DispositionRecord[];
};

export type ReverseOrderRecord = {
  __typename: "ReverseFulfillmentOrder";
  id: string;
  returnId: string;
  orderId: string;
  status: "OPEN" | "CLOSED" | "CANCELED";
  lines: ReverseLineRecord[];
  deliveryIds: string[];
};

export type ReverseDeliveryRecord = {
  __typename: "ReverseDelivery";
  id: string;
  reverseOrderId: string;
  lines: { __typename: "ReverseDeliveryLineItem"; id: string; reverseLineId: string; quantity: number }[];
  tracking: { number: string | null; url: string | null } | null;
  label: { publicFileUrl: string | null; createdAt: string; updatedAt: string } | null;
};
