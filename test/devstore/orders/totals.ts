import { ZERO, isZero, minus, plus, sum, type Bag } from "./bag.ts";
import {
  currentQuantity, discountsOf, discountsOfLevel, dutiesLeft, dutiesOf, gone, net, shippingLeft, shippingNet, shippingTaxLeft, taxOf, taxesLeft, taxesTogether, worthLeft,
} from "./lineMoney.ts";
import { piece } from "./bag.ts";
import type { LineItemRecord, OrderRecord, TaxCharge } from "./order.ts";

/** What an order cost when it was made, edits included, returns not. */
export type Totals = { subtotal: Bag; discounts: Bag; cartDiscounts: Bag; shipping: Bag; tax: Bag; taxes: TaxCharge[]; duties: Bag; total: Bag; quantity: number };

/** Sums of all lines as ordered (recorded: order-create-math, order-edit-money-math). */
export function totalsAsOrdered(order: OrderRecord, lines: readonly LineItemRecord[]): Totals {
  const subtotal = sum(lines.map(net));
  const shipping = sum(order.shippingLines.map(shippingNet));
  const taxes = taxesTogether([...lines.flatMap((l) => l.taxes), ...order.shippingLines.flatMap((s) => s.taxes)]);
  const tax = sum(taxes.map((t) => t.price));
  const duties = sum(lines.map(dutiesOf));
  return {
    subtotal, shipping, tax, taxes, duties,
    discounts: sum([...lines, ...order.shippingLines].map(discountsOf)),
    cartDiscounts: sum(lines.map((l) => discountsOfLevel(l, order.discounts, "ORDER"))),
    total: sum([subtotal, shipping, duties, order.taxesIncluded ? ZERO : tax]),
    quantity: lines.reduce((n, l) => n + l.quantity, 0),
  };
}

/** The same of what is left after edits, returns, refunds and a cancellation; fees and adjustments are in the total. */
export function totalsNow(order: OrderRecord, lines: readonly LineItemRecord[]): Totals {
  const left = lines.map((l) => worthLeft(l, order.discounts));
  const subtotal = sum(left.map((w) => w.net));
  const shipping = sum(order.shippingLines.map(shippingLeft));
  const shippingTax = sum(order.shippingLines.map(shippingTaxLeft));
  const tax = plus(sum(left.map((w) => w.tax)), shippingTax);
  const duties = sum(lines.map(dutiesLeft));
  const taxes = taxesTogether([...lines.flatMap(taxesLeft), ...order.shippingLines.flatMap(shippingTaxesLeft)]);
  return {
    subtotal, shipping, tax, taxes, duties,
    discounts: plus(sum(lines.map(discountsLeft)), sum(order.shippingLines.map((s) => shippingDiscountLeft(order, s)))),
    cartDiscounts: sum(left.map((w) => w.orderDiscount)),
    total: sum([subtotal, shipping, duties, order.taxesIncluded ? ZERO : tax, order.fees, order.adjustments]),
    quantity: lines.reduce((n, l) => n + currentQuantity(l), 0),
  };
}

/** A discount goes with the price it was taken from; what was free stays free until the order is canceled. */
function shippingDiscountLeft(order: OrderRecord, line: OrderRecord["shippingLines"][number]): Bag {
  if (order.cancelledAt) return ZERO;
  const net = shippingNet(line);
  return isZero(net) ? discountsOf(line) : proportion(discountsOf(line), shippingLeft(line), net);
}

const discountsLeft = (line: LineItemRecord): Bag => piece(discountsOf(line), line.quantity, gone(line), line.quantity);

/** What is left of each tax line of a shipping line: the refunded tax is taken from the first ones. */
function shippingTaxesLeft(line: OrderRecord["shippingLines"][number]): TaxCharge[] {
  if (line.refundedTax.shop === 0 && line.refundedTax.presentment === 0) return line.taxes;
  const left = shippingTaxLeft(line);
  const whole = taxOf(line);
  let given = ZERO;
  return line.taxes.map((t, i) => {
    const last = i === line.taxes.length - 1;
    const price = last ? minus(left, given) : proportion(t.price, left, whole);
    given = plus(given, price);
    return { ...t, price };
  });
}

const proportion = (amount: Bag, part: Bag, whole: Bag): Bag => ({
  shop: whole.shop === 0 ? 0 : Math.trunc((amount.shop * part.shop) / whole.shop),
  presentment: whole.presentment === 0 ? 0 : Math.trunc((amount.presentment * part.presentment) / whole.presentment),
});
