import type { Ctx } from "../kernel/context.ts";
import { newId } from "../kernel/ids.ts";
import { priceText } from "../kernel/money.ts";
import { refuse } from "../kernel/refused.ts";
import { bag, lower, plus, sum, type Bag } from "../orders/bag.ts";
import { transactionsOf } from "../orders/lookup.ts";
import type { OrderRecord, TransactionRecord } from "../orders/order.ts";
import { refundBag, refundableOf } from "../orders/payments.ts";
import { refundDue, standingOf, worthNow } from "../orders/standing.ts";
import { newTransaction, recordTransaction } from "../orders/transaction.ts";
import type { RefundRecord } from "./refund.ts";
import { creditForRefund } from "./storeCredit.ts";

/** Money that goes back: to payments of the order in presentment minor units, and as new store credit. */
export type Payout = {
  toPayments: readonly { parent: TransactionRecord; amount: number }[];
  toStoreCredit: readonly { amount: number; expiresAt: string | null }[];
  allowOver: boolean;
};

/**
 * Refuses what cannot be paid back: more than was received and not yet returned (recorded: refund-over-refund), or
 * more on one payment than is left of it (assumed). `allowOverRefunding` lifts the first limit for store credit given
 * before, never that of a payment (schema: allowOverRefunding; documented: refund to store credit).
 */
export function checkPayout(ctx: Ctx, order: OrderRecord, payout: Payout): void {
  const net = standingOf(ctx.shop, order).payments.net.presentment;
  const asked = total(payout);
  const text = (minor: number): string => `$${priceText(minor, order.presentmentCurrencyCode)}`;
  if (asked > net && !payout.allowOver) refuse(null, `Refund amount ${text(asked)} is greater than net payment received ${text(net)}`);
  const all = transactionsOf(ctx.shop, order);
  for (const [parent, amount] of byParent(payout)) {
    const left = refundableOf(parent, all).presentment;
    if (amount > left) refuse(null, `Refund amount ${text(amount)} is greater than net payment received ${text(left)}`);
  }
  if (payout.toStoreCredit.length > 0 && !order.customerId) refuse(["refundMethods"], "Order must have a customer to refund to store credit");
}

const total = (payout: Payout): number => [...payout.toPayments, ...payout.toStoreCredit].reduce((n, p) => n + p.amount, 0);

function byParent(payout: Payout): Map<TransactionRecord, number> {
  const sums = new Map<TransactionRecord, number>();
  for (const { parent, amount } of payout.toPayments) sums.set(parent, (sums.get(parent) ?? 0) + amount);
  return sums;
}

/** Pays back: one REFUND transaction for each payment and each store credit, successful at once (recorded: refund-transactions-validation). */
export function payBack(ctx: Ctx, order: OrderRecord, refund: RefundRecord, payout: Payout): Bag {
  const made = payout.toPayments.map(({ parent, amount }) => {
    const both = lower(refundBag(parent, amount, transactionsOf(ctx.shop, order)), { ...roomIn(ctx, order, payout), presentment: amount });
    return recordTransaction(ctx.shop, order, { ...newTransaction(ctx, order, "REFUND", both), gateway: parent.gateway, parentId: parent.id, refundId: refund.id });
  });
  const credited = payout.toStoreCredit.map((credit) => {
    const both = bag(shopSide(ctx, order, credit.amount), credit.amount);
    const transaction = recordTransaction(ctx.shop, order, { ...newTransaction(ctx, order, "REFUND", both), gateway: "shopify_store_credit", refundId: refund.id });
    creditForRefund(ctx, order, transaction, credit.amount, credit.expiresAt);
    return transaction;
  });
  const all = [...made, ...credited];
  refund.transactionIds.push(...all.map((t) => t.id));
  return sum(all.map((t) => t.amount));
}

/** The shop's side never gives back more than came in, though payments of one order may have had different rates. */
const roomIn = (ctx: Ctx, order: OrderRecord, payout: Payout): { shop: number } => ({ shop: payout.allowOver ? Number.MAX_SAFE_INTEGER : standingOf(ctx.shop, order).payments.net.shop });

/** Store credit has no payment behind it: its shop side is in proportion to what was received net. */
function shopSide(ctx: Ctx, order: OrderRecord, amount: number): number {
  const { net, received } = standingOf(ctx.shop, order).payments;
  const base = net.presentment > 0 ? net : received;
  if (base.presentment === 0) return amount;
  return amount === base.presentment ? base.shop : Math.trunc((base.shop * amount) / base.presentment);
}

/**
 * The difference between what was due and what was paid back becomes an adjustment of the order, so that a refund
 * settles what it is about (schema: OrderAdjustment, Order.refundDiscrepancySet: positive in the merchant's favour). A
 * difference that only the rates make is none.
 */
export function adjust(ctx: Ctx, order: OrderRecord, refund: RefundRecord, difference: Bag, reason: string): void {
  if (difference.presentment === 0) return;
  order.adjustments = plus(order.adjustments, difference);
  refund.adjustments.push({ __typename: "OrderAdjustment", id: newId(ctx.shop, "OrderAdjustment"), amount: difference, reason });
}

/** What is due for a reckoning as the order stands now, that is before its parts are taken off, and what balances it. */
export function dueFor(ctx: Ctx, order: OrderRecord, value: Bag): { due: Bag; balancing: Bag } {
  const standing = standingOf(ctx.shop, order);
  return { due: refundDue(value, standing), balancing: worthNow(value, standing).balancing };
}
