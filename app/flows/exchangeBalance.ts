/** An exchange for something dearer or cheaper: what was paid for what comes back against what goes out, and who pays the difference. */
import { formatMinor, minorDigits, parseMinor, type Minor } from "../../policy/money.ts";
import type { Claim } from "../../policy/claim.ts";
import type { RemedyAnswer } from "../../policy/decision.ts";
import type { ExchangePriced } from "../shopify/exchangePrices.ts";
import { paidForUnits } from "./againstPolicy.ts";

/** Minor units of the order's currency; `exchange` with its tax. Null where nothing is to be paid either way: then it goes out free. */
export type Balance = Readonly<{ price: Minor; tax: Minor; exchange: Minor }> | null;
/** What staff say of a difference on which the policy is silent. */
export type Difference = "settled" | "none";

/** What the unit wanted costs, as the policy takes it. */
export function wantedIn(claim: Claim, { price, tax, taxesIncluded, quantity, currency }: ExchangePriced): Claim {
  const digits = minorDigits(currency), each = formatMinor(Math.round(parseMinor(price, digits) / quantity), digits);
  return { ...claim, request: { ...claim.request, exchangeFor: { unitPrice: each, ...(taxesIncluded ? {} : { tax: formatMinor(parseMinor(tax, digits), digits) }) } } };
}

const faulty: ReadonlySet<string> = new Set(["defective", "damaged_on_arrival", "wrong_item_sent", "not_as_described", "missing_parts"]);

/**
 * A customer who exchanges pays what the new thing costs more and gets back what it costs less, unless the policy says
 * otherwise; the same thing again, and what replaces a faulty one, is free. Where both are worth the same nothing moves.
 */
export function balanceOf(claim: Claim, answer: RemedyAnswer, priced: ExchangePriced | undefined, said: Difference | undefined): Balance {
  const rule = answer.differenceRule ?? said ?? (answer.remedy === "exchange" && !faulty.has(claim.request.reason) ? "settled" : "none");
  if (!priced || priced.isSame || rule === "none") return null;
  const { price, tax, digits } = paidForUnits(claim), exchange = parseMinor(priced.price, digits) + (priced.taxesIncluded ? 0 : parseMinor(priced.tax, digits)), dearer = exchange - price - tax;
  return dearer === 0 || (dearer < 0 && rule === "customer_pays") ? null : { price, tax, exchange };
}
