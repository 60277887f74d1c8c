/** The terms of one remedy: who pays which leg, what the customer gets, how long, and when that changes. */
import { WITHIN, type Atom } from "./compile.ts";
import type { Payer, RemedyAnswer, TermsAfter } from "./decision.ts";
import { MAYBE, YES, afterEnd, ids, of, unique, type Evaluation } from "./evaluation.ts";
import type { Plan, RemedyPlan, Turn } from "./plan.ts";
import type { Remedy } from "./policy.ts";

const legs: Readonly<Record<Remedy, readonly ("return" | "outbound")[]>> = {
  refund: ["return"], store_credit: ["return"], cancel: ["return"], exchange: ["return", "outbound"], replacement: ["return", "outbound"], repair: ["return", "outbound"],
  repair_or_replacement: ["return", "outbound"], substitution: ["return", "outbound"], paid_repair: ["return", "outbound"], paid_repair_or_replacement: ["return", "outbound"],
  send_back: ["return", "outbound"], delivery_complaint: [],
};

/** Which of several payers is shown until a person has decided: the best for the customer. */
const payersByRank = ["merchant", "none", "customer"] as const;

export function freightOf(e: Evaluation, remedy: Remedy, because: Atom[], doubts: Atom[], conflicts: Plan["conflicts"][number][]) {
  const result: { return: Payer; outbound: Payer } = { return: "none", outbound: "none" };
  let conflict = false;
  const speaking = of(e, "freight", remedy, MAYBE);
  for (const leg of legs[remedy]) {
    const sure = speaking.filter((atom) => atom.leg === leg && e.speaks[atom.index] === YES);
    const payers = new Set(sure.map((atom) => atom.payer));
    because.push(...sure);
    if (payers.size > 1) {
      conflict = true;
      conflicts.push({ matter: `freight ${leg} of ${remedy}`, clauses: ids(sure) });
    }
    if (sure[0]) result[leg] = (payersByRank.find((payer) => payers.has(payer)) ?? sure[0].payer) as Payer;
    else doubts.push(...speaking.filter((atom) => atom.leg === leg));
  }
  const duties = speaking.filter((atom) => atom.leg === "duties" && e.speaks[atom.index] === YES);
  because.push(...duties);
  if (new Set(duties.map((atom) => atom.payer)).size > 1) {
    conflict = true;
    conflicts.push({ matter: `freight duties of ${remedy}`, clauses: ids(duties) });
  }
  const payer = duties.find((atom) => atom.payer === "customer") ?? duties[0];
  return { legs: result, conflict, ...(payer ? { duties: payer.payer as "customer" | "merchant" } : {}) };
}

/** What is best for the customer where two clauses give the same attribute differently and neither overrides the other. */
const rank = ["new", "same", "as_ordered", "equal_value", "comparable", "new_or_refurbished", "refurbished", "substitute", "unspecified"];

/** By rank, a yes before a no, more before less; else the first by id, so that the order of clauses changes nothing. */
function isBetterGift(a: unknown, b: unknown, first: boolean): boolean {
  const score = (value: unknown): number => (typeof value === "string" && rank.includes(value) ? -rank.indexOf(value) : Number(value));
  const [own, other] = [score(a), score(b)];
  return own === other || Number.isNaN(own) || Number.isNaN(other) ? first : own > other;
}

export function attributesOf(e: Evaluation, remedy: Remedy): Map<string, Extract<Atom, { kind: "gives" }>> {
  const gives = new Map<string, Extract<Atom, { kind: "gives" }>>();
  const value = (atom: Extract<Atom, { kind: "gives" }>): unknown => atom.effect[atom.attribute as keyof typeof atom.effect];
  for (const atom of of(e, "gives", remedy)) {
    const other = gives.get(atom.attribute);
    if (!other || isBetterGift(value(atom), value(other), atom.clause.id < other.clause.id)) gives.set(atom.attribute, atom);
  }
  return gives;
}

export function endsOf(e: Evaluation, opening: readonly Extract<Atom, { kind: "opens" }>[]): readonly number[] {
  const ends = opening.map((atom) => atom.within ?? (atom.during === undefined ? -1 : e.term(atom.during).clock));
  return ends.includes(-1) ? [] : unique(ends);
}

/** The terms of a remedy as one text: two situations with the same text treat the customer alike. */
function termsText(e: Evaluation, remedy: Remedy): string {
  const speaking = e.compiled.termsBySubject.get(remedy) ?? [];
  return speaking.flatMap((atom) => {
    if (e.speaks[atom.index] !== YES) return [];
    if (atom.kind === "freight") return [`${atom.leg} ${atom.payer}`];
    if (atom.kind === "gives") return [`${atom.attribute} ${JSON.stringify(atom.effect[atom.attribute as keyof typeof atom.effect])}`];
    return [`${atom.kind} ${"fee" in atom ? atom.fee : atom.effect.kind} ${"fee" in atom ? "" : JSON.stringify([atom.effect.percent, atom.effect.amount, atom.effect.amounts])}`];
  }).filter((line, i, all) => all.indexOf(line) === i).sort().join("\n");
}

/** The unit given in place of the item; undefined where no clause says. */
export function replacementOf(gives: RemedyPlan["gives"]): RemedyAnswer["replacement"] {
  const condition = gives.get("condition")?.effect.condition, model = gives.get("model")?.effect.model;
  return condition || model ? Object.freeze({ condition: condition ?? "unspecified", model: model ?? "same" }) : undefined;
}

/** Fees that speak and that no other clause waives. */
export function feesOf(e: Evaluation, remedy: Remedy): Readonly<{ waived: ReadonlySet<string>; deducts: readonly Extract<Atom, { kind: "deducts" }>[]; charges: readonly Extract<Atom, { kind: "charges" }>[] }> {
  const waived = new Set(of(e, "waives", remedy).map((atom) => atom.fee));
  return { waived, deducts: of(e, "deducts", remedy).filter((atom) => !waived.has(atom.effect.kind)), charges: of(e, "charges", remedy).filter((atom) => !waived.has(atom.effect.kind)) };
}

/** Clocks that are still running and at whose end, other things equal, freight, condition or a fee changes; and to what. */
export function turnsOf(e: Evaluation, remedy: Remedy): readonly Turn[] {
  const clocks = e.compiled.turnClocks.get(remedy) ?? [];
  const now = clocks.length ? termsText(e, remedy) : "";
  return clocks.flatMap((clock) => {
    if (e.situation.clocks[clock] !== WITHIN) return [];
    const then = afterEnd(e, clock);
    const changes = of(then, "opens", remedy, YES).length > 0 && of(then, "closes", remedy).length === 0 && termsText(then, remedy) !== now;
    return changes ? [{ clock, terms: termsAfter(e, then, remedy) }] : [];
  });
}

function termsAfter(e: Evaluation, then: Evaluation, remedy: Remedy): TermsAfter {
  const because: Atom[] = [], { legs } = freightOf(then, remedy, because, [], []), gives = attributesOf(then, remedy), replacement = replacementOf(gives);
  const before = feesOf(e, remedy), after = feesOf(then, remedy), fees = [...after.deducts, ...after.charges];
  const kinds = (atoms: readonly (typeof fees)[number][]): readonly string[] => unique(atoms.map((atom) => atom.effect.kind));
  const had = kinds([...before.deducts, ...before.charges]), due = kinds(fees);
  return Object.freeze({
    freight: Object.freeze(legs), ...(replacement ? { replacement } : {}), feesBegin: Object.freeze(due.filter((kind) => !had.includes(kind))), feesEnd: Object.freeze(had.filter((kind) => !due.includes(kind))),
    because: Object.freeze(ids([...because, ...new Set(gives.values()), ...fees, ...of(then, "waives", remedy)])),
  });
}
