/** An example in one line that a person reads: the facts, then the days counted from delivery. */
import type { Worth } from "../compile.ts";
import { parseDay } from "../dates.ts";
import type { Days, KnownFacts, Word } from "./exampleClaim.ts";

const wordText = (word: Word): string => (typeof word === "object" ? word.join(" and ") || "none" : typeof word === "boolean" ? (word ? "yes" : "no") : word.replaceAll("_", " "));
const dayNumber = (text: string): number => parseDay(text.slice(0, 10));
const daysText = (n: number): string => `${n} day${n === 1 ? "" : "s"}`;

function daysLine(days: Days): string {
  const bought = `bought ${days.purchase.slice(0, 10)}`;
  const from = days.delivery ?? days.purchase;
  const since = (text: string): string => `${text.slice(0, 10)} (${daysText(dayNumber(text) - dayNumber(from))} after ${days.delivery ? "delivery" : "purchase"})`;
  const later: readonly (readonly [string, string | undefined])[] = [["registered", days.registration], ["written", days.sent], ["return created", days.returnCreated], ["sent back", days.dispatch], ["received back", days.receipt]];
  const rest = later.flatMap(([what, day]) => (day === undefined ? [] : [`${what} ${since(day)}`]));
  return [bought, days.delivery ? `delivered ${days.delivery}` : days.shipment ? "on its way" : "not yet shipped", `asked ${since(days.asked)}`, ...rest].join(", ");
}

/** "class new, reason unwanted; bought 2025-03-03, delivered 2025-03-07, asked 2025-04-07 (31 days after delivery)". */
export function describe(known: KnownFacts, days: Days | undefined, worths: readonly (readonly [Worth, boolean])[]): string {
  const facts = [...known].map(([name, word]) => `${name} ${wordText(word)}`);
  const values = worths.map(([worth, over]) => `value of ${worth.of} ${over ? "over" : "at most"} ${worth.over}`);
  return [[...facts, ...values].join(", ") || "any claim", ...(days ? [daysLine(days)] : [])].join("; ");
}
