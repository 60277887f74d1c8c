/** Values lately worked out for a day: a table of fixed size, in which a day later by that size takes the place. */
import type { Day } from "./dates.ts";

const PLACES = 1024;

export type ByDay<T> = Readonly<{ days: Int32Array; values: T[] }>;

/** No day of a date is this early. */
const FREE = -2_000_000_000;

export const byDay = <T>(nothing: T): ByDay<T> => ({ days: new Int32Array(PLACES).fill(FREE), values: new Array<T>(PLACES).fill(nothing) });

/** The value kept for a day, or what `make` says, which is then kept. `make` must always say the same for a day. */
export function valueOn<T>({ days, values }: ByDay<T>, day: Day, make: (day: Day) => T): T {
  const place = day & (PLACES - 1);
  const kept = values[place];
  if (days[place] === day && kept !== undefined) return kept;
  const value = make(day);
  days[place] = day;
  values[place] = value;
  return value;
}
