/** What Camstro's sentences look at in a claim, worked out once per claim. */
import type { Claim } from "../../../policy/claim.ts";
import { exclusions } from "./camstroRules.ts";

const excluded: ReadonlySet<string> = new Set(exclusions);
/** Findings for which a person's doing is to blame; an exchange is not named among what they end. */
const manmade: ReadonlySet<string> = new Set(["manmade", "man_made", "user_damage"]);
const usualFindings: ReadonlySet<string> = new Set(["none", "defect_confirmed", "no_fault_found", "criteria_met", "criteria_failed", "damage_not_by_customer", "water_leakage", "lost", "stolen", "not_covered"]);

/** `cause`: whether the inspection found something that the warranty does not cover, and whether a person did it. */
export type HandFacts = Readonly<{
  kind: string | undefined; elsewhere: boolean; secondHand: boolean; abroad: boolean; international: boolean; lost: boolean; unapproved: boolean; noStock: boolean;
  finding: string; cause: "none" | "excluded" | "manmade"; strange: boolean; noFault: boolean; unproved: boolean; missing: readonly string[];
}>;

const nothing: readonly never[] = [];

export function handFacts({ order, item, customer, request, sendingBack, inspection }: Claim): HandFacts {
  const parcel = sendingBack?.parcel;
  const finding = inspection === null || inspection === undefined ? "none" : inspection.finding === "excluded_cause" ? (inspection.detail ?? inspection.finding) : inspection.finding;
  const cause = finding === "none" || finding === "defect_confirmed" ? "none" : manmade.has(finding) ? "manmade" : excluded.has(finding) ? "excluded" : "none";
  return {
    kind: item.class, elsewhere: order.channel === "authorized_reseller" || order.channel === "retailer" || order.channel === "unlisted_seller", secondHand: customer.originalBuyer === false,
    abroad: customer.country !== order.countryOfPurchase, international: customer.country !== sendingBack?.toCountry, lost: parcel?.lostInTransit === true, unapproved: parcel?.hasRma === false,
    noStock: item.sameModelInStock === false, finding, cause, strange: cause === "none" && !usualFindings.has(finding), noFault: finding === "no_fault_found",
    unproved: order.proofOfPurchase === false && order.orderRecordFound === false, missing: request.missingEvidence ?? nothing,
  };
}
