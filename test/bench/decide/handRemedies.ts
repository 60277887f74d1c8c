/** One remedy of Camstro's as the answer shows it: money, promises and the fields that do not change. */
import type { Claim } from "../../../policy/claim.ts";
import { addBusinessDays, dayIn, formatDay, parseDay } from "../../../policy/dates.ts";
import { formatMinor, minorDigits, parseMinor, part } from "../../../policy/money.ts";
import { none, type HandPromise, type HandRemedy } from "./handAnswer.ts";
import type { HandFacts } from "./handFacts.ts";

const promised: HandPromise = { kind: "limit", within: "3 business days", from: "inspected_and_rma_confirmed" };
const promisedOnce = [promised];

/** Three business days after the inspection; without a day of inspection the promise has none. */
export function promisesOf({ inspection, calendar, zone }: Claim): readonly HandPromise[] {
  if (inspection?.at === undefined) return promisedOnce;
  const holidays = new Set(calendar?.holidays.map(parseDay));
  return [{ kind: "limit", within: "3 business days", from: "inspected_and_rma_confirmed", due: formatDay(addBusinessDays(dayIn(inspection.at, zone), 3, holidays)) }];
}

type Terms = Pick<HandRemedy, "remedy" | "status" | "freight" | "dutiesPaidBy" | "until" | "requires" | "missing" | "promises">;

/** What is paid back: the units' share of what was paid, with the first delivery or without, less the label or the delivery and recall. */
export function moneyBack(claim: Claim, terms: Terms, firstDelivery: "paid" | "not_paid" | "taken_off"): HandRemedy {
  const m = claim.money, digits = minorDigits(m.currency);
  const before = m.alreadyRefundedQuantity ?? 0, upTo = before + m.returnedQuantity;
  const tax = parseMinor(m.tax, digits), delivery = parseMinor(m.shipping, digits);
  const net = parseMinor(m.unitPrice, digits) * m.quantity - parseMinor(m.discount, digits) - (m.taxIncluded ? tax : 0);
  let left = net + tax + delivery;
  if (m.alreadyRefunded !== undefined) left -= parseMinor(m.alreadyRefunded, digits);
  if (m.alreadyDeducted !== undefined) left -= parseMinor(m.alreadyDeducted, digits);
  if (left < 0) left = 0;
  const wantedPrice = part(net, before, upTo, m.quantity), wantedTax = part(net + tax, before, upTo, m.quantity) - wantedPrice;
  const price = Math.min(wantedPrice, left), paidTax = Math.min(wantedTax, left - price);
  const shipping = firstDelivery === "not_paid" ? 0 : Math.min(part(delivery, before, upTo, m.quantity), left - price - paidTax);
  let refund = price + paidTax + shipping;
  const deductions: { kind: string; amount: string }[] = [];
  const takeOff = (kind: string, fee: number): void => {
    const taken = Math.min(fee, refund);
    if (taken <= 0) return;
    refund -= taken;
    deductions.push({ kind, amount: formatMinor(taken, digits) });
  };
  if (firstDelivery === "taken_off") {
    takeOff("original_shipping", part(delivery, before, upTo, m.quantity));
    if (m.recallCost !== undefined) takeOff("recall_shipping", parseMinor(m.recallCost, digits));
  } else if (firstDelivery === "not_paid" && m.merchantLabelCost !== undefined) takeOff("return_shipping", parseMinor(m.merchantLabelCost, digits));
  return {
    remedy: terms.remedy, status: terms.status, refund: { amount: formatMinor(refund, digits), currency: m.currency },
    base: { price: formatMinor(price, digits), tax: formatMinor(paidTax, digits), shipping: formatMinor(shipping, digits) },
    refundsOriginalShipping: firstDelivery === "paid" || (firstDelivery === "taken_off" && shipping > 0 && deductions[0]?.kind !== "original_shipping"), deductions: deductions.length ? deductions : none, charges: none,
    freight: terms.freight, dutiesPaidBy: terms.dutiesPaidBy, replacement: undefined, times: undefined, until: terms.until, termsUntil: terms.until, termsAfter: undefined,
    requires: terms.requires, missing: terms.missing, respondWithin: terms.promises?.[0], promises: terms.promises,
  };
}

/** A remedy in which no money goes back. */
export const goodsBack = (terms: Terms, termsUntil: string | null, replacement: HandRemedy["replacement"], charges: HandRemedy["charges"] = none, times?: number, termsAfter?: HandRemedy["termsAfter"]): HandRemedy => ({
  remedy: terms.remedy, status: terms.status, refund: undefined, base: undefined, refundsOriginalShipping: undefined, deductions: none, charges,
  freight: terms.freight, dutiesPaidBy: terms.dutiesPaidBy, replacement, times, until: terms.until, termsUntil, termsAfter,
  requires: terms.requires, missing: terms.missing, respondWithin: terms.promises?.[0], promises: terms.promises,
});

/** The cost of a label that the merchant paid and the customer owes. */
export function labelCharge({ money }: Claim): HandRemedy["charges"] {
  if (money.merchantLabelCost === undefined) return none;
  const digits = minorDigits(money.currency), cost = parseMinor(money.merchantLabelCost, digits);
  return cost > 0 ? [{ kind: "return_shipping", amount: formatMinor(cost, digits), currency: money.currency }] : none;
}

export const byNobody = { return: "none", outbound: "none" } as const;
const backByCustomer = { return: "none", outbound: "customer" } as const;

/** Goods that the warranty does not cover, or in which no fault was found, go home at the customer's cost. */
export const sentHome = (claim: Claim, noFault: boolean): HandRemedy =>
  goodsBack({ remedy: "send_back", status: "open", freight: backByCustomer, dutiesPaidBy: undefined, until: null, requires: none, missing: none, promises: undefined }, null, undefined, noFault ? labelCharge(claim) : none);

/** What of the evidence is not there: named as missing, or seen to be lacking. */
export function missingOf(requires: readonly string[], named: readonly string[], lacking: readonly string[]): readonly string[] {
  if (named.length === 0) return lacking;
  const missing = [...lacking];
  for (const need of requires) {
    const bare = need.replace(/:(required|recommended)$/, "");
    if (named.includes(bare) && !missing.includes(bare)) missing.push(bare);
  }
  return missing;
}

/** Named as missing it can still be sent; seen to be lacking, a finding nobody knows or goods nobody approved go to a person. */
export function statusOf(facts: HandFacts, lacking: readonly string[], missing: readonly string[], waits: boolean, forPerson = false): HandRemedy["status"] {
  if (missing.length > lacking.length && lacking.length === 0) return "needs_evidence";
  if (lacking.length || forPerson || facts.unapproved || facts.strange) return "needs_human";
  return waits ? "waiting_for_stock" : "open";
}
