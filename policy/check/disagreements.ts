/** Two clauses in force that disagree on one matter and neither overrides the other. */
import type { Atom } from "../compile.ts";
import { addressedPair, alternativesOf, isSpecial, type Alternative, type Pair } from "./addressed.ts";
import type { Example, Finding, Kind } from "./finding.ts";
import { leavesChoice, offersForMoney, opposed } from "./opposed.ts";
import { findClaim, type Space } from "./search.ts";

type Clash = Readonly<{ kind: Kind; a: Atom; b: Atom; about: string; difference: string; example: Example }>;

const overrides = (a: Atom, b: Atom): boolean => a.overriddenBy.includes(b.index) || b.overriddenBy.includes(a.index);

/** All pairs of atoms of one matter from different clauses that do not settle it themselves. */
function* pairs(atoms: readonly Atom[]): Generator<readonly [Atom, Atom]> {
  const byMatter = new Map<string, Atom[]>();
  for (const atom of atoms) byMatter.set(atom.matter, [...(byMatter.get(atom.matter) ?? []), atom]);
  for (const group of byMatter.values()) for (const [i, a] of group.entries()) for (const b of group.slice(i + 1)) {
    if (a.clause.id !== b.clause.id && !overrides(a, b)) yield [a, b];
  }
}

/** Every contradiction of a policy, one finding for two clauses and a kind, with the smallest claim for which both speak. */
export function disagreements(space: Space): Finding[] {
  const { atoms } = space.compiled;
  const clashes = [...pairs(atoms)].flatMap(([a, b]) => clashOf(space, a, b));
  return together([...clashes, ...acrossRemedies(space), ...windows(space)]);
}

function clashOf(space: Space, a: Atom, b: Atom): readonly Clash[] {
  const difference = opposed(a, b);
  if (difference) {
    const example = findClaim(space, [{ atom: a, is: "speaks" }, { atom: b, is: "speaks" }]);
    return example ? [{ ...difference, a, b, example }] : [];
  }
  const [opening, closing] = a.kind === "opens" ? [a, b] : [b, a];
  if (opening.kind !== "opens" || closing.kind !== "closes") return [];
  const example = contradiction(space, opening, closing);
  return example ? [{ kind: "availability", a: opening, b: closing, about: opening.subject, difference: "opened against closed", example }] : [];
}

/** A claim for which one clause opens and another closes, where the opening speaks of all that the closing looks at. */
function contradiction(space: Space, opening: Atom, closing: Atom): Example | undefined {
  const closings = alternativesOf(closing);
  for (const open of alternativesOf(opening)) {
    const pairs = closings.map((closed) => addressedPair(space.compiled, opening, open, closed));
    const exceptions = closings.filter((_, i) => !pairs[i]);
    for (const pair of pairs) {
      if (!pair) continue;
      const example = findClaim(narrowed(space, opening, closing, pair, exceptions), [{ atom: opening, is: "speaks" }, { atom: closing, is: "speaks" }]);
      if (example) return example;
    }
  }
  return undefined;
}

/** The same policy with both atoms cut down to one alternative each, and none of the closing's ordinary exceptions at hand. */
function narrowed(space: Space, opening: Atom, closing: Atom, { open, closed, words }: Pair, exceptions: readonly Alternative[]): Space {
  const atoms = space.compiled.atoms.with(opening.index, { ...opening, when: [[open]] }).with(closing.index, { ...closing, when: [[closed]], unless: [...closing.unless, ...exceptions] });
  const choices = space.choices.map((all, slot) => all.map((choice) => (words.has(slot) && (space.compiled.slots[slot]?.bits.get(words.get(slot) ?? "") ?? 0) === choice.bits ? { ...choice, word: words.get(slot) } : choice)));
  return { ...space, choices, compiled: { ...space.compiled, atoms } };
}

/** Remedies that speak of each other: the merchant's choice against a promise, a refusal against an offer for money. */
function acrossRemedies(space: Space): readonly Clash[] {
  const { atoms } = space.compiled;
  return atoms.filter((atom) => atom.kind === "opens").flatMap((a) => atoms.flatMap((b): Clash[] => {
    if (a.clause.id === b.clause.id) return [];
    if (leavesChoice(a, b)) {
      const example = findClaim(space, [{ atom: a, is: "speaks" }, { atom: b, is: "speaks" }]);
      return example ? [{ kind: "choice", a, b, about: `${a.subject} and ${b.subject}`, difference: "the merchant's choice against a promise", example }] : [];
    }
    const example = offersForMoney(a, b) && looksAtGoods(b) ? contradiction(space, a, b) : undefined;
    return example ? [{ kind: "paid_instead", a, b, about: `${b.subject} and ${a.subject}`, difference: "refused against offered for money", example }] : [];
  }));
}

/** A refusal that rests on days alone says when, not what for. */
const looksAtGoods = (closing: Atom): boolean => closing.when.flat(2).some((test) => "fact" in test);

/** Two windows of different length for the same remedy, open together until the shorter ends. */
function windows(space: Space): readonly Clash[] {
  const opens = space.compiled.atoms.filter((atom) => atom.kind === "opens" && atom.within !== undefined && atom.after === undefined);
  return [...pairs(opens)].flatMap(([a, b]): Clash[] => {
    if (a.kind !== "opens" || b.kind !== "opens" || a.within === b.within) return [];
    const together = findClaim(space, [{ atom: a, is: "speaks" }, { atom: b, is: "speaks" }]);
    if (!together) return [];
    const shows = (shorter: Atom, longer: Atom): Example | undefined => (isSpecial(longer, shorter) ? undefined : findClaim(space, [{ atom: shorter, is: "lapsed" }, { atom: longer, is: "speaks" }]));
    const example = shows(a, b) ?? shows(b, a);
    const text = (atom: typeof a): string => `${JSON.stringify(atom.effect.within)} from ${atom.effect.from ?? "delivery"}`;
    return example ? [{ kind: "window", a, b, about: a.subject, difference: `${text(a)} against ${text(b)}`, example }] : [];
  });
}

/** One finding for two clauses and a kind, however many remedies and legs it touches. */
function together(clashes: readonly Clash[]): Finding[] {
  const groups = new Map<string, Clash[]>();
  for (const clash of clashes) {
    const key = `${clash.kind} ${[clash.a.clause.id, clash.b.clause.id].sort().join(" ")}`;
    groups.set(key, [...(groups.get(key) ?? []), clash]);
  }
  return [...groups.values()].flatMap((group): Finding[] => {
    const [first] = group;
    if (!first) return [];
    const { kind, a, b, difference, example } = first;
    const about = [...new Set(group.map((clash) => clash.about))].join("; ");
    const message = `${a.clause.id} and ${b.clause.id} disagree on ${about}: ${difference}.`;
    return [{ level: kind === "paid_instead" ? "note" : "warning", kind, clauses: [a.clause.id, b.clause.id], message, example }];
  });
}
