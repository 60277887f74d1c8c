/**
 * The intake of webhooks against the smallest honest handler on Shopify's own library with one Prisma insert, and against
 * the one in Remix's own authenticate.webhook. Each has a process and a database of its own; they are loaded in turns
 * (A B C A B C …) from another process, and each must hold every event it answered with 200.
 */
import { fork, spawnSync, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freshDatabase } from "../app/database.ts";
import { answer, ended } from "../load/child.ts";
import type { Outcome, Plan } from "../load/sendWebhooks.ts";
import { median } from "./rounds.ts";

const names = ["ours", "smallest", "remix"] as const, databases = ["postgres", "pglite"] as const, connections = [16, 64] as const;
type Name = (typeof names)[number];
const ROUNDS = 5, WARM_UP_ROUNDS = 1, TURN_MS = 1000;
const SECRET = "recourse-local-secret";
const shops = Array.from({ length: 20 }, (_, i) => `shop-${i}.myshopify.com`);

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

type Contender = Readonly<{ name: Name; child: ChildProcess; port: number; acknowledged: { count: number }; close: () => Promise<void> }>;

async function start(name: Name, database: (typeof databases)[number]): Promise<Contender> {
  const folder = mkdtempSync(join(tmpdir(), "recourse-bench-")), { url, drop } = database === "postgres" ? await freshDatabase({ isEmpty: true }) : { url: undefined, drop: async () => {} };
  const child = fork(here("./webhooks/contender.ts"), [name, folder], { env: { ...process.env, ...(url ? { DATABASE_URL: url } : {}) } });
  const { port } = await answer<{ port: number }>(child);
  return { name, child, port, acknowledged: { count: 0 }, close: async () => { await ended(child); await drop(); rmSync(folder, { recursive: true, force: true }); } };
}

const quantile = (sorted: readonly number[], q: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? NaN;
type Figures = Readonly<{ perSecond: number; p50: number; p99: number }>;

async function turn(sender: ChildProcess, contender: Contender, plan: Omit<Plan, "port" | "secret" | "shops">): Promise<Figures> {
  sender.send({ ...plan, port: contender.port, secret: SECRET, shops } satisfies Plan);
  const { stored, answers, latencies, ms, broken } = await answer<Outcome>(sender);
  if (broken > 0 || stored.length !== latencies.length) throw new Error(`${contender.name} answered ${JSON.stringify(answers)}, ${broken} connections broke`);
  contender.acknowledged.count += stored.length;
  const sorted = [...latencies].sort((a, b) => a - b);
  return { perSecond: (stored.length * 1000) / ms, p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) };
}

/** The medians of each contender at one number of connections. */
async function measure(sender: ChildProcess, contenders: readonly Contender[], atOnce: number): Promise<Record<Name, Figures>> {
  const turns: Record<Name, Figures[]> = { ours: [], smallest: [], remix: [] };
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
    for (const contender of contenders) {
      const figures = await turn(sender, contender, { connections: atOnce, ms: TURN_MS, name: `${atOnce}-${round}` });
      if (round >= 0) turns[contender.name].push(figures);
    }
  }
  const middle = (name: Name): Figures => ({ perSecond: median(turns[name].map((t) => t.perSecond)), p50: median(turns[name].map((t) => t.p50)), p99: median(turns[name].map((t) => t.p99)) });
  return { ours: middle("ours"), smallest: middle("smallest"), remix: middle("remix") };
}

/** Each must hold exactly what it acknowledged. */
async function checkKept(contenders: readonly Contender[]): Promise<void> {
  for (const { name, child, acknowledged } of contenders) {
    child.send("count");
    const { count } = await answer<{ count: number }>(child);
    if (count !== acknowledged.count) throw new Error(`${name} acknowledged ${acknowledged.count} events and holds ${count}`);
  }
}

type Result = Readonly<{ key: string; figures: Record<Name, Figures> }>;

async function onDatabase(database: (typeof databases)[number]): Promise<readonly Result[]> {
  const sender = fork(here("../load/sender.ts")), contenders: Contender[] = [], results: Result[] = [];
  try {
    for (const name of names) contenders.push(await start(name, database));
    for (const atOnce of connections) results.push({ key: `${database}${atOnce}`, figures: await measure(sender, contenders, atOnce) });
    await checkKept(contenders);
    return results;
  } finally {
    await Promise.all(contenders.map((contender) => contender.close()));
    await ended(sender);
  }
}

const rounded = (value: number): number => Number(value.toPrecision(3));

/** How many times as many requests a second as each other one, and our p99 as a part of the smallest handler's. */
const ratiosOf = ({ ours, smallest, remix }: Result["figures"]): Readonly<Record<string, number>> => ({
  smallest: rounded(ours.perSecond / smallest.perSecond), remix: rounded(ours.perSecond / remix.perSecond), p99OfSmallest: rounded(ours.p99 / smallest.p99),
});

function table(results: readonly Result[]): string {
  return results.flatMap(({ key, figures }) => [key, ...names.map((name) => {
    const { perSecond, p50, p99 } = figures[name];
    return `  ${name.padEnd(10)} ${Math.round(perSecond).toLocaleString("en").padStart(8)} /s   p50 ${p50.toFixed(1).padStart(6)} ms   p99 ${p99.toFixed(1).padStart(6)} ms`;
  }), `  ours: ${Object.entries(ratiosOf(figures)).map(([name, ratio]) => `${name} ${ratio}`).join(", ")}`]).join("\n");
}

/** Runs the comparison; the exit status: 1 where something acknowledged is not there. PostgreSQL is started for it. */
export async function benchWebhooks(asJson: boolean): Promise<number> {
  if (!process.env["TEST_DATABASE_URL"]) return spawnSync(process.execPath, [here("../postgres.ts"), process.execPath, here("./main.ts"), "webhooks", ...(asJson ? ["--json"] : [])], { stdio: "inherit" }).status ?? 1;
  const results: Result[] = [];
  for (const database of databases) results.push(...(await onDatabase(database)));
  const ratios = Object.fromEntries(results.map(({ key, figures }) => [key, ratiosOf(figures)]));
  console.log(asJson ? JSON.stringify({ ratios, figures: Object.fromEntries(results.map(({ key, figures }) => [key, figures])) }) : table(results));
  return 0;
}
