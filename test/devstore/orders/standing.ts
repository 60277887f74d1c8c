import type { Shop } from "../shop.ts";
import { ZERO, higher, lower, minus, type Bag } from "./bag.ts";
import { linesOf, transactionsOf } from "./lookup.ts";
import type { LineItemRecord, OrderRecord, TransactionRecord } from "./order.ts";
import { outstanding, paymentsOf, type Payments } from "./payments.ts";
import { totalsNow, type Totals } from "./totals.ts";

/** How an order stands: what it costs now, what was paid, and the difference. */
export type Standing = {
  lines: LineItemRecord[];
  transactions: TransactionRecord[];
  totals: Totals;
  payments: Payments;
  /** Positive: still to be paid; negative: owed to the customer. */
  outstanding: Bag;
};

export function standingOf(shop: Shop, order: OrderRecord): Standing {
  const lines = linesOf(shop, order);
  const transactions = transactionsOf(shop, order);
  const totals = totalsNow(order, lines);
  const payments = paymentsOf(transactions);
  return { lines, transactions, totals, payments, outstanding: outstanding(totals.total, payments) };
}

/**
 * What of the value of goods the order still stands for. Earlier refunds of more than was due have lowered its total:
 * goods that come back then are worth no more than what is left of it, the rest is balanced (schema: OrderAdjustment
 * reason FULL_RETURN_BALANCING_ADJUSTMENT; assumed).
 */
export function worthNow(value: Bag, standing: Standing): { worth: Bag; balancing: Bag } {
  const worth = lower(value, higher(ZERO, standing.totals.total));
  return { worth, balancing: minus(value, worth) };
}

/** What of a value owed for goods is really to be paid back: less what is still open, never more than was paid. */
export function refundDue(value: Bag, standing: Standing): Bag {
  return higher(ZERO, lower(minus(worthNow(value, standing).worth, standing.outstanding), standing.payments.net));
}
