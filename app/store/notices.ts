/** Notices for Shopify Flow: the outbox of what is told. */
import { randomUUID } from "node:crypto";
import type { Tx } from "../db.server.ts";
import type { Notice, Prisma } from "../generated/prisma/client.ts";

export type NewNotice = Readonly<{ shop: string; key: string; handle: string; payload: Readonly<Record<string, string | number>>; orderId: string | null; customerId: string | null; at: Date }>;

/** Plans a notice; its id, or null where one of its key is there already. */
export async function planNotice(tx: Tx, { at, payload, ...row }: NewNotice): Promise<string | null> {
  const id = randomUUID(), { count } = await tx.notice.createMany({ data: [{ ...row, id, payload: payload as Prisma.InputJsonObject, plannedAt: at }], skipDuplicates: true });
  return count === 1 ? id : null;
}

/** Takes a notice for one worker; null where another has it or it is over. */
export async function takeNotice(tx: Tx, shop: string, id: string, at: Date): Promise<Notice | null> {
  const { count } = await tx.notice.updateMany({ where: { shop, id, state: "planned" }, data: { state: "sending", sentAt: at } });
  return count === 1 ? tx.notice.findFirst({ where: { shop, id } }) : null;
}

/** A worker that was killed while it sent leaves its notice as it was: whether it went out nobody knows, so it is not sent again. */
export async function endNotice(tx: Tx, shop: string, id: string, end: Readonly<{ state: "planned" | "sent" | "refused" | "unclear"; refusal?: string }>): Promise<void> {
  await tx.notice.updateMany({ where: { shop, id, state: "sending" }, data: { refusal: null, ...end } });
}

/** The latest notices, for a screen. */
export const latestNotices = (tx: Tx, shop: string, most: number): Promise<Notice[]> => tx.notice.findMany({ where: { shop }, orderBy: [{ plannedAt: "desc" }, { id: "asc" }], take: most });

/** Which of some keys are planned or sent already. */
export async function knownKeys(tx: Tx, shop: string, keys: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set((await tx.notice.findMany({ where: { shop, key: { in: [...keys] } }, select: { key: true } })).map(({ key }) => key));
}

export async function forgetNotices(tx: Tx, shop: string, before: Date): Promise<void> {
  await tx.notice.deleteMany({ where: { shop, plannedAt: { lt: before } } });
}
