/** Figures for Prometheus, behind a token: what came in, what waits, what failed, what Shopify was asked, how long things take. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, register, Registry } from "prom-client";
import type { Database } from "./db.server.ts";
import type { Intake } from "./intake.server.ts";

export type Metrics = Readonly<{
  /** A webhook answered with this status. */
  webhook: (status: number) => void;
  /** Events handled. */
  handled: (count: number) => void;
  /** A job of a queue worked: done or failed (and to be tried again, or not). */
  job: (queue: string, outcome: "done" | "failed", ms: number) => void;
  shopify: (calls: number, points: number) => void;
  request: (about: Readonly<{ route: string; method: string; status: number; ms: number }>) => void;
  /** The page Prometheus reads. */
  page: () => Promise<Readonly<{ type: string; text: string }>>;
}>;

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
type Row = Readonly<{ label: string; state: string; count: number }>;

/** A gauge that asks the database when it is read. */
function asked(registry: Registry, name: string, help: string, labelNames: readonly string[], read: (gauge: Gauge) => Promise<void>): void {
  const gauge = new Gauge({ name, help, labelNames: [...labelNames], registers: [registry], collect: async () => {
    gauge.reset();
    await read(gauge);
  } });
}

function askTheDatabase(registry: Registry, { sql }: Pick<Database, "sql">): void {
  asked(registry, "recourse_events_waiting", "Events that nobody has handled", [], async (gauge) => {
    const [row] = await sql.query<{ count: number }>('SELECT count(*)::int AS count FROM "Event" WHERE "doneAt" IS NULL');
    gauge.set(row?.count ?? 0);
  });
  asked(registry, "recourse_events_oldest_seconds", "Age of the oldest event that nobody has handled", [], async (gauge) => {
    const [row] = await sql.query<{ age: number }>('SELECT coalesce(extract(epoch FROM now() - min("receivedAt")), 0)::float8 AS age FROM "Event" WHERE "doneAt" IS NULL');
    gauge.set(Math.max(0, row?.age ?? 0));
  });
  asked(registry, "recourse_jobs", "Jobs that wait, are worked or have failed for good", ["queue", "state"], async (gauge) => {
    const rows = await sql.query<Row>("SELECT name AS label, state::text AS state, count(*)::int AS count FROM pgboss.job WHERE state IN ('created', 'retry', 'active', 'failed') GROUP BY 1, 2");
    for (const { label, state, count } of rows) gauge.set({ queue: label, state }, count);
  });
  asked(registry, "recourse_actions", "Changes intended at Shopify, by kind and state", ["kind", "state"], async (gauge) => {
    for (const { label, state, count } of await sql.query<Row>('SELECT "kind" AS label, "state", count(*)::int AS count FROM "Action" GROUP BY 1, 2')) gauge.set({ kind: label, state }, count);
  });
}

/** Opens the figures of one app. */
export function openMetrics({ db, intake }: Readonly<{ db: Database; intake: Pick<Intake<unknown>, "waiting"> }>): Metrics {
  const registry = new Registry(), registers = [registry];
  const webhooks = new Counter({ name: "recourse_events_received_total", help: "Webhooks answered, by status", labelNames: ["status"], registers });
  const handled = new Counter({ name: "recourse_events_handled_total", help: "Events handled by this process", registers });
  const jobs = new Histogram({ name: "recourse_job_seconds", help: "Jobs worked by this process", labelNames: ["queue", "outcome"], buckets: SECONDS, registers });
  const calls = new Counter({ name: "recourse_shopify_calls_total", help: "Calls of Shopify's Admin API", registers });
  const points = new Counter({ name: "recourse_shopify_points_total", help: "Query points they cost", registers });
  const requests = new Histogram({ name: "recourse_request_seconds", help: "Requests answered, by route", labelNames: ["route", "method", "status"], buckets: SECONDS, registers });
  new Gauge({ name: "recourse_intake_waiting", help: "Webhooks that wait for the database in this process", registers, collect() { this.set(intake.waiting()); } });
  askTheDatabase(registry, db);
  let isProcessIn = false;
  return {
    webhook: (status) => webhooks.inc({ status: String(status) }),
    handled: (count) => handled.inc(count),
    job: (queue, outcome, ms) => jobs.observe({ queue, outcome }, ms / 1000),
    shopify: (made, cost) => { calls.inc(made); points.inc(cost); },
    request: ({ route, method, status, ms }) => requests.observe({ route, method, status: String(status) }, ms / 1000),
    page: async () => {
      if (!isProcessIn) collectDefaultMetrics({ register: registry });
      isProcessIn = true;
      return { type: registry.contentType, text: await Registry.merge([registry, register]).metrics() };
    },
  };
}
