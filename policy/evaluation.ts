/**
 * How far each atom of a policy speaks in one situation: its scope and window fit, and nothing that overrides it speaks.
 * Three-valued: what is unknown is neither yes nor no.
 */
import { AFTER, NO_DATE, NOT_BEGUN, UNKNOWN, UNSET, WITHIN, type Atom, type Compiled, type Condition, type Test } from "./compile.ts";
import type { Refusal } from "./policy.ts";

/** One situation: a bit per fact, a state per clock, and whether each value lies over its threshold (undefined: unknown). */
export type Situation = Readonly<{ facts: readonly number[]; clocks: readonly number[]; worths: readonly (boolean | undefined)[] }>;

/** How sure it is that something holds. UNSURE_SETTING: the merchant has not set what it takes to say. */
export const NO = 0, UNSURE_SETTING = 1, MAYBE = 2, YES = 3;
export type Sure = typeof NO | typeof UNSURE_SETTING | typeof MAYBE | typeof YES;

type TermState = Readonly<{ sure: Readonly<Record<"running" | "over" | "not_begun", Sure>>; clock: number; begins: number; atoms: readonly Atom[] }>;
/** A period in days, for which of two is longer; months by their mean. */
const daysIn = (period: Compiled["clocks"][number]["period"]): number => (period ? period.months * 30.437 + period.days + period.hours / 24 : 0);

const least = (a: Sure, b: Sure): Sure => (a < b ? a : b);
const contrary = (sure: Sure): Sure => (sure === YES ? NO : sure === NO ? YES : sure);
/** Each item once, in its order. */
export const unique = <T>(items: readonly T[]): readonly T[] => (items.length < 2 ? items : [...new Set(items)]);
/** The clauses of atoms, each once. */
export const ids = (atoms: readonly Atom[]): readonly string[] => unique(atoms.map((atom) => atom.clause.id));

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

/**
 * The situation once a running clock has ended, other things equal: shorter times from the same event, for the same act,
 * have ended with it.
 */
export function afterEnd({ compiled, situation }: Evaluation, clock: number): Evaluation {
  const ended = compiled.clocks[clock], length = daysIn(ended?.period);
  const clocks = situation.clocks.map((state, i) => {
    const other = compiled.clocks[i];
    const isOver = i === clock || (state === WITHIN && other?.period !== undefined && other.event === ended?.event && other.act === ended.act && daysIn(other.period) <= length);
    return isOver ? AFTER : state;
  });
  return new Evaluation(compiled, { ...situation, clocks });
}

/** Atoms of a kind about a subject that speak at least so surely. */
export const of = <K extends Atom["kind"]>(e: Evaluation, kind: K, subject: Refusal, at: Sure = YES): Extract<Atom, { kind: K }>[] =>
  (e.compiled.bySubject.get(`${kind} ${subject}`) ?? []).filter((atom) => (e.speaks[atom.index] ?? NO) >= at) as Extract<Atom, { kind: K }>[];
