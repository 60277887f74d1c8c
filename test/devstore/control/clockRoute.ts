import { instantOf, timeText, type Clock } from "../kernel/clock.ts";
import type { Route } from "../kernel/server.ts";
import type { World } from "../kernel/world.ts";
import type { Shop } from "../shop.ts";
import { hurry } from "../webhooks/queue.ts";
import { control, given, numberOf, shopOf, textOf, Wrong, type Given } from "./body.ts";
import { outsideOf } from "./outside.ts";

const UNITS: Readonly<Record<string, number>> = { D: 86_400_000, W: 7 * 86_400_000, H: 3_600_000, M: 60_000, S: 1000 };

/** Milliseconds of "P30D", "PT90M" or "P1DT12H". Months and years have no fixed length and are refused. */
export function durationMs(text: string): number {
  const found = /^(-?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  if (!found || !/\d/.test(text)) throw new Wrong(`${text} is no duration like P30D or PT90M`);
  const [, sign, weeks, days, hours, minutes, seconds] = found;
  const parts: [string | undefined, string][] = [[weeks, "W"], [days, "D"], [hours, "H"], [minutes, "M"], [seconds, "S"]];
  const sum = parts.reduce((ms, [count, unit]) => ms + Number(count ?? 0) * (UNITS[unit] ?? 0), 0);
  return sign === "-" ? -sum : sum;
}

function jumpOf(from: Given): number | null {
  if (from.jump === undefined) return null;
  return typeof from.jump === "number" ? (numberOf(from, "jump") ?? 0) * 1000 : durationMs(textOf(from, "jump") ?? "");
}

function instant(from: Given): number | null {
  const at = textOf(from, "at");
  if (at === undefined) return null;
  const ms = Date.parse(at);
  if (Number.isNaN(ms)) throw new Wrong(`${at} is no time`);
  return ms;
}

/** The clock after an order: `real`, `at` (moved there), `stand` (true stops it, false lets it run on), `jump`. */
export function setClock(clock: Clock, from: Given): Clock {
  if (from.real === true) return { aheadMs: 0, stoppedAt: null };
  const now = (instant(from) ?? instantOf(clock)) + (jumpOf(from) ?? 0);
  const stands = from.stand === undefined ? clock.stoppedAt !== null : from.stand === true;
  return stands ? { aheadMs: now - Date.now(), stoppedAt: now } : { aheadMs: now - Date.now(), stoppedAt: null };
}

const shown = (shop: Shop): object => ({ shop: shop.domain, now: timeText(instantOf(shop.clock)), stands: shop.clock.stoppedAt !== null });

function named(world: World, from: Given, shop: () => Shop): Shop[] {
  return from.shop === undefined ? [...world.shops.values()] : [shop()];
}

/** GET and POST /__clock: all shops, or the one named by `shop`. */
export const clockRoutes: Route[] = [
  control("GET", /^\/__clock$/, (_asked, world) => ({ status: 200, body: [...world.shops.values()].map(shown) })),
  control("POST", /^\/__clock$/, (asked, world) => {
    const from = given(asked);
    const shops = named(world, from, () => shopOf(asked, world, from));
    const before = Math.min(...shops.map((shop) => instantOf(shop.clock)));
    for (const shop of shops) shop.clock = setClock(shop.clock, from);
    const ahead = Math.min(...shops.map((shop) => instantOf(shop.clock))) - before;
    if (ahead > 0) hurry(outsideOf(world).queue, ahead);
    return { status: 200, body: shops.map(shown) };
  }),
];
