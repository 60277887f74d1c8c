/** What comes to an end soon, by shop: rows that reminders are made of, a part at a time, however many there are. */
import type { Tx } from "../db.server.ts";
import type { Coverage, Prisma } from "../generated/prisma/client.ts";

const PART = 1000;
const date = (day: string): Date => new Date(`${day}T00:00:00Z`);
const over = ["declined", "cancelled", "closed"];

/** What a reminder says of a case. */
const told = { id: true, number: true, orderId: true, customerId: true, dueAt: true, shipBackBy: true, lines: { select: { quantity: true, title: true }, orderBy: { id: "asc" } } } as const satisfies Prisma.RmaSelect;
export type DueCase = Prisma.RmaGetPayload<{ select: typeof told }>;

/** Covered lines whose last day to return or to register lies in some days, first and last included. The lines of an order are together. */
export async function* linesThatEnd(tx: Tx, shop: string, what: "returnUntil" | "registerUntil", from: string, to: string, part = PART): AsyncGenerator<Coverage[]> {
  for (let after = ""; ;) {
    const rows = await tx.coverage.findMany({ where: { shop, [what]: { gte: date(from), lte: date(to) }, orderId: { gt: after } }, orderBy: [{ orderId: "asc" }, { lineId: "asc" }], take: part });
    const isLast = rows.length < part, cut = rows.at(-1)?.orderId, whole = isLast || rows[0]?.orderId === cut ? rows : rows.filter(({ orderId }) => orderId !== cut);
    if (whole.length) yield whole;
    if (isLast) return;
    after = whole.at(-1)?.orderId ?? after;
  }
}

/** Lines of orders that a case speaks for. */
export async function linesInCases(tx: Tx, shop: string, orderIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.rmaLine.findMany({ where: { shop, rma: { orderId: { in: [...orderIds] }, state: { notIn: over } } }, select: { lineId: true } });
  return new Set(rows.map(({ lineId }) => lineId));
}

async function* cases(tx: Tx, where: Prisma.RmaWhereInput, part: number): AsyncGenerator<DueCase[]> {
  for (let after = ""; ;) {
    const rows = await tx.rma.findMany({ where: { ...where, id: { gt: after } }, select: told, orderBy: { id: "asc" }, take: part });
    if (rows.length) yield rows;
    if (rows.length < part) return;
    after = rows.at(-1)?.id ?? after;
  }
}

/** Approved cases whose goods have to be on their way by a day of these. */
export const casesToSend = (tx: Tx, shop: string, from: string, to: string, part = PART): AsyncGenerator<DueCase[]> => cases(tx, { shop, state: "approved", shipBackBy: { gte: date(from), lte: date(to) } }, part);

/** Cases for which a promised time is over. */
export const overdueCases = (tx: Tx, shop: string, now: Date, part = PART): AsyncGenerator<DueCase[]> => cases(tx, { shop, state: { notIn: [...over, "settled"] }, dueAt: { lt: now } }, part);
