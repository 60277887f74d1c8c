/** Why a request is declined, as the customer reads it at Shopify: our reason and the clauses, and Shopify's word for it. */
import type { Claim } from "../../policy/claim.ts";
import { decide } from "../../policy/decide.ts";
import type { Decision } from "../../policy/decision.ts";
import type { PolicyInForce } from "../../policy/readings.ts";
import type { ReturnDeclineReason } from "../shopify/sendReturn.ts";

/** Shopify's limit of a decline note. */
const LONGEST_NOTE = 500;

export type DeclinedLine = Readonly<{ title: string; claim: Claim; decision: Decision }>;

/** What the policy says against each line, with its clauses, within Shopify's length; whole sentences only, but for the first. */
export function declineNote(lines: readonly DeclinedLine[]): string {
  const sentences = [...new Set(lines.flatMap(({ decision }) => decision.declined.map((refusal) => {
    const when = refusal.lapsedOn ? ` The time for it ended on ${refusal.lapsedOn.slice(0, 10)}.` : "";
    return `${refusal.says}${when} [${refusal.because.join(", ")}]`;
  })))];
  return within(sentences);
}

/** As many of the sentences as fit. */
export function within(sentences: readonly string[], longest = LONGEST_NOTE): string {
  let note = "";
  for (const text of sentences) {
    const longer = note ? `${note} ${text}` : text;
    if (longer.length > longest) return note || `${text.slice(0, longest - 1)}…`;
    note = longer;
  }
  return note;
}

/** Final sale where the item would go back if it were not on clearance; period ended where a time ran out; else other. */
export function declineReason(policy: PolicyInForce, lines: readonly DeclinedLine[]): ReturnDeclineReason {
  const isFinal = ({ claim }: DeclinedLine): boolean => claim.item.onClearance === true && decide(policy, { ...claim, item: { ...claim.item, onClearance: false } }).outcome !== "declined";
  if (lines.some(isFinal)) return "FINAL_SALE";
  return lines.some(({ decision }) => decision.declined.some((refusal) => refusal.lapsedOn)) ? "RETURN_PERIOD_ENDED" : "OTHER";
}
