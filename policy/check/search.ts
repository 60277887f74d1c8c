/**
 * Whether clauses can be in force together, and the smallest claim that shows it. Facts are branched on only while
 * the engine's own three-valued evaluation still says "perhaps", so every answer holds for all that is left open,
 * and a "no" is proved over the whole finite space, not sampled.
 */
import { NO_DATE, UNKNOWN, type Atom, type Compiled, type Condition, type Slot, type Test } from "../compile.ts";
import { factOf, facts, type FactName } from "../facts.ts";
import { Evaluation, MAYBE, NO, YES } from "../evaluation.ts";
import { describe } from "./describe.ts";
import { exampleClaim, type KnownFacts, type Word } from "./exampleClaim.ts";
import type { Example } from "./finding.ts";
import { situationOf } from "./situationOf.ts";
import { shapeOf, timelines, type Timeline } from "./timelines.ts";

/** What must hold of an atom: it speaks; it does not; its scope and window fit; its scope fits and its window is over. */
export type Goal = Readonly<{ atom: Atom; is: "speaks" | "silent" | "fits" | "lapsed" }>;

type Choice = Readonly<{ bits: number; word: Word | undefined }>;

/** A compiled policy with all its realisable days and the values each fact can take. */
export type Space = Readonly<{ compiled: Compiled; timelines: readonly Timeline[]; choices: readonly (readonly Choice[])[] }>;

const plainWords: Partial<Record<FactName, Word>> = { class: "new", channel: "own_store", proof: "receipt", packaging: "original", complete: true, originalBuyer: true, status: "delivered", abroad: false, international: false };
const plainDays = { purchase: "2025-03-03", delivery: "2025-03-07", asked: "2025-03-07" };
const plainClaim = exampleClaim("plain", new Map(), plainDays);
const spareCountries = ["NZ", "BR", "ZA", "KE"];

/** Compiles the finite space of a policy. */
export function spaceOf(compiled: Compiled): Space {
  return { compiled, timelines: timelines(compiled), choices: compiled.slots.map(choicesOf) };
}

/** The values of a fact that scopes can tell apart, the plain one first. */
export function choicesOf(slot: Slot): readonly Choice[] {
  const plain = plainWords[slot.name] ?? (plainClaim ? factOf(slot.name, plainClaim) : undefined);
  if (typeof plain === "object") return setsOf(slot);
  const byBits = new Map<number, Choice>();
  const add = (word: string | boolean): void => {
    const bits = slot.bits.get(word) ?? 2;
    if (!byBits.has(bits)) byBits.set(bits, { bits, word });
  };
  if (plain !== undefined) add(plain as string | boolean);
  for (const word of slot.bits.keys()) if (word !== "true" && word !== "false") add(word);
  if (!("words" in facts[slot.name]) || "strangeWords" in facts[slot.name]) add(slot.name === "country" ? (spareCountries.find((c) => !slot.bits.has(c)) ?? "NZ") : "something_else");
  return [...byBits.values()];
}

/** Facts of several words: none, each alone, and each two together. */
function setsOf(slot: Slot): readonly Choice[] {
  const words = [...slot.bits.keys()].filter((word): word is string => typeof word === "string" && word !== "true" && word !== "false");
  const sets = [[], ...words.map((word) => [word]), ...words.flatMap((a, i) => words.slice(i + 1).map((b) => [a, b]))];
  return sets.map((set) => ({ bits: set.reduce((bits, word) => bits | (slot.bits.get(word) ?? 0), 0), word: set }));
}

/** What an atom's speaking depends on: overriders, and the terms that its scope names. */
export function coneOf(compiled: Compiled, atoms: readonly Atom[]): readonly number[] {
  const inside = new Set<number>(), open = [...atoms];
  for (let atom = open.pop(); atom; atom = open.pop()) {
    if (inside.has(atom.index)) continue;
    inside.add(atom.index);
    for (const by of atom.overriddenBy) open.push(compiled.atoms[by] as Atom);
    for (const name of termsOf(atom)) open.push(...(compiled.termAtoms.get(name) ?? []));
  }
  const order = compiled.order.filter((index) => inside.has(index));
  const isTerm = (index: number): boolean => compiled.atoms[index]?.kind === "term";
  return [...order.filter(isTerm), ...order.filter((index) => !isTerm(index))];
}

const testsOf = (atom: Atom): readonly Test[] => [...atom.when.flat(2), ...atom.unless.flat()];

function termsOf(atom: Atom): readonly string[] {
  const named = testsOf(atom).flatMap((test) => ("term" in test ? [test.term] : []));
  if (atom.kind === "opens" && atom.during !== undefined) named.push(atom.during);
  if (atom.kind === "term" && atom.effect.after !== undefined) named.push(atom.effect.after);
  return named;
}

const clocksIn = (compiled: Compiled, atom: Atom): readonly number[] => [
  ...testsOf(atom).flatMap((test) => ("clock" in test ? [test.clock] : [])),
  ...(atom.kind === "opens" ? [atom.within, atom.after].filter((c) => c !== undefined) : []),
  ...(atom.kind === "term" ? [atom.clock, ...[...compiled.chained].filter(([key]) => key.endsWith(` ${atom.index}`)).map(([, clock]) => clock)].filter((c) => c >= 0) : []),
];

type Variable = Readonly<{ slot: number }> | Readonly<{ worth: number }> | "days";

/** How sure a goal is: YES, NO, or still open. */
function sureOf(e: Evaluation, { atom, is }: Goal): number {
  const speaks = e.speaks[atom.index] ?? NO, fits = e.fits[atom.index] ?? NO;
  if (is === "speaks") return speaks;
  if (is === "silent") return speaks === YES ? NO : speaks === NO ? YES : MAYBE;
  const window = e.window(atom);
  return Math.min(fits, is === "fits" ? window : window === YES ? NO : window === NO ? YES : MAYBE);
}

/** The first fact, day or value that leaves an atom open. */
function openIn(e: Evaluation, atom: Atom): Variable | undefined {
  for (const any of [...atom.when, atom.unless]) {
    const open = openCondition(e, any);
    if (open !== undefined) return open;
  }
  if (atom.kind === "opens" && e.window(atom) === MAYBE) {
    const ofTerm = atom.during === undefined ? undefined : openTerm(e, atom.during);
    return ofTerm ?? "days";
  }
  for (const by of atom.overriddenBy) {
    const over = e.compiled.atoms[by];
    const open = over && e.speaks[by] === MAYBE ? openIn(e, over) : undefined;
    if (open !== undefined) return open;
  }
  return undefined;
}

function openCondition(e: Evaluation, any: Condition): Variable | undefined {
  if (e.condition(any) !== MAYBE) return undefined;
  for (const all of any) {
    if (e.condition([all]) !== MAYBE) continue;
    for (const test of all) {
      if (e.condition([[test]]) !== MAYBE) continue;
      const open = openTest(e, test);
      if (open !== undefined) return open;
    }
  }
  return undefined;
}

function openTest(e: Evaluation, test: Test): Variable | undefined {
  if ("fact" in test) return { slot: test.fact };
  if ("worth" in test) return { worth: test.worth };
  return "term" in test ? openTerm(e, test.term) : "days";
}

/** Days first: most grants of a term fall away by them. */
function openTerm(e: Evaluation, name: string): Variable | undefined {
  if (e.situation.clocks.every((state) => state === NO_DATE)) return "days";
  for (const atom of e.compiled.termAtoms.get(name) ?? []) {
    const open = openIn(e, atom) ?? (atom.effect.after === undefined ? undefined : openTerm(e, atom.effect.after));
    if (open !== undefined) return open;
  }
  return undefined;
}

type State = { facts: number[]; clocks: readonly number[]; worths: (boolean | undefined)[]; known: Map<FactName, Word>; days: Timeline | undefined };
type Search = Readonly<{ space: Space; cone: Compiled; goals: readonly Goal[]; clocks: readonly number[] }>;

/** The smallest claim in which all goals hold; undefined where none can exist. Facts in `given` are fixed. */
export function findClaim(space: Space, wanted: readonly Goal[], given: KnownFacts = new Map()): Example | undefined {
  const { compiled } = space;
  const goals = wanted.map(({ atom, is }): Goal => ({ atom: compiled.atoms[atom.index] ?? atom, is }));
  const order = coneOf(compiled, goals.map((goal) => goal.atom));
  const clocks = [...new Set(order.flatMap((index) => clocksIn(compiled, compiled.atoms[index] as Atom)))];
  const search: Search = { space, cone: { ...compiled, order }, goals, clocks };
  const state: State = { facts: compiled.slots.map(() => UNKNOWN), clocks: compiled.clocks.map(() => NO_DATE), worths: compiled.worths.map(() => undefined), known: new Map(), days: undefined };
  for (const [name, word] of given) {
    const slot = compiled.slots.findIndex((s) => s.name === name);
    if (slot >= 0) state.facts[slot] = compiled.slots[slot]?.bits.get(word as string) ?? 2;
    state.known.set(name, word);
  }
  return descend(search, state);
}

function descend(search: Search, state: State): Example | undefined {
  const e = new Evaluation(search.cone, state);
  let open: Variable | undefined;
  let all: number = YES;
  for (const goal of search.goals) {
    const sure = sureOf(e, goal);
    if (sure === NO) return undefined;
    if (sure < all) all = sure;
    if (sure !== YES) open ??= openIn(e, goal.atom);
  }
  if (all === YES) return verified(search, state);
  if (open === undefined) return undefined;
  if (open === "days") return overDays(search, state);
  return "slot" in open ? overFact(search, state, open.slot) : overWorth(search, state, open.worth);
}

function overFact(search: Search, state: State, slot: number): Example | undefined {
  const name = search.space.compiled.slots[slot]?.name;
  if (name === undefined) return undefined;
  for (const { bits, word } of search.space.choices[slot] ?? []) {
    state.facts[slot] = bits;
    if (word !== undefined) state.known.set(name, word);
    const found = descend(search, state);
    if (found) return found;
    state.known.delete(name);
  }
  state.facts[slot] = UNKNOWN;
  return undefined;
}

function overWorth(search: Search, state: State, worth: number): Example | undefined {
  for (const over of [false, true]) {
    state.worths[worth] = over;
    const found = descend(search, state);
    if (found) return found;
  }
  state.worths[worth] = undefined;
  return undefined;
}

/** Days that differ in a clock these atoms look at; facts that days decide must not be contradicted. */
function overDays(search: Search, state: State): Example | undefined {
  if (state.days) return undefined;
  const seen = new Set<string>(), none = state.clocks;
  for (const timeline of search.space.timelines) {
    const key = [...search.clocks.map((clock) => timeline.states[clock]), ...shapeOf(timeline.days)].join();
    if (seen.has(key)) continue;
    seen.add(key);
    state.clocks = timeline.states;
    state.days = timeline;
    const found = descend(search, state);
    if (found) return found;
  }
  state.clocks = none;
  state.days = undefined;
  return undefined;
}

/** The claim itself, read by the engine as any other: each goal must hold of it, or it is no example. */
function verified(search: Search, state: State): Example | undefined {
  const { compiled } = search.space;
  const worths = compiled.worths.flatMap((worth, i) => (state.worths[i] === undefined ? [] : [[worth, state.worths[i] as boolean] as const]));
  for (const timeline of state.days ? [state.days] : onePerShape(search.space.timelines)) {
    const claim = exampleClaim(compiled.inForce.policy.id, state.known, timeline.days, worths);
    if (!claim) continue;
    const e = new Evaluation(compiled, situationOf(compiled, claim));
    if (search.goals.every((goal) => sureOf(e, goal) === YES)) return { claim, says: describe(state.known, state.days ? timeline.days : undefined, worths) };
  }
  return undefined;
}

/** Where no limit in time matters, which days are known still may. */
function onePerShape(all: readonly Timeline[]): readonly Timeline[] {
  const byShape = new Map<string, Timeline>();
  for (const timeline of all) if (!byShape.has(shapeOf(timeline.days).join())) byShape.set(shapeOf(timeline.days).join(), timeline);
  return [...byShape.values()];
}
