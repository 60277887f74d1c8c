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

export type RegistrationSearch = Readonly<{
  shop: string; text: string; sources: readonly string[];
  /** `none`: those that belong to no order. `elsewhere`: whose serial number stands in a case of another line. */
  which: "all" | "none" | "elsewhere"; first: number; after: string | null; before: string | null;
}>;
export type RegistrationPage = Readonly<{ rows: readonly Registration[]; hasBefore: boolean; hasAfter: boolean }>;

/** A page of registrations, the newest first. */
export async function findRegistrations(tx: Tx, { shop, text, sources, which, first, after, before }: RegistrationSearch): Promise<RegistrationPage> {
  const contains = { contains: text, mode: "insensitive" } as const, number = text.toUpperCase().replace(/[\s-]+/g, ""), cursor = after ?? before;
  const found = await tx.registration.findMany({
    where: {
      shop, ...(sources.length ? { source: { in: [...sources] } } : {}), ...(which === "none" ? { orderId: null } : which === "elsewhere" ? { id: { in: await seenElsewhere(tx, shop) } } : {}),
      ...(text ? { OR: [{ product: contains }, { orderName: contains }, { serial: { contains: number } }] } : {}),
    },
    orderBy: [{ registeredOn: "desc" }, { id: "desc" }], take: before ? -(first + 1) : first + 1, ...(cursor ? { cursor: { id: cursor }, skip: 1 } : {}),
  });
  const isMore = found.length > first, rows = before ? found.slice(isMore ? 1 : 0) : found.slice(0, first);
  return { rows, hasBefore: before ? isMore : after !== null, hasAfter: before ? true : isMore };
}

/** Registrations whose serial number was also written down for another line: one number, two items. */
async function seenElsewhere(tx: Tx, shop: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT g."id" FROM "Registration" g JOIN "RmaLine" l ON l."shop" = g."shop" AND upper(regexp_replace(l."serial", '[[:space:]-]+', '', 'g')) = g."serial"
    WHERE g."shop" = ${shop} AND l."lineId" IS DISTINCT FROM g."lineId" LIMIT 1000`;
  return rows.map((row) => row.id);
}

/** Cases in which some serial numbers were written down. */
export const casesWithSerials = (tx: Tx, shop: string, serials: readonly string[]): Promise<(SeenUnit & { serial: string })[]> =>
  tx.$queryRaw`
    SELECT r."orderId", r."orderName", r."customerId", l."lineId", r."id" AS "rmaId", r."number", upper(regexp_replace(l."serial", '[[:space:]-]+', '', 'g')) AS "serial" FROM "RmaLine" l JOIN "Rma" r ON r."id" = l."rmaId"
    WHERE l."shop" = ${shop} AND r."shop" = ${shop} AND l."serial" IS NOT NULL AND upper(regexp_replace(l."serial", '[[:space:]-]+', '', 'g')) = ANY(${[...serials]})
    ORDER BY r."openedAt" DESC`;

export async function removeRegistration(tx: Tx, shop: string, id: string): Promise<void> {
  await tx.registration.deleteMany({ where: { shop, id } });
}

/** The end of the warranty of some lines, by line id. */
export async function warrantyEnds(tx: Tx, shop: string, lineIds: readonly string[]): Promise<ReadonlyMap<string, Date | null>> {
  const rows = await tx.coverage.findMany({ where: { shop, lineId: { in: [...lineIds] } }, select: { lineId: true, warrantyUntil: true } });
  return new Map(rows.map((row) => [row.lineId, row.warrantyUntil]));
}

/** The id of a covered order by its name, with or without the sign before the number. */
export async function coveredOrderByName(tx: Tx, shop: string, name: string): Promise<string | null> {
  const row = await tx.coverage.findFirst({ where: { shop, orderName: { in: [name, `#${name}`] } }, select: { orderId: true } });
  return row?.orderId ?? null;
}
