/** Each refusal with its reason in plain words and its clause restated, and what the policy leaves open. */
import { factOf, facts, type FactName } from "../facts.ts";
import type { Declined } from "../decision.ts";
import { asList, type Clause, type Refusal, type Scope } from "../policy.ts";
import { sentence, type Sentence, type Telling } from "./account.ts";
import { dayText, fill } from "./inWords.ts";
import { factText } from "./scopeText.ts";

export function refusalLines(t: Telling): Sentence[] {
  const restatements = t.decision.declined.map((refusal) => restated(t, refusal));
  return t.decision.declined.flatMap((refusal, i) => [sentence(refusedText(t, refusal), refusal.because), ...(sameText(restatements[i], restatements[i + 1]) ? [] : (restatements[i] ?? []))]);
}

/** Refusals in a row that rest on the same sentences share them. */
const sameText = (a: readonly Sentence[] = [], b: readonly Sentence[] = []): boolean => a.map((line) => line.text).join("\n") === b.map((line) => line.text).join("\n");

function refusedText(t: Telling, { remedy, because, lapsedOn }: Declined): string {
  const name = t.words.remedies[remedy];
  const why = [...new Set(because.flatMap((id) => reasonsOf(t, t.clauses.get(id), remedy, lapsedOn !== undefined)))];
  if (lapsedOn) return fill(why.length ? t.voice.refusedLapsedWhy : t.voice.refusedLapsed, { remedy: name, day: dayText(lapsedOn, t.words), why: why.join("; ") });
  return why.length ? fill(t.voice.refusedWhy, { remedy: name, why: why.join("; ") }) : fill(t.voice.refused, { remedy: name });
}

/** For the customer the clause that decides, and that of the time where it ran out; for staff every clause cited. */
function restated(t: Telling, { because, says, lapsedOn }: Declined): Sentence[] {
  const cited = because.flatMap((id) => t.clauses.get(id) ?? []);
  const ofTime = lapsedOn ? cited.find((clause) => clause.opens ?? clause.term) : undefined;
  const told = t.isStaff ? cited : cited.filter((clause) => clause.says === says || clause === ofTime);
  return told.map((clause) => sentence(fill(t.voice.restated, { says: clause.says }), [clause.id]));
}

/** Facts that are no reason by themselves where the time has run out: the same item could have had the remedy before. */
const alwaysSo: ReadonlySet<FactName> = new Set(["class", "category", "reason", "claimedReason"]);

const isOfTime = ({ age, past, notYet }: Scope): boolean => (age ?? past ?? notYet) !== undefined;

/** The facts of the claim that a closing clause turns on, in words; none without the claim, or where it is time that closes. */
function reasonsOf(t: Telling, clause: Clause | undefined, remedy: Refusal, hasLapsed: boolean): string[] {
  const { claim } = t;
  if (!claim || !clause) return [];
  const closing = asList(clause.closes).filter((effect) => effect.remedy === "all" || asList<string>(effect.remedy).includes(remedy) || asList<string>(effect.alsoRefuses).includes(remedy));
  if (!closing.length) return [];
  const holds = (scope: Scope): FactName[] | undefined => {
    if (isOfTime(scope)) return undefined;
    const names = (Object.keys(scope) as (keyof Scope)[]).filter((name): name is FactName => Object.hasOwn(facts, name));
    return names.every((name) => saidOf(t, name).some((value) => asList<string | boolean>(scope[name]).map(String).includes(String(value)))) ? names : undefined;
  };
  const scopes = [...asList(clause.when), ...closing.flatMap((effect) => asList(effect.when))];
  const named = scopes.flatMap((scope) => holds(scope) ?? []);
  return [...new Set(named)].filter((name) => !(hasLapsed && alwaysSo.has(name))).map((name) => factText(name, saidOf(t, name), t.words));
}

function saidOf({ claim }: Telling, name: FactName): readonly (string | boolean)[] {
  const value = claim ? factOf(name, claim) : undefined;
  return value === undefined ? [] : typeof value === "object" ? value : [value];
}

export function undeterminedLines(t: Telling): Sentence[] {
  return (t.decision.undetermined ?? []).map(({ remedy, setting, because }) =>
    sentence(fill(t.voice.undetermined, { remedy: t.words.remedies[remedy], setting: t.inForce.policy.settings?.[setting]?.says ?? setting }), because));
}
