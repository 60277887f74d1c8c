/**
 * Two dozen rules of Camstro's policy as plain data, for the engines that run rules: each a row of conditions (any of
 * the listed words) and what follows. They are what the worked cases need: windows, classes, reasons, freight, exclusions.
 */
import type { ClaimTimes } from "./claimTimes.ts";
import type { Claim } from "../../../policy/claim.ts";

type Limit = "30 days" | "90 days" | "2 years" | "3 years" | "none";
export type Effect =
  | Readonly<{ opens: readonly string[]; until: Limit }>
  | Readonly<{ closes: readonly string[] }>
  | Readonly<{ freight: readonly string[]; return: string; outbound: string; yearOnly?: true }>
  | Readonly<{ person: readonly string[] }>
  | Readonly<{ withShipping: readonly string[] }>
  | Readonly<{ takesLabel: readonly string[] }>
  | Readonly<{ outcome: "undetermined" }>;
export type RuleFacts = Readonly<Record<string, string>>;
export type CamstroRule = Readonly<{ id: string; when: Readonly<Record<string, readonly string[]>>; then: Effect }>;

const faults = ["defective", "damaged_on_arrival", "wrong_item_sent"];
const goods = ["refund", "exchange", "replacement", "repair"];
const limited = ["30 days", "90 days", "1 year", "2 years"];
export const exclusions = [
  "misuse", "abuse", "negligence", "lightning", "flood", "earthquake", "war", "trademark_removed", "accident", "dismantled", "modified", "soaked", "cracked",
  "disassembled", "disassembled_without_permission", "humidity", "improper_power", "power_surge", "substandard_adapter", "third_party_repair", "external_damage", "foreign_firmware", "manmade", "user_damage",
];

export const camstroRules: readonly CamstroRule[] = [
  { id: "before the policy", when: { beforePolicy: ["yes"] }, then: { outcome: "undetermined" } },
  { id: "unwanted, 30 days", when: { class: ["new"], reason: ["unwanted"], stage: ["30 days"] }, then: { opens: ["refund", "exchange"], until: "30 days" } },
  { id: "unwanted, later", when: { class: ["new"], reason: ["unwanted"], stage: ["90 days", "1 year", "2 years"] }, then: { opens: ["exchange"], until: "2 years" } },
  { id: "accessory unwanted, 90 days", when: { class: ["accessory"], reason: ["unwanted"], stage: ["30 days", "90 days"] }, then: { opens: ["refund", "exchange"], until: "90 days" } },
  { id: "accessory faulty, 90 days", when: { class: ["accessory"], reason: faults, stage: ["30 days", "90 days"] }, then: { opens: ["refund", "replacement"], until: "90 days" } },
  { id: "faulty, 30 days", when: { class: ["new"], reason: faults, stage: ["30 days"] }, then: { opens: ["refund", "replacement"], until: "30 days" } },
  { id: "faulty, replacement", when: { class: ["new", "refurbished"], reason: faults, stage: ["90 days", "1 year", "2 years"] }, then: { opens: ["replacement"], until: "2 years" } },
  { id: "faulty, repair", when: { class: ["new", "refurbished"], reason: faults, stage: limited }, then: { opens: ["repair"], until: "2 years" } },
  { id: "extended: faulty, lightning, water", when: { reason: [...faults, "lightning", "water_leakage"], stage: ["extended"] }, then: { opens: ["replacement"], until: "3 years" } },
  { id: "extended: once", when: { stage: ["extended"], earlier: ["extended"] }, then: { closes: ["replacement"] } },
  { id: "cancelled before dispatch", when: { reason: ["cancel"], status: ["not_shipped", "produced"] }, then: { opens: ["cancel"], until: "none" } },
  { id: "first delivery paid back", when: { reason: [...faults, "cancel"] }, then: { withShipping: ["refund", "cancel"] } },
  { id: "label of an unwanted return", when: { reason: ["unwanted"] }, then: { takesLabel: ["refund"] } },
  { id: "freight of an unwanted return", when: { reason: ["unwanted"] }, then: { freight: ["refund", "exchange"], return: "customer", outbound: "merchant" } },
  { id: "freight of a fault, first year", when: { reason: faults, stage: ["30 days", "90 days", "1 year"] }, then: { freight: ["refund", "replacement", "repair"], return: "merchant", outbound: "merchant", yearOnly: true } },
  { id: "freight of a fault, second year", when: { reason: faults, stage: ["2 years"] }, then: { freight: ["replacement", "repair"], return: "customer", outbound: "customer" } },
  { id: "freight when extended", when: { stage: ["extended"] }, then: { freight: ["replacement"], return: "customer", outbound: "merchant" } },
  { id: "bought elsewhere", when: { channel: ["authorized_reseller", "retailer", "unlisted_seller"] }, then: { closes: goods } },
  { id: "excluded cause", when: { cause: exclusions, stage: limited }, then: { closes: goods } },
  { id: "excluded cause goes back", when: { cause: exclusions, stage: limited }, then: { opens: ["send_back"], until: "none" } },
  { id: "freight of goods sent back", when: { cause: exclusions }, then: { freight: ["send_back"], return: "none", outbound: "customer" } },
  { id: "personal item goes back", when: { reason: ["personal_item"] }, then: { opens: ["send_back"], until: "none" } },
  { id: "freight of a personal item", when: { reason: ["personal_item"] }, then: { freight: ["send_back"], return: "customer", outbound: "customer" } },
  { id: "lost on the way back", when: { lost: ["yes"] }, then: { closes: goods } },
  { id: "no proof of purchase", when: { proof: ["none"], reason: faults }, then: { closes: goods } },
  { id: "unwanted and not fit for sale", when: { reason: ["unwanted"], fit: ["no"] }, then: { person: ["refund", "exchange"] } },
  { id: "sent without an RMA", when: { rma: ["no"] }, then: { person: goods } },
  { id: "exchanged once", when: { earlier: ["exchange_unwanted"] }, then: { closes: ["exchange"] } },
  { id: "cannot be repaired", when: { repairable: ["no"] }, then: { closes: ["repair"] } },
  { id: "gifts", when: { class: ["free_gift"] }, then: { closes: goods } },
];

const worn: ReadonlySet<string | undefined> = new Set(["worn", "scratched", "damaged", "damaged_by_user"]);

/** A claim as the words the rules ask about. */
export function ruleFacts(claim: Claim, times: ClaimTimes): RuleFacts {
  const { order, item, request, inspection, sendingBack } = claim;
  const found = inspection?.finding ?? "none";
  const fit = request.packaging !== "missing" && request.complete !== false && !worn.has(request.condition);
  return {
    beforePolicy: times.beforePolicy ? "yes" : "no", stage: times.stage, class: item.class ?? "unknown", reason: request.reason, channel: order.channel ?? "unknown",
    status: order.status ?? "delivered", earlier: item.earlierRemedies?.[0]?.under ?? "none", cause: found === "excluded_cause" ? (inspection?.detail ?? found) : found,
    proof: order.proofOfPurchase === false && order.orderRecordFound === false ? "none" : "given", fit: fit ? "yes" : "no",
    lost: sendingBack?.parcel?.lostInTransit ? "yes" : "no", rma: sendingBack?.parcel?.hasRma === false ? "no" : "yes", repairable: inspection?.repairable === false ? "no" : "yes",
  };
}
