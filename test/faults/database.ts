/** The database of a run: opened by the app, put back to where a chapter began, restarted under it. */
import pg from "pg";
import { openApp, type App } from "../../app/app.server.ts";
import { readEnv } from "../../app/env.server.ts";
import { watched } from "./steps.ts";

/** Where it is: a server's database or a folder of PGlite's. */
export type Place = Readonly<{ url: string } | { folder: string }>;
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
  openApp(readEnv({ DEVSTORE_URL: store, NODE_ENV: "test", RUN_JOBS: "false", LOG_LEVEL: process.env["SWEEP_TALK"] ? "warn" : "silent", ...("url" in place ? { DATABASE_URL: place.url } : { DATA_FOLDER: place.folder }) }), { now });

export async function databaseOf(app: App, place: Place): Promise<Database> {
  const rows: Database["rows"] = (text, values) => watched(null, () => app.db.sql.query(text, values));
  const run: Database["run"] = (script) => watched(null, () => app.db.sql.run(script));
  if (!("url" in place)) {
    const restart = async (): Promise<void> => { throw new Error("could not extend file: No space left on device"); };
    return { kind: "pglite", rows, run, restart, close: async () => {} };
  }
  const own = new pg.Client({ connectionString: place.url });
  await own.connect();
  const restart = (): Promise<void> => watched(null, () => endOthers(own));
  const script: Database["run"] = (text) => watched(null, async () => void (await own.query(text)));
  return { kind: "postgres", rows: (text, values = []) => watched(null, async () => (await own.query(text, [...values])).rows as never), run: script, restart, close: () => own.end() };
}

const OTHERS = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";

/** Ends all other connections and waits until they are gone. (To let the server wait takes a tenth of a second for each.) */
async function endOthers(own: pg.Client): Promise<void> {
  await own.query(`SELECT pg_terminate_backend(pid) ${OTHERS}`);
  for (let tries = 0; tries < 1000; tries++) {
    if ((await own.query(`SELECT 1 ${OTHERS} LIMIT 1`)).rowCount === 0) return;
    await new Promise((wait) => setTimeout(wait, 2));
  }
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
