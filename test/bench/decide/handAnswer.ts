/** What the hand-written function answers: a decision without clauses and readings. */
import type { Change, Fee, Payer, Promise as Promised, RemedyAnswer, TermsAfter } from "../../../policy/decision.ts";

export type HandPromise = Omit<Promised, "clause">;
export type HandRemedy = Readonly<{
  remedy: string; status: RemedyAnswer["status"]; refund: RemedyAnswer["refund"]; base: RemedyAnswer["base"]; refundsOriginalShipping: boolean | undefined;
  deductions: readonly Omit<Fee, "because">[]; charges: readonly Omit<Fee, "because">[]; freight: Readonly<{ return: Payer; outbound: Payer }>; dutiesPaidBy: "customer" | undefined;
  replacement: RemedyAnswer["replacement"]; times: number | undefined; until: string | null; termsUntil: string | null; termsAfter: Omit<TermsAfter, "because"> | undefined; requires: readonly string[]; missing: readonly string[];
  respondWithin: HandPromise | undefined; promises: readonly HandPromise[] | undefined;
}>;
export type HandRefusal = Readonly<{ remedy: string; lapsedOn: string | undefined }>;
export type HandLater = Readonly<{ remedy: string; from: string }>;
export type HandChange = Omit<Change, "because" | "remedy"> & Readonly<{ remedy: string }>;
export type HandAnswer = Readonly<{
  claim: string; outcome: string; remedies: readonly HandRemedy[]; declined: readonly HandRefusal[];
  later: readonly HandLater[] | undefined; changes: readonly HandChange[] | undefined; registerBy: string | undefined;
}>;

export const none: readonly never[] = [];
