/** One remedy that is open or may be: its status, what it needs, its fees and terms, and the clauses behind them. */
import { OTHER, type Atom } from "./compile.ts";
import type { Status } from "./decision.ts";
import { MAYBE, UNSURE_SETTING, YES, ids, of, unique, type Evaluation } from "./evaluation.ts";
import { facts } from "./facts.ts";
import type { Plan, RemedyPlan } from "./plan.ts";
import type { Remedy } from "./policy.ts";
import { attributesOf, endsOf, feesOf, freightOf, turnsOf } from "./terms.ts";

/** The clauses that grant the terms during which a remedy is open. */
export const termAtomsOf = (e: Evaluation, opening: readonly Extract<Atom, { kind: "opens" }>[]): readonly Atom[] => opening.flatMap((atom) => (atom.during === undefined ? [] : e.term(atom.during).atoms));

/** Fees that may be due, and waivers that may hold of fees that are or may be: never left out, nor taken, in silence. */
function doubtfulFees(e: Evaluation, remedy: Remedy, waived: ReadonlySet<string>): readonly Atom[] {
  const fees = [...of(e, "deducts", remedy, MAYBE), ...of(e, "charges", remedy, MAYBE)].filter((atom) => !waived.has(atom.effect.kind));
  const waivers = of(e, "waives", remedy, MAYBE).filter((atom) => fees.some((fee) => fee.effect.kind === atom.fee));
  return [...fees, ...waivers].filter((atom) => e.speaks[atom.index] === MAYBE);
}

/** Needs that the claim shows are not met. */
export function lackingNeeds(e: Evaluation, remedy: Remedy): Extract<Atom, { kind: "needs" }>[] {
  return of(e, "needs", remedy).filter((atom) => e.condition(atom.lackingWhen) === YES || isMissing(e, atom));
}

/** Asked for and not given: it can still be supplied. */
function isMissing(e: Evaluation, atom: Extract<Atom, { kind: "needs" }>): boolean {
  return atom.missingBit !== 0 && ((e.situation.facts[e.compiled.missingSlot] ?? 0) & atom.missingBit) !== 0;
}

/** Plans a remedy from what opens it; `unsure` where it hangs on something unknown. */
export function planFor(e: Evaluation, remedy: Remedy, opening: readonly Extract<Atom, { kind: "opens" }>[], unsure: boolean, conflicts: Plan["conflicts"][number][]): RemedyPlan {
  const because: Atom[] = [...opening, ...termAtomsOf(e, opening)];
  const people = of(e, "person", remedy), waits = of(e, "waits", remedy);
  const lacking = lackingNeeds(e, remedy);
  const doubts: Atom[] = [...of(e, "closes", remedy, UNSURE_SETTING), ...of(e, "person", remedy, MAYBE), ...(unsure ? opening : [])].filter((atom) => e.speaks[atom.index] === MAYBE);
  const freight = freightOf(e, remedy, because, doubts, conflicts);
  const gives = attributesOf(e, remedy);
  because.push(...new Set(gives.values()));
  const { waived, deducts, charges } = feesOf(e, remedy);
  doubts.push(...doubtfulFees(e, remedy, waived));
  because.push(...deducts, ...charges, ...of(e, "waives", remedy), ...people, ...waits, ...lacking);
  const asks = questions(e, doubts);
  return {
    remedy, because: ids(because), freight: freight.legs, ...(freight.duties ? { duties: freight.duties } : {}), gives, deducts, charges, waived, asks,
    status: statusOf(e, people.length > 0 || (doubts.length > 0 && asks.length === 0) || opening.some((atom) => atom.effect.person), waits.length > 0, lacking, asks, freight.conflict),
    requires: requirements(of(e, "needs", remedy)), missing: unique(lacking.map((atom) => atom.need.replace(/:(required|recommended)$/, ""))),
    answers: of(e, "answers", remedy), ends: endsOf(e, opening), turns: turnsOf(e, remedy),
  };
}

function statusOf(e: Evaluation, person: boolean, waits: boolean, lacking: readonly Extract<Atom, { kind: "needs" }>[], asks: RemedyPlan["asks"], conflict: boolean): Status {
  const forPerson = lacking.some((atom) => atom.effect.lacking === "person" && e.condition(atom.lackingWhen) === YES);
  if (!forPerson && lacking.some((atom) => isMissing(e, atom))) return "needs_evidence";
  if (person || conflict || forPerson || strangeFinding(e) || asks.some((q) => q.from === "person")) return "needs_human";
  const curable = lacking.some((atom) => atom.effect.lacking !== "delays" && atom.effect.lacking !== "note");
  if (curable || asks.length) return "needs_evidence";
  return waits ? "waiting_for_stock" : "open";
}

/** An inspection found something that no clause names: a person says what it means. */
const strangeFinding = (e: Evaluation): boolean => ((e.situation.facts[e.compiled.findingSlot] ?? 0) & OTHER) !== 0;

function questions(e: Evaluation, doubts: readonly Atom[]): RemedyPlan["asks"] {
  const byFact = new Map<string, Atom[]>();
  for (const atom of doubts) for (const name of e.unknowns(atom)) byFact.set(name, [...(byFact.get(name) ?? []), atom]);
  return [...byFact].map(([name, atoms]) => {
    const known = name in facts ? facts[name as keyof typeof facts] : undefined;
    return { fact: known?.path ?? name, from: known?.from ?? "person", because: ids(atoms) };
  });
}

function requirements(needs: readonly Extract<Atom, { kind: "needs" }>[]): RemedyPlan["requires"] {
  const byNeed = new Map<string, Atom[]>();
  for (const atom of needs) byNeed.set(atom.need, [...(byNeed.get(atom.need) ?? []), atom]);
  return [...byNeed].map(([need, atoms]) => ({ need, because: ids(atoms) }));
}
