/** Files at Shopify that are to go; each stays on the list until it is gone there. */
import type { Tx } from "../db.server.ts";

export async function addFilesToDrop(tx: Tx, shop: string, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length) await tx.fileToDrop.createMany({ data: fileIds.map((fileId) => ({ shop, fileId })), skipDuplicates: true });
}

/** The oldest first. */
export async function filesToDrop(tx: Tx, shop: string, most: number): Promise<readonly string[]> {
  return (await tx.fileToDrop.findMany({ where: { shop }, orderBy: [{ at: "asc" }, { fileId: "asc" }], take: most, select: { fileId: true } })).map(({ fileId }) => fileId);
}

export async function filesDropped(tx: Tx, shop: string, fileIds: readonly string[]): Promise<void> {
  await tx.fileToDrop.deleteMany({ where: { shop, fileId: { in: [...fileIds] } } });
}
