/**
 * Kills the app with SIGKILL under a load of webhooks, starts it again on the same database, and looks for every event that
 * was answered with 200: node test/load/kill.ts [TIMES], on PGlite, or with TEST_DATABASE_URL on PostgreSQL.
 */
import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { openApp } from "../../app/app.server.ts";
import { readEnv } from "../../app/env.server.ts";
import { freshDatabase } from "../app/database.ts";
import { sendWebhooks } from "./sendWebhooks.ts";

const SECRET = "recourse-local-secret", CONNECTIONS = 16, DEVSTORE_URL = "http://127.0.0.1:9";
/** Events acknowledged before the first kill, and how many more before each later one. */
const FIRST_AFTER = 60, LATER = 97;
/** For one start and its load. */
const PATIENCE_MS = 30_000;

export type Killed = Readonly<{ database: "pglite" | "postgres"; kills: number; acknowledged: number; broken: number; lost: number; withoutWork: number; twice: number }>;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Starts the app's process; tries again where it does not. */
async function start(env: NodeJS.ProcessEnv): Promise<{ child: ChildProcess; port: number }> {
  for (const begun = performance.now(); ;) {
    const child = fork(fileURLToPath(new URL("./intakeProcess.ts", import.meta.url)), { env, stdio: ["ignore", "ignore", "pipe", "ipc"] });
    let said = "";
    child.stderr?.on("data", (part: Buffer) => (said += part.toString()));
    const port = await new Promise<number | null>((done) => {
      child.once("message", (message) => done((message as { port: number }).port));
      child.once("exit", () => done(null));
    });
    if (port !== null) return { child, port };
    if (performance.now() - begun > PATIENCE_MS) throw new Error(`the app does not start again:\n${said}`);
    await pause(1000);
  }
}

/** Kills it `times` times, at another moment of the load each; counts what was acknowledged and is not there, or is there without work that leads to it. */
export async function killUnderLoad(times: number): Promise<Killed> {
  const { url, folder, drop } = await freshDatabase();
  const env = { ...process.env, DATA_FOLDER: folder, DEVSTORE_URL, NODE_ENV: "production" as const, ...(url ? { DATABASE_URL: url } : {}) };
  const acknowledged: string[] = [];
  let broken = 0;
  for (let kill = 0; kill < times; kill++) {
    const { child, port } = await start(env), ended = new Promise<void>((done) => child.once("exit", () => done()));
    let left = FIRST_AFTER + kill * LATER;
    const outcome = await sendWebhooks({ port, secret: SECRET, shops: ["one.myshopify.com", "two.myshopify.com"], connections: CONNECTIONS, ms: PATIENCE_MS, name: `kill${kill}` }, () => {
      if (--left === 0) child.kill("SIGKILL");
    });
    acknowledged.push(...outcome.stored);
    broken += outcome.broken;
    await ended;
  }
  // The app itself, as it starts after the last kill.
  const { child } = await start(env);
  await new Promise<void>((done) => {
    child.once("exit", () => done());
    child.disconnect();
  });
  const app = await openApp(readEnv(env));
  const events = await app.db.prisma.event.findMany({ select: { shop: true, eventId: true, resourceId: true } });
  const works = await app.db.sql.query<{ key: string }>("SELECT DISTINCT (w->>'shop') || ' ' || (w->>'resource') AS key FROM pgboss.job, jsonb_array_elements(data->'of') w WHERE name = 'inbox'");
  await app.close();
  await drop();
  const ids = new Set(events.map((event) => event.eventId)), keys = new Set(works.map(({ key }) => key));
  return {
    database: url ? "postgres" : "pglite", kills: times, acknowledged: acknowledged.length, broken, twice: events.length - ids.size,
    lost: acknowledged.filter((id) => !ids.has(id)).length, withoutWork: events.filter((event) => !keys.has(`${event.shop} ${event.resourceId}`)).length,
  };
}

if (import.meta.main) {
  const killed = await killUnderLoad(Number(process.argv[2] ?? 10));
  console.log(JSON.stringify(killed));
  process.exitCode = killed.lost + killed.withoutWork + killed.twice > 0 || killed.acknowledged === 0 ? 1 : 0;
}
