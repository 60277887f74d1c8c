/**
 * Money as integer minor units with the currency's own number of digits (docs/decisions/money.md).
 * Decimal text is read and written here and nowhere else.
 */

/** An amount in minor units of one currency. */
export type Minor = number;

/** Half up is the default (reading X-8); the others are its flips. */
export type Rounding = "half_up" | "half_even" | "down";

const digitsByCurrency = new Map<string, number>();

/** Minor digits of an ISO 4217 currency, as Intl knows them: JPY 0, USD 2, KWD 3. Throws RangeError for no currency code. */
export function minorDigits(currency: string): number {
  let digits = digitsByCurrency.get(currency);
  if (digits === undefined) {
    digits = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
    digitsByCurrency.set(currency, digits);
  }
  return digits;
}

const powers = [1, 10, 100, 1000, 10_000] as const;

/**
 * Reads decimal text into minor units: ("129.99", 2) is 12999. NaN where the text is no plain decimal,
 * has more digits than the currency, or is too large to be exact.
 */
export function parseMinor(text: string, digits: number): Minor {
  let n = 0, decimals = -1, seen = 0;
  const negative = text.charCodeAt(0) === 45;
  for (let i = negative ? 1 : 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 46 && decimals < 0 && seen > 0) { decimals = 0; continue; }
    if (c < 48 || c > 57) return NaN;
    seen++;
    if (decimals >= 0 && ++decimals > digits) {
      if (c !== 48) return NaN;
      continue;
    }
    n = n * 10 + (c - 48);
  }
  if (seen === 0 || decimals === 0) return NaN;
  const minor = n * (powers[digits - Math.min(Math.max(decimals, 0), digits)] ?? NaN);
  return Number.isSafeInteger(minor) ? (negative ? -minor : minor) : NaN;
}

/** 0 to 999 with leading zeros, by number of digits: what stands behind the point. */
const fractions = [2, 3].map((digits) => Array.from({ length: 10 ** digits }, (_, n) => String(n).padStart(digits, "0")));
const hundredths = fractions[0] ?? [], thousandths = fractions[1] ?? [];

/** Writes minor units as decimal text with all digits of the currency: (12500, 3) is "12.500". */
export function formatMinor(minor: Minor, digits: number): string {
  if (digits === 0) return String(minor);
  if (minor < 0) return `-${formatMinor(-minor, digits)}`;
  const one = powers[digits] ?? 1;
  const whole = Math.floor(minor / one), rest = minor - whole * one;
  const behind = digits === 2 ? hundredths[rest] : digits === 3 ? thousandths[rest] : undefined;
  return `${whole}.${behind ?? String(rest).padStart(digits, "0")}`;
}

/** value × numerator / denominator, rounded once; exact also where the product leaves the safe integers. */
export function share(value: Minor, numerator: number, denominator: number, rounding: Rounding = "half_up"): Minor {
  if (numerator === denominator) return value;
  const product = value * numerator;
  if (!Number.isSafeInteger(product * 2)) return bigShare(value, numerator, denominator, rounding);
  const whole = Math.floor(product / denominator);
  const rest = product - whole * denominator;
  return whole + roundsUp(rest * 2 - denominator, whole % 2 !== 0, rounding);
}

const roundsUp = (overHalf: number, odd: boolean, rounding: Rounding): 0 | 1 =>
  rounding === "down" ? 0 : overHalf > 0 || (overHalf === 0 && (rounding === "half_up" || odd)) ? 1 : 0;

function bigShare(value: number, numerator: number, denominator: number, rounding: Rounding): Minor {
  const product = BigInt(value) * BigInt(numerator), by = BigInt(denominator);
  let whole = product / by;
  if (product < 0n && whole * by !== product) whole -= 1n;
  const overHalf = (product - whole * by) * 2n - by;
  return Number(whole) + roundsUp(overHalf > 0n ? 1 : overHalf === 0n ? 0 : -1, whole % 2n !== 0n, rounding);
}

/** What units `from` (exclusive) to `to` of `of` make of a total: parts are differences of running totals, so they add up. */
export const part = (total: Minor, from: number, to: number, of: number): Minor => (from === 0 ? share(total, to, of) : share(total, to, of) - share(total, from, of));

/** Splits a total over weights; running totals are rounded, so the pieces add up and the remainder lands on the last. */
export function split(total: Minor, weights: readonly number[]): Minor[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  let upTo = 0, given = 0;
  return weights.map((weight, i) => {
    upTo += weight;
    const until = i === weights.length - 1 || sum === 0 ? (i === weights.length - 1 ? total : 0) : share(total, upTo, sum);
    const piece = until - given;
    given = until;
    return piece;
  });
}
