/** A decision as the screens show it: in sentences with the clauses behind each, and the clauses' own words. */
import type { Claim } from "../../policy/claim.ts";
import type { Decision } from "../../policy/decision.ts";
import { explain, type Section } from "../../policy/explain.ts";
import type { Remedy } from "../../policy/policy.ts";
import type { PolicyInForce } from "../../policy/readings.ts";

export type ToldClause = Readonly<{ id: string; says: string; at: string }>;
export type ToldDecision = Readonly<{
  outcome: Decision["outcome"];
  /** What may be had, each remedy a section; and all else that staff may want to see. */
  remedies: readonly Section[]; refused: readonly Section[]; details: readonly Section[];
  clauses: readonly ToldClause[];
  answers: readonly Readonly<{ remedy: Remedy; status: string; refund: string | null; until: string | null }>[];
}>;

const shownFirst = new Set(["refused", "undetermined"]);
const leftOut = new Set(["answer", "clauses"]);

/** Tells a decision by the policy that made it, for staff. */
export function tellDecision(decision: Decision, inForce: PolicyInForce, claim: Claim): ToldDecision {
  const { staff } = explain(decision, inForce, claim), remedies = new Set<string>(decision.remedies.map((answer) => answer.remedy));
  const cited = new Set(staff.flatMap(({ sentences, sums = [] }) => [...sentences, ...sums].flatMap((line) => line.clauses)));
  return {
    outcome: decision.outcome,
    remedies: staff.filter(({ id }) => remedies.has(id)), refused: staff.filter(({ id }) => shownFirst.has(id)),
    details: staff.filter(({ id }) => !remedies.has(id) && !shownFirst.has(id) && !leftOut.has(id)),
    clauses: inForce.clauses.filter(({ id }) => cited.has(id)).map(({ id, says, at }) => ({ id, says, at })),
    answers: decision.remedies.map(({ remedy, status, refund, until }) => ({ remedy, status, refund: refund ? `${refund.amount} ${refund.currency}` : null, until })),
  };
}
