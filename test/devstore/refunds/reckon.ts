import { ZERO, isZero, lower, minus, piece, plus, sum, type Bag } from "../orders/bag.ts";
import { currentQuantity, dutyLeft, gone, shippingLeft, taxOf, taxOfShipping, worthOfNext, type Worth } from "../orders/lineMoney.ts";
import type { DutyCharge, LineItemRecord, OrderRecord, ShippingLineRecord } from "../orders/order.ts";

export type LineAsk = { line: LineItemRecord; quantity: number };
export type DutyAsk = { duty: DutyCharge; line: LineItemRecord; full: boolean };
/** What a refund is about. `shipping` is an amount without tax. */
export type Ask = { lines: readonly LineAsk[]; shipping: Bag; duties: readonly DutyAsk[] };

export type LinePart = LineAsk & { worth: Worth };
export type ShippingPart = { line: ShippingLineRecord; amount: Bag; tax: Bag };
export type DutyPart = { duty: DutyCharge; amount: Bag };

/** What the parts of a refund are worth, each split off what was charged. */
export type Reckoning = { lines: LinePart[]; shipping: ShippingPart[]; duties: DutyPart[]; tax: Bag; value: Bag };

/** Splits what was charged for the asked parts off the order. Nothing is changed. */
export function reckon(order: OrderRecord, ask: Ask): Reckoning {
  const lines = lineParts(order, ask.lines);
  const shipping = shippingParts(order, ask.shipping);
  const duties = ask.duties.map(({ duty, line, full }) => ({ duty, amount: full ? dutyLeft(duty) : dutyShare(duty, line, ask.lines) }));
  const tax = plus(sum(lines.map((l) => l.worth.tax)), sum(shipping.map((s) => s.tax)));
  const goods = sum([...lines.map((l) => l.worth.net), ...shipping.map((s) => s.amount), ...duties.map((d) => d.amount)]);
  return { lines, shipping, duties, tax, value: order.taxesIncluded ? goods : plus(goods, tax) };
}

function lineParts(order: OrderRecord, asks: readonly LineAsk[]): LinePart[] {
  const taken = new Map<string, number>();
  return asks.map(({ line, quantity }) => {
    const before = taken.get(line.id) ?? 0;
    taken.set(line.id, before + quantity);
    return { line, quantity, worth: worthOfNext(line, order.discounts, quantity, gone(line) + before) };
  });
}

/** Shipping goes back line by line, the first first (assumed). */
function shippingParts(order: OrderRecord, amount: Bag): ShippingPart[] {
  let rest = amount;
  return order.shippingLines.flatMap((line) => {
    const part = lower(rest, shippingLeft(line));
    if (isZero(part)) return [];
    rest = minus(rest, part);
    return [{ line, amount: part, tax: taxOfShipping(line, part) }];
  });
}

/** A duty's part of the units that go back (schema: RefundDutyRefundType PROPORTIONAL). */
function dutyShare(duty: DutyCharge, line: LineItemRecord, asks: readonly LineAsk[]): Bag {
  const units = asks.filter((a) => a.line.id === line.id).reduce((n, a) => n + a.quantity, 0);
  const whole = plus(duty.price, taxOf(duty));
  return lower(dutyLeft(duty), piece(whole, line.quantity, gone(line), gone(line) + units));
}

/** Takes the parts off the order: units count as refunded, or as returned inside a return. */
export function takeOff(reckoning: Reckoning, as: "refunded" | "returned" | "removed"): void {
  for (const { line, quantity } of reckoning.lines) line[as] += quantity;
  for (const { line, amount, tax } of reckoning.shipping) {
    line.refunded = plus(line.refunded, amount);
    line.refundedTax = plus(line.refundedTax, tax);
  }
  for (const { duty, amount } of reckoning.duties) duty.refunded = plus(duty.refunded, amount);
}

/** Everything that is left on an order. */
export function wholeOrder(order: OrderRecord, lines: readonly LineItemRecord[]): Ask {
  return {
    lines: lines.filter((l) => currentQuantity(l) > 0).map((line) => ({ line, quantity: currentQuantity(line) })),
    shipping: sum(order.shippingLines.map(shippingLeft)),
    duties: lines.flatMap((line) => line.dutyCharges.map((duty) => ({ duty, line, full: true }))),
  };
}

export const shippingRefundable = (order: OrderRecord): Bag => sum(order.shippingLines.map(shippingLeft));
export const NOTHING: Ask = { lines: [], shipping: ZERO, duties: [] };
