import type { Database } from "../../../app/db.server.ts";
import type { Prisma } from "../../../app/generated/prisma/client.ts";

/** One Prisma insert; an event that is there already is left as it is. */
export async function insertEvent(db: Database, event: Readonly<{ shop: string; topic: string; eventId: string; payload: unknown }>): Promise<void> {
  await db.prisma.event.createMany({ data: [{ ...event, payload: event.payload as Prisma.InputJsonValue }], skipDuplicates: true });
}
