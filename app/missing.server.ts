/** What keeps this process from taking work. */
import type { Database } from "./db.server.ts";
import type { Jobs } from "./jobs.server.ts";
import { migrationNames } from "./migrate.server.ts";

/** Longer than this a database that is up does not take. */
const LONGEST_MS = 2000;

const late = (ms: number): Promise<never> => new Promise((_, fail) => setTimeout(() => fail(new Error("late")), ms).unref());

/** In words, or null where nothing is missing. */
export async function missing({ db, jobs }: Readonly<{ db: Pick<Database, "sql">; jobs: Pick<Jobs, "isOpen"> }>): Promise<string | null> {
  try {
    const rows = await Promise.race([db.sql.query<{ migration_name: string }>('SELECT "migration_name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL'), late(LONGEST_MS)]);
    const applied = new Set(rows.map((row) => row.migration_name));
    if (migrationNames().some((name) => !applied.has(name))) return "the database is not migrated";
    return jobs.isOpen() ? null : "the queue is closed";
  } catch {
    return "the database does not answer";
  }
}
