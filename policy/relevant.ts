/** Which facts can matter for a claim, once it is known for what reason it is made. */
import { turnsFrom } from "./changes.ts";
import { UNKNOWN, type Atom, type Compiled, type Test } from "./compile.ts";
import type { FactName } from "./facts.ts";
import type { Slot } from "./slots.ts";

/** Facts that are looked at by themselves, not by a clause's scope alone (remedyPlan.ts, kinds.ts). */
const always: ReadonlySet<FactName> = new Set(["missing", "finding", "registered"]);

const allows = (test: Test, facts: readonly number[]): boolean => !("fact" in test) || ((facts[test.fact] ?? UNKNOWN) & (test.mask | UNKNOWN)) !== 0;

/** Whether facts, as far as they are known, leave it open that an atom's scope fits. */
export const possible = (atom: Atom, facts: readonly number[]): boolean => atom.when.every((any) => any.some((all) => all.every((test) => allows(test, facts))));

/**
 * The facts named by atoms that a reason does not rule out, nor the reason into which an inspection turns it. All others
 * are named only by atoms that do not speak whatever the facts are, so they change no answer. The reason itself is left out.
 */
export function slotsFor(compiled: Compiled, reason: number): readonly Slot[] {
  const { slots, reasonSlot, atoms } = compiled;
  const given = slots.map((_, slot) => (slot === reasonSlot ? reason : UNKNOWN));
  const turned = turnsFrom(compiled, given).map(({ facts }) => given.with(reasonSlot, facts[reasonSlot] ?? reason));
  const named = new Set(atoms.filter((atom) => [given, ...turned].some((facts) => possible(atom, facts))).flatMap(factsIn));
  return slots.filter(({ name }, slot) => slot !== reasonSlot && (named.has(slot) || always.has(name)));
}

function factsIn(atom: Atom): readonly number[] {
  const conditions = [...atom.when, atom.unless, ...(atom.kind === "needs" ? [atom.lackingWhen] : [])];
  return conditions.flat(2).flatMap((test) => ("fact" in test ? [test.fact] : []));
}
