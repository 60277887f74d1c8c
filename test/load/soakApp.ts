/** The whole app in a process of its own, screens, API and workers; answers its parent's questions of what it holds, and ends when its parent lets go. */
import { openApp } from "../../app/app.server.ts";
import { readEnv } from "../../app/env.server.ts";
import { serveApp } from "../../app/serve.server.ts";
import { startWorker } from "../../app/worker.server.ts";

/** `events` are those whose id begins with "soak", `waiting` those of them that nobody has handled yet. Memory in bytes, time of the processor in milliseconds. */
export type Held = Readonly<{ events: number; waiting: number; rmas: number; failed: number; rss: number; heap: number; cpu: number }>;

const HELD = `SELECT (SELECT count(*) FROM "Event" WHERE "eventId" LIKE 'soak%')::int AS events, (SELECT count(*) FROM "Event" WHERE "doneAt" IS NULL)::int AS waiting,
  (SELECT count(*) FROM "Rma")::int AS rmas, (SELECT count(*) FROM pgboss.job WHERE state = 'failed')::int AS failed`;

const app = await openApp(readEnv(process.env));
await startWorker(app);
const served = await serveApp(app, { port: 0, folder: process.env["BUILD_FOLDER"] ?? "build" });
process.on("message", () => void app.db.sql.query<Pick<Held, "events" | "waiting" | "rmas" | "failed">>(HELD).then(([row]) => {
  const { rss, heapUsed } = process.memoryUsage(), { user, system } = process.cpuUsage();
  process.send?.({ ...row, rss, heap: heapUsed, cpu: (user + system) / 1000 });
}));
process.on("disconnect", () => void served.close().then(() => app.close()).then(() => process.exit(0)));
process.send?.({ port: Number(new URL(served.origin).port) });
