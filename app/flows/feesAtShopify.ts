/**
 * What comes off, as Shopify can hold it: a restocking percentage per line and one return shipping fee per return
 * (docs/decisions/rma-fees.md). What has no field of its own is put where it comes off all the same, and said.
 */
import type { Claim } from "../../policy/claim.ts";
import type { Fee, RemedyAnswer } from "../../policy/decision.ts";
import { formatMinor, minorDigits, parseMinor, type Minor } from "../../policy/money.ts";

/** `staysSold`: nothing of the line moves at Shopify (a repair), so there is nothing a fee could come off. `isQuoted`: its price is charged already. */
export type AnsweredClaim = Readonly<{ claim: Claim; answer: RemedyAnswer | null; staysSold?: boolean; isQuoted?: boolean }>;
/** `percents` by line in the order given; `shippingFee` as decimal text; `said` for the timeline; `notTaken` has no way at Shopify. */
export type ReturnFees = Readonly<{ percents: readonly (number | null)[]; shippingFee: string | null; said: readonly string[]; notTaken: readonly Fee[] }>;

const isFreight = (fee: Fee): boolean => /shipping|freight/.test(fee.kind);
const ownField: ReadonlySet<string> = new Set(["restocking", "return_shipping"]);
const MOST_DECIMALS = 6;

/** The percentage with the fewest decimals that comes to an amount of a base; null where none up to 100 does. */
export function percentFor(amount: Minor, base: Minor): number | null {
  if (amount <= 0 || amount > base) return null;
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
    const percent = Number(((amount / base) * 100).toFixed(decimals));
    if (Math.round((base * percent) / 100) === amount) return percent;
  }
  return null;
}

/** The goods' worth as Shopify takes the percentage of it: after discounts, with the tax only where prices contain it. */
function percentBase({ claim, answer }: AnsweredClaim, digits: number): Minor {
  const { price = "0", tax = "0" } = answer?.base ?? {};
  return parseMinor(price, digits) + (claim.money.taxIncluded ? parseMinor(tax, digits) : 0);
}

/** The fees of a return whose lines are answered so. */
export function feesAtShopify(lines: readonly AnsweredClaim[]): ReturnFees {
  const currency = lines[0]?.claim.money.currency ?? "USD", digits = minorDigits(currency);
  const said: string[] = [], notTaken: Fee[] = [];
  let shipping = 0;
  const takeAsShipping = (fee: Fee): void => {
    shipping += parseMinor(fee.amount, digits);
    if (!ownField.has(fee.kind)) said.push(`Shopify has no field for ${fee.kind.replaceAll("_", " ")} of ${fee.amount} ${currency}: it is taken as return shipping fee.`);
  };
  const percents = lines.map((line) => {
    if (!line.answer) return null;
    const off = line.answer.deductions.filter((fee) => !isFreight(fee));
    for (const fee of line.answer.deductions.filter(isFreight)) takeAsShipping(fee);
    for (const fee of line.answer.charges) {
      if (fee.amount === "quote" && line.isQuoted) continue;
      if (!line.staysSold && fee.amount !== "quote" && (fee.currency ?? currency) === currency && isFreight(fee)) takeAsShipping(fee);
      else notTaken.push(fee);
    }
    const sum = off.reduce((total, fee) => total + parseMinor(fee.amount, digits), 0);
    const percent = percentFor(sum, percentBase(line, digits));
    if (sum > 0 && percent === null) off.forEach(takeAsShipping);
    else for (const fee of off) if (!ownField.has(fee.kind)) said.push(`Shopify has no field for ${fee.kind.replaceAll("_", " ")} of ${fee.amount} ${currency}: it is taken with the restocking fee.`);
    return percent;
  });
  for (const fee of notTaken) said.push(`To be charged outside the return: ${fee.kind.replaceAll("_", " ")} of ${fee.amount === "quote" ? "an amount to be quoted" : `${fee.amount} ${fee.currency ?? currency}`}; Shopify's returns have no field for it.`);
  return { percents, shippingFee: shipping > 0 ? formatMinor(shipping, digits) : null, said, notTaken };
}
