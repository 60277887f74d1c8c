/** The database of a run: opened by the app, put back to where a chapter began, restarted under it. */
import pg from "pg";
import { openApp, type App } from "../../app/app.server.ts";
import { readEnv } from "../../app/env.server.ts";
import { watched } from "./steps.ts";

/** Where it is: a server's database, with the address by which the app reaches it where that is another (pooler.ts), or a folder of PGlite's. */
export type Place = Readonly<{ url: string; through?: string } | { folder: string }>;
export const addressOf = (place: Readonly<{ url: string; through?: string }>): string => place.through ?? place.url;
export type Database = Readonly<{
  kind: "pglite" | "postgres";
  /** Rows by a statement of the sweep's own, which nobody watches. */
  rows: <Row>(text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;
  run: (script: string) => Promise<void>;
  /**
   * The server is restarted: every connection breaks. The embedded one restarts with its process, which is the fault "killed";
   * here it fails as one does whose disk is full. Throws on PGlite.
   */
  restart: () => Promise<void>;
  close: () => Promise<void>;
}>;

/** Opens an app on a place; `now` is its clock. What is struck complains, so its log is not shown. */
export const appAt = (place: Place, store: string, now: () => Date): Promise<App> =>
  openApp(readEnv({ DEVSTORE_URL: store, NODE_ENV: "test", RUN_JOBS: "false", LOG_LEVEL: process.env["SWEEP_TALK"] ? "warn" : "silent", ...("url" in place ? { DATABASE_URL: addressOf(place) } : { DATA_FOLDER: place.folder }) }), { now });

/** `breakAll` breaks all connections of the app to its server. */
export async function databaseOf(app: App, place: Place, breakAll: () => Promise<void>): Promise<Database> {
  const rows: Database["rows"] = (text, values) => watched(null, () => app.db.sql.query(text, values));
  const run: Database["run"] = (script) => watched(null, () => app.db.sql.run(script));
  if (!("url" in place)) {
    const restart = async (): Promise<void> => { throw new Error("could not extend file: No space left on device"); };
    return { kind: "pglite", rows, run, restart, close: async () => {} };
  }
  const own = new pg.Client({ connectionString: place.url });
  await own.connect();
  const script: Database["run"] = (text) => watched(null, async () => void (await own.query(text)));
  return { kind: "postgres", rows: (text, values = []) => watched(null, async () => (await own.query(text, [...values])).rows as never), run: script, restart: () => watched(null, breakAll), close: () => own.end() };
}

const TABLES = `SELECT format('%I.%I', schemaname, tablename) AS "name" FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' UNION ALL SELECT 'pgboss.job' ORDER BY 1`;
const copyOf = (chapter: number, name: string): string => `"before_${chapter}"."${name.replaceAll('"', "")}"`;

/** Keeps all rows as they are before a chapter, in a schema of its own with the script that puts them back. */
export async function keepRows(database: Database, chapter: number): Promise<void> {
  const names = (await database.rows<{ name: string }>(TABLES)).map(({ name }) => name), filled = new Set<string>();
  for (const name of names) if ((await database.rows(`SELECT 1 FROM ${name} LIMIT 1`)).length) filled.add(name);
  const copies = [...filled].map((name) => `CREATE TABLE ${copyOf(chapter, name)} AS TABLE ${name};`);
  const script = names.map((name) => `DELETE FROM ${name};${filled.has(name) ? ` INSERT INTO ${name} SELECT * FROM ${copyOf(chapter, name)};` : ""}`);
  await database.run(`DROP SCHEMA IF EXISTS "before_${chapter}" CASCADE; CREATE SCHEMA "before_${chapter}"; ${copies.join("\n")} CREATE TABLE "before_${chapter}".script AS SELECT $script$${script.join("\n")}$script$::text AS text;`);
}

/** Puts all rows back to what they were before a chapter. */
export async function putRowsBack(database: Database, chapter: number): Promise<void> {
  const [script] = await database.rows<{ text: string }>(`SELECT text FROM "before_${chapter}".script`);
  await database.run(`BEGIN; SET LOCAL session_replication_role = replica; SET LOCAL lock_timeout = '5s'; ${script?.text ?? ""} COMMIT;`);
}
