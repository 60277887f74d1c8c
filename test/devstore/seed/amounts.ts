import { digitsOf, minorOf, splitMinor, type Minor } from "../kernel/money.ts";
import type { DiscountData, Places } from "./merchant.ts";
import type { DiscountPlan, LinePlan, Pair } from "./plan.ts";

export const NOTHING: Pair = { shop: 0, presentment: 0 };

/** Between which currencies an order's amounts stand, and the rates they are converted by (units per US dollar). */
export type Exchange = { readonly shop: string; readonly presentment: string; readonly rates: Places["rates"] };

/** Converts minor units of one currency into another's by the fixed rates; half up. Throws when a rate is missing. */
export function convert(minor: Minor, from: string, to: string, rates: Places["rates"]): Minor {
  if (from === to) return minor;
  const rate = (code: string) => {
    const found = rates[code];
    if (found === undefined) throw new Error(`no exchange rate for ${code}`);
    return Number(found);
  };
  return Math.round((minor / 10 ** digitsOf(from)) * (rate(to) / rate(from)) * 10 ** digitsOf(to));
}

/** A decimal amount of `currency` on both sides of an order. */
export function pairOf(decimal: string, currency: string, exchange: Exchange): Pair {
  const minor = minorOf(decimal, currency);
  return { shop: convert(minor, currency, exchange.shop, exchange.rates), presentment: convert(minor, currency, exchange.presentment, exchange.rates) };
}

/** The tax in or on an amount, half up, from a rate like "0.19". */
export function taxOf(amount: Pair, rate: string, included: boolean): Pair {
  const part = included ? Number(rate) / (1 + Number(rate)) : Number(rate);
  return { shop: Math.round(amount.shop * part), presentment: Math.round(amount.presentment * part) };
}

export const plus = (a: Pair, b: Pair): Pair => ({ shop: a.shop + b.shop, presentment: a.presentment + b.presentment });
export const minus = (a: Pair, b: Pair): Pair => ({ shop: a.shop - b.shop, presentment: a.presentment - b.presentment });
export const times = (a: Pair, n: number): Pair => ({ shop: a.shop * n, presentment: a.presentment * n });
export const sum = (list: readonly Pair[]): Pair => list.reduce(plus, NOTHING);

/** The order discount that a code gives on a subtotal; never more than the subtotal. */
export function discountOf(code: DiscountData, subtotal: Pair, currency: string, exchange: Exchange): DiscountPlan {
  const amount = code.amount === undefined ? null : pairOf(String(code.amount), currency, exchange);
  const capped = amount && { shop: Math.min(amount.shop, subtotal.shop), presentment: Math.min(amount.presentment, subtotal.presentment) };
  return { code: code.code, percentage: code.percentage ?? null, amount: capped, freeShipping: code.freeShipping ?? false };
}

/** What the code takes off each line, in proportion to the lines' totals; the parts add up to the whole. */
export function lineDiscounts(discount: DiscountPlan | null, totals: readonly Pair[]): Pair[] {
  const whole = wholeDiscount(discount, sum(totals));
  const shop = splitMinor(whole.shop, totals.map((t) => t.shop));
  const presentment = splitMinor(whole.presentment, totals.map((t) => t.presentment));
  return totals.map((_, i) => ({ shop: shop[i] ?? 0, presentment: presentment[i] ?? 0 }));
}

function wholeDiscount(discount: DiscountPlan | null, subtotal: Pair): Pair {
  if (discount?.percentage != null) {
    const part = discount.percentage / 100;
    return { shop: Math.round(subtotal.shop * part), presentment: Math.round(subtotal.presentment * part) };
  }
  return discount?.amount ?? NOTHING;
}

/** What the customer pays for all lines and the shipping. */
export function orderTotal(lines: readonly LinePlan[], shipping: { price: Pair; tax: Pair }, freeShipping: boolean, taxesIncluded: boolean): Pair {
  const goods = sum(lines.map((l) => minus(times(l.price, l.quantity), l.discount)));
  const carriage = freeShipping ? NOTHING : shipping.price;
  const tax = taxesIncluded ? NOTHING : plus(sum(lines.map((l) => l.tax)), freeShipping ? NOTHING : shipping.tax);
  return plus(plus(goods, carriage), tax);
}
