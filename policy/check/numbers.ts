/** A clause whose restated sentence and whose parameters name different numbers: one of the two is wrong. */
import { parsePeriod } from "../dates.ts";
import { asList, type Clause } from "../policy.ts";
import type { Finding } from "./finding.ts";

/** Numbers with their units as comparable text: "30 days", "24 months", "3 business days", "10 %", "45 USD". */
type Said = Readonly<{ all: ReadonlySet<string>; optional: ReadonlySet<string> }>;

const words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const spelled: Readonly<Record<string, number>> = { ...Object.fromEntries(words.map((word, i) => [word, i])), fourteen: 14, thirty: 30, sixty: 60, ninety: 90 };
const signs: Readonly<Record<string, string>> = { $: "USD", "€": "EUR", "£": "GBP" };

const figure = `\\d+(?:[.,]\\d+)?|${Object.keys(spelled).join("|")}`;
const unit = "business days?|working days?|days?|nights?|weeks?|months?|years?|hours?|%|percent|per cent";
const measured = new RegExp(`\\b(?:(${figure})(?: (?:to|or|and) |-|–))?(${figure})[ -]?(${unit})(?![a-z])`, "gi");
const moneyAfter = /\b(\d+(?:\.\d+)?) ?([A-Z]{3})\b/g;
/** "costs 4.95", "until day 100": they may be a parameter, and need not. */
const bareFigure = /(?<![\d.])(\d+(?:\.\d+)?)(?![\d.]*\d)/g;
const numbered = /\bdays? (\d+)/gi;
const moneyBefore = /([$€£]) ?(\d+(?:\.\d+)?)/g;

const valueOf = (text: string): number => spelled[text.toLowerCase()] ?? Number(text.replace(",", "."));

/** A number with its unit, years as months and weeks as days. */
function measure(n: number, word: string): string {
  const kind = word.toLowerCase();
  if (/^(business|working)/.test(kind)) return `${n} business days`;
  if (/^(%|per)/.test(kind)) return `${n} %`;
  if (kind.startsWith("year")) return `${n * 12} months`;
  if (kind.startsWith("month")) return `${n} months`;
  if (kind.startsWith("hour")) return `${n} hours`;
  return `${kind.startsWith("week") ? n * 7 : n} days`;
}

/** The numbers of a sentence; the lower end of "3 to 5 business days" may be left out of the parameters. */
export function numbersIn(sentence: string): Said {
  const all = new Set<string>(), optional = new Set<string>();
  for (const [, low, high = "", word = ""] of sentence.matchAll(measured)) {
    all.add(measure(valueOf(high), word));
    if (low !== undefined) optional.add(measure(valueOf(low), word));
  }
  for (const [, n, currency] of sentence.matchAll(moneyAfter)) all.add(`${Number(n)} ${currency}`);
  for (const [, n] of sentence.matchAll(bareFigure)) optional.add(String(Number(n)));
  for (const [, n] of sentence.matchAll(numbered)) optional.add(`${Number(n)} days`);
  for (const [, sign = "", n] of sentence.matchAll(moneyBefore)) all.add(`${Number(n)} ${signs[sign]}`);
  return { all, optional };
}

function periodKey(text: string): string | undefined {
  const business = /^(\d+) business days$/.exec(text);
  if (business) return `${Number(business[1])} business days`;
  const period = parsePeriod(text);
  if (!period) return undefined;
  return period.hours ? `${period.hours} hours` : period.months ? `${period.months} months` : `${period.days} days`;
}

const periodFields = new Set(["within", "orWithin", "beyond", "after", "period", "sendBackWithin", "creditExpires"]);

/** The numbers among a clause's parameters. */
export function numbersOf(value: unknown, field = "", currency = ""): readonly string[] {
  if (typeof value === "number") return (field === "percent" || field === "creditBonus") ? [`${value} %`] : [];
  if (typeof value === "string") {
    const key = periodFields.has(field) ? periodKey(value) : undefined;
    if (key !== undefined) return [key];
    return ["amount", "charge", "over", "atMost"].includes(field) && /^\d/.test(value) ? [`${Number(value)} ${currency}`.trim()] : [];
  }
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((inner) => numbersOf(inner, field, currency));
  const inner = value as Record<string, unknown>;
  const own = typeof inner["currency"] === "string" ? inner["currency"] : currency;
  return Object.entries(inner).flatMap(([name, part]) => (field === "amounts" ? [`${Number(part)} ${name}`] : numbersOf(part, name, own)));
}

const effectNames = ["opens", "closes", "person", "waits", "gives", "needs", "deducts", "charges", "waives", "freight", "term", "answers"] as const;

/** Amounts are compared by value where one side names no currency. */
const matches = (a: string, all: ReadonlySet<string>): boolean => all.has(a) || [...all].some((b) => a.split(" ")[0] === b.split(" ")[0] && isMoney(a) && isMoney(b) && (isBare(a) || isBare(b)));
const isMoney = (key: string): boolean => / [A-Z]{3}$/.test(key) || isBare(key);
const isBare = (key: string): boolean => /^[\d.]+$/.test(key);

/** Numbers that stand on one side only. A term's length may be mentioned anywhere without being set there again. */
export function numbers(clauses: readonly Clause[]): Finding[] {
  const terms = new Set(clauses.flatMap((clause) => asList(clause.term).flatMap((term) => numbersOf(term))));
  const saying = clauses.map((clause) => ({ clause, said: numbersIn(clause.says) }));
  return saying.flatMap(({ clause, said }): readonly Finding[] => {
    if (!effectNames.some((name) => clause[name] !== undefined)) return [];
    const { says: _, note: __, at: ___, ...parameters } = clause;
    const set = new Set(numbersOf(parameters));
    const unsaid = [...set].filter((n) => !matches(n, said.all) && !said.optional.has(n) && !(isMoney(n) && said.optional.has(n.split(" ")[0] ?? "")));
    const unset = [...said.all].filter((n) => !matches(n, set) && !terms.has(n) && n !== "0 %");
    const sources = unsaid.map((n) => saying.find((other) => other.clause !== clause && matches(n, other.said.all))?.clause.id);
    return [...lent(clause, unsaid, unset.length ? [] : sources), ...(unset.length ? [warn(clause, `says ${unset.join(", ")}, which none of its parameters is`)] : [])];
  });
}

const warn = (clause: Clause, what: string): Finding => ({ level: "warning", kind: "numbers", clauses: [clause.id], message: `${clause.id} ${what}: "${clause.says}"` });

/** A number that the sentence leaves to another one ("after the refund time") is worth knowing, not a fault. */
function lent(clause: Clause, unsaid: readonly string[], sources: readonly (string | undefined)[]): readonly Finding[] {
  if (unsaid.length === 0) return [];
  const others = [...new Set(sources.filter((id) => id !== undefined))];
  if (sources.length === 0 || sources.includes(undefined)) return [warn(clause, `works with ${unsaid.join(", ")}, which its sentence does not say`)];
  return [{ level: "note", kind: "numbers", clauses: [clause.id, ...others], message: `${clause.id} works with ${unsaid.join(", ")}, which not it but ${others.join(", ")} says.` }];
}
