/** Jobs: pg-boss on either database; a job is sent in the transaction of the change that causes it. */
import { PgBoss, fromPglite, fromPrisma } from "pg-boss";
import type { Database, Tx } from "./db.server.ts";

/** Queues and what their jobs carry. */
export type JobData = {
  event: { shop: string; resource: string };
  action: { shop: string; actionId: string };
  cover: { shop: string; orderId: string };
  import: { shop: string };
  reconcile: { shop: string };
  reconcileAll: Record<string, never>;
};
export type Queue = keyof JobData;

export type Jobs = Readonly<{
  /** Sends a job, in a transaction where one is given: rolled back it is gone, committed it is delivered. */
  send: <Q extends Queue>(queue: Q, data: JobData[Q], options?: { tx?: Tx; key?: string; afterSeconds?: number }) => Promise<void>;
  /** Works a queue until closed; what the handler throws is retried with backoff, then kept as failed. */
  work: <Q extends Queue>(queue: Q, handle: (data: JobData[Q]) => Promise<void>) => Promise<void>;
  schedule: <Q extends Queue>(queue: Q, cron: string, data: JobData[Q]) => Promise<void>;
  close: () => Promise<void>;
}>;

const queues: readonly Queue[] = ["event", "action", "cover", "import", "reconcile", "reconcileAll"];
const retries = { retryLimit: 8, retryDelay: 2, retryBackoff: true, retryDelayMax: 3600, expireInSeconds: 300 } as const;

/** Opens the queues. `onError` hears of trouble in the queue itself, not in a job. */
export async function openJobs(db: Database, url: string | undefined, onError: (error: unknown) => void): Promise<Jobs> {
  const boss = db.pglite ? new PgBoss({ db: fromPglite(db.pglite), backend: "pglite" }) : new PgBoss({ connectionString: url ?? "", max: 4 });
  boss.on("error", onError);
  await boss.start();
  for (const queue of queues) await boss.createQueue(queue, retries);
  return {
    send: async (queue, data, options = {}) => {
      await boss.send(queue, data, {
        ...(options.tx ? { db: fromPrisma(options.tx as never) } : {}), ...(options.key ? { singletonKey: options.key } : {}), ...(options.afterSeconds ? { startAfter: options.afterSeconds } : {}),
      });
    },
    work: async (queue, handle) => {
      await boss.work(queue, { pollingIntervalSeconds: 0.5 }, async (jobs) => {
        for (const job of jobs) await handle(job.data as never);
      });
    },
    schedule: async (queue, cron, data) => {
      await boss.schedule(queue, cron, data);
    },
    close: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
}
