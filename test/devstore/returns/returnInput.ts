import type { MoneyInput } from "../orders/bag.ts";

export type LineInput = {
  fulfillmentLineItemId: string;
  quantity: number;
  returnReason?: string | null;
  returnReasonDefinitionId?: string | null;
  returnReasonNote?: string | null;
  customerNote?: string | null;
  restockingFee?: { percentage: number } | null;
};

export type ExchangeInput = {
  variantId?: string | null;
  quantity: number;
  appliedDiscount?: { description?: string | null; value: { amount?: MoneyInput | null; percentage?: number | null } } | null;
};

export type ReturnInput = {
  orderId: string;
  returnLineItems: LineInput[];
  exchangeLineItems?: ExchangeInput[] | null;
  returnShippingFee?: { amount: MoneyInput } | null;
};
