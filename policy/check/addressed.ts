/**
 * Tells a contradiction from an ordinary exception. "Defects are repaired" and "misuse is not covered" go together:
 * the second speaks of something the first is silent on. "Refurbished ones are repaired" and "refurbished ones cannot
 * be returned" do not: whatever the refusal looks at, the grant has looked at too and decided otherwise.
 */
import type { Atom, Compiled, Test } from "../compile.ts";
import type { FactName } from "../facts.ts";

/** One "and" list of a scope. */
export type Alternative = readonly Test[];
/** An opening's and a closing's, and the words by which the one was found to speak of the other, by fact. */
export type Pair = Readonly<{ open: Alternative; closed: Alternative; words: ReadonlyMap<number, string> }>;

/** Words of one fact that say something of another: who reports damage on arrival says the goods are damaged. */
const alsoSays: readonly Readonly<{ fact: FactName; word: string; of: FactName; it: string }>[] = [
  { fact: "reason", word: "damaged_on_arrival", of: "condition", it: "damaged" },
  { fact: "reason", word: "lightning", of: "finding", it: "lightning" },
  { fact: "reason", word: "water_leakage", of: "finding", it: "water_leakage" },
];

/** The "and" lists of an atom's scope, all its conditions multiplied out. */
export function alternativesOf(atom: Atom): readonly Alternative[] {
  return atom.when.reduce<readonly Alternative[]>((lists, any) => lists.flatMap((list) => any.map((all) => [...list, ...all])), [[]]);
}

/** What a test looks at: a fact, a value, or when one act falls ("asked in time" says nothing of "arrived in time"). */
function dimension(compiled: Compiled, test: Test): string {
  if ("fact" in test) return `fact ${test.fact}`;
  if ("worth" in test) return `worth ${test.worth}`;
  return `time of ${"clock" in test ? compiled.clocks[test.clock]?.act : compiled.conventions.act}`;
}

/** What an opening's window looks at. */
function windowOf(compiled: Compiled, opening: Atom): readonly string[] {
  if (opening.kind !== "opens") return [];
  const acts = [opening.within, opening.after].flatMap((clock) => (clock === undefined ? [] : [compiled.clocks[clock]?.act]));
  return [...acts, ...(opening.during === undefined ? [] : [compiled.conventions.act])].map((act) => `time of ${act}`);
}

/** A longer window for what the shorter one does not tell apart is a rule of its own, not a second answer. */
export const isSpecial = (longer: Atom, shorter: Atom): boolean => {
  const facts = (atom: Atom): ReadonlySet<number> => new Set(atom.when.flat(2).flatMap((test) => ("fact" in test ? [test.fact] : [])));
  const own = facts(longer), general = facts(shorter);
  return own.size > general.size && [...general].every((fact) => own.has(fact));
};

/** The pair of alternatives, narrowed to where the opening addresses all that the closing looks at; undefined where it never does. */
export function addressedPair(compiled: Compiled, opening: Atom, open: Alternative, closed: Alternative): Pair | undefined {
  const own = new Set([...open.map((test) => dimension(compiled, test)), ...windowOf(compiled, opening)]);
  let pair: Pair = { open, closed, words: new Map() };
  for (const test of closed) {
    if (own.has(dimension(compiled, test))) continue;
    const narrowed = "fact" in test ? byMeaning(compiled, pair, test.fact) : undefined;
    if (!narrowed) return undefined;
    pair = narrowed;
  }
  return pair;
}

/** The opening names a word that says something of the fact the closing looks at. */
function byMeaning(compiled: Compiled, { open, closed, words }: Pair, fact: number): Pair | undefined {
  for (const { fact: from, word, of, it } of alsoSays) {
    if (compiled.slots[fact]?.name !== of) continue;
    const source = compiled.slots.findIndex((slot) => slot.name === from);
    const said = compiled.slots[source]?.bits.get(word) ?? 0, meant = compiled.slots[fact]?.bits.get(it) ?? 0;
    const names = (list: Alternative, slot: number, bits: number): boolean => list.some((test) => "fact" in test && test.fact === slot && (test.mask & bits) !== 0);
    if (!names(open, source, said) || !names(closed, fact, meant)) continue;
    const narrow = (list: Alternative, slot: number, mask: number): Alternative => list.map((test) => ("fact" in test && test.fact === slot ? { ...test, mask } : test));
    return { open: narrow(open, source, said), closed: narrow(closed, fact, meant), words: new Map([...words, [source, word], [fact, it]]) };
  }
  return undefined;
}
