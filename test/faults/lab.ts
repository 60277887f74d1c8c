/** A run's whole surroundings in this process: the app on its database, another worker beside it, the dev store and the webhooks' box at their addresses. */
import type { App } from "../../app/app.server.ts";
import { rmaOf, type RmaWithLines } from "../../app/store/rmas.ts";
import { appAt, databaseOf, type Database, type Place } from "./database.ts";
import { ourBooks, theirBooks, withoutLineIds, type Where } from "./books.ts";
import { pump, workerOf, type Mishap, type Worker } from "./queue.ts";
import { watched } from "./steps.ts";

/** What the shop's setup says of itself, as far as chapters need it; it crosses a process boundary as JSON. */
export type About = Readonly<{ shop: string; token: string; orderId: string; lines: readonly string[]; variants?: readonly string[] }>;
/** Addresses and places that a run has. */
export type Site = Readonly<{ place: Place; store: string; mail: string; about: About }>;

export type Lab = Readonly<{
  site: Site; about: About; app: App; database: Database; worker: Worker; rival: Worker; where: Where;
  /** By how much the app's clock is ahead. */
  clock: { aheadMs: number };
  /** Webhooks and jobs until nothing is left. */
  settle: (mishapOf?: Mishap) => Promise<void>;
  /** The order's RMA that was opened last, as a person sees it; null where there is none. */
  rma: () => Promise<RmaWithLines | null>;
  /** Both sides' books as one text. */
  books: () => Promise<string>;
  close: () => Promise<void>;
}>;

const unbroken = async (): Promise<void> => { throw new Error("these connections are not to be broken"); };

/** `alone`: without another worker beside it; `breakAll` breaks the app's connections to its server. */
export async function openLab(site: Site, { alone = false, breakAll = unbroken }: Readonly<{ alone?: boolean; breakAll?: () => Promise<void> }> = {}): Promise<Lab> {
  const clock = { aheadMs: 0 }, now = (): Date => new Date(Date.now() + clock.aheadMs), { place, about } = site;
  const app = await appAt(place, site.store, now), database = await databaseOf(app, place, breakAll), worker = await workerOf(app, place);
  const other = "url" in place && !alone ? await appAt(place, site.store, now) : app, rival = other === app ? worker : await workerOf(other, place);
  const where: Where = { database, store: site.store, mail: site.mail, shop: about.shop, token: about.token };
  return {
    site, about, app, database, worker, rival, where, clock,
    settle: (mishapOf) => pump(worker, database, site, mishapOf),
    rma: async () => {
      const [row] = await database.rows<{ id: string }>(`SELECT "id" FROM "Rma" WHERE "shop" = $1 AND "orderId" = $2 ORDER BY "openedAt" DESC, "number" DESC LIMIT 1`, [about.shop, about.orderId]);
      return row ? watched(null, () => rmaOf(app.db.prisma, about.shop, row.id)) : null;
    },
    books: async () => withoutLineIds(JSON.stringify({ theirs: await theirBooks(where), ours: await ourBooks(where) }, null, 1)),
    close: async () => {
      await Promise.all([...new Set([worker, rival])].map(async ({ boss, app: one }) => {
        await boss.stop({ graceful: false, close: true });
        await one.close();
      }));
      await database.close();
    },
  };
}
