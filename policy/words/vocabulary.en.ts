/** What the engine's own words are called in English: remedies, needs, reasons, fees, payers, facts. Keys are the claim format's. */
import type { FactName } from "../facts.ts";
import type { Refusal } from "../policy.ts";

type Called = Readonly<Record<string, string>>;

export const remedyWords: Readonly<Record<Refusal, string>> = {
  refund: "Refund", store_credit: "Store credit", exchange: "Exchange", replacement: "Replacement", repair: "Repair", repair_or_replacement: "Repair or replacement",
  substitution: "Another model instead", paid_repair: "Paid repair", paid_repair_or_replacement: "Paid repair or replacement",
  cancel: "Cancellation", send_back: "Return of the item to its owner", delivery_complaint: "Complaint about the delivery",
  policy: "This policy", parcel_acceptance: "Acceptance of the parcel", compensation: "Compensation for further loss", installation_cost: "Cost of installing the item",
};

export const outcomeWords = { remedies_open: "open", needs_evidence: "waits for something to be supplied", needs_human: "a person decides", undetermined: "the policy gives no answer", declined: "declined" };
export const statusWords = { open: "open", needs_evidence: "something is missing", needs_human: "a person decides", waiting_for_stock: "waits for stock" };
export const payerWords = { customer: "customer", merchant: "merchant", none: "nobody" };

export const feeWords: Called = {
  restocking: "restocking fee", return_shipping: "return shipping", original_shipping: "first delivery", recall_shipping: "cost of calling the parcel back", freight_surcharge: "freight surcharge",
  service_fee: "service fee", misuse_fee: "fee for misuse", basic_cost: "basic repair cost", pickup: "pick-up", return_fee: "return fee", exchange_fee: "exchange fee", bundle_discount: "bundle discount",
  cleaning: "cleaning fee", disposal: "disposal fee", inspection_fee: "inspection fee", insurance: "insurance", late_return: "fee for a late return",
};
export const feeBaseWords: Called = {
  net_price: "of the price before tax", gross_price: "of the price with tax", gross_and_shipping: "of the price with tax and first delivery", shipping: "what the first delivery cost",
  label_cost: "what the return label cost", recall_cost: "what calling the parcel back cost",
};
export const perWords: Called = { unit: "per unit", line: "per order line", return: "once per return", order: "once per order" };

export const needWords: Called = {
  rma_form: "the filled-in return form", rma_number: "a return number (RMA) from the merchant", rma_documentation: "the RMA papers in the parcel", rma_number_on_label_or_box: "the RMA number on the label or the box",
  rma_number_on_exterior_box: "the RMA number on the outer box", rma_number_in_label_attn: "the RMA number in the “Attn” line of the label", item_listed_on_rma: "the item is listed on the RMA",
  proof_of_purchase: "proof of purchase", email_request: "a request by e-mail", email_request_with_reason: "a request by e-mail that gives the reason", claim_approval: "the merchant's approval before anything is sent",
  photos: "photos", videos: "a video", photos_or_video: "photos or a video", original_packaging: "the original packaging", complete_items: "everything that came with the item",
  parts_and_accessories: "all parts and accessories", perfect_condition: "the item in perfect condition", original_working_condition: "the item in its original working condition",
  unused_same_condition: "the item unused and as it was received", device_unbound_and_reset: "the device removed from the account and reset", defect_confirmed_by_support: "the fault confirmed by support",
  confirmation_by_tech_support: "confirmation by technical support", registration_within_30_days: "registration within 30 days", traceable_carrier: "a carrier with tracking",
  tracking_number_told: "the tracking number (told to the merchant)", fee_quote_accepted: "acceptance of the quoted fee",
};
export const needGradeWords = { recommended: "{need} (recommended)", required: "{need}" };

export const reasonWords: Called = {
  unwanted: "not wanted any more", defective: "does not work as it should", damaged_on_arrival: "arrived damaged", wrong_item_sent: "the wrong item was sent", wrong_item_ordered: "the wrong item was ordered",
  lightning: "damaged by lightning", water_leakage: "damaged by water", not_received: "did not arrive", cancel: "order cancelled before it is sent", accidental_return: "sent back by mistake",
  personal_item: "a personal item was sent along", lost: "lost", stolen: "stolen", too_small: "too small", too_large: "too large", changed_mind: "changed mind", not_as_described: "not as described", missing_parts: "parts are missing",
  none_by_right: "nothing that gives a right",
};

/** What an inspection can find, and the detail of it. */
export const findingWords: Called = {
  none: "not inspected", defect_confirmed: "the fault is confirmed", no_fault_found: "no fault was found", criteria_met: "the item meets what the policy asks", criteria_failed: "the item does not meet what the policy asks",
  damage_not_by_customer: "damage that the customer did not cause", excluded_cause: "a cause the policy excludes", misuse: "misuse", abuse: "abuse", negligence: "carelessness", casualty: "mishap", accident: "accident", accidental_damage: "damage by accident",
  manmade: "damage by people", man_made: "damage by people", user_damage: "damage by the user", damaged_by_user: "damage by the user", external: "damage from outside", external_damage: "damage from outside", outside_source: "damage from outside", outside_sources: "damage from outside",
  lightning: "lightning", water_leakage: "water", flood: "flood", tornado: "tornado", earthquake: "earthquake", hurricane: "hurricane", war: "war", force_majeure: "force majeure", natural_disaster: "natural disaster", act_of_nature: "natural event",
  alteration: "alteration", modification: "alteration", modified: "alteration", disassembly: "taken apart", disassembled: "taken apart", taken_apart: "taken apart", dismantling: "taken apart", dismantled: "taken apart", disassembled_without_permission: "taken apart without permission",
  repair_service: "repair work", third_party_service: "service by a third party", third_party_repair: "repair by a third party", repaired_by_third_party: "repair by a third party", unauthorized_repair: "repair without authority",
  trademark_tampered: "trademark altered", trademark_removed: "trademark removed", trademarks_removed: "trademarks removed", improper_care: "improper care", wear: "wear", normal_wear: "normal wear", abrasion: "abrasion",
  uv: "damage by sunlight", uv_ageing: "ageing by sunlight", uv_exposure: "damage by sunlight", ageing: "ageing", aging: "ageing", souse: "soaked", soaked: "soaked", fission: "cracked", cracked: "cracked", spare_part_expired: "spare part out of its own warranty",
  improper_environment: "unsuitable place", improper_operation: "wrong use", improper_temperature: "wrong temperature", humidity: "humidity", improper_power: "wrong power supply", power_surge: "power surge", static: "static electricity", static_electricity: "static electricity",
  substandard_adapter: "poor adapter", substandard_power_adapter: "poor power adapter", improper_installation: "wrong installation", not_following_instructions: "instructions not followed", own_hdd_in_dvr: "own hard drive in the recorder", own_hard_drive: "own hard drive in the recorder",
  cut_cables: "cables cut", cut_connectors: "connectors cut", foreign_firmware: "foreign firmware", foreign_software: "foreign software", foreign_firmware_did_not_cause_it: "foreign firmware, which did not cause the fault", vandalism: "vandalism",
  own_hard_drive_did_not_cause_it: "own hard drive, which did not cause the fault", own_hdd_in_dvr_did_not_cause_it: "own hard drive, which did not cause the fault", transit_damage: "damage in transit", transit: "damage in transit", shipment_damage: "damage in transit",
  damaged_on_merchant_receipt: "arrived damaged at the merchant", damaged_on_receipt: "arrived damaged at the merchant", damaged_on_return: "damaged on the way back", damaged_in_return_transit: "damaged on the way back", lost: "lost", stolen: "stolen", not_covered: "not covered",
};

export const conditionWords = { new: "a new unit", refurbished: "a refurbished unit", new_or_refurbished: "a new or refurbished unit", unspecified: "a unit" };
export const conditionUnsaid = "{unit} (new or refurbished: not said)";
export const modelWords = { same: "of the same model", equal_value: "of equal value", comparable: "of a comparable model", as_ordered: "as ordered", substitute: "of another model" };
export const fallbackWords: Called = { same_refurbished: "the same model refurbished", equal_value: "another item of equal value", refund: "a refund", store_credit: "store credit", wait: "waiting until it is in stock" };

export const eventWords: Called = {
  purchase: "the purchase", shipment: "dispatch", delivery: "delivery", registration: "registration", request: "the request", inspection: "the inspection", receipt: "receipt by the merchant",
  received_by_merchant: "receipt by the merchant", inspected_and_rma_confirmed: "the inspection and confirmation of the RMA", inspection_passed: "a passed inspection", receipt_confirmed: "confirmation of receipt", refund_processed: "the refund being made",
  replacement_shipped: "dispatch of the replacement", replacement_delivered: "delivery of the replacement",
};
export const actWords: Called = { request: "the request", sent: "the request being sent", return_created: "the return being created", dispatch: "sending the item", receipt: "arrival at the merchant", registration: "registering", purchase: "the purchase" };
/** Lengths of time in promises. */
export const spanWords = { business: "{n} business days", days: "{n} days", weeks: "{n} weeks", hours: "{n} hours", months: "{n} months", either: "{a} or {b}, whichever is earlier", promptly: "promptly", soon: "as soon as possible" };
export const promiseWords = { authorization: "Answer to the request", target: "Aim", limit: "Time limit", note: "Note" };
export const lackingWords: Called = { asks: "the merchant asks for it", person: "a person decides", declines: "declined", refuses_parcel: "the parcel is not accepted", delays: "handling is delayed", note: "no consequence" };

const yes = (is: string, isNot: string): Called => ({ true: is, false: isNot });
const parcelFact = (is: string, isNot: string): Called => ({ ...yes(is, isNot), not_sent: "nothing sent back yet" });
type FactWords = Readonly<{ label: string; is?: Called; /** The values say all; no label before them. */ alone?: true }>;
const fact = (label: string, is?: Called): FactWords => ({ label, ...(is ? { is } : {}) });
const said = (label: string, is: Called): FactWords => ({ label, is, alone: true });

/** Each fact by name: what it is called, and what its values are called. */
export const factWords: Readonly<Record<FactName, FactWords>> = {
  class: fact("item", { new: "new", refurbished: "refurbished", accessory: "accessory sold separately", free_gift: "free gift" }),
  category: fact("kind of product", { camera: "camera", nvr: "network recorder (NVR)", dvr: "recorder (DVR)", hdd: "hard drive", system: "camera system", cable: "cable", wire: "wire", power_supply: "power supply", power_adapter: "power adapter", mounting_bracket: "mounting bracket", wifi_antenna: "Wi-Fi antenna", personal_item: "personal item", poe_camera: "PoE camera", poe_nvr: "PoE recorder" }),
  line: fact("product line", { none: "no line of its own" }), clearance: said("on clearance", yes("on clearance", "not on clearance")), sale: said("on sale", yes("on sale", "not on sale")), discounted: said("discounted", yes("bought at a discount", "bought without a discount")),
  kit: said("part of a kit", yes("part of a kit", "sold on its own")), gift: said("a gift came with it", yes("a gift came with it", "no gift came with it")), giftReturned: said("the gift comes back", yes("the gift comes back", "the gift does not come back")), bundle: said("bundle", { none: "not in a bundle", whole: "the whole bundle comes back", part: "only part of the bundle comes back" }),
  reason: fact("reason", reasonWords), claimedReason: fact("reason given", reasonWords),
  condition: fact("condition", { like_new: "like new", opened_perfect: "opened, in perfect condition", worn: "worn", scratched: "scratched", damaged: "damaged", damaged_by_user: "damaged by the user", defective: "faulty", used: "used" }),
  state: fact("state", { sealed: "sealed", opened: "opened", worn: "worn" }), packaging: said("packaging", { original: "in the original packaging", missing: "without the original packaging" }), complete: said("complete", yes("complete", "parts are missing")),
  wants: fact("wanted instead", { same_model: "the same model", different_model: "a different model", upgrade: "a better model" }), serviceLevel: fact("service level", { none: "none chosen" }), unbound: said("removed from the account and reset", yes("device removed from the account and reset", "device still in an account or not reset")),
  sentBack: fact("sent back", { the_one_sold: "the item that was sold", not_the_one_sold: "not the item that was sold" }), rmaStatus: fact("state of the RMA", { none: "none", processed: "already processed" }), missing: fact("asked for and not given", needWords),
  installation: said("cost of installing", yes("the cost of installing is asked for", "no cost of installing is asked for")), consequential: said("further loss", yes("compensation for further loss is asked for", "no further loss is asked for")), currency: fact("currency"),
  channel: fact("bought from", { own_store: "the merchant's own store", authorized_reseller: "an authorised reseller", retailer: "a retailer", unlisted_seller: "a seller that is not authorised" }), seller: fact("seller", { none: "not named" }),
  status: fact("state of the order", { not_shipped: "not shipped yet", produced: "made, not shipped yet", shipped: "on its way", delivered: "delivered" }),
  proof: fact("proof of purchase", { receipt: "a receipt", order_record: "the order was found", no_receipt: "no receipt", none: "neither a receipt nor an order found" }), carrierSays: fact("the carrier says", { nothing: "nothing", delivered: "delivered" }),
  earlier: fact("earlier remedies", { exchange_unwanted: "an exchange", limited: "a replacement under the limited warranty", extended: "a replacement under the extended warranty", warranty: "a replacement under the warranty" }), registered: said("registered", yes("registered", "not registered")),
  stock: said("in stock", yes("the same model is in stock", "the same model is not in stock")), originalBuyer: said("first buyer", yes("still the first buyer", "no longer the first buyer")), country: fact("country of the customer"), region: fact("region", { none: "not named" }),
  abroad: said("abroad", yes("taken out of the country of purchase", "in the country of purchase")), international: said("sent across a border", yes("sent back across a border", "sent back within the country")), oldUnit: fact("old unit", { none: "no advance replacement", due: "due back", came: "came back", did_not_come: "did not come back" }),
  dispatched: said("sent back", yes("sent back", "not sent back yet")), received: said("received", yes("received by the merchant", "not received by the merchant yet")), hasRma: said("RMA number", parcelFact("the parcel has an RMA number", "the parcel has no RMA number")),
  rmaOnLabel: said("RMA on the label", parcelFact("RMA number on the label", "no RMA number on the label")), rmaOnBox: said("RMA on the box", parcelFact("RMA number on the box", "no RMA number on the box")), rmaOnProductPackaging: said("RMA on the product's packaging", parcelFact("RMA number written on the product's packaging", "product's packaging not written on")),
  listedOnRma: said("listed on the RMA", parcelFact("the item is listed on the RMA", "the item is not listed on the RMA")), parcelRma: fact("RMA of the parcel", { not_sent: "nothing sent back yet", closed: "closed", expired: "expired", invalid: "not valid" }), traceable: said("tracked", parcelFact("sent with tracking", "sent without tracking")),
  lost: said("lost", yes("lost on the way back", "not lost")), sentTo: fact("sent to", { not_sent: "nothing sent back yet", manufacturer: "the manufacturer" }), appliedFirst: said("applied first", parcelFact("asked for before sending", "sent without asking first")),
  finding: fact("inspection", findingWords), noFaultFound: said("no fault found", yes("no fault was found", "a fault was not ruled out")), detail: fact("detail of the inspection", findingWords), repairable: said("repairable", { ...yes("it can be repaired", "it cannot be repaired"), not_inspected: "not inspected" }),
};

/** Facts that are asked for by the place a claim holds them at, and those without a fact of their own. */
export const questionWords: Called = {
  "date of delivery": "the day of delivery", "date of purchase": "the day of purchase", "date of shipment": "the day it was sent", "date of registration": "the day of registration", "date of inspection": "the day of the inspection", "date of receipt": "the day the merchant received it",
  "worth of order": "the value of the order", "worth of kept": "the value of what is kept", "worth of line": "the value of the line", "worth of unit": "the price of one unit",
  "item.sameModelRefurbishedInStock": "whether the same model is in stock refurbished", "item.equalValueInStock": "whether another item of equal value is in stock",
};
export const placeWords: Called = { order: "whole order", kept: "what is kept", line: "line", unit: "one unit" };
