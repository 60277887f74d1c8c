import type { MoneyBagInput } from "./bag.ts";
import type { AddressInput } from "./address.ts";

export type TaxLineInput = { title: string; rate: string | number; priceSet?: MoneyBagInput | null; channelLiable?: boolean | null };

export type LineInput = {
  title?: string | null;
  quantity: number;
  priceSet?: MoneyBagInput | null;
  variantId?: string | null;
  productId?: string | null;
  sku?: string | null;
  variantTitle?: string | null;
  vendor?: string | null;
  taxable?: boolean | null;
  requiresShipping?: boolean | null;
  giftCard?: boolean | null;
  taxLines?: TaxLineInput[] | null;
  properties?: { name: string; value: string }[] | null;
  weight?: { value: number; unit: string } | null;
};

export type ShippingLineInput = { title: string; code?: string | null; source?: string | null; priceSet: MoneyBagInput; taxLines?: TaxLineInput[] | null };

export type DiscountCodeInput = {
  itemFixedDiscountCode?: { code: string; amountSet?: MoneyBagInput | null } | null;
  itemPercentageDiscountCode?: { code: string; percentage?: number | null } | null;
  freeShippingDiscountCode?: { code: string } | null;
};

export type TransactionInput = {
  kind?: string | null;
  status?: string | null;
  gateway?: string | null;
  amountSet: MoneyBagInput;
  test?: boolean | null;
  processedAt?: string | null;
  authorizationCode?: string | null;
  receiptJson?: unknown;
  locationId?: string | null;
};

export type CustomerChoice = {
  toAssociate?: { id?: string | null; email?: string | null } | null;
  toUpsert?: { id?: string | null; email?: string | null; firstName?: string | null; lastName?: string | null; phone?: string | null; tags?: string[] | null; note?: string | null } | null;
};

export type FulfillmentChoice = {
  locationId: string;
  shipmentStatus?: string | null;
  trackingCompany?: string | null;
  trackingNumber?: string | null;
  trackingNumbers?: string[] | null;
  originAddress?: { address1?: string | null; address2?: string | null; city?: string | null; countryCode: string; provinceCode?: string | null; zip?: string | null } | null;
};

export type OrderInput = {
  email?: string | null;
  phone?: string | null;
  note?: string | null;
  poNumber?: string | null;
  name?: string | null;
  tags?: string[] | null;
  test?: boolean | null;
  currency?: string | null;
  presentmentCurrency?: string | null;
  processedAt?: string | null;
  closedAt?: string | null;
  taxesIncluded?: boolean | null;
  financialStatus?: string | null;
  fulfillmentStatus?: string | null;
  fulfillment?: FulfillmentChoice | null;
  customAttributes?: { key: string; value: string }[] | null;
  customer?: CustomerChoice | null;
  customerId?: string | null;
  buyerAcceptsMarketing?: boolean | null;
  billingAddress?: AddressInput | null;
  shippingAddress?: AddressInput | null;
  sourceName?: string | null;
  sourceIdentifier?: string | null;
  sourceUrl?: string | null;
  lineItems?: LineInput[] | null;
  shippingLines?: ShippingLineInput[] | null;
  taxLines?: TaxLineInput[] | null;
  discountCode?: DiscountCodeInput | null;
  transactions?: TransactionInput[] | null;
  metafields?: Record<string, unknown>[] | null;
};

export type OrderOptions = { inventoryBehaviour?: "BYPASS" | "DECREMENT_IGNORING_POLICY" | "DECREMENT_OBEYING_POLICY" | null };
