/** The database: PGlite in a folder, or PostgreSQL by DATABASE_URL; one Prisma client over either. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import lockfile from "proper-lockfile";
import { PrismaClient } from "./generated/prisma/client.ts";
import { migrate, type Sql } from "./migrate.server.ts";
import { prismaOverPglite } from "./pgliteAdapter.server.ts";

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

/** Another process has the folder: two on one folder would lose data without a word. */
export class FolderInUse extends Error {
  constructor(folder: string) {
    super(`The folder ${folder} is in use by another process. Stop that one, or set DATA_FOLDER to another folder.`);
  }
}

/** Opens the database and brings it up to date. Throws FolderInUse; with `memory` nothing is kept. */
export async function openDatabase({ url, folder }: { url?: string | undefined; folder: string | "memory" }): Promise<Database> {
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
    query: async <Row>(text: string, values: readonly unknown[] = []) => (await pool.query(text, [...values])).rows as Row[],
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

async function openPglite(folder: string): Promise<Database> {
  const unlock = folder === "memory" ? async () => {} : await lockFolder(folder);
  const pglite = await PGlite.create(folder === "memory" ? undefined : join(folder, "pglite"));
  const sql: Sql = {
    query: async <Row>(text: string, values: readonly unknown[] = []) => (await pglite.query(text, [...values])).rows as Row[],
    run: async (script) => void (await pglite.exec(script)),
  };
  await migrate(sql);
  const prisma = new PrismaClient({ adapter: prismaOverPglite(pglite) });
  // $disconnect does not close PGlite.
  return { kind: "pglite", prisma, sql, pglite, close: async () => { await prisma.$disconnect(); await pglite.close(); await unlock(); } };
}

/** The process stood still for so long that another may have taken the folder: not one byte more may be written there. */
function stopForLost(folder: string): never {
  console.error(`This process stood still for more than 15 seconds, and another one may have opened ${folder} meanwhile. It ends so that nothing is overwritten; start it again.`);
  process.exit(1);
}

/** An exclusive lock that a killed process loses after 15 s at the latest. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  mkdirSync(folder, { recursive: true });
  try {
    return await lockfile.lock(folder, { stale: 15_000, update: 5_000, realpath: false, onCompromised: () => stopForLost(folder) });
  } catch (error) {
    if ((error as { code?: string }).code === "ELOCKED") throw new FolderInUse(folder);
    throw error;
  }
}
