/** Coverage: what each line is entitled to today, kept current by events. */
import type { Tx } from "../db.server.ts";
import type { Coverage } from "../generated/prisma/client.ts";

export type LineCoverage = Readonly<{
  lineId: string; title: string; returnUntil: string | null; warrantyUntil: string | null; registerUntil: string | null; deliveredAt: string | null; deliveredBy: string | null;
  /** Units bought and units that arrived by carrier or Shopify. */
  units: number; unitsArrived: number;
}>;
/** A day of arrival that somebody named, kept with its source. */
export type SaidDelivery = Readonly<{ on: string; by: "customer" | "person" }>;
export type CoveredOrder = Readonly<{ shop: string; orderId: string; orderName: string; customerId: string | null; policyVersion: string; placedOn: string; at: Date }>;

const day = (text: string | null): Date | null => (text === null ? null : new Date(`${text.slice(0, 10)}T00:00:00Z`));

/** Replaces what is known of an order's lines; lines that are gone are gone here too. */
export async function saveCoverage(tx: Tx, order: CoveredOrder, lines: readonly LineCoverage[]): Promise<void> {
  const { at, placedOn, ...about } = order;
  await tx.coverage.deleteMany({ where: { shop: about.shop, orderId: about.orderId, lineId: { notIn: lines.map((line) => line.lineId) } } });
  for (const line of lines) {
    const row = { ...about, placedOn: day(placedOn), lineId: line.lineId, title: line.title, units: line.units, unitsArrived: line.unitsArrived, returnUntil: day(line.returnUntil), warrantyUntil: day(line.warrantyUntil), registerUntil: day(line.registerUntil), deliveredAt: day(line.deliveredAt), deliveredBy: line.deliveredBy, refreshedAt: at };
    await tx.coverage.upsert({ where: { shop_orderId_lineId: { shop: about.shop, orderId: about.orderId, lineId: line.lineId } }, create: row, update: row });
  }
}

export const coverageOf = (tx: Tx, shop: string, orderId: string): Promise<Coverage[]> => tx.coverage.findMany({ where: { shop, orderId }, orderBy: { lineId: "asc" } });

/** A customer's lines, those of the newest orders first; as many as a list shows. */
export const coverageOfCustomer = (tx: Tx, shop: string, customerId: string): Promise<Coverage[]> =>
  tx.coverage.findMany({ where: { shop, customerId }, orderBy: [{ placedOn: "desc" }, { orderId: "desc" }, { lineId: "asc" }], take: 1000 });

/** What was said of arrivals, by line, for some orders. */
export async function saidDeliveries(tx: Tx, shop: string, orderIds: readonly string[]): Promise<ReadonlyMap<string, SaidDelivery>> {
  const rows = await tx.coverage.findMany({ where: { shop, orderId: { in: [...orderIds] }, saidOn: { not: null } }, select: { lineId: true, saidOn: true, saidBy: true } });
  return new Map(rows.flatMap(({ lineId, saidOn, saidBy }) => (saidOn ? [[lineId, { on: saidOn.toISOString().slice(0, 10), by: saidBy === "person" ? "person" : "customer" }] as const] : [])));
}

/** Keeps what was said of a line's arrival; false where the line has no coverage yet. */
export async function saveSaidDelivery(tx: Tx, line: Readonly<{ shop: string; orderId: string; lineId: string }>, said: SaidDelivery): Promise<boolean> {
  return (await tx.coverage.updateMany({ where: { shop: line.shop, orderId: line.orderId, lineId: line.lineId }, data: { saidOn: day(said.on), saidBy: said.by } })).count === 1;
}
