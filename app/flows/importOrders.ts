/**
 * Reads a shop's orders into Coverage, step by step: by a bulk operation, or page by page where they are few. Each step
 * is short and ends at a place that is stored, so that a process that is killed goes on there, other shops' jobs come
 * in between, and a screen can show how far it is. Nothing is read faster than it is written.
 */
import type { App } from "../app.server.ts";
import type { OrderRun } from "../generated/prisma/client.ts";
import { oneAtATime } from "../sessions.server.ts";
import { BulkFileBroken, BulkFileGone, ordersInFile } from "../shopify/bulkFile.ts";
import type { OrderRead } from "../shopify/order.ts";
import { askForOrders, bulkStateOf, countChanged, pageOfOrders } from "../shopify/orderPages.ts";
import { endRun, moveRun, ordersToRecheck, orderRunOf, stopRun, type Progress } from "../store/orderRuns.ts";
import { policyVersions } from "../store/policyVersions.ts";
import { shopOf, type ShopRow } from "../store/shops.ts";
import { coverOrders, orderToCover } from "./coverOrders.ts";

/** more: go on at once; waiting: Shopify is still gathering; done; stopped: by uninstalling, or nothing was to do. */
export type ImportStep = "more" | "waiting" | "done" | "stopped";

/** Up to this many orders are read one by one: about what a bulk operation needs to begin. */
export const FEW = 100;
const BATCH = 25, ORDERS_A_STEP = 500, OLDEST_ON_ITS_WAY_DAYS = 120, DAY_MS = 86_400_000;

type Step = Readonly<{ app: App; run: OrderRun; row: ShopRow; move: (progress: Progress) => Promise<boolean> }>;

/** One step of the shop's run; one at a time per shop. Throws ShopifyAway: the next try goes on where this one stood. */
export async function importOrders(app: App, { shop }: { shop: string }): Promise<ImportStep> {
  return oneAtATime(app.db, `import ${shop}`, async () => {
    const run = await orderRunOf(app.db.prisma, shop);
    const about = await app.db.prisma.shop.findUnique({ where: { domain: shop }, select: { uninstalledAt: true } });
    if (run?.state !== "running") return "stopped";
    if (!about || about.uninstalledAt) {
      await stopRun(app.db.prisma, shop, app.now(), "the app was uninstalled");
      return "stopped";
    }
    const step: Step = { app, run, row: await shopOf(app.db.prisma, shop), move: (progress) => moveRun(app.db.prisma, run, app.now(), progress) };
    return takeStep(step).catch(async (error: unknown): Promise<ImportStep> => {
      if ((await orderRunOf(app.db.prisma, shop))?.state === "stopped") return "stopped";
      throw error;
    });
  });
}

const takeStep = (step: Step): Promise<ImportStep> => {
  switch (step.run.stage) {
    case "recheck": return recheck(step);
    case "bulk": return readBulk(step);
    case "paging": return readPage(step);
    default: return choose(step);
  }
};

const goOn = async ({ move }: Step, progress: Progress, step: ImportStep = "more"): Promise<ImportStep> => ((await move(progress)) ? step : "stopped");

async function finish({ app, run }: Step): Promise<ImportStep> {
  await endRun(app.db.prisma, run, app.now());
  return "done";
}

/** By bulk operation where there are many orders and Shopify has one free; else page by page. */
async function choose(step: Step): Promise<ImportStep> {
  const { app, run } = step, admin = app.adminFor(run.shop);
  const found = await countChanged(admin, run.since, FEW + 1);
  if (found <= FEW) return goOn(step, { stage: "paging", cursor: null, found: run.done + found });
  const asked = await askForOrders(admin, run.since);
  if ("refused" in asked) return goOn(step, { message: asked.refused.map((refusal) => refusal.message).join("; ") }, "waiting");
  return goOn(step, { stage: "bulk", operationId: asked.operationId, cursor: null, message: null }, "waiting");
}

/** Covers orders given whole or by id, in batches; `after` is where the run stands once a batch is stored. False where the run was stopped. */
async function cover({ app, row, move }: Step, orders: readonly (OrderRead | string)[], done: number, after: Progress): Promise<boolean> {
  const read: OrderRead[] = [];
  for (const one of orders) {
    const order = typeof one === "string" ? await orderToCover(app, row, one) : one;
    if (order) read.push(order);
  }
  const { refused } = await coverOrders(app, row, read);
  return move({ ...after, done, ...(refused.length ? { message: `Shopify refused the coverage of some orders: ${refused[0]?.message ?? ""}` } : {}) });
}

/** Orders that nobody calls changed: those without coverage that have a policy by now, and those on their way, whose arrival may have been lost. */
async function recheck(step: Step): Promise<ImportStep> {
  const { app, run } = step, prisma = app.db.prisma;
  const from = (await policyVersions(prisma, run.shop)).at(-1)?.inForceFrom ?? null;
  const placedSince = new Date(app.now().getTime() - OLDEST_ON_ITS_WAY_DAYS * DAY_MS);
  const ids = await ordersToRecheck(prisma, run.shop, { after: run.cursor ?? "", from, placedSince, most: BATCH });
  if (ids.length === 0) return goOn(step, { stage: "choose", cursor: null });
  return (await cover(step, ids, run.done + ids.length, { cursor: ids.at(-1) ?? null, found: run.done + ids.length })) ? "more" : "stopped";
}

async function readPage(step: Step): Promise<ImportStep> {
  const { app, run } = step;
  const { ids, next } = await pageOfOrders(app.adminFor(run.shop), run.since, run.cursor, BATCH);
  if (!(await cover(step, ids, run.done + ids.length, { cursor: next }))) return "stopped";
  return next ? "more" : finish(step);
}

/** Reads the bulk operation's file from where the last step ended; a bulk operation that fails, or whose file is broken, is replaced by pages. */
async function readBulk(step: Step): Promise<ImportStep> {
  const { app, run } = step;
  const state = await bulkStateOf(app.adminFor(run.shop), run.operationId ?? "");
  if (state.at === "under_way") return goOn(step, { found: state.found }, "waiting");
  if (state.at === "failed") return goOn(step, { stage: "paging", cursor: null, done: 0, message: state.why });
  if (state.url === null) return finish(step);
  return readFile(step, state.url, state.found).catch((error: unknown) => {
    if (error instanceof BulkFileGone) return goOn(step, { stage: "choose", cursor: null, done: 0, message: error.message });
    if (error instanceof BulkFileBroken) return goOn(step, { stage: "paging", cursor: null, done: 0, message: error.message });
    throw error;
  });
}

async function readFile(step: Step, url: string, found: number): Promise<ImportStep> {
  const { run } = step;
  const from = Number(run.cursor ?? 0);
  let batch: (OrderRead | string)[] = [], end = from, done = run.done;
  const store = async (): Promise<boolean> => {
    done += batch.length;
    const orders = batch;
    batch = [];
    return cover(step, orders, done, { cursor: String(end), found: Math.max(found, done) });
  };
  for await (const { orderId, order, end: here } of ordersInFile(step.app.fetchFile, url, from)) {
    batch.push(order ?? orderId);
    end = here;
    if (batch.length < BATCH) continue;
    if (!(await store())) return "stopped";
    if (done - run.done >= ORDERS_A_STEP) return "more";
  }
  return batch.length === 0 || (await store()) ? finish(step) : "stopped";
}
