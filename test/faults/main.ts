/** The fault sweep: npm run --silent faults -- --help. docs/faults.md says what it does and how to read it. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { crewOf } from "./crew.ts";
import type { Judged, Run } from "./judge.ts";
import { lanesOf, SLOTS } from "./kills.ts";
import { add, named, none, printed, total, type Figures, type Result } from "./report.ts";
import { scenarios } from "./scenarios.ts";
import { dropCopies, makeOrigin } from "./site.ts";
import { storyIn } from "./story.ts";
import { runsOf } from "./sweep.ts";
import type { Work } from "./worker.ts";

const HELP = `The fault sweep: every step of every scenario, with every fault that makes sense there.

  npm run --silent faults -- [options]

  --database D      pglite, postgres or both (both)
  --scenario NAME   one scenario alone: ${scenarios.map(({ name }) => name).join(", ")}
  --json            the figures as JSON
  --help            this text

Exit status 0 only when nothing is lost or doubled, and every step was struck. SWEEP_PROCESSES: how many work at once (as many as there are cores).
`;

const { values } = parseArgs({ options: { database: { type: "string", default: "both" }, scenario: { type: "string" }, json: { type: "boolean", default: false }, raw: { type: "boolean", default: false }, help: { type: "boolean", default: false } } });

/** So many runs are handed out at once. */
const PIECE = 15;
const pieces = (runs: readonly Run[]): Run[][] => Array.from({ length: Math.ceil(runs.length / PIECE) }, (_, i) => runs.slice(i * PIECE, (i + 1) * PIECE));

async function sweep(server: string | null, names: readonly string[]): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "recourse-faults-")), many = Number(process.env["SWEEP_PROCESSES"] ?? availableParallelism()), database = server ? "postgres" : "pglite";
  const byScenario: Record<string, Figures> = {}, byFault: Record<string, Figures> = {}, wrong: Judged[] = [];
  const begun = performance.now();
  let asked = 0, runs = 0;
  /** How far it is, for whoever watches. */
  const progress = (text: string): void => console.error(`${((performance.now() - begun) / 60_000).toFixed(1).padStart(5)} min  ${database}  ${text}`);
  const hear = (judged: Judged): void => {
    const { scenario, fault, verdict } = judged, one = { faults: 1, [verdict]: 1 };
    byScenario[scenario] = add(byScenario[scenario] ?? none, one);
    byFault[fault] = add(byFault[fault] ?? none, one);
    if (judged.asked) asked++;
    if (++runs % 50 === 0) progress(`${runs} runs, ${wrong.length} wrong`);
    if (verdict === "recovered" || verdict === "waitingForPerson") return;
    wrong.push(judged);
    console.error(named(database, judged));
  };
  const crew = crewOf(many, join(folder, "cache"), hear);
  try {
    const origin = await makeOrigin(server, folder), files = names.map((_, i) => join(folder, `${i}.story`));
    await crew.work(names.map((scenario, i): Work => ({ do: "tell", name: `faults_${i}`, scenario, origin, file: files[i] ?? "" })));
    const stories = files.map((file, i) => ({ file, name: names[i] ?? "", steps: storyIn(file).chapters.reduce((n, { steps }) => n + steps.length, 0), ...runsOf(storyIn(file)) }));
    for (const { name, steps } of stories) byScenario[name] = { ...none, steps };
    progress("told without a fault");
    await crew.work(stories.flatMap(({ file, here }, i) => pieces(here).map((some): Work => ({ do: "play", name: `faults_${i}_played`, file, runs: some }))));
    progress("now with processes killed");
    const lanes = lanesOf(stories.map(({ file, killed }) => ({ file, runs: killed })), SLOTS * many);
    await crew.work(Array.from({ length: many }, (_, i): Work => ({ do: "kill", name: "faults_killed", lanes: lanes.filter((_lane, at) => at % many === i) })));
  } finally {
    await crew.end();
    // A server of the sweep's own ends with it.
    if (server && !values.raw) await dropCopies(server);
    rmSync(folder, { recursive: true, force: true });
  }
  return { database, asked, byScenario, byFault, wrong };
}

/** On a server of its own, which test/postgres.ts starts and ends. */
function sweepOnServer(names: readonly string[]): Result {
  const args = ["test/postgres.ts", "--scratch", process.execPath, "test/faults/main.ts", "--database", "postgres", "--raw", ...(names.length === 1 ? ["--scenario", names[0] ?? ""] : [])];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error("the sweep on PostgreSQL did not get to its end");
  return JSON.parse(stdout) as Result;
}

async function main(): Promise<void> {
  if (values.help) return console.log(HELP);
  const names = scenarios.map(({ name }) => name).filter((name) => values.scenario === undefined || name === values.scenario), server = process.env["TEST_DATABASE_URL"];
  if (names.length === 0 || !["pglite", "postgres", "both"].includes(values.database)) throw new Error(HELP);
  if (values.raw) return console.log(JSON.stringify(await sweep(server ?? null, names)));
  const results: Result[] = [];
  if (values.database !== "postgres") results.push(await sweep(null, names));
  if (values.database !== "pglite") results.push(server ? await sweep(server, names) : sweepOnServer(names));
  const all = total(results.flatMap(({ byScenario }) => Object.values(byScenario)));
  console.log(values.json ? JSON.stringify({ scenarios: names.length, ...all }) : printed(results, names.length, all));
  process.exitCode = all.lost + all.doubled + all.missed === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
});
