/**
 * What the clauses say of one situation: facts and clock states in, an answer without dates and amounts out.
 * No beats don't-know, don't-know beats yes, silence is no remedy. The order of clauses changes nothing.
 */
import { AFTER, NO_DATE, NOT_BEGUN, OTHER, UNKNOWN, UNSET, WITHIN, isRemedy, type Atom, type Compiled, type Condition, type Test } from "./compile.ts";
import type { Payer, Status } from "./decision.ts";
import { facts } from "./facts.ts";
import type { Refusal, Remedy } from "./policy.ts";

/** One situation: a bit per fact, a state per clock, and whether each value lies over its threshold (undefined: unknown). */
export type Situation = Readonly<{ facts: readonly number[]; clocks: readonly number[]; worths: readonly (boolean | undefined)[] }>;

/** How sure it is that something holds. UNSURE_SETTING: the merchant has not set what it takes to say. */
export const NO = 0, UNSURE_SETTING = 1, MAYBE = 2, YES = 3;
type Sure = typeof NO | typeof UNSURE_SETTING | typeof MAYBE | typeof YES;

type TermState = Readonly<{ sure: Readonly<Record<"running" | "over" | "not_begun", Sure>>; clock: number; begins: number; atoms: readonly Atom[] }>;

export type RemedyPlan = Readonly<{
  remedy: Remedy;
  status: Status;
  because: readonly string[];
  freight: Readonly<{ return: Payer; outbound: Payer }>;
  duties?: "customer" | "merchant";
  gives: ReadonlyMap<string, Extract<Atom, { kind: "gives" }>>;
  requires: readonly Readonly<{ need: string; because: readonly string[] }>[];
  missing: readonly string[];
  asks: readonly Readonly<{ fact: string; from: "customer" | "person"; because: readonly string[] }>[];
  deducts: readonly Extract<Atom, { kind: "deducts" }>[];
  charges: readonly Extract<Atom, { kind: "charges" }>[];
  /** Kinds of fees that do not apply. */
  waived: ReadonlySet<string>;
  answers: readonly Extract<Atom, { kind: "answers" }>[];
  /** Clocks whose latest end is the last day; empty: no last day. */
  ends: readonly number[];
  /** Clocks at whose end a term of this remedy changes. */
  turns: readonly number[];
}>;

export type Plan = Readonly<{
  remedies: readonly RemedyPlan[];
  declined: readonly Readonly<{ remedy: Refusal; because: readonly string[]; says: string; lapsed: readonly number[] }>[];
  undetermined: readonly Readonly<{ remedy: Remedy; setting: string; because: readonly string[] }>[];
  later: readonly Readonly<{ remedy: Remedy; clock: number; because: readonly string[] }>[];
  /** The clock of the registration that is still open, with its clause. */
  conflicts: readonly Readonly<{ matter: string; clauses: readonly string[] }>[];
}>;

/** A period in days, for which of two is longer; months by their mean. */
const daysIn = (period: Compiled["clocks"][number]["period"]): number => (period ? period.months * 30.437 + period.days + period.hours / 24 : 0);

const least = (a: Sure, b: Sure): Sure => (a < b ? a : b);
const contrary = (sure: Sure): Sure => (sure === YES ? NO : sure === NO ? YES : sure);
const unique = <T>(items: readonly T[]): readonly T[] => (items.length < 2 ? items : [...new Set(items)]);
const ids = (atoms: readonly Atom[]): readonly string[] => unique(atoms.map((atom) => atom.clause.id));

/** Where a claim holds the value that a threshold is about. */
const worthPaths = { order: "order.value", kept: "order.keptValue", line: "money.currency", unit: "money.currency" } as const;

/** Evaluates atoms in one situation, overriders first. */
export class Evaluation {
  readonly compiled: Compiled;
  readonly situation: Situation;
  /** How far each atom's scope fits, its window and what overrides it left aside. */
  readonly fits: Sure[] = [];
  /** How far each atom speaks: scope, window, and not silenced. */
  readonly speaks: Sure[] = [];
  readonly #terms = new Map<string, TermState>();

  constructor(compiled: Compiled, situation: Situation) {
    this.compiled = compiled;
    this.situation = situation;
    for (const index of compiled.order) {
      const atom = compiled.atoms[index];
      if (!atom) continue;
      const fits = this.#scope(atom);
      this.fits[index] = fits;
      this.speaks[index] = fits === NO ? NO : this.#unsilenced(atom, least(fits, this.window(atom)));
    }
  }

  condition(any: Condition): Sure {
    let best: Sure = NO;
    for (const all of any) {
      let sure: Sure = YES;
      for (const test of all) sure = least(sure, this.#test(test));
      if (sure > best) best = sure;
    }
    return best;
  }

  #scope(atom: Atom): Sure {
    let sure: Sure = YES;
    for (const any of atom.when) {
      sure = least(sure, this.condition(any));
      if (sure === NO) return NO;
    }
    return atom.unless.length ? least(sure, contrary(this.condition(atom.unless))) : sure;
  }

  #unsilenced(atom: Atom, sure: Sure): Sure {
    let by: Sure = NO;
    for (const other of atom.overriddenBy) by = (this.speaks[other] ?? NO) > by ? (this.speaks[other] as Sure) : by;
    return least(sure, contrary(by));
  }

  #test(test: Test): Sure {
    if ("fact" in test) {
      const bits = this.situation.facts[test.fact] ?? UNKNOWN;
      return bits & test.mask ? YES : bits & UNKNOWN ? MAYBE : NO;
    }
    if ("clock" in test) {
      const state = this.situation.clocks[test.clock] ?? NO_DATE;
      return state & test.mask ? YES : state === NO_DATE ? MAYBE : state === UNSET ? UNSURE_SETTING : NO;
    }
    if ("worth" in test) {
      const over = this.situation.worths[test.worth];
      return over === undefined ? MAYBE : over === test.yes ? YES : NO;
    }
    return this.term(test.term).sure[test.is];
  }

  /** Whether an opening's window is open now. */
  window(atom: Atom): Sure {
    if (atom.kind !== "opens") return YES;
    let sure: Sure = YES;
    if (atom.within !== undefined) sure = least(sure, this.#test({ clock: atom.within, mask: WITHIN | NOT_BEGUN }));
    if (atom.after !== undefined) sure = least(sure, this.#test({ clock: atom.after, mask: AFTER }));
    if (atom.during !== undefined) sure = least(sure, this.term(atom.during).sure.running);
    return sure;
  }

  /** Where a term stands: of the clauses that grant it and apply, the one that is best for the customer. */
  term(name: string): TermState {
    const known = this.#terms.get(name);
    if (known) return known;
    let best: TermState = { sure: { running: NO, over: NO, not_begun: NO }, clock: -1, begins: -1, atoms: [] };
    for (const atom of this.compiled.termAtoms.get(name) ?? []) {
      const speaks = this.#unsilenced(atom, this.#scope(atom));
      if (speaks === NO) continue;
      const state = atom.effect.after === undefined ? this.#plainTerm(atom, speaks) : this.#followingTerm(atom, atom.effect.after, speaks);
      if (best.atoms.length === 0 || this.#isBetter(state, best)) best = state;
    }
    this.#terms.set(name, best);
    return best;
  }

  /** Of two clauses that grant a term: the one surer to run, then the longer, then the first by id. */
  #isBetter(a: TermState, b: TermState): boolean {
    const days = ({ clock }: TermState): number => daysIn(this.compiled.clocks[clock]?.period);
    const [first, second] = [a.atoms[0]?.clause.id ?? "", b.atoms[0]?.clause.id ?? ""];
    return a.sure.running !== b.sure.running ? a.sure.running > b.sure.running : days(a) !== days(b) ? days(a) > days(b) : first < second;
  }

  #plainTerm(atom: Extract<Atom, { kind: "term" }>, speaks: Sure): TermState {
    const state = this.situation.clocks[atom.clock] ?? NO_DATE;
    const open: Sure = state === UNSET ? UNSURE_SETTING : state === NO_DATE ? MAYBE : NO;
    const is = (mask: number): Sure => least(speaks, state & mask ? YES : open);
    return { sure: { running: is(WITHIN | NOT_BEGUN), over: is(AFTER), not_begun: NO }, clock: atom.clock, begins: -1, atoms: [atom] };
  }

  #followingTerm(atom: Extract<Atom, { kind: "term" }>, baseName: string, speaks: Sure): TermState {
    const base = this.term(baseName);
    const baseAtom = base.atoms[0];
    const clock = this.compiled.chained.get(`${baseAtom?.index} ${atom.index}`) ?? -1;
    const state = this.situation.clocks[clock] ?? NO_DATE;
    const running = state & AFTER ? NO : state & (WITHIN | NOT_BEGUN) ? YES : state === UNSET ? UNSURE_SETTING : MAYBE;
    return {
      sure: { running: least(speaks, least(base.sure.over, running)), over: least(speaks, state & AFTER ? YES : contrary(running)), not_begun: least(speaks, base.sure.running) },
      clock, begins: base.clock, atoms: [atom, ...base.atoms],
    };
  }

  /** The facts and dates that leave a condition open. */
  unknowns(atom: Atom): readonly string[] {
    const paths: string[] = [];
    const look = (tests: readonly Test[]): void => {
      for (const test of tests) {
        if ("fact" in test && (this.situation.facts[test.fact] ?? UNKNOWN) & UNKNOWN) paths.push(this.compiled.slots[test.fact]?.name ?? "");
        if ("clock" in test && this.situation.clocks[test.clock] === NO_DATE) paths.push(`date of ${this.compiled.clocks[test.clock]?.event ?? ""}`);
        if ("worth" in test && this.situation.worths[test.worth] === undefined) paths.push(worthPaths[this.compiled.worths[test.worth]?.of ?? "unit"]);
      }
    };
    const terms = (tests: readonly Test[]): void => tests.forEach((test) => "term" in test && lookTerm(test.term));
    const lookTerm = (name: string): void => {
      for (const granting of this.compiled.termAtoms.get(name) ?? []) {
        if (this.#scope(granting) !== MAYBE) continue;
        for (const any of [...granting.when, granting.unless]) any.forEach(look);
      }
    };
    for (const any of [...atom.when, atom.unless]) any.forEach((tests) => (look(tests), terms(tests)));
    if (atom.kind === "opens" && atom.during !== undefined) lookTerm(atom.during);
    if (atom.kind === "opens") {
      for (const clock of [atom.within, atom.after, atom.during === undefined ? undefined : this.term(atom.during).clock]) if (clock !== undefined && clock >= 0) look([{ clock, mask: 0 }]);
    }
    return unique(paths);
  }
}

const legs: Readonly<Record<Remedy, readonly ("return" | "outbound")[]>> = {
  refund: ["return"], store_credit: ["return"], cancel: ["return"], exchange: ["return", "outbound"], replacement: ["return", "outbound"], repair: ["return", "outbound"],
  repair_or_replacement: ["return", "outbound"], substitution: ["return", "outbound"], paid_repair: ["return", "outbound"], paid_repair_or_replacement: ["return", "outbound"],
  send_back: ["return", "outbound"], delivery_complaint: [],
};

const of = <K extends Atom["kind"]>(e: Evaluation, kind: K, subject: Refusal, at: Sure = YES): Extract<Atom, { kind: K }>[] =>
  (e.compiled.bySubject.get(`${kind} ${subject}`) ?? []).filter((atom) => (e.speaks[atom.index] ?? NO) >= at) as Extract<Atom, { kind: K }>[];

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
    const voiding = lackingNeeds(e, remedy).filter((need) => need.effect.lacking === "declines" && e.condition(need.lackingWhen) === YES);
    const opening = of(e, "opens", remedy, UNSURE_SETTING);
    const asked = (compiled.bySubject.get(`opens ${remedy}`) ?? []).filter((atom) => (e.fits[atom.index] ?? NO) > NO);
    if (closing.length || (voiding.length && asked.length)) {
      if (asked.length || closing.some((atom) => atom.kind === "closes" && atom.named && isNamed(e, remedy))) refuse(remedy, [...closing, ...voiding, ...lapsedAtoms(e, asked)], lapsedClocks(e, asked));
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

/** Fees that may be due, and waivers that may hold of fees that are or may be: never left out, nor taken, in silence. */
function doubtfulFees(e: Evaluation, remedy: Remedy, waived: ReadonlySet<string>): readonly Atom[] {
  const fees = [...of(e, "deducts", remedy, MAYBE), ...of(e, "charges", remedy, MAYBE)].filter((atom) => !waived.has(atom.effect.kind));
  const waivers = of(e, "waives", remedy, MAYBE).filter((atom) => fees.some((fee) => fee.effect.kind === atom.fee));
  return [...fees, ...waivers].filter((atom) => e.speaks[atom.index] === MAYBE);
}

const termAtomsOf = (e: Evaluation, opening: readonly Extract<Atom, { kind: "opens" }>[]): readonly Atom[] => opening.flatMap((atom) => (atom.during === undefined ? [] : e.term(atom.during).atoms));

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

function opensLater(e: Evaluation, remedy: Remedy): Plan["later"][number][] {
  return (e.compiled.bySubject.get(`opens ${remedy}`) ?? []).flatMap((atom) => {
    if (atom.kind !== "opens" || (e.fits[atom.index] ?? NO) < YES || e.window(atom) !== NO) return [];
    const term = atom.during === undefined ? undefined : e.term(atom.during);
    const clock = atom.after !== undefined && e.situation.clocks[atom.after] === WITHIN ? atom.after : term?.sure.not_begun === YES ? term.begins : -1;
    return clock < 0 ? [] : [{ remedy, clock, because: ids([atom, ...(term?.atoms ?? [])]) }];
  });
}

/** Needs that the claim shows are not met. */
function lackingNeeds(e: Evaluation, remedy: Remedy): Extract<Atom, { kind: "needs" }>[] {
  return of(e, "needs", remedy).filter((atom) => e.condition(atom.lackingWhen) === YES || isMissing(e, atom));
}

/** Asked for and not given: it can still be supplied. */
function isMissing(e: Evaluation, atom: Extract<Atom, { kind: "needs" }>): boolean {
  return atom.missingBit !== 0 && ((e.situation.facts[e.compiled.missingSlot] ?? 0) & atom.missingBit) !== 0;
}

function planFor(e: Evaluation, remedy: Remedy, opening: readonly Extract<Atom, { kind: "opens" }>[], unsure: boolean, conflicts: Plan["conflicts"][number][]): RemedyPlan {
  const because: Atom[] = [...opening, ...termAtomsOf(e, opening)];
  const people = of(e, "person", remedy), waits = of(e, "waits", remedy);
  const lacking = lackingNeeds(e, remedy);
  const doubts: Atom[] = [...of(e, "closes", remedy, UNSURE_SETTING), ...of(e, "person", remedy, MAYBE), ...(unsure ? opening : [])].filter((atom) => e.speaks[atom.index] === MAYBE);
  const freight = freightOf(e, remedy, because, doubts, conflicts);
  const gives = attributesOf(e, remedy);
  because.push(...new Set(gives.values()));
  const waived = new Set(of(e, "waives", remedy).map((atom) => atom.fee));
  const deducts = of(e, "deducts", remedy).filter((atom) => !waived.has(atom.effect.kind));
  const charges = of(e, "charges", remedy).filter((atom) => !waived.has(atom.effect.kind));
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

/** Which of several payers is shown until a person has decided: the best for the customer. */
const payersByRank = ["merchant", "none", "customer"] as const;

function freightOf(e: Evaluation, remedy: Remedy, because: Atom[], doubts: Atom[], conflicts: Plan["conflicts"][number][]) {
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

function attributesOf(e: Evaluation, remedy: Remedy): Map<string, Extract<Atom, { kind: "gives" }>> {
  const gives = new Map<string, Extract<Atom, { kind: "gives" }>>();
  const value = (atom: Extract<Atom, { kind: "gives" }>): unknown => atom.effect[atom.attribute as keyof typeof atom.effect];
  for (const atom of of(e, "gives", remedy)) {
    const other = gives.get(atom.attribute);
    if (!other || isBetterGift(value(atom), value(other), atom.clause.id < other.clause.id)) gives.set(atom.attribute, atom);
  }
  return gives;
}

function endsOf(e: Evaluation, opening: readonly Extract<Atom, { kind: "opens" }>[]): readonly number[] {
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

/** Clocks that are still running and at whose end, other things equal, freight, condition or a fee changes. */
function turnsOf(e: Evaluation, remedy: Remedy): readonly number[] {
  const clocks = e.compiled.turnClocks.get(remedy) ?? [];
  const now = clocks.length ? termsText(e, remedy) : "";
  return clocks.filter((clock) => {
    if (e.situation.clocks[clock] !== WITHIN) return false;
    const after = e.situation.clocks.map((state, i) => (i === clock ? AFTER : state));
    const then = new Evaluation(e.compiled, { ...e.situation, clocks: after });
    return of(then, "opens", remedy, YES).length > 0 && of(then, "closes", remedy).length === 0 && termsText(then, remedy) !== now;
  });
}

export { isRemedy };
