/**
 * What was paid for the returned units, less each deduction, to the last minor unit (docs/decisions/money.md).
 * Parts of a line are differences of running totals, so that they add up to the whole; a fee is rounded once
 * per line and request; refund = base − deductions.
 */
import type { AnswerPlan } from "./answers.ts";
import type { Claim } from "./claim.ts";
import type { Atom, Compiled } from "./compile.ts";
import type { Fee } from "./decision.ts";
import { formatMinor, minorDigits, parseMinor, part, share, type Minor } from "./money.ts";
import type { RemedyPlan } from "./plan.ts";

export type FeeAtom = Extract<Atom, { kind: "deducts" | "charges" }>;

/** A claim's money in minor units; totals are those of the whole line, as charged. */
export type Paid = Readonly<{
  currency: string; digits: number; quantity: number; before: number; until: number;
  net: Minor; tax: Minor; shipping: Minor; gave: Minor; kept: Minor; label: Minor; recall: Minor;
  /** Kinds of fees per order that an earlier return has paid, and the service level chosen. */
  feesTaken: readonly string[]; level: string | undefined;
}>;

const none: readonly never[] = [];

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
    feesTaken: claim.order.feesTaken ?? none, level: claim.request.serviceLevel,
  };
}

const pieceOf = (paid: Paid, total: Minor): Minor => part(total, paid.before, paid.until, paid.quantity);

/** Whether the first delivery's share is part of what is paid back. */
export function sharesDelivery({ conventions }: Compiled, plan: RemedyPlan): boolean {
  const choice = conventions.originalShipping;
  return choice === "always" || (choice === "as_written" && plan.gives.get("originalShipping")?.effect.originalShipping === true);
}

const percentOf = (compiled: Compiled, percent: FeeAtom["effect"]["percent"]): number | undefined => {
  const value = typeof percent === "object" ? compiled.settings[percent.setting] : percent;
  const read = value === null || value === undefined ? NaN : Number(value);
  return Number.isFinite(read) ? read : undefined;
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
  const minor = parseMinor(String(amount), minorDigits(currency)) * units;
  return Number.isNaN(minor) ? { quote: true } : { minor, currency };
}

type Due = Readonly<{ kind: string; per: FeeAtom["effect"]["per"]; fee: ReturnType<typeof feeOf>; in: string; because: readonly string[] }>;

/** The service level chosen, as a fee; undefined where none is chosen or it costs nothing. */
function levelDue(plan: RemedyPlan, paid: Paid): Due | undefined {
  const atom = plan.gives.get("levels");
  const level = atom?.effect.levels?.find((one) => one.level === paid.level);
  if (!atom || level?.charge === undefined || plan.waived.has(level.level)) return undefined;
  const amount = typeof level.charge === "object" ? level.charge[paid.currency] : level.charge;
  const currency = typeof level.charge === "object" ? paid.currency : (level.currency ?? paid.currency);
  const minor = amount === undefined ? NaN : parseMinor(amount, minorDigits(currency)) * (level.per === "unit" ? paid.until - paid.before : 1);
  return { kind: level.level, per: level.per, fee: Number.isNaN(minor) ? { quote: true } : { minor, currency }, in: paid.currency, because: [atom.clause.id] };
}

/** The fees of some clauses for this claim; what the whole return or order owes comes last, after the line's own. */
function duesOf(compiled: Compiled, plan: RemedyPlan, atoms: readonly FeeAtom[], paid: Paid, withLevel: boolean): readonly Due[] {
  if (paid.level === undefined && passesOnNothing(atoms, paid)) return none;
  const dues = atoms.map((atom): Due => ({ kind: atom.effect.kind, per: atom.effect.per, fee: feeOf(compiled, atom, paid), in: atom.effect.currency ?? paid.currency, because: [atom.clause.id] }));
  const level = withLevel && plan.gives.size ? levelDue(plan, paid) : undefined;
  if (level) dues.push(level);
  if (!dues.some(isShared)) return dues;
  return [...dues.filter((due) => !isShared(due)), ...dues.filter((due) => isShared(due) && !(due.per === "order" && paid.feesTaken.includes(due.kind)))];
}

/** Fees that all pass on a cost which the claim does not have. */
function passesOnNothing(atoms: readonly FeeAtom[], paid: Paid): boolean {
  for (const { effect } of atoms) if (!((effect.of === "label_cost" && paid.label === 0) || (effect.of === "recall_cost" && paid.recall === 0))) return false;
  return true;
}

const isShared = (due: Due): boolean => due.per === "return" || due.per === "order";
const perOrder = (due: Due): Partial<Fee> => (due.per === "return" || due.per === "order" ? { per: due.per } : {});

/** A fee as it is charged; nothing where it comes to nothing. */
function charged(due: Due): Fee[] {
  const { fee, kind, because } = due;
  if ("quote" in fee) return [{ kind, amount: "quote", currency: due.in, because, ...perOrder(due) }];
  return fee.minor > 0 ? [{ kind, amount: formatMinor(fee.minor, minorDigits(fee.currency)), currency: fee.currency, because, ...perOrder(due) }] : [];
}

/** What goes back, what it is made of, and what comes off or is charged beside it. */
export type Settled = Readonly<{ refund: Minor; price: Minor; tax: Minor; shipping: Minor; deductions: readonly Fee[]; charges: readonly Fee[] }>;

/**
 * Refund and what comes off it. What cannot come off (another currency, a quote) is charged instead. Price and tax of the
 * returned units are rounded together, so that the refund is the nearest share of what was paid; with the first delivery's
 * share they never come to more than is left of it.
 */
export function settle(compiled: Compiled, { plan, shares }: AnswerPlan, paid: Paid): Settled {
  const most = Math.max(0, paid.net + paid.tax + paid.shipping - paid.gave - paid.kept);
  const wanted = pieceOf(paid, paid.net), goods = paid.tax === 0 ? wanted : pieceOf(paid, paid.net + paid.tax);
  const price = Math.min(wanted, most), tax = Math.min(goods - wanted, most - price), shipping = shares ? Math.min(pieceOf(paid, paid.shipping), most - price - tax) : 0;
  const base = price + tax + shipping, dues = duesOf(compiled, plan, plan.deducts, paid, true);
  if (dues.length === 0) return { refund: base, price, tax, shipping, deductions: none, charges: none };
  const { left, deductions, charges } = takenOff(dues, base, paid);
  return { refund: left, price, tax, shipping, deductions, charges };
}

function takenOff(dues: readonly Due[], base: Minor, paid: Paid): Readonly<{ left: Minor; deductions: readonly Fee[]; charges: readonly Fee[] }> {
  let left = base;
  const deductions: Fee[] = [], charges: Fee[] = [];
  for (const due of dues) {
    const { fee, kind, because } = due;
    if ("quote" in fee || fee.currency !== paid.currency) charges.push(...charged(due));
    else if (fee.minor > 0 && left > 0) {
      const taken = Math.min(fee.minor, left);
      left -= taken;
      deductions.push({ kind, amount: formatMinor(taken, paid.digits), because, ...perOrder(due), ...(taken < fee.minor && isShared(due) ? { whole: formatMinor(fee.minor, paid.digits) } : {}) });
    }
  }
  return { left, deductions, charges };
}

/** What a remedy charges; where nothing is paid out, also what would otherwise come off. A charge of nothing is none. */
export function chargesOf(compiled: Compiled, { plan, owes, pays }: AnswerPlan, paid: Paid): readonly Fee[] {
  if (owes.length === 0 && (pays || plan.gives.size === 0)) return none;
  const dues = duesOf(compiled, plan, owes, paid, !pays);
  return dues.length ? dues.flatMap(charged) : none;
}

/** Remedies in which money goes back to the customer. */
export const paysOut = (remedy: string): boolean => remedy === "refund" || remedy === "cancel" || remedy === "store_credit";
