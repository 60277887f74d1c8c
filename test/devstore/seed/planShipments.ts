import type { Place } from "./merchant.ts";
import { plusDays, plusHours, timeOn } from "./days.ts";
import type { EventPlan, LinePlan, Scenario, ShipmentPlan } from "./plan.ts";
import type { Brief } from "./scenarios.ts";
import { startOf } from "./days.ts";
import type { Random } from "./random.ts";

/** When an order is placed, shipped and delivered, as civil dates; null: not (yet). */
export type Dates = { readonly placed: string; readonly shipped: string | null; readonly delivered: string | null };

const UNSHIPPED: ReadonlySet<Scenario> = new Set(["unfulfilled", "cancelled", "pending", "authorized"]);
const ON_ITS_WAY: ReadonlySet<Scenario> = new Set(["in_transit", "out_for_delivery", "delivery_trouble"]);

/** The dates of an order, so that today lies where the brief says from the limit's last day. */
export function datesOf(brief: Brief, today: string, place: Place, random: Random): Dates {
  const transit = random.whole(...place.shipping.days);
  const packing = random.whole(0, 2);
  if (brief.limit) return limitDates(brief, today, transit, packing);
  if (UNSHIPPED.has(brief.scenario)) return { placed: plusDays(today, -random.whole(1, 9)), shipped: null, delivered: null };
  if (ON_ITS_WAY.has(brief.scenario)) {
    const shipped = plusDays(today, -random.whole(1, place.shipping.days[0]));
    return { placed: plusDays(shipped, -packing), shipped, delivered: null };
  }
  const age = ageOf(brief.scenario, random);
  const placed = plusDays(today, -(age + transit + packing + 1));
  const shipped = plusDays(placed, packing);
  return { placed, shipped, delivered: brief.scenario === "lost" ? null : plusDays(shipped, transit) };
}

/** Days since delivery: within three years, the younger the likelier; returns and partly open orders are young. */
function ageOf(scenario: Scenario, random: Random): number {
  if (scenario === "returned") return random.whole(2, 75);
  if (scenario === "split_partly_open") return random.whole(1, 6);
  if (scenario === "lost") return random.whole(40, 200);
  return Math.floor(random.next() ** 1.6 * 1080);
}

function limitDates(brief: Brief, today: string, transit: number, packing: number): Dates {
  const start = startOf(plusDays(today, -brief.daysPast), brief.limit?.period ?? "P0D");
  if (brief.limit?.from === "delivery") {
    const shipped = plusDays(start, -transit);
    return { placed: plusDays(shipped, -packing), shipped, delivered: start };
  }
  if (brief.limit?.unshipped) return { placed: start < today ? start : today, shipped: null, delivered: null };
  const shipped = plusDays(start, packing);
  const delivered = plusDays(shipped, transit);
  return { placed: start, shipped: shipped <= today ? shipped : null, delivered: delivered < today ? delivered : null };
}

type Part = ShipmentPlan["lines"];

/** How the lines are spread over parcels: one, or for split orders two or three. */
function partsOf(lines: readonly LinePlan[], split: boolean, random: Random): Part[] {
  const all = lines.map((line, i) => ({ line: i, quantity: line.quantity }));
  if (!split) return [all];
  if (all.length === 1) return halves(all[0]?.quantity ?? 1);
  const parcels = Math.min(all.length, random.whole(2, 3));
  return Array.from({ length: parcels }, (_, parcel) => all.filter((_line, i) => i % parcels === parcel));
}

function halves(quantity: number): Part[] {
  if (quantity < 2) return [[{ line: 0, quantity }]];
  const first = Math.floor(quantity / 2);
  return [[{ line: 0, quantity: first }], [{ line: 0, quantity: quantity - first }]];
}

/** The parcels of an order with their tracking events. Later parcels of a split order arrive two to nine days after the one before; what would leave today or later has not left yet. */
export function planShipments(brief: Brief, lines: readonly LinePlan[], dates: Dates, today: string, place: Place, random: Random): ShipmentPlan[] {
  if (dates.shipped === null) return [];
  const split = brief.scenario === "split" || brief.scenario === "split_partly_open";
  const parts = partsOf(lines, split, random);
  const sent = brief.scenario === "split_partly_open" && random.chance(0.5) && parts.length > 1 ? parts.slice(0, -1) : parts;
  let later = 0;
  return sent.flatMap((part, i) => {
    const moved = { ...dates, shipped: plusDays(dates.shipped ?? today, later), delivered: dates.delivered && plusDays(dates.delivered, later) };
    later += random.whole(2, 9);
    const open = brief.scenario === "split_partly_open" && i === sent.length - 1 && i > 0;
    return moved.shipped < today ? [parcel(brief.scenario, part, open ? { ...moved, delivered: null } : moved, today, place, random)] : [];
  });
}

function parcel(scenario: Scenario, lines: Part, dates: Dates, today: string, place: Place, random: Random): ShipmentPlan {
  const shippedAt = timeOn(dates.shipped ?? today, random.whole(6, 8), random.whole(0, 59));
  const deliveredAt = dates.delivered === null || dates.delivered >= today ? null : timeOn(dates.delivered, random.whole(9, 11), random.whole(0, 59));
  return {
    lines,
    carrier: random.pick(place.carriers),
    number: `${random.pick(["1Z", "RX", "JD", "TB"])}${random.whole(100_000_000, 999_999_999)}`,
    shippedAt,
    events: eventsOf(scenario, shippedAt, deliveredAt, random),
  };
}

function eventsOf(scenario: Scenario, shippedAt: string, deliveredAt: string | null, random: Random): EventPlan[] {
  const start: EventPlan[] = [{ status: "IN_TRANSIT", at: plusHours(shippedAt, 3) }];
  if (deliveredAt !== null) return [...start, ...(random.chance(0.3) ? [{ status: "OUT_FOR_DELIVERY" as const, at: plusHours(deliveredAt, -2) }] : []), { status: "DELIVERED", at: deliveredAt }];
  if (scenario === "out_for_delivery") return [...start, { status: "OUT_FOR_DELIVERY", at: plusHours(shippedAt, 12) }];
  if (scenario === "delivery_trouble") return [...start, { status: random.pick(["ATTEMPTED_DELIVERY", "DELAYED", "FAILURE"] as const), at: plusHours(shippedAt, 14) }];
  return start;
}
