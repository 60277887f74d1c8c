/** A line of an RMA as it is stored: JSON that was checked when it was written. */
import type { Claim } from "../../policy/claim.ts";
import { decideReturn, type Wishes } from "../../policy/decideReturn.ts";
import type { Decision, RemedyAnswer } from "../../policy/decision.ts";
import type { Remedy } from "../../policy/policy.ts";
import type { PolicyInForce } from "../../policy/readings.ts";
import type { Prisma, RmaLine } from "../generated/prisma/client.ts";
import { answerAgainstPolicy } from "./againstPolicy.ts";

export const claimIn = (line: Pick<RmaLine, "claim">): Claim => line.claim as unknown as Claim;
export const decisionIn = (line: Pick<RmaLine, "decision">): Decision => line.decision as unknown as Decision;
export const promisedIn = (line: Pick<RmaLine, "promised">): RemedyAnswer | null => line.promised as unknown as RemedyAnswer | null;
export const asJson = (value: object): Prisma.InputJsonObject => value as Prisma.InputJsonObject;

/** A line decided again: the remedy promised where it is still there, else what the decision counts. */
export type Reconsidered = Readonly<{ decision: Decision; answer: RemedyAnswer | null; difference: Difference }>;
/** What was promised and what it is now; amounts as decimal text, null where no money flows. */
export type Difference = Readonly<{ changed: boolean; promised: Readonly<{ remedy: string; amount: string | null }> | null; now: Readonly<{ remedy: string; status: string; amount: string | null }> | null; because: readonly string[] }>;

export function differenceOf(promised: RemedyAnswer | null, now: RemedyAnswer | null): Difference {
  const was = promised && { remedy: promised.remedy, amount: promised.refund?.amount ?? null }, is = now && { remedy: now.remedy, status: now.status, amount: now.refund?.amount ?? null };
  return { changed: was?.remedy !== is?.remedy || was?.amount !== is?.amount, promised: was, now: is, because: now?.because ?? [] };
}

/** Lines decided again with what is known of them now. A remedy that was granted against the policy stays granted. */
export function reconsider(policy: PolicyInForce, lines: readonly Readonly<{ line: RmaLine; claim: Claim; remedy?: Remedy | undefined }>[]): readonly Reconsidered[] {
  const wishes: Wishes = Object.fromEntries(lines.flatMap(({ claim, remedy }) => (remedy ? [[claim.id, remedy]] : [])));
  const result = decideReturn(policy, lines.map(({ claim }) => claim), wishes);
  if ("errors" in result) throw new Error(result.errors.map(({ path, message }) => `${path} ${message}`).join("; "));
  return lines.map(({ line, claim }, i) => {
    const decided = result.decision.lines[i];
    if (!decided) throw new Error(`no decision on ${claim.id}`);
    const promised = promisedIn(line);
    const granted = line.override && promised ? answerAgainstPolicy(claim, decided.decision, promised.remedy) : null;
    const same = promised && decided.decision.remedies.find((answer) => answer.remedy === promised.remedy && answer.status === "open");
    const answer = granted ?? (wishes[claim.id] ? decided.counted : (same ?? decided.counted)) ?? null;
    return { decision: decided.decision, answer, difference: differenceOf(promised, answer) };
  });
}
