/** Camstro's answer to an item that is not wanted, or in which no fault was found. */
import type { Claim } from "../../../policy/claim.ts";
import { formatDay } from "../../../policy/dates.ts";
import { in2, in30, in90 } from "./claimTimes.ts";
import { none } from "./handAnswer.ts";
import type { HandFacts } from "./handFacts.ts";
import { goodsBack, labelCharge, missingOf, moneyBack, promisesOf, sentHome, statusOf } from "./handRemedies.ts";
import { refuse, type HandDraft } from "./handWritten.ts";

const tracked = "traceable_carrier:recommended";
const needs = ["original_packaging", "complete_items", "perfect_condition", "rma_form", "rma_number", tracked];
const accessoryNeeds = ["original_packaging", "complete_items", "rma_form", "rma_number", tracked];
const lateAccessoryNeeds = ["fee_quote_accepted", ...accessoryNeeds];
const there = { return: "customer", outbound: "none" } as const, thereAndBack = { return: "customer", outbound: "merchant" } as const, byCustomer = { return: "customer", outbound: "customer" } as const;
const newUnit = { condition: "new", model: "same" } as const, sameUnit = { condition: "unspecified", model: "same" } as const;

/** What the item lacks to be put back on the shelf. */
function lackingIn({ request, item }: Claim, { unapproved }: HandFacts): readonly string[] {
  const lacking: string[] = [];
  if (request.packaging === "missing") lacking.push("original_packaging");
  if (request.complete === false) lacking.push("complete_items");
  if (item.class === "new" && (request.condition === "worn" || request.condition === "scratched" || request.condition === "damaged" || request.condition === "damaged_by_user")) lacking.push("perfect_condition");
  if (unapproved) lacking.push("rma_form", "rma_number");
  return lacking.length ? lacking : none;
}

function exchangedBefore({ request, item }: Claim): boolean {
  if (item.earlierRemedies === undefined || request.reason !== "unwanted") return false;
  for (const earlier of item.earlierRemedies) if (earlier.under === "exchange_unwanted") return true;
  return false;
}

export function unwanted(draft: HandDraft): void {
  const { claim, facts, times, remedies } = draft, { stage } = times;
  const accessory = facts.kind === "accessory", owned = accessory || facts.kind === "new";
  const refundTime = stage === "30 days" || (accessory && stage === "90 days"), exchangeTime = refundTime || stage === "90 days" || stage === "1 year" || stage === "2 years";
  const closed = facts.elsewhere || facts.lost || facts.cause === "excluded";
  const noRefund = closed || facts.cause === "manmade", noExchange = closed || exchangedBefore(claim), noLateExchange = noExchange || facts.abroad;
  const lacking = owned ? lackingIn(claim, facts) : none, requires = accessory ? (refundTime ? accessoryNeeds : lateAccessoryNeeds) : needs;
  const missing = missingOf(requires, facts.missing, lacking), promises = promisesOf(claim), dutiesPaidBy = facts.international ? "customer" : undefined, forPerson = facts.finding === "criteria_failed";
  const last = accessory ? in90(times.from) : in30(times.from);
  if (owned && refundTime && !noRefund) {
    const until = formatDay(last);
    remedies.push(moneyBack(claim, { remedy: "refund", status: statusOf(facts, lacking, missing, false, forPerson), freight: there, dutiesPaidBy, until, requires, missing, promises }, "not_paid"));
  } else refuse(draft, "refund", owned && !refundTime && stage !== "none" ? formatDay(last) : undefined);
  if (owned && exchangeTime && !(refundTime && stage === "30 days" ? noExchange : noLateExchange)) remedies.push(exchange(draft, refundTime, requires, lacking, missing, promises, dutiesPaidBy, forPerson));
  else if (owned) refuse(draft, "exchange", refundTime || stage === "none" ? undefined : formatDay(exchangeTime ? last : in2(times.from)));
  else refuse(draft, "exchange");
  if (owned && refundTime && !noLateExchange) draft.later.push({ remedy: "exchange", from: formatDay(last + 1) });
  if (facts.noFault || facts.cause !== "none") remedies.push(sentHome(claim, facts.noFault));
  if (claim.request.wants !== undefined || facts.abroad || facts.secondHand) refuse(draft, "substitution");
}

function exchange({ claim, facts, times }: HandDraft, early: boolean, requires: readonly string[], lacking: readonly string[], missing: readonly string[], promises: ReturnType<typeof promisesOf>, dutiesPaidBy: "customer" | undefined, forPerson: boolean) {
  const accessory = facts.kind === "accessory", until = formatDay(early ? (accessory ? in90(times.from) : in30(times.from)) : in2(times.from)), label = labelCharge(claim);
  const charges = accessory && !early ? [{ kind: "service_fee", amount: "quote", currency: claim.money.currency }, ...label] : label;
  const freight = facts.abroad || (accessory && !early) ? byCustomer : thereAndBack;
  return goodsBack({ remedy: "exchange", status: statusOf(facts, lacking, missing, facts.noStock, forPerson), freight, dutiesPaidBy, until, requires, missing, promises }, until, early && !accessory ? newUnit : sameUnit, charges);
}
