/**
 * A database of a test's own: a folder of PGlite's, or one on the server that TEST_DATABASE_URL names. Migrations and queues are
 * made once and copied: to make them takes seconds each time, and a start of the app brings a copy up to date in any case.
 */
import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import pg from "pg";

/** Where it is: `url` is undefined for PGlite, and the folder stays empty on a server. `drop` takes it away. */
export type Fresh = Readonly<{ url: string | undefined; folder: string; drop: () => Promise<void> }>;

const server = process.env["TEST_DATABASE_URL"];
const CACHE = "node_modules/.cache";

async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  return work(client).finally(() => client.end());
}

const addressOf = (name: string): string => {
  const url = new URL(server ?? "");
  url.pathname = `/${name}`;
  return url.href;
};

/** What a prepared database is made of; with another of these it is made anew. */
function madeOf(): string {
  const hash = createHash("sha256"), folder = "prisma/migrations";
  for (const name of readdirSync(folder).sort()) if (existsSync(join(folder, name, "migration.sql"))) hash.update(readFileSync(join(folder, name, "migration.sql")));
  for (const file of ["app/jobs.server.ts", "node_modules/@electric-sql/pglite/package.json", "node_modules/pg-boss/package.json"]) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

/** Opens the app once, in a process of its own: what this one has set and loaded does not matter there, nor what is loaded there here. */
const prepare = async (where: Readonly<Record<string, string>>): Promise<void> => void (await promisify(execFile)(process.execPath, [fileURLToPath(new URL("prepare.ts", import.meta.url))], { env: { ...process.env, ...where } }));

/** The folder that is copied. Two may make it at once: the first to be done stays. */
export async function preparedFolder(): Promise<string> {
  const folder = join(CACHE, `database-${madeOf()}`);
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  const mine = mkdtempSync(join(CACHE, "making-"));
  await prepare({ DATA_FOLDER: mine });
  try {
    renameSync(mine, folder);
  } catch {
    rmSync(mine, { recursive: true, force: true });
  }
  return folder;
}

/** The server's database that is copied; whoever comes second waits for the first. */
export async function preparedTemplate(): Promise<string> {
  const name = `recourse_empty_${madeOf()}`;
  await onServer(async (client) => {
    await client.query("SELECT pg_advisory_lock(7236552)");
    if ((await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name])).rowCount) return;
    await client.query(`CREATE DATABASE ${name}_making`);
    await prepare({ DATABASE_URL: addressOf(`${name}_making`) });
    await client.query(`ALTER DATABASE ${name}_making RENAME TO ${name}`);
  });
  return name;
}

/** A fresh database; `isEmpty`: not even migrated, as a merchant's is at the first start. */
export async function freshDatabase({ isEmpty = false } = {}): Promise<Fresh> {
  const folder = mkdtempSync(join(tmpdir(), "recourse-data-")), dropFolder = (): void => rmSync(folder, { recursive: true, force: true });
  process.once("exit", dropFolder);
  const dropped = (): void => {
    process.off("exit", dropFolder);
    dropFolder();
  };
  if (!server) {
    if (!isEmpty) cpSync(await preparedFolder(), folder, { recursive: true });
    return { url: undefined, folder, drop: async () => dropped() };
  }
  const name = `recourse_${randomBytes(6).toString("hex")}`, template = isEmpty ? "template1" : await preparedTemplate();
  await onServer((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  return {
    url: addressOf(name), folder,
    drop: async () => {
      dropped();
      await onServer((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

/** The same for readEnv. */
export const whereOf = ({ url, folder }: Fresh): Readonly<Record<string, string | undefined>> => ({ DATABASE_URL: url, DATA_FOLDER: folder });
