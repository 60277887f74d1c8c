/**
 * Camstro's policy as a programmer would write it by hand for this one merchant: plain ifs, no data, no citations.
 * It answers as decide does for the worked cases: amounts, days, freight, evidence asked for and missing, refusals.
 */
import type { Claim } from "../../../policy/claim.ts";
import { dayIn, formatDay } from "../../../policy/dates.ts";
import { formatMinor, minorDigits, parseMinor, part } from "../../../policy/money.ts";
import { exclusions } from "./camstroRules.ts";
import { claimTimes, type ClaimTimes } from "./claimTimes.ts";

type Amount = Readonly<{ amount: string; currency: string }>;
export type HandRemedy = Readonly<{
  remedy: string; status: "open" | "needs_human"; refund: Amount | undefined; base: Readonly<{ price: string; tax: string; shipping: string }> | undefined;
  deductions: readonly Readonly<{ kind: string; amount: string }>[]; charges: readonly Readonly<{ kind: string; amount: string }>[]; freight: Readonly<{ return: string; outbound: string }>;
  replacement: Readonly<{ condition: string; model: string }> | undefined; until: string | null; termsUntil: string | null; requires: readonly string[]; missing: readonly string[];
}>;
type Later = Readonly<{ remedy: string; from: string }>;
export type HandAnswer = Readonly<{ claim: string; outcome: string; remedies: readonly HandRemedy[]; declined: readonly string[]; later: readonly Later[] | undefined; registerBy: string | undefined }>;

const none: readonly never[] = [];
const tracked = "traceable_carrier:recommended";
const unwantedNeeds = ["original_packaging", "complete_items", "perfect_condition", "rma_form", "rma_number", tracked];
const unwantedAccessoryNeeds = ["original_packaging", "complete_items", "rma_form", "rma_number", tracked];
const faultNeeds = ["proof_of_purchase", "defect_confirmed_by_support", "rma_form", tracked];
const faultRefundNeeds = ["proof_of_purchase", "defect_confirmed_by_support", "rma_form", "rma_number", tracked];
const accessoryFaultNeeds = ["defect_confirmed_by_support", "rma_form", tracked];
const accessoryFaultRefundNeeds = ["defect_confirmed_by_support", "rma_form", "rma_number", tracked];
const extendedNeeds = ["registration_within_30_days", "photos", "videos", "confirmation_by_tech_support", "rma_form"];
const byNobody = { return: "none", outbound: "none" }, thereOnly = { return: "customer", outbound: "none" }, thereByCustomer = { return: "customer", outbound: "merchant" };
const byCustomer = { return: "customer", outbound: "customer" }, byMerchant = { return: "merchant", outbound: "merchant" }, thereByMerchant = { return: "merchant", outbound: "none" };
const backByCustomer = { return: "none", outbound: "customer" };
const newUnit = { condition: "new", model: "same" }, sameUnit = { condition: "unspecified", model: "same" }, ofEqualValue = { condition: "new_or_refurbished", model: "equal_value" };
const asOrdered = { condition: "new", model: "as_ordered" }, laterAsOrdered = { condition: "unspecified", model: "as_ordered" };
const excluded = new Set(exclusions);

function pays(remedy: "refund" | "cancel", status: HandRemedy["status"], claim: Claim, withShipping: boolean, freight: HandRemedy["freight"], until: string | null, requires: readonly string[], missing: readonly string[]): HandRemedy {
  const m = claim.money, digits = minorDigits(m.currency);
  const before = m.alreadyRefundedQuantity ?? 0, upTo = before + m.returnedQuantity;
  const tax = parseMinor(m.tax, digits), delivery = parseMinor(m.shipping, digits);
  const net = parseMinor(m.unitPrice, digits) * m.quantity - parseMinor(m.discount, digits) - (m.taxIncluded ? tax : 0);
  let left = net + tax + delivery;
  if (m.alreadyRefunded !== undefined) left -= parseMinor(m.alreadyRefunded, digits);
  if (m.alreadyDeducted !== undefined) left -= parseMinor(m.alreadyDeducted, digits);
  const wantedPrice = part(net, before, upTo, m.quantity), wantedTax = part(net + tax, before, upTo, m.quantity) - wantedPrice;
  const price = Math.max(0, Math.min(wantedPrice, left)), paidTax = Math.min(wantedTax, left - price);
  const shipping = withShipping ? Math.min(part(delivery, before, upTo, m.quantity), left - price - paidTax) : 0;
  const label = withShipping || m.merchantLabelCost === undefined ? 0 : Math.min(parseMinor(m.merchantLabelCost, digits), price + paidTax);
  return {
    remedy, status, refund: { amount: formatMinor(price + paidTax + shipping - label, digits), currency: m.currency },
    base: { price: formatMinor(price, digits), tax: formatMinor(paidTax, digits), shipping: formatMinor(shipping, digits) },
    deductions: label > 0 ? [{ kind: "return_shipping", amount: formatMinor(label, digits) }] : none, charges: none,
    freight, replacement: undefined, until, termsUntil: until, requires, missing,
  };
}

const gives = (remedy: string, status: HandRemedy["status"], freight: HandRemedy["freight"], replacement: HandRemedy["replacement"], until: string | null, termsUntil: string | null, requires: readonly string[], missing: readonly string[] = none): HandRemedy =>
  ({ remedy, status, refund: undefined, base: undefined, deductions: none, charges: none, freight, replacement, until, termsUntil, requires, missing });

const answer = (claim: Claim, times: ClaimTimes, outcome: string, remedies: readonly HandRemedy[], declined: readonly string[], later?: readonly Later[]): HandAnswer =>
  ({ claim: claim.id, outcome, remedies, declined, later, registerBy: remedies.length && times.stage === "30 days" ? registerBy(claim, times) : undefined });

/** The last day to register for the third year, where the item can have one. */
function registerBy({ item }: Claim, times: ClaimTimes): string | undefined {
  if (item.registeredAt !== undefined || (item.class !== "new" && item.class !== "refurbished")) return undefined;
  return item.category === "hdd" || item.category === "wire" || item.category === "cable" || item.category === "personal_item" ? undefined : formatDay(times.in30);
}

const goodsDeclined = ["refund", "exchange"], faultDeclined = ["refund", "replacement", "repair"], refundDeclined = ["refund"], repairDeclined = ["refund", "repair"];
const struckDeclined = ["refund", "exchange", "replacement", "repair"], struckDeclinedLater = ["refund", "exchange", "repair"], wetDeclined = ["refund", "exchange", "replacement", "repair"];

/** Decides a claim by Camstro's policy. */
export function decideByHand(claim: Claim): HandAnswer {
  const times = claimTimes(claim);
  if (times.beforePolicy) return answer(claim, times, "undetermined", none, ["policy"]);
  switch (claim.request.reason) {
    case "unwanted": return unwanted(claim, times);
    case "defective": case "damaged_on_arrival": case "wrong_item_sent": return faulty(claim, times);
    case "lightning": case "water_leakage": return struck(claim, times);
    case "cancel": return cancelled(claim, times);
    case "personal_item": return answer(claim, times, "remedies_open", [gives("send_back", "open", byCustomer, undefined, null, null, none)], ["compensation", "refund"]);
    case "not_received": return answer(claim, times, "declined", none, ["compensation", "refund", "replacement"]);
    default: return answer(claim, times, "undetermined", none, none);
  }
}

const isElsewhere = ({ order }: Claim): boolean => order.channel === "authorized_reseller" || order.channel === "retailer" || order.channel === "unlisted_seller";

/** What an unwanted item lacks to be put back on the shelf. */
function lackingIn({ request, sendingBack }: Claim): readonly string[] {
  const missing: string[] = [];
  if (request.packaging === "missing") missing.push("original_packaging");
  if (request.complete === false) missing.push("complete_items");
  if (request.condition === "worn" || request.condition === "scratched" || request.condition === "damaged" || request.condition === "damaged_by_user") missing.push("perfect_condition");
  if (sendingBack?.parcel?.hasRma === false) missing.push("rma_form", "rma_number");
  return missing.length ? missing : none;
}

function exchangedBefore({ item }: Claim): boolean {
  for (const earlier of item.earlierRemedies ?? none) if (earlier.under === "exchange_unwanted") return true;
  return false;
}

function unwanted(claim: Claim, times: ClaimTimes): HandAnswer {
  const { class: kind } = claim.item;
  const accessory = kind === "accessory";
  const refundable = times.stage === "30 days" || (accessory && times.stage === "90 days");
  const later = refundable ? [{ remedy: "exchange", from: formatDay((accessory ? times.in90 : times.in30) + 1) }] : undefined;
  if (isElsewhere(claim) || claim.sendingBack?.parcel?.lostInTransit || (kind !== "new" && !accessory)) return answer(claim, times, "declined", none, goodsDeclined, later);
  const missing = lackingIn(claim), status = missing.length ? "needs_human" : "open";
  const running = times.stage !== "over" && times.stage !== "extended" && times.stage !== "none";
  const requires = accessory ? unwantedAccessoryNeeds : unwantedNeeds;
  const until = formatDay(accessory ? times.in90 : refundable ? times.in30 : times.in2);
  const remedies: HandRemedy[] = [], declined: string[] = [];
  if (refundable) remedies.push(pays("refund", status, claim, false, thereOnly, until, requires, missing));
  else declined.push("refund");
  if (running && (!accessory || refundable) && !exchangedBefore(claim)) remedies.push(gives("exchange", status, thereByCustomer, refundable && !accessory ? newUnit : sameUnit, until, until, requires, missing));
  else declined.push("exchange");
  if (claim.request.wants !== undefined) declined.push("substitution");
  return answer(claim, times, remedies.length === 0 ? "declined" : missing.length ? "needs_human" : "remedies_open", remedies, declined, later);
}

const causeOf = ({ inspection }: Claim): string | undefined => (inspection?.finding === "excluded_cause" ? inspection.detail : inspection?.finding);

function faulty(claim: Claim, times: ClaimTimes): HandAnswer {
  const { stage } = times, { item, order } = claim;
  if (stage === "extended") return extended(claim, times);
  const cause = causeOf(claim);
  if (cause !== undefined && excluded.has(cause)) return answer(claim, times, "remedies_open", [gives("send_back", "open", backByCustomer, undefined, null, null, none)], faultDeclined);
  if (stage === "over" || stage === "none" || isElsewhere(claim) || (order.proofOfPurchase === false && order.orderRecordFound === false)) return answer(claim, times, "declined", none, faultDeclined);
  if (item.class === "accessory") return faultyAccessory(claim, times);
  const firstMonth = stage === "30 days" && item.class === "new";
  const freight = stage === "2 years" ? byCustomer : byMerchant;
  const wrong = claim.request.reason === "wrong_item_sent";
  const remedies: HandRemedy[] = [], declined: string[] = [];
  const whole = formatDay(times.in2), terms = stage === "2 years" ? whole : formatDay(times.in1);
  if (firstMonth) {
    const until = formatDay(times.in30);
    remedies.push(pays("refund", "open", claim, true, thereByMerchant, until, faultRefundNeeds, none));
    remedies.push(gives("replacement", "open", freight, wrong ? asOrdered : newUnit, until, until, faultNeeds));
  } else {
    declined.push("refund");
    remedies.push(gives("replacement", "open", freight, wrong ? laterAsOrdered : sameUnit, whole, terms, faultNeeds));
  }
  if (claim.inspection?.repairable === false) declined.push("repair");
  else remedies.push(gives("repair", "open", freight, undefined, whole, terms, faultNeeds));
  if (claim.request.wants !== undefined) declined.push("substitution");
  return answer(claim, times, "remedies_open", remedies, declined);
}

function faultyAccessory(claim: Claim, times: ClaimTimes): HandAnswer {
  if (times.stage !== "30 days" && times.stage !== "90 days") return answer(claim, times, "declined", none, faultDeclined);
  const until = formatDay(times.in90), from = formatDay(times.in90 + 1);
  return answer(claim, times, "remedies_open", [
    pays("refund", "open", claim, true, thereByMerchant, until, accessoryFaultRefundNeeds, none),
    gives("replacement", "open", byMerchant, sameUnit, until, until, accessoryFaultNeeds),
  ], ["repair"], [{ remedy: "replacement", from }, { remedy: "repair", from }]);
}

/** The third year of an item registered in time: one replacement, whatever struck it. */
function extended(claim: Claim, times: ClaimTimes): HandAnswer {
  for (const earlier of claim.item.earlierRemedies ?? none) if (earlier.under === "extended") return answer(claim, times, "declined", none, faultDeclined);
  const until = formatDay(times.in3);
  const declined = claim.request.reason === "lightning" ? struckDeclinedLater : claim.request.reason === "water_leakage" ? refundDeclined : repairDeclined;
  return answer(claim, times, "remedies_open", [gives("replacement", "open", thereByCustomer, ofEqualValue, until, until, extendedNeeds)], declined);
}

function struck(claim: Claim, times: ClaimTimes): HandAnswer {
  if (times.stage === "extended") return extended(claim, times);
  const cause = causeOf(claim);
  const registered = claim.item.registeredAt !== undefined && dayIn(claim.item.registeredAt, claim.zone) <= times.in30 && times.stage !== "over";
  const back = cause !== undefined && excluded.has(cause);
  return answer(claim, times, back ? "remedies_open" : "declined", back ? [gives("send_back", "open", backByCustomer, undefined, null, null, none)] : none, claim.request.reason === "lightning" ? struckDeclined : wetDeclined, registered ? [{ remedy: "replacement", from: formatDay(times.in2 + 1) }] : undefined);
}

function cancelled(claim: Claim, times: ClaimTimes): HandAnswer {
  const { status } = claim.order;
  if (status !== "not_shipped" && status !== "produced") return answer(claim, times, "declined", none, ["cancel"]);
  return answer(claim, times, "remedies_open", [pays("cancel", "open", claim, true, byNobody, null, none, none)], none);
}
