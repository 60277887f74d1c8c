/**
 * decide(policy, claim): the policy's whole answer to a claim. A claim becomes a situation (situation.ts), the
 * clauses are reasoned through once per kind of situation (kinds.ts, reasoned.ts) and kept, and dates and amounts are
 * filled in per claim (answers.ts, settle.ts). Pure: no clock is read, nothing is written but what is kept.
 */
import { answerFor } from "./answers.ts";
import { isBack } from "./promises.ts";
import type { Claim } from "./claim.ts";
import { NO_DATE, WITHIN } from "./compile.ts";
import type { Decision, Declined, Later, RemedyAnswer } from "./decision.ts";
import { dayAfterEnd, endText, latestEnd } from "./ends.ts";
import { kindOf, type Kind } from "./kinds.ts";
import type { Policy } from "./policy.ts";
import type { PolicyInForce } from "./readings.ts";
import { reasonedIn, type Reasoned } from "./reasoned.ts";
import { hashed, keep, recall } from "./recall.ts";
import { runnerFor, type Runner } from "./runner.ts";
import { paidFor } from "./settle.ts";
import { beginTimes, clockState, purchaseDay, worthSide, writeStates, zoneOf, type Times } from "./situation.ts";

export { remediesOf, runnerFor } from "./runner.ts";

/**
 * Decides a claim by a policy (as published, or with readings chosen). The claim must have passed readClaim.
 * Throws for a policy that does not compile (circular overrides, an unknown term or setting) and for a zone
 * unknown to Intl; a claim that the policy cannot answer is a Decision, never an error. Parts that decisions have
 * in common are shared and frozen.
 */
export function decide(policy: Policy | PolicyInForce, claim: Claim): Decision {
  const runner = runnerFor(policy, claim.settings);
  const { compiled, times } = runner;
  beginTimes(times, zoneOf(compiled, claim));
  if (purchaseDay(times, claim) < runner.firstDay) return beforePolicy(runner, claim);
  const kind = kindOf(runner, claim);
  const reasoned = reasonedFor(runner, kind, claim);
  const remedies = answersFor(runner, reasoned, claim);
  const declined = reasoned.lapses ? declinedFor(reasoned, times, claim) : reasoned.declined;
  const later = reasoned.later.length ? laterFor(reasoned.later, times) : undefined;
  const lastToRegister = kind.registration < 0 || remedies.length === 0 ? undefined : registerBy(times, kind.registration, claim);
  return {
    claim: claim.id, policy: runner.about, outcome: reasoned.outcome, remedies, declined, readings: reasoned.readings, undetermined: reasoned.undetermined,
    later, changes: reasoned.changes && (claim.inspection?.finding === undefined ? reasoned.changes : reasoned.changesInspected), registerBy: lastToRegister,
  };
}

/** Remedies that open by themselves, with the day. */
function laterFor(later: Reasoned["later"], times: Times): readonly Later[] {
  const days: Later[] = [];
  for (const { remedy, clock, because } of later) days.push({ remedy, from: dayAfterEnd(times, clock), because });
  return days;
}

/** Bought before the policy came into force: it does not speak of this purchase. */
function beforePolicy({ about, compiled }: Runner, claim: Claim): Decision {
  const clause = compiled.purchasedFrom?.clause;
  const declined = clause ? [{ remedy: "policy" as const, because: [clause.id], says: clause.says }] : [];
  return { claim: claim.id, policy: about, outcome: "undetermined", remedies: [], declined, readings: [] };
}

/** What the clauses say in the claim's situation: of its kind, with its clocks and values standing as they do. */
function reasonedFor(runner: Runner, kind: Kind, claim: Claim): Reasoned {
  const { compiled, times } = runner, { row: states } = kind, { worths } = compiled;
  const clocks = writeStates(times, kind.groups, claim, states);
  for (let i = 0; i < worths.length; i++) states[clocks + i] = sideNumber(worthSide(compiled, i, claim));
  let hash = 0;
  for (let i = 0; i < states.length; i++) hash = hashed(hash, states[i] ?? 0);
  return recall(kind.answers, states, hash) ?? keep(kind.answers, states, hash, reasonedNow(runner, kind, claim));
}

const sideNumber = (over: boolean | undefined): number => (over === undefined ? 2 : over ? 1 : 0);

function reasonedNow({ compiled, times }: Runner, { facts, clocks }: Kind, claim: Claim): Reasoned {
  const stands = compiled.clocks.map((_, clock) => (clocks.includes(clock) ? clockState(times, clock, claim) : NO_DATE));
  return reasonedIn(compiled, { facts, clocks: stands, worths: compiled.worths.map((_, i) => worthSide(compiled, i, claim)) });
}

const noAnswers: readonly never[] = Object.freeze([]);

function answersFor({ compiled, times }: Runner, { answers, money }: Reasoned, claim: Claim): readonly RemedyAnswer[] {
  if (answers.length === 0) return noAnswers;
  const paid = money ? paidFor(compiled, claim) : undefined, back = isBack(claim);
  return answers.map((plan) => answerFor(compiled, plan, times, claim, paid, back));
}

/** Refusals for which a time has run out say when. */
function declinedFor({ declined, lapsed }: Reasoned, times: Times, claim: Claim): readonly Declined[] {
  const answers = declined.slice();
  for (let i = 0; i < lapsed.length; i++) {
    const refusal = declined[i], clocks = lapsed[i];
    const lapsedOn = clocks?.length ? latestEnd(times, clocks, claim.zone) : null;
    if (refusal && lapsedOn !== null) answers[i] = { remedy: refusal.remedy, because: refusal.because, says: refusal.says, lapsedOn };
  }
  return answers;
}

/** The last day on which the item can still be registered. */
const registerBy = (times: Times, clock: number, claim: Claim): string | undefined =>
  clockState(times, clock, claim) === WITHIN ? endText(times, clock, claim.zone) : undefined;
