/** What the contenders know of a claim's time: its stage of life, and the last day of each limit. */
import type { Claim } from "../../../policy/claim.ts";
import { dayIn, lastDay, parseDay, type Day } from "../../../policy/dates.ts";

const days30 = { months: 0, days: 30, hours: 0 }, days90 = { months: 0, days: 90, hours: 0 };
const year = { months: 12, days: 0, hours: 0 }, years2 = { months: 24, days: 0, hours: 0 }, years3 = { months: 36, days: 0, hours: 0 };
const IN_FORCE = parseDay("2019-10-01");

/** The first limit that has not run out; "extended" is the third year of an item registered in time. */
export type Stage = "none" | "30 days" | "90 days" | "1 year" | "2 years" | "extended" | "over";
export type ClaimTimes = Readonly<{ beforePolicy: boolean; stage: Stage; in30: Day; in90: Day; in1: Day; in2: Day; in3: Day }>;

function lastDelivery(claim: Claim): Day {
  let last = NaN;
  for (const text of claim.item.deliveredAt ?? []) {
    const day = dayIn(text, claim.zone);
    last = last >= day ? last : day;
  }
  return last;
}

const extendable = (claim: Claim, in30: Day): boolean =>
  claim.item.registeredAt !== undefined && (claim.item.class === "new" || claim.item.class === "refurbished") && dayIn(claim.item.registeredAt, claim.zone) <= in30;

/** Days are read in the customer's zone, as the policy wants it. */
export function claimTimes(claim: Claim): ClaimTimes {
  const beforePolicy = dayIn(claim.order.placedAt, claim.zone) < IN_FORCE;
  const from = lastDelivery(claim);
  if (Number.isNaN(from)) return { beforePolicy, stage: "none", in30: NaN, in90: NaN, in1: NaN, in2: NaN, in3: NaN };
  const asked = dayIn(claim.askedAt, claim.zone);
  const in30 = lastDay(from, days30), in90 = lastDay(from, days90), in1 = lastDay(from, year), in2 = lastDay(from, years2), in3 = lastDay(from, years3);
  const later = asked <= in3 && extendable(claim, in30) ? "extended" : "over";
  const stage = asked <= in30 ? "30 days" : asked <= in90 ? "90 days" : asked <= in1 ? "1 year" : asked <= in2 ? "2 years" : later;
  return { beforePolicy, stage, in30, in90, in1, in2, in3 };
}
