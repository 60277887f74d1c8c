/**
 * A decision in sentences: for a customer, and longer for staff. Every sentence carries the clauses behind it.
 * Words come from words.en.ts; another language is another object of that shape.
 */
import { accountText, inForceOf, sentence, type Section, type Telling } from "./explain/account.ts";
import { changeLines } from "./explain/changeLines.ts";
import { fill } from "./explain/inWords.ts";
import { refusalLines, undeterminedLines } from "./explain/refusalLines.ts";
import { remedySection } from "./explain/remedySection.ts";
import { clauseSection, factsSection, readingSection, timeSection } from "./explain/staffSections.ts";
import type { Claim } from "./claim.ts";
import type { Decision } from "./decision.ts";
import type { Policy } from "./policy.ts";
import type { PolicyInForce } from "./readings.ts";
import { english, type Words } from "./words.en.ts";

export type { Section, Sentence, Sum } from "./explain/account.ts";
export { accountText } from "./explain/account.ts";
export type Explanation = Readonly<{ customer: readonly Section[]; staff: readonly Section[] }>;

/**
 * Explains a decision by the policy (or policy in force) that made it. With the claim, the account for staff also names
 * the facts used and counts out the periods, and refusals say which fact closed them; a decision does not hold these.
 * Pure; throws only where the policy's readings cannot be applied.
 */
export function explain(decision: Decision, policy: Policy | PolicyInForce, claim?: Claim, words: Words = english): Explanation {
  const inForce = inForceOf(policy);
  const clauses = new Map(inForce.clauses.map((clause) => [clause.id, clause]));
  const telling = (isStaff: boolean): Telling => ({ decision, claim, inForce, clauses, words, voice: isStaff ? words.sentences.voices.staff : words.sentences.voices.customer, isStaff });
  return { customer: customerAccount(telling(false)), staff: staffAccount(telling(true)) };
}

/** Both accounts as plain text; that for staff with clause ids. */
export const explainText = (explanation: Explanation): Readonly<{ customer: string; staff: string }> => ({ customer: accountText(explanation.customer), staff: accountText(explanation.staff, true) });

const sectionOf = (id: string, heading: string, sentences: Section["sentences"]): Section[] => (sentences.length ? [{ id, heading, sentences }] : []);

function customerAccount(t: Telling): Section[] {
  const { headings, outcomes } = t.words.sentences;
  return [
    { id: "answer", heading: headings.answer, sentences: [sentence(outcomes.customer[t.decision.outcome])] },
    ...t.decision.remedies.map((answer) => remedySection(t, answer)),
    ...sectionOf("refused", headings.refused, refusalLines(t)),
    ...sectionOf("undetermined", headings.undetermined, undeterminedLines(t)),
    ...sectionOf("changes", headings.changes, changeLines(t)),
  ];
}

function staffAccount(t: Telling): Section[] {
  const { headings, outcomes, staff } = t.words.sentences, { decision } = t;
  return [
    { id: "answer", heading: headings.answer, sentences: [sentence(outcomes.staff[decision.outcome]), sentence(fill(staff.about, { claim: decision.claim, policy: decision.policy.id, version: decision.policy.version }))] },
    ...factsSection(t), ...timeSection(t),
    ...decision.remedies.map((answer) => remedySection(t, answer)),
    ...sectionOf("refused", headings.declined, refusalLines(t)),
    ...sectionOf("undetermined", headings.undetermined, undeterminedLines(t)),
    ...sectionOf("changes", headings.changes, changeLines(t)),
    clauseSection(t), ...readingSection(t),
  ];
}
