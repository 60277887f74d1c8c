/** Registered units. Every query names the shop; serial numbers are given as app/serial.ts writes them. */
import { randomUUID } from "node:crypto";
import type { Tx } from "../db.server.ts";
import type { Prisma, Registration } from "../generated/prisma/client.ts";

export type NewRegistration = Readonly<Omit<Prisma.RegistrationUncheckedCreateInput, "id" | "createdAt">>;
/** A registered unit as a claim sees it; `on` is a civil day. */
export type RegisteredUnit = Readonly<{ on: string; serial: string | null; isTransferred: boolean }>;

/** Adds a registration; null where the unit or the serial number is registered already. */
export async function addRegistration(tx: Tx, row: NewRegistration): Promise<Registration | null> {
  const id = randomUUID(), { count } = await tx.registration.createMany({ data: [{ ...row, id }], skipDuplicates: true });
  return count === 1 ? tx.registration.findFirstOrThrow({ where: { shop: row.shop, id } }) : null;
}

/** Registered units of some orders, by line. */
export async function registeredUnits(tx: Tx, shop: string, orderIds: readonly string[]): Promise<ReadonlyMap<string, readonly RegisteredUnit[]>> {
  const rows = await tx.registration.findMany({ where: { shop, orderId: { in: [...orderIds] } }, orderBy: [{ registeredOn: "asc" }, { id: "asc" }] });
  const byLine = new Map<string, RegisteredUnit[]>();
  for (const { lineId, registeredOn, serial, transferredOn } of rows) {
    if (lineId === null) continue;
    byLine.set(lineId, [...(byLine.get(lineId) ?? []), { on: registeredOn.toISOString().slice(0, 10), serial, isTransferred: transferredOn !== null }]);
  }
  return byLine;
}

export const registrationsOfLine = (tx: Tx, shop: string, orderId: string, lineId: string): Promise<Registration[]> =>
  tx.registration.findMany({ where: { shop, orderId, lineId }, orderBy: [{ unit: "asc" }, { id: "asc" }] });

/** A customer's registrations, the newest first. */
export const registrationsOfCustomer = (tx: Tx, shop: string, customerId: string): Promise<Registration[]> =>
  tx.registration.findMany({ where: { shop, customerId }, orderBy: [{ registeredOn: "desc" }, { id: "asc" }] });

export const registrationBySerial = (tx: Tx, shop: string, serial: string): Promise<Registration | null> => tx.registration.findUnique({ where: { shop_serial: { shop, serial } } });
export const registrationOf = (tx: Tx, shop: string, id: string): Promise<Registration | null> => tx.registration.findFirst({ where: { shop, id } });

export async function changeRegistration(tx: Tx, { shop, id }: Pick<Registration, "shop" | "id">, data: Prisma.RegistrationUncheckedUpdateManyInput): Promise<void> {
  await tx.registration.updateMany({ where: { shop, id }, data });
}

/** Order ids of a customer that are covered, the newest first: where a serial number is looked for. */
export async function coveredOrdersOf(tx: Tx, shop: string, customerId: string, most: number): Promise<string[]> {
  const rows = await tx.coverage.findMany({ where: { shop, customerId }, distinct: ["orderId"], orderBy: [{ placedOn: "desc" }, { orderId: "asc" }], take: most, select: { orderId: true } });
  return rows.map((row) => row.orderId);
}

export type SeenUnit = Readonly<{ orderId: string; orderName: string; customerId: string | null; lineId: string; rmaId: string; number: string }>;

/** The line of a case in which a serial number was written down, the latest first; compared as app/serial.ts writes it. */
export async function rmaLineBySerial(tx: Tx, shop: string, serial: string): Promise<SeenUnit | null> {
  const rows = await tx.$queryRaw<SeenUnit[]>`
    SELECT r."orderId", r."orderName", r."customerId", l."lineId", r."id" AS "rmaId", r."number" FROM "RmaLine" l JOIN "Rma" r ON r."id" = l."rmaId"
    WHERE l."shop" = ${shop} AND r."shop" = ${shop} AND l."serial" IS NOT NULL AND upper(regexp_replace(l."serial", '[[:space:]-]+', '', 'g')) = ${serial}
    ORDER BY r."openedAt" DESC, r."id" LIMIT 1`;
  return rows[0] ?? null;
}
