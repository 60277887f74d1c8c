/**
 * What was paid for the returned units, less each deduction, to the last minor unit (docs/decisions/money.md).
 * Parts of a line are differences of running totals, so that they add up to the whole; a fee is rounded once
 * per line and request; refund = base − deductions.
 */
import type { Claim } from "./claim.ts";
import type { Atom, Compiled } from "./compile.ts";
import type { Fee } from "./decision.ts";
import { formatMinor, minorDigits, parseMinor, part, share, type Minor } from "./money.ts";
import type { RemedyPlan } from "./reason.ts";

type FeeAtom = Extract<Atom, { kind: "deducts" | "charges" }>;

/** A claim's money in minor units; totals are those of the whole line, as charged. */
export type Paid = Readonly<{
  currency: string; digits: number; quantity: number; before: number; until: number;
  net: Minor; tax: Minor; shipping: Minor; gave: Minor; kept: Minor; label: Minor; recall: Minor;
}>;

/** Reads a claim's money. Amounts are the order's presentment money. */
export function paidFor(compiled: Compiled, claim: Claim): Paid {
  const m = claim.money, digits = minorDigits(m.currency);
  const minor = (text: string | undefined): Minor => (text === undefined ? 0 : parseMinor(text, digits));
  const base = compiled.conventions.refundBase;
  const tax = minor(m.tax);
  const listed = minor(m.unitPrice) * m.quantity - (m.taxIncluded ? tax : 0);
  const before = m.alreadyRefundedQuantity ?? 0;
  return {
    currency: m.currency, digits, quantity: m.quantity, before, until: before + m.returnedQuantity, net: base === "list" ? listed : listed - minor(m.discount), tax: base === "net" ? 0 : tax,
    shipping: minor(m.shipping), gave: minor(m.alreadyRefunded), kept: minor(m.alreadyDeducted), label: minor(m.merchantLabelCost), recall: minor(m.recallCost),
  };
}

const pieceOf = (paid: Paid, total: Minor): Minor => part(total, paid.before, paid.until, paid.quantity);

/** Price, tax and first-delivery share of the returned units. Price and tax are rounded together, so that the refund is
 * the nearest share of what was paid; all three never come to more than is left of it. */
export function baseOf(compiled: Compiled, plan: RemedyPlan, paid: Paid): { price: Minor; tax: Minor; shipping: Minor } {
  const choice = compiled.conventions.originalShipping;
  const shares = choice === "always" || (choice === "as_written" && plan.gives.get("originalShipping")?.effect.originalShipping === true);
  let left = Math.max(0, paid.net + paid.tax + paid.shipping - paid.gave - paid.kept);
  const take = (wanted: Minor): Minor => {
    const taken = Math.min(wanted, left);
    left -= taken;
    return taken;
  };
  const price = pieceOf(paid, paid.net), goods = pieceOf(paid, paid.net + paid.tax);
  return { price: take(price), tax: take(goods - price), shipping: shares ? take(pieceOf(paid, paid.shipping)) : 0 };
}

const percentOf = (compiled: Compiled, percent: FeeAtom["effect"]["percent"]): number | undefined => {
  const value = typeof percent === "object" ? compiled.settings[percent.setting] : percent;
  return value === null || value === undefined ? undefined : Number(value);
};

/** The sum a percentage is taken of, for the whole line. */
function wholeOf(of: string | undefined, paid: Paid): Minor {
  if (of === "gross_price") return paid.net + paid.tax;
  return of === "gross_and_shipping" ? paid.net + paid.tax + paid.shipping : paid.net;
}

/** A fee of a clause for this claim: minor units in the order's currency, a sum in another currency, or a quote. */
export function feeOf(compiled: Compiled, atom: FeeAtom, paid: Paid): Readonly<{ minor: Minor; currency: string } | { quote: true }> {
  const { effect } = atom;
  const own = (minor: Minor) => ({ minor, currency: paid.currency });
  if (effect.of === "shipping") return own(pieceOf(paid, paid.shipping));
  if (effect.of === "label_cost") return own(paid.label);
  if (effect.of === "recall_cost") return own(paid.recall);
  if (effect.percent !== undefined) {
    const percent = percentOf(compiled, effect.percent);
    if (percent === undefined) return { quote: true };
    const upTo = (units: number): Minor => share(share(wholeOf(effect.of, paid), units, paid.quantity), Math.round(percent * 10_000), 1_000_000, compiled.conventions.rounding);
    return own(upTo(paid.until) - upTo(paid.before));
  }
  const amount = effect.amounts?.[paid.currency] ?? (typeof effect.amount === "object" ? compiled.settings[effect.amount.setting] : effect.amount);
  if (amount === undefined || amount === null || amount === "quote") return { quote: true };
  const currency = effect.amounts?.[paid.currency] ? paid.currency : (effect.currency ?? paid.currency);
  const units = effect.per === "unit" ? paid.until - paid.before : 1;
  return { minor: parseMinor(String(amount), minorDigits(currency)) * units, currency };
}

const perOrder = (atom: FeeAtom): Partial<Fee> => (atom.effect.per === "return" || atom.effect.per === "order" ? { per: atom.effect.per } : {});

/** Refund and what comes off it. What cannot come off (another currency, a quote) is charged instead. */
export function settle(compiled: Compiled, plan: RemedyPlan, paid: Paid): Readonly<{ refund: Minor; base: { price: Minor; tax: Minor; shipping: Minor }; deductions: Fee[]; charges: Fee[] }> {
  const base = baseOf(compiled, plan, paid);
  let left = base.price + base.tax + base.shipping;
  const deductions: Fee[] = [], charges: Fee[] = [];
  for (const atom of plan.deducts) {
    const fee = feeOf(compiled, atom, paid);
    const because = [atom.clause.id];
    if ("quote" in fee) charges.push({ kind: atom.effect.kind, amount: "quote", currency: paid.currency, because });
    else if (fee.currency !== paid.currency) charges.push({ kind: atom.effect.kind, amount: formatMinor(fee.minor, minorDigits(fee.currency)), currency: fee.currency, because, ...perOrder(atom) });
    else if (fee.minor > 0 && left > 0) {
      const taken = Math.min(fee.minor, left);
      left -= taken;
      deductions.push({ kind: atom.effect.kind, amount: formatMinor(taken, paid.digits), because, ...perOrder(atom) });
    }
  }
  return { refund: left, base, deductions, charges };
}

/** Charges of a remedy that pays nothing out; a charge of nothing is none. */
export function chargesOf(compiled: Compiled, plan: RemedyPlan, paid: Paid): Fee[] {
  return [...plan.charges, ...(paysOut(plan.remedy) ? [] : plan.deducts)].flatMap((atom): Fee[] => {
    const fee = feeOf(compiled, atom, paid);
    const because = [atom.clause.id];
    if ("quote" in fee) return [{ kind: atom.effect.kind, amount: "quote", currency: atom.effect.currency ?? paid.currency, because }];
    return fee.minor > 0 ? [{ kind: atom.effect.kind, amount: formatMinor(fee.minor, minorDigits(fee.currency)), currency: fee.currency, because, ...perOrder(atom) }] : [];
  });
}

/** Remedies in which money goes back to the customer. */
export const paysOut = (remedy: string): boolean => remedy === "refund" || remedy === "cancel" || remedy === "store_credit";
