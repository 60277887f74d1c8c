/**
 * A policy in force, taken apart once into atoms: one remedy, leg, need or fee that one clause speaks of, with
 * its scope as bit tests over numbered facts and clocks. decide and check both run on this form.
 */
import type { Claim } from "./claim.ts";
import { lastDay, parsePeriod, type Counting, type Period } from "./dates.ts";
import { facts, type FactName } from "./facts.ts";
import { asList, remedies as allRemedies, specialRefusals, type Clause, type Conventions, type Refusal, type Remedy, type Scope } from "./policy.ts";
import type { PolicyInForce } from "./readings.ts";
import { OTHER, UNKNOWN, scalarText, scopesOf, slotFor, type Slot } from "./slots.ts";

export type { Slot };

export { OTHER, UNKNOWN };

/** States of a clock, as bits. */
export const WITHIN = 1, AFTER = 2, NO_DATE = 4, NOT_BEGUN = 8, UNSET = 16;


/** A limit in time: start event, length and the act that must fall in it. */
export type Clock = Readonly<{ event: string; period: Period | undefined; setting?: string; act: string; isTerm: boolean }>;

export type Worth = Readonly<{ of: "order" | "kept" | "line" | "unit"; over: string; currency?: string }>;

export type Test =
  | Readonly<{ fact: number; mask: number }>
  | Readonly<{ clock: number; mask: number }>
  | Readonly<{ worth: number; yes: boolean }>
  | Readonly<{ term: string; is: "running" | "over" | "not_begun" }>;

/** An "or" of "and"s. */
export type Condition = readonly (readonly Test[])[];

type Effect<K extends keyof Clause> = Exclude<NonNullable<Clause[K]>, readonly unknown[]>;
export type Atom = Readonly<{
  index: number;
  clause: Clause;
  subject: Refusal | "any";
  matter: string;
  when: readonly Condition[];
  unless: Condition;
  overriddenBy: readonly number[];
}> & (
  | Readonly<{ kind: "opens"; within?: number; after?: number; during?: string; effect: Effect<"opens"> }>
  | Readonly<{ kind: "closes"; effect: Effect<"closes">; named: boolean }>
  | Readonly<{ kind: "person"; effect: Effect<"person"> }>
  | Readonly<{ kind: "waits"; effect: Effect<"waits"> }>
  | Readonly<{ kind: "gives"; attribute: string; effect: Effect<"gives"> }>
  | Readonly<{ kind: "needs"; need: string; lackingWhen: Condition; missingBit: number; effect: Effect<"needs"> }>
  | Readonly<{ kind: "deducts"; effect: Effect<"deducts"> }>
  | Readonly<{ kind: "charges"; effect: Effect<"charges"> }>
  | Readonly<{ kind: "waives"; fee: string; effect: Effect<"waives"> }>
  | Readonly<{ kind: "freight"; leg: "return" | "outbound" | "duties"; payer: string; effect: Effect<"freight"> }>
  | Readonly<{ kind: "term"; name: string; clock: number; effect: Effect<"term"> }>
  | Readonly<{ kind: "answers"; effect: Effect<"answers"> }>
);

export type Compiled = Readonly<{
  inForce: PolicyInForce;
  settings: Readonly<Record<string, string | number | null>>;
  conventions: Conventions;
  counting: Counting;
  slots: readonly Slot[];
  clocks: readonly Clock[];
  worths: readonly Worth[];
  remedies: readonly Remedy[];
  atoms: readonly Atom[];
  /** Atom indexes in an order in which whatever overrides comes before what it overrides. */
  order: readonly number[];
  termAtoms: ReadonlyMap<string, readonly Extract<Atom, { kind: "term" }>[]>;
  /** For terms that follow another: the clock of base atom and following atom together. */
  chained: ReadonlyMap<string, number>;
  bySubject: ReadonlyMap<string, readonly Atom[]>;
  /** Atoms that shape a remedy's terms (freight, what is given, fees), and the clocks their scopes look at. */
  termsBySubject: ReadonlyMap<Refusal | "any", readonly Extract<Atom, { kind: "freight" | "gives" | "deducts" | "charges" | "waives" }>[]>;
  turnClocks: ReadonlyMap<Refusal | "any", readonly number[]>;
  refusals: readonly Refusal[];
  missingSlot: number;
  findingSlot: number;
  reasonSlot: number;
  /** The clock in which a product must be registered, where a term hangs on it. */
  registration?: number;
  purchasedFrom?: Readonly<{ day: string; clause: Clause }>;
}>;

/** Compiles a policy in force under a merchant's settings. Throws for circular overrides and unknown terms or settings. */
export function compile(inForce: PolicyInForce, given: Claim["settings"] = {}): Compiled {
  const { clauses, conventions, policy } = inForce;
  const settings: Record<string, string | number | null> = {};
  for (const [name, setting] of Object.entries(policy.settings ?? {})) settings[name] = setting.value;
  for (const [name, value] of Object.entries(given)) if (name in settings && typeof value !== "boolean") settings[name] = value;
  const maker = new Maker(clauses, conventions, settings);
  return maker.compiled(inForce, settings);
}

type Draft = Omit<Atom, "overriddenBy"> & { overriddenBy: number[] };

/** Numbers facts, clocks and values as scopes mention them. */
class Maker {
  readonly slots: Slot[] = [];
  readonly clocks: Clock[] = [];
  readonly worths: Worth[] = [];
  readonly atoms: Draft[] = [];
  readonly #slotIndex = new Map<FactName, number>();
  readonly #clockIndex = new Map<string, number>();
  readonly #worthIndex = new Map<string, number>();
  readonly #conventions: Conventions;
  readonly #settings: Readonly<Record<string, string | number | null>>;
  readonly #clauses: readonly Clause[];

  constructor(clauses: readonly Clause[], conventions: Conventions, settings: Readonly<Record<string, string | number | null>>) {
    this.#clauses = clauses;
    this.#conventions = conventions;
    this.#settings = settings;
    const mentioned = new Map<FactName, string[][]>();
    for (const scope of scopesOf(clauses)) {
      for (const name of Object.keys(scope) as (keyof Scope)[]) {
        if (!(name in facts) || scope[name] === undefined) continue;
        mentioned.set(name as FactName, [...(mentioned.get(name as FactName) ?? []), asList(scope[name] as string | boolean).map(scalarText)]);
      }
    }
    const needWords = clauses.flatMap((c) => asList(c.needs).flatMap((n) => asList(n.need))).map((need) => bareNeed(need));
    if (needWords.length) mentioned.set("missing", [...(mentioned.get("missing") ?? []), ...[...new Set(needWords)].map((word) => [word])]);
    for (const [name, lists] of mentioned) {
      this.#slotIndex.set(name, this.slots.length);
      this.slots.push(slotFor(name, lists));
    }
  }

  compiled(inForce: PolicyInForce, settings: Compiled["settings"]): Compiled {
    const used = this.#remediesNamed();
    for (const clause of this.#clauses) this.#takeApart(clause, used);
    this.#link();
    const atoms = this.atoms as unknown as Atom[];
    const termAtoms = new Map<string, Extract<Atom, { kind: "term" }>[]>();
    for (const atom of atoms) if (atom.kind === "term") termAtoms.set(atom.name, [...(termAtoms.get(atom.name) ?? []), atom]);
    const chained = this.#chain(termAtoms);
    const bySubject = new Map<string, Atom[]>();
    const termsBySubject: Map<Refusal | "any", Extract<Atom, { kind: "freight" | "gives" | "deducts" | "charges" | "waives" }>[]> = new Map();
    for (const atom of atoms) {
      const key = `${atom.kind} ${atom.subject}`;
      bySubject.set(key, [...(bySubject.get(key) ?? []), atom]);
      if (shapesTerms(atom)) termsBySubject.set(atom.subject, [...(termsBySubject.get(atom.subject) ?? []), atom]);
    }
    const turnClocks = new Map([...termsBySubject].map(([subject, shaping]) => [subject, [...new Set(shaping.flatMap((atom) => clocksOf(atom, termAtoms, chained)))]]));
    const refusals = specialRefusals.filter((subject) => bySubject.has(`closes ${subject}`));
    const registration = this.clocks.findIndex((clock) => clock.act === "registration");
    const applies = this.#clauses.find((clause) => clause.applies);
    return {
      inForce, settings, conventions: this.#conventions, counting: this.#conventions, slots: this.slots, clocks: this.clocks, worths: this.worths, remedies: used, atoms,
      order: overridersFirst(atoms), termAtoms, chained, bySubject, termsBySubject, turnClocks, refusals,
      missingSlot: this.#slotIndex.get("missing") ?? -1, findingSlot: this.#slotIndex.get("finding") ?? -1, reasonSlot: this.#slotIndex.get("reason") ?? -1, ...(registration < 0 ? {} : { registration }), ...(applies?.applies ? { purchasedFrom: { day: applies.applies.purchasedFrom, clause: applies } } : {}),
    };
  }

  #remediesNamed(): Remedy[] {
    const named = new Set(this.#clauses.flatMap((c) => [...asList(c.opens), ...asList(c.closes), ...asList(c.person)]).flatMap((e) => asList(e.remedy as string | string[])));
    return allRemedies.filter((remedy) => named.has(remedy));
  }

  #takeApart(clause: Clause, used: readonly Remedy[]): void {
    const everyone = (names: Remedy | readonly Remedy[] | undefined): readonly Remedy[] => (names === undefined ? used : asList(names));
    for (const effect of asList(clause.opens)) for (const subject of asList(effect.remedy)) this.#add(clause, effect, { kind: "opens", subject, matter: `availability ${subject}`, effect, ...this.#window(effect) });
    for (const effect of asList(clause.closes)) {
      const named = effect.remedy !== "all";
      for (const subject of named ? asList(effect.remedy as Refusal) : used) this.#add(clause, effect, { kind: "closes", subject, matter: `availability ${subject}`, effect, named });
      for (const subject of asList(effect.alsoRefuses)) this.#add(clause, effect, { kind: "closes", subject, matter: `availability ${subject}`, effect, named: true });
    }
    for (const effect of asList(clause.person)) for (const subject of effect.remedy === "all" ? used : asList(effect.remedy)) this.#add(clause, effect, { kind: "person", subject, matter: `person ${subject}`, effect });
    for (const effect of asList(clause.waits)) for (const subject of asList(effect.remedy)) this.#add(clause, effect, { kind: "waits", subject, matter: `stock ${subject}`, effect });
    for (const effect of asList(clause.gives)) {
      const { for: to, when: _when, unless: _unless, ...attributes } = effect;
      for (const attribute of Object.keys(attributes)) for (const subject of everyone(to)) this.#add(clause, effect, { kind: "gives", subject, matter: `${attribute} ${subject}`, attribute, effect });
    }
    for (const effect of asList(clause.needs)) for (const need of asList(effect.need)) for (const subject of everyone(effect.for)) {
      const missingBit = this.slots[this.#slotIndex.get("missing") ?? -1]?.bits.get(bareNeed(need)) ?? 0;
      this.#add(clause, effect, { kind: "needs", subject, matter: `need ${bareNeed(need)} ${subject}`, need, missingBit, lackingWhen: this.#condition(effect.lackingWhen), effect });
    }
    for (const effect of asList(clause.deducts)) for (const subject of everyone(effect.for ?? "refund")) this.#add(clause, effect, { kind: "deducts", subject, matter: `fee ${effect.kind} ${subject}`, effect });
    for (const effect of asList(clause.charges)) for (const subject of everyone(effect.for)) this.#add(clause, effect, { kind: "charges", subject, matter: `fee ${effect.kind} ${subject}`, effect });
    for (const effect of asList(clause.waives)) for (const fee of asList(effect.kind)) for (const subject of everyone(effect.for)) this.#add(clause, effect, { kind: "waives", subject, matter: `fee ${fee} ${subject}`, fee, effect });
    for (const effect of asList(clause.freight)) for (const leg of ["return", "outbound", "duties"] as const) {
      const payer = effect[leg];
      if (payer !== undefined) for (const subject of everyone(effect.for)) this.#add(clause, effect, { kind: "freight", subject, matter: `freight ${leg} ${subject}`, leg, payer, effect });
    }
    for (const effect of asList(clause.term)) this.#add(clause, effect, { kind: "term", subject: "any", matter: `term ${effect.name}`, name: effect.name, clock: effect.after ? -1 : this.#clock({ event: effect.from ?? "delivery", span: effect.period, act: effect.act, isTerm: true }), effect });
    for (const effect of asList(clause.answers)) for (const subject of everyone(effect.for)) this.#add(clause, effect, { kind: "answers", subject, matter: `answers ${effect.kind ?? "limit"} ${subject}`, effect });
  }

  #add(clause: Clause, effect: { when?: Scope | Scope[]; unless?: Scope | Scope[] }, rest: Record<string, unknown>): void {
    const when = [this.#condition(clause.when), this.#condition(effect.when)].filter((c) => c.length > 0);
    const unless = [...this.#condition(clause.unless), ...this.#condition(effect.unless)];
    this.atoms.push({ index: this.atoms.length, clause, when, unless, overriddenBy: [], ...rest } as unknown as Draft);
  }

  #condition(scopes: Scope | readonly Scope[] | undefined): Condition {
    return asList(scopes).map((scope) => this.#tests(scope));
  }

  #tests(scope: Scope): Test[] {
    const tests: Test[] = [];
    for (const [name, value] of Object.entries(scope)) {
      if (value === undefined || !(name in facts)) continue;
      const fact = this.#slotIndex.get(name as FactName) ?? -1;
      let mask = 0;
      for (const word of asList(value as string | boolean)) mask |= this.slots[fact]?.bits.get(scalarText(word)) ?? 0;
      tests.push({ fact, mask });
    }
    for (const age of asList(scope.age)) {
      const clock = this.#clock({ event: age.of, span: age.within ?? age.beyond, act: age.act, isTerm: false, passes: age.beyond !== undefined });
      tests.push({ clock, mask: age.within ? WITHIN | NOT_BEGUN : AFTER });
    }
    for (const term of asList(scope.during)) tests.push({ term, is: "running" });
    for (const term of asList(scope.past)) tests.push({ term, is: "over" });
    for (const term of asList(scope.notYet)) tests.push({ term, is: "not_begun" });
    for (const worth of asList(scope.worth)) tests.push({ worth: this.#worth({ of: worth.of, over: worth.over ?? worth.atMost ?? "0", ...(worth.currency ? { currency: worth.currency } : {}) }), yes: worth.over !== undefined });
    return tests;
  }

  #window(effect: Effect<"opens">): { within?: number; after?: number; during?: string } {
    const of = (span: typeof effect.within, passes: boolean) => this.#clock({ event: effect.from ?? "delivery", span, act: effect.act, isTerm: false, passes });
    return {
      ...(effect.within !== undefined ? { within: of(effect.within, false) } : {}),
      ...(effect.after !== undefined ? { after: of(effect.after, true) } : {}),
      ...(effect.during !== undefined ? { during: effect.during } : {}),
    };
  }

  /** "After 30 nights" begins with the thirtieth day, the night before it being the thirtieth. */
  #clock({ event, span, act, isTerm, passes = false }: { event: string; span: Effect<"opens">["within"]; act: string | undefined; isTerm: boolean; passes?: boolean }): number {
    const setting = typeof span === "object" ? span.setting : undefined;
    const text = setting === undefined ? span : this.#settings[setting];
    if (setting !== undefined && !(setting in this.#settings)) throw new Error(`the policy has no setting ${setting}`);
    const read = typeof text === "string" ? parsePeriod(text) : undefined;
    const nights = passes && typeof text === "string" && / nights?$/.test(text);
    return this.#clockOf({ event, act: act ?? this.#conventions.act, isTerm, period: read && nights ? { ...read, days: read.days - 1 } : read, ...(setting !== undefined && !read ? { setting } : {}) });
  }

  #clockOf(clock: Clock): number {
    const key = JSON.stringify([clock.event, clock.period, clock.setting, clock.act, this.#conventions.restart && clock.isTerm]);
    const known = this.#clockIndex.get(key);
    if (known !== undefined) return known;
    this.#clockIndex.set(key, this.clocks.length);
    this.clocks.push(clock);
    return this.clocks.length - 1;
  }

  #worth(worth: Worth): number {
    const key = JSON.stringify(worth);
    const known = this.#worthIndex.get(key);
    if (known !== undefined) return known;
    this.#worthIndex.set(key, this.worths.length);
    this.worths.push(worth);
    return this.worths.length - 1;
  }

  /** A clause that overrides another silences it where both speak of the same matter. */
  #link(): void {
    const byClauseAndMatter = new Map<string, number[]>();
    for (const atom of this.atoms) {
      const key = `${atom.clause.id} ${atom.matter}`;
      byClauseAndMatter.set(key, [...(byClauseAndMatter.get(key) ?? []), atom.index]);
    }
    for (const atom of this.atoms) for (const overridden of atom.clause.overrides ?? []) {
      for (const other of byClauseAndMatter.get(`${overridden} ${atom.matter}`) ?? []) this.atoms[other]?.overriddenBy.push(atom.index);
    }
  }

  #chain(termAtoms: ReadonlyMap<string, readonly Extract<Atom, { kind: "term" }>[]>): Map<string, number> {
    const chained = new Map<string, number>();
    for (const atom of [...termAtoms.values()].flat()) for (const base of termAtoms.get(atom.effect.after ?? "") ?? []) {
      const start = this.clocks[base.clock];
      const own = this.#clock({ event: "delivery", span: atom.effect.period, act: undefined, isTerm: true });
      const period = this.clocks[own]?.period;
      if (!start) continue;
      const sum = start.period && period ? { months: start.period.months + period.months, days: start.period.days + period.days, hours: 0 } : undefined;
      chained.set(`${base.index} ${atom.index}`, this.#clockOf({ ...start, period: sum, ...(sum ? {} : { setting: start.setting ?? "period" }) }));
    }
    return chained;
  }
}

const shapesTerms = (atom: Atom): atom is Extract<Atom, { kind: "freight" | "gives" | "deducts" | "charges" | "waives" }> =>
  atom.kind === "freight" || atom.kind === "gives" || atom.kind === "deducts" || atom.kind === "charges" || atom.kind === "waives";

/** The clocks an atom's scope looks at, those of terms included. */
function clocksOf(atom: Atom, termAtoms: Compiled["termAtoms"], chained: Compiled["chained"]): number[] {
  return [...atom.when, atom.unless].flat(2).flatMap((test) => {
    if ("clock" in test) return [test.clock];
    if (!("term" in test)) return [];
    return (termAtoms.get(test.term) ?? []).flatMap((term) => [term.clock, ...[...chained].filter(([key]) => key.endsWith(` ${term.index}`)).map(([, clock]) => clock)]).filter((clock) => clock >= 0);
  });
}

/** "traceable_carrier:required" asks for traceable_carrier. */
export const bareNeed = (need: string): string => need.replace(/:(required|recommended)$/, "");

/** Overriders before what they override; throws and names the clauses of a circle. */
function overridersFirst(atoms: readonly Atom[]): number[] {
  const order: number[] = [], state = new Uint8Array(atoms.length);
  const visit = (index: number, path: readonly string[]): void => {
    const atom = atoms[index];
    if (!atom || state[index] === 2) return;
    if (state[index] === 1) throw new Error(`overrides run in a circle: ${[...path, atom.clause.id].join(" → ")}`);
    state[index] = 1;
    for (const by of atom.overriddenBy) visit(by, [...path, atom.clause.id]);
    state[index] = 2;
    order.push(index);
  };
  // Terms before all else: a window that hangs on a term must find what silences its grants already evaluated.
  for (const atom of atoms) if (atom.kind === "term") visit(atom.index, []);
  for (const atom of atoms) visit(atom.index, []);
  return order;
}

/** The last day of a clock that starts on a day. */
export const clockEnd = (clock: Clock, start: number, counting: Counting): number => (clock.period ? lastDay(start, clock.period, counting) : NaN);

export const isRemedy = (subject: Refusal | "any"): subject is Remedy => subject !== "any" && !(specialRefusals as readonly string[]).includes(subject);
