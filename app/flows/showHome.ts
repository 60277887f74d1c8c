/** What needs a person now: queues with their counts, what is due next, what stopped, the money that waits. */
import { dayIn } from "../../policy/dates.ts";
import type { App } from "../app.server.ts";
import { countByState, findRmas, stuckRmas, type RmaSearch } from "../store/rmaList.ts";
import { policyOn } from "../store/policyVersions.ts";
import { shopOf } from "../store/shops.ts";
import { listed, waitingMoney, type ListedRma } from "./listRmas.ts";

export type Home = Readonly<{
  hasPolicy: boolean; hasMapping: boolean; zone: string; decide: number; inspect: number; settle: number; overdue: number; waiting: string;
  stuck: readonly ListedRma[]; next: readonly ListedRma[];
}>;

const open = ["requested", "approved", "under_way", "received", "inspected", "settling"], MOST_OPEN = 1000, NEXT = 8;

/** Counts are of all cases; the lists are short. */
export async function showHome(app: App, { shop }: Readonly<{ shop: string }>): Promise<Home> {
  const db = app.db.prisma, now = app.now(), { zone, settings } = await shopOf(db, shop);
  const search: RmaSearch = { shop, states: open, remedies: [], dueBefore: null, text: "", sort: "opened", direction: "asc", first: MOST_OPEN, after: null, before: null };
  const [all, due, counts, stuckIds, policy] = [(await findRmas(db, search)).rmas, await findRmas(db, { ...search, sort: "due", first: NEXT }), await countByState(db, shop), await stuckRmas(db, shop), await policyOn(db, shop, dayIn(now.toISOString(), zone))];
  return {
    hasPolicy: policy !== null, hasMapping: settings.mapping.length > 0, zone, decide: counts["requested"] ?? 0, inspect: counts["received"] ?? 0, settle: (counts["inspected"] ?? 0) + (counts["settling"] ?? 0),
    overdue: all.filter((rma) => rma.dueAt !== null && rma.dueAt < now).length, waiting: waitingMoney(all), stuck: all.filter((rma) => stuckIds.has(rma.id)).map((rma) => listed(rma, now)), next: due.rmas.map((rma) => listed(rma, now)),
  };
}
