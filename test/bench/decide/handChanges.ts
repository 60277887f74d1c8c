/** What would change the answer: one fact turned, the claim decided again, and what is then otherwise. */
import type { Claim } from "../../../policy/claim.ts";
import type { HandAnswer, HandChange, HandRemedy } from "./handAnswer.ts";
import type { HandFacts } from "./handFacts.ts";

type Turn = Readonly<{ fact: string; to: string; claim: Claim }>;

const faults: ReadonlySet<string> = new Set(["defective", "damaged_on_arrival", "wrong_item_sent", "lightning", "water_leakage"]);

/** The claim with each fact turned that a customer can supply, the merchant can change or an inspection can find. */
function turnsOf(claim: Claim, facts: HandFacts): readonly Turn[] {
  const { request, item, customer, order } = claim;
  const turns: Turn[] = [];
  if (facts.finding === "none" && faults.has(request.reason)) turns.push({ fact: "inspection.finding", to: "no_fault_found", claim: { ...claim, inspection: { finding: "no_fault_found" } } });
  if (request.packaging === "missing") turns.push({ fact: "request.packaging", to: "original", claim: { ...claim, request: { ...request, packaging: "original" } } });
  if (request.complete === false) turns.push({ fact: "request.complete", to: "true", claim: { ...claim, request: { ...request, complete: true } } });
  if (facts.unproved) turns.push({ fact: "order.proofOfPurchase", to: "true", claim: { ...claim, order: { ...order, proofOfPurchase: true } } });
  if (facts.missing.length) turns.push({ fact: "request.missingEvidence", to: "none", claim: { ...claim, request: { ...request, missingEvidence: [] } } });
  if (facts.unapproved) turns.push({ fact: "sendingBack.parcel.hasRma", to: "true", claim: { ...claim, sendingBack: { ...claim.sendingBack, parcel: { ...claim.sendingBack?.parcel, hasRma: true } } } });
  if (facts.abroad) turns.push({ fact: "customer.country", to: "country of purchase", claim: { ...claim, order: { ...order, countryOfPurchase: customer.country } } });
  if (facts.noStock) turns.push({ fact: "item.sameModelInStock", to: "true", claim: { ...claim, item: { ...item, sameModelInStock: true } } });
  return turns;
}

const better: Readonly<Record<string, number>> = { open: 3, waiting_for_stock: 2, needs_evidence: 1, needs_human: 0 };

function compare({ fact, to }: Turn, had: HandRemedy, next: HandRemedy, into: HandChange[]): void {
  const add = (effect: string): void => void into.push({ fact, to, effect, remedy: next.remedy });
  if ((better[next.status] ?? 0) > (better[had.status] ?? 0)) add(`status ${next.status}`);
  // A return that turns out to be unwanted owes the label, whether or not this one had a label to pay.
  if (to === "no_fault_found" && next.remedy === "refund") add("fee return_shipping");
  if (had.freight.return !== next.freight.return) add(`freight return ${next.freight.return}`);
  if (had.freight.outbound !== next.freight.outbound) add(`freight outbound ${next.freight.outbound}`);
}

/** Undefined where nothing would. `decide` decides without looking for changes again. */
export function changesOf(claim: Claim, facts: HandFacts, now: HandAnswer, decide: (turned: Claim) => HandAnswer): readonly HandChange[] | undefined {
  const turns = turnsOf(claim, facts);
  if (turns.length === 0) return undefined;
  const changes: HandChange[] = [];
  for (const turn of turns) {
    const then = decide(turn.claim);
    for (const next of then.remedies) {
      const had = now.remedies.find((one) => one.remedy === next.remedy);
      if (had) compare(turn, had, next, changes);
      else changes.push({ fact: turn.fact, to: turn.to, effect: "opens", remedy: next.remedy });
    }
    for (const had of now.remedies) if (!then.remedies.some((next) => next.remedy === had.remedy)) changes.push({ fact: turn.fact, to: turn.to, effect: "closes", remedy: had.remedy });
  }
  return changes.length ? changes : undefined;
}
