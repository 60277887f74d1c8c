/** Each refusal with its reason in plain words and its clause restated, and what the policy leaves open. */
import { facts, type FactName } from "../facts.ts";
import type { Declined } from "../decision.ts";
import { asList, type Clause, type Refusal, type Scope } from "../policy.ts";
import { sentence, type Sentence, type Telling } from "./account.ts";
import { dayText, fill } from "./inWords.ts";
import { factText } from "./scopeText.ts";

export function refusalLines(t: Telling): Sentence[] {
  return t.decision.declined.flatMap((refusal) => [sentence(refusedText(t, refusal), refusal.because), ...restated(t, refusal)]);
}

function refusedText(t: Telling, { remedy, because, lapsedOn }: Declined): string {
  const name = t.words.remedies[remedy];
  if (lapsedOn) return fill(t.voice.refusedLapsed, { remedy: name, day: dayText(lapsedOn, t.words) });
  const why = [...new Set(because.flatMap((id) => reasonsOf(t, t.clauses.get(id), remedy)))];
  return why.length ? fill(t.voice.refusedWhy, { remedy: name, why: why.join("; ") }) : fill(t.voice.refused, { remedy: name });
}

/** For the customer the clause that decides; for staff every clause cited. */
const restated = (t: Telling, { because, says }: Declined): Sentence[] =>
  t.isStaff ? because.flatMap((id) => { const clause = t.clauses.get(id); return clause ? [sentence(fill(t.voice.restated, { says: clause.says }), [id])] : []; }) : [sentence(fill(t.voice.restated, { says }), because)];

/** The facts of the claim that a closing clause turns on, in words; none without the claim. */
function reasonsOf(t: Telling, clause: Clause | undefined, remedy: Refusal): string[] {
  const { claim } = t;
  if (!claim || !clause) return [];
  const closing = asList(clause.closes).filter((effect) => effect.remedy === "all" || asList<string>(effect.remedy).includes(remedy) || asList<string>(effect.alsoRefuses).includes(remedy));
  if (!closing.length) return [];
  const holds = (scope: Scope): FactName[] | undefined => {
    const names = (Object.keys(scope) as (keyof Scope)[]).filter((name): name is FactName => Object.hasOwn(facts, name));
    return names.every((name) => saidOf(t, name).some((value) => asList<string | boolean>(scope[name]).map(String).includes(String(value)))) ? names : undefined;
  };
  const named = [...asList(clause.when), ...closing.flatMap((effect) => asList(effect.when))].flatMap((scope) => holds(scope) ?? []);
  return [...new Set(named)].map((name) => factText(name, saidOf(t, name), t.words));
}

function saidOf({ claim }: Telling, name: FactName): readonly (string | boolean)[] {
  const value = claim ? facts[name].read(claim) : undefined;
  return value === undefined ? [] : typeof value === "object" ? value : [value];
}

export function undeterminedLines(t: Telling): Sentence[] {
  return (t.decision.undetermined ?? []).map(({ remedy, setting, because }) =>
    sentence(fill(t.voice.undetermined, { remedy: t.words.remedies[remedy], setting: t.inForce.policy.settings?.[setting]?.says ?? setting }), because));
}
