/**
 * Civil days, periods, elapsed hours and business days (docs/decisions/days.md).
 * A day is a count from 1970-01-01, so that windows are integer comparisons; text only at the edges.
 */

import { byDay, valueOn } from "./byDay.ts";

/** A civil day as the number of days since 1970-01-01. */
export type Day = number;

/** A calendar period. `hours` is elapsed time and stands alone; months and days add in that order. */
export type Period = Readonly<{ months: number; days: number; hours: number }>;

/** How periods are counted; the readings choose. */
export type Counting = Readonly<{
  eventDay: "excluded" | "included";
  end: "anniversary" | "day_before";
  overflow: "clamp" | "roll";
  months: "calendar" | "fixed_days";
  ninetyDays: "days" | "three_months";
  days: "civil" | "elapsed_hours";
}>;

export const usualCounting: Counting = { eventDay: "excluded", end: "anniversary", overflow: "clamp", months: "calendar", ninetyDays: "days", days: "civil" };

const MS_PER_DAY = 86_400_000;
/** Days of a year before each month, which begin with March so that the leap day comes last. */
const daysBefore = [306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275] as const;

/** The day of a proleptic Gregorian date from the year 1 on. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const centuries = (y / 100) | 0;
  return y * 365 + (y >> 2) - centuries + (centuries >> 2) + (daysBefore[month - 1] ?? 0) + dayOfMonth - 719_469;
}

/** The date of a day as [year, month 1-12, day of month]. */
export function dateOf(day: Day): readonly [number, number, number] {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * m + 2) / 5) + 1];
}

const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;

/** The number written by two digits of a text; NaN where they are none. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48, ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

/** "2025-03-01" to a day; NaN where the text is no existing date. */
export function parseDay(text: string): Day {
  return text.length === 10 ? leadingDay(text) : NaN;
}

/** The day a text begins with. */
function leadingDay(text: string): Day {
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return NaN;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2), month = twoDigits(text, 5), date = twoDigits(text, 8);
  return year >= 1 && month >= 1 && month <= 12 && date >= 1 && date <= 31 && (date <= 28 || date <= daysInMonth(year, month)) ? dayOf(year, month, date) : NaN;
}

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

const dayTexts = byDay("");

/** A day to "2025-03-01". Texts of days lately written are kept: claims of one time share most of them. */
export const formatDay = (day: Day): string => valueOn(dayTexts, day, writtenDay);

function writtenDay(day: Day): string {
  const [year, month, date] = dateOf(day);
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(date)}`;
}

/** The instant in milliseconds of a text with an offset; NaN for a civil date, which is no instant. */
export const instantOf = (text: string): number => (text.length > 10 ? Date.parse(text) : NaN);

const formats = new Map<string, Intl.DateTimeFormat>();

function measuredOffset(ms: number, zone: string): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" });
    formats.set(zone, format);
  }
  const part = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of format.formatToParts(ms)) if (type in part) part[type as keyof typeof part] = Number(value);
  return dayOf(part.year, part.month, part.day) * MS_PER_DAY + ((part.hour * 60 + part.minute) * 60 + part.second) * 1000 - Math.floor(ms / 1000) * 1000;
}

/** Offsets of a zone on one UTC day; on a day whose ends differ, `until` is the instant at which the clock changes. */
type DayOffsets = Readonly<{ first: number; then: number; until: number }>;

/** Asking Intl costs microseconds, so each zone's days are asked once. */
const offsets = new Map<string, Map<number, DayOffsets>>();
const MOST_DAYS_KEPT = 5000, MOST_ZONES_KEPT = 600;

/** Milliseconds that local time in an IANA zone is ahead of UTC at an instant. Throws RangeError for an unknown zone. */
export function offsetAt(ms: number, zone: string): number {
  const utcDay = Math.floor(ms / MS_PER_DAY);
  const byDay = offsets.get(zone) ?? newZone(zone);
  const day = byDay.get(utcDay) ?? measureDay(byDay, utcDay, zone);
  return ms < day.until ? day.first : day.then;
}

function newZone(zone: string): Map<number, DayOffsets> {
  measuredOffset(0, zone);
  if (offsets.size >= MOST_ZONES_KEPT) offsets.clear();
  const byDay = new Map<number, DayOffsets>();
  offsets.set(zone, byDay);
  return byDay;
}

function measureDay(byDay: Map<number, DayOffsets>, utcDay: number, zone: string): DayOffsets {
  const begin = utcDay * MS_PER_DAY, end = begin + MS_PER_DAY;
  const first = measuredOffset(begin, zone), then = measuredOffset(end, zone);
  const offsetsOfDay = { first, then, until: first === then ? end : changeBetween(begin, end, first, zone) };
  if (byDay.size >= MOST_DAYS_KEPT) byDay.clear();
  byDay.set(utcDay, offsetsOfDay);
  return offsetsOfDay;
}

/** The instant at which a zone leaves its first offset; no zone changes its clock twice in one day. */
function changeBetween(from: number, to: number, first: number, zone: string): number {
  let before = from, after = to;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (measuredOffset(middle, zone) === first) before = middle;
    else after = middle;
  }
  return after;
}

/** The civil day of a date or instant, read in a zone (reading X-3). NaN where the text is neither. */
export function dayIn(text: string, zone: string): Day {
  if (text.length === 10) return parseDay(text);
  const ms = Date.parse(text);
  return Math.floor((ms + offsetAt(ms, zone)) / MS_PER_DAY);
}

/** An instant as text with the offset of a zone: "2025-03-09T16:00:00-04:00". */
export function formatInstant(ms: number, zone: string): string {
  const offset = offsetAt(ms, zone);
  const minutes = Math.abs(Math.round(offset / 60_000));
  const local = new Date(ms + offset).toISOString().slice(0, 19);
  return `${local}${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const unitMonths: Readonly<Record<string, number>> = { Y: 12, M: 1, year: 12, years: 12, month: 1, months: 1 };
const unitDays: Readonly<Record<string, number>> = { D: 1, W: 7, day: 1, days: 1, week: 7, weeks: 7, night: 1, nights: 1 };

/** Reads "P30D", "P1Y6M", "PT24H", "30 days", "6 months", "24 hours"; undefined where the text is no period. */
export function parsePeriod(text: string): Period | undefined {
  const worded = /^(\d{1,5}) ([a-z]+)$/.exec(text);
  if (worded) {
    const n = Number(worded[1]), unit = String(worded[2]);
    if (unit === "hour" || unit === "hours") return { months: 0, days: 0, hours: n };
    const months = unitMonths[unit], days = unitDays[unit];
    return months === undefined && days === undefined ? undefined : { months: n * (months ?? 0), days: n * (days ?? 0), hours: 0 };
  }
  const iso = /^P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(\d{1,5})H)?$/.exec(text);
  if (!iso || text.length < 3) return undefined;
  const [years, months, weeks, days, hours] = iso.slice(1).map((part) => Number(part ?? 0));
  return { months: (years ?? 0) * 12 + (months ?? 0), days: (weeks ?? 0) * 7 + (days ?? 0), hours: hours ?? 0 };
}

const counted = (n: number, word: string): string => `${n} ${word}${n === 1 ? "" : "s"}`;

/** A period in words, whole years as years: "30 days", "6 months", "2 years", "24 hours". */
export function periodText({ months, days, hours }: Period): string {
  const parts: string[] = [];
  if (months && months % 12 === 0) parts.push(counted(months / 12, "year"));
  else if (months) parts.push(counted(months, "month"));
  if (days) parts.push(counted(days, "day"));
  if (hours) parts.push(counted(hours, "hour"));
  return parts.join(" and ") || "0 days";
}

/** The same day number some months on; a day the month lacks is its last (reading X-4), or rolls over. */
function addMonths(day: Day, months: number, overflow: Counting["overflow"]): Day {
  const [year, month, date] = dateOf(day);
  const index = year * 12 + month - 1 + months;
  const toYear = Math.floor(index / 12), toMonth = (index % 12) + 1;
  const last = daysInMonth(toYear, toMonth);
  if (date <= last) return dayOf(toYear, toMonth, date);
  return overflow === "clamp" ? dayOf(toYear, toMonth, last) : dayOf(toYear, toMonth, last) + 1;
}

/** The last day of a window of a period that starts on `start`, that whole day counted in (readings ). */
export function lastDay(start: Day, period: Period, how: Counting = usualCounting): Day {
  const asMonths = how.ninetyDays === "three_months" && period.months === 0 && period.days > 0 && period.days % 90 === 0;
  const months = asMonths ? period.days / 30 : period.months;
  const days = asMonths ? 0 : period.days;
  let end = start;
  if (months) end = how.months === "fixed_days" ? start + (months % 12 === 0 ? (months / 12) * 365 : months * 30) : addMonths(start, months, how.overflow);
  end += days;
  if (months && !days && how.end === "day_before") return end - 1;
  return days && how.eventDay === "included" ? end - 1 : end;
}

/** Monday to Friday that is no holiday (reading X-11). 1970-01-01 was a Thursday. */
export const isBusinessDay = (day: Day, holidays: ReadonlySet<Day>): boolean => {
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
};

/** The n-th business day after a day, the day itself not counted (reading X-11). */
export function addBusinessDays(day: Day, n: number, holidays: ReadonlySet<Day>): Day {
  let at = day;
  for (let left = n; left > 0; ) if (isBusinessDay(++at, holidays)) left--;
  return at;
}

/** The day itself if it is a business day, else the next one (reading X-5 B). */
export function onBusinessDay(day: Day, holidays: ReadonlySet<Day>): Day {
  let at = day;
  while (!isBusinessDay(at, holidays)) at++;
  return at;
}
