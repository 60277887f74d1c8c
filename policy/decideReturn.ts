/**
 * decideReturn(policy, claims): several lines of one order decided together. Each line is decided by itself;
 * what belongs to the order is settled here: what is kept, bundles that come back whole or not at all, fees
 * owed once, totals (docs/decisions/returns.md). Pure, like decide.
 */
import type { Claim, Issue } from "./claim.ts";
import { decide, runnerFor } from "./decide.ts";
import type { Decision, Outcome, RemedyAnswer } from "./decision.ts";
import { formatMinor, minorDigits, parseMinor, part, type Minor } from "./money.ts";
import type { Policy, Remedy } from "./policy.ts";
import type { PolicyInForce } from "./readings.ts";
import { paidFor } from "./settle.ts";
import { shareFees, type Counted, type SharedFee } from "./shareFees.ts";

/** One line: the decision on it, and the remedy counted in this return with its share of the common fees. */
export type ReturnLine = Readonly<{ claim: string; outcome: Outcome; comesBack: boolean; counted?: RemedyAnswer; decision: Decision }>;

/** Sums over the counted remedies in one currency; `quotes` are fees the merchant has yet to name. */
export type ReturnTotal = Readonly<{ currency: string; refund: string; deductions: string; charges: string; customerPaysMore: string; merchantPaysBack: string; quotes: readonly string[] }>;

export type ReturnDecision = Readonly<{ outcome: Outcome; lines: readonly ReturnLine[]; shared: readonly SharedFee[]; totals: readonly ReturnTotal[] }>;

/** The remedy the customer takes for a line, by claim id; without one the first that is open counts, else the first. */
export type Wishes = Readonly<Record<string, Remedy>>;

/** Remedies with which the goods go back for good. */
const givesUp: ReadonlySet<Remedy> = new Set(["refund", "store_credit", "exchange", "cancel"]);

/**
 * Decides lines of one order together, each claim having passed readClaim; `wishes` says which remedy is taken.
 * Errors where the claims are no single return: none, one twice, several currencies, policies or orders.
 */
export function decideReturn(policy: Policy | PolicyInForce, claims: readonly Claim[], wishes: Wishes = {}): Readonly<{ decision: ReturnDecision } | { errors: readonly Issue[] }> {
  const errors = notOneReturn(claims);
  const currency = claims[0]?.money.currency;
  if (errors.length || currency === undefined) return { errors };
  const decisions = decidedTogether(policy, claims, wishes);
  const taken = decisions.map((decision) => remedyTaken(decision, wishes));
  const counted = claims.flatMap((claim, i): Counted[] => {
    const answer = taken[i], { compiled } = runnerFor(policy, claim.settings);
    return answer ? [{ claim: claim.id, answer, value: goodsOf(policy, claim, "now"), rounding: compiled.conventions.rounding }] : [];
  });
  const { answers, shared } = shareFees(counted, currency);
  const answerOf = new Map(counted.map((line, i) => [line.claim, answers[i]]));
  const lines = decisions.map((decision): ReturnLine => {
    const answer = answerOf.get(decision.claim), wish = wishes[decision.claim];
    const outcome = answer ? outcomeBy[answer.status] : wish ? "declined" : decision.outcome;
    return { claim: decision.claim, outcome, comesBack: answer !== undefined && givesUp.has(answer.remedy), ...(answer ? { counted: answer } : {}), decision };
  });
  return { decision: { outcome: outcomeOf(lines), lines, shared, totals: totalsOf(answers, currency) } };
}

const outcomeBy = { open: "remedies_open", waiting_for_stock: "remedies_open", needs_evidence: "needs_evidence", needs_human: "needs_human" } as const satisfies Record<RemedyAnswer["status"], Outcome>;

/** What still stands between the customer and the whole: a person before a setting before evidence; refused only if every line is. */
const slowest: readonly Outcome[] = ["needs_human", "undetermined", "needs_evidence", "remedies_open", "declined"];
const outcomeOf = (lines: readonly ReturnLine[]): Outcome => slowest.find((outcome) => lines.some((line) => line.outcome === outcome)) ?? "declined";

function remedyTaken(decision: Decision, wishes: Wishes): RemedyAnswer | undefined {
  const wish = wishes[decision.claim];
  if (wish) return decision.remedies.find((answer) => answer.remedy === wish);
  return decision.remedies.find((answer) => answer.status === "open") ?? decision.remedies[0];
}

function notOneReturn(claims: readonly Claim[]): Issue[] {
  const [first] = claims;
  if (!first) return [{ path: "claims", message: "is empty" }];
  const currencies = new Set(claims.map((claim) => claim.money.currency));
  const issues: Issue[] = currencies.size < 2 ? [] : [{ path: "claims", message: `hold several currencies, which one return cannot mix: ${claims.map((claim) => `${claim.id} ${claim.money.currency}`).join(", ")}` }];
  const seen = new Set<string>();
  claims.forEach((claim, i) => {
    const differs = (path: string, value: string | undefined, wanted: string | undefined): void => {
      if (value !== wanted) issues.push({ path: `claims[${i}].${path}`, message: `${claim.id} has ${value ?? "none"}, ${first.id} has ${wanted ?? "none"}: lines of one return are of one order` });
    };
    if (seen.has(claim.id)) issues.push({ path: `claims[${i}].id`, message: `${claim.id} is there twice` });
    seen.add(claim.id);
    differs("policy", claim.policy, first.policy);
    differs("order.placedAt", claim.order.placedAt, first.order.placedAt);
    differs("order.value", claim.order.value, first.order.value);
  });
  return issues;
}

/** What was paid for a claim's units: those given back now, or all that are gone by then. */
function goodsOf(policy: Policy | PolicyInForce, claim: Claim, which: "now" | "gone"): Minor {
  const paid = paidFor(runnerFor(policy, claim.settings).compiled, claim);
  return part(paid.net + paid.tax, which === "now" ? paid.before : 0, paid.until, paid.quantity);
}

/**
 * Each line decided with what the others make of it. A line that does not come back leaves more with the customer
 * and breaks its bundle, so the others are decided again without it; one that is refused stays refused.
 */
function decidedTogether(policy: Policy | PolicyInForce, claims: readonly Claim[], wishes: Wishes): readonly Decision[] {
  const decided = new Map<string, Decision>();
  let returning = claims;
  for (;;) {
    for (const claim of returning) decided.set(claim.id, decide(policy, inReturn(policy, claim, claims, returning)));
    const stay = returning.filter((claim) => {
      const answer = remedyTaken(decided.get(claim.id) as Decision, wishes);
      return answer !== undefined && givesUp.has(answer.remedy);
    });
    if (stay.length === returning.length) return claims.map((claim) => decided.get(claim.id) as Decision);
    returning = stay;
  }
}

/** A claim with what only the return as a whole knows: what is kept, and whether its bundle comes back whole. */
function inReturn(policy: Policy | PolicyInForce, claim: Claim, asked: readonly Claim[], returning: readonly Claim[]): Claim {
  const keptValue = keptAfter(policy, claim, returning);
  const bundle = claim.item.bundle && { ...claim.item.bundle, wholeReturned: bundleWhole(claim.item.bundle, asked, returning) };
  return { ...claim, order: { ...claim.order, ...(keptValue === undefined ? {} : { keptValue }) }, item: { ...claim.item, ...(bundle ? { bundle } : {}) } };
}

/** What stays with the customer; a value that the claim gives holds for the return as it was asked for. */
function keptAfter(policy: Policy | PolicyInForce, claim: Claim, returning: readonly Claim[]): string | undefined {
  if (claim.order.value === undefined) return claim.order.keptValue;
  const digits = minorDigits(claim.money.currency);
  const gone = returning.reduce((sum, one) => sum + goodsOf(policy, one, "gone"), 0);
  return formatMinor(Math.max(0, parseMinor(claim.order.value, digits) - gone), digits);
}

type Bundle = NonNullable<Claim["item"]["bundle"]>;

function bundleWhole({ id, lines, wholeReturned }: Bundle, asked: readonly Claim[], returning: readonly Claim[]): boolean | undefined {
  const members = (claims: readonly Claim[]): readonly Claim[] => claims.filter((claim) => claim.item.bundle?.id === id);
  const all = members(asked), back = members(returning);
  const broken = back.length < all.length || all.some(({ money }) => money.returnedQuantity + (money.alreadyRefundedQuantity ?? 0) < money.quantity);
  if (broken) return false;
  return wholeReturned ?? (lines === undefined ? undefined : back.length >= lines);
}

function totalsOf(answers: readonly RemedyAnswer[], own: string): readonly ReturnTotal[] {
  const currencies = [...new Set([own, ...answers.flatMap((answer) => answer.charges.map((fee) => fee.currency ?? own))])];
  return currencies.map((currency): ReturnTotal => {
    const digits = minorDigits(currency);
    const sum = (amounts: readonly (string | undefined)[]): string => formatMinor(amounts.reduce((total, text) => total + (text === undefined || text === "quote" ? 0 : parseMinor(text, digits)), 0), digits);
    const charges = answers.flatMap((answer) => answer.charges).filter((fee) => (fee.currency ?? own) === currency);
    const mine = currency === own ? answers : [];
    const difference = (paidBy: "customer" | "merchant"): string => sum(mine.map(({ priceDifference }) => (priceDifference?.paidBy === paidBy ? priceDifference.amount : undefined)));
    return {
      currency, refund: sum(mine.map((answer) => answer.refund?.amount)), deductions: sum(mine.flatMap((answer) => answer.deductions.map((fee) => fee.amount))), charges: sum(charges.map((fee) => fee.amount)),
      customerPaysMore: difference("customer"), merchantPaysBack: difference("merchant"), quotes: charges.filter((fee) => fee.amount === "quote").map((fee) => fee.kind),
    };
  });
}
