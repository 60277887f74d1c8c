/**
 * A queue of waiting events drains: node test/load/drain.ts [EVENTS], on PGlite, or with TEST_DATABASE_URL on PostgreSQL.
 * One shop floods; a second shop's few events come last. Reports how fast it drains, and when the second shop was through.
 */
import { createWorld, addShop } from "../devstore/kernel/world.ts";
import { createShop } from "../devstore/shop.ts";
import { serve } from "../devstore/start.ts";
import { openApp } from "../../app/app.server.ts";
import { readEnv } from "../../app/env.server.ts";
import { receiveEvents } from "../../app/flows/receiveEvents.ts";
import { startWorker } from "../../app/worker.server.ts";
import { freshDatabase, whereOf } from "../app/database.ts";

const FLOOD = "flood.myshopify.com", QUIET = "quiet.myshopify.com", BATCH = 128, ORDERS_PART = 5;

export type Drained = Readonly<{ database: string; events: number; storedSeconds: number; drainedSeconds: number; quietDoneWhenFloodHad: number; outOfOrder: number }>;

/** Events of products and orders' topics that need no call of Shopify: what is measured is the queue. */
const eventOf = (shop: string, n: number, events: number) => ({ shop, eventId: `d${n}`, topic: "reverse_deliveries/attach_deliverable", resource: `order ${n % Math.max(1, Math.floor(events / ORDERS_PART))}`, payload: "{}", triggeredAt: null });

/** Stores `events` of one shop and then ten of another, works them, and looks at the order in which each order's events were handled. */
export async function drain(events: number): Promise<Drained> {
  const world = createWorld();
  for (const domain of [FLOOD, QUIET]) addShop(world, createShop({ domain, currency: "USD", tokens: [] }));
  const store = await serve(world), fresh = await freshDatabase();
  const app = await openApp(readEnv({ DEVSTORE_URL: store.origin, ...whereOf(fresh) }));
  const store1 = receiveEvents(app), begun = performance.now();
  for (let n = 0; n < events; n += BATCH) await store1(Array.from({ length: Math.min(BATCH, events - n) }, (_, i) => eventOf(FLOOD, n + i, events)));
  await store1(Array.from({ length: 10 }, (_, i) => eventOf(QUIET, i, 10)));
  const stored = performance.now();
  await startWorker(app);
  do await new Promise((done) => setTimeout(done, 200));
  while (await app.db.prisma.event.findFirst({ where: { shop: { in: [FLOOD, QUIET] }, doneAt: null }, select: { id: true } }));
  const drained = performance.now();
  const [row] = await app.db.sql.query<{ count: number }>('SELECT count(*)::int AS count FROM "Event" a JOIN "Event" b ON b."shop" = a."shop" AND b."resourceId" = a."resourceId" AND b."id" > a."id" AND b."doneAt" < a."doneAt"');
  const [after] = await app.db.sql.query<{ count: number }>('SELECT count(*)::int AS count FROM "Event" WHERE "shop" = $1 AND "doneAt" > (SELECT max("doneAt") FROM "Event" WHERE "shop" = $2)', [FLOOD, QUIET]);
  await app.close();
  await store.close();
  await fresh.drop();
  const seconds = (ms: number): number => Math.round(ms / 100) / 10;
  return { database: app.db.kind, events: events + 10, storedSeconds: seconds(stored - begun), drainedSeconds: seconds(drained - stored), quietDoneWhenFloodHad: after?.count ?? -1, outOfOrder: row?.count ?? -1 };
}

if (import.meta.main) {
  const drained = await drain(Number(process.argv[2] ?? 100_000));
  console.log(JSON.stringify(drained));
  process.exitCode = drained.outOfOrder === 0 ? 0 : 1;
}
