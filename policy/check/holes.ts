/** Claims of which no clause speaks: nothing is opened and nothing refused, on some day, for some class, reason, channel or route. */
import { isRemedy } from "../compile.ts";
import type { FactName } from "../facts.ts";
import type { Finding } from "./finding.ts";
import { around, bitsOf, cellsOf, evaluated, exampleOf, isSpokenOf, oneOrder, walkOf, type Cell, type Walk } from "./grid.ts";
import type { Space } from "./search.ts";
import type { Timeline } from "./timelines.ts";

type Hole = Readonly<{ cell: Cell; silent: readonly Timeline[]; when: string }>;

/** The days on which nothing speaks of a cell. */
function holeOf(walk: Walk, cell: Cell): readonly Hole[] {
  const bits = bitsOf(walk.space, cell);
  if (!bits || isSpokenOf(evaluated(walk, bits, undefined), walk.atoms)) return [];
  const silent = walk.timelines.filter((timeline) => !isSpokenOf(evaluated(walk, bits, timeline), walk.atoms));
  return silent.length ? [{ cell, silent, when: whenText(walk, silent) }] : [];
}

/** "whatever the day", "from day 61 after delivery on", "on days 0 to 30 after delivery". */
function whenText(walk: Walk, silent: readonly Timeline[]): string {
  if (silent.length === walk.timelines.length) return "whatever the day";
  const order = oneOrder(walk.timelines), isSilent = (timeline: Timeline): boolean => silent.includes(timeline);
  const first = order.findIndex(isSilent), end = order.findIndex((timeline, i) => i > first && !isSilent(timeline));
  const from = order[first], until = order[end];
  if (!from) return "on some days";
  return until ? `on days ${from.daysSinceDelivery} to ${until.daysSinceDelivery - 1} after delivery` : `from day ${from.daysSinceDelivery} after delivery on`;
}

type Kind = Readonly<{ hole: Hole; where: string }>;

const grouped = <T>(items: readonly T[], key: (item: T) => string): readonly (readonly [T, ...T[]])[] => {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
};

const wordAt = (hole: Hole, name: FactName): string => String(hole.cell.known.get(name));

/** The channels and routes of holes that are else alike; what makes no difference is left out. */
function whereText(holes: readonly Hole[], cells: readonly Cell[]): string {
  const lines = around.flatMap((name) => {
    const all = new Set(cells.map((cell) => String(cell.known.get(name)))), here = new Set(holes.map((hole) => wordAt(hole, name)));
    return here.size === all.size ? [] : [`${name} ${[...here].join(" or ")}`];
  });
  return lines.length ? `; ${lines.join(", ")}` : "";
}

/** Holes, those for the same days together: of which classes and for which reasons nothing is said. */
export function holes(space: Space): Finding[] {
  const walk = walkOf(space, (atom) => isRemedy(atom.subject));
  const cells = [...cellsOf(space.compiled)], found = cells.flatMap((cell) => holeOf(walk, cell));
  const kinds = grouped(found, ({ cell, when }) => `${cell.words.class}\n${cell.words.reason}\n${when}`).map((group): Kind => ({ hole: group[0], where: whereText(group, cells) }));
  return grouped(kinds, ({ hole, where }) => `${hole.cell.words.reason}\n${hole.when}\n${where}`).map((group): Finding => {
    const [{ hole, where }] = group;
    const classes = group.map((kind) => kind.hole.cell.words.class).join(", ");
    const earliest = hole.silent.reduce((a, b) => (b.daysSinceDelivery < a.daysSinceDelivery ? b : a));
    const example = exampleOf(walk, hole.cell, earliest);
    return { level: "note", kind: "hole", clauses: [], message: `No clause speaks of ${hole.cell.words.reason} (${classes}) ${hole.when}${where}.`, ...(example ? { example } : {}) };
  });
}
