/** Jobs: pg-boss on either database; a job is sent in the transaction of the change that causes it. */
import { PgBoss, fromPglite, fromPrisma, type JobResult } from "pg-boss";
import type { Database, Tx } from "./db.server.ts";

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
  close: () => Promise<void>;
}>;

/** `atOnce` workers take up to `batch` jobs each, one after the other; with `most`, of that priority or a lower one only. */
export type Work = Readonly<{ atOnce?: number; batch?: number; most?: number }>;

const queues: readonly Queue[] = ["inbox", "event", "action", "cover", "registrations", "tell", "remind", "remindAll", "import", "reconcile", "reconcileAll"];
const retries = { retryLimit: 8, retryDelay: 2, retryBackoff: true, retryDelayMax: 3600, expireInSeconds: 300 } as const;

type Settled = Omit<JobResult, "id">;
/** Taken by a process that ends before its turn came: another one takes it, or this one when it is back. */
const handedBack: Settled = { status: "failed", output: { message: "handed back: the process ended" } };

const settled = (work: Promise<void>): Promise<Settled> => work.then(
  () => ({ status: "completed" }),
  (error: unknown) => ({ status: "failed", output: { message: error instanceof Error ? error.message : String(error) } }),
);

/** Opens the queues. `onError` hears of trouble in the queue itself, not in a job. */
export async function openJobs(db: Database, url: string | undefined, onError: (error: unknown) => void): Promise<Jobs> {
  const boss = db.pglite ? new PgBoss({ db: fromPglite(db.pglite), backend: "pglite" }) : new PgBoss({ connectionString: url ?? "", max: 4 });
  boss.on("error", onError);
  await boss.start();
  let isClosing = false;
  for (const queue of queues) await boss.createQueue(queue, retries);
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
        for (const { id, data } of jobs) results.push({ id, ...(isClosing ? handedBack : await settled(handle(data))) });
        return results;
      });
    },
    schedule: async (queue, cron, data) => {
      await boss.schedule(queue, cron, data);
    },
    close: async () => {
      isClosing = true;
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}
