/** Photos that staff added to lines of cases. */
import type { Tx } from "../db.server.ts";
import type { Photo, Prisma } from "../generated/prisma/client.ts";

export async function addPhoto(tx: Tx, photo: Prisma.PhotoUncheckedCreateInput): Promise<void> {
  await tx.photo.create({ data: photo, select: { id: true } });
}

export const photoOf = (tx: Tx, shop: string, rmaId: string, id: string): Promise<Photo | null> => tx.photo.findFirst({ where: { shop, rmaId, id } });
export const countPhotos = (tx: Tx, shop: string, rmaId: string): Promise<number> => tx.photo.count({ where: { shop, rmaId } });
