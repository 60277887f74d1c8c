/** Registrations for their screen and as a file: each with the end of its warranty, and where its number was seen elsewhere. */
import type { App } from "../app.server.ts";
import { csvOf } from "../csv.ts";
import type { Registration } from "../generated/prisma/client.ts";
import { casesWithSerials, findRegistrations, registrationOf, warrantyEnds, type RegistrationSearch } from "../store/registrations.ts";
import { Missing } from "../store/rmas.ts";

export type SeenIn = Readonly<{ rmaId: string; number: string; orderName: string }>;
export type ListedRegistration = Readonly<{
  id: string; product: string; serial: string | null; orderId: string | null; orderName: string | null; registeredOn: string; warrantyUntil: string | null; source: string; by: string; transferredOn: string | null;
  /** Cases of another line in which its serial number was written down. */ elsewhere: readonly SeenIn[];
}>;
export type RegistrationList = Readonly<{ registrations: readonly ListedRegistration[]; before: string | null; after: string | null; isEmpty: boolean }>;

const dayOf = (date: Date | null | undefined): string | null => date?.toISOString().slice(0, 10) ?? null;

async function listed(app: App, shop: string, rows: readonly Registration[]): Promise<ListedRegistration[]> {
  const ends = await warrantyEnds(app.db.prisma, shop, rows.flatMap(({ lineId }) => lineId ?? []));
  const seen = await casesWithSerials(app.db.prisma, shop, rows.flatMap(({ serial }) => serial ?? []));
  return rows.map(({ id, product, serial, orderId, orderName, lineId, registeredOn, source, by, transferredOn }) => ({
    id, product, serial, orderId, orderName, registeredOn: dayOf(registeredOn) ?? "", warrantyUntil: lineId ? dayOf(ends.get(lineId)) : null, source, by, transferredOn: dayOf(transferredOn),
    elsewhere: seen.filter((one) => one.serial === serial && one.lineId !== lineId).map(({ rmaId, number, orderName: name }) => ({ rmaId, number, orderName: name })),
  }));
}

export async function listRegistrations(app: App, search: RegistrationSearch): Promise<RegistrationList> {
  const page = await findRegistrations(app.db.prisma, search), isFirst = page.rows.length === 0;
  return {
    registrations: await listed(app, search.shop, page.rows), before: page.hasBefore ? (page.rows[0]?.id ?? null) : null, after: page.hasAfter ? (page.rows.at(-1)?.id ?? null) : null,
    isEmpty: isFirst && (await app.db.prisma.registration.count({ where: { shop: search.shop } })) === 0,
  };
}

/** One registration. Throws Missing. */
export async function showRegistration(app: App, { shop, id }: Readonly<{ shop: string; id: string }>): Promise<ListedRegistration> {
  const row = await registrationOf(app.db.prisma, shop, id);
  const [shown] = row ? await listed(app, shop, [row]) : [];
  if (!shown) throw new Missing(`${shop} has no registration ${id}`);
  return shown;
}

const MOST_ROWS = 10_000;

/** At most 10,000 rows, with the headings that an import reads. */
export async function registrationsAsCsv(app: App, search: RegistrationSearch, headings: readonly string[]): Promise<string> {
  const { registrations } = await listRegistrations(app, { ...search, first: MOST_ROWS, after: null, before: null });
  return csvOf([headings, ...registrations.map((one) => [one.orderName ?? "", one.product, one.serial ?? "", one.registeredOn, one.warrantyUntil ?? "", one.source, one.by, one.transferredOn ?? ""])]);
}
