/** What all contenders must agree on: outcome, remedies with their status, amounts, freight and last days. No citations. */
import type { Decision } from "../../../policy/decision.ts";

export type PlainRemedy = Readonly<{
  remedy: string; status: string; refund: string | null; deductions: readonly Readonly<{ kind: string; amount: string }>[]; return: string; outbound: string; until: string | null; termsUntil: string | null;
}>;
export type PlainAnswer = Readonly<{ claim: string; outcome: string; remedies: readonly PlainRemedy[] }>;

const remedyText = (r: PlainRemedy): string =>
  [r.remedy, r.status, r.refund, r.deductions.map((d) => `${d.kind} ${d.amount}`).join("+"), r.return, r.outbound, r.until, r.termsUntil].join(" ");

/** An answer as one line, remedies in alphabetical order. */
export const plainText = ({ claim, outcome, remedies }: PlainAnswer): string => [claim, outcome, ...remedies.map(remedyText).sort()].join(" | ");

/** A decision without what only citations, evidence and explanations need. */
export const plainAnswer = ({ claim, outcome, remedies }: Decision): PlainAnswer => ({
  claim, outcome,
  remedies: remedies.map((r) => ({
    remedy: r.remedy, status: r.status, refund: r.refund?.amount ?? null, deductions: r.deductions, return: r.freight.return, outbound: r.freight.outbound, until: r.until, termsUntil: r.termsUntil,
  })),
});
