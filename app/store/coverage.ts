/** Coverage: what each line is entitled to today, kept current by events. */
import type { Tx } from "../db.server.ts";
import type { Coverage } from "../generated/prisma/client.ts";

export type LineCoverage = Readonly<{
  lineId: string; returnUntil: string | null; warrantyUntil: string | null; registerUntil: string | null; deliveredAt: string | null; deliveredBy: string | null;
}>;

const day = (text: string | null): Date | null => (text === null ? null : new Date(`${text.slice(0, 10)}T00:00:00Z`));

/** Replaces what is known of an order's lines; lines that are gone are gone here too. */
export async function saveCoverage(tx: Tx, order: Readonly<{ shop: string; orderId: string; orderName: string; customerId: string | null; policyVersion: string; at: Date }>, lines: readonly LineCoverage[]): Promise<void> {
  const { at, ...about } = order;
  await tx.coverage.deleteMany({ where: { shop: about.shop, orderId: about.orderId, lineId: { notIn: lines.map((line) => line.lineId) } } });
  for (const line of lines) {
    const row = { ...about, policyVersion: about.policyVersion, lineId: line.lineId, returnUntil: day(line.returnUntil), warrantyUntil: day(line.warrantyUntil), registerUntil: day(line.registerUntil), deliveredAt: day(line.deliveredAt), deliveredBy: line.deliveredBy, refreshedAt: at };
    await tx.coverage.upsert({ where: { shop_orderId_lineId: { shop: about.shop, orderId: about.orderId, lineId: line.lineId } }, create: row, update: row });
  }
}

export const coverageOf = (tx: Tx, shop: string, orderId: string): Promise<Coverage[]> => tx.coverage.findMany({ where: { shop, orderId }, orderBy: { lineId: "asc" } });
