import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addBusinessDays, dateOf, dayIn, dayOf, formatDay, formatInstant, instantOf, isBusinessDay, lastDay, offsetAt, onBusinessDay, parseDay, parsePeriod, periodText, usualCounting,
} from "../../policy/dates.ts";

const day = (text: string): number => parseDay(text);
const ends = (start: string, period: string, how: Partial<typeof usualCounting> = {}): string => {
  const read = parsePeriod(period);
  if (!read) throw new Error(`${period} is no period`);
  return formatDay(lastDay(day(start), read, { ...usualCounting, ...how }));
};

describe("a day as text and number", () => {
  it.each([["1970-01-01", 0], ["1969-12-31", -1], ["1970-03-01", 59], ["2000-02-29", 11_016], ["2000-03-01", 11_017], ["2024-02-29", 19_782], ["2100-03-01", 47_541]])("%s is day %i", (text, number) => {
    expect(parseDay(text)).toBe(number);
    expect(formatDay(number)).toBe(text);
  });

  it.each(["2023-02-29", "1900-02-29", "2100-02-29", "2024-02-30", "2024-04-31", "2024-06-31", "2024-13-01", "2024-00-10", "2024-01-00", "2024-01-32", "2024-1-01", "24-01-01", "2024/01/01", "2024-01-0a", "2024-01-1/", "2024-01-01Z", "", "0000-01-01"])("%s is no date", (text) => {
    expect(parseDay(text)).toBeNaN();
  });

  it.each(["2000-02-29", "2024-02-29", "2400-02-29", "2023-02-28", "2024-12-31", "2024-01-01", "0001-01-01", "9999-12-31"])("%s is a date", (text) => {
    expect(formatDay(parseDay(text))).toBe(text);
  });

  it("agrees with Date for every day of four centuries, however often it is asked", () => {
    for (let n = dayOf(1800, 1, 1); n <= dayOf(2200, 12, 31); n++) {
      const text = new Date(n * 86_400_000).toISOString().slice(0, 10);
      if (formatDay(n) !== text || parseDay(text) !== n || formatDay(n) !== text) throw new Error(`${text} is not day ${n}`);
    }
    const [year, month, date] = dateOf(dayOf(2200, 12, 31));
    expect([year, month, date]).toEqual([2200, 12, 31]);
  });
});

const zones = ["UTC", "America/New_York", "America/St_Johns", "Europe/Berlin", "Europe/London", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia", "Pacific/Kiritimati", "America/Sao_Paulo", "Asia/Tokyo"];
const localDay = (ms: number, zone: string): string => new Intl.DateTimeFormat("sv-SE", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(ms);

describe("instants in zones", () => {
  it.each([
    ["2025-03-09T04:59:59Z", "America/New_York", "2025-03-08"], ["2025-03-09T05:00:00Z", "America/New_York", "2025-03-09"],
    ["2025-03-10T03:59:59Z", "America/New_York", "2025-03-09"], ["2025-03-10T04:00:00Z", "America/New_York", "2025-03-10"],
    ["2025-10-26T21:59:59Z", "Europe/Berlin", "2025-10-26"], ["2025-10-26T22:59:59Z", "Europe/Berlin", "2025-10-26"], ["2025-10-26T23:00:00Z", "Europe/Berlin", "2025-10-27"],
    ["2025-06-30T14:59:59Z", "Asia/Tokyo", "2025-06-30"], ["2025-06-30T15:00:00Z", "Asia/Tokyo", "2025-07-01"],
    ["2024-02-28T23:30:00-08:00", "Asia/Kolkata", "2024-02-29"], ["2011-12-30T09:59:59Z", "Pacific/Apia", "2011-12-29"], ["2011-12-30T10:00:00Z", "Pacific/Apia", "2011-12-31"],
  ])("%s in %s is %s", (text, zone, wanted) => {
    expect(formatDay(dayIn(text, zone))).toBe(wanted);
  });

  it("a civil date is the same day everywhere", () => {
    for (const zone of zones) expect(formatDay(dayIn("2025-03-09", zone))).toBe("2025-03-09");
  });

  it.each([
    ["America/New_York", "2025-03-09T06:59:59.999Z", -5], ["America/New_York", "2025-03-09T07:00:00Z", -4], ["America/New_York", "2025-11-02T05:59:59.999Z", -4], ["America/New_York", "2025-11-02T06:00:00Z", -5],
    ["Europe/Berlin", "2025-03-30T00:59:59.999Z", 1], ["Europe/Berlin", "2025-03-30T01:00:00Z", 2], ["Australia/Lord_Howe", "2025-04-05T14:59:59.999Z", 11], ["Australia/Lord_Howe", "2025-04-05T15:00:00Z", 10.5],
  ])("%s at %s is %d hours ahead", (zone, text, hours) => {
    expect(offsetAt(instantOf(text), zone)).toBe(hours * 3_600_000);
  });

  it("agrees with Intl at any instant in any of the zones", () => {
    const changes = [instantOf("2025-03-09T07:00:00Z"), instantOf("2025-11-02T06:00:00Z"), instantOf("2025-03-30T01:00:00Z"), instantOf("2011-12-30T10:00:00Z")];
    const anyInstant = fc.oneof(fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2037, 11) }), fc.tuple(fc.constantFrom(...changes), fc.integer({ min: -90_000_000, max: 90_000_000 })).map(([at, by]) => at + by));
    let nearChange = 0;
    fc.assert(fc.property(anyInstant, fc.constantFrom(...zones), (ms, zone) => {
      if (changes.some((at) => Math.abs(at - ms) < 90_000_000)) nearChange++;
      expect(formatDay(dayIn(new Date(ms).toISOString(), zone))).toBe(localDay(ms, zone));
      const local = formatInstant(ms - (ms % 1000), zone);
      expect(instantOf(local)).toBe(ms - (ms % 1000));
      expect(local.slice(0, 10)).toBe(localDay(ms, zone));
    }), { numRuns: 1500 });
    expect(nearChange).toBeGreaterThan(100);
  });

  it("a zone that does not exist is an error, the second time too", () => {
    expect(() => offsetAt(0, "Mars/Olympus")).toThrow(RangeError);
    expect(() => offsetAt(0, "Mars/Olympus")).toThrow(RangeError);
  });
});

describe("periods", () => {
  it.each([
    ["P30D", 0, 30, 0], ["P1Y6M", 18, 0, 0], ["P2W", 0, 14, 0], ["PT24H", 0, 0, 24], ["30 days", 0, 30, 0], ["1 day", 0, 1, 0], ["6 months", 6, 0, 0], ["2 years", 24, 0, 0], ["3 weeks", 0, 21, 0], ["30 nights", 0, 30, 0], ["48 hours", 0, 0, 48],
  ])("%s", (text, months, days, hours) => {
    expect(parsePeriod(text)).toEqual({ months, days, hours });
  });

  it.each(["", "P", "30", "thirty days", "30 moons", "P30", "-P30D", "30  days", "PT", "1.5 days", "P1H"])("%s is no period", (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });

  it.each([["P30D", "30 days"], ["P1D", "1 day"], ["P6M", "6 months"], ["P1Y", "1 year"], ["P24M", "2 years"], ["PT24H", "24 hours"], ["P1M2D", "1 month and 2 days"]])("%s in words is %s", (text, words) => {
    expect(periodText(parsePeriod(text) ?? { months: 0, days: 0, hours: 0 })).toBe(words);
  });

  it.each([
    ["2025-01-30", "P30D", "2025-03-01"], ["2024-01-30", "P30D", "2024-02-29"], ["2025-03-01", "P90D", "2025-05-30"], ["2025-03-01", "P3M", "2025-06-01"],
    ["2025-01-31", "P1M", "2025-02-28"], ["2024-01-31", "P1M", "2024-02-29"], ["2025-08-31", "P6M", "2026-02-28"], ["2023-08-31", "P6M", "2024-02-29"], ["2025-03-31", "P1M", "2025-04-30"],
    ["2024-02-29", "P1Y", "2025-02-28"], ["2024-02-29", "P4Y", "2028-02-29"], ["2024-02-28", "P1Y", "2025-02-28"], ["2025-12-31", "P2M", "2026-02-28"], ["2025-11-30", "P1Y6M", "2027-05-30"],
  ])("from %s %s ends with %s", (start, period, wanted) => {
    expect(ends(start, period)).toBe(wanted);
  });

  it.each([
    ["2025-03-01", "P30D", { eventDay: "included" }, "2025-03-30"], ["2025-03-01", "P1Y", { end: "day_before" }, "2026-02-28"], ["2025-03-01", "P30D", { end: "day_before" }, "2025-03-31"],
    ["2025-01-31", "P1M", { overflow: "roll" }, "2025-03-01"], ["2024-02-29", "P1Y", { overflow: "roll" }, "2025-03-01"], ["2025-01-30", "P30D", { overflow: "roll" }, "2025-03-01"],
    ["2025-03-01", "P6M", { months: "fixed_days" }, "2025-08-28"], ["2024-03-01", "P1Y", { months: "fixed_days" }, "2025-03-01"], ["2024-02-29", "P1Y", { months: "fixed_days" }, "2025-02-28"],
    ["2025-02-01", "P90D", { ninetyDays: "three_months" }, "2025-05-01"], ["2025-02-01", "P89D", { ninetyDays: "three_months" }, "2025-05-01"], ["2025-02-01", "P30D", { ninetyDays: "three_months" }, "2025-03-03"],
  ] as const)("from %s %s counted with %o ends with %s", (start, period, how, wanted) => {
    expect(ends(start, period, how)).toBe(wanted);
  });

  it("starting a day later never ends earlier, and months keep the day or the month's last", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 1, max: 60 }), (start, months) => {
      const end = lastDay(start, { months, days: 0, hours: 0 });
      expect(lastDay(start + 1, { months, days: 0, hours: 0 })).toBeGreaterThanOrEqual(end);
      const from = dateOf(start)[2], [, , at] = dateOf(end), next = dateOf(end + 1)[2];
      expect(at === from || (at < from && next === 1)).toBe(true);
    }));
  });
});

describe("business days", () => {
  const holidays = new Set([day("2025-04-18"), day("2025-04-21")]);
  it.each([["2025-04-17", true], ["2025-04-18", false], ["2025-04-19", false], ["2025-04-20", false], ["2025-04-21", false], ["2025-04-22", true]])("%s is one: %s", (text, wanted) => {
    expect(isBusinessDay(day(text), holidays)).toBe(wanted);
  });
  it.each([["2025-04-17", 1, "2025-04-22"], ["2025-04-17", 0, "2025-04-17"], ["2025-04-11", 5, "2025-04-22"], ["2025-04-12", 1, "2025-04-14"], ["2025-04-22", 10, "2025-05-06"]])("%s and %i more is %s", (from, n, wanted) => {
    expect(formatDay(addBusinessDays(day(from), n, holidays))).toBe(wanted);
  });
  it.each([["2025-04-17", "2025-04-17"], ["2025-04-18", "2025-04-22"], ["2025-04-26", "2025-04-28"]])("%s rolls to %s", (from, wanted) => {
    expect(formatDay(onBusinessDay(day(from), holidays))).toBe(wanted);
  });
});
