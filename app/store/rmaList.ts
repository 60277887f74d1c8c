/** RMAs as lists: searched, filtered, sorted, a page at a time by cursor. */
import type { Tx } from "../db.server.ts";
import type { Prisma } from "../generated/prisma/client.ts";
import type { RmaWithLines } from "./rmas.ts";

/** `due`: overdue (before now) or today (before the end given). A page starts after or before an RMA's id. */
export type RmaSearch = Readonly<{
  shop: string; states: readonly string[]; remedies: readonly string[]; dueBefore: Date | null; text: string;
  sort: "opened" | "due"; direction: "asc" | "desc"; first: number; after: string | null; before: string | null;
}>;
export type RmaPage = Readonly<{ rmas: readonly RmaWithLines[]; hasBefore: boolean; hasAfter: boolean }>;

const contains = (text: string) => ({ contains: text, mode: "insensitive" }) as const;

function whereOf({ shop, states, remedies, dueBefore, text, sort }: Omit<RmaSearch, "first">): Prisma.RmaWhereInput {
  return {
    shop, ...(states.length ? { state: { in: [...states] } } : {}),
    ...(remedies.length ? { lines: { some: { remedy: { in: [...remedies] } } } } : {}),
    ...(dueBefore ? { dueAt: { lt: dueBefore } } : sort === "due" ? { dueAt: { not: null } } : {}),
    ...(text ? { OR: [{ number: contains(text) }, { orderName: contains(text) }, { lines: { some: { OR: [{ title: contains(text) }, { serial: contains(text) }] } } }] } : {}),
  };
}

/** A page of RMAs with their lines. Sorted by due time, those without one are left out. */
export async function findRmas(tx: Tx, search: RmaSearch): Promise<RmaPage> {
  const { sort, direction, first, after, before } = search, cursor = after ?? before;
  const orderBy: Prisma.RmaOrderByWithRelationInput[] = [sort === "due" ? { dueAt: direction } : { openedAt: direction }, { id: direction }];
  const found = await tx.rma.findMany({
    where: whereOf(search), orderBy, take: before ? -(first + 1) : first + 1, ...(cursor ? { cursor: { id: cursor }, skip: 1 } : {}), include: { lines: { orderBy: { id: "asc" } } },
  });
  const isMore = found.length > first, rmas = before ? found.slice(isMore ? 1 : 0) : found.slice(0, first);
  return { rmas, hasBefore: before ? isMore : after !== null, hasAfter: before ? true : isMore };
}

export const rmasOfOrder = (tx: Tx, shop: string, orderId: string): Promise<{ id: string; number: string; state: string }[]> =>
  tx.rma.findMany({ where: { shop, orderId }, select: { id: true, number: true, state: true }, orderBy: { openedAt: "asc" } });

/** An order's RMAs with their lines, the latest first. */
export const rmasInFull = (tx: Tx, shop: string, orderId: string): Promise<RmaWithLines[]> =>
  tx.rma.findMany({ where: { shop, orderId }, include: { lines: { orderBy: { id: "asc" } } }, orderBy: { openedAt: "desc" }, take: 50 });

/** A customer's cases that are not over. */
export const openRmasOfCustomer = (tx: Tx, shop: string, customerId: string): Promise<{ id: string; number: string; state: string; orderId: string }[]> =>
  tx.rma.findMany({ where: { shop, customerId, state: { notIn: ["settled", "closed", "declined", "cancelled"] } }, select: { id: true, number: true, state: true, orderId: true }, orderBy: { openedAt: "desc" }, take: 200 });

/** How many RMAs are in each state. */
export async function countByState(tx: Tx, shop: string): Promise<Readonly<Record<string, number>>> {
  const rows = await tx.rma.groupBy({ by: ["state"], where: { shop }, _count: { _all: true } });
  return Object.fromEntries(rows.map((row) => [row.state, row._count._all]));
}

/** States in which a case waits for somebody or something. */
export const openStates = ["requested", "approved", "under_way", "received", "inspected", "settling"] as const;

/** Open cases whose promised time is over. */
export const countOverdue = (tx: Tx, shop: string, now: Date): Promise<number> => tx.rma.count({ where: { shop, state: { in: [...openStates] }, dueAt: { lt: now } } });

/** What is promised in open cases and not settled, by currency; amounts as decimal text. */
export const sumsToPay = (tx: Tx, shop: string): Promise<{ currency: string; amount: string }[]> =>
  tx.$queryRaw`
    WITH "due" AS MATERIALIZED (
      SELECT l."promised"->'refund'->>'currency' AS "currency", (l."promised"->'refund'->>'amount')::numeric AS "amount"
      FROM "Rma" r JOIN "RmaLine" l ON l."rmaId" = r."id" AND l."shop" = ${shop} WHERE r."shop" = ${shop} AND r."state" = ANY(${[...openStates]}) AND l."settled" < l."quantity")
    SELECT "currency", sum("amount")::text AS "amount" FROM "due" WHERE "amount" IS NOT NULL GROUP BY 1 ORDER BY 1`;

/** Open cases for which an action stopped or is unclear, the oldest first. */
export const stuckRmas = (tx: Tx, shop: string, most: number): Promise<RmaWithLines[]> =>
  tx.rma.findMany({ where: { shop, state: { in: [...openStates] }, actions: { some: { shop, state: { in: ["stopped", "unclear"] } } } }, include: { lines: { orderBy: { id: "asc" } } }, orderBy: [{ openedAt: "asc" }, { id: "asc" }], take: most });
