/** Effects that no claim ever meets, that another clause always silences, or that a refusal always beats. */
import type { Atom } from "../compile.ts";
import type { Finding } from "./finding.ts";
import { findClaim, type Goal, type Space } from "./search.ts";

type Reach = "never_reached" | "always_silenced" | "opens_in_vain";

const words: Readonly<Record<Reach, string>> = {
  never_reached: "no claim can meet its conditions",
  always_silenced: "wherever it would speak, a clause that overrides it speaks",
  opens_in_vain: "wherever it opens, some clause in force closes",
};

/** Why an atom never counts; undefined where some claim shows that it does. */
function reachOf(space: Space, atom: Atom): Reach | undefined {
  if (!findClaim(space, [{ atom, is: "fits" }])) return "never_reached";
  if (!findClaim(space, [{ atom, is: "speaks" }])) return "always_silenced";
  if (atom.kind !== "opens") return undefined;
  const closed = (space.compiled.bySubject.get(`closes ${atom.subject}`) ?? []).map((closing): Goal => ({ atom: closing, is: "silent" }));
  return findClaim(space, [{ atom, is: "speaks" }, ...closed]) ? undefined : "opens_in_vain";
}

/** What overrides an atom: the clauses to look at when it is always silenced. */
const silencers = (space: Space, atom: Atom): readonly string[] => atom.overriddenBy.flatMap((index) => space.compiled.atoms[index]?.clause.id ?? []);

/** Effects without any claim to act on, one finding for a clause and a kind of effect. */
export function unreached(space: Space): Finding[] {
  const groups = new Map<string, { reach: Reach; atoms: Atom[] }>();
  for (const atom of space.compiled.atoms) {
    const reach = reachOf(space, atom);
    if (!reach) continue;
    const key = `${atom.clause.id} ${atom.kind} ${reach}`;
    const group = groups.get(key) ?? { reach, atoms: [] };
    group.atoms.push(atom);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ reach, atoms }): Finding[] => {
    const [first] = atoms;
    if (!first) return [];
    const subjects = [...new Set(atoms.map((atom) => atom.subject))].join(", ");
    const others = reach === "always_silenced" ? [...new Set(atoms.flatMap((atom) => silencers(space, atom)))] : [];
    const by = others.length ? ` (${others.join(", ")})` : "";
    return [{ level: reach === "always_silenced" ? "note" : "warning", kind: reach, clauses: [first.clause.id, ...others], message: `${first.clause.id}, ${first.kind} ${subjects}: ${words[reach]}${by}.` }];
  });
}
