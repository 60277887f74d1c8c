import { minorOf, moneyBag, splitMinor, type Minor, type MoneyBag } from "../kernel/money.ts";
import { converted } from "./exchangeRate.ts";

/** One amount on both sides of a money bag, in minor units of the order's shop currency and its presentment currency. */
export type Bag = { readonly shop: Minor; readonly presentment: Minor };

/** What an amount of an order needs to be printed. */
export type Currencies = { readonly currencyCode: string; readonly presentmentCurrencyCode: string };

export type MoneyInput = { amount: string; currencyCode: string };
export type MoneyBagInput = { shopMoney: MoneyInput; presentmentMoney?: MoneyInput | null };

export const ZERO: Bag = { shop: 0, presentment: 0 };

export const bag = (shop: Minor, presentment: Minor = shop): Bag => ({ shop, presentment });

const each = (a: Bag, b: Bag, of: (x: Minor, y: Minor) => Minor): Bag => bag(of(a.shop, b.shop), of(a.presentment, b.presentment));

export const plus = (a: Bag, b: Bag): Bag => each(a, b, (x, y) => x + y);
export const minus = (a: Bag, b: Bag): Bag => each(a, b, (x, y) => x - y);
export const lower = (a: Bag, b: Bag): Bag => each(a, b, Math.min);
export const higher = (a: Bag, b: Bag): Bag => each(a, b, Math.max);
export const times = (a: Bag, n: number): Bag => bag(a.shop * n || 0, a.presentment * n || 0);
export const negated = (a: Bag): Bag => times(a, -1);
export const isZero = (a: Bag): boolean => a.shop === 0 && a.presentment === 0;
export const sum = (bags: Iterable<Bag>): Bag => {
  let total = ZERO;
  for (const one of bags) total = plus(total, one);
  return total;
};

/** `total × part / whole` on each side, to the nearest minor unit; nothing of nothing is nothing. */
export const share = (total: Bag, part: Bag, whole: Bag): Bag => bag(ratio(total.shop, part.shop, whole.shop), ratio(total.presentment, part.presentment, whole.presentment));

const ratio = (total: Minor, part: Minor, whole: Minor): Minor => (whole === 0 ? 0 : Math.round((total * part) / whole) || 0);

/** A percentage (10 is ten per cent) on each side, to the nearest minor unit. */
export const percent = (total: Bag, percentage: number): Bag => bag(Math.round((total.shop * percentage) / 100) || 0, Math.round((total.presentment * percentage) / 100) || 0);

/**
 * What units number `from` to `to` (from 0, `to` left out) of `units` carry of a total. Pieces are cumulative and
 * rounded down, so that they always add up and the remainder falls on the last piece.
 */
export function piece(total: Bag, units: number, from: number, to: number): Bag {
  if (units === 0) return ZERO;
  const upTo = (amount: Minor, n: number): Minor => Math.trunc((amount * n) / units) || 0;
  return bag(upTo(total.shop, to) - upTo(total.shop, from), upTo(total.presentment, to) - upTo(total.presentment, from));
}

/** Parts of a total in proportion to weights, each side on its own; they add up. */
export function spread(total: Bag, weights: readonly Bag[]): Bag[] {
  const shop = splitMinor(total.shop, weights.map((w) => w.shop));
  const presentment = splitMinor(total.presentment, weights.map((w) => w.presentment));
  return weights.map((_, i) => bag(shop[i] ?? 0, presentment[i] ?? 0));
}

/** The money bag of the API. */
export const bagOf = (amount: Bag, order: Currencies): MoneyBag => moneyBag(amount.shop, order.currencyCode, amount.presentment, order.presentmentCurrencyCode);

/** Both sides of an input; a presentment side that was not sent equals the shop's in the same currency (recorded: return-calculate). */
export function readBag(input: MoneyBagInput | null | undefined, order: Currencies): Bag {
  if (!input) return ZERO;
  const shop = minorOf(input.shopMoney.amount, order.currencyCode);
  return bag(shop, input.presentmentMoney ? minorOf(input.presentmentMoney.amount, order.presentmentCurrencyCode) : converted(shop, order.currencyCode, order.presentmentCurrencyCode));
}

/** An amount in the shop's currency as an order has it on both sides. */
export function priceInOrder(amount: Minor, shopCurrency: string, order: Currencies): Bag {
  return bag(converted(amount, shopCurrency, order.currencyCode), converted(amount, shopCurrency, order.presentmentCurrencyCode));
}

/** An amount in the customer's currency as an order has it on both sides. */
export const bagOfPresentment = (amount: Minor, order: Currencies): Bag => bag(converted(amount, order.presentmentCurrencyCode, order.currencyCode), amount);
