/** What needs a person now: queues with their counts, what is due next, what stopped, the money that waits. */
import { dayIn } from "../../policy/dates.ts";
import { formatMinor, minorDigits, parseMinor } from "../../policy/money.ts";
import type { App } from "../app.server.ts";
import { countByState, countOverdue, findRmas, openStates, stuckRmas, sumsToPay, type RmaSearch } from "../store/rmaList.ts";
import { policyOn } from "../store/policyVersions.ts";
import { shopOf } from "../store/shops.ts";
import { listed, type ListedRma } from "./listRmas.ts";

export type Home = Readonly<{
  hasPolicy: boolean; hasMapping: boolean; zone: string; decide: number; inspect: number; settle: number; overdue: number; waiting: string;
  stuck: readonly ListedRma[]; next: readonly ListedRma[];
}>;

const NEXT = 8, MOST_STUCK = 50;

/** Counts and sums are of all cases; the lists are short. */
export async function showHome(app: App, { shop }: Readonly<{ shop: string }>): Promise<Home> {
  const db = app.db.prisma, now = app.now(), { zone, settings } = await shopOf(db, shop);
  const next: RmaSearch = { shop, states: openStates, remedies: [], dueBefore: null, text: "", sort: "due", direction: "asc", first: NEXT, after: null, before: null };
  const [due, counts, overdue, sums, stuck, policy] = [await findRmas(db, next), await countByState(db, shop), await countOverdue(db, shop, now), await sumsToPay(db, shop), await stuckRmas(db, shop, MOST_STUCK), await policyOn(db, shop, dayIn(now.toISOString(), zone))];
  return {
    hasPolicy: policy !== null, hasMapping: settings.mapping.length > 0, zone, decide: counts["requested"] ?? 0, inspect: counts["received"] ?? 0, settle: (counts["inspected"] ?? 0) + (counts["settling"] ?? 0),
    overdue, waiting: sums.map(({ currency, amount }) => `${formatMinor(parseMinor(amount, minorDigits(currency)), minorDigits(currency))} ${currency}`).join(", "), stuck: stuck.map((rma) => listed(rma, now)), next: due.rmas.map((rma) => listed(rma, now)),
  };
}
