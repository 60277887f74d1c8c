/** What members of staff are called. */
import type { Tx } from "../db.server.ts";
import type { Staff } from "../generated/prisma/client.ts";

export const staffBy = (tx: Tx, shop: string, userId: string): Promise<Staff | null> => tx.staff.findUnique({ where: { shop_userId: { shop, userId } } });

export async function keepStaff(tx: Tx, staff: Staff): Promise<void> {
  const { shop, userId, ...rest } = staff;
  await tx.staff.upsert({ where: { shop_userId: { shop, userId } }, create: staff, update: rest });
}

/** Forgets who was not seen since a moment; without one, all of a shop. */
export async function forgetStaff(tx: Tx, shop: string, before?: Date): Promise<void> {
  await tx.staff.deleteMany({ where: { shop, ...(before ? { askedAt: { lt: before } } : {}) } });
}
