/** Who did what and when, on an RMA. */
import type { Tx } from "../db.server.ts";
import type { Prisma, TimelineEntry } from "../generated/prisma/client.ts";

export type NewEntry = Readonly<{ shop: string; rmaId: string; at: Date; by: string; kind: string; text: string; data?: object }>;

export async function addEntry(tx: Tx, { data = {}, ...entry }: NewEntry): Promise<void> {
  await tx.timelineEntry.create({ data: { ...entry, data: data as Prisma.InputJsonObject } });
}

/** An RMA's entries, the oldest first. */
export const entriesOf = (tx: Tx, shop: string, rmaId: string): Promise<TimelineEntry[]> => tx.timelineEntry.findMany({ where: { shop, rmaId }, orderBy: { id: "asc" } });
