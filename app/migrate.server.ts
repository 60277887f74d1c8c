/**
 * Applies prisma/migrations, each file and its row in one transaction, under an advisory lock, so that two
 * processes may start at once and a second run does nothing. `prisma migrate` reads the same history.
 */
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { UmzugStorage } from "umzug";

/** The two things a database must do here; PGlite and pg both can. */
export type Sql = Readonly<{
  /** Under a name PostgreSQL keeps the statement, read and planned, for as long as a connection lasts. */
  query: <Row>(text: string, values?: readonly unknown[], name?: string) => Promise<readonly Row[]>;
  /** Several statements without values. */
  run: (script: string) => Promise<void>;
}>;

const LOCK = 7_236_551;
const history = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ, "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT, "rolled_back_at" TIMESTAMPTZ, "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`;

/** The migrations this version knows, oldest first. */
export const migrationNames = (folder = "prisma/migrations"): readonly string[] => readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();

/** Applies what is not yet applied and returns the names. Throws where an applied file was changed since. */
export async function migrate(db: Sql, folder = "prisma/migrations"): Promise<readonly string[]> {
  await db.query("SELECT pg_advisory_lock($1)", [LOCK]);
  try {
    await db.run(history);
    const scripts = migrationNames(folder).map((name) => ({ name, sql: readFileSync(join(folder, name, "migration.sql"), "utf8") }));
    await refuseChanged(db, scripts);
    const applied = new Set(await appliedIn(db));
    if (scripts.every(({ name }) => applied.has(name))) return [];
    // It brings a command line with it, which takes a start longer to read than all of this.
    const { Umzug } = await import("umzug");
    const umzug = new Umzug({ migrations: scripts.map(({ name, sql }) => ({ name, up: () => apply(db, name, sql) })), storage: storageOf(db), logger: undefined });
    return (await umzug.up()).map((migration) => migration.name);
  } finally {
    await db.query("SELECT pg_advisory_unlock($1)", [LOCK]);
  }
}

const checksum = (sql: string): string => createHash("sha256").update(sql).digest("hex");

async function apply(db: Sql, name: string, sql: string): Promise<void> {
  const row = `INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "applied_steps_count")
    VALUES (gen_random_uuid()::text, '${checksum(sql)}', now(), '${name.replaceAll("'", "''")}', 1)`;
  await db.run(`BEGIN;\n${sql}\n;${row};\nCOMMIT;`).catch(async (error: unknown) => {
    await db.run("ROLLBACK");
    throw new Error(`migration ${name} failed`, { cause: error });
  });
}

async function refuseChanged(db: Sql, scripts: readonly { name: string; sql: string }[]): Promise<void> {
  const applied = await db.query<{ migration_name: string; checksum: string }>('SELECT "migration_name", "checksum" FROM "_prisma_migrations"');
  for (const row of applied) {
    const script = scripts.find(({ name }) => name === row.migration_name);
    if (script && checksum(script.sql) !== row.checksum) throw new Error(`migration ${row.migration_name} was changed after it was applied`);
  }
}

const appliedIn = async (db: Sql): Promise<string[]> => (await db.query<{ migration_name: string }>('SELECT "migration_name" FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL')).map((row) => row.migration_name);

/** umzug asks which are applied; the row itself is written with the migration. */
const storageOf = (db: Sql): UmzugStorage => ({
  logMigration: async () => {},
  unlogMigration: async () => {
    throw new Error("migrations are not undone; write a new one");
  },
  executed: () => appliedIn(db),
});
