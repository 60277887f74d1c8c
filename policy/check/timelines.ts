/**
 * Every way the days of a claim can lie on both sides of a policy's limits. A clock's state is read from real
 * days by the engine's own arithmetic, so "within 30 days and yet past 2 years" never comes up.
 */
import type { Clock, Compiled } from "../compile.ts";
import { NO_DATE, clockEnd } from "../compile.ts";
import { formatDay, parseDay, type Day } from "../dates.ts";
import { exampleClaim, type Days } from "./exampleClaim.ts";
import { situationOf } from "./situationOf.ts";

/** One order of days and the state of every clock under it. */
export type Timeline = Readonly<{ days: Days; states: readonly number[]; daysSinceDelivery: number }>;

/** A leap year's last of January and an ordinary March day: months and days part differently from them. */
const purchaseDays = ["2025-03-03", "2024-01-31"] as const;
const USUAL_TRANSIT = 4;
/** Longer transits than this are no order anybody waits for. */
const LONGEST_TRANSIT = 120;

const unique = (days: readonly number[]): number[] => [...new Set(days)].sort((a, b) => a - b);
const lengthOf = (compiled: Compiled, clock: Clock, start: Day): number =>
  (clock.period?.hours ? Math.ceil(clock.period.hours / 24) : clockEnd(clock, start, compiled.counting) - start);

/** Transit times that put delivery, and what is counted from it, on both sides of what is counted from purchase. */
function transits(compiled: Compiled, purchase: Day): number[] {
  const lengths = (event: string): number[] => compiled.clocks.filter((c) => c.event === event && c.period).map((c) => lengthOf(compiled, c, purchase));
  const early = lengths("purchase"), late = lengths("delivery");
  const apart = early.flatMap((a) => [a, ...late.map((b) => a - b)]).flatMap((n) => [n, n + 1]);
  return [USUAL_TRANSIT, ...unique(apart).filter((n) => n > 0 && n <= LONGEST_TRANSIT && n !== USUAL_TRANSIT)];
}

const bothSides = (compiled: Compiled, starts: Readonly<Record<string, Day | undefined>>, wanted: (clock: Clock) => boolean): number[] =>
  compiled.clocks.filter(wanted).flatMap((clock) => {
    const start = starts[clock.event];
    return start === undefined || !clock.period ? [] : [start + lengthOf(compiled, clock, start), start + lengthOf(compiled, clock, start) + 1];
  });

/** Days of asking, both sides of each limit; a clock that looks at another act has its own day. */
function* daysFor(compiled: Compiled, purchase: Day, transit: number): Generator<Days> {
  const delivery = purchase + transit, shipment = purchase + 1;
  const acts = (act: string) => (clock: Clock): boolean => clock.act === act;
  const registers = compiled.clocks.some(acts("registration")) || compiled.clocks.some((c) => c.event === "registration") || compiled.slots.some((slot) => slot.name === "registered");
  const registrations = registers ? [undefined, delivery, ...bothSides(compiled, { purchase, delivery, shipment }, acts("registration"))] : [undefined];
  for (const registration of registrations) {
    const starts = { purchase, shipment, delivery, registration };
    for (const asked of unique([delivery, ...bothSides(compiled, starts, (c) => c.act !== "registration")]).filter((day) => day >= Math.max(delivery, registration ?? 0))) {
      yield* laterActs(compiled, starts, { purchase, shipment, delivery, registration, asked });
    }
  }
}

type Numbers = Readonly<{ purchase: Day; shipment: Day; delivery: Day; registration: Day | undefined; asked: Day }>;

/** Dispatch and receipt come after asking, a letter before it. */
function* laterActs(compiled: Compiled, starts: Readonly<Record<string, Day | undefined>>, n: Numbers): Generator<Days> {
  const text = (day: Day): string => formatDay(day);
  const base: Days = {
    purchase: `${text(n.purchase)}T12:00:00Z`, shipment: text(n.shipment), delivery: text(n.delivery), asked: `${text(n.asked)}T12:00:00Z`,
    ...(n.registration === undefined ? {} : { registration: text(n.registration) }),
  };
  yield base;
  const of = (act: string): number[] => unique(bothSides(compiled, starts, (clock) => clock.act === act));
  for (const day of of("sent").filter((d) => d < n.asked && d >= n.delivery)) yield { ...base, sent: text(day) };
  for (const day of of("return_created").filter((d) => d > n.asked)) yield { ...base, returnCreated: text(day) };
  const asksDispatch = compiled.slots.some((slot) => slot.name === "dispatched" || slot.name === "received") || compiled.clocks.some((c) => c.event === "receipt" || c.event === "inspection");
  for (const day of unique([...of("dispatch"), ...(asksDispatch ? [n.asked + 2] : [])]).filter((d) => d > n.asked)) yield { ...base, dispatch: text(day) };
  for (const day of unique([...of("receipt"), ...(asksDispatch ? [n.asked + 6] : [])]).filter((d) => d > n.asked)) yield { ...base, dispatch: text(day), receipt: text(day) };
  if (compiled.clocks.some((c) => c.event === "inspection")) yield { ...base, dispatch: text(n.asked + 2), receipt: text(n.asked + 6), inspection: text(n.asked + 8) };
}

/** Orders that have not arrived: asked on the day of purchase and on both sides of what runs from it. */
function* undelivered(compiled: Compiled, purchase: Day): Generator<Days> {
  const asking = unique([purchase, purchase + 2, ...bothSides(compiled, { purchase }, (c) => c.event === "purchase")]);
  for (const day of asking.filter((d) => d <= purchase + LONGEST_TRANSIT)) {
    const base: Days = { purchase: `${formatDay(purchase)}T12:00:00Z`, asked: `${formatDay(day)}T12:00:00Z` };
    yield base;
    if (day > purchase) yield { ...base, shipment: formatDay(purchase + 1) };
  }
}

/** All orders of days that differ in the state of a clock or in which days are known; the plainest of each. */
export function timelines(compiled: Compiled): Timeline[] {
  const found = new Map<string, Timeline>();
  for (const text of purchaseDays) {
    const purchase = parseDay(text);
    for (const transit of transits(compiled, purchase)) for (const days of daysFor(compiled, purchase, transit)) keep(compiled, days, found);
    for (const days of undelivered(compiled, purchase)) keep(compiled, days, found);
  }
  return [...found.values()];
}

function keep(compiled: Compiled, days: Days, found: Map<string, Timeline>): void {
  const timeline = timelineOf(compiled, days);
  const key = [...timeline.states, ...shapeOf(days)].join();
  if (!found.has(key)) found.set(key, timeline);
}

/** Which days are known at all: facts hang on it. */
export const shapeOf = (days: Days): readonly boolean[] => [days.shipment, days.delivery, days.registration, days.dispatch, days.receipt, days.inspection].map((day) => day !== undefined);

/** The states of all clocks on the given days. */
export function timelineOf(compiled: Compiled, days: Days): Timeline {
  const claim = exampleClaim(compiled.inForce.policy.id, new Map(), days);
  const states = claim ? situationOf(compiled, claim).clocks : compiled.clocks.map(() => NO_DATE);
  return { days, states, daysSinceDelivery: days.delivery === undefined ? -1 : parseDay(days.asked.slice(0, 10)) - parseDay(days.delivery) };
}
