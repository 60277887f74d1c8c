/**
 * Camstro's whole policy as a programmer would write it by hand for this one merchant: plain ifs over the claim, no data,
 * no citations. It answers what decide answers, all but the clauses and readings behind it: status, base, refund,
 * deductions, charges, freight each way, duties, replacement and how often, last days, evidence asked for and missing,
 * promises with their days, refusals and when their time ran out, what opens later, what would change the answer, the last
 * day to register. Days and money are read and written by the functions that decide uses. The bench holds it to decide on
 * every Camstro claim of the case tables, not on the timed ones alone (decide.ts).
 */
import type { Claim } from "../../../policy/claim.ts";
import { formatDay } from "../../../policy/dates.ts";
import { claimTimes, in2, in30, isExtended, mayBeExtended, type ClaimTimes } from "./claimTimes.ts";
import { none, type HandAnswer, type HandLater, type HandRefusal, type HandRemedy } from "./handAnswer.ts";
import { changesOf } from "./handChanges.ts";
import { faulty, struck } from "./handFaults.ts";
import { handFacts, type HandFacts } from "./handFacts.ts";
import { byNobody, goodsBack, moneyBack } from "./handRemedies.ts";
import { unwanted } from "./handUnwanted.ts";

/** One claim being decided: what it says, its times, and the answer as it grows. */
export type HandDraft = Readonly<{ claim: Claim; facts: HandFacts; times: ClaimTimes; remedies: HandRemedy[]; declined: HandRefusal[]; later: HandLater[] }>;

/** Decides a claim by Camstro's policy. */
export function decideByHand(claim: Claim): HandAnswer {
  const facts = handFacts(claim), decided = decideOnce(claim, facts);
  const changes = changesOf(claim, facts, decided, (turned) => decideOnce(turned, handFacts(turned)));
  return changes ? { ...decided, changes } : decided;
}

function decideOnce(claim: Claim, facts: HandFacts): HandAnswer {
  const times = claimTimes(claim);
  if (times.beforePolicy) return { claim: claim.id, outcome: "undetermined", remedies: none, declined: [{ remedy: "policy", lapsedOn: undefined }], later: undefined, changes: undefined, registerBy: undefined };
  const draft: HandDraft = { claim, facts, times, remedies: [], declined: [], later: [] };
  byReason(draft);
  const { remedies, declined, later } = draft;
  if (claim.request.claimsConsequentialLoss !== undefined && claim.request.claimsConsequentialLoss !== false) refuse(draft, "compensation");
  return { claim: claim.id, outcome: outcomeOf(draft), remedies, declined, later: later.length ? later : undefined, changes: undefined, registerBy: remedies.length ? registerBy(draft) : undefined };
}

function byReason(draft: HandDraft): void {
  switch (draft.claim.request.reason) {
    case "unwanted": return unwanted(draft);
    case "defective": case "damaged_on_arrival": case "wrong_item_sent": return draft.facts.noFault ? unwanted(draft) : faulty(draft);
    case "lightning": case "water_leakage": return draft.facts.noFault ? unwanted(draft) : struck(draft);
    case "cancel": return cancelled(draft);
    case "personal_item": refuse(draft, "compensation"); return goesBack(draft);
    case "accidental_return": return goesBack(draft);
    case "not_received": return notReceived(draft);
  }
}

function outcomeOf({ remedies, declined }: HandDraft): string {
  let outcome = remedies.length ? "needs_human" : declined.length ? "declined" : "undetermined";
  for (const { status } of remedies) {
    if (status === "open" || status === "waiting_for_stock") return "remedies_open";
    if (status === "needs_evidence") outcome = "needs_evidence";
  }
  return outcome;
}

export const refuse = ({ declined }: HandDraft, remedy: string, lapsedOn?: string): void => void declined.push({ remedy, lapsedOn });

/** The last day to register for the third year, where the item can have one and has not. */
function registerBy({ claim, times }: HandDraft): string | undefined {
  return times.stage === "30 days" && claim.item.registeredAt === undefined && mayBeExtended(claim) ? formatDay(in30(times.from)) : undefined;
}

/** The day after the first two years, from which an item registered in time has its third. */
export const thirdYear = ({ claim, times }: HandDraft): string | undefined => (times.stage !== "over" && times.stage !== "extended" && isExtended(claim, times.from) ? formatDay(in2(times.from) + 1) : undefined);

const bothByCustomer = { return: "customer", outbound: "customer" } as const, thereByCustomer = { return: "customer", outbound: "none" } as const;

/** What was sent in by mistake, or does not belong to the goods. */
function goesBack(draft: HandDraft): void {
  if (draft.times.stage !== "30 days" && draft.times.stage !== "none") refuse(draft, "refund");
  draft.remedies.push(goodsBack({ remedy: "send_back", status: "open", freight: bothByCustomer, dutiesPaidBy: undefined, until: null, requires: none, missing: none, promises: undefined }, null, undefined));
}

function notReceived(draft: HandDraft): void {
  if (draft.claim.item.carrierSays === "delivered") for (const remedy of ["compensation", "refund", "replacement"]) refuse(draft, remedy);
  else draft.remedies.push(goodsBack({ remedy: "delivery_complaint", status: "needs_human", freight: byNobody, dutiesPaidBy: undefined, until: null, requires: none, missing: none, promises: undefined }, null, undefined));
}

function cancelled(draft: HandDraft): void {
  const { claim } = draft, { status } = claim.order;
  const terms = { remedy: "cancel", status: "open", until: null, requires: none, missing: none, promises: undefined } as const;
  if (status === "not_shipped" || status === "produced") draft.remedies.push(moneyBack(claim, { ...terms, freight: byNobody, dutiesPaidBy: undefined }, "paid"));
  else if (status === "shipped") draft.remedies.push(moneyBack(claim, { ...terms, freight: thereByCustomer, dutiesPaidBy: "customer" }, "taken_off"));
  else refuse(draft, "cancel");
}
