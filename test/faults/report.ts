/** Figures of a sweep, added up and printed. */
import type { Judged, Verdict } from "./judge.ts";

export type Figures = Readonly<{ steps: number; faults: number } & Record<Verdict, number>>;
/** What one kind of database came to. `asked`: runs in which whoever acted was told that it failed, and did it again. */
export type Result = Readonly<{ database: string; asked: number; byScenario: Readonly<Record<string, Figures>>; byFault: Readonly<Record<string, Figures>>; wrong: readonly Judged[] }>;

export const none: Figures = { steps: 0, faults: 0, recovered: 0, waitingForPerson: 0, lost: 0, doubled: 0, missed: 0 };
export const add = (a: Figures, b: Partial<Figures>): Figures => Object.fromEntries(Object.entries(a).map(([key, n]) => [key, n + (b[key as keyof Figures] ?? 0)])) as Figures;
export const total = (all: readonly Figures[]): Figures => all.reduce(add, none);

const columns = ["steps", "faults", "recovered", "waitingForPerson", "lost", "doubled", "missed"] as const;
const heads: Readonly<Record<(typeof columns)[number], string>> = { steps: "steps", faults: "faults", recovered: "recovered", waitingForPerson: "waiting", lost: "lost", doubled: "doubled", missed: "missed" };
const row = (name: string, cells: readonly (string | number)[]): string => `  ${name.padEnd(26)}${cells.map((cell) => String(cell).padStart(11)).join("")}`;
const table = (head: string, rows: Readonly<Record<string, Figures>>): string[] => [
  row(head, columns.map((column) => heads[column])), ...Object.entries(rows).map(([name, figures]) => row(name, columns.map((column) => (column === "steps" && figures.steps === 0 ? "" : figures[column])))), "",
];

/** A run that went wrong, by name. */
export const named = (database: string, one: Judged): string => `  ${one.verdict}, ${database}: ${one.scenario}, chapter ${one.chapter + 1}, step ${one.step} (${one.what}, ${one.nth}), ${one.fault}: ${one.why}`;

/** As text: a table per database and scenario, one per fault, and what is lost or doubled by name. */
export function printed(results: readonly Result[], scenarios: number, all: Figures): string {
  const wrong = results.flatMap((result) => result.wrong.map((one) => named(result.database, one)));
  return [
    ...results.flatMap(({ database, asked, byScenario, byFault }) => [`${database}`, ...table("scenario", byScenario), ...table("fault", byFault), `  told that it failed, and did it again: ${asked}`, ""]),
    ...wrong, `${scenarios} scenarios, ${all.steps} steps, ${all.faults} faults: ${all.recovered} recovered alone, ${all.waitingForPerson} waiting for a person, ${all.lost} lost, ${all.doubled} doubled${all.missed ? `, ${all.missed} not tried` : ""}`,
  ].join("\n");
}
