/** What a remedy gives beyond money back: store credit, price differences, fallbacks, advance replacements, service levels. */
import type { Claim } from "./claim.ts";
import type { Compiled } from "./compile.ts";
import { dayIn, formatDay, lastDay, parsePeriod, periodText, type Period } from "./dates.ts";
import type { RemedyAnswer } from "./decision.ts";
import { formatMinor, minorDigits, parseMinor, part, share, type Minor } from "./money.ts";
import type { RemedyPlan } from "./plan.ts";
import type { Paid } from "./settle.ts";

type Gives = NonNullable<ReturnType<RemedyPlan["gives"]["get"]>>["effect"];

/**
 * The terms some clause gives with a remedy. `refund` is what is paid out, in minor units, where the remedy pays;
 * days are civil days in `zone`. An unset period or unknown date leaves its day out.
 */
export function tradeTerms(compiled: Compiled, plan: RemedyPlan, claim: Claim, zone: string, paid: Paid, refund: Minor | undefined): Partial<RemedyAnswer> {
  const given = <K extends keyof Gives>(name: K): Gives[K] | undefined => plan.gives.get(name)?.effect[name];
  const credit = given("creditExpires"), bonus = given("creditBonus"), advance = given("advance"), fallback = given("fallback"), levels = given("levels"), difference = given("priceDifference");
  const expires = credit === undefined ? undefined : dayAfter(compiled, claim.askedAt, credit, zone);
  return {
    ...(expires ? { creditExpires: expires } : {}),
    ...(bonus && refund ? { creditBonus: { percent: bonus, amount: formatMinor(share(refund, Math.round(bonus * 10_000), 1_000_000, compiled.conventions.rounding), paid.digits), currency: paid.currency } } : {}),
    ...(difference ? { differenceRule: difference } : {}),
    ...(difference && difference !== "none" ? priceDifference(claim, paid, difference) : {}),
    ...(fallback ? { fallback, ...fallbackTo(fallback, claim) } : {}),
    ...(levels ? levelsOf(levels, plan.waived, paid) : {}),
    ...(advance ? { advance: advanceOf(compiled, advance, claim, zone, paid) } : {}),
  };
}

type Span = NonNullable<Gives["creditExpires"]>;

const periodOf = (compiled: Compiled, span: Span): Period | undefined => parsePeriod(String(typeof span === "object" ? (compiled.settings[span.setting] ?? "") : span));

function dayAfter(compiled: Compiled, from: string | undefined, span: Span, zone: string): string | undefined {
  const period = periodOf(compiled, span);
  return period && from !== undefined ? formatDay(lastDay(dayIn(from, zone), period, compiled.counting)) : undefined;
}

const piece = (paid: Paid): Minor => part(paid.net + paid.tax, paid.before, paid.until, paid.quantity);

/** What was paid for the returned units against the price of as many of what is wanted instead. */
function priceDifference(claim: Claim, paid: Paid, rule: "settled" | "customer_pays"): Partial<RemedyAnswer> {
  const wanted = claim.request.exchangeFor;
  if (!wanted) return {};
  const price = parseMinor(wanted.unitPrice, paid.digits) * (paid.until - paid.before) + (wanted.tax === undefined ? 0 : parseMinor(wanted.tax, paid.digits));
  const minor = price - piece(paid);
  if (minor === 0 || Number.isNaN(minor) || (minor < 0 && rule === "customer_pays")) return {};
  return { priceDifference: { amount: formatMinor(Math.abs(minor), paid.digits), currency: paid.currency, paidBy: minor > 0 ? "customer" : "merchant" } };
}

const stockOf: Readonly<Record<string, readonly [path: string, read: (claim: Claim) => boolean | undefined]>> = {
  same_refurbished: ["item.sameModelRefurbishedInStock", (c) => c.item.sameModelRefurbishedInStock],
  equal_value: ["item.equalValueInStock", (c) => c.item.equalValueInStock],
};

/** The first of an ordered list that is to be had, where the same unit is not; an unknown stock before it is asked for. */
function fallbackTo(fallback: readonly string[], claim: Claim): Partial<RemedyAnswer> {
  if (claim.item.sameModelInStock !== false) return {};
  for (const is of fallback) {
    const stock = stockOf[is];
    const there = stock ? stock[1](claim) : true;
    if (stock && there === undefined) return { fallbackTo: { asks: stock[0] } };
    if (there) return { fallbackTo: { is } };
  }
  return {};
}

function levelsOf(levels: NonNullable<Gives["levels"]>, waived: ReadonlySet<string>, paid: Paid): Partial<RemedyAnswer> {
  const chosen = levels.find((one) => one.level === paid.level);
  return {
    levels: levels.map(({ level, says, charge, currency }) => ({ level, says, charge: waived.has(level) ? null : sumIn(charge, currency, paid) })),
    ...(chosen ? { levelChosen: chosen.level } : {}),
  };
}

function sumIn(charge: string | Readonly<Record<string, string>> | undefined, currency: string | undefined, paid: Paid): Readonly<{ amount: string; currency: string }> | null {
  const amount = typeof charge === "object" ? charge[paid.currency] : charge;
  if (amount === undefined) return null;
  const own = typeof charge === "object" ? paid.currency : (currency ?? paid.currency);
  const digits = minorDigits(own), minor = parseMinor(amount, digits);
  return Number.isNaN(minor) ? null : { amount: formatMinor(minor, digits), currency: own };
}

/** The duty to send the old unit, by when once it has begun, and what is due if it does not come. */
function advanceOf(compiled: Compiled, advance: NonNullable<Gives["advance"]>, claim: Claim, zone: string, paid: Paid): NonNullable<RemedyAnswer["advance"]> {
  const back = claim.sendingBack;
  const from = advance.from === "replacement_shipped" ? back?.replacementShippedAt : advance.from === "replacement_delivered" ? back?.replacementDeliveredAt : claim.askedAt;
  const by = dayAfter(compiled, from, advance.sendBackWithin, zone);
  const price = { amount: formatMinor(piece(paid), paid.digits), currency: paid.currency };
  return {
    sendBackWithin: periodText(periodOf(compiled, advance.sendBackWithin) ?? { months: 0, days: 0, hours: 0 }), ...(by ? { sendBackBy: by } : {}),
    otherwise: advance.otherwise === "price" ? price : (sumIn(advance.otherwise, undefined, paid) ?? { amount: "quote", currency: paid.currency }),
  };
}
