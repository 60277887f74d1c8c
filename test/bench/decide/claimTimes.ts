/** What the contenders know of a claim's time: its stage of life, and the last day of each limit. */
import type { Claim } from "../../../policy/claim.ts";
import { dayIn, lastDay, parseDay, type Day } from "../../../policy/dates.ts";

const year = { months: 12, days: 0, hours: 0 }, years2 = { months: 24, days: 0, hours: 0 }, years3 = { months: 36, days: 0, hours: 0 };
const IN_FORCE = parseDay("2019-10-01");

/** The first limit that has not run out; "extended" is the third year of an item registered in time. */
export type Stage = "none" | "30 days" | "90 days" | "1 year" | "2 years" | "extended" | "over";
/** `from`: the day of delivery, NaN where there is none. Ends of limits are worked out where they are asked for. */
export type ClaimTimes = Readonly<{ beforePolicy: boolean; stage: Stage; from: Day }>;

export const in30 = (from: Day): Day => from + 30;
export const in90 = (from: Day): Day => from + 90;
export const in1 = (from: Day): Day => lastDay(from, year);
export const in2 = (from: Day): Day => lastDay(from, years2);
export const in3 = (from: Day): Day => lastDay(from, years3);

function lastDelivery(claim: Claim): Day {
  let last = NaN;
  for (const text of claim.item.deliveredAt ?? []) {
    const day = dayIn(text, claim.zone);
    last = last >= day ? last : day;
  }
  return last;
}

/** Whether an item of this kind can be registered for a third year. */
export const mayBeExtended = ({ item }: Claim): boolean =>
  (item.class === "new" || item.class === "refurbished") && item.category !== "hdd" && item.category !== "wire" && item.category !== "cable" && item.category !== "personal_item";

/** Whether it was registered in time. */
export const isExtended = (claim: Claim, from: Day): boolean => claim.item.registeredAt !== undefined && mayBeExtended(claim) && dayIn(claim.item.registeredAt, claim.zone) <= in30(from);

/** Days are read in the customer's zone, as the policy wants it. */
export function claimTimes(claim: Claim): ClaimTimes {
  const beforePolicy = dayIn(claim.order.placedAt, claim.zone) < IN_FORCE, from = lastDelivery(claim);
  return { beforePolicy, stage: Number.isNaN(from) ? "none" : stageAt(dayIn(claim.askedAt, claim.zone), from, claim), from };
}

function stageAt(asked: Day, from: Day, claim: Claim): Stage {
  if (asked <= in30(from)) return "30 days";
  if (asked <= in90(from)) return "90 days";
  if (asked <= in1(from)) return "1 year";
  if (asked <= in2(from)) return "2 years";
  return asked <= in3(from) && isExtended(claim, from) ? "extended" : "over";
}
