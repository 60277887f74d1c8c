/** What one line of an order is entitled to today without anybody asking. */
import { readClaim, type Claim } from "../../policy/claim.ts";
import { formatDay, parseDay } from "../../policy/dates.ts";
import { decide } from "../../policy/decide.ts";
import { decided } from "../decided.ts";
import type { Decision } from "../../policy/decision.ts";
import type { Remedy } from "../../policy/policy.ts";
import { registrationTerms } from "../../policy/registration.ts";
import { arrivedOn, claimOf, type ReadClaim, type ShopFacts } from "../shopify/claim.ts";
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
  const about = { lineId: line.id, title: line.title, deliveredAt: arrivedOn(back), deliveredBy: delivery.source, units: delivery.units, unitsArrived: Math.min(delivery.unitsArrived, delivery.units) };
  const isGone = line.currentQuantity === 0 || (claim.money.alreadyRefundedQuantity ?? 0) >= line.quantity;
  if (isGone) return { ...about, returnUntil: null, warrantyUntil: null, registerUntil: null };
  const broken = checked(asked("defective"));
  return { ...about, returnUntil: latest(decided(policy.inForce, checked(back)), unwanted), warrantyUntil: warrantyUntil(policy, broken), registerUntil: registerUntil(line, facts, policy, broken) };
}

/** Longest chain of terms, one after the other, that is followed. */
const MOST_TERMS = 4;

/** The last day of the warranty of a defective item; a registered one's goes on where the next term follows the one that ends. */
export function warrantyUntil(policy: PublishedPolicy, claim: Claim): string | null {
  let end = latest(decide(policy.inForce, claim), faulty);
  for (let term = 1; term < MOST_TERMS && end !== null && claim.item.registeredAt !== undefined; term++) {
    const next = latest(decide(policy.inForce, { ...claim, askedAt: formatDay(parseDay(end) + 1) }), faulty);
    if (next === null || next <= end) break;
    end = next;
  }
  return end;
}

/** Until when a unit of the line that is not registered yet can be. */
function registerUntil(line: LineRead, facts: ShopFacts, policy: PublishedPolicy, claim: Claim): string | null {
  if ((facts.registered?.get(line.id)?.length ?? 0) >= line.currentQuantity) return null;
  const { state, until } = registrationTerms(policy.inForce, claim);
  return state === "open" ? until : null;
}
