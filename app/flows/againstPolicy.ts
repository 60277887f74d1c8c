/** A remedy that staff grant although the policy does not open it: in full, without fees, and only with a reason. */
import { formatMinor, minorDigits, parseMinor, part } from "../../policy/money.ts";
import type { Claim } from "../../policy/claim.ts";
import type { Decision, RemedyAnswer } from "../../policy/decision.ts";
import type { Remedy } from "../../policy/policy.ts";

const paysMoney: ReadonlySet<Remedy> = new Set(["refund", "store_credit", "cancel"]);

/** What was paid for the claim's units: price after discounts and the tax on it, in minor units. */
export function paidForUnits({ money }: Claim): { price: number; tax: number; digits: number } {
  const digits = minorDigits(money.currency), minor = (text: string): number => parseMinor(text, digits);
  const tax = minor(money.tax), net = minor(money.unitPrice) * money.quantity - (money.taxIncluded ? tax : 0) - minor(money.discount);
  const before = money.alreadyRefundedQuantity ?? 0, until = before + money.returnedQuantity;
  const price = part(net, before, until, money.quantity);
  return { price, tax: part(net + tax, before, until, money.quantity) - price, digits };
}

/** The policy's own answer for the remedy where it has one, whatever its status; else the whole price. */
export function answerAgainstPolicy(claim: Claim, decision: Decision, remedy: Remedy): RemedyAnswer {
  const own = decision.remedies.find((answer) => answer.remedy === remedy);
  if (own) return { ...own, status: "open" };
  const { price, tax, digits } = paidForUnits(claim);
  const money = paysMoney.has(remedy) ? { refund: { amount: formatMinor(price + tax, digits), currency: claim.money.currency }, base: { price: formatMinor(price, digits), tax: formatMinor(tax, digits), shipping: formatMinor(0, digits) } } : {};
  return { remedy, status: "open", ...money, deductions: [], charges: [], freight: { return: "customer", outbound: "merchant" }, until: null, termsUntil: null, requires: [], missing: [], because: [] };
}
