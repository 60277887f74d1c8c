/** Claims of one kind: alike in every fact that can matter for their reason. Each kind knows the clocks that matter for it. */
import { turnsFrom } from "./changes.ts";
import type { Claim } from "./claim.ts";
import { UNKNOWN, type Atom, type Compiled, type Test } from "./compile.ts";
import type { Reasoned } from "./reasoned.ts";
import { factBits, readerOf, readFacts, type FactReaders } from "./factReader.ts";
import { keep, memory, recall, type Memory } from "./recall.ts";
import { possible } from "./relevant.ts";
import { together, type Times, type Together } from "./situation.ts";

/** The facts' bits, the clocks whose state can change the answer, and the reasoned answers by those states; `row` is written over. */
export type Kind = Readonly<{ facts: readonly number[]; clocks: readonly number[]; groups: readonly Together[]; registration: number; answers: Memory<Reasoned>; row: number[] }>;

/** What is known of a policy while it decides. */
type Known = Readonly<{ compiled: Compiled; facts: FactReaders; kinds: Memory<Kind>; times: Times }>;

const MOST_ANSWERS_KEPT = 500;

/** The kind of a claim. */
export function kindOf({ compiled, facts, kinds, times }: Known, claim: Claim): Kind {
  const reader = readerOf(facts, claim), hash = readFacts(reader, facts.parts);
  return recall(kinds, reader.row, hash) ?? keep(kinds, reader.row, hash, kindFor(compiled, times, factBits(compiled.slots, claim)));
}

function kindFor(compiled: Compiled, times: Times, facts: readonly number[]): Kind {
  const clocks = clocksThatMatter(compiled, facts);
  return { facts, clocks, groups: together(times, clocks), registration: registrationClock(compiled, facts), answers: memory(MOST_ANSWERS_KEPT), row: [...clocks, ...compiled.worths].map(() => 0) };
}

/** The clock in which this item can still be registered for more warranty; -1 where it is, or none is to be had. */
function registrationClock(compiled: Compiled, facts: readonly number[]): number {
  const slot = compiled.slots.findIndex(({ name }) => name === "registered");
  const isRegistered = (facts[slot] ?? 0) === compiled.slots[slot]?.bits.get(true);
  return !isRegistered && registeringTerms(compiled, facts).length > 0 ? (compiled.registration ?? -1) : -1;
}

/** Terms that a registration would give an item of these facts, in its time. */
export function registeringTerms(compiled: Compiled, facts: readonly number[]): readonly Extract<Atom, { kind: "term" }>[] {
  const slot = compiled.slots.findIndex(({ name }) => name === "registered"), registered = compiled.slots[slot]?.bits.get(true), clock = compiled.registration;
  if (clock === undefined || registered === undefined) return [];
  const asRegistered = facts.map((bits, i) => (i === slot ? registered : bits));
  return compiled.atoms.filter((atom) => atom.kind === "term").filter((atom) => clocksIn(compiled, atom).includes(clock) && possible(atom, asRegistered) && !isExcepted(atom, asRegistered));
}

/** Clocks of atoms that the facts, as they are or as they could turn, do not rule out. */
function clocksThatMatter(compiled: Compiled, facts: readonly number[]): readonly number[] {
  const all = [facts, ...turnsFrom(compiled, facts).map((turn) => turn.facts)];
  const clocks = compiled.atoms.filter((atom) => all.some((some) => possible(atom, some))).flatMap((atom) => clocksIn(compiled, atom));
  return [...new Set(clocks)].sort((a, b) => a - b);
}

/** Whether known facts alone meet an exception of the atom. */
const isExcepted = (atom: Atom, facts: readonly number[]): boolean => atom.unless.some((all) => all.length > 0 && all.every((test) => isMet(test, facts)));

/** A fact that is known and meets the test. */
export const isMet = (test: Test, facts: readonly number[]): boolean => "fact" in test && (facts[test.fact] ?? UNKNOWN) !== UNKNOWN && ((facts[test.fact] ?? UNKNOWN) & test.mask) !== 0;

/** The clocks an atom's scope, window or term looks at. */
export function clocksIn(compiled: Compiled, atom: Atom): number[] {
  const conditions = [...atom.when, atom.unless, ...(atom.kind === "needs" ? [atom.lackingWhen] : [])];
  const clocks = conditions.flat(2).flatMap((test) => ("clock" in test ? [test.clock] : []));
  if (atom.kind === "opens") clocks.push(...[atom.within, atom.after].filter((clock) => clock !== undefined));
  if (atom.kind !== "term") return clocks;
  if (atom.clock >= 0) clocks.push(atom.clock);
  for (const [pair, clock] of compiled.chained) if (pair.endsWith(` ${atom.index}`)) clocks.push(clock);
  return clocks;
}
