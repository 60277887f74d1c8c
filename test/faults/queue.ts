/** Hands webhooks and due jobs to the app until nothing is left, as Shopify and the queue's workers do, but one at a time and in an order that is known. */
import { PgBoss, fromPglite } from "pg-boss";
import type { App } from "../../app/app.server.ts";
import type { JobData, Queue } from "../../app/jobs.server.ts";
import { action } from "../../app/routes/webhooks.$.ts";
import { startWorker } from "../../app/worker.server.ts";
import { addressOf, type Database, type Place } from "./database.ts";
import type { FaultKind } from "./faults.ts";
import { allSent, lettersAt, takenAt, type Letter } from "./mailbox.ts";
import { step, watched, type Step } from "./steps.ts";

type Handle = (data: JobData[Queue]) => Promise<void>;
type Job = Readonly<{ id: string; queue: string; data: JobData[Queue] }>;
/** What happens to the hand-over at a step: null as usual. */
export type Mishap = (step: Pick<Step, "kind" | "what">) => FaultKind | null;
export type Worker = Readonly<{ app: App; boss: PgBoss; handlers: ReadonlyMap<string, Handle> }>;

/** The app's own handlers, and a queue that is fetched from by hand: pg-boss without its timers. */
export async function workerOf(app: App, place: Place): Promise<Worker> {
  const handlers = new Map<string, Handle>();
  const jobs: App["jobs"] = { ...app.jobs, work: async (queue, handle) => void handlers.set(queue, handle as Handle), schedule: async () => {} };
  await startWorker({ ...app, jobs });
  const quietly = { supervise: false, schedule: false, migrate: false } as const;
  const boss = "url" in place ? new PgBoss({ connectionString: addressOf(place), max: 2, ...quietly }) : new PgBoss({ ...(app.db.pglite ? { db: fromPglite(app.db.pglite) } : {}), backend: "pglite", ...quietly });
  boss.on("error", () => {});
  await boss.start();
  return { app, boss, handlers };
}

/** New jobs that wait for their hour are due now; with `retries` those too that failed and wait for their next try. */
export const makeDue = (database: Database, { retries = false } = {}): Promise<void> => database.run(`UPDATE pgboss.job SET start_after = now() - interval '1 second' WHERE state IN ('created'${retries ? ", 'retry'" : ""}) AND start_after > now()`);

/** Jobs of a process that is gone, or whose end could not be written down: their time is over, and the queue counts them as failed. */
export async function giveBack({ boss }: Worker, database: Database): Promise<void> {
  const held = await database.rows<{ id: string; name: string }>("SELECT id, name FROM pgboss.job WHERE state = 'active'");
  for (const { id, name } of held) await watched(null, () => boss.fail(name, id, { message: "its time is over" }));
}

/** One webhook to the app's own route; true where it was accepted. */
export async function handOver(app: App, letter: Letter): Promise<boolean> {
  const request = new Request("http://app/webhooks", { method: "POST", headers: letter.headers, body: letter.body });
  const answer = await action({ request, params: {}, context: { app } } as never).catch((error: unknown) => (error instanceof Response ? error : new Response(null, { status: 500 })));
  return answer.status === 200;
}

const topicOf = (letter: Letter): string => letter.headers["x-shopify-topic"] ?? "";

/** Hands over what waits and was not tried yet; true where something was. Shopify sends again what was not accepted, so that stays. */
async function handOverAll(app: App, mail: string, tried: Set<number>, mishapOf: Mishap): Promise<boolean> {
  // They were sent side by side: by topic, so that the order is the same each time.
  const waiting = (await watched(null, () => lettersAt(mail))).waiting.filter((letter) => !tried.has(letter.id)).sort((a, b) => topicOf(a).localeCompare(topicOf(b))), later: Letter[] = [];
  const one = async (letter: Letter): Promise<void> => {
    if (await handOver(app, letter)) await watched(null, () => takenAt(mail, letter));
  };
  for (const letter of waiting) {
    tried.add(letter.id);
    const about = { kind: "webhook", what: topicOf(letter), isInside: false, writes: true } as const;
    let mishap: FaultKind | null = null;
    await step(about, async () => {
      mishap = mishapOf(about);
      if (mishap === "reordered") return void later.push(letter);
      await (mishap === "twoWorkers" ? Promise.all([one(letter), handOver(app, letter)]) : one(letter));
      if (mishap === "duplicate") await handOver(app, letter);
    });
  }
  for (const letter of later) await one(letter);
  return waiting.length > 0;
}

const dueQueues = async (database: Database): Promise<string[]> =>
  (await database.rows<{ name: string }>("SELECT name FROM pgboss.job WHERE state < 'active' AND start_after <= now() GROUP BY name ORDER BY min(created_on), name")).map(({ name }) => name).filter((name) => !name.startsWith("__"));

async function work({ boss, handlers }: Worker, { id, queue, data }: Job, mishap: FaultKind | null): Promise<void> {
  const handle = handlers.get(queue);
  if (!handle) throw new Error(`no handler for ${queue}`);
  try {
    await (mishap === "twoWorkers" ? Promise.all([handle(data), handle(data).catch(() => undefined)]) : handle(data));
  } catch (error) {
    return void (await boss.fail(queue, id, { message: String(error) }).catch(() => undefined));
  }
  await boss.complete(queue, id).catch(() => undefined);
  if (mishap === "duplicate") await handle(data).catch(() => undefined);
}

/** Works what is due, each queue's next job in turn; true where something was. */
async function workDue(worker: Worker, database: Database, mishapOf: Mishap): Promise<boolean> {
  const queues = await dueQueues(database), later: Job[] = [];
  for (const queue of queues) {
    for (const job of await worker.boss.fetch<JobData[Queue]>(queue, { batchSize: 20 }).catch(() => [])) {
      const about = { kind: "job", what: queue, isInside: false, writes: true } as const, one = { id: job.id, queue, data: job.data };
      await step(about, async () => {
        const mishap = mishapOf(about);
        if (mishap === "reordered") later.push(one);
        else await work(worker, one, mishap);
      });
    }
  }
  for (const job of later) await work(worker, job, null);
  return queues.length > 0;
}

const MOST_ROUNDS = 25;

/** Webhooks and jobs until nothing is left to hand over. What failed waits for the next call. */
export async function pump(worker: Worker, database: Database, where: Readonly<{ store: string; mail: string }>, mishapOf: Mishap = () => null): Promise<void> {
  const tried = new Set<number>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    await watched(null, () => allSent(where.store));
    await makeDue(database);
    const handed = await handOverAll(worker.app, where.mail, tried, mishapOf);
    const worked = await workDue(worker, database, mishapOf);
    if (!handed && !worked) return;
  }
}
