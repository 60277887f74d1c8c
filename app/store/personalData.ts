/** What is stored of a customer, and its erasure; what a decision was stays, without whose it was. */
import type { Tx } from "../db.server.ts";
import type { DataRequest, Prisma } from "../generated/prisma/client.ts";
import { addFilesToDrop } from "./filesToDrop.ts";
import { eraseImportsOf, importedRowsOf } from "./registrationImports.ts";

/** A customer and the orders that Shopify names with them; gids. */
export type Person = Readonly<{ shop: string; customerId: string; orderIds: readonly string[] }>;

const theirs = ({ customerId, orderIds }: Person) => ({ OR: [{ customerId }, { orderId: { in: [...orderIds] } }] });

/** Registrations of theirs; what a later owner took over of their orders is that owner's. */
const theirRegistrations = (person: Person) => ({ shop: person.shop, ...theirs(person), NOT: { customerId: { not: person.customerId }, transferredOn: { not: null } } });

/** The person with every order of theirs: those named, and those that are known here. */
export async function withOrders(tx: Tx, person: Person): Promise<Person> {
  const { shop, customerId, orderIds } = person, where = { shop, customerId }, select = { orderId: true }, distinct = ["orderId" as const];
  const found = [await tx.coverage.findMany({ where, select, distinct }), await tx.rma.findMany({ where, select, distinct }), await tx.notice.findMany({ where, select, distinct }), await tx.registration.findMany({ where: { ...where, transferredOn: null }, select, distinct })];
  return { ...person, orderIds: [...new Set([...orderIds, ...found.flat().flatMap(({ orderId }) => orderId ?? [])])] };
}

/** Everything stored that belongs to a customer, table by table. */
export async function storedOf(tx: Tx, person: Person): Promise<Readonly<Record<string, readonly object[]>>> {
  const where = { shop: person.shop, ...theirs(person) };
  const coverage = await tx.coverage.findMany({ where, omit: { shop: true }, orderBy: [{ orderId: "asc" }, { lineId: "asc" }] });
  const rmas = await tx.rma.findMany({ where, omit: { shop: true }, orderBy: { openedAt: "asc" }, include: { lines: true, entries: { orderBy: { id: "asc" } } } });
  const registrations = await tx.registration.findMany({ where: theirRegistrations(person), omit: { shop: true }, orderBy: { createdAt: "asc" } });
  const drafts = await tx.draft.findMany({ where, omit: { shop: true }, orderBy: { savedAt: "asc" } });
  const notices = await tx.notice.findMany({ where, omit: { shop: true }, orderBy: { plannedAt: "asc" } });
  const photos = await tx.photo.findMany({ where: { shop: person.shop, rmaId: { in: rmas.map(({ id }) => id) } }, omit: { shop: true, bytes: true }, orderBy: { at: "asc" } });
  return { coverage, rmas, registrations, drafts, notices, photos, imported: await importedRowsOf(tx, person.shop, person.orderIds) };
}

/** Who acts in a case without being of the shop's staff, by the names that the flows give them. */
const notStaff: ReadonlySet<string> = new Set(["Customer", "Policy", "Shopify", "Shopify Flow"]);
/** Dates and numbers become JSON's; what members of staff are called is theirs and not the customer's to have. */
const handedOver = (key: string, value: unknown): unknown =>
  typeof value === "bigint" ? value.toString() : (key === "by" || key === "openedBy") && typeof value === "string" && !notStaff.has(value) ? "Staff" : value;

/** Keeps the answer to a request; a request that comes again renews it. */
export async function keepDataRequest(tx: Tx, request: Omit<DataRequest, "data"> & Readonly<{ data: object }>): Promise<void> {
  const data = JSON.parse(JSON.stringify(request.data, handedOver)) as Prisma.InputJsonObject;
  const row = { ...request, data };
  await tx.dataRequest.upsert({ where: { shop_requestId: { shop: row.shop, requestId: row.requestId } }, create: row, update: row });
}

/** Requests that the merchant has to answer, the newest first; `data` is what to hand over. */
export const dataRequests = (tx: Tx, shop: string): Promise<DataRequest[]> => tx.dataRequest.findMany({ where: { shop }, orderBy: { askedAt: "desc" } });

const ERASED = "erased";

/** The claim's facts that tell where somebody lives go; country and all that the decision hangs on stay. */
function withoutPlace(claim: Prisma.JsonValue): Prisma.InputJsonObject {
  const { customer, ...rest } = claim as Record<string, Prisma.InputJsonValue> & { customer?: Record<string, Prisma.InputJsonValue> };
  const { region: _, ...kept } = customer ?? {};
  return { ...rest, customer: kept };
}

/** What a customer wrote, wherever it lies in an action's input. */
const written = new Set(["customerNote", "returnReasonNote", "note"]);
const withoutNotes = (value: Prisma.JsonValue): Prisma.JsonValue => {
  if (Array.isArray(value)) return value.map(withoutNotes);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, written.has(key) && typeof inner === "string" ? "" : inner === undefined ? null : withoutNotes(inner)]));
};

/**
 * Remembers a person's orders as erased and returns the person with all of them; from then on triggers keep the customer out of what
 * is written of these. In a transaction of its own before `erasePerson`: it waits for whoever writes a customer at this moment, so
 * that the erasure sees what they wrote.
 */
export async function rememberErased(tx: Tx, named: Person): Promise<Person> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('erased orders of ' || ${named.shop}, 0))`;
  const person = await withOrders(tx, named);
  await tx.erasedOrder.createMany({ data: person.orderIds.map((orderId) => ({ shop: person.shop, orderId })), skipDuplicates: true });
  return person;
}

/** Erases who a customer is, what they wrote and what they sent in; decisions, amounts and clauses stay. */
export async function erasePerson(tx: Tx, person: Person): Promise<void> {
  const { shop, customerId } = person, where = { shop, ...theirs(person) };
  await tx.coverage.updateMany({ where, data: { customerId: null, saidOn: null, saidBy: null } });
  await tx.registration.deleteMany({ where: theirRegistrations(person) });
  await tx.draft.deleteMany({ where });
  await tx.notice.deleteMany({ where });
  await eraseImportsOf(tx, shop, person.orderIds);
  await tx.dataRequest.deleteMany({ where: { shop, customerId: person.customerId } });
  await tx.event.deleteMany({ where: { shop, resourceId: { in: person.orderIds.map((id) => `order ${id.split("/").at(-1)}`) }, doneAt: { not: null } } });
  await tx.event.deleteMany({ where: { shop, resourceId: `customers ${customerId.split("/").at(-1)}`, doneAt: { not: null } } });
  const rmas = await tx.rma.findMany({ where, select: { id: true } });
  for (const rma of rmas) await eraseRma(tx, shop, rma.id);
}

/** Erases whose the cases are that were over before a moment, at most so many at once; returns how many. */
export async function eraseOldCases(tx: Tx, shop: string, before: Date, most: number): Promise<number> {
  const where = { shop, state: { in: ["closed", "declined", "cancelled"] }, openedBy: { not: ERASED }, entries: { none: { at: { gte: before } } } };
  const rmas = await tx.rma.findMany({ where: { ...where, openedAt: { lt: before } }, select: { id: true }, orderBy: { openedAt: "asc" }, take: most });
  for (const rma of rmas) await eraseRma(tx, shop, rma.id);
  return rmas.length;
}

/** Forgets what was handed over to customers who asked before a moment. */
export async function forgetDataRequests(tx: Tx, shop: string, before: Date): Promise<void> {
  await tx.dataRequest.deleteMany({ where: { shop, askedAt: { lt: before } } });
}

/** Files of a line that lie at Shopify; photos of staff lie in a table here. */
const filesOf = (photos: Prisma.JsonValue): string[] => (photos as readonly { ref?: unknown }[]).flatMap(({ ref }) => (typeof ref === "string" && ref.startsWith("gid://shopify/") ? [ref] : []));

async function eraseRma(tx: Tx, shop: string, rmaId: string): Promise<void> {
  await tx.photo.deleteMany({ where: { shop, rmaId } });
  await tx.rma.updateMany({ where: { shop, id: rmaId }, data: { customerId: null, openedBy: ERASED, requestKey: null } });
  for (const line of await tx.rmaLine.findMany({ where: { shop, rmaId } })) {
    await addFilesToDrop(tx, shop, filesOf(line.photos));
    await tx.rmaLine.updateMany({ where: { shop, id: line.id }, data: { claim: withoutPlace(line.claim), serial: null, photos: [], findingNote: line.findingNote === null ? null : ERASED } });
  }
  for (const action of await tx.action.findMany({ where: { shop, rmaId } })) {
    await tx.action.updateMany({ where: { shop, id: action.id }, data: { input: withoutNotes(action.input) as Prisma.InputJsonObject } });
  }
  await tx.timelineEntry.updateMany({ where: { shop, rmaId, kind: { in: free } }, data: { text: ERASED, data: {}, by: ERASED } });
}

/** Kinds of timeline entries that a customer makes, or that hold what somebody typed of them; the others say what was decided, and stay. */
const free = ["requested", "note", "message", "attachment", "under_way", "inspected", "quote"];

/** Erases a shop: every row of every table that carries its domain. */
export async function eraseShop(tx: Tx, shop: string): Promise<void> {
  const where = { shop };
  await tx.action.deleteMany({ where });
  await tx.timelineEntry.deleteMany({ where });
  await tx.rmaLine.deleteMany({ where });
  await tx.rma.deleteMany({ where });
  await tx.photo.deleteMany({ where });
  await tx.fileToDrop.deleteMany({ where });
  await tx.erasedOrder.deleteMany({ where });
  await tx.notice.deleteMany({ where });
  await tx.registrationImport.deleteMany({ where });
  await tx.registration.deleteMany({ where });
  await tx.draft.deleteMany({ where });
  await tx.coverage.deleteMany({ where });
  await tx.uncoveredOrder.deleteMany({ where });
  await tx.orderRun.deleteMany({ where });
  await tx.policyVersion.deleteMany({ where });
  await tx.dataRequest.deleteMany({ where });
  await tx.auditEntry.deleteMany({ where });
  await tx.event.deleteMany({ where });
  await tx.staff.deleteMany({ where });
  await tx.session.deleteMany({ where });
  await tx.shop.deleteMany({ where: { domain: shop } });
}
