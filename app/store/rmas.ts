/** RMAs and their lines. Every query names the shop. */
import type { Tx } from "../db.server.ts";
import type { Prisma, RmaLine } from "../generated/prisma/client.ts";

export type RmaWithLines = Prisma.RmaGetPayload<{ include: { lines: true } }>;
export type NewRma = Readonly<Omit<Prisma.RmaUncheckedCreateInput, "lines" | "entries" | "actions">>;
export type NewLine = Readonly<Prisma.RmaLineUncheckedCreateWithoutRmaInput>;

const whole = { lines: { orderBy: { id: "asc" } } } as const;

/** Writes an RMA with its lines. Throws on the unique shop + number or shop + return. */
export const createRma = (tx: Tx, rma: NewRma, lines: readonly NewLine[]): Promise<RmaWithLines> => tx.rma.create({ data: { ...rma, lines: { create: [...lines] } }, include: whole });

/** The shop has nothing by this id: there is no such thing, or it is another shop's. */
export class Missing extends Error {}

/** An RMA with its lines. Throws Missing. */
export async function rmaOf(tx: Tx, shop: string, id: string): Promise<RmaWithLines> {
  const rma = await tx.rma.findFirst({ where: { shop, id }, include: whole });
  if (!rma) throw new Missing(`${shop} has no RMA ${id}`);
  return rma;
}

export const rmaByReturn = (tx: Tx, shop: string, returnId: string): Promise<RmaWithLines | null> => tx.rma.findFirst({ where: { shop, returnId }, include: whole });
export const rmaByNumber = (tx: Tx, shop: string, number: string): Promise<RmaWithLines | null> => tx.rma.findFirst({ where: { shop, number }, include: whole });

/** The RMA, or null where the shop has none by this id. */
export const rmaFound = (tx: Tx, shop: string, id: string): Promise<RmaWithLines | null> => tx.rma.findFirst({ where: { shop, id }, include: whole });
/** The RMA that a request with this key opened. */
export const rmaByKey = (tx: Tx, shop: string, requestKey: string): Promise<RmaWithLines | null> => tx.rma.findFirst({ where: { shop, requestKey }, include: whole });
/** The customer's own RMA; null for anybody else's. */
export const rmaOfCustomer = (tx: Tx, shop: string, customerId: string, id: string): Promise<RmaWithLines | null> => tx.rma.findFirst({ where: { shop, id, customerId }, include: whole });

/** The RMA, its row locked until the transaction ends: of two who change it at once the second sees what the first did. */
export async function lockRma(tx: Tx, shop: string, id: string): Promise<RmaWithLines> {
  await tx.$queryRaw`SELECT "id" FROM "Rma" WHERE "shop" = ${shop} AND "id" = ${id} FOR UPDATE`;
  return rmaOf(tx, shop, id);
}

export async function changeRma(tx: Tx, rma: Pick<RmaWithLines, "shop" | "id">, data: Prisma.RmaUncheckedUpdateManyInput): Promise<void> {
  await tx.rma.updateMany({ where: { shop: rma.shop, id: rma.id }, data });
}

/** Lines with files that Shopify had not finished when they came, so that nobody looked into them. */
export const linesWithUnseenFiles = (tx: Tx, shop: string, most: number): Promise<RmaLine[]> =>
  tx.rmaLine.findMany({ where: { shop, photos: { array_contains: [{ checked: false }] } }, orderBy: { id: "asc" }, take: most });

export async function changeLine(tx: Tx, line: Pick<RmaLine, "shop" | "id">, data: Prisma.RmaLineUncheckedUpdateManyInput): Promise<void> {
  await tx.rmaLine.updateMany({ where: { shop: line.shop, id: line.id }, data });
}

/** Lines of an order's RMAs that are not over: what units are spoken for. */
export const openLinesOf = (tx: Tx, shop: string, orderId: string): Promise<RmaLine[]> =>
  tx.rmaLine.findMany({ where: { shop, rma: { orderId, state: { notIn: ["declined", "cancelled", "closed"] } } } });

/** Cases of an order in which something is still to be decided or settled. */
export const openCasesOf = (tx: Tx, shop: string, orderId: string): Promise<{ id: string }[]> =>
  tx.rma.findMany({ where: { shop, orderId, state: { in: ["requested", "approved", "under_way", "received", "inspected"] } }, select: { id: true }, orderBy: { id: "asc" } });

/** Cases of some orders with something charged beside their return. */
export const casesWithCharges = (tx: Tx, shop: string, orderIds: readonly string[]): Promise<{ id: string }[]> =>
  tx.rma.findMany({ where: { shop, orderId: { in: [...orderIds] }, charges: { not: [] } }, select: { id: true }, orderBy: { id: "asc" } });

/** Which of these returns no case stands for. */
export async function unknownReturns(tx: Tx, shop: string, returnIds: readonly string[]): Promise<readonly string[]> {
  const known = new Set((await tx.rma.findMany({ where: { shop, returnId: { in: [...returnIds] } }, select: { returnId: true } })).map(({ returnId }) => returnId));
  return returnIds.filter((id) => !known.has(id));
}

/** How many lines staff decided against the policy since a moment, and of how many. */
export async function countOverrides(tx: Tx, shop: string, since: Date): Promise<Readonly<{ overridden: number; lines: number }>> {
  const where = { shop, rma: { openedAt: { gte: since } } };
  const [overridden, lines] = [await tx.rmaLine.count({ where: { ...where, override: { not: null } } }), await tx.rmaLine.count({ where })];
  return { overridden, lines };
}

/** Units of an order line that other cases hold, or have settled before they ended. */
export async function unitsElsewhere(tx: Tx, { shop, id, orderId }: Pick<RmaWithLines, "shop" | "id" | "orderId">, lineId: string): Promise<number> {
  const lines = await tx.rmaLine.findMany({ where: { shop, lineId, rmaId: { not: id }, rma: { orderId } }, select: { quantity: true, settled: true, rma: { select: { state: true } } } });
  return lines.reduce((n, line) => n + (["declined", "cancelled", "closed"].includes(line.rma.state) ? line.settled : line.quantity), 0);
}
