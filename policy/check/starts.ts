/** The same length counted from two different days: for some customers one is over while the other runs. */
import { AFTER, WITHIN, type Atom, type Clock, type Compiled } from "../compile.ts";
import { periodText } from "../dates.ts";
import { describe } from "./describe.ts";
import { exampleClaim } from "./exampleClaim.ts";
import type { Finding } from "./finding.ts";
import type { Space } from "./search.ts";

/** Clauses whose scopes or windows look at a clock. */
const clausesAt = (compiled: Compiled, clock: number): readonly string[] => [...new Set(compiled.atoms.filter((atom) => looksAt(atom, clock)).map((atom) => atom.clause.id))];

const looksAt = (atom: Atom, clock: number): boolean =>
  [...atom.when.flat(2), ...atom.unless.flat()].some((test) => "clock" in test && test.clock === clock)
  || (atom.kind === "opens" && (atom.within === clock || atom.after === clock)) || (atom.kind === "term" && atom.clock === clock);

const alike = (a: Clock, b: Clock): boolean =>
  a.period !== undefined && b.period !== undefined && a.event !== b.event && a.act === b.act && a.period.days === b.period.days && a.period.months === b.period.months && a.period.hours === b.period.hours;

/** Windows of one length with two beginnings, each with days on which only one of them still runs. */
export function differentStarts({ compiled, timelines }: Space): Finding[] {
  return compiled.clocks.flatMap((a, i) => compiled.clocks.flatMap((b, j): Finding[] => {
    const [clausesA, clausesB] = [clausesAt(compiled, i), clausesAt(compiled, j)];
    if (j <= i || !alike(a, b) || !a.period || !clausesA.length || !clausesB.length) return [];
    const split = timelines.find(({ states }) => (states[i] === WITHIN && states[j] === AFTER) || (states[i] === AFTER && states[j] === WITHIN));
    const claim = split && exampleClaim(compiled.inForce.policy.id, new Map(), split.days);
    if (!split || !claim) return [];
    const message = `${periodText(a.period)} run from ${a.event} in ${clausesA.join(", ")} and from ${b.event} in ${clausesB.join(", ")}.`;
    return [{ level: "note", kind: "two_starts", clauses: [...new Set([...clausesA, ...clausesB])], message, example: { claim, says: describe(new Map(), split.days, []) } }];
  }));
}
