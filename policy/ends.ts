/** The ends of clocks as text: a day, or an instant where a clock counts hours. */
import { formatDay, formatInstant } from "./dates.ts";
import type { Turn } from "./plan.ts";
import { NO_END, type Times } from "./situation.ts";

/** Ends are days since 1970 or milliseconds; no day is as large as this, no instant in question as small. */
const LARGEST_DAY = 10_000_000;

export const isInstant = (end: number): boolean => end > LARGEST_DAY;

/** An end as text; an instant in the customer's zone. Undefined where there is none. */
export function endText(times: Times, clock: number, zone: string): string | undefined {
  const end = times.ends[clock];
  if (end === undefined || end === NO_END) return undefined;
  return isInstant(end) ? formatInstant(end, zone || times.zone) : formatDay(end);
}

/** The day after a clock's end; null where it has none or counts hours. */
export function dayAfterEnd(times: Times, clock: number): string | null {
  const end = times.ends[clock];
  return end === undefined || end === NO_END || isInstant(end) ? null : formatDay(end + 1);
}

/** The latest of several ends as text; null where there is none or one is not known. */
export function latestEnd(times: Times, clocks: readonly number[], zone: string): string | null {
  if (clocks.length === 1) return endText(times, clocks[0] ?? -1, zone) ?? null;
  let last = -1, at = -1;
  for (const clock of clocks) {
    const end = times.ends[clock];
    if (end === undefined || end === NO_END) return null;
    if (end > last) {
      last = end;
      at = clock;
    }
  }
  return at < 0 ? null : (endText(times, at, zone) ?? null);
}

/** The first turn whose clock ends on a day before `until`; undefined where none does. */
export function firstTurn(times: Times, turns: readonly Turn[], until: string | null): Turn | undefined {
  let first: Turn | undefined, day = Infinity;
  for (const turn of turns) {
    const end = times.ends[turn.clock];
    if (end === undefined || end === NO_END || end >= day || isInstant(end)) continue;
    day = end;
    first = turn;
  }
  return until === null || day === Infinity || formatDay(day) < until ? first : undefined;
}
