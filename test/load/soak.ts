/**
 * A soak: webhooks and customers' requests at a steady pace for a while, against the whole app with its workers and the dev store.
 *
 *   npm run --silent soak -- [--seconds 60] [--events 100] [--requests 10] [--json]
 *
 * on PGlite; on PostgreSQL with node test/postgres.ts npm run soak. Each tenth of the time is a line: answers per second, p50 and p99 of
 * webhooks and of customers, errors, memory, and how many events wait. Exit status 0 only when all that was acknowledged is there,
 * handled in the end, and no request was lost or opened twice. BUILD_FOLDER says where the screens were built.
 */
import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openApp } from "../../app/app.server.ts";
import { readEnv } from "../../app/env.server.ts";
import { freshDatabase } from "../app/database.ts";
import { merchantShop, type MerchantShop } from "../app/merchantShop.ts";
import type { stand } from "../app/stand.ts";
import { createWorld } from "../devstore/kernel/world.ts";
import { serve } from "../devstore/start.ts";
import { answer, ended } from "./child.ts";
import type { Buyer, Visited, Visits } from "./customers.ts";
import type { Outcome, Plan } from "./sendWebhooks.ts";
import type { Held } from "./soakApp.ts";

const BUYERS = 40, TURNS = 10, CONNECTIONS = 16, SHOP = "amcrest", DRAIN_SECONDS = 300;

export type SoakPlan = Readonly<{ seconds: number; /** Webhooks and customers' requests a second. */ events: number; requests: number }>;
type Figures = Readonly<{ perSecond: number; p50: number; p99: number }>;
/** Memory in MiB; `processor` is the part of one core that the app's process used. */
export type Turn = Readonly<{ webhooks: Figures; customers: Figures; refused: number; errors: number; waiting: number; rss: number; heap: number; processor: number }>;
export type Soaked = Readonly<{ database: "pglite" | "postgres"; turns: readonly Turn[]; acknowledged: number; refused: number; lost: number; unhandled: number; failedJobs: number; opened: number; cases: number; errors: number; wrong: readonly string[]; drainedSeconds: number }>;

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const asked = <T>(child: ChildProcess, question: object): Promise<T> => {
  const answered = answer<T>(child);
  child.send(question);
  return answered;
};

const rounded = (value: number): number => Math.round(value * 10) / 10;
function figures(latencies: readonly number[], ms: number): Figures {
  const sorted = [...latencies].sort((a, b) => a - b), at = (q: number): number => rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0);
  return { perSecond: rounded((latencies.length * 1000) / ms), p50: at(0.5), p99: at(0.99) };
}

const sum = (answers: Readonly<Record<string, number>>, counts: (status: string) => boolean): number => Object.entries(answers).reduce((n, [status, many]) => n + (counts(status) ? many : 0), 0);

/** A shop with delivered orders, each of a customer of its own. The app that sets it up is closed before the soak's process opens the database. */
async function setUp(env: NodeJS.ProcessEnv): Promise<Readonly<{ m: MerchantShop; buyers: readonly Buyer[] }>> {
  const standAt: typeof stand = async (fill) => {
    const world = createWorld();
    await fill(world);
    // What is measured is the app, so the shop has the plan with the most points a second.
    for (const [domain, shop] of world.shops) world.shops.set(domain, { ...shop, plan: "enterprise" });
    const store = await serve(world), app = await openApp(readEnv({ ...env, DEVSTORE_URL: store.origin }));
    return { app, store, world, close: () => store.close() };
  };
  const m = await merchantShop(SHOP, { stand: standAt }), buyers: Buyer[] = [];
  for (let n = 0; n < BUYERS; n++) {
    const { orderId, lines } = await m.place({ lines: [{ sku: "AM-T5", price: "69.99", tax: "5.60" }], email: `buyer${n}@example.com` });
    const customer = String((await m.ask("query C($id: ID!) { order(id: $id) { customer { id } } }", { id: orderId }))["order"]?.["customer"]?.["id"]);
    buyers.push({ customer, order: orderId, line: lines[0] ?? "" });
  }
  await m.s.app.close();
  return { m, buyers };
}

type Parties = Readonly<{ app: ChildProcess; sender: ChildProcess; customers: ChildProcess }>;
type Round = Readonly<{ webhooks: Omit<Plan, "name">; visits: Visits }>;

async function oneTurn({ app, sender, customers }: Parties, { webhooks, visits }: Round, n: number, before: Held): Promise<Readonly<{ turn: Turn; held: Held; outcome: Outcome; visited: Visited }>> {
  const begun = performance.now(), [outcome, visited] = await Promise.all([asked<Outcome>(sender, { ...webhooks, name: `soak${n}` }), asked<Visited>(customers, visits)]);
  const ms = performance.now() - begun, held = await asked<Held>(app, { ask: "held" });
  const refused = outcome.answers["503"] ?? 0, errors = outcome.broken + visited.broken + sum(outcome.answers, (status) => status !== "200" && status !== "503") + sum(visited.answers, (status) => !status.startsWith("2"));
  const turn: Turn = { webhooks: figures(outcome.latencies, outcome.ms), customers: figures(visited.latencies, ms), refused, errors, waiting: held.waiting, rss: Math.round(held.rss / 2 ** 20), heap: Math.round(held.heap / 2 ** 20), processor: rounded((held.cpu - before.cpu) / ms) };
  return { turn, held, outcome, visited };
}

/** Runs the soak; `heard` is told of each tenth of it. */
export async function soak({ seconds, events, requests }: SoakPlan, heard: (turn: Turn, n: number) => void = () => {}): Promise<Soaked> {
  const { url, folder, drop } = await freshDatabase();
  const env = { ...process.env, DATA_FOLDER: folder, NODE_ENV: "production" as const, ...(url ? { DATABASE_URL: url } : {}) };
  const { m, buyers } = await setUp(env);
  const app = fork(here("./soakApp.ts"), { env: { ...env, DEVSTORE_URL: m.s.store.origin }, stdio: ["ignore", "ignore", "ignore", "ipc"] });
  const parties: Parties = { app, sender: fork(here("./sender.ts")), customers: fork(here("./customers.ts")) };
  try {
    const { port } = await answer<{ port: number }>(app), ms = (seconds * 1000) / TURNS, turns: Turn[] = [], wrong: string[] = [];
    const numbers = buyers.map(({ order }) => Number(order.split("/").at(-1)));
    const round: Round = { webhooks: { port, secret: "recourse-local-secret", shops: [m.shop], connections: CONNECTIONS, ms, perSecond: events, numbers }, visits: { port, shop: m.shop, buyers, perSecond: requests, ms } };
    let held = await asked<Held>(app, { ask: "held" }), acknowledged = 0, opened = 0;
    for (let n = 0; n < TURNS; n++) {
      const done = await oneTurn(parties, round, n, held);
      ({ held } = done);
      acknowledged += done.outcome.stored.length;
      opened += done.visited.opened;
      wrong.push(...done.visited.wrong);
      turns.push(done.turn);
      heard(done.turn, n);
    }
    const over = performance.now();
    while (held.waiting > 0 && performance.now() - over < DRAIN_SECONDS * 1000) {
      await new Promise((done) => setTimeout(done, 500));
      held = await asked<Held>(app, { ask: "held" });
    }
    return {
      database: url ? "postgres" : "pglite", turns, acknowledged, refused: turns.reduce((n, turn) => n + turn.refused, 0), lost: acknowledged - held.events, unhandled: held.waiting, failedJobs: held.failed,
      opened, cases: held.rmas, errors: turns.reduce((n, turn) => n + turn.errors, 0), wrong: wrong.slice(0, 5), drainedSeconds: rounded((performance.now() - over) / 1000),
    };
  } finally {
    await Promise.all(Object.values(parties).filter((child) => child.exitCode === null).map(ended));
    await m.s.close();
    await drop();
  }
}

const cells = (of: Figures): string => `${String(of.perSecond).padStart(7)} /s ${String(of.p50).padStart(7)} ${String(of.p99).padStart(8)} ms`;
const line = (turn: Turn): string => `${cells(turn.webhooks)}  ${cells(turn.customers)}  ${String(turn.refused).padStart(6)} ${String(turn.errors).padStart(6)}  ${String(turn.waiting).padStart(7)}  ${String(turn.rss).padStart(5)} ${String(turn.heap).padStart(5)}  ${turn.processor.toFixed(1).padStart(5)}`;
const HEAD = "webhooks            p50      p99     customers           p50      p99      503  errors  waiting    RSS  heap   core";

/** What must be so after a soak: 503 is back-pressure, and what it refused is sent again by Shopify. */
export const isSound = ({ acknowledged, lost, unhandled, opened, cases, errors }: Soaked): boolean => acknowledged > 0 && lost === 0 && unhandled === 0 && opened > 0 && opened === cases && errors === 0;

if (import.meta.main) {
  const { values } = parseArgs({ options: { seconds: { type: "string", default: "60" }, events: { type: "string", default: "100" }, requests: { type: "string", default: "10" }, json: { type: "boolean", default: false } } });
  if (!values.json) console.log(HEAD);
  const soaked = await soak({ seconds: Number(values.seconds), events: Number(values.events), requests: Number(values.requests) }, (turn) => (values.json ? undefined : console.log(line(turn))));
  const { turns: _turns, wrong, ...rest } = soaked;
  console.log(values.json ? JSON.stringify(soaked) : [...wrong, JSON.stringify(rest)].join("\n"));
  process.exitCode = isSound(soaked) ? 0 : 1;
}
