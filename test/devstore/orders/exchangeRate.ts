import { digitsOf, type Minor } from "../kernel/money.ts";

/**
 * How many units of a currency one US dollar buys: the day's rates of this store. Shopify takes its own rate where
 * only one side of an amount is known (facts: orderMarkAsPaid in a foreign presentment currency); CAD is the recorded
 * one (12.50 USD became 17.01 CAD), the others are near November 2026. Assumed.
 */
const PER_DOLLAR: Record<string, number> = {
  USD: 1, CAD: 1.3608, EUR: 0.86, GBP: 0.75, AUD: 1.53, NZD: 1.75, CHF: 0.8, JPY: 155, CNY: 7.1, HKD: 7.78, SGD: 1.3, INR: 88, KRW: 1450,
  MXN: 18.4, BRL: 5.4, SEK: 9.5, NOK: 10.1, DKK: 6.4, PLN: 3.65, CZK: 20.9, AED: 3.6725, SAR: 3.75, KWD: 0.307, BHD: 0.376, OMR: 0.3845,
};

/** Converts minor units at the day's rate, to the nearest minor unit. Throws for a currency without a rate. */
export function converted(amount: Minor, from: string, to: string): Minor {
  if (from === to) return amount;
  const [have, want] = [PER_DOLLAR[from], PER_DOLLAR[to]];
  if (have === undefined || want === undefined) throw new Error(`no exchange rate between ${from} and ${to}`);
  const units = amount / 10 ** digitsOf(from);
  return Math.round((units / have) * want * 10 ** digitsOf(to));
}
