import { Failure } from "./failure.ts";

/** Integer minor units of a currency; the currency is known from the context. */
export type Minor = number;
export type MoneyV2 = { __typename: "MoneyV2"; amount: string; currencyCode: string };
export type MoneyBag = { __typename: "MoneyBag"; shopMoney: MoneyV2; presentmentMoney: MoneyV2 };

const digits = new Map<string, number>();

/** Decimal places of a currency (CAD 2, JPY 0, KWD 3). */
export function digitsOf(currency: string): number {
  const known = digits.get(currency);
  if (known !== undefined) return known;
  const found = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  digits.set(currency, found);
  return found;
}

/** "7.50" of CAD is 750. More places than the currency has are rounded half away from zero. Throws on what is no decimal. */
export function minorOf(amount: string | number, currency: string): Minor {
  const found = /^(-?)(\d+)(?:\.(\d*))?$/.exec(String(amount).trim());
  if (!found) throw new Failure(`Invalid amount ${amount}`, "INVALID_VARIABLE");
  const places = digitsOf(currency);
  const fraction = (found[3] ?? "").padEnd(places + 1, "0");
  const kept = Number(`${found[2]}${fraction.slice(0, places)}`) + (Number(fraction[places]) >= 5 ? 1 : 0);
  return found[1] === "-" && kept !== 0 ? -kept : kept;
}

/** Shopify's text of an amount: no trailing zeros, one decimal at least: "7.5", "20.0", "0.0" (recorded). */
export function amountText(minor: Minor, currency: string): string {
  const fixed = fixedText(minor, currency, Math.max(1, digitsOf(currency)));
  return fixed.replace(/(\.\d+?)0+$/, "$1");
}

/** An amount with all places of its currency, two at least: "24.00", as variant prices have it (recorded). */
export const priceText = (minor: Minor, currency: string): string => fixedText(minor, currency, Math.max(2, digitsOf(currency)));

function fixedText(minor: Minor, currency: string, places: number): string {
  const own = digitsOf(currency);
  const all = String(Math.abs(minor)).padStart(own + 1, "0");
  const whole = own === 0 ? all : all.slice(0, -own);
  const fraction = own === 0 ? "" : all.slice(-own);
  return `${minor < 0 ? "-" : ""}${whole}.${fraction.padEnd(places, "0")}`;
}

export const moneyV2 = (minor: Minor, currency: string): MoneyV2 => ({ __typename: "MoneyV2", amount: amountText(minor, currency), currencyCode: currency });

/** A bag of both sides; without a presentment side it equals the shop's. */
export function moneyBag(shopMinor: Minor, shopCurrency: string, presentmentMinor: Minor = shopMinor, presentmentCurrency: string = shopCurrency): MoneyBag {
  return { __typename: "MoneyBag", shopMoney: moneyV2(shopMinor, shopCurrency), presentmentMoney: moneyV2(presentmentMinor, presentmentCurrency) };
}

/** Parts of a total in proportion to weights; they add up to the total, remainders go to the last part with weight. */
export function splitMinor(total: Minor, weights: readonly number[]): Minor[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0) return weights.map(() => 0);
  let before = 0;
  let given = 0;
  return weights.map((weight) => {
    before += weight;
    const upTo = Math.round((total * before) / sum);
    const part = upTo - given;
    given = upTo;
    return part;
  });
}
