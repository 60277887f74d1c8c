/**
 * Threat model, "A shop reads another's": what the database is asked names the shop, query by query, over the life of
 * cases, imports, compliance topics and an uninstall. Which tables have to be named is read from Prisma's own list.
 */
import { afterAll, beforeAll, expect, it } from "vitest";
import { Prisma } from "../../app/generated/prisma/client.ts";
import type { App } from "../../app/app.server.ts";
import { changeSettings } from "../../app/flows/changeSettings.ts";
import { importAgain } from "../../app/flows/importAgain.ts";
import { rmasAsCsv } from "../../app/flows/listRmas.ts";
import { quoteOrder } from "../../app/flows/quoteOrder.ts";
import { receiveEvent } from "../../app/flows/receiveEvent.ts";
import { reconcileDue, reconcileOrders } from "../../app/flows/reconcileOrders.ts";
import { showHome } from "../../app/flows/showHome.ts";
import { showOrder } from "../../app/flows/showOrder.ts";
import { showRma } from "../../app/flows/showRma.ts";
import { startWorker } from "../../app/worker.server.ts";
import { eraseShop } from "../../app/store/personalData.ts";
import { rmaSearch } from "../../app/ui/rmaSearch.ts";
import { UNWANTED } from "../app/asks.ts";
import { merchantShop, type MerchantShop } from "../app/merchantShop.ts";
import { stepsOf } from "../app/rmaSteps.ts";

type Asked = Readonly<{ model: string | undefined; operation: string; args: unknown }>;

/** Reads that go over all shops on purpose, and what for. */
const overAllShops: Readonly<Record<string, string>> = {
  "Shop findMany": "which shops are due for the nightly run",
  "OrderRun findMany": "when each shop's last run began",
};

const named = (where: unknown): boolean => {
  if (typeof where !== "object" || where === null) return false;
  return Object.entries(where).some(([key, value]) =>
    (key === "shop" || key === "domain") ? typeof value === "string" : (key.startsWith("shop_") && named(value)) || (key === "AND" && [value].flat().some(named)));
};

/** Sessions are found by an id that contains the shop's domain; the library asks so. */
const bySessionId = ({ model, args }: Asked): boolean => model === "Session" && JSON.stringify((args as { where?: unknown }).where ?? {}).includes(".myshopify.com");

function namesShop(asked: Asked): boolean {
  const { where, data, create } = (asked.args ?? {}) as { where?: unknown; data?: unknown; create?: unknown };
  if (asked.model === undefined) {
    const text = JSON.stringify(asked.args).replaceAll("\\", "");
    // A lock is of no table.
    return /"shop"|pgboss/.test(text) || !/\b(FROM|INTO|UPDATE)\b/i.test(text);
  }
  if (/^create/.test(asked.operation)) return [data].flat().every(named);
  return asked.operation === "upsert" ? named(where) && named(create) : named(where) || bySessionId(asked);
}

const unscoped: string[] = [], seen = new Set<string>();

function watched(app: App): App {
  const note = (asked: Asked): void => {
    if (asked.model) seen.add(asked.model);
    if (!namesShop(asked)) unscoped.push(asked.model ? `${asked.model} ${asked.operation}` : JSON.stringify(asked.args));
  };
  const prisma = app.db.prisma.$extends({ query: { $allOperations: ({ model, operation, args, query }) => { note({ model, operation, args }); return query(args); } } });
  return { ...app, db: { ...app.db, prisma: prisma as unknown as App["db"]["prisma"] } };
}

let m: MerchantShop, app: App;
beforeAll(async () => {
  const made = await merchantShop("amcrest");
  app = watched(made.s.app);
  m = { ...made, s: { ...made.s, app } };
}, 60_000);
afterAll(() => m.s.close());

it("every table but the shops' own carries the shop", async () => {
  const columns = await app.db.sql.query<{ table_name: string }>("SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'shop'");
  expect(columns.map((column) => column.table_name).sort()).toEqual(Object.values(Prisma.ModelName).filter((name) => name !== "Shop").sort());
});

it("every query names the shop", async () => {
  const steps = stepsOf(m), shop = m.shop;
  await startWorker(app);
  const placed = await m.place({ lines: [{ sku: "AM-T5", price: "69.99", quantity: 2 }] });
  const rma = await steps.requested(placed, { request: { ...UNWANTED } });
  await showRma(app, { shop, rmaId: rma.id });
  await steps.settle(await steps.arrived(await steps.now(rma), "as_described"));
  await Promise.all([showHome(app, { shop }), showOrder(app, { shop, orderId: placed.orderId }), quoteOrder(app, { shop, orderId: placed.orderId })]);
  await rmasAsCsv(app, rmaSearch(new URLSearchParams(), shop, app.now()), ["x"]);
  await changeSettings(app, { shop, settings: { shipBackDays: 20 } });
  await importAgain(app, { shop });
  await reconcileDue(app);
  await reconcileOrders(app, { shop });
  const tell = (topic: string, payload: Record<string, unknown>): Promise<boolean> => receiveEvent(app, { shop, eventId: `${topic} 1`, topic, payload, triggeredAt: null });
  const order = Number(placed.orderId.split("/").at(-1));
  for (const topic of ["orders/updated", "returns/update", "refunds/create"]) await tell(topic, { id: order, order_id: order });
  await tell("customers/data_request", { customer: { id: 1 }, orders_requested: [order], data_request: { id: 9 } });
  await tell("customers/redact", { customer: { id: 1 }, orders_to_redact: [order] });
  await expect.poll(async () => (await app.db.sql.query('SELECT 1 FROM "Event" WHERE "doneAt" IS NULL')).length, { timeout: 20_000 }).toBe(0);
  await tell("app/uninstalled", {});
  await expect.poll(async () => (await app.db.sql.query('SELECT 1 FROM "Event" WHERE "doneAt" IS NULL')).length, { timeout: 20_000 }).toBe(0);
  expect([...new Set(unscoped)].filter((query) => !(query in overAllShops))).toEqual([]);
  // Of a sample that touches little, nothing would follow.
  expect([...seen].sort()).toEqual(expect.arrayContaining(["Action", "Coverage", "DataRequest", "Event", "OrderRun", "PolicyVersion", "Registration", "Rma", "RmaLine", "Session", "Shop", "TimelineEntry"]));
});

it("the check itself tells a query that names the shop from one that does not", () => {
  expect(namesShop({ model: "Rma", operation: "findMany", args: { where: { state: "closed" } } })).toBe(false);
  expect(namesShop({ model: "Rma", operation: "findMany", args: { where: { OR: [{ shop: "a" }, {}] } } })).toBe(false);
  expect(namesShop({ model: "Rma", operation: "updateMany", args: { where: { shop: "a", id: "b" } } })).toBe(true);
  expect(namesShop({ model: "Action", operation: "findUnique", args: { where: { shop_key: { shop: "a", key: "b" } } } })).toBe(true);
  expect(namesShop({ model: "Event", operation: "createMany", args: { data: [{ shop: "a" }, { topic: "b" }] } })).toBe(false);
});

const filler: Readonly<Record<string, string>> = { text: "'x'", jsonb: "'{}'", integer: "1", bigint: "1", boolean: "false", date: "'2026-01-01'", "timestamp with time zone": "now()", bytea: "'\\x00'" };

/** A row of nothing in particular in every table; a table that refers to another comes after it. */
async function fillEvery(shop: string): Promise<void> {
  const columns = await app.db.sql.query<{ table_name: string; column_name: string; data_type: string; is_nullable: string; column_default: string | null }>("SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns WHERE table_schema = 'public'");
  let left: string[] = Object.values(Prisma.ModelName);
  for (let round = 0; left.length && round < 5; round++) {
    const failed: string[] = [];
    for (const table of left) {
      const wanted = columns.filter((column) => column.table_name === table && column.is_nullable === "NO" && (column.column_default === null || column.column_name === "domain"));
      const values = wanted.map(({ column_name, data_type }) => (["shop", "domain"].includes(column_name) ? `'${shop}'` : filler[data_type] ?? `unknown type ${data_type}`));
      await app.db.sql.query(`INSERT INTO "${table}" (${wanted.map((column) => `"${column.column_name}"`).join(", ")}) VALUES (${values.join(", ")})`).catch(() => failed.push(table));
    }
    left = failed;
  }
  expect(left, "tables that took no row").toEqual([]);
}

it("erasing a shop leaves no row of it in any table", async () => {
  const shop = "gone.myshopify.com", rowsOf = async (model: string): Promise<number> => (await app.db.sql.query(`SELECT 1 FROM "${model}" WHERE "${model === "Shop" ? "domain" : "shop"}" = $1`, [shop])).length;
  await fillEvery(shop);
  await app.db.prisma.$transaction((tx) => eraseShop(tx, shop));
  for (const model of Object.values(Prisma.ModelName)) expect(await rowsOf(model), model).toBe(0);
});
