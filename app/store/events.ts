/** The inbox: webhooks stored before anything is done with them. */
import type { Prisma } from "../generated/prisma/client.ts";
import type { Tx } from "../db.server.ts";

export type NewEvent = Readonly<{ shop: string; eventId: string; topic: string; resource: string; payload: unknown; triggeredAt: Date | null }>;
export type StoredEvent = Readonly<{ id: bigint; topic: string; payload: unknown }>;

/** Stores an event; false where it is there already (the same event id under the same topic). */
export async function storeEvent(tx: Tx, { resource, payload, ...event }: NewEvent): Promise<boolean> {
  const { count } = await tx.event.createMany({ data: [{ ...event, resourceId: resource, payload: payload as Prisma.InputJsonValue }], skipDuplicates: true });
  return count === 1;
}

/** Events of one resource that nobody has handled, in the order of their arrival. */
export const waitingEvents = (tx: Tx, shop: string, resource: string): Promise<StoredEvent[]> =>
  tx.event.findMany({ where: { shop, resourceId: resource, doneAt: null }, orderBy: { id: "asc" }, select: { id: true, topic: true, payload: true } });

/** Marks events as handled; what they said is in Shopify or of no use any more, so no buyer's data stays here. */
export async function eventsDone(tx: Tx, shop: string, ids: readonly bigint[], at: Date): Promise<void> {
  await tx.event.updateMany({ where: { shop, id: { in: [...ids] } }, data: { doneAt: at, payload: {} } });
}

/** Forgets events that were handled before a moment. */
export async function forgetEvents(tx: Tx, shop: string, before: Date): Promise<void> {
  await tx.event.deleteMany({ where: { shop, doneAt: { lt: before } } });
}
