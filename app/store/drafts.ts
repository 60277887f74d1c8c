/** A customer's request half-way: one per order and customer. */
import type { Tx } from "../db.server.ts";
import type { Draft, Prisma } from "../generated/prisma/client.ts";

type Place = Readonly<{ shop: string; customerId: string; orderId: string }>;

export const draftOf = (tx: Tx, place: Place): Promise<Draft | null> => tx.draft.findUnique({ where: { shop_customerId_orderId: place } });

export async function saveDraft(tx: Tx, place: Place, data: object, at: Date): Promise<void> {
  const row = { ...place, data: data as Prisma.InputJsonObject, savedAt: at };
  await tx.draft.upsert({ where: { shop_customerId_orderId: place }, create: row, update: row });
}

export async function dropDraft(tx: Tx, place: Place): Promise<void> {
  await tx.draft.deleteMany({ where: place });
}

/** Forgets drafts that nobody came back to. */
export async function forgetDrafts(tx: Tx, shop: string, before: Date): Promise<void> {
  await tx.draft.deleteMany({ where: { shop, savedAt: { lt: before } } });
}
