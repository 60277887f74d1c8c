import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Session } from "@shopify/shopify-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../app/db.server.ts";
import { FolderInUse } from "../../app/folderLock.server.ts";
import { readEnv } from "../../app/env.server.ts";
import { Prisma } from "../../app/generated/prisma/client.ts";
import { migrate, migrationNames } from "../../app/migrate.server.ts";
import { sessionStorage } from "../../app/sessions.server.ts";
import { refusalsOf } from "../../app/shopify/refusals.ts";
import { ShopifyRejected } from "../../app/shopify/admin.ts";
import { tokenSeal } from "../../app/tokenSeal.server.ts";
import { freshDatabase } from "./database.ts";
import { addShop } from "../devstore/kernel/world.ts";
import { createShop } from "../devstore/shop.ts";
import { install, stand, type Stand } from "./stand.ts";

const SHOP = "one.myshopify.com";

describe("the environment", () => {
  it("names every variable that is missing or wrong", () => {
    expect(() => readEnv({ PORT: "eighty" })).toThrow(/PORT .*\nSHOPIFY_API_KEY .*\nSHOPIFY_API_SECRET /s);
    expect(() => readEnv({ DEVSTORE_URL: "http://127.0.0.1:4100", DATABASE_URL: "mysql://x" })).toThrow(/DATABASE_URL is not a postgresql/);
    expect(readEnv({ DEVSTORE_URL: "http://127.0.0.1:4100" })).toMatchObject({ PORT: 3000, DATA_FOLDER: ".data", RUN_JOBS: true });
  });
});

describe("the embedded database", () => {
  it("is migrated once, and has the columns of the schema", async () => {
    const { folder, url, drop } = await freshDatabase({ isEmpty: true }), db = await openDatabase({ folder, url });
    expect(await migrate(db.sql)).toEqual([]);
    const columns = await db.sql.query<{ table_name: string; column_name: string; is_nullable: string }>("SELECT table_name, column_name, is_nullable FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\\_%'");
    const schema = readFileSync("prisma/schema.prisma", "utf8");
    const modelled = Object.values(Prisma.ModelName).flatMap((model) => {
      const body = new RegExp(`^model ${model} \\{([\\s\\S]*?)^\\}`, "m").exec(schema)?.[1] ?? "";
      return [...body.matchAll(/^ {2}(\w+)\s+(String|Int|BigInt|Boolean|Json|DateTime|Bytes)(\?)?/gm)].map(([, field, , optional]) => `${model}.${field} ${optional ? "YES" : "NO"}`);
    });
    expect(columns.map((c) => `${c.table_name}.${c.column_name} ${c.is_nullable}`).sort()).toEqual(modelled.sort());
    await db.close();
    await drop();
  });

  it("refuses a folder that is in use, and opens it again once it is free", async () => {
    const folder = mkdtempSync(join(tmpdir(), "recourse-"));
    const first = await openDatabase({ folder });
    await first.prisma.shop.create({ data: { domain: SHOP } });
    await expect(openDatabase({ folder })).rejects.toThrow(FolderInUse);
    await first.close();
    const second = await openDatabase({ folder });
    expect(await second.prisma.shop.count()).toBe(1);
    await second.close();
  });
});

/** A process of its own that opens the database, says so, and closes it when it is told to. */
function opener(where: { url?: string | undefined; folder: string }): { said: Promise<string>; end: () => Promise<void>; kill: () => Promise<void> } {
  const script = `import { openDatabase } from "./app/db.server.ts";
    const db = await openDatabase(${JSON.stringify(where)}).catch((error) => { console.log(error.message); process.exit(1); });
    console.log("open");
    process.stdin.once("data", () => void db.close().then(() => process.exit(0)));`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: ["pipe", "pipe", "inherit"] });
  const said = new Promise<string>((done) => child.stdout.once("data", (text: Buffer) => done(text.toString().trim())));
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  return { said, end: async () => { child.stdin.end("end"); await ended; }, kill: async () => { child.kill("SIGKILL"); await ended; } };
}

it("a folder whose process was killed is free at once", async () => {
  const folder = mkdtempSync(join(tmpdir(), "recourse-")), first = opener({ folder });
  expect(await first.said).toBe("open");
  await expect(openDatabase({ folder })).rejects.toThrow(FolderInUse);
  await first.kill();
  const next = await openDatabase({ folder });
  expect(await next.prisma.shop.count()).toBe(0);
  await next.close();
});

it("two processes that start at once on a new database migrate it once; on one folder the second is told to stop", async () => {
  const { url, folder, drop } = await freshDatabase({ isEmpty: true });
  const both = [opener({ url, folder }), opener({ url, folder })], said = await Promise.all(both.map((one) => one.said));
  await Promise.all(both.map((one) => one.end()));
  expect(said.toSorted()).toEqual(url ? ["open", "open"] : [expect.stringMatching(/^The folder .* is in use by another process\. Stop that one/), "open"]);
  const db = await openDatabase({ url, folder });
  const applied = await db.sql.query<{ migration_name: string }>('SELECT "migration_name" FROM "_prisma_migrations" ORDER BY "migration_name"');
  expect(applied.map((row) => row.migration_name)).toEqual(migrationNames());
  await db.close();
  await drop();
});

it("refusals are read once each, with their field", () => {
  const error = { field: ["returnInput", "returnLineItems", "0", "quantity"], message: "Return line item has an invalid quantity.", code: "INVALID" };
  expect(refusalsOf({ userErrors: [error, error] })).toEqual([{ field: "returnInput.returnLineItems.0.quantity", code: "INVALID", message: error.message }]);
  expect(refusalsOf({ return: { id: "x" }, userErrors: [] })).toEqual([]);
  expect(refusalsOf(null)).toEqual([]);
});

describe("an installed shop", () => {
  let s: Stand;
  beforeAll(async () => {
    s = await stand((world) => void addShop(world, createShop({ domain: SHOP, currency: "USD", tokens: [] })));
    await install(s, SHOP);
  });
  afterAll(() => s.close());

  it("answers through the Admin client, which counts calls and points", async () => {
    const admin = s.app.adminFor(SHOP);
    expect(await admin.run("{ shop { myshopifyDomain currencyCode } }", {})).toEqual({ shop: { myshopifyDomain: SHOP, currencyCode: "USD" } });
    expect(admin.spent()).toEqual({ calls: 1, points: 1 });
  });

  it("says what Shopify did not understand", async () => {
    await expect(s.app.adminFor(SHOP).run("{ shop { nonsense } }", {})).rejects.toThrow(ShopifyRejected);
  });

  it("waits out a throttle, and gives up on a broken Shopify with the doubt named", async () => {
    const fault = (body: unknown) => fetch(`${s.store.origin}/__faults`, { method: "POST", body: JSON.stringify(body) });
    await fault({ root: "shop", kind: "429", times: 1 });
    const admin = s.app.adminFor(SHOP);
    expect(await admin.run("{ shop { currencyCode } }", {})).toEqual({ shop: { currencyCode: "USD" } });
    expect(admin.spent().calls).toBe(2);
    await fault({ root: "shop", kind: "5xx", times: 1 });
    await expect(s.app.adminFor(SHOP).run("{ shop { id } }", {})).rejects.toMatchObject({ name: "Error", unclear: true });
  });

  it("refreshes an offline token once, however many ask at the same time", async () => {
    await s.app.db.prisma.session.update({ where: { id: `offline_${SHOP}` }, data: { expires: new Date(s.app.now().getTime() + 1000) } });
    const before = await s.app.db.prisma.session.findUniqueOrThrow({ where: { id: `offline_${SHOP}` } });
    await Promise.all(Array.from({ length: 8 }, () => s.app.adminFor(SHOP).run("{ shop { id } }", {})));
    const after = await s.app.db.prisma.session.findUniqueOrThrow({ where: { id: `offline_${SHOP}` } });
    expect(after.refreshToken).not.toBe(before.refreshToken);
    expect(after.accessToken).not.toBe(before.accessToken);
    expect(await s.app.adminFor(SHOP).run("{ shop { myshopifyDomain } }", {})).toEqual({ shop: { myshopifyDomain: SHOP } });
  });
});

it("two processes refresh a token once between them", async () => {
  const { url, folder, drop } = await freshDatabase(), one = await openDatabase({ url, folder }), two = url ? await openDatabase({ url, folder }) : one;
  const seal = tokenSeal([{ name: "a", key: Buffer.alloc(32) }]), now = (): Date => new Date(0), made: Session[] = [];
  const session = (token: string, at: number): Session => new Session({ id: `offline_${SHOP}`, shop: SHOP, state: "", isOnline: false, accessToken: token, refreshToken: `r-${token}`, expires: new Date(at), refreshTokenExpires: new Date(1e12) });
  const refresh = async (): Promise<Session> => {
    await new Promise((done) => setTimeout(done, 100));
    made.push(session(`next-${made.length}`, 1e10));
    return made.at(-1) as Session;
  };
  const [first, second] = [one, two].map((db) => sessionStorage({ db, now, seal, refresh }));
  await first?.storeSession(session("old", 1000));
  const tokens = await Promise.all([first, second].map(async (storage) => (await storage?.loadSession(`offline_${SHOP}`))?.accessToken));
  expect([tokens, made.length]).toEqual([["next-0", "next-0"], 1]);
  if (two !== one) await two.close();
  await one.close();
  await drop();
});

it("work that asks the database again and again leaves room for requests and timers", async () => {
  const { url, folder, drop } = await freshDatabase(), db = await openDatabase({ url, folder });
  let others = 0;
  const timer = setInterval(() => others++, 1);
  for (let asked = 0; asked < 600; asked++) await db.prisma.shop.count();
  clearInterval(timer);
  expect(others).toBeGreaterThan(3);
  await db.close();
  await drop();
});

describe("jobs", () => {
  it("a job sent in a transaction that is rolled back is never worked", async () => {
    const s = await stand((world) => void addShop(world, createShop({ domain: SHOP, currency: "USD", tokens: [] })));
    const seen: string[] = [];
    await s.app.jobs.work("event", async ({ resource }) => void seen.push(resource));
    await s.app.db.prisma.$transaction(async (tx) => {
      await s.app.jobs.send("event", { shop: SHOP, resource: "gone" }, { tx });
      throw new Error("rolled back");
    }).catch(() => undefined);
    await s.app.db.prisma.$transaction(async (tx) => s.app.jobs.send("event", { shop: SHOP, resource: "kept" }, { tx }));
    await expect.poll(() => seen, { timeout: 10_000 }).toEqual(["kept"]);
    await s.close();
  });
});
