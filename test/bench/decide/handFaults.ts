/** Camstro's answer to an item that is faulty, damaged on arrival or the wrong one, in the first two years and the third. */
import type { Claim } from "../../../policy/claim.ts";
import { formatDay } from "../../../policy/dates.ts";
import { in1, in2, in3, in30, in90, isExtended } from "./claimTimes.ts";
import { none, type HandRemedy } from "./handAnswer.ts";
import type { HandFacts } from "./handFacts.ts";
import { goodsBack, missingOf, moneyBack, promisesOf, sentHome, statusOf } from "./handRemedies.ts";
import { refuse, thirdYear, type HandDraft } from "./handWritten.ts";

const tracked = "traceable_carrier:recommended";
const needs = ["proof_of_purchase", "defect_confirmed_by_support", "rma_form", tracked], refundNeeds = [...needs, "rma_number"];
const accessoryNeeds = ["defect_confirmed_by_support", "rma_form", tracked], accessoryRefundNeeds = [...accessoryNeeds, "rma_number"];
const paidNeeds = ["fee_quote_accepted", ...needs];
const extendedNeeds = ["registration_within_30_days", "photos", "videos", "confirmation_by_tech_support", "rma_form"];
const byCustomer = { return: "customer", outbound: "customer" } as const, byMerchant = { return: "merchant", outbound: "merchant" } as const, thereByMerchant = { return: "merchant", outbound: "none" } as const;
const thereByCustomer = { return: "customer", outbound: "none" } as const, backByMerchant = { return: "customer", outbound: "merchant" } as const;
const newUnit = { condition: "new", model: "same" } as const, sameUnit = { condition: "unspecified", model: "same" } as const, ofEqualValue = { condition: "new_or_refurbished", model: "equal_value" } as const;
const asOrdered = { condition: "new", model: "as_ordered" } as const, laterAsOrdered = { condition: "unspecified", model: "as_ordered" } as const, substitute = { condition: "unspecified", model: "substitute" } as const;
/** From the second year on the customer pays both ways. */
const secondYear = { freight: byCustomer, feesBegin: none, feesEnd: none };
const secondYearSame = { ...secondYear, replacement: sameUnit }, secondYearAsOrdered = { ...secondYear, replacement: laterAsOrdered }, secondYearSubstitute = { ...secondYear, replacement: substitute };
const form = ["rma_form"], formAndNumber = ["rma_form", "rma_number"];

const runs = (stage: string): boolean => stage === "30 days" || stage === "90 days" || stage === "1 year" || stage === "2 years";

/** Who pays: the customer after a year, from abroad, across a border and for what nobody approved. */
function freightOf(facts: HandFacts, firstYear: boolean): HandRemedy["freight"] {
  if (facts.abroad || !firstYear) return byCustomer;
  return facts.international || facts.unapproved ? backByMerchant : byMerchant;
}

function earlierExtended({ item }: Claim): boolean {
  if (item.earlierRemedies === undefined) return false;
  for (const earlier of item.earlierRemedies) if (earlier.under === "extended") return true;
  return false;
}

/** The day on which the time for a replacement ran out, as far as it has. */
function replacementLapsed({ claim, facts, times }: HandDraft): string | undefined {
  const { stage } = times;
  if (stage === "none") return undefined;
  if (facts.kind === "new" && stage !== "30 days" && runs(stage)) return formatDay(in30(times.from));
  if (facts.kind === "accessory" && stage !== "30 days" && stage !== "90 days" && runs(stage)) return formatDay(in90(times.from));
  if (runs(stage)) return undefined;
  return formatDay(stage === "over" && claim.request.reason !== "wrong_item_sent" && isExtended(claim, times.from) ? in3(times.from) : in2(times.from));
}

export function faulty(draft: HandDraft): void {
  const { claim, facts, times } = draft, { stage } = times, { kind } = facts;
  const running = runs(stage), accessory = kind === "accessory", early = stage === "30 days" || (accessory && stage === "90 days");
  const unproved = facts.unproved && (accessory ? !early && running : kind === "new" || kind === "refurbished") && running;
  const closed = facts.elsewhere || facts.lost || facts.cause !== "none" || unproved || kind === "free_gift";
  const noWarranty = closed || facts.secondHand;
  const promises = promisesOf(claim), dutiesPaidBy = facts.international ? "customer" as const : undefined;
  const beyond30 = stage !== "30 days" && stage !== "none";
  if ((kind === "new" || accessory) && early && !closed) draft.remedies.push(refund(draft, promises, dutiesPaidBy));
  else refuse(draft, "refund", (kind === "new" && beyond30) || (accessory && !early && stage !== "none") ? formatDay(accessory ? in90(times.from) : in30(times.from)) : undefined);
  if (stage === "extended") {
    extended(draft, noWarranty || facts.abroad || claim.request.reason === "wrong_item_sent");
    refuse(draft, "repair", formatDay(in2(times.from)));
  } else {
    const irreplaceable = claim.inspection?.repairable === false && facts.noStock && running;
    if (running && !noWarranty && !(facts.abroad && beyond30) && !irreplaceable) draft.remedies.push(replacement(draft, early, promises, dutiesPaidBy));
    else refuse(draft, "replacement", replacementLapsed(draft));
    const irreparable = claim.inspection?.repairable === false && claim.request.reason !== "wrong_item_sent";
    if (running && !noWarranty && !facts.abroad && !irreparable && !(accessory && early)) draft.remedies.push(repair(draft, promises, dutiesPaidBy));
    else refuse(draft, "repair", running || stage === "none" || kind === "free_gift" ? undefined : formatDay(in2(times.from)));
  }
  substitution(draft, running);
  openLater(draft, early, noWarranty);
  if (facts.cause !== "none") draft.remedies.push(sentHome(claim, false));
}

function refund({ claim, facts, times }: HandDraft, promises: HandRemedy["promises"], dutiesPaidBy: HandRemedy["dutiesPaidBy"]): HandRemedy {
  const accessory = facts.kind === "accessory", requires = accessory ? accessoryRefundNeeds : refundNeeds;
  const lacking = facts.unapproved ? formAndNumber : none, missing = missingOf(requires, facts.missing, lacking);
  const freight = facts.abroad || facts.international || facts.unapproved ? thereByCustomer : thereByMerchant;
  return moneyBack(claim, { remedy: "refund", status: statusOf(facts, lacking, missing, false), freight, dutiesPaidBy, until: formatDay(accessory ? in90(times.from) : in30(times.from)), requires, missing, promises }, "paid");
}

function replacement({ claim, facts, times }: HandDraft, early: boolean, promises: HandRemedy["promises"], dutiesPaidBy: HandRemedy["dutiesPaidBy"]): HandRemedy {
  const accessory = facts.kind === "accessory", first = early && facts.kind !== "refurbished", wrong = claim.request.reason === "wrong_item_sent";
  const requires = accessory ? (early ? accessoryNeeds : paidNeeds) : needs, lacking = facts.unapproved ? form : none, missing = missingOf(requires, facts.missing, lacking);
  const firstYear = times.stage !== "2 years", until = formatDay(first ? (accessory ? in90(times.from) : in30(times.from)) : in2(times.from));
  const termsUntil = first || !firstYear || accessory || facts.abroad ? until : formatDay(in1(times.from));
  const charges = accessory && !early ? [{ kind: "service_fee", amount: "quote", currency: claim.money.currency }] : none;
  const unit = accessory ? sameUnit : first ? (wrong ? asOrdered : newUnit) : wrong ? laterAsOrdered : sameUnit;
  return goodsBack({ remedy: "replacement", status: statusOf(facts, lacking, missing, facts.noStock), freight: freightOf(facts, firstYear && (!accessory || early)), dutiesPaidBy, until, requires, missing, promises }, termsUntil, unit, charges, undefined, termsUntil === until ? undefined : wrong ? secondYearAsOrdered : secondYearSame);
}

function repair({ claim, facts, times }: HandDraft, promises: HandRemedy["promises"], dutiesPaidBy: HandRemedy["dutiesPaidBy"]): HandRemedy {
  const accessory = facts.kind === "accessory", requires = accessory ? paidNeeds : needs, lacking = facts.unapproved ? form : none, missing = missingOf(requires, facts.missing, lacking);
  const firstYear = times.stage !== "2 years" && !accessory, until = formatDay(in2(times.from)), turns = firstYear && !facts.abroad;
  const charges = accessory ? [{ kind: "service_fee", amount: "quote", currency: claim.money.currency }] : none;
  return goodsBack({ remedy: "repair", status: statusOf(facts, lacking, missing, false), freight: freightOf(facts, firstYear), dutiesPaidBy, until, requires, missing, promises }, turns ? formatDay(in1(times.from)) : until, undefined, charges, undefined, turns ? secondYear : undefined);
}

/** Another model, where the item can be neither repaired nor replaced. */
function substitution(draft: HandDraft, running: boolean): void {
  const { claim, facts, times } = draft;
  const met = running && claim.request.reason !== "wrong_item_sent" && claim.inspection?.repairable === false && facts.noStock && facts.kind !== "free_gift";
  if (!met || facts.abroad || facts.secondHand || facts.elsewhere) {
    if (claim.request.wants !== undefined || facts.abroad || facts.secondHand) refuse(draft, "substitution");
    return;
  }
  const firstYear = times.stage !== "2 years", until = formatDay(in2(times.from));
  draft.remedies.push(goodsBack({ remedy: "substitution", status: "needs_human", freight: firstYear ? byMerchant : byCustomer, dutiesPaidBy: undefined, until, requires: none, missing: none, promises: undefined }, firstYear ? formatDay(in1(times.from)) : until, substitute, none, undefined, firstYear ? secondYearSubstitute : undefined));
}

/** The third year of an item registered in time: one replacement. */
function extended(draft: HandDraft, closed: boolean): void {
  const { claim, facts, times } = draft;
  if (closed || earlierExtended(claim)) return refuse(draft, "replacement", formatDay(in2(times.from)));
  const until = formatDay(in3(times.from)), lacking = facts.unapproved ? form : none, missing = missingOf(extendedNeeds, facts.missing, lacking);
  draft.remedies.push(goodsBack({ remedy: "replacement", status: statusOf(facts, lacking, missing, facts.noStock), freight: backByMerchant, dutiesPaidBy: facts.international ? "customer" : undefined, until, requires: extendedNeeds, missing, promises: promisesOf(claim) }, until, ofEqualValue, none, 1));
}

function openLater(draft: HandDraft, early: boolean, noWarranty: boolean): void {
  const { claim, facts, times, later } = draft;
  if (noWarranty || facts.abroad) return;
  if (facts.kind === "accessory" && early) {
    const from = formatDay(in90(times.from) + 1);
    later.push({ remedy: "replacement", from }, { remedy: "repair", from });
  }
  const from = claim.request.reason === "wrong_item_sent" || earlierExtended(claim) ? undefined : thirdYear(draft);
  if (from !== undefined) later.push({ remedy: "replacement", from });
}

/** Lightning and water: covered in the third year alone. */
export function struck(draft: HandDraft): void {
  const { claim, facts, times } = draft, byLightning = claim.request.reason === "lightning";
  const closed = facts.elsewhere || facts.lost || facts.secondHand || facts.abroad || facts.kind === "free_gift" || (facts.cause !== "none" && !(byLightning && facts.finding === "lightning"));
  if (times.stage === "extended" && !closed && !earlierExtended(claim)) {
    refuse(draft, "refund");
    extended(draft, false);
    if (byLightning) for (const remedy of ["exchange", "repair"]) refuse(draft, remedy);
  } else {
    for (const remedy of ["refund", "exchange", "replacement", "repair"]) refuse(draft, remedy);
    const from = closed || earlierExtended(claim) ? undefined : thirdYear(draft);
    if (from !== undefined) draft.later.push({ remedy: "replacement", from });
  }
  if (facts.cause !== "none" && !(times.stage === "extended" && facts.finding === "lightning")) draft.remedies.push(sentHome(claim, false));
}
