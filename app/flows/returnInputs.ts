/** An RMA's lines as Shopify's returns take them: reasons by handle, notes that begin with our number, fees where there is a field. */
import type { Claim } from "../../policy/claim.ts";
import type { ReturnInput, ReturnRequestInput } from "../shopify/sendReturn.ts";
import type { ReturnFees } from "./feesAtShopify.ts";

export type LineForReturn = Readonly<{ fulfillmentLineId: string; quantity: number; claim: Claim; note: string }>;
export type ForReturn = Readonly<{ orderId: string; mark: string; lines: readonly LineForReturn[]; fees: ReturnFees; reasons: ReadonlyMap<string, string> }>;
/** What goes out: as a gift, or at its price. */
export type ExchangeFor = Readonly<{ variantId: string; quantity: number; isFree: boolean }>;

const LONGEST_CUSTOMER_NOTE = 300, LONGEST_STAFF_NOTE = 255;

/** Shopify's handle for a reason of a policy. */
const handles: Readonly<Record<string, string>> = {
  unwanted: "changed-my-mind", defective: "damaged-or-defective", damaged_on_arrival: "damaged-or-defective", wrong_item_sent: "received-the-wrong-item", not_as_described: "item-not-as-described",
};
/** What a handle says for a policy; other handles say nothing that a policy could decide by. */
const reasonsByHandle: Readonly<Record<string, string>> = {
  "changed-my-mind": "unwanted", "too-small": "unwanted", "too-big": "unwanted", style: "unwanted", color: "unwanted",
  "damaged-or-defective": "defective", "received-the-wrong-item": "wrong_item_sent", "item-not-as-described": "not_as_described",
};

export const reasonOfHandle = (handle: string | null): string | undefined => (handle === null ? undefined : reasonsByHandle[handle]);

const reasonId = (reasons: ReadonlyMap<string, string>, reason: string): { returnReasonDefinitionId: string } | Record<string, never> => {
  const id = reasons.get(handles[reason] ?? "other-reason");
  return id ? { returnReasonDefinitionId: id } : {};
};
const noteOf = (mark: string, note: string, longest: number): string => (note ? `${mark}: ${note}` : mark).slice(0, longest);
const feeOf = (percent: number | null | undefined): { restockingFee: { percentage: number } } | Record<string, never> => (percent == null ? {} : { restockingFee: { percentage: percent } });

function shippingFeeOf({ fees, lines }: ForReturn): Pick<ReturnInput, "returnShippingFee"> {
  const currencyCode = lines[0]?.claim.money.currency as never;
  return fees.shippingFee === null ? {} : { returnShippingFee: { amount: { amount: fees.shippingFee, currencyCode } } };
}

/** A customer's request, which somebody approves. */
export const requestInput = (about: ForReturn): ReturnRequestInput => ({
  orderId: about.orderId, ...shippingFeeOf(about),
  returnLineItems: about.lines.map((line, i) => ({
    fulfillmentLineItemId: line.fulfillmentLineId, quantity: line.quantity, customerNote: noteOf(about.mark, line.note, LONGEST_CUSTOMER_NOTE),
    ...reasonId(about.reasons, line.claim.request.reason), ...feeOf(about.fees.percents[i]),
  })),
});

/** A return that is open at once, with exchange lines where something else goes out for it. */
export const createInput = (about: ForReturn, exchanges: readonly ExchangeFor[] = []): ReturnInput => ({
  orderId: about.orderId, ...shippingFeeOf(about),
  returnLineItems: about.lines.map((line, i) => ({
    fulfillmentLineItemId: line.fulfillmentLineId, quantity: line.quantity, returnReasonNote: noteOf(about.mark, line.note, LONGEST_STAFF_NOTE),
    ...reasonId(about.reasons, line.claim.request.reason), ...feeOf(about.fees.percents[i]),
  })),
  ...(exchanges.length ? { exchangeLineItems: exchanges.map(({ variantId, quantity, isFree }) => ({ variantId, quantity, ...(isFree ? { appliedDiscount: { description: about.mark, value: { percentage: 100 } } } : {}) })) } : {}),
});
