/** A site made by this process: a dev store and a box for its webhooks, an app on a fresh copy of an empty database, one scenario set up and written down chapter by chapter. */
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { frozen, thaw } from "../devstore/control/snapshot.ts";
import { outsideOf, type Outside } from "../devstore/control/outside.ts";
import { surround } from "../devstore/control/surround.ts";
import { createWorld, type World } from "../devstore/kernel/world.ts";
import { clearQueue, quiet } from "../devstore/webhooks/queue.ts";
import { serve, type DevStore } from "../devstore/start.ts";
import { preparedFolder, preparedTemplate } from "../app/database.ts";
import { merchantShop, type MerchantShop } from "../app/merchantShop.ts";
import type { stand } from "../app/stand.ts";
import { appAt, type Place } from "./database.ts";
import { openMailbox, PATIENCE_MS, storeHere, type Mailbox } from "./mailbox.ts";
import { openPooler, type Pooler } from "./pooler.ts";

/** A dev store with its box. `putBack` brings shops and box to where they were when `bytes` were taken. */
export type Shopify = Readonly<{ store: DevStore; mailbox: Mailbox; taken: () => Buffer; putBack: (bytes: Buffer) => void; close: () => Promise<void> }>;

function putBackIn(world: World, mailbox: Mailbox, bytes: Buffer): void {
  const outside: Outside = outsideOf(world);
  thaw(world, bytes);
  world.log.length = 0;
  outside.faults = [];
  outside.held = [];
  outside.failures.clear();
  clearQueue(outside.queue);
  mailbox.empty();
}

/** Opens a dev store that sends its webhooks into a box at once. Shopify lets a refresh token be used again until the new one was. */
export async function openShopify(fill: (world: World) => Promise<void> | void): Promise<Shopify> {
  const world = createWorld(), mailbox = await openMailbox();
  await fill(world);
  surround(world, { app: { appUrl: mailbox.origin }, retrySpeed: 1_000_000 });
  outsideOf(world).app.refreshReuse = "until-replaced";
  const store = await serve(world);
  const forget = storeHere(store.origin, () => quiet(outsideOf(world).queue, PATIENCE_MS));
  return { store, mailbox, taken: () => frozen(world), putBack: (bytes) => putBackIn(world, mailbox, bytes), close: async () => { forget(); await store.close(); await mailbox.close(); } };
}

/** Where fresh databases come from: a server that has an empty one as a template, or a folder with one. */
export type Origin = Readonly<{ server: string; template: string } | { folder: string }>;

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

const databaseAt = (server: string, name: string): string => {
  const url = new URL(server);
  url.pathname = `/${name}`;
  // Connections break here, the server does not: its disk need not be waited for.
  url.searchParams.set("options", "-c synchronous_commit=off");
  return url.href;
};

/** A copy of a database or folder under a name of its own. Nobody may be connected to what is copied. */
export async function copyPlace(origin: Origin, name: string): Promise<Place> {
  if ("folder" in origin) {
    const folder = join(origin.folder, "..", name);
    rmSync(folder, { recursive: true, force: true });
    cpSync(origin.folder, folder, { recursive: true });
    return { folder };
  }
  await onServer(origin.server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await onServer(origin.server, `CREATE DATABASE ${name} TEMPLATE ${origin.template}`);
  return { url: databaseAt(origin.server, name) };
}

/** Drops every database that the sweep made on a server. */
export async function dropCopies(server: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  const { rows } = await client.query<{ name: string }>("SELECT datname AS name FROM pg_database WHERE datname LIKE 'faults\\_%'");
  for (const { name } of rows) await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await client.end();
}

/** The place as an app reaches it whose connections can be broken; `pooler` is null for a folder. */
export async function pooled(place: Place): Promise<Readonly<{ place: Place; pooler: Pooler | null }>> {
  if (!("url" in place)) return { place, pooler: null };
  const pooler = await openPooler(place.url);
  return { place: { url: place.url, through: pooler.url }, pooler };
}

/** What a copy of a place is made from. */
export const originOf = (place: Place): Origin => ("folder" in place ? place : { server: databaseAt(place.url, "postgres"), template: new URL(place.url).pathname.slice(1) });

/** The empty database that all others are copied from, as for other tests: migrations and queues are in it. A server is the one that TEST_DATABASE_URL names. */
export async function makeOrigin(server: string | null, folder: string): Promise<Origin> {
  if (server) return { server, template: await preparedTemplate() };
  const origin = { folder: join(folder, "empty") };
  cpSync(await preparedFolder(), origin.folder, { recursive: true });
  return origin;
}

/** One merchant's shop on a place, by the tests' own steps; the app in it is for the setup alone. */
export async function setUpShop(id: string, place: Place, policy?: object): Promise<Readonly<{ m: MerchantShop; shopify: Shopify }>> {
  let made: Shopify | undefined;
  const standAt: typeof stand = async (fill, { now = () => new Date() } = {}) => {
    made = await openShopify(fill);
    const app = await appAt(place, made.store.origin, now);
    return { app, store: made.store, world: made.store.world, close: async () => app.close() };
  };
  const m = await merchantShop(id, { stand: standAt, ...(policy ? { policy } : {}) });
  if (!made) throw new Error("the shop has no store");
  return { m, shopify: made };
}
