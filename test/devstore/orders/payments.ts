import { ZERO, bag, higher, isZero, lower, minus, sum, type Bag } from "./bag.ts";
import type { TransactionRecord } from "./order.ts";

/** What the transactions of an order say, in both currencies. */
export type Payments = {
  received: Bag;
  refunded: Bag;
  /** Received less refunded. */
  net: Bag;
  /** Authorized, neither captured nor voided. */
  capturable: Bag;
  pending: Bag;
  authorized: Bag;
  voided: boolean;
};

const done = (t: TransactionRecord): boolean => t.status === "SUCCESS";
const authorizes = (t: TransactionRecord): boolean => t.kind === "AUTHORIZATION" || t.kind === "EMV_AUTHORIZATION";
const pays = (t: TransactionRecord): boolean => t.kind === "SALE" || t.kind === "CAPTURE";
const total = (list: readonly TransactionRecord[]): Bag => sum(list.map((t) => t.amount));

export function paymentsOf(transactions: readonly TransactionRecord[]): Payments {
  const good = transactions.filter(done);
  const received = minus(total(good.filter(pays)), total(good.filter((t) => t.kind === "CHANGE")));
  const refunded = total(good.filter((t) => t.kind === "REFUND"));
  const authorizations = good.filter(authorizes);
  const capturable = sum(authorizations.map((a) => openAuthorization(a, good)));
  return {
    received, refunded, net: minus(received, refunded), capturable,
    pending: total(transactions.filter((t) => pays(t) && t.status === "PENDING")),
    authorized: total(authorizations),
    voided: authorizations.length > 0 && good.some((t) => t.kind === "VOID") && isZero(capturable),
  };
}

/** What is left to capture of an authorization; a void ends it. */
export function openAuthorization(authorization: TransactionRecord, all: readonly TransactionRecord[]): Bag {
  const after = all.filter((t) => t.parentId === authorization.id && done(t));
  if (after.some((t) => t.kind === "VOID")) return ZERO;
  return higher(ZERO, minus(authorization.amount, total(after.filter((t) => t.kind === "CAPTURE"))));
}

/** A payment that money can go back to, and how much of it. */
export type Refundable = { payment: TransactionRecord; left: Bag };

/** Payments of an order with what is left to refund on each, oldest first. */
export function refundables(transactions: readonly TransactionRecord[]): Refundable[] {
  return transactions.filter((t) => pays(t) && done(t)).map((payment) => ({ payment, left: refundableOf(payment, transactions) }));
}

export function refundableOf(payment: TransactionRecord, transactions: readonly TransactionRecord[]): Bag {
  const back = total(transactions.filter((t) => t.kind === "REFUND" && done(t) && t.parentId === payment.id));
  return higher(ZERO, minus(payment.amount, back));
}

/** The shop's side of a refund of a payment: in the payment's own proportion, cumulative, so that all of it is all of it. */
export function refundBag(payment: TransactionRecord, presentment: number, transactions: readonly TransactionRecord[]): Bag {
  const already = minus(payment.amount, refundableOf(payment, transactions));
  if (payment.amount.presentment === 0) return bag(presentment);
  const upTo = Math.trunc((payment.amount.shop * (already.presentment + presentment)) / payment.amount.presentment);
  return bag(upTo - already.shop, presentment);
}

/**
 * `displayFinancialStatus`. Nothing paid and nothing stated is null (recorded: all 38 creations); a stated status holds
 * until money moves. Compared in the presentment currency, the one the customer pays in.
 */
export function financialStatus(stated: string | null, payments: Payments, due: Bag): string | null {
  if (stated !== null) return stated;
  if (payments.refunded.presentment > 0) return payments.net.presentment <= 0 ? "REFUNDED" : "PARTIALLY_REFUNDED";
  if (payments.received.presentment > 0) return payments.net.presentment >= due.presentment ? "PAID" : "PARTIALLY_PAID";
  if (payments.capturable.presentment > 0) return "AUTHORIZED";
  if (payments.voided) return "VOIDED";
  return payments.pending.presentment > 0 ? "PENDING" : null;
}

/**
 * What is not yet paid, authorized amounts counting as paid (recorded: order-create-math, authorization). Negative: owed
 * to the customer. Balanced in the customer's currency is balanced: what the rates made of it is no debt (assumed).
 */
export function outstanding(due: Bag, payments: Payments): Bag {
  const owed = minus(due, payments.net);
  const open = higher(ZERO, owed);
  const left = isZero(payments.capturable) ? owed : minus(owed, lower(open, payments.capturable));
  return left.presentment === 0 ? ZERO : left;
}

/** Spreads an amount over payments, oldest first, never more than is left on each. Returns what found no place. */
export function overPayments(amount: Bag, all: readonly Refundable[]): { parts: (Refundable & { amount: Bag })[]; rest: Bag } {
  let rest = amount;
  const parts: (Refundable & { amount: Bag })[] = [];
  for (const one of all) {
    const taken = lower(one.left, rest);
    if (taken.presentment <= 0) continue;
    parts.push({ ...one, amount: taken });
    rest = minus(rest, taken);
  }
  return { parts, rest };
}

