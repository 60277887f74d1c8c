/**
 * What the clauses say of one situation: facts and clock states in, an answer without dates and amounts out.
 * No beats don't-know, don't-know beats yes, silence is no remedy. The order of clauses changes nothing.
 */
import { AFTER, UNKNOWN, WITHIN, type Atom, type Compiled, type Test } from "./compile.ts";
import { Evaluation, MAYBE, NO, UNSURE_SETTING, YES, afterEnd, ids, of, unique, type Situation } from "./evaluation.ts";
import type { Plan, RemedyPlan } from "./plan.ts";
import type { Refusal, Remedy } from "./policy.ts";
import { lackingNeeds, planFor, termAtomsOf } from "./remedyPlan.ts";

/** Reasons through one situation. */
export function reason(compiled: Compiled, situation: Situation): Plan {
  const e = new Evaluation(compiled, situation);
  const remedies: RemedyPlan[] = [], declined: Plan["declined"][number][] = [], undetermined: Plan["undetermined"][number][] = [], later: Plan["later"][number][] = [];
  const conflicts: Plan["conflicts"][number][] = [];
  const refuse = (remedy: Refusal, atoms: readonly Atom[], lapsed: readonly number[] = []): void => {
    declined.push({ remedy, because: ids(atoms), says: atoms[0]?.clause.says ?? "", lapsed });
  };
  const turnedAway = compiled.remedies.flatMap((remedy) => lackingNeeds(e, remedy).filter((need) => need.effect.lacking === "refuses_parcel"));
  if (turnedAway.length) {
    refuse("parcel_acceptance", turnedAway);
    return { remedies, declined, undetermined, later, conflicts };
  }
  for (const subject of compiled.refusals) {
    const closing = of(e, "closes", subject);
    if (closing.length) refuse(subject, closing);
  }
  for (const remedy of compiled.remedies) {
    later.push(...opensLater(e, remedy));
    const closing = of(e, "closes", remedy);
    const voiding = voidingNeeds(e, remedy);
    const opening = of(e, "opens", remedy, UNSURE_SETTING);
    const asked = (compiled.bySubject.get(`opens ${remedy}`) ?? []).filter((atom) => (e.fits[atom.index] ?? NO) > NO);
    if (closing.length || (voiding.length && asked.length)) {
      if (asked.length || closing.some((atom) => atom.kind === "closes" && atom.named && (isNamed(e, remedy) || namesReason(e, atom)))) refuse(remedy, [...closing, ...voiding, ...lapsedAtoms(e, asked)], lapsedClocks(e, asked));
      continue;
    }
    if (opening.length === 0) {
      if (asked.length) refuse(remedy, lapsedAtoms(e, asked), lapsedClocks(e, asked));
      continue;
    }
    const sure = Math.max(...opening.map((atom) => e.speaks[atom.index] ?? NO));
    if (sure === UNSURE_SETTING) {
      undetermined.push({ remedy, setting: missingSetting(e, opening), because: ids([...opening, ...termAtomsOf(e, opening)]) });
      continue;
    }
    remedies.push(planFor(e, remedy, opening.filter((atom) => e.speaks[atom.index] === sure), sure === MAYBE, conflicts));
  }
  return { remedies, declined, undetermined, later, conflicts };
}

function missingSetting(e: Evaluation, opening: readonly Extract<Atom, { kind: "opens" }>[]): string {
  for (const atom of opening) {
    const clock = e.compiled.clocks[atom.within ?? (atom.during === undefined ? -1 : e.term(atom.during).clock)];
    if (clock?.setting) return clock.setting;
  }
  return e.compiled.clocks.find((clock) => clock.setting)?.setting ?? "";
}

const alwaysNamed: ReadonlySet<Remedy> = new Set(["refund", "cancel", "substitution"]);

/** A refusal is worth naming where some clause would open the remedy for the reason given, or it is what customers ask first. */
function isNamed(e: Evaluation, remedy: Remedy): boolean {
  const slot = e.compiled.reasonSlot, bits = e.situation.facts[slot] ?? UNKNOWN;
  const fits = (test: Test): boolean => !("fact" in test) || test.fact !== slot || (bits & (test.mask | UNKNOWN)) !== 0;
  const openings = e.compiled.bySubject.get(`opens ${remedy}`) ?? [];
  return alwaysNamed.has(remedy) || openings.length === 0 || openings.some((atom) => atom.when.every((any) => any.some((all) => all.every(fits))));
}

/** A clause that speaks of this very reason is an answer to it, though no clause opens anything for the reason. */
const namesReason = (e: Evaluation, atom: Atom): boolean => atom.when.flat(2).some((test) => "fact" in test && test.fact === e.compiled.reasonSlot);

/** Openings that fit the claim and whose time is over, and the term clauses that say so. */
function lapsedAtoms(e: Evaluation, asked: readonly Atom[]): readonly Atom[] {
  const closed = asked.filter((atom) => e.window(atom) === NO);
  const over = closed.filter((atom) => atom.kind === "opens" && isOver(e, atom));
  return (over.length ? over : closed).flatMap((atom) => (atom.kind === "opens" && atom.during !== undefined ? [atom, ...e.term(atom.during).atoms] : [atom]));
}

/** Over, and not merely not begun. */
const isOver = (e: Evaluation, atom: Extract<Atom, { kind: "opens" }>): boolean =>
  (atom.within !== undefined && e.situation.clocks[atom.within] === AFTER) || (atom.during !== undefined && e.term(atom.during).sure.over === YES);

function lapsedClocks(e: Evaluation, asked: readonly Atom[]): readonly number[] {
  return unique(asked.flatMap((atom) => {
    if (atom.kind !== "opens") return [];
    const clock = atom.within ?? (atom.during === undefined ? undefined : e.term(atom.during).clock);
    return clock !== undefined && clock >= 0 && e.situation.clocks[clock] === AFTER ? [clock] : [];
  }));
}

/** Needs that the claim shows are not met and without which the remedy is refused. */
const voidingNeeds = (e: Evaluation, remedy: Remedy): readonly Atom[] => lackingNeeds(e, remedy).filter((need) => need.effect.lacking === "declines" && e.condition(need.lackingWhen) === YES);

/** Openings whose time has not begun and that nothing we know of will then refuse. */
function opensLater(e: Evaluation, remedy: Remedy): Plan["later"][number][] {
  return (e.compiled.bySubject.get(`opens ${remedy}`) ?? []).flatMap((atom) => {
    if (atom.kind !== "opens" || (e.fits[atom.index] ?? NO) < YES || e.window(atom) !== NO) return [];
    const term = atom.during === undefined ? undefined : e.term(atom.during);
    const clock = atom.after !== undefined && e.situation.clocks[atom.after] === WITHIN ? atom.after : term?.sure.not_begun === YES ? term.begins : -1;
    if (clock < 0) return [];
    const then = afterEnd(e, clock);
    return of(then, "closes", remedy).length || voidingNeeds(then, remedy).length ? [] : [{ remedy, clock, because: ids([atom, ...(term?.atoms ?? [])]) }];
  });
}
