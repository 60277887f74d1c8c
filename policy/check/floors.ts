/** Terms of a policy that fall short of what a country's law grants in any case: worth knowing, never an error. */
import { formatDay, lastDay, parseDay, parsePeriod } from "../dates.ts";
import type { Floor, Remedy } from "../policy.ts";
import { Evaluation, MAYBE } from "../evaluation.ts";
import { describe } from "./describe.ts";
import { exampleClaim, type Days } from "./exampleClaim.ts";
import type { Example, Finding } from "./finding.ts";
import { cellsOf, standing, type Cell } from "./grid.ts";
import { coneOf, type Space } from "./search.ts";
import { situationOf } from "./situationOf.ts";

/** Remedies that meet a floor for another: the law leaves the choice between repair and replacement open. */
const alsoMeets: Partial<Record<Remedy, readonly Remedy[]>> = {
  repair: ["repair", "replacement", "repair_or_replacement"],
  replacement: ["repair", "replacement", "repair_or_replacement"],
};

const purchase = "2025-03-03", delivery = "2025-03-07";

/** Days of asking up to the floor's last: both sides of each of the policy's own limits, and that last day. */
function askingDays(space: Space, floor: Floor): readonly Days[] {
  const period = parsePeriod(floor.atLeast), start = parseDay(floor.from === "purchase" ? purchase : delivery);
  if (!period) return [];
  const last = lastDay(start, period);
  const own = space.timelines.filter(({ days }) => days.delivery === delivery && days.registration === undefined).map(({ days }) => parseDay(days.asked.slice(0, 10)));
  const asked = [...new Set([parseDay(delivery), ...own.filter((day) => day <= last), last])].sort((a, b) => a - b);
  return asked.map((day) => ({ purchase: `${purchase}T12:00:00Z`, shipment: "2025-03-04", delivery, asked: `${formatDay(day)}T12:00:00Z` }));
}

/** The first day on which the remedy is not to be had. */
function firstShort(space: Space, floor: Floor, cell: Cell): Readonly<{ example: Example; day: number }> | undefined {
  const { compiled } = space, meeting = alsoMeets[floor.remedy] ?? [floor.remedy];
  const byRemedy = meeting.map((remedy) => compiled.atoms.filter((atom) => (atom.kind === "opens" || atom.kind === "closes") && atom.subject === remedy));
  const cone = { ...compiled, order: coneOf(compiled, byRemedy.flat()) };
  for (const days of askingDays(space, floor)) {
    const claim = exampleClaim(compiled.inForce.policy.id, cell.known, days);
    if (!claim) return undefined;
    const e = new Evaluation(cone, situationOf(compiled, claim));
    if (byRemedy.every((atoms) => standing(e, atoms, MAYBE) !== "open")) {
      const shown = new Map([...cell.known].filter(([name]) => ["class", "reason", "country", "line", "state"].includes(name)));
      return { example: { claim, says: describe(shown, days, []) }, day: parseDay(days.asked.slice(0, 10)) - parseDay(delivery) };
    }
  }
  return undefined;
}

/** Bought in the merchant's own shop, in the floor's country, and not a gift. */
const concerned = (floor: Floor, { known, words }: Cell): boolean =>
  floor.reason.includes(words.reason) && words.class !== "free_gift" && known.get("channel") === "own_store" && known.get("abroad") !== true && known.get("international") !== true;

/** The class of an item, with its product line where it has terms of its own. */
const goodsOf = ({ known, words }: Cell): string => {
  const line = String(known.get("line") ?? "none");
  return line === "none" ? words.class : `${words.class}, ${line}`;
};

/** One note for each floor, reason and day at which the policy falls short, with the item classes it is so for. */
export function belowFloors(space: Space, floors: readonly Floor[]): Finding[] {
  return floors.flatMap((floor) => {
    const groups = new Map<string, { classes: Set<string>; reason: string; day: number; example: Example }>();
    for (const cell of cellsIn(space, floor)) {
      const short = concerned(floor, cell) ? firstShort(space, floor, cell) : undefined;
      if (!short) continue;
      const key = `${cell.words.reason} ${short.day}`, group = groups.get(key) ?? { classes: new Set<string>(), reason: cell.words.reason, ...short };
      group.classes.add(goodsOf(cell));
      groups.set(key, group);
    }
    return [...groups.values()].map(({ classes, reason, day, example }): Finding => {
      const until = day === 0 ? "never open" : `no longer open on day ${day} after delivery`;
      return { level: "note", kind: "below_floor", clauses: [], message: `${floor.remedy} for ${reason} (${[...classes].join("; ")}) is ${until}; ${floor.says} (${floor.countries.join(", ")})`, example };
    });
  });
}

/** The cells of a floor's countries: each that the policy names, and one for all that it does not. */
function cellsIn(space: Space, floor: Floor): readonly Cell[] {
  const slot = space.compiled.slots.find(({ name }) => name === "country");
  const named = floor.countries.filter((country) => slot?.bits.has(country));
  const countries = [...named, ...floor.countries.filter((country) => !named.includes(country)).slice(0, 1)];
  const cells = [...cellsOf(space.compiled)], usual = cells[0]?.known.get("country");
  return cells.filter((cell) => cell.known.get("country") === usual).flatMap((cell) => countries.map((country) => ({ ...cell, known: new Map(cell.known).set("country", country) })));
}
