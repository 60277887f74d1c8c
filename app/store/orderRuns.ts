/** Where reading a shop's orders stands, and which orders have no coverage. */
import type { Tx } from "../db.server.ts";
import type { OrderRun, UncoveredOrder } from "../generated/prisma/client.ts";

export type Stage = "recheck" | "choose" | "bulk" | "paging";
export type Progress = Readonly<{ stage?: Stage; operationId?: string | null; cursor?: string | null; found?: number; done?: number; message?: string | null }>;

/** Progress of a shop's import or of its last night, for a screen; null before the first. */
export const orderRunOf = (tx: Tx, shop: string): Promise<OrderRun | null> => tx.orderRun.findUnique({ where: { shop } });

/** Begins a run from the start. False where one is under way, unless that is to begin anew. */
export async function beginRun(tx: Tx, run: Readonly<{ shop: string; kind: "first" | "nightly"; since: Date | null; at: Date; anew?: boolean }>): Promise<boolean> {
  const { shop, kind, since, at, anew = false } = run;
  const fresh = { kind, state: "running", stage: kind === "first" ? "choose" : "recheck", since, operationId: null, cursor: null, found: 0, done: 0, message: null, startedAt: at, movedAt: at, finishedAt: null };
  const { count: made } = await tx.orderRun.createMany({ data: [{ shop, ...fresh }], skipDuplicates: true });
  if (made) return true;
  return (await tx.orderRun.updateMany({ where: { shop, ...(anew ? {} : { state: { not: "running" } }) }, data: fresh })).count === 1;
}

/** Moves a run on; `startedAt` names the run. False where it was stopped or begun anew meanwhile. */
export async function moveRun(tx: Tx, run: Pick<OrderRun, "shop" | "startedAt">, at: Date, progress: Progress): Promise<boolean> {
  return (await tx.orderRun.updateMany({ where: { shop: run.shop, startedAt: run.startedAt, state: "running" }, data: { ...progress, movedAt: at } })).count === 1;
}

/** Ends a run: changes until its beginning are known. */
export async function endRun(tx: Tx, run: Pick<OrderRun, "shop" | "startedAt">, at: Date): Promise<void> {
  await tx.orderRun.updateMany({ where: { shop: run.shop, startedAt: run.startedAt, state: "running" }, data: { state: "done", caughtUpTo: run.startedAt, movedAt: at, finishedAt: at } });
}

export async function stopRun(tx: Tx, shop: string, at: Date, message: string): Promise<void> {
  await tx.orderRun.updateMany({ where: { shop, state: "running" }, data: { state: "stopped", message, movedAt: at, finishedAt: at } });
}

export type Uncovered = Readonly<{ shop: string; orderId: string; orderName: string; placedOn: Date; why: string; since: Date }>;

export async function noteUncovered(tx: Tx, order: Uncovered): Promise<void> {
  const { since, ...row } = order;
  await tx.uncoveredOrder.upsert({ where: { shop_orderId: { shop: row.shop, orderId: row.orderId } }, create: { ...row, since }, update: row });
}

export async function noteCovered(tx: Tx, shop: string, orderIds: readonly string[]): Promise<void> {
  await tx.uncoveredOrder.deleteMany({ where: { shop, orderId: { in: [...orderIds] } } });
}

/** Orders without coverage and why, the longest first, for a screen. */
export const uncoveredOrders = (tx: Tx, shop: string, most = 100): Promise<UncoveredOrder[]> => tx.uncoveredOrder.findMany({ where: { shop }, orderBy: [{ since: "asc" }, { orderId: "asc" }], take: most });

/**
 * Orders to look at again although Shopify does not call them changed, by id after `after`: those without coverage that a
 * policy covers by now (`from` is the first day of any), those of which something has not arrived, placed since `placedSince`, and
 * those for which another version of the policy was published since.
 */
export async function ordersToRecheck(tx: Tx, shop: string, { after, from, placedSince, most }: Readonly<{ after: string; from: Date | null; placedSince: Date; most: number }>): Promise<string[]> {
  const rows = await tx.$queryRaw<{ orderId: string }[]>`
    SELECT "orderId" FROM "UncoveredOrder" WHERE "shop" = ${shop} AND "orderId" > ${after} AND "placedOn" >= ${from ?? new Date("9999-12-31")}::date
    UNION
    SELECT "orderId" FROM "Coverage" WHERE "shop" = ${shop} AND "orderId" > ${after} AND "unitsArrived" < "units" AND "placedOn" >= ${placedSince}::date
    UNION
    SELECT c."orderId" FROM "Coverage" c JOIN "PolicyVersion" v ON v."shop" = c."shop" AND v."inForceFrom" <= c."placedOn" AND v."publishedAt" > c."refreshedAt"
    WHERE c."shop" = ${shop} AND c."orderId" > ${after}
    ORDER BY 1 LIMIT ${most}`;
  return rows.map((row) => row.orderId);
}
