/** A database of a test's own: PGlite in memory, or a fresh one on the server that TEST_DATABASE_URL names. */
import { randomBytes } from "node:crypto";
import pg from "pg";

const server = process.env["TEST_DATABASE_URL"];

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** Makes the database and says how to drop it; `url` is undefined for PGlite. */
export async function freshDatabase(): Promise<{ url: string | undefined; drop: () => Promise<void> }> {
  if (!server) return { url: undefined, drop: async () => {} };
  const name = `recourse_${randomBytes(6).toString("hex")}`;
  await onServer(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`) };
}
