/** `npm run backup -- FILE` and `npm run restore -- FILE`: the embedded database as one file, while nobody has its folder. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { FolderInUse, lockFolder } from "./folderLock.server.ts";

/** A sentence for the person who asked, without a stack. */
class Refused extends Error {}

const inside = (folder: string): string => join(folder, "pglite");

/** Writes the folder's database to a file that is there whole or not at all. Throws FolderInUse. */
export async function backUp(folder: string, file: string): Promise<void> {
  if (!existsSync(inside(folder))) throw new Refused(`There is no database in ${folder}.`);
  const unlock = await lockFolder(folder);
  try {
    const db = await PGlite.create(inside(folder));
    const dump = await db.dumpDataDir("gzip").finally(() => db.close());
    writeFileSync(`${file}.part`, Buffer.from(await dump.arrayBuffer()), { mode: 0o600 });
    renameSync(`${file}.part`, file);
  } finally {
    await unlock();
  }
}

/** Puts a backup in the place of the folder's database; what was there is kept beside it as pglite.before. Throws FolderInUse. */
export async function restore(folder: string, file: string): Promise<void> {
  if (!existsSync(file)) throw new Refused(`There is no file ${file}.`);
  const unlock = await lockFolder(folder), next = `${inside(folder)}.next`, before = `${inside(folder)}.before`;
  try {
    rmSync(next, { recursive: true, force: true });
    const db = await PGlite.create(next, { loadDataDir: new Blob([readFileSync(file)]) });
    // Proves that it is one of ours before anything is replaced.
    await db.query('SELECT count(*) FROM "_prisma_migrations"').finally(() => db.close());
    rmSync(before, { recursive: true, force: true });
    if (existsSync(inside(folder))) renameSync(inside(folder), before);
    renameSync(next, inside(folder));
  } catch (error) {
    throw new Refused(`${file} is no backup of this app: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    rmSync(next, { recursive: true, force: true });
    await unlock();
  }
}

const USAGE = "usage: npm run backup -- FILE | npm run restore -- FILE (the folder is DATA_FOLDER, .data where it is not set)";

async function main([command = "", file]: readonly string[]): Promise<void> {
  const work = { backup: backUp, restore }[command], folder = process.env["DATA_FOLDER"] || ".data";
  if (!work || !file) throw new Refused(USAGE);
  if (process.env["DATABASE_URL"]) throw new Refused("DATABASE_URL is set: back up PostgreSQL with its own pg_dump.");
  await work(folder, resolve(file));
  console.log(command === "backup" ? `The database of ${folder} is in ${file}.` : `${folder} holds what ${file} holds; what was there before is in ${inside(folder)}.before.`);
}

if (import.meta.main) {
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Refused || error instanceof FolderInUse ? error.message : error);
    process.exit(1);
  });
}
