/** A claim's times and values as a situation: a state per limit in time, a side per threshold. Its facts: factReader.ts. */
import { byDay, valueOn, type ByDay } from "./byDay.ts";
import type { Claim } from "./claim.ts";
import { AFTER, NO_DATE, NOT_BEGUN, UNSET, WITHIN, clockEnd, type Clock, type Compiled } from "./compile.ts";
import { dayIn, instantOf, onBusinessDay, parseDay, type Day } from "./dates.ts";
import { minorDigits, parseMinor } from "./money.ts";
import { acts, events } from "./policy.ts";

const MS_PER_HOUR = 3_600_000;

/** The zone in which civil days are read (reading X-3). */
export function zoneOf(compiled: Compiled, claim: Claim): string {
  const choice = compiled.conventions.zone;
  return choice === "delivery_address" ? claim.zone : choice === "utc" ? "UTC" : (compiled.inForce.policy.zone ?? "UTC");
}

/** A clock with its event and act as places in `Times`; `plain` where it counts days from its event and nothing moves its end; `hours` where it counts elapsed hours. */
type Timer = Readonly<{ clock: Clock; event: number; act: number; plain: boolean; hours: number; restarts: boolean }>;
/** The end of every timer by the day it starts, for all timers at once: most of a claim's clocks start together. */
type EndsFrom = ByDay<readonly Day[]>;

/**
 * The times of the claim in hand, for one policy: the day of each event and act, worked out once, and the end of each
 * clock (a day, or milliseconds where it counts hours; NO_END without one). Written over by the next claim, so that
 * deciding allocates nothing for it; whole numbers throughout, which the machine keeps unboxed.
 */
export type Times = {
  readonly compiled: Compiled; readonly timers: readonly Timer[]; readonly endsFrom: EndsFrom; readonly endsFor: (start: Day) => readonly Day[]; zone: string;
  readonly eventDays: Day[]; readonly eventEnds: (readonly Day[])[]; readonly actDays: Day[]; readonly ends: number[];
};

export const NO_END = -1_000_000_000;
const NO_DAY = NO_END, NOT_READ = NO_DAY - 1;
const wholeDay = (day: Day): Day => (Number.isNaN(day) ? NO_DAY : day | 0);
const PURCHASE = events.indexOf("purchase"), DELIVERY = events.indexOf("delivery"), REQUEST = acts.indexOf("request");
const noEnds: readonly Day[] = [];

export function timesOf(compiled: Compiled): Times {
  const { restart, days, rollToBusinessDay } = compiled.conventions;
  const timers = compiled.clocks.map((clock): Timer => {
    const { period } = clock;
    const hours = period ? period.hours || (days === "elapsed_hours" && period.days > 0 && period.months === 0 ? period.days * 24 : 0) : 0;
    const restarts = clock.isTerm && restart;
    return { clock, plain: period !== undefined && hours === 0 && !restarts && !rollToBusinessDay, event: events.findIndex((event) => event === clock.event), act: acts.findIndex((act) => act === clock.act), hours, restarts };
  });
  const endsFor = (start: Day): readonly Day[] => timers.map(({ clock }) => wholeDay(clockEnd(clock, start, compiled.counting)));
  return { compiled, timers, endsFrom: byDay(noEnds), endsFor, zone: "", eventDays: events.map(() => NOT_READ), eventEnds: events.map(() => noEnds), actDays: acts.map(() => NOT_READ), ends: timers.map(() => NO_END) };
}

/** Begins a claim: nothing of its times is known yet. */
export function beginTimes(times: Times, zone: string): void {
  times.zone = zone;
  for (let i = 0; i < times.eventDays.length; i++) times.eventDays[i] = NOT_READ;
  for (let i = 0; i < times.actDays.length; i++) times.actDays[i] = NOT_READ;
}

/** Delivery of a line: its last parcel (reading X-9). */
function deliveryDay(compiled: Compiled, claim: Claim, zone: string): Day {
  const own = claim.item.deliveredAt;
  if (!own?.length) return NaN;
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

/** The day of an event of the claim in hand; NO_DAY where it has none. */
function eventDay(times: Times, event: number, claim: Claim): Day {
  const known = times.eventDays[event];
  if (known !== undefined && known !== NOT_READ) return known;
  const text = event === DELIVERY ? undefined : eventText(events[event] ?? "delivery", claim);
  const day = wholeDay(event === DELIVERY ? deliveryDay(times.compiled, claim, times.zone) : text === undefined ? NaN : dayIn(text, times.zone));
  times.eventDays[event] = day;
  if (day !== NO_DAY) times.eventEnds[event] = valueOn(times.endsFrom, day, times.endsFor);
  return day;
}

function actDay(times: Times, act: number, claim: Claim): Day {
  const known = times.actDays[act];
  if (known !== undefined && known !== NOT_READ) return known;
  const text = actText(acts[act] ?? "request", claim);
  const day = act !== REQUEST && text === claim.askedAt ? actDay(times, REQUEST, claim) : wholeDay(dayIn(text, times.zone));
  times.actDays[act] = day;
  return day;
}

/** The day of purchase of the claim in hand; every claim has one. */
export const purchaseDay = (times: Times, claim: Claim): Day => eventDay(times, PURCHASE, claim);

/** A warranty that starts afresh with each replacement runs from the last one (reading X-10). */
function restartDay(times: Times, timer: Timer, claim: Claim): Day {
  const replaced = claim.item.earlierRemedies?.filter((r) => r.under !== "exchange_unwanted");
  if (replaced?.length) return wholeDay(Math.max(...replaced.map((r) => dayIn(r.on, times.zone))));
  return eventDay(times, timer.event, claim);
}

/** An act without a day meets no limit. */
const isBy = (day: Day, end: Day): boolean => day !== NO_DAY && day <= end;

/** Where a clock stands for the claim in hand; its end is noted in `times`. */
export function clockState(times: Times, index: number, claim: Claim): number {
  const timer = times.timers[index];
  if (!timer) return NO_DATE;
  const start = timer.plain ? eventDay(times, timer.event, claim) : NO_DAY;
  if (start === NO_DAY) return specialState(times, timer, index, claim);
  const end = times.eventEnds[timer.event]?.[index] ?? NO_END;
  times.ends[index] = end;
  return isBy(actDay(times, timer.act, claim), end) ? WITHIN : AFTER;
}

/** Clocks that start with one event and are met by one act: one look at both days tells where all of them stand. `plain` as in Timer; the others stand alone. */
export type Together = Readonly<{ event: number; act: number; plain: boolean; clocks: readonly number[] }>;

/** Some clocks of a policy, put together. */
export function together({ timers }: Times, clocks: readonly number[]): readonly Together[] {
  const groups: { event: number; act: number; plain: boolean; clocks: number[] }[] = [];
  for (const clock of clocks) {
    const { event = -1, act = -1, plain = false } = timers[clock] ?? {};
    const group = plain ? groups.find((other) => other.plain && other.event === event && other.act === act) : undefined;
    if (group) group.clocks.push(clock);
    else groups.push({ event, act, plain, clocks: [clock] });
  }
  return groups;
}

/** Where clocks stand for the claim in hand, in their order from `states[0]` on; their ends are noted in `times`. How many there are. */
export function writeStates(times: Times, groups: readonly Together[], claim: Claim, states: number[]): number {
  let at = 0;
  for (const group of groups) {
    const { clocks } = group, start = group.plain ? eventDay(times, group.event, claim) : NO_DAY;
    if (start === NO_DAY) {
      for (const clock of clocks) states[at++] = clockState(times, clock, claim);
      continue;
    }
    const ends = times.eventEnds[group.event] ?? noEnds, day = actDay(times, group.act, claim);
    for (let i = 0; i < clocks.length; i++) {
      const clock = clocks[i] ?? 0, end = ends[clock] ?? NO_END;
      times.ends[clock] = end;
      states[at++] = isBy(day, end) ? WITHIN : AFTER;
    }
  }
  return at;
}

/** The state of a clock that has not begun, is not set, counts hours, starts afresh or ends on business days only. */
function specialState(times: Times, timer: Timer, index: number, claim: Claim): number {
  const { clock } = timer;
  times.ends[index] = NO_END;
  if (!clock.period) return UNSET;
  if (timer.hours) {
    const state = hourState(times, timer, index, claim);
    if (state !== NO_DATE || clock.period.hours) return state;
  }
  const start = timer.restarts ? restartDay(times, timer, claim) : eventDay(times, timer.event, claim);
  if (start === NO_DAY) return notYet(clock.event, claim) ? NOT_BEGUN : NO_DATE;
  const plain = valueOn(times.endsFrom, start, times.endsFor)[index] ?? NO_END;
  const end = times.compiled.conventions.rollToBusinessDay ? onBusinessDay(plain, holidaysOf(times.compiled, claim)) : plain;
  times.ends[index] = end;
  return isBy(actDay(times, timer.act, claim), end) ? WITHIN : AFTER;
}

/** Where all clocks of a policy stand for a claim. */
export function clockStates(compiled: Compiled, claim: Claim): number[] {
  const times = timesOf(compiled);
  beginTimes(times, zoneOf(compiled, claim));
  return compiled.clocks.map((_, i) => clockState(times, i, claim));
}

/** Elapsed hours need two instants; with a bare date only what holds for every hour of it is said. */
function hourState(times: Times, { clock, hours, act: actIndex, event }: Timer, index: number, claim: Claim): number {
  const start = eventText(clock.event, claim);
  if (start === undefined) return notYet(clock.event, claim) ? NOT_BEGUN : NO_DATE;
  const from = instantOf(start), at = instantOf(actText(clock.act, claim));
  if (!Number.isNaN(from)) times.ends[index] = from + hours * MS_PER_HOUR;
  if (!Number.isNaN(from) && !Number.isNaN(at)) return at - from <= hours * MS_PER_HOUR ? WITHIN : AFTER;
  const started = event === DELIVERY ? dayIn(start, times.zone) : eventDay(times, event, claim);
  const days = actDay(times, actIndex, claim) - started;
  return (days + 1) * 24 <= hours ? WITHIN : (days - 1) * 24 >= hours ? AFTER : NO_DATE;
}

const noHolidays: ReadonlySet<Day> = new Set();

/** The days besides weekends on which no business is done (reading X-11). */
export const holidaysOf = ({ conventions }: Compiled, claim: Claim): ReadonlySet<Day> =>
  claim.calendar && conventions.businessDays === "calendar" ? new Set(claim.calendar.holidays.map(parseDay)) : noHolidays;

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
