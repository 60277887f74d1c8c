/** A situation reasoned through, with everything in the decision that no claim in that situation changes. */
import { answerPlan, needsMoney, type AnswerPlan } from "./answers.ts";
import { changesFor } from "./changes.ts";
import type { Compiled } from "./compile.ts";
import type { Decision, Declined, Outcome } from "./decision.ts";
import type { Situation } from "./evaluation.ts";
import type { Plan } from "./plan.ts";
import { reason } from "./reason.ts";

/** `declined` with each refusal's clocks that have run out; `lapses` tells whether any has. `changesInspected` offers no finding: one has been made. */
export type Reasoned = Readonly<{
  outcome: Outcome; answers: readonly AnswerPlan[]; money: boolean;
  declined: readonly Declined[]; lapsed: readonly (readonly number[])[]; lapses: boolean;
  undetermined: Decision["undetermined"]; later: Plan["later"]; changes: Decision["changes"]; changesInspected: Decision["changes"]; readings: readonly string[];
}>;

export function reasonedIn(compiled: Compiled, situation: Situation): Reasoned {
  const plan = reason(compiled, situation);
  const changes = changesFor(compiled, situation, plan), otherChanges = changes.filter(({ fact }) => fact !== "inspection.finding"), answers = plan.remedies.map((remedy) => answerPlan(compiled, remedy));
  const declined = plan.declined.map(({ remedy, because, says }) => Object.freeze({ remedy, because: Object.freeze(because), says }));
  const lapses = plan.declined.some(({ lapsed }) => lapsed.length > 0);
  return {
    outcome: outcomeOf(plan), answers, money: answers.some(needsMoney),
    declined: lapses ? declined : Object.freeze(declined), lapsed: plan.declined.map(({ lapsed }) => lapsed), lapses,
    undetermined: plan.undetermined.length ? Object.freeze(plan.undetermined) : undefined, later: plan.later,
    changes: changes.length ? Object.freeze(changes) : undefined, changesInspected: otherChanges.length ? Object.freeze(otherChanges) : undefined, readings: Object.freeze(readingsBehind(compiled, plan)),
  };
}

const outcomes = [["open", "remedies_open"], ["waiting_for_stock", "remedies_open"], ["needs_evidence", "needs_evidence"], ["needs_human", "needs_human"]] as const;

function outcomeOf({ remedies, declined, undetermined }: Plan): Outcome {
  for (const [status, outcome] of outcomes) if (remedies.some((remedy) => remedy.status === status)) return outcome;
  return undetermined.length || declined.length === 0 ? "undetermined" : "declined";
}

/** Readings that touch a clause the answer cites. */
function readingsBehind(compiled: Compiled, plan: Plan): readonly string[] {
  const cited = new Set([...plan.remedies, ...plan.declined, ...plan.undetermined].flatMap((part) => part.because));
  return (compiled.inForce.policy.readings ?? []).filter((reading) => reading.clauses.some((id) => cited.has(id))).map((reading) => reading.id);
}
