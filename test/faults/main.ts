/** The fault sweep: npm run --silent faults -- --help. docs/faults.md says what it does and how to read it. */
import { fork, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Judged } from "./judge.ts";
import { add, named, none, printed, total, type Figures, type Result } from "./report.ts";
import { scenarios } from "./scenarios.ts";
import { makeOrigin } from "./site.ts";
import type { FromWorker, Share } from "./worker.ts";

const HELP = `The fault sweep: every step of every scenario, with every fault that makes sense there.

  npm run --silent faults -- [options]

  --database D      pglite, postgres or both (both)
  --scenario NAME   one scenario alone: ${scenarios.map(({ name }) => name).join(", ")}
  --json            the figures as JSON
  --help            this text

Exit status 0 only when nothing is lost or doubled, and every step was struck. SWEEP_PROCESSES: how many work at once (3).
`;

const { values } = parseArgs({ options: { database: { type: "string", default: "both" }, scenario: { type: "string" }, json: { type: "boolean", default: false }, raw: { type: "boolean", default: false }, help: { type: "boolean", default: false } } });

/** One worker process to its end; `hear` is told of each message. */
function worker(share: Share, hear: (message: FromWorker) => void, cache: string): Promise<void> {
  const child = fork(new URL("worker.ts", import.meta.url), { stdio: ["ignore", "inherit", "inherit", "ipc"], env: { ...process.env, NODE_COMPILE_CACHE: cache } });
  child.send(share);
  return new Promise((done, fail) => {
    child.on("message", (message: FromWorker) => {
      hear(message);
      if (message.say === "failed") fail(new Error(message.message));
    });
    child.once("exit", (code) => (code === 0 ? done() : fail(new Error(`a process of the sweep ended with ${code}`))));
  });
}

async function sweep(server: string | null, names: readonly string[]): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "recourse-faults-")), of = Number(process.env["SWEEP_PROCESSES"] ?? 3);
  const byScenario: Record<string, Figures> = {}, byFault: Record<string, Figures> = {}, wrong: Judged[] = [];
  const begun = performance.now();
  let asked = 0, runs = 0;
  /** How far it is, for whoever watches. */
  const progress = (): void => {
    if (++runs % 50 === 0) console.error(`${((performance.now() - begun) / 60_000).toFixed(1).padStart(5)} min  ${server ? "postgres" : "pglite"}  ${runs} runs, ${wrong.length} wrong`);
  };
  const hear = (message: FromWorker): void => {
    if (message.say === "story") byScenario[message.scenario] = { ...(byScenario[message.scenario] ?? none), steps: message.steps };
    if (message.say !== "judged") return;
    const { scenario, fault, verdict } = message.judged, one = { faults: 1, [verdict]: 1 };
    byScenario[scenario] = add(byScenario[scenario] ?? none, one);
    byFault[fault] = add(byFault[fault] ?? none, one);
    if (message.judged.asked) asked++;
    progress();
    if (verdict === "recovered" || verdict === "waitingForPerson") return;
    wrong.push(message.judged);
    console.error(named(server ? "postgres" : "pglite", message.judged));
  };
  try {
    const origin = await makeOrigin(server, folder);
    await Promise.all(Array.from({ length: of }, (_, share) => worker({ origin, scenarios: names, share, of }, hear, join(folder, "cache"))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { database: server ? "postgres" : "pglite", asked, byScenario, byFault, wrong };
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
