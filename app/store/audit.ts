/** Who saw and did what: entries are added and, after a time, forgotten; never changed. */
import type { Tx } from "../db.server.ts";
import type { AuditEntry } from "../generated/prisma/client.ts";

export type NewAuditEntry = Readonly<Omit<AuditEntry, "id">>;
export type AuditPage = Readonly<{ entries: readonly AuditEntry[]; older: string | null; newer: string | null }>;

const PAGE = 50;

export async function addAuditEntry(tx: Tx, entry: NewAuditEntry): Promise<void> {
  await tx.auditEntry.create({ data: entry, select: { id: true } });
}

/** A page of a shop's entries, the newest first. `before` and `after` are ids of entries; `by` a part of a name. */
export async function auditEntries(tx: Tx, { shop, by, before, after }: Readonly<{ shop: string; by: string; before: bigint | null; after: bigint | null }>): Promise<AuditPage> {
  const isBack = after !== null, id = isBack ? { gt: after } : before !== null ? { lt: before } : undefined;
  const found = await tx.auditEntry.findMany({
    where: { shop, ...(by ? { by: { contains: by, mode: "insensitive" } } : {}), ...(id ? { id } : {}) }, orderBy: { id: isBack ? "asc" : "desc" }, take: PAGE + 1,
  });
  const isMore = found.length > PAGE, entries = isBack ? found.slice(0, PAGE).reverse() : found.slice(0, PAGE);
  const first = entries[0]?.id, last = entries.at(-1)?.id;
  return { entries, newer: first !== undefined && (isBack ? isMore : before !== null) ? String(first) : null, older: last !== undefined && (isBack || isMore) ? String(last) : null };
}

/** Forgets a shop's entries made before a moment. */
export async function forgetAudit(tx: Tx, shop: string, before: Date): Promise<void> {
  await tx.auditEntry.deleteMany({ where: { shop, at: { lt: before } } });
}
