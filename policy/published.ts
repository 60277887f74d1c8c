/** A return policy that a store publishes in prose, held against the policy as data: which numbers only one of them says. Pure. */
import { numbersIn, numbersOf } from "./check/numbers.ts";
import type { Clause } from "./policy.ts";
import type { PolicyInForce } from "./readings.ts";

/** A number with its unit ("30 days", "10 %", "45 USD") and where it stands: the sentence that says it, or the clauses. */
export type OnlyTheirs = Readonly<{ number: string; sentence: string }>;
export type OnlyOurs = Readonly<{ number: string; clauses: readonly Pick<Clause, "id" | "says">[] }>;
export type Differences = Readonly<{ theirs: readonly OnlyTheirs[]; ours: readonly OnlyOurs[]; /** How many numbers both say. */ same: number }>;

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", ndash: "–", mdash: "–", euro: "€", pound: "£" };

/** The sentences of a page: tags are gone, blocks end a sentence. */
export function sentencesOf(html: string): string[] {
  const text = html.replace(/<(script|style)[\s\S]*?<\/\1>/gi, " ").replace(/<(\/?(p|div|li|h[1-6]|tr|td|th|br|ul|ol|table|section|article))\b[^>]*>/gi, ". ").replace(/<[^>]*>/g, " ")
    .replace(/&(?:#(\d+)|(\w+));/g, (whole, code: string | undefined, name: string | undefined) => (code ? String.fromCodePoint(Math.min(Number(code), 0x10ffff)) : (entities[name ?? ""] ?? whole)));
  return text.split(/(?<=[.!?])\s+/).map((sentence) => sentence.replace(/\s+/g, " ").replace(/^[.\s]+/, "").trim()).filter((sentence) => sentence.length > 1);
}

/** Numbers without a unit say nothing that could be compared. */
const hasUnit = (number: string): boolean => number.includes(" ");

const saidBy = (clause: Clause): readonly string[] => {
  const { all, optional } = numbersIn(clause.says);
  return [...all, ...optional];
};

/** Compares the store's own page with the clauses in force. Numbers are read where English words name their units. */
export function comparePublished({ clauses }: PolicyInForce, html: string): Differences {
  const sentences = sentencesOf(html), told = sentences.map((sentence) => ({ sentence, ...numbersIn(sentence) }));
  const theirs = new Map<string, string>(), alsoTheirs = new Set(told.flatMap(({ all, optional }) => [...all, ...optional]));
  for (const { sentence, all } of told) for (const number of all) if (!theirs.has(number)) theirs.set(number, sentence);
  const done = clauses.map((clause) => ({ clause, does: new Set(numbersOf(clause)) })), ours = new Set(done.flatMap(({ clause, does }) => [...does, ...saidBy(clause)]));
  const parameters = [...new Set(done.flatMap(({ does }) => [...does]))].filter(hasUnit);
  return {
    theirs: [...theirs].filter(([number]) => hasUnit(number) && !ours.has(number)).map(([number, sentence]) => ({ number, sentence })),
    ours: parameters.filter((number) => !alsoTheirs.has(number)).map((number) => ({ number, clauses: done.filter(({ does }) => does.has(number)).map(({ clause: { id, says } }) => ({ id, says })) })),
    same: [...theirs.keys()].filter((number) => ours.has(number)).length,
  };
}
