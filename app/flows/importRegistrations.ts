/**
 * Registrations from a CSV file: the file is read, every row is checked, and only when somebody has seen what fits are those
 * rows added. A file that comes again finds its rows there already.
 */
import { randomUUID } from "node:crypto";
import { parse } from "csv-parse/sync";
import { parseDay } from "../../policy/dates.ts";
import type { Actor, App } from "../app.server.ts";
import type { Issue } from "../../policy/claim.ts";
import { serialOf } from "../serial.ts";
import { addImport, importOf, moveImport, type FileRow, type ImportRead, type RowResult } from "../store/registrationImports.ts";
import { registrationsOfLine } from "../store/registrations.ts";
import { checkRegistration, registerProduct, type RegisterProduct } from "./registerProduct.ts";
import { orderCalled } from "./registrableLines.ts";

/** The columns of a file by what their headings may be, in small letters. */
export const columns = {
  order: ["order", "order name", "order number"], item: ["sku", "item", "product"], serial: ["serial", "serial number", "serial no"], on: ["registered on", "registered", "registration date", "date"],
} as const;
type Column = keyof typeof columns;

const MOST_ROWS = 2000, MOST_BYTES = 1_000_000, ROWS_A_STEP = 10;
const STAFF: Actor["kind"] = "staff";

/** Reads a file; what does not fit in it is named by row and column, and then nothing of it is kept. Returns the import's id. */
export async function beginImport(app: App, { shop, actor, text }: Readonly<{ shop: string; actor: Actor; text: string }>): Promise<Readonly<{ id: string } | { errors: readonly Issue[] }>> {
  const read = rowsIn(text);
  if ("errors" in read) return read;
  const id = randomUUID();
  await app.db.prisma.$transaction(async (tx) => {
    await addImport(tx, { shop, id, at: app.now(), by: actor.name, rows: read.rows });
    await app.jobs.send("registrations", { shop, importId: id }, { tx });
  });
  return { id };
}

const problem = (path: string, message: string): { errors: readonly Issue[] } => ({ errors: [{ path, message }] });

/** The rows of a file with their headings understood. */
export function rowsIn(text: string): Readonly<{ rows: readonly FileRow[] } | { errors: readonly Issue[] }> {
  if (text.length > MOST_BYTES) return problem("file", "is larger than 1 MB; split it");
  if (text.includes("\0") || !text.isWellFormed()) return problem("file", "is no text; save it as CSV in UTF-8");
  let table: string[][];
  try {
    table = parse(text, { bom: true, delimiter: [",", ";", "\t"], relax_column_count: true, skip_empty_lines: true, trim: true });
  } catch (error) {
    return problem("file", error instanceof Error ? error.message : "is not CSV");
  }
  const [headings = [], ...body] = table, at = Object.fromEntries((Object.keys(columns) as Column[]).map((name) => [name, headings.findIndex((heading) => (columns[name] as readonly string[]).includes(heading.toLowerCase().replaceAll("_", " ")))])) as Record<Column, number>;
  const missing = (["order", "on"] as const).filter((name) => at[name] < 0);
  if (missing.length) return { errors: missing.map((name) => ({ path: "row 1", message: `has no column “${name === "order" ? "Order" : "Registered on"}”` })) };
  if (body.length === 0) return problem("file", "has headings and no rows");
  if (body.length > MOST_ROWS) return problem("file", `has more than ${MOST_ROWS} rows; split it`);
  const cell = (row: readonly string[], name: Column): string => (at[name] < 0 ? "" : (row[at[name]] ?? "").replace(/^'(?=[=+\-@])/, "").trim());
  return { rows: body.map((row, i) => ({ row: i + 2, order: cell(row, "order"), item: cell(row, "item"), serial: cell(row, "serial"), on: cell(row, "on") })) };
}

/** What can be said of a row without asking anybody. */
function plainError({ order, on, serial }: FileRow, before: readonly FileRow[]): RowResult | null {
  if (order === "") return { state: "error", field: "Order", message: "is empty" };
  if (Number.isNaN(parseDay(on))) return { state: "error", field: "Registered on", message: `“${on}” is not a day written as YYYY-MM-DD` };
  const twin = serial === "" ? undefined : before.find((one) => serialOf(one.serial) === serialOf(serial));
  return twin ? { state: "error", field: "Serial", message: `stands in row ${twin.row} too` } : null;
}

const asked = ({ shop, by }: ImportRead, row: FileRow, unit: RegisterProduct["unit"]): RegisterProduct => ({ shop, actor: { kind: STAFF, name: by }, unit, on: row.on, source: "import" });
const fields: Readonly<Record<string, string>> = { serial: "Serial", on: "Registered on", "": "Item" };

/** Rows without a serial number that came before: as many as the line has of the same day by a file. */
async function isThere(app: App, run: ImportRead, i: number, lineId: string, orderId: string): Promise<boolean> {
  const row = run.rows[i];
  if (!row || row.serial !== "") return false;
  const alike = run.results.slice(0, i).filter((result, k) => result.lineId === lineId && result.state !== "error" && run.rows[k]?.serial === "" && run.rows[k]?.on === row.on).length;
  const there = (await registrationsOfLine(app.db.prisma, run.shop, orderId, lineId)).filter((one) => one.source === "import" && one.serial === null && one.registeredOn.toISOString().slice(0, 10) === row.on).length;
  return alike < there;
}

async function checked(app: App, run: ImportRead, i: number): Promise<RowResult> {
  const row = run.rows[i];
  if (!row) return { state: "error", message: "is gone" };
  const plain = plainError(row, run.rows.slice(0, i));
  if (plain) return plain;
  const orderId = await orderCalled(app, run.shop, row.order);
  if (orderId === null) return { state: "error", field: "Order", message: `no order is called ${row.order}` };
  const result = await checkRegistration(app, asked(run, row, { orderId, item: row.item, ...(row.serial ? { serial: row.serial } : {}) }));
  if ("registration" in result) return { state: "known", orderId, ...(result.registration.lineId ? { lineId: result.registration.lineId } : {}) };
  if ("notFound" in result) return { state: "error", orderId, field: result.notFound === "line" ? "SKU" : "Order", message: result.notFound === "line" ? (row.item ? `${row.order} has no item ${row.item}` : `${row.order} has several items; name one by its SKU`) : "no policy was in force when it was placed" };
  const lineId = "lineId" in result ? result.lineId : null;
  if ("refused" in result) {
    const full = result.refused[0]?.code === "ALL_REGISTERED" ? await whollyByFile(app, run, i, orderId) : null;
    return full ?? { state: "error", orderId, field: fields[result.refused[0]?.field ?? ""] ?? "Item", message: [result.refused[0]?.message ?? "", result.clauses.map(({ id }) => id).join(", ")].filter(Boolean).join(" ") };
  }
  return lineId && (await isThere(app, run, i, lineId, orderId)) ? { state: "known", orderId, lineId } : { state: "ready", orderId, ...(lineId ? { lineId } : {}), product: result.product };
}

/** A line of which every unit is registered, this row's among them: the file came before. */
async function whollyByFile(app: App, run: ImportRead, i: number, orderId: string): Promise<RowResult | null> {
  const row = run.rows[i], lines = row?.serial === "" ? await app.db.prisma.registration.findMany({ where: { shop: run.shop, orderId, source: "import", serial: null, registeredOn: new Date(`${row.on}T00:00:00Z`) }, distinct: ["lineId"], select: { lineId: true } }) : [];
  for (const { lineId } of lines) if (lineId && (await isThere(app, run, i, lineId, orderId))) return { state: "known", orderId, lineId };
  return null;
}

async function added(app: App, run: ImportRead, i: number): Promise<RowResult> {
  const row = run.rows[i], { orderId, lineId } = run.results[i] ?? {};
  if (!row || !orderId || !lineId) return { state: "error", message: "is gone" };
  const result = await registerProduct(app, asked(run, row, { orderId, lineId, ...(row.serial ? { serial: row.serial } : {}) }));
  if ("registration" in result) return { state: result.isNew ? "added" : "known", orderId, lineId };
  return { state: "error", orderId, lineId, message: "refused" in result ? (result.refused[0]?.message ?? "") : "the order is gone" };
}

/** One step of an import: the next rows are checked or added. `more` while there are rows left. */
export async function stepImport(app: App, { shop, importId }: Readonly<{ shop: string; importId: string }>): Promise<"more" | "done"> {
  const run = await importOf(app.db.prisma, shop, importId);
  if (run.state === "checking") return step(app, run, run.results.length, checked, "checked");
  if (run.state !== "importing") return "done";
  const at = run.results.findIndex(({ state }) => state === "ready");
  return step(app, run, at < 0 ? run.rows.length : at, (a, now, i) => (now.results[i]?.state === "ready" ? added(a, now, i) : Promise.resolve(now.results[i] ?? { state: "error" })), "done");
}

async function step(app: App, run: ImportRead, from: number, work: typeof checked, end: "checked" | "done"): Promise<"more" | "done"> {
  let now = run;
  for (let i = from; i < Math.min(from + ROWS_A_STEP, run.rows.length); i++) {
    const results = [...now.results];
    results[i] = await work(app, now, i);
    now = { ...now, results };
    if (!(await moveImport(app.db.prisma, run, { results }))) return "done";
  }
  if (from + ROWS_A_STEP < run.rows.length) return "more";
  await moveImport(app.db.prisma, run, { state: end });
  return "done";
}

/** Adds the rows that fit. False where the import is not waiting for that. */
export async function confirmImport(app: App, { shop, importId }: Readonly<{ shop: string; importId: string }>): Promise<boolean> {
  const run = await importOf(app.db.prisma, shop, importId);
  return app.db.prisma.$transaction(async (tx) => {
    const moved = run.state === "checked" && (await moveImport(tx, run, { state: "importing" }));
    if (moved) await app.jobs.send("registrations", { shop, importId }, { tx });
    return moved;
  });
}
