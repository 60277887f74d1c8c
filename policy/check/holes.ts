/** Claims of which no clause speaks: nothing is opened and nothing refused, on some day, for some class, reason, channel or route. */
import { isRemedy } from "../compile.ts";
import type { Finding } from "./finding.ts";
import { bitsOf, cellsOf, evaluated, exampleOf, isSpokenOf, walkOf, type Cell, type Walk } from "./grid.ts";
import type { Space } from "./search.ts";
import type { Timeline } from "./timelines.ts";

type Hole = Readonly<{ cell: Cell; silent: readonly Timeline[]; always: boolean }>;

/** The days on which nothing speaks of a cell. */
function holeOf(walk: Walk, cell: Cell): readonly Hole[] {
  const bits = bitsOf(walk, cell);
  if (!bits || isSpokenOf(evaluated(walk, bits, undefined), walk.atoms)) return [];
  const silent = walk.timelines.filter((timeline) => !isSpokenOf(evaluated(walk, bits, timeline), walk.atoms));
  return silent.length ? [{ cell, silent, always: silent.length === walk.timelines.length }] : [];
}

const span = (days: readonly number[]): string => {
  const first = Math.min(...days);
  return first <= 0 ? "from delivery on" : `from day ${first} after delivery`;
};

const when = ({ silent, always }: Hole): string => (always ? "whatever the day" : span(silent.map((timeline) => timeline.daysSinceDelivery)));

/** Cells alike but for one dimension become one finding. */
function grouped(holes: readonly Hole[], key: (hole: Hole) => string): Map<string, Hole[]> {
  const groups = new Map<string, Hole[]>();
  for (const hole of holes) groups.set(key(hole), [...(groups.get(key(hole)) ?? []), hole]);
  return groups;
}

/** Holes, those for the same days together: of which classes and for which reasons nothing is said. */
export function holes(space: Space): Finding[] {
  const walk = walkOf(space, (atom) => isRemedy(atom.subject));
  const cells = [...cellsOf(space.compiled)], found = cells.flatMap((cell) => holeOf(walk, cell));
  const everywhere = new Set(cells.map((cell) => cell.around)).size;
  const byKind = grouped(found, (hole) => `${hole.cell.words.class}\n${hole.cell.words.reason}\n${when(hole)}`);
  const lines = [...byKind.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ first, where: group.length === everywhere ? "" : `; ${group.map((hole) => hole.cell.around).join(" or ")}` }] : [];
  });
  const byReason = new Map<string, typeof lines>();
  for (const line of lines) {
    const key = `${line.first.cell.words.reason}\n${when(line.first)}\n${line.where}`;
    byReason.set(key, [...(byReason.get(key) ?? []), line]);
  }
  return [...byReason.values()].flatMap((group): Finding[] => {
    const [line] = group;
    const [earliest] = line ? [...line.first.silent].sort((a, b) => a.daysSinceDelivery - b.daysSinceDelivery) : [];
    if (!line || !earliest) return [];
    const classes = group.map(({ first }) => first.cell.words.class).join(", ");
    const message = `No clause speaks of ${line.first.cell.words.reason} (${classes}) ${when(line.first)}${line.where}.`;
    const example = exampleOf(walk, line.first.cell, earliest);
    return [{ level: "note", kind: "hole", clauses: [], message, ...(example ? { example } : {}) }];
  });
}
