/** A claim as a situation: a bit per fact the policy asks about, a state per limit in time, a side per threshold. */
import type { Claim } from "./claim.ts";
import { AFTER, NO_DATE, NOT_BEGUN, OTHER, UNKNOWN, UNSET, WITHIN, clockEnd, type Clock, type Compiled, type Slot } from "./compile.ts";
import { dayIn, instantOf, onBusinessDay, parseDay, type Day } from "./dates.ts";
import { facts } from "./facts.ts";
import { minorDigits, parseMinor } from "./money.ts";

const MS_PER_HOUR = 3_600_000;

/** The bits of one fact of a claim: UNKNOWN where nobody said, OTHER where no clause names the word. */
export function factBits(slot: Slot, claim: Claim): number {
  const value = facts[slot.name].read(claim);
  if (value === undefined) return UNKNOWN;
  if (typeof value !== "object") return slot.bits.get(value) ?? OTHER;
  let bits = 0;
  for (const word of value) bits |= slot.bits.get(word) ?? OTHER;
  return bits;
}

/** The zone in which civil days are read (reading X-3). */
export function zoneOf(compiled: Compiled, claim: Claim): string {
  const choice = compiled.conventions.zone;
  return choice === "delivery_address" ? claim.zone : choice === "utc" ? "UTC" : (compiled.inForce.policy.zone ?? "UTC");
}

/** Delivery of a line: its last parcel (reading X-9). */
function deliveryDay(compiled: Compiled, claim: Claim, zone: string): Day | undefined {
  const own = claim.item.deliveredAt;
  if (!own?.length) return undefined;
  const how = compiled.conventions.splitShipment;
  if (how === "line_last") {
    let last = NaN;
    for (const text of own) {
      const day = dayIn(text, zone);
      last = last >= day ? last : day;
    }
    return last;
  }
  const all = [...own, ...(claim.order.otherLinesDeliveredAt ?? [])].map((text) => dayIn(text, zone));
  return how === "order_last" ? Math.max(...all) : Math.min(...all);
}

const eventText = (event: string, claim: Claim): string | undefined => {
  switch (event) {
    case "purchase": return claim.order.placedAt;
    case "shipment": return claim.order.shippedAt;
    case "registration": return claim.item.registeredAt;
    case "request": return claim.askedAt;
    case "inspection": return claim.inspection?.at;
    case "receipt": return claim.sendingBack?.receivedAt;
    default: return claim.item.deliveredAt?.[claim.item.deliveredAt.length - 1];
  }
};

const actText = (act: string, claim: Claim): string => {
  switch (act) {
    case "sent": return claim.request.sentAt ?? claim.askedAt;
    case "return_created": return claim.request.returnCreatedAt ?? claim.askedAt;
    case "dispatch": return claim.sendingBack?.dispatchedAt ?? claim.askedAt;
    case "receipt": return claim.sendingBack?.receivedAt ?? claim.askedAt;
    case "registration": return claim.item.registeredAt ?? claim.askedAt;
    case "purchase": return claim.order.placedAt;
    default: return claim.askedAt;
  }
};

/** An event that has not happened yet leaves its windows unbegun; one that has, without a date, is asked for. */
function notYet(event: string, claim: Claim): boolean {
  const status = claim.order.status;
  if (event === "delivery") return status === "not_shipped" || status === "produced" || status === "shipped";
  if (event === "shipment") return status === "not_shipped" || status === "produced";
  return event !== "purchase" && event !== "request";
}

function startDay(compiled: Compiled, clock: Clock, claim: Claim, zone: string): Day | undefined {
  if (clock.isTerm && compiled.conventions.restart) {
    const replaced = claim.item.earlierRemedies?.filter((r) => r.under !== "exchange_unwanted").map((r) => dayIn(r.on, zone)) ?? [];
    if (replaced.length) return Math.max(...replaced);
  }
  if (clock.event === "delivery") return deliveryDay(compiled, claim, zone);
  const text = eventText(clock.event, claim);
  return text === undefined ? undefined : dayIn(text, zone);
}

/** Where a clock stands for a claim, and its end: a day, or milliseconds where it counts hours; NaN without one. */
export function clockState(compiled: Compiled, index: number, claim: Claim, zone: string, ends: number[]): number {
  const clock = compiled.clocks[index];
  ends[index] = NaN;
  if (!clock) return NO_DATE;
  if (!clock.period) return UNSET;
  const hours = clock.period.hours || (compiled.conventions.days === "elapsed_hours" && clock.period.days > 0 && clock.period.months === 0 ? clock.period.days * 24 : 0);
  if (hours) {
    const state = hourState(clock, hours, claim, zone, ends, index);
    if (state !== NO_DATE || clock.period.hours) return state;
  }
  const start = startDay(compiled, clock, claim, zone);
  if (start === undefined || Number.isNaN(start)) return notYet(clock.event, claim) ? NOT_BEGUN : NO_DATE;
  let end = clockEnd(clock, start, compiled.counting);
  if (compiled.conventions.rollToBusinessDay) end = onBusinessDay(end, holidaysOf(claim));
  ends[index] = end;
  return dayIn(actText(clock.act, claim), zone) <= end ? WITHIN : AFTER;
}

/** Elapsed hours need two instants; with a bare date only what holds for every hour of it is said. */
function hourState(clock: Clock, hours: number, claim: Claim, zone: string, ends: number[], index: number): number {
  const start = eventText(clock.event, claim);
  if (start === undefined) return notYet(clock.event, claim) ? NOT_BEGUN : NO_DATE;
  const act = actText(clock.act, claim);
  const from = instantOf(start), at = instantOf(act);
  if (!Number.isNaN(from)) ends[index] = from + hours * MS_PER_HOUR;
  if (!Number.isNaN(from) && !Number.isNaN(at)) return at - from <= hours * MS_PER_HOUR ? WITHIN : AFTER;
  const days = dayIn(act, zone) - dayIn(start, zone);
  return (days + 1) * 24 <= hours ? WITHIN : (days - 1) * 24 >= hours ? AFTER : NO_DATE;
}

export const holidaysOf = (claim: Claim): ReadonlySet<Day> => new Set(claim.calendar?.holidays.map(parseDay));

/** Whether a value lies over its threshold; undefined where it or its currency is not known. */
export function worthSide(compiled: Compiled, index: number, claim: Claim): boolean | undefined {
  const worth = compiled.worths[index];
  if (!worth || (worth.currency && worth.currency !== claim.money.currency)) return undefined;
  const digits = minorDigits(claim.money.currency);
  const unit = parseMinor(claim.money.unitPrice, digits);
  const text = worth.of === "order" ? claim.order.value : worth.of === "kept" ? claim.order.keptValue : undefined;
  const value = worth.of === "unit" ? unit : worth.of === "line" ? unit * claim.money.quantity : text === undefined ? NaN : parseMinor(text, digits);
  return Number.isNaN(value) ? undefined : value > parseMinor(worth.over, digits);
}
