/** Jobs: pg-boss on either database; a job is sent in the transaction of the change that causes it. */
import { PgBoss, fromPglite, fromPrisma, type JobResult } from "pg-boss";
import type { Database, Tx } from "./db.server.ts";
import type { Log, LogFields } from "./log.server.ts";

/** Queues and what their jobs carry. */
export type JobData = {
  /** Resources of which events were stored together (store/events.ts). */
  inbox: { of: readonly { shop: string; resource: string }[] };
  event: { shop: string; resource: string };
  action: { shop: string; actionId: string };
  cover: { shop: string; orderId: string };
  registrations: { shop: string; importId: string };
  tell: { shop: string; noticeId: string };
  remind: { shop: string };
  remindAll: Record<string, never>;
  /** A return that is open at Shopify and that no case stands for. */
  return: { shop: string; returnId: string };
  /** Files at Shopify that are to go or to be looked at again. */
  files: { shop: string };
  import: { shop: string };
  reconcile: { shop: string };
  reconcileAll: Record<string, never>;
};
export type Queue = keyof JobData;

export type Jobs = Readonly<{
  /** Sends a job, in a transaction where one is given: rolled back it is gone, committed it is delivered. */
  send: <Q extends Queue>(queue: Q, data: JobData[Q], options?: { tx?: Tx; key?: string; afterSeconds?: number }) => Promise<void>;
  /** Works a queue until closed; what the handler throws is retried with backoff, then kept as failed. */
  work: <Q extends Queue>(queue: Q, handle: (data: JobData[Q]) => Promise<void>, how?: Work) => Promise<void>;
  schedule: <Q extends Queue>(queue: Q, cron: string, data: JobData[Q]) => Promise<void>;
  /** Whether jobs are taken and worked. */
  isOpen: () => boolean;
  close: () => Promise<void>;
}>;

export type JobEars = Readonly<{ log: Log; worked: (queue: Queue, outcome: "done" | "failed", ms: number) => void }>;

/** `atOnce` workers take up to `batch` jobs each, one after the other; with `most`, of that priority or a lower one only. */
export type Work = Readonly<{ atOnce?: number; batch?: number; most?: number }>;

const queues: readonly Queue[] = ["inbox", "event", "action", "cover", "return", "registrations", "tell", "remind", "remindAll", "files", "import", "reconcile", "reconcileAll"];
const retries = { retryLimit: 8, retryDelay: 2, retryBackoff: true, retryDelayMax: 3600, expireInSeconds: 300 } as const;

type Settled = Omit<JobResult, "id">;
/** Taken by a process that ends before its turn came: another one takes it, or this one when it is back. */
const handedBack: Settled = { status: "failed", output: { message: "handed back: the process ended" } };

/** What a job is about, for the log. */
const aboutOf = (data: object): LogFields => {
  const { shop, resource, actionId, orderId } = data as Partial<Record<string, string>>;
  return { ...(shop ? { shop } : {}), ...(resource ? { event: resource } : {}), ...(actionId ? { action: actionId } : {}), ...(orderId ? { order: orderId } : {}) };
};

/** Works one job; this is the one catch of what a handler throws. */
async function settled(queue: Queue, { id, data }: { id: string; data: object }, handle: () => Promise<void>, { log, worked }: JobEars): Promise<Settled> {
  const since = performance.now();
  return log.within({ queue, job: id, ...aboutOf(data) }, async () => {
    try {
      await handle();
      worked(queue, "done", performance.now() - since);
      log.debug("job done", { ms: performance.now() - since });
      return { status: "completed" };
    } catch (error) {
      worked(queue, "failed", performance.now() - since);
      log.error("job failed", { ms: performance.now() - since, error });
      return { status: "failed", output: { message: error instanceof Error ? error.message : String(error) } };
    }
  });
}

/** Opens the queues. A process that only sends (`isTended` false) leaves their upkeep and timetables to those that work. */
export async function openJobs(db: Database, { url, isTended }: Readonly<{ url: string | undefined; isTended: boolean }>, ears: JobEars): Promise<Jobs> {
  const how = { supervise: isTended, schedule: isTended };
  const boss = db.pglite ? new PgBoss({ db: fromPglite(db.pglite), backend: "pglite", ...how }) : new PgBoss({ connectionString: url ?? "", max: 4, ...how });
  boss.on("error", (error) => ears.log.error("the queue is in trouble", { error }));
  await boss.start();
  let isClosing = false;
  const known = new Set((await boss.getQueues()).map(({ name }) => name));
  for (const queue of queues) if (!known.has(queue)) await boss.createQueue(queue, retries);
  return {
    send: async (queue, data, options = {}) => {
      await boss.send(queue, data, {
        ...(options.tx ? { db: fromPrisma(options.tx as never) } : {}), ...(options.key ? { singletonKey: options.key } : {}), ...(options.afterSeconds ? { startAfter: options.afterSeconds } : {}),
      });
    },
    work: async (queue, handle, { atOnce = 1, batch = 4, most } = {}) => {
      const options = { pollingIntervalSeconds: 0.5, batchSize: batch, burstWhenBatchFull: true, localConcurrency: atOnce, ...(most === undefined ? {} : { maxPriority: most }) };
      await boss.work<JobData[typeof queue]>(queue, { ...options, perJobResults: true }, async (jobs) => {
        const results: JobResult[] = [];
        for (const job of jobs) results.push({ id: job.id, ...(isClosing ? handedBack : await settled(queue, job, () => handle(job.data), ears)) });
        return results;
      });
    },
    schedule: async (queue, cron, data) => {
      await boss.schedule(queue, cron, data);
    },
    isOpen: () => !isClosing,
    close: async () => {
      isClosing = true;
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}
