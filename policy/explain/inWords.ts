/** Days, sums, lists and names as a person reads them. Unknown names are shown as they are written, without underscores. */
import { parseDay, parsePeriod, periodText } from "../dates.ts";
import type { Words } from "../words.en.ts";

/** "{amount} by {day}" with its braces filled; a name without a value becomes empty. */
export const fill = (template: string, values: Readonly<Record<string, string | number>>): string => template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));

/** What a word of the claim format or a policy is called. */
export const wordFor = (words: Readonly<Record<string, string>>, key: string): string => (Object.hasOwn(words, key) ? (words[key] ?? key) : key.replaceAll("_", " "));

export const listed = (items: readonly string[], words: Words, type: "conjunction" | "disjunction" = "conjunction"): string => new Intl.ListFormat(words.locale, { type }).format(items);

const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** "2025-06-05" as "June 5, 2025"; an instant also with its time and offset. */
export function dayText(text: string, words: Words): string {
  const day = parseDay(text.slice(0, 10));
  if (Number.isNaN(day)) return text;
  let format = dateFormats.get(words.locale);
  if (!format) dateFormats.set(words.locale, (format = new Intl.DateTimeFormat(words.locale, { dateStyle: "long", timeZone: "UTC" })));
  const time = /T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.exec(text);
  return format.format(day * 86_400_000) + (time ? `, ${time[1]} (UTC${time[2] === "Z" ? "" : time[2]})` : "");
}

const moneyFormats = new Map<string, Intl.NumberFormat>();

/** Decimal text as a sum of money: ("1299.5", "USD") is "$1,299.50". The text is not turned into a float on the way. */
export function moneyText(amount: string, currency: string, words: Words): string {
  const key = `${words.locale} ${currency}`;
  let format = moneyFormats.get(key);
  if (!format) moneyFormats.set(key, (format = new Intl.NumberFormat(words.locale, { style: "currency", currency })));
  return format.format(amount as `${number}`);
}

/** "P30D" and "30 days" alike as "30 days"; text that is no period stays. */
export function spanText(text: string): string {
  const period = parsePeriod(text);
  return period && !/ nights?$/.test(text) ? periodText(period) : text;
}

const spanKeys: Readonly<Record<string, keyof Words["spans"]>> = { "business days": "business", "business day": "business", day: "days", days: "days", week: "weeks", weeks: "weeks", hour: "hours", hours: "hours", month: "months", months: "months" };

/** A promise's time in the language: "5 business days", "10 business days or 2 weeks, whichever is earlier". English, and what is none of these, stays as it is. */
export function promisedText(within: string, words: Words): string {
  if (words.locale.startsWith("en")) return within;
  const [, first, second] = /^(.+) or (.+), whichever is earlier$/.exec(within) ?? [];
  if (first !== undefined && second !== undefined) return fill(words.spans.either, { a: promisedText(first, words), b: promisedText(second, words) });
  const [, n, unit = ""] = /^(\d+) (business days?|days?|weeks?|hours?|months?)$/.exec(within) ?? [], key = spanKeys[unit];
  if (n !== undefined && key) return fill(words.spans[key], { n });
  return within === "promptly" ? words.spans.promptly : within === "as soon as possible" ? words.spans.soon : within;
}

export const timesText = (n: number, words: Words): string => (n === 1 ? words.sentences.times.once : n === 2 ? words.sentences.times.twice : fill(words.sentences.times.many, { n }));

/** "original packaging (recommended)" for "…:recommended". */
export function needText(need: string, words: Words): string {
  const [bare = need, grade] = need.split(":");
  const name = wordFor(words.needs, bare);
  return grade ? fill(wordFor(words.needGrades, grade), { need: name }) : name;
}

export const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
