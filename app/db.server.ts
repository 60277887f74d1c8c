/** The database: PGlite in a folder, or PostgreSQL by DATABASE_URL; one Prisma client over either. */
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { lockFolder } from "./folderLock.server.ts";
import { PrismaClient } from "./generated/prisma/client.ts";
import { migrate, type Sql } from "./migrate.server.ts";
import { prismaOverPglite } from "./pgliteAdapter.server.ts";
import { inTurns } from "./pgliteTurns.server.ts";

export type Db = PrismaClient;
/** What a query needs inside a transaction or out of it. */
export type Tx = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends">;

export type Database = Readonly<{
  kind: "pglite" | "postgres";
  prisma: Db;
  sql: Sql;
  pglite?: PGlite;
  /** Runs work under a lock that other processes on the same server respect; PGlite has no other process. */
  withLock?: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
}>;

/** Opens the database and brings it up to date. Throws FolderInUse. */
export async function openDatabase({ url, folder }: { url?: string | undefined; folder: string }): Promise<Database> {
  return url ? openPostgres(url) : openPglite(folder);
}

async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  const one = await pool.connect();
  const sql: Sql = {
    query: async <Row>(text: string, values: readonly unknown[] = []) => (await one.query(text, [...values])).rows as Row[],
    run: async (script) => void (await one.query(script)),
  };
  await migrate(sql).finally(() => one.release());
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const pooled: Sql = {
    query: async <Row>(text: string, values: readonly unknown[] = [], name?: string) => (await pool.query({ text, values: [...values], ...(name ? { name } : {}) })).rows as Row[],
    run: async (script) => void (await pool.query(script)),
  };
  // Those who hold a lock have connections of their own: else ten of them could wait for ever for one to work with.
  const holders = new pg.Pool({ connectionString: url, max: 10 });
  for (const each of [pool, holders]) each.on("error", () => {});
  const withLock = <T>(name: string, work: () => Promise<T>): Promise<T> => holding(holders, name, work);
  return { kind: "postgres", prisma, sql: pooled, withLock, close: async () => { await prisma.$disconnect(); await holders.end(); await pool.end(); } };
}

/** Works while a connection holds the lock of a name. A connection that breaks meanwhile must not end the process; its lock is gone with it. */
async function holding<T>(holders: pg.Pool, name: string, work: () => Promise<T>): Promise<T> {
  const holder = await holders.connect(), broken = (): void => {};
  holder.on("error", broken);
  try {
    await holder.query("SELECT pg_advisory_lock(hashtext($1))", [name]);
    return await work();
  } finally {
    const error = await holder.query("SELECT pg_advisory_unlock(hashtext($1))", [name]).then(() => undefined, (reason: Error) => reason);
    holder.off("error", broken);
    holder.release(error);
  }
}

/** PGlite takes and clears all of its buffers at the start. What does not fit in them is read from the system's own cache of files. */
const BUFFERS = "16MB";

async function openPglite(folder: string): Promise<Database> {
  const unlock = await lockFolder(folder);
  const pglite = inTurns(await PGlite.create(join(folder, "pglite"), { startParams: [...PGlite.defaultStartParams, "-c", `shared_buffers=${BUFFERS}`] }));
  const sql: Sql = {
    query: async <Row>(text: string, values: readonly unknown[] = []) => (await pglite.query(text, [...values])).rows as Row[],
    run: async (script) => void (await pglite.exec(script)),
  };
  await migrate(sql);
  const prisma = new PrismaClient({ adapter: prismaOverPglite(pglite) });
  // $disconnect does not close PGlite.
  return { kind: "pglite", prisma, sql, pglite, close: async () => { await prisma.$disconnect(); await pglite.close(); await unlock(); } };
}
