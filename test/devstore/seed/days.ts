const DAY = 86_400_000;

/** The civil date `days` after `date` ("2026-11-21"); negative goes back. */
export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/**
 * The day a period of "P30D", "P6M" or "P1Y" must have begun on for its last day to be `last`. Months keep the day's
 * number and clamp at the month's end, as the policies' reading X-4 counts them.
 */
export function startOf(last: string, period: string): string {
  const [, count = "0", unit = "D"] = /^P(\d+)([DMY])$/.exec(period) ?? [];
  if (unit === "D") return plusDays(last, -Number(count));
  const months = Number(count) * (unit === "Y" ? 12 : 1);
  const [year = 0, month = 1, day = 1] = last.split("-").map(Number);
  const at = year * 12 + month - 1 - months;
  const lastOfMonth = new Date(Date.UTC(Math.floor(at / 12), (at % 12) + 1, 0)).getUTCDate();
  return new Date(Date.UTC(Math.floor(at / 12), at % 12, Math.min(day, lastOfMonth))).toISOString().slice(0, 10);
}

/** A time on a civil date, whole seconds with Z. */
export function timeOn(date: string, hour: number, minute: number): string {
  return `${date}T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}:00Z`;
}

/** The time `hours` later. */
export function plusHours(time: string, hours: number): string {
  return new Date(Date.parse(time) + hours * 3_600_000).toISOString().slice(0, 19) + "Z";
}
