import type { Bag } from "../orders/bag.ts";

export type RefundLineRecord = {
  __typename: "RefundLineItem";
  id: string;
  lineItemId: string;
  quantity: number;
  restockType: "RETURN" | "CANCEL" | "NO_RESTOCK" | "LEGACY_RESTOCK";
  restocked: boolean;
  locationId: string | null;
  /** After all discounts. */
  subtotal: Bag;
  tax: Bag;
};

export type AdjustmentRecord = { __typename: "OrderAdjustment"; id: string; amount: Bag; reason: string };

export type RefundRecord = {
  __typename: "Refund";
  id: string;
  orderId: string;
  returnId: string | null;
  note: string | null;
  createdAt: string;
  updatedAt: string;
  processedAt: string;
  lines: RefundLineRecord[];
  shipping: { id: string; shippingLineId: string; subtotal: Bag; tax: Bag }[];
  duties: { dutyId: string; amount: Bag }[];
  adjustments: AdjustmentRecord[];
  transactionIds: string[];
};

export type StoreCreditTransactionRecord = {
  __typename: "StoreCreditAccountCreditTransaction" | "StoreCreditAccountDebitTransaction";
  id: string;
  accountId: string;
  /** Minor units of the account's currency; negative for a debit. */
  amount: number;
  balanceAfter: number;
  remaining: number;
  event: "ADJUSTMENT" | "ORDER_REFUND" | "ORDER_CANCELLATION";
  originTransactionId: string | null;
  createdAt: string;
  expiresAt: string | null;
};

export type StoreCreditAccountRecord = { __typename: "StoreCreditAccount"; id: string; ownerId: string; currency: string; balance: number; transactions: StoreCreditTransactionRecord[] };
