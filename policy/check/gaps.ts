/** Days between two windows of one remedy on which nothing is said: open until day 30, open from day 61, and in between? */
import type { Remedy } from "../policy.ts";
import type { Finding } from "./finding.ts";
import { bitsOf, cellsOf, evaluated, exampleOf, oneOrder, standing, walkOf, type Cell, type Walk } from "./grid.ts";
import type { Space } from "./search.ts";
import type { Timeline } from "./timelines.ts";

/** The first silent day after which the remedy opens again. */
function gapIn(walk: Walk, bits: readonly number[]): Timeline | undefined {
  const days = oneOrder(walk.timelines), line = days.map((timeline) => standing(evaluated(walk, bits, timeline), walk.atoms));
  const silent = line.findIndex((state, i) => state === "silent" && line.slice(0, i).includes("open") && line.slice(i).includes("open"));
  return days[silent];
}

type Kind = Readonly<{ cell: Cell; bits: readonly number[] }>;

/** A finding for each remedy and kind of claim whose windows leave days out. */
export function gaps(space: Space): Finding[] {
  const kinds = [...cellsOf(space.compiled)].flatMap((cell): Kind[] => {
    const bits = bitsOf(space, cell);
    return bits ? [{ cell, bits }] : [];
  });
  return space.compiled.remedies.filter((remedy) => windowsOf(space, remedy) > 1).flatMap((remedy) => gapsOf(space, remedy, kinds));
}

const windowsOf = ({ compiled }: Space, remedy: Remedy): number => compiled.bySubject.get(`opens ${remedy}`)?.length ?? 0;

function gapsOf(space: Space, remedy: Remedy, kinds: readonly Kind[]): readonly Finding[] {
  const walk = walkOf(space, (atom) => atom.subject === remedy);
  const found = new Map<string, Finding>();
  for (const { cell, bits } of kinds) {
    const key = `${cell.words.class} ${cell.words.reason}`;
    const day = found.has(key) ? undefined : gapIn(walk, bits), example = day && exampleOf(walk, cell, day);
    if (!day || !example) continue;
    const clauses = [...new Set(walk.atoms.filter((atom) => atom.kind === "opens").map((atom) => atom.clause.id))];
    found.set(key, { level: "warning", kind: "gap", clauses, message: `${remedy} for ${cell.words.reason} (${cell.words.class}) is open before and after, and on day ${day.daysSinceDelivery} after delivery no clause says anything.`, example });
  }
  return [...found.values()];
}
