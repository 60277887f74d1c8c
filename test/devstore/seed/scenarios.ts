import type { Limit, Merchant } from "./merchant.ts";
import { RETURN_STATES, type ReturnState, type Scenario } from "./plan.ts";

/** What one order shall show, before its details are drawn. */
export type Brief = { readonly scenario: Scenario; readonly limit: Limit | null; readonly daysPast: number; readonly returned: ReturnState | null };

/** Today's distance from a limit's last day: a week before, the day before, the last day itself, the day after, ten days after. */
export const EDGES = [-7, -1, 0, 1, 10] as const;

/** How many orders of a shop show what, besides the limits and the usual ones. */
const SHARE: Readonly<Partial<Record<Scenario, number>>> = {
  split: 14, split_partly_open: 6, in_transit: 6, out_for_delivery: 3, delivery_trouble: 4, lost: 3, unfulfilled: 9, cancelled: 6,
  clearance: 7, refurbished: 7, gift: 8, bulk: 5, pending: 3, authorized: 2, two_payments: 6,
};

const plain = (scenario: Scenario): Brief => ({ scenario, limit: null, daysPast: 0, returned: null });

/**
 * The briefs of `count` orders: every limit from both sides, every return state three times, the special cases, and
 * usual orders for the rest. With a smaller count an even selection of them.
 */
export function briefsOf(merchant: Merchant, count: number): Brief[] {
  const limits = merchant.limits.flatMap((limit) => EDGES.map((daysPast): Brief => ({ ...plain("limit"), limit, daysPast })));
  const returned = [0, 1, 2].flatMap(() => RETURN_STATES.map((state): Brief => ({ ...plain("returned"), returned: state })));
  const special = Object.entries(SHARE).flatMap(([scenario, n]) => Array.from({ length: n }, () => plain(scenario as Scenario)));
  const all = [...limits, ...returned, ...special];
  if (all.length >= count) return evenly(all, count);
  return [...all, ...Array.from({ length: count - all.length }, () => plain("usual"))];
}

function evenly<T>(list: readonly T[], count: number): T[] {
  return list.filter((_, i) => Math.floor((i * count) / list.length) !== Math.floor(((i - 1) * count) / list.length));
}
