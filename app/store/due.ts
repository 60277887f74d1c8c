/** What comes to an end soon, by shop: rows that reminders are made of. */
import type { Tx } from "../db.server.ts";
import type { Coverage } from "../generated/prisma/client.ts";
import type { RmaWithLines } from "./rmas.ts";

const MOST = 5000;
const date = (day: string): Date => new Date(`${day}T00:00:00Z`);
const over = ["declined", "cancelled", "closed"];

/** Covered lines whose last day to return or to register lies in some days, first and last included. */
export const linesThatEnd = (tx: Tx, shop: string, what: "returnUntil" | "registerUntil", from: string, to: string): Promise<Coverage[]> =>
  tx.coverage.findMany({ where: { shop, [what]: { gte: date(from), lte: date(to) } }, orderBy: [{ orderId: "asc" }, { lineId: "asc" }], take: MOST });

/** Lines of orders that a case speaks for. */
export async function linesInCases(tx: Tx, shop: string, orderIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.rmaLine.findMany({ where: { shop, rma: { orderId: { in: [...orderIds] }, state: { notIn: over } } }, select: { lineId: true } });
  return new Set(rows.map(({ lineId }) => lineId));
}

/** Approved cases whose goods have to be on their way by a day of these. */
export const casesToSend = (tx: Tx, shop: string, from: string, to: string): Promise<RmaWithLines[]> =>
  tx.rma.findMany({ where: { shop, state: "approved", shipBackBy: { gte: date(from), lte: date(to) } }, include: { lines: { orderBy: { id: "asc" } } }, take: MOST });

/** Cases for which a promised time is over. */
export const overdueCases = (tx: Tx, shop: string, now: Date): Promise<RmaWithLines[]> =>
  tx.rma.findMany({ where: { shop, state: { notIn: [...over, "settled"] }, dueAt: { lt: now } }, include: { lines: { orderBy: { id: "asc" } } }, take: MOST });
