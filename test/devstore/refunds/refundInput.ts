import type { Ctx } from "../kernel/context.ts";
import { idOf } from "../kernel/ids.ts";
import { minorOf } from "../kernel/money.ts";
import { refuse } from "../kernel/refused.ts";
import { ZERO, bag, higher, type Bag, type MoneyInput } from "../orders/bag.ts";
import { bagOfPresentment } from "../orders/bag.ts";
import { linesOf, transactionsOf } from "../orders/lookup.ts";
import type { OrderRecord, TransactionRecord } from "../orders/order.ts";
import { timeIn } from "../orders/timeIn.ts";
import type { Payout } from "./payBack.ts";
import { shippingRefundable, type DutyAsk } from "./reckon.ts";

export type DutyInput = { dutyId: string; refundType?: "FULL" | "PROPORTIONAL" | null };
export type MethodInput = { storeCreditRefund?: { amount: MoneyInput; expiresAt?: string | null } | null };
export type ShippingRefundInput = { fullRefund?: boolean | null; shippingRefundAmount?: MoneyInput | null };

/** Duties of a request; FULL unless PROPORTIONAL is asked (assumed default). */
export function dutiesAsked(ctx: Ctx, order: OrderRecord, inputs: readonly DutyInput[] | null | undefined, field: readonly string[]): DutyAsk[] {
  return (inputs ?? []).map((input, i) => {
    idOf(input.dutyId, "Duty");
    for (const line of linesOf(ctx.shop, order)) {
      const duty = line.dutyCharges.find((d) => d.id === input.dutyId);
      if (duty) return { duty, line, full: input.refundType !== "PROPORTIONAL" };
    }
    return refuse([...field, String(i), "dutyId"], "Duty does not exist", "NOT_FOUND");
  });
}

/** Shipping to refund of returns: an amount in the customer's currency overrides `fullRefund` (schema: RefundShippingInput). */
export function shippingAsked(order: OrderRecord, input: ShippingRefundInput | null | undefined, field: readonly string[]): Bag {
  if (!input) return ZERO;
  const amount = input.shippingRefundAmount;
  if (amount) return shippingAmount(order, minorOf(amount.amount, order.presentmentCurrencyCode), field);
  return input.fullRefund ? shippingRefundable(order) : ZERO;
}

/** An amount of shipping in presentment minor units on both sides, never more than is left of it. */
export function shippingAmount(order: OrderRecord, presentment: number, field: readonly string[]): Bag {
  const left = shippingRefundable(order);
  if (presentment > left.presentment) refuse(field, "Shipping refund amount is greater than the refundable shipping amount", "INVALID");
  if (presentment === left.presentment) return left;
  const whole = left.presentment === 0 ? bagOfPresentment(presentment, order) : bag(Math.trunc((left.shop * presentment) / left.presentment), presentment);
  return higher(ZERO, whole);
}

/** Store credit of a request, in the customer's currency. */
export function storeCreditAsked(ctx: Ctx, order: OrderRecord, methods: readonly MethodInput[] | null | undefined, field: readonly string[]): Payout["toStoreCredit"] {
  return (methods ?? []).flatMap((method, i) => {
    const credit = method.storeCreditRefund;
    if (!credit) return [];
    const at = [...field, String(i), "storeCreditRefund"];
    if (credit.amount.currencyCode !== order.presentmentCurrencyCode) refuse([...at, "amount"], "Store credit must be in the presentment currency of the order", "INVALID");
    if (credit.expiresAt && Date.parse(credit.expiresAt) <= Date.parse(ctx.now())) refuse([...at, "expiresAt"], "The expiry date must be in the future", "INVALID");
    const amount = minorOf(credit.amount.amount, order.presentmentCurrencyCode);
    if (amount <= 0) refuse([...at, "amount"], "Amount must be greater than zero", "INVALID");
    return [{ amount, expiresAt: timeIn(credit.expiresAt) }];
  });
}

/** A payment of the order that money can go back to; undefined for any other id. */
export function paymentBy(ctx: Ctx, order: OrderRecord, id: string | null | undefined): TransactionRecord | undefined {
  if (id == null) return undefined;
  idOf(id, "OrderTransaction");
  return transactionsOf(ctx.shop, order).find((t) => t.id === id && (t.kind === "SALE" || t.kind === "CAPTURE") && t.status === "SUCCESS");
}
