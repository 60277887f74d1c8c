import type { Ctx } from "../kernel/context.ts";
import { priceText } from "../kernel/money.ts";
import { ZERO, bagOf, sum, type Bag } from "./bag.ts";
import { dutiesLeft, dutiesOf, shippingLeft } from "./lineMoney.ts";
import { linesOf, refundsOf } from "./lookup.ts";
import type { OrderRecord } from "./order.ts";
import { standingOf, type Standing } from "./standing.ts";
import { totalsAsOrdered, type Totals } from "./totals.ts";

type Amount = (order: OrderRecord, ctx: Ctx) => Bag;

const asOrdered = (of: (totals: Totals) => Bag): Amount => (order, ctx) => of(totalsAsOrdered(order, linesOf(ctx.shop, order)));
const now = (of: (standing: Standing) => Bag): Amount => (order, ctx) => of(standingOf(ctx.shop, order));

/** Shipping that refunds gave back, without its tax. */
const refundedShipping: Amount = (order) => sum(order.shippingLines.map((s) => s.refunded));

const roundingOf = (order: OrderRecord): object => ({ __typename: "CashRoundingAdjustment", paymentSet: bagOf(ZERO, order), refundSet: bagOf(ZERO, order) });

/** Every amount of an order that is a money bag, by field. */
const AMOUNTS: Record<string, Amount> = {
  subtotalPriceSet: asOrdered((t) => t.subtotal),
  totalPriceSet: asOrdered((t) => t.total),
  totalTaxSet: asOrdered((t) => t.tax),
  totalDiscountsSet: asOrdered((t) => t.discounts),
  cartDiscountAmountSet: asOrdered((t) => t.cartDiscounts),
  totalShippingPriceSet: asOrdered((t) => t.shipping),
  originalTotalPriceSet: (order) => order.originalTotal,
  currentSubtotalPriceSet: now((s) => s.totals.subtotal),
  currentTotalPriceSet: now((s) => s.totals.total),
  currentTotalTaxSet: now((s) => s.totals.tax),
  currentTotalDiscountsSet: now((s) => s.totals.discounts),
  currentCartDiscountAmountSet: now((s) => s.totals.cartDiscounts),
  currentShippingPriceSet: (order) => sum(order.shippingLines.map(shippingLeft)),
  totalReceivedSet: now((s) => s.payments.received),
  totalRefundedSet: now((s) => s.payments.refunded),
  netPaymentSet: now((s) => s.payments.net),
  totalCapturableSet: now((s) => s.payments.capturable),
  totalOutstandingSet: now((s) => s.outstanding),
  totalRefundedShippingSet: refundedShipping,
  refundDiscrepancySet: (order, ctx) => sum(refundsOf(ctx.shop, order).flatMap((r) => r.adjustments.map((a) => a.amount))),
  totalTipReceivedSet: () => ZERO,
};

type Field = (order: OrderRecord, args: object, ctx: Ctx) => unknown;
const set = (amount: Amount): Field => (order, _args, ctx) => bagOf(amount(order, ctx), order);
const plain = (amount: Amount): Field => (order, _args, ctx) => priceText(amount(order, ctx).shop, order.currencyCode);

const duties = (of: typeof dutiesOf): Field => (order, _args, ctx) => {
  const lines = linesOf(ctx.shop, order);
  return lines.some((l) => l.dutyCharges.length > 0) ? bagOf(sum(lines.map(of)), order) : null;
};

/** The deprecated plain amounts, in the shop's currency. */
const PLAIN: Record<string, string> = {
  subtotalPrice: "subtotalPriceSet", totalPrice: "totalPriceSet", totalTax: "totalTaxSet", totalDiscounts: "totalDiscountsSet", totalReceived: "totalReceivedSet",
  totalRefunded: "totalRefundedSet", totalCapturable: "totalCapturableSet", totalShippingPrice: "totalShippingPriceSet", netPayment: "netPaymentSet", cartDiscountAmount: "cartDiscountAmountSet",
};

const amountNamed = (name: string): Amount => AMOUNTS[name] ?? (() => ZERO);

/** Resolvers of an order's amounts. */
export const orderMoneyFields: Record<string, Field> = {
  ...Object.fromEntries(Object.entries(AMOUNTS).map(([name, amount]) => [name, set(amount)])),
  ...Object.fromEntries(Object.entries(PLAIN).map(([name, of]) => [name, plain(amountNamed(of))])),
  originalTotalDutiesSet: duties(dutiesOf),
  currentTotalDutiesSet: duties(dutiesLeft),
  originalTotalAdditionalFeesSet: () => null,
  currentTotalAdditionalFeesSet: () => null,
  totalCashRoundingAdjustment: roundingOf,
  totalTipReceived: (order) => bagOf(ZERO, order).shopMoney,
};

