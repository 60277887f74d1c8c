/**
 * The claims a customer can come with, as the page's tables order them: item class × reason × channel × route × days.
 * All other facts are plain: bought by the one who asks, with a receipt, in good order.
 */
import type { Atom, Compiled } from "../compile.ts";
import { UNKNOWN } from "../compile.ts";
import type { FactName } from "../facts.ts";
import { Evaluation, NO, YES } from "../evaluation.ts";
import { describe } from "./describe.ts";
import { exampleClaim, type KnownFacts, type Word } from "./exampleClaim.ts";
import type { Example } from "./finding.ts";
import { choicesOf, coneOf, type Space } from "./search.ts";
import { situationOf } from "./situationOf.ts";
import type { Timeline } from "./timelines.ts";

const asked = ["class", "reason"] as const satisfies readonly FactName[];
export const around = ["channel", "abroad", "international", "country", "region", "line"] as const satisfies readonly FactName[];
const plain: readonly (readonly [FactName, Word])[] = [
  ["class", "new"], ["channel", "own_store"], ["condition", "good"], ["packaging", "original"], ["complete", true], ["originalBuyer", true], ["proof", "receipt"], ["unbound", true], ["state", "opened"],
];

/** One kind of claim, days left open: its facts, and how each remedy stands under given days. */
export type Cell = Readonly<{ known: KnownFacts; words: Readonly<Record<"class" | "reason", string>>; around: string }>;
export type Standing = "open" | "closed" | "silent";

/** Every combination of the values that scopes tell apart. */
function* product(lists: readonly (readonly [FactName, readonly Word[]])[]): Generator<readonly (readonly [FactName, Word])[]> {
  const [first, ...rest] = lists;
  if (!first) return yield [];
  for (const word of first[1]) for (const others of product(rest)) yield [[first[0], word], ...others];
}

/** What customers of any shop come with, whether or not a policy has thought of it. */
const usualReasons = ["unwanted", "defective", "damaged_on_arrival", "wrong_item_sent", "wrong_item_ordered", "not_received", "cancel"];

/** The values of a fact that scopes tell apart; a reason that no clause names is walked where customers have it. */
function wordsOf(compiled: Compiled, name: FactName): readonly (readonly [FactName, readonly Word[]])[] {
  const slot = compiled.slots.find((s) => s.name === name);
  if (!slot) return [];
  const words = choicesOf(slot).flatMap(({ word }) => (word === undefined || word === "something_else" ? [] : [word]));
  const strange = name === "reason" ? usualReasons.filter((word) => !slot.bits.has(word) && !words.includes(word)) : [];
  return [[name, [...words, ...strange]]];
}

/** All kinds of claims of a policy. */
export function* cellsOf(compiled: Compiled): Generator<Cell> {
  for (const facts of product([...asked, ...around].flatMap((name) => wordsOf(compiled, name)))) {
    const known = new Map<FactName, Word>([...plain, ...facts]);
    const text = (name: FactName): string => String(known.get(name) ?? "unwanted");
    yield { known, words: { class: text("class"), reason: text("reason") }, around: facts.filter(([name]) => (around as readonly string[]).includes(name)).map(([name, word]) => `${name} ${String(word)}`).join(", ") };
  }
}

/** A walk over the grid: the atoms that open and close, and their cone, evaluated alone. */
export type Walk = Readonly<{ space: Space; cone: Compiled; atoms: readonly Atom[]; timelines: readonly Timeline[] }>;

export function walkOf(space: Space, wanted: (atom: Atom) => boolean): Walk {
  const { compiled } = space;
  const atoms = compiled.atoms.filter((atom) => (atom.kind === "opens" || atom.kind === "closes") && wanted(atom));
  const cone = { ...compiled, order: coneOf(compiled, atoms) };
  const delivered = space.timelines.filter(({ days }) => days.delivery !== undefined && days.dispatch === undefined && days.sent === undefined && days.returnCreated === undefined);
  return { space, cone, atoms, timelines: delivered };
}

/** The facts of a cell as the engine's bits; undefined where no claim has them all. */
export function bitsOf(space: Space, cell: Cell): readonly number[] | undefined {
  const days = space.timelines.find((timeline) => timeline.days.delivery !== undefined)?.days;
  const claim = days && exampleClaim(space.compiled.inForce.policy.id, cell.known, days);
  return claim ? situationOf(space.compiled, claim).facts : undefined;
}

/** The evaluation of a cell on given days; facts that hang on days are read with them. */
export function evaluated(walk: Walk, bits: readonly number[], timeline: Timeline | undefined): Evaluation {
  const { compiled } = walk.space;
  const registered = compiled.slots.findIndex((slot) => slot.name === "registered");
  const facts = registered < 0 || !timeline ? bits : bits.with(registered, compiled.slots[registered]?.bits.get(timeline.days.registration !== undefined) ?? UNKNOWN);
  return new Evaluation(walk.cone, { facts, clocks: timeline?.states ?? compiled.clocks.map(() => 4), worths: compiled.worths.map(() => undefined) });
}

/** How a remedy stands: a refusal beats a grant. `atLeast` is how sure a grant must be. */
export function standing(e: Evaluation, atoms: readonly Atom[], atLeast: number = YES): Standing {
  let result: Standing = "silent";
  for (const atom of atoms) {
    const speaks = e.speaks[atom.index] ?? NO;
    if (atom.kind === "closes" && speaks === YES) return "closed";
    if (atom.kind === "opens" && speaks >= atLeast) result = "open";
  }
  return result;
}

/** Whether some clause has a word for the case: it opens, it refuses, or its window is over or still to come. */
export const isSpokenOf = (e: Evaluation, atoms: readonly Atom[]): boolean =>
  atoms.some((atom) => (e.speaks[atom.index] ?? NO) === YES || (atom.kind === "opens" && e.fits[atom.index] === YES && (atom.during === undefined || e.term(atom.during).atoms.length > 0)));

/** The claim of a cell on given days. */
export function exampleOf({ space }: Walk, cell: Cell, timeline: Timeline): Example | undefined {
  const claim = exampleClaim(space.compiled.inForce.policy.id, cell.known, timeline.days);
  const shown = new Map([...cell.known].filter(([name]) => (asked as readonly string[]).includes(name) || cell.around.includes(`${name} `)));
  return claim && { claim, says: describe(shown, timeline.days, []) };
}

/** One order's days in sequence: everything fixed but the day of asking. */
export function oneOrder(timelines: readonly Timeline[]): readonly Timeline[] {
  const [first] = timelines;
  return timelines.filter(({ days }) => days.purchase === first?.days.purchase && days.delivery === first.days.delivery && days.registration === undefined)
    .toSorted((a, b) => a.daysSinceDelivery - b.daysSinceDelivery);
}
