/** What one line of an order is entitled to today without anybody asking. */
import { readClaim, type Claim } from "../../policy/claim.ts";
import { decide } from "../../policy/decide.ts";
import type { Decision } from "../../policy/decision.ts";
import type { Remedy } from "../../policy/policy.ts";
import { claimOf, type ReadClaim, type ShopFacts } from "../shopify/claim.ts";
import type { LineRead, OrderRead } from "../shopify/order.ts";
import type { LineCoverage } from "../store/coverage.ts";
import type { PublishedPolicy } from "../store/policyVersions.ts";

/** An order's facts do not make a claim: what is wrong, with paths. */
export class UnreadableClaim extends Error {}

const unwanted: readonly Remedy[] = ["refund", "exchange", "store_credit"];
const faulty: readonly Remedy[] = ["replacement", "repair", "repair_or_replacement"];

/** The latest last day among some remedies that may be had; null where none has one. */
function latest(decision: Decision, remedies: readonly Remedy[]): string | null {
  const ends = decision.remedies.filter((answer) => remedies.includes(answer.remedy)).map((answer) => answer.until).filter((until) => until !== null);
  return ends.sort().at(-1)?.slice(0, 10) ?? null;
}

const checked = ({ claim }: ReadClaim): Claim => {
  const read = readClaim(claim);
  if ("claim" in read) return read.claim;
  throw new UnreadableClaim(read.errors.map((error) => `${error.path} ${error.message}`).join("; "));
};

/** Coverage of one unit of a line: as unwanted for the return, as defective for the warranty. Throws UnreadableClaim. */
export function lineCoverage(order: OrderRead, line: LineRead, facts: ShopFacts, policy: PublishedPolicy, at: string): LineCoverage {
  const asked = (reason: string): ReadClaim => claimOf(order, line, facts, { request: { reason }, quantity: 1, originalBuyer: true }, at);
  const back = asked("unwanted"), { delivery, claim } = back;
  const about = { lineId: line.id, deliveredAt: delivery.at, deliveredBy: delivery.source, units: delivery.units, unitsArrived: Math.min(delivery.unitsArrived, delivery.units) };
  const isGone = line.currentQuantity === 0 || (claim.money.alreadyRefundedQuantity ?? 0) >= line.quantity;
  if (isGone) return { ...about, returnUntil: null, warrantyUntil: null, registerUntil: null };
  const forReturn = decide(policy.inForce, checked(back)), forWarranty = decide(policy.inForce, checked(asked("defective")));
  return { ...about, returnUntil: latest(forReturn, unwanted), warrantyUntil: latest(forWarranty, faulty), registerUntil: forReturn.registerBy ?? null };
}
