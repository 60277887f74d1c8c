/** Files of registrations on their way in. */
import type { Tx } from "../db.server.ts";
import type { Prisma, RegistrationImport } from "../generated/prisma/client.ts";
import { Missing } from "./rmas.ts";

/** A row as the file has it; `row` counts from 2, the headings being row 1. `on` is a civil day. */
export type FileRow = Readonly<{ row: number; order: string; item: string; serial: string; on: string }>;
/** `ready`: it can be added. `known`: it is there already. `error`: it cannot, and why. `added`: it was. */
export type RowResult = Readonly<{ state: "ready" | "known" | "error" | "added"; field?: string; message?: string; orderId?: string; lineId?: string; product?: string }>;
export type ImportState = "checking" | "checked" | "importing" | "done";
export type ImportRead = Readonly<{ shop: string; id: string; at: Date; by: string; state: ImportState; rows: readonly FileRow[]; results: readonly RowResult[] }>;

const read = (row: RegistrationImport): ImportRead => ({ ...row, state: row.state as ImportState, rows: row.rows as FileRow[], results: row.results as RowResult[] });

export async function addImport(tx: Tx, { shop, id, at, by, rows }: Omit<ImportRead, "state" | "results">): Promise<void> {
  await tx.registrationImport.create({ data: { shop, id, at, by, state: "checking", rows: rows as unknown as Prisma.InputJsonArray } });
}

/** Throws Missing. */
export async function importOf(tx: Tx, shop: string, id: string): Promise<ImportRead> {
  const row = await tx.registrationImport.findFirst({ where: { shop, id } });
  if (!row) throw new Missing(`${shop} has no import ${id}`);
  return read(row);
}

/** Moves an import on, but only from the state it was in. */
export async function moveImport(tx: Tx, { shop, id, state }: Pick<ImportRead, "shop" | "id" | "state">, next: Readonly<{ state?: ImportState; results?: readonly RowResult[] }>): Promise<boolean> {
  const { results, ...rest } = next;
  return (await tx.registrationImport.updateMany({ where: { shop, id, state }, data: { ...rest, ...(results ? { results: results as unknown as Prisma.InputJsonArray } : {}) } })).count === 1;
}

/** Imports are of no use once they are done; those of some orders go at once when their customer is erased. */
export async function forgetImports(tx: Tx, shop: string, before: Date): Promise<void> {
  await tx.registrationImport.deleteMany({ where: { shop, at: { lt: before } } });
}

export async function eraseImportsOf(tx: Tx, shop: string, orderIds: readonly string[]): Promise<void> {
  for (const row of await tx.registrationImport.findMany({ where: { shop } })) {
    const { id, rows, results } = read(row), theirs = rows.map((_, i) => orderIds.includes(results[i]?.orderId ?? ""));
    if (theirs.includes(true)) await tx.registrationImport.updateMany({ where: { shop, id }, data: { rows: rows.map((one, i) => (theirs[i] ? { ...one, order: "", serial: "" } : one)) as unknown as Prisma.InputJsonArray } });
  }
}

/** Rows of files that turned out to be of some orders. */
export async function importedRowsOf(tx: Tx, shop: string, orderIds: readonly string[]): Promise<readonly FileRow[]> {
  const files = (await tx.registrationImport.findMany({ where: { shop }, orderBy: { at: "asc" } })).map(read);
  return files.flatMap(({ rows, results }) => rows.filter((_, i) => orderIds.includes(results[i]?.orderId ?? "")));
}
