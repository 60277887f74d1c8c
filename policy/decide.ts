/**
 * decide(policy, claim): the policy's whole answer to a claim. A claim becomes a situation (situation.ts), the
 * clauses are reasoned through once per kind of situation (reason.ts) and kept, and dates and amounts are
 * filled in per claim (settle.ts). Pure: no clock is read, nothing is written but the cache of plans.
 */
import { changesFor } from "./changes.ts";
import type { Claim } from "./claim.ts";
import { AFTER, NOT_BEGUN, WITHIN, compile, type Compiled } from "./compile.ts";
import { addBusinessDays, dayIn, formatDay, formatInstant, parseDay } from "./dates.ts";
import type { Change, Decision, Declined, Later, Outcome, Promise as Promised, RemedyAnswer } from "./decision.ts";
import { formatMinor, type Minor } from "./money.ts";
import type { Policy, Remedy } from "./policy.ts";
import { readingsApplied, type PolicyInForce } from "./readings.ts";
import { reason, type Plan, type RemedyPlan, type Situation } from "./reason.ts";
import { chargesOf, paidFor, paysOut, settle, type Paid } from "./settle.ts";
import { tradeTerms } from "./tradeTerms.ts";
import { clockState, factBits, holidaysOf, worthSide, zoneOf } from "./situation.ts";

type Reasoned = Readonly<{ plan: Plan; readings: readonly string[]; changes: readonly Change[] }>;
/** Claims whose facts are alike share the clocks that matter and, per state of those, the reasoned plan. */
type Kind = Readonly<{ facts: readonly number[]; clocks: readonly number[]; plans: Map<number, Reasoned> }>;
type Runner = Readonly<{ compiled: Compiled; widths: readonly number[]; kinds: Map<string, Kind> }>;

const MOST_KINDS_KEPT = 50_000;
const runners = new WeakMap<object, Map<string, Runner>>();

/** The compiled policy for a merchant's settings; compiled once and kept as long as the policy object lives. */
export function runnerFor(policy: Policy | PolicyInForce, settings: Claim["settings"]): Runner {
  let bySettings = runners.get(policy);
  if (!bySettings) runners.set(policy, (bySettings = new Map()));
  const key = settings === undefined ? "" : JSON.stringify(settings);
  let runner = bySettings.get(key);
  if (!runner) {
    const compiled = compile("clauses" in policy && "chosen" in policy ? policy : readingsApplied(policy), settings);
    runner = { compiled, widths: compiled.slots.map(() => 0), kinds: new Map() };
    if (bySettings.size > 200) bySettings.clear();
    bySettings.set(key, runner);
  }
  return runner;
}

const factKey: number[] = [];
const states: number[] = [];
const ends: number[] = [];

function kindOf(runner: Runner, claim: Claim): Kind {
  const { slots } = runner.compiled;
  let key = "";
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i];
    if (!slot) continue;
    const bits = factBits(slot, claim);
    factKey[i] = bits;
    key += String.fromCharCode(bits & 0xffff, bits >>> 16);
  }
  let kind = runner.kinds.get(key);
  if (!kind) {
    kind = { facts: factKey.slice(0, slots.length), clocks: clocksThatMatter(runner.compiled, factKey), plans: new Map() };
    if (runner.kinds.size >= MOST_KINDS_KEPT) runner.kinds.clear();
    runner.kinds.set(key, kind);
  }
  return kind;
}

/** Clocks of atoms that the facts alone do not rule out. */
function clocksThatMatter(compiled: Compiled, factBitsNow: readonly number[]): readonly number[] {
  const clocks = new Set<number>();
  const possible = (tests: readonly { fact?: number; mask?: number }[]): boolean => tests.every((t) => t.fact === undefined || ((factBitsNow[t.fact] ?? 1) & ((t.mask ?? 0) | 1)) !== 0);
  for (const atom of compiled.atoms) {
    if (!atom.when.every((any) => any.some((all) => possible(all as never)))) continue;
    for (const test of [...atom.when, atom.unless, ...(atom.kind === "needs" ? [atom.lackingWhen] : [])].flat(2)) if ("clock" in test) clocks.add(test.clock);
    if (atom.kind === "opens") for (const clock of [atom.within, atom.after]) if (clock !== undefined) clocks.add(clock);
    if (atom.kind === "term" && atom.clock >= 0) clocks.add(atom.clock);
    if (atom.kind === "term") for (const [pair, clock] of compiled.chained) if (pair.endsWith(` ${atom.index}`)) clocks.add(clock);
  }
  return [...clocks].sort((a, b) => a - b);
}

function reasonedFor(runner: Runner, kind: Kind, claim: Claim, zone: string): Reasoned {
  const { compiled } = runner;
  let key = 1;
  for (const clock of kind.clocks) {
    const state = clockState(compiled, clock, claim, zone, ends);
    states[clock] = state;
    key = key * 5 + (state === WITHIN ? 0 : state === AFTER ? 1 : state === NOT_BEGUN ? 2 : state < 8 ? 3 : 4);
  }
  const worths: (boolean | undefined)[] = [];
  for (let i = 0; i < compiled.worths.length; i++) {
    const side = worthSide(compiled, i, claim);
    worths.push(side);
    key = key * 3 + (side === undefined ? 2 : side ? 1 : 0);
  }
  let reasoned = kind.plans.get(key);
  if (!reasoned) {
    const clocks = compiled.clocks.map((_, i) => (kind.clocks.includes(i) ? (states[i] ?? 4) : 4));
    const situation: Situation = { facts: kind.facts, clocks, worths };
    const plan = reason(compiled, situation);
    reasoned = { plan, readings: readingsBehind(compiled, plan), changes: changesFor(compiled, situation, plan) };
    kind.plans.set(key, reasoned);
  }
  return reasoned;
}

/** Readings that touch a clause the answer cites, and those on counting that always do. */
function readingsBehind(compiled: Compiled, plan: Plan): readonly string[] {
  const cited = new Set([...plan.remedies, ...plan.declined, ...plan.undetermined].flatMap((part) => part.because));
  return (compiled.inForce.policy.readings ?? []).filter((reading) => reading.clauses.some((id) => cited.has(id))).map((reading) => reading.id);
}

/**
 * Decides a claim by a policy (as published, or with readings chosen). The claim must have passed readClaim.
 * Throws for a policy that does not compile (circular overrides, an unknown term or setting) and for a zone
 * unknown to Intl; a claim that the policy cannot answer is a Decision, never an error.
 */
export function decide(policy: Policy | PolicyInForce, claim: Claim): Decision {
  const runner = runnerFor(policy, claim.settings);
  const { compiled } = runner;
  const source = compiled.inForce.policy;
  const zone = zoneOf(compiled, claim);
  const about = { id: source.id, version: source.version };
  const from = compiled.purchasedFrom;
  if (from && dayIn(claim.order.placedAt, zone) < parseDay(from.day)) {
    const because = [from.clause.id];
    return { claim: claim.id, policy: about, outcome: "undetermined", remedies: [], declined: [{ remedy: "policy", because, says: from.clause.says }], readings: [] };
  }
  const kind = kindOf(runner, claim);
  const { plan, readings, changes } = reasonedFor(runner, kind, claim, zone);
  const paid = plan.remedies.length ? paidFor(compiled, claim) : undefined;
  const remedies: RemedyAnswer[] = [];
  if (paid) for (const remedy of plan.remedies) remedies.push(answer(compiled, remedy, claim, zone, paid));
  const declined = plan.declined.map((d): Declined => {
    const lapsed = d.lapsed.length ? lastOf(compiled, d.lapsed, claim, zone) : null;
    return { remedy: d.remedy, because: d.because, says: d.says, ...(lapsed === null ? {} : { lapsedOn: lapsed }) };
  });
  const registerBy = compiled.registration === undefined || claim.item.registeredAt !== undefined || states[compiled.registration] !== WITHIN ? undefined : endText(compiled, compiled.registration, claim, zone);
  return {
    claim: claim.id, policy: about, outcome: outcomeOf(plan), remedies, declined, readings,
    ...(plan.undetermined.length ? { undetermined: plan.undetermined } : {}),
    ...(plan.later.length ? { later: plan.later.map((l): Later => ({ remedy: l.remedy, from: dayAfter(compiled, l.clock), because: l.because })) } : {}),
    ...(changes.length ? { changes } : {}),
    ...(registerBy ? { registerBy } : {}),
  };
}

function outcomeOf({ remedies, declined, undetermined }: Plan): Outcome {
  for (const [status, outcome] of [["open", "remedies_open"], ["waiting_for_stock", "remedies_open"], ["needs_evidence", "needs_evidence"], ["needs_human", "needs_human"]] as const) {
    if (remedies.some((remedy) => remedy.status === status)) return outcome;
  }
  return undetermined.length || declined.length === 0 ? "undetermined" : "declined";
}

const hoursCounted = (compiled: Compiled, clock: number): boolean => (ends[clock] ?? 0) > 10_000_000 && compiled.clocks[clock] !== undefined;

function endText(compiled: Compiled, clock: number, claim: Claim, zone: string): string | undefined {
  const end = ends[clock];
  if (end === undefined || Number.isNaN(end)) return undefined;
  return hoursCounted(compiled, clock) ? formatInstant(end, claim.zone || zone) : formatDay(end);
}

function dayAfter(compiled: Compiled, clock: number): string | null {
  const end = ends[clock];
  return end === undefined || Number.isNaN(end) || hoursCounted(compiled, clock) ? null : formatDay(end + 1);
}

/** The latest of several ends as text; null where there is none or one is not known. */
function lastOf(compiled: Compiled, clocks: readonly number[], claim: Claim, zone: string): string | null {
  let last = -1, at = -1;
  for (const clock of clocks) {
    const end = ends[clock];
    if (end === undefined || Number.isNaN(end)) return null;
    if (end > last) [last, at] = [end, clock];
  }
  return at < 0 ? null : (endText(compiled, at, claim, zone) ?? null);
}

function answer(compiled: Compiled, plan: RemedyPlan, claim: Claim, zone: string, paid: Paid): RemedyAnswer {
  const until = lastOf(compiled, plan.ends, claim, zone);
  let termsUntil = until, first = Infinity;
  for (const clock of plan.turns) {
    const end = ends[clock];
    if (end !== undefined && end < first && !hoursCounted(compiled, clock)) {
      first = end;
      const text = formatDay(end);
      if (until === null || text < until) termsUntil = text;
    }
  }
  const money = paysOut(plan.remedy) ? settle(compiled, plan, paid) : undefined;
  const charges = money ? [...money.charges, ...chargesOf(compiled, plan, paid)] : chargesOf(compiled, plan, paid);
  const text = (minor: Minor): string => formatMinor(minor, paid.digits);
  const promises = promisesOf(plan, claim, zone);
  const g = plan.gives, condition = g.get("condition"), model = g.get("model"), times = g.get("times"), onlyIf = g.get("onlyIf");
  return {
    remedy: plan.remedy, status: plan.status,
    ...(money ? { refund: { amount: text(money.refund), currency: paid.currency }, base: { price: text(money.base.price), tax: text(money.base.tax), shipping: text(money.base.shipping) }, refundsOriginalShipping: money.base.shipping > 0 ? !money.deductions.some((d) => d.kind === "original_shipping") : givesShipping(plan) } : {}),
    deductions: money?.deductions ?? none, charges, freight: plan.freight, ...(plan.duties ? { dutiesPaidBy: plan.duties } : {}),
    ...(condition || model ? { replacement: { condition: condition?.effect.condition ?? "unspecified", model: model?.effect.model ?? "same" } } : {}),
    ...(times?.effect.times ? { times: times.effect.times } : {}), ...(onlyIf?.effect.onlyIf ? { onlyIf: onlyIf.effect.onlyIf } : {}),
    until, termsUntil, requires: plan.requires, missing: plan.missing, ...(plan.asks.length ? { asks: plan.asks } : {}),
    ...(g.get("separateProcess")?.effect.separateProcess ? { separateProcess: true } : {}), ...(g.size ? tradeTerms(compiled, plan, claim, zone, paid, money?.refund) : {}),
    ...(promises.length ? { respondWithin: promises.find((p) => p.kind === "limit") ?? promises[0], promises } : {}), because: plan.because,
  };
}

const none: readonly never[] = [];
const givesShipping = (plan: RemedyPlan): boolean => plan.gives.get("originalShipping")?.effect.originalShipping === true && !plan.deducts.some((d) => d.effect.kind === "original_shipping");

const promiseStart = (from: string, claim: Claim): string | undefined => {
  switch (from) {
    case "request": return claim.askedAt;
    case "received_by_merchant": case "receipt_confirmed": return claim.sendingBack?.receivedAt;
    case "inspected_and_rma_confirmed": case "inspection_passed": return claim.inspection?.at;
    default: return undefined;
  }
};

function dueDay(within: string, start: number, claim: Claim): number | undefined {
  const [, n, unit] = /^(\d+) (business days|days|weeks)$/.exec(within) ?? [];
  if (!n) return undefined;
  return unit === "business days" ? addBusinessDays(start, Number(n), holidaysOf(claim)) : start + Number(n) * (unit === "weeks" ? 7 : 1);
}

function promisesOf(plan: RemedyPlan, claim: Claim, zone: string): readonly Promised[] {
  return plan.answers.map(({ effect, clause }) => {
    const started = promiseStart(effect.from, claim);
    const start = started === undefined ? undefined : dayIn(started, zone);
    const dues = start === undefined ? [] : [effect.within, ...(effect.orWithin ? [effect.orWithin] : [])].map((within) => dueDay(within, start, claim)).filter((day): day is number => day !== undefined);
    return {
      kind: effect.kind ?? "limit", within: effect.orWithin ? `${effect.within} or ${effect.orWithin}, whichever is earlier` : effect.within, from: effect.from, clause: clause.id,
      ...(dues.length ? { due: formatDay(Math.min(...dues)) } : {}),
    };
  });
}

/** Remedies a policy speaks of, for tables over all of them. */
export const remediesOf = (policy: Policy | PolicyInForce): readonly Remedy[] => runnerFor(policy, undefined).compiled.remedies;
