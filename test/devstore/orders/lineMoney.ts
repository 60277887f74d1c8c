import { ZERO, bag, lower, minus, piece, plus, share, spread, sum, times, type Bag } from "./bag.ts";
import type { Discount, DutyCharge, LineItemRecord, ShippingLineRecord, TaxCharge } from "./order.ts";

/** Units that are no longer on the order. */
export const gone = (line: LineItemRecord): number => line.removed + line.refunded + line.returned;
/** Units ordered, without refunded, returned and removed ones. */
export const currentQuantity = (line: LineItemRecord): number => line.quantity - gone(line);

export const gross = (line: LineItemRecord): Bag => times(line.unitPrice, line.quantity);
export const discountsOf = (line: { allocations: readonly { amount: Bag }[] }): Bag => sum(line.allocations.map((a) => a.amount));
/** Price of all units after every discount; with taxes where the order's prices include them. */
export const net = (line: LineItemRecord): Bag => minus(gross(line), discountsOf(line));
export const taxOf = (line: { taxes: readonly TaxCharge[] }): Bag => sum(line.taxes.map((t) => t.price));

/** Discounts of one level: a line's own ones, or its share of those over the whole order. */
export function discountsOfLevel(line: LineItemRecord, discounts: readonly Discount[], level: Discount["level"]): Bag {
  return sum(line.allocations.filter((a) => discounts[a.index]?.level === level).map((a) => a.amount));
}

/** What a number of units is worth: what they cost after discounts, their tax, and the discounts and duties in it. */
export type Worth = { net: Bag; tax: Bag; orderDiscount: Bag; gross: Bag };

/** What the next `units` to leave a line are worth (charged amounts split, never recomputed). */
export function worthOfNext(line: LineItemRecord, discounts: readonly Discount[], units: number, after = gone(line)): Worth {
  return worthOf(line, discounts, after, after + units);
}

/** What is still on the order of a line. */
export const worthLeft = (line: LineItemRecord, discounts: readonly Discount[]): Worth => worthOf(line, discounts, gone(line), line.quantity);

function worthOf(line: LineItemRecord, discounts: readonly Discount[], from: number, to: number): Worth {
  const part = (total: Bag): Bag => piece(total, line.quantity, from, to);
  return {
    net: part(net(line)),
    tax: sum(line.taxes.map((t) => part(t.price))),
    orderDiscount: part(discountsOfLevel(line, discounts, "ORDER")),
    gross: part(gross(line)),
  };
}

/** The tax lines of what is left of a line. */
export function taxesLeft(line: LineItemRecord): TaxCharge[] {
  if (currentQuantity(line) === 0) return [];
  return line.taxes.map((t) => ({ ...t, price: piece(t.price, line.quantity, gone(line), line.quantity) }));
}

/** Spreads one discount over lines by what they cost; never more than they cost. */
export function spreadDiscount(amount: Bag, prices: readonly Bag[]): Bag[] {
  return spread(lower(amount, sum(prices)), prices);
}

/** Tax lines after a line's price changed, in the same proportion: what was charged of `before` is due of `after`. */
export function taxesRescaled(taxes: readonly TaxCharge[], before: Bag, after: Bag): TaxCharge[] {
  return taxes.map((t) => ({ ...t, price: share(t.price, after, before) }));
}

/** Tax lines of a rate on an amount; inside the amount where prices include taxes. */
export function taxesOn(amount: Bag, rates: readonly { title: string; rate: number }[], included: boolean): TaxCharge[] {
  const whole = included ? 1 + rates.reduce((s, r) => s + r.rate, 0) : 1;
  const of = (side: number, rate: number): number => Math.round((side * rate) / whole) || 0;
  return rates.map((r) => ({ title: r.title, rate: r.rate, price: bag(of(amount.shop, r.rate), of(amount.presentment, r.rate)), channelLiable: false }));
}

/** Price of a shipping line after its discounts. */
export const shippingNet = (line: ShippingLineRecord): Bag => minus(line.price, discountsOf(line));
export const shippingLeft = (line: ShippingLineRecord): Bag => minus(shippingNet(line), line.refunded);
export const shippingTaxLeft = (line: ShippingLineRecord): Bag => minus(taxOf(line), line.refundedTax);

/** The tax that goes with an amount of shipping: the rest of it with the rest of the price, else in proportion. */
export function taxOfShipping(line: ShippingLineRecord, amount: Bag): Bag {
  const all = plus(line.refunded, amount);
  const side = (tax: number, paid: number, price: number, already: number): number =>
    (price === 0 ? tax : Math.trunc((tax * Math.min(paid, price)) / price)) - already;
  const tax = taxOf(line);
  const price = shippingNet(line);
  return bag(side(tax.shop, all.shop, price.shop, line.refundedTax.shop), side(tax.presentment, all.presentment, price.presentment, line.refundedTax.presentment));
}

export const dutyLeft = (duty: DutyCharge): Bag => minus(plus(duty.price, taxOf(duty)), duty.refunded);
export const dutiesOf = (line: LineItemRecord): Bag => sum(line.dutyCharges.map((d) => plus(d.price, taxOf(d))));
export const dutiesLeft = (line: LineItemRecord): Bag => sum(line.dutyCharges.map(dutyLeft));

/** Tax lines with the same title and rate as one (schema: Order.taxLines). */
export function taxesTogether(all: readonly TaxCharge[]): TaxCharge[] {
  const byRate = new Map<string, TaxCharge>();
  for (const tax of all) {
    const key = `${tax.title} ${tax.rate}`;
    const known = byRate.get(key);
    byRate.set(key, { ...tax, price: plus(known?.price ?? ZERO, tax.price) });
  }
  return [...byRate.values()];
}
