import type { Ctx } from "../kernel/context.ts";
import { ZERO, minus, piece, sum, type Bag } from "../orders/bag.ts";
import { lineItemOfReturnLine } from "../orders/lookup.ts";
import type { OrderRecord } from "../orders/order.ts";
import { standingOf, worthNow } from "../orders/standing.ts";
import { reckon, type DutyAsk, type Reckoning } from "../refunds/reckon.ts";
import { exchangeWorth } from "./exchange.ts";
import type { ExchangeLineRecord, ReturnLineRecord, ReturnRecord } from "./return.ts";

export type ReturnPart = { line: ReturnLineRecord; quantity: number };
export type ExchangePart = { line: ExchangeLineRecord; quantity: number };
export type OutcomeAsk = { lines: readonly ReturnPart[]; exchanges: readonly ExchangePart[]; shipping: Bag; duties: readonly DutyAsk[] };

/**
 * What processing parts of a return does to the money. `goods` goes back, `fees` and `exchanges` are taken; `balance`
 * is what is then owed to the customer, with what the order still owes or is owed; negative: the customer pays.
 */
export type Outcome = { goods: Reckoning; balancing: Bag; fees: Bag; exchanges: Bag; balance: Bag; refund: Bag; invoice: Bag };

/**
 * The outcome of processing parts, nothing changed (schema: SuggestedReturnFinancialOutcome; documented since 2024-07:
 * suggestions include exchanges and fees). Never more is paid back than was paid.
 */
export function outcomeOf(ctx: Ctx, order: OrderRecord, ret: ReturnRecord, ask: OutcomeAsk): Outcome {
  const goods = reckon(order, { lines: ask.lines.map(({ line, quantity }) => ({ line: lineItemOfReturnLine(ctx.shop, line), quantity })), shipping: ask.shipping, duties: ask.duties });
  const fees = sum([...ask.lines.map(feeOf), shippingFeeOf(ret, ask)]);
  const exchanges = sum(ask.exchanges.map(({ line, quantity }) => exchangeWorth(ctx, order, line, quantity).total));
  const standing = standingOf(ctx.shop, order);
  const { worth, balancing } = worthNow(goods.value, standing);
  const balance = minus(minus(minus(worth, fees), exchanges), standing.outstanding);
  return { goods, balancing, fees, exchanges, balance, ...split(balance, standing.payments.net) };
}

/** The presentment side says which way the money goes; a refund never exceeds what was paid. */
function split(balance: Bag, net: Bag): { refund: Bag; invoice: Bag } {
  if (balance.presentment <= 0) return { refund: ZERO, invoice: { shop: Math.max(0, -balance.shop), presentment: -balance.presentment } };
  return { refund: { shop: Math.max(0, Math.min(balance.shop, net.shop)), presentment: Math.min(balance.presentment, Math.max(0, net.presentment)) }, invoice: ZERO };
}

/** The restocking fee of the next units of a return line to be processed. */
function feeOf({ line, quantity }: ReturnPart): Bag {
  const fee = line.restockingFee;
  return fee ? piece(fee.total, line.quantity, line.processedQuantity, line.processedQuantity + quantity) : ZERO;
}

/** The return shipping fee is taken whole with the first units that are processed (assumed). */
export function shippingFeeOf(ret: ReturnRecord, ask: Pick<OutcomeAsk, "lines" | "exchanges">): Bag {
  const some = ask.lines.length > 0 || ask.exchanges.length > 0;
  return some && ret.shippingFee && !ret.shippingFee.charged ? ret.shippingFee.amount : ZERO;
}

