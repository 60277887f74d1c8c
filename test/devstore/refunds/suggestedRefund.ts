import type { Ctx } from "../kernel/context.ts";
import { idOf } from "../kernel/ids.ts";
import { Failure } from "../kernel/failure.ts";
import { minorOf, priceText } from "../kernel/money.ts";
import { ZERO, bagOf, plus, sum, type Bag } from "../orders/bag.ts";
import { currentQuantity, shippingTaxLeft } from "../orders/lineMoney.ts";
import { linesOf, transactionsOf } from "../orders/lookup.ts";
import type { OrderRecord } from "../orders/order.ts";
import { overPayments, refundables } from "../orders/payments.ts";
import { standingOf } from "../orders/standing.ts";
import { gatewayName } from "../orders/transaction.ts";
import { dueFor } from "./payBack.ts";
import { reckon, shippingRefundable, wholeOrder, type Ask, type Reckoning } from "./reckon.ts";
import { dutiesAsked, shippingAmount, type DutyInput } from "./refundInput.ts";
import { dutyOf } from "../orders/lineFields.ts";

type Args = {
  refundLineItems?: { lineItemId: string; quantity: number; restockType?: string | null; locationId?: string | null }[] | null;
  refundShipping?: boolean | null;
  shippingAmount?: string | null;
  refundDuties?: DutyInput[] | null;
  suggestFullRefund?: boolean | null;
  refundMethodAllocation?: "ORIGINAL_PAYMENT_METHODS" | "STORE_CREDIT" | null;
};

/** `order.suggestedRefund`. */
export function suggestedRefund(order: OrderRecord, args: Args, ctx: Ctx): object {
  const reckoning = reckon(order, args.suggestFullRefund ? wholeOrder(order, linesOf(ctx.shop, order)) : askOf(order, args, ctx));
  const amount = dueFor(ctx, order, reckoning.value).due;
  const out = (of: Bag): object => bagOf(of, order);
  const text = (of: Bag): string => priceText(of.shop, order.currencyCode);
  const figures = figuresOf(order, reckoning);
  const most = standingOf(ctx.shop, order).payments.net;
  return {
    __typename: "SuggestedRefund",
    amount: text(amount), amountSet: out(amount),
    subtotal: text(figures.subtotal), subtotalSet: out(figures.subtotal),
    discountedSubtotalSet: out(figures.discountedSubtotal), totalCartDiscountAmountSet: out(figures.cartDiscount),
    totalTaxes: text(reckoning.tax), totalTaxSet: out(reckoning.tax), totalDutiesSet: out(figures.duties),
    maximumRefundable: text(most), maximumRefundableSet: out(most),
    refundDuties: refundDutiesOf(ctx, order, reckoning),
    refundLineItems: reckoning.lines.map((part, i) => suggestedLine(order, part, args.refundLineItems?.[i], ctx)),
    shipping: shippingRefundOf(order, reckoning),
    ...methodsOf(ctx, order, amount, args.refundMethodAllocation),
  };
}

function askOf(order: OrderRecord, args: Args, ctx: Ctx): Ask {
  const lines = (args.refundLineItems ?? []).map((input) => {
    const line = ctx.shop.lineItems.get(idOf(input.lineItemId, "LineItem"));
    if (!line || line.orderId !== order.id) throw new Failure(`Line item ${input.lineItemId} does not exist`, "RESOURCE_NOT_FOUND");
    if (input.quantity > currentQuantity(line)) throw new Failure("Quantity cannot refund more items than were purchased", "BAD_REQUEST");
    return { line, quantity: input.quantity };
  });
  const shipping = args.shippingAmount != null
    ? shippingAmount(order, minorOf(args.shippingAmount, order.presentmentCurrencyCode), ["shippingAmount"])
    : args.refundShipping ? shippingRefundable(order) : ZERO;
  return { lines, shipping, duties: dutiesAsked(ctx, order, args.refundDuties, ["refundDuties"]) };
}

/**
 * The sums of a suggestion: prices before the discounts over the whole order and after them (schema: "sum of all the
 * prices" and "of all the discounted prices"; which discounts are meant is assumed).
 */
export function figuresOf(_order: OrderRecord, reckoning: Reckoning): { subtotal: Bag; discountedSubtotal: Bag; cartDiscount: Bag; duties: Bag } {
  const discountedSubtotal = sum(reckoning.lines.map((l) => l.worth.net));
  const cartDiscount = sum(reckoning.lines.map((l) => l.worth.orderDiscount));
  return { subtotal: plus(discountedSubtotal, cartDiscount), discountedSubtotal, cartDiscount, duties: sum(reckoning.duties.map((d) => d.amount)) };
}

export function refundDutiesOf(ctx: Ctx, order: OrderRecord, reckoning: Reckoning): object[] {
  const lines = linesOf(ctx.shop, order);
  return reckoning.duties.map(({ duty, amount }) => ({
    __typename: "RefundDuty", amountSet: bagOf(amount, order), originalDuty: lines.some((l) => l.dutyCharges.includes(duty)) ? dutyOf(duty, order) : null,
  }));
}

/** `ShippingRefund`: what goes back, its tax, and the most that could. */
export function shippingRefundOf(order: OrderRecord, reckoning: Reckoning): object {
  const amount = sum(reckoning.shipping.map((s) => s.amount));
  const tax = sum(reckoning.shipping.map((s) => s.tax));
  const left = shippingRefundable(order);
  const most = order.taxesIncluded ? left : plus(left, sum(order.shippingLines.map(shippingTaxLeft)));
  const text = (of: Bag): string => priceText(of.shop, order.currencyCode);
  return {
    __typename: "ShippingRefund", amount: text(amount), amountSet: bagOf(amount, order), tax: text(tax), taxSet: bagOf(tax, order),
    maximumRefundable: text(most), maximumRefundableSet: bagOf(most, order),
  };
}

function suggestedLine(order: OrderRecord, part: Reckoning["lines"][number], input: { restockType?: string | null; locationId?: string | null } | undefined, ctx: Ctx): object {
  return {
    __typename: "RefundLineItem", id: null, lineItemId: part.line.id, quantity: part.quantity, restockType: input?.restockType ?? "NO_RESTOCK", restocked: false,
    locationId: input?.locationId && ctx.shop.locations.has(input.locationId) ? input.locationId : null, subtotal: part.worth.net, tax: part.worth.tax, orderId: order.id,
  };
}

/** How an amount would go back: to payments oldest first (assumed), or as store credit where that is asked (schema: RefundMethodAllocation). */
export function methodsOf(ctx: Ctx, order: OrderRecord, amount: Bag, allocation: Args["refundMethodAllocation"]): { suggestedTransactions: object[]; suggestedRefundMethods: object[] } {
  const most = standingOf(ctx.shop, order).payments.net;
  if (allocation === "STORE_CREDIT") {
    const credit = { __typename: "SuggestedStoreCreditRefund", amount: bagOf(amount, order), maximumRefundable: bagOf(most, order), expiresAt: null };
    return { suggestedTransactions: [], suggestedRefundMethods: amount.presentment > 0 ? [credit] : [] };
  }
  const { parts } = overPayments(amount, refundables(transactionsOf(ctx.shop, order)));
  const suggestedTransactions = parts.map(({ payment, left, amount: part }) => ({
    __typename: "SuggestedOrderTransaction", kind: "SUGGESTED_REFUND", gateway: payment.gateway, formattedGateway: gatewayName(payment.gateway), accountNumber: null,
    amount: priceText(part.shop, order.currencyCode), amountSet: bagOf(part, order), maximumRefundable: priceText(left.shop, order.currencyCode),
    maximumRefundableSet: bagOf(left, order), parentTransaction: payment, paymentDetails: null,
  }));
  return { suggestedTransactions, suggestedRefundMethods: [] };
}
