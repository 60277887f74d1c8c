/** Each night, in each shop's own: what webhooks missed is read again. The same run as the first import, only shorter. */
import { offsetAt } from "../../policy/dates.ts";
import type { App } from "../app.server.ts";
import type { OrderRun } from "../generated/prisma/client.ts";
import { beginRun, orderRunOf } from "../store/orderRuns.ts";
import { forgetOld } from "./forgetOld.ts";

const HOUR_MS = 3_600_000, NIGHT_FROM = 1, NIGHT_TO = 5, REST_MS = 20 * HOUR_MS, LONGEST_MS = 48 * HOUR_MS;
/** Read again by so much, for clocks that differ and changes that Shopify's search sees late. */
const OVERLAP_MS = HOUR_MS;

/** Begins a shop's nightly run and its job in one transaction; false where a run is under way. A shop without a first import gets that. */
export async function reconcileOrders(app: App, { shop }: { shop: string }): Promise<boolean> {
  const at = app.now();
  await forgetOld(app, { shop });
  return app.db.prisma.$transaction(async (tx) => {
    const run = await orderRunOf(tx, shop), caughtUpTo = run?.caughtUpTo ?? null;
    const since = caughtUpTo && new Date(caughtUpTo.getTime() - OVERLAP_MS);
    const begun = await beginRun(tx, { shop, kind: since ? "nightly" : "first", since, at });
    if (begun || isStuck(run, at)) await app.jobs.send("import", { shop }, { tx });
    return begun;
  });
}

/** A run whose job gave up goes on where it stood. */
const isStuck = (run: OrderRun | null, at: Date): boolean => run?.state === "running" && at.getTime() - run.movedAt.getTime() > HOUR_MS;

/** Whether a shop is due: it is night there and the last run is long enough ago, or too long ago at any hour. */
export function isDue(at: Date, zone: string, lastBegun: Date | null): boolean {
  if (!lastBegun) return true;
  const rested = at.getTime() - lastBegun.getTime();
  const hour = new Date(at.getTime() + offsetAt(at.getTime(), zone)).getUTCHours();
  return rested >= LONGEST_MS || (rested >= REST_MS && hour >= NIGHT_FROM && hour < NIGHT_TO);
}

/** Sends the jobs of all shops that are due; called every hour. Returns their domains. */
export async function reconcileDue(app: App): Promise<string[]> {
  const shops = await app.db.prisma.shop.findMany({ where: { uninstalledAt: null }, select: { domain: true, zone: true } });
  const runs = new Map((await app.db.prisma.orderRun.findMany({ select: { shop: true, startedAt: true } })).map((run) => [run.shop, run.startedAt]));
  const due = shops.filter((shop) => isDue(app.now(), shop.zone, runs.get(shop.domain) ?? null)).map((shop) => shop.domain);
  for (const shop of due) await app.jobs.send("reconcile", { shop });
  return due;
}
