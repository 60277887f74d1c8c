/** The shape of an account: sections of sentences, each with the clauses behind it, and sums that add up. */
import type { Claim } from "../claim.ts";
import type { Decision } from "../decision.ts";
import type { Clause, Policy } from "../policy.ts";
import { readingsApplied, type PolicyInForce } from "../readings.ts";
import type { Voice } from "../words/sentences.en.ts";
import type { Words } from "../words.en.ts";

export type Sentence = Readonly<{ text: string; clauses: readonly string[] }>;
/** A line of a settlement: decimal text, negative where it is taken off; the last line is the total of those before it. */
export type Sum = Readonly<{ label: string; amount: string; currency: string; clauses: readonly string[]; total?: true }>;
export type Section = Readonly<{ id: string; heading: string; sentences: readonly Sentence[]; sums?: readonly Sum[] }>;

/** All that the parts of an account are made from. */
export type Telling = Readonly<{ decision: Decision; claim: Claim | undefined; inForce: PolicyInForce; clauses: ReadonlyMap<string, Clause>; words: Words; voice: Voice; isStaff: boolean }>;

export const inForceOf = (policy: Policy | PolicyInForce): PolicyInForce => ("chosen" in policy ? policy : readingsApplied(policy));

export const sentence = (text: string, clauses: readonly string[] = []): Sentence => ({ text, clauses });

/** An account as plain text: headings, sentences and sums, one per line; clause ids after each where asked for. */
export function accountText(sections: readonly Section[], withClauses = false): string {
  const cited = (clauses: readonly string[]): string => (withClauses && clauses.length ? ` [${clauses.join(", ")}]` : "");
  return sections.map(({ heading, sentences, sums }) => {
    const lines = sentences.map((line) => `  ${line.text}${cited(line.clauses)}`);
    return [heading, ...lines, ...sumLines(sums ?? [], cited)].join("\n");
  }).join("\n\n") + "\n";
}

function sumLines(sums: readonly Sum[], cited: (clauses: readonly string[]) => string): string[] {
  const label = Math.max(0, ...sums.map((sum) => sum.label.length)), amount = Math.max(0, ...sums.map((sum) => sum.amount.length));
  const line = (sum: Sum): string => `    ${sum.label.padEnd(label)}  ${sum.amount.padStart(amount)} ${sum.currency}${cited(sum.clauses)}`;
  return sums.flatMap((sum) => (sum.total ? [`    ${"".padEnd(label)}  ${"".padStart(amount, "─")}`, line(sum)] : [line(sum)]));
}
