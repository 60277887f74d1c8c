/** Days between two windows of one remedy on which nothing is said: open until day 30, open from day 61, and in between? */
import { isRemedy } from "../compile.ts";
import type { Finding } from "./finding.ts";
import { bitsOf, cellsOf, evaluated, exampleOf, oneOrder, standing, walkOf, type Cell, type Walk } from "./grid.ts";
import type { Space } from "./search.ts";
import type { Timeline } from "./timelines.ts";

/** The first silent day after which the remedy opens again. */
function gapIn(walk: Walk, cell: Cell): Timeline | undefined {
  const bits = bitsOf(walk, cell);
  if (!bits) return undefined;
  const days = oneOrder(walk.timelines), line = days.map((timeline) => standing(evaluated(walk, bits, timeline), walk.atoms));
  const silent = line.findIndex((state, i) => state === "silent" && line.slice(0, i).includes("open") && line.slice(i).includes("open"));
  return days[silent];
}

/** A finding for each remedy and kind of claim whose windows leave days out. */
export function gaps(space: Space): Finding[] {
  return space.compiled.remedies.filter(isRemedy).flatMap((remedy) => {
    const walk = walkOf(space, (atom) => atom.subject === remedy);
    const found = new Map<string, Finding>();
    for (const cell of cellsOf(space.compiled)) {
      const day = gapIn(walk, cell), example = day && exampleOf(walk, cell, day);
      const key = `${cell.words.class} ${cell.words.reason}`;
      if (!day || !example || found.has(key)) continue;
      const clauses = [...new Set(walk.atoms.filter((atom) => atom.kind === "opens").map((atom) => atom.clause.id))];
      found.set(key, { level: "warning", kind: "gap", clauses, message: `${remedy} for ${cell.words.reason} (${cell.words.class}) is open before and after, and on day ${day.daysSinceDelivery} after delivery no clause says anything.`, example });
    }
    return [...found.values()];
  });
}
