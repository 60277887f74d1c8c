/**
 * The facts a clause's scope may name, each read from the claim in one place. A fact is a word, a yes or
 * no, or several words; `undefined` is "unknown", which is asked for and never taken as no (docs/claim.md).
 */
import type { Claim } from "./claim.ts";

export type FactValue = string | boolean | undefined;
/** A claim laid out by its parts, those that hang inside another part too, so that a fact is one step away. */
export type Parts = Pick<Claim, "order" | "item" | "customer" | "request" | "sendingBack" | "money"> & {
  inspection: Exclude<Claim["inspection"], null>; parcel: NonNullable<Claim["sendingBack"]>["parcel"];
};
/** Parts that many claims lack; what a fact says without its part is the same for all of them. */
export const lackable = ["sendingBack", "parcel", "inspection"] as const;

export const partsOf = ({ order, item, customer, request, sendingBack, inspection, money }: Claim): Parts =>
  ({ order, item, customer, request, sendingBack, money, inspection: inspection ?? undefined, parcel: sendingBack?.parcel });

export type Fact = Readonly<{
  /** Where the claim holds it, for the question that is asked when it is unknown. */
  path: string;
  /** Who can supply it when it is unknown. */
  from: "customer" | "person";
  read: (parts: Parts) => FactValue | readonly string[];
  /** The part without which the fact is always the same; none where it is read from parts that every claim has. */
  within?: (typeof lackable)[number];
  /** The words it can be, where they are a closed set; the lint walks them. */
  words?: readonly (string | boolean)[];
  /** A word that is neither listed here nor named by a clause means something that a person must judge. */
  strangeWords?: true;
}>;

/** Reasons that say the item is not what was promised; no fault found turns them into an unwanted return. */
const faultReasons = new Set(["defective", "damaged_on_arrival", "wrong_item_sent", "lightning", "water_leakage"]);

/** After no fault was found the claim is that of an unwanted item (docs/claim.md). */
export const reasonOf = (c: Parts): string =>
  c.inspection?.finding === "no_fault_found" && faultReasons.has(c.request.reason) ? "unwanted" : c.request.reason;

/** An excluded cause is named by the inspection's detail. */
const finding = (c: Parts): string => {
  const found = c.inspection?.finding ?? "none";
  return found === "excluded_cause" ? (c.inspection?.detail ?? found) : found;
};

const proof = (c: Parts): string | undefined => {
  const { proofOfPurchase, orderRecordFound } = c.order;
  if (proofOfPurchase) return "receipt";
  if (orderRecordFound) return "order_record";
  if (proofOfPurchase === undefined) return undefined;
  return orderRecordFound === false ? "none" : "no_receipt";
};

/** Whether the bundle an item was sold in comes back whole; unknown where nobody said. */
const bundle = ({ item }: Parts): string | undefined => {
  const whole = item.bundle ? item.bundle.wholeReturned : false;
  return item.bundle === undefined ? "none" : whole === undefined ? undefined : whole ? "whole" : "part";
};

const same = (a: string | undefined, b: string | undefined): boolean | undefined => (a === undefined || b === undefined ? undefined : a === b);
const not = (value: boolean | undefined): boolean | undefined => (value === undefined ? undefined : !value);
const asked = (value: boolean | string | number | undefined): boolean => value !== undefined && value !== false;
const yesNo = [true, false] as const;
const none: readonly never[] = [];

/** By where the claim holds it. */
const partOf = (path: string): Pick<Fact, "within"> => (path.startsWith("sendingBack.parcel.") ? { within: "parcel" } : path.startsWith("sendingBack.") ? { within: "sendingBack" } : path.startsWith("inspection.") ? { within: "inspection" } : {});

const fact = (path: string, read: Fact["read"], words?: Fact["words"], from: Fact["from"] = "customer"): Fact => ({ path, read, from, ...partOf(path), ...(words ? { words } : {}) });

export const facts = {
  class: fact("item.class", (c) => c.item.class, ["new", "refurbished", "accessory", "free_gift"], "person"),
  category: fact("item.category", (c) => c.item.category, undefined, "person"),
  line: fact("item.line", (c) => c.item.line ?? "none", undefined, "person"),
  clearance: fact("item.onClearance", (c) => c.item.onClearance ?? false, yesNo),
  sale: fact("item.onSale", (c) => c.item.onSale ?? false, yesNo),
  discounted: fact("money.discount", (c) => Number(c.money.discount) > 0, yesNo),
  kit: fact("item.partOfKit", (c) => c.item.partOfKit ?? false, yesNo),
  gift: fact("item.shippedWithGift", (c) => c.item.shippedWithGift ?? false, yesNo),
  giftReturned: fact("item.giftReturned", (c) => c.item.giftReturned ?? false, yesNo),
  bundle: fact("item.bundle", bundle, ["none", "whole", "part"]),
  reason: fact("request.reason", reasonOf),
  claimedReason: fact("request.reason", (c) => c.request.reason),
  condition: fact("request.condition", (c) => c.request.condition),
  state: fact("request.state", (c) => c.request.state, ["sealed", "opened", "worn"]),
  packaging: fact("request.packaging", (c) => c.request.packaging, ["original", "missing"]),
  complete: fact("request.complete", (c) => c.request.complete, yesNo),
  wants: fact("request.wants", (c) => c.request.wants ?? "same_model", ["same_model", "different_model", "upgrade"]),
  serviceLevel: fact("request.serviceLevel", (c) => c.request.serviceLevel ?? "none"),
  unbound: fact("request.deviceUnboundAndReset", (c) => c.request.deviceUnboundAndReset, yesNo),
  sentBack: fact("request.itemSentBack", (c) => c.request.itemSentBack ?? "the_one_sold"),
  rmaStatus: fact("request.rmaStatus", (c) => c.request.rmaStatus ?? c.parcel?.rmaStatus ?? "none"),
  missing: fact("request.missingEvidence", (c) => c.request.missingEvidence ?? none),
  installation: fact("request.claimsInstallationCost", (c) => asked(c.request.claimsInstallationCost), yesNo),
  consequential: fact("request.claimsConsequentialLoss", (c) => asked(c.request.claimsConsequentialLoss), yesNo),
  currency: fact("money.currency", (c) => c.money.currency),
  channel: fact("order.channel", (c) => c.order.channel, ["own_store", "authorized_reseller", "retailer", "unlisted_seller"]),
  seller: fact("order.seller", (c) => c.order.seller ?? "none"),
  status: fact("order.status", (c) => c.order.status ?? (c.item.deliveredAt?.length ? "delivered" : undefined), ["not_shipped", "produced", "shipped", "delivered"], "person"),
  proof: fact("order.proofOfPurchase", proof, ["receipt", "order_record", "no_receipt", "none"]),
  carrierSays: fact("item.carrierSays", (c) => c.item.carrierSays ?? "nothing"),
  earlier: fact("item.earlierRemedies", (c) => c.item.earlierRemedies?.map((r) => r.under) ?? none, ["exchange_unwanted", "limited", "extended", "warranty"]),
  registered: fact("item.registeredAt", (c) => c.item.registeredAt !== undefined, yesNo),
  stock: fact("item.sameModelInStock", (c) => c.item.sameModelInStock ?? true, yesNo),
  originalBuyer: fact("customer.originalBuyer", (c) => c.customer.originalBuyer, yesNo),
  country: fact("customer.country", (c) => c.customer.country),
  region: fact("customer.region", (c) => c.customer.region ?? "none"),
  abroad: fact("customer.country", (c) => not(same(c.customer.country, c.order.countryOfPurchase)), yesNo),
  international: fact("sendingBack.toCountry", (c) => not(same(c.customer.country, c.sendingBack?.toCountry)), yesNo, "person"),
  oldUnit: fact("sendingBack.oldUnit", (c) => c.sendingBack?.oldUnit ?? "none", ["none", "due", "came", "did_not_come"], "person"),
  dispatched: fact("sendingBack.dispatchedAt", (c) => c.sendingBack?.dispatchedAt !== undefined, yesNo),
  received: fact("sendingBack.receivedAt", (c) => c.sendingBack?.receivedAt !== undefined, yesNo),
  hasRma: fact("sendingBack.parcel.hasRma", (c) => c.parcel?.hasRma ?? "not_sent"),
  rmaOnLabel: fact("sendingBack.parcel.rmaOnLabel", (c) => c.parcel?.rmaOnLabel ?? "not_sent"),
  rmaOnBox: fact("sendingBack.parcel.rmaOnBox", (c) => c.parcel?.rmaOnBox ?? "not_sent"),
  rmaOnProductPackaging: fact("sendingBack.parcel.rmaOnProductPackaging", (c) => c.parcel?.rmaOnProductPackaging ?? "not_sent"),
  listedOnRma: fact("sendingBack.parcel.itemListedOnRma", (c) => c.parcel?.itemListedOnRma ?? "not_sent"),
  parcelRma: fact("sendingBack.parcel.rmaStatus", (c) => c.parcel?.rmaStatus ?? "not_sent"),
  traceable: fact("sendingBack.parcel.traceable", (c) => c.parcel?.traceable ?? "not_sent"),
  lost: fact("sendingBack.parcel.lostInTransit", (c) => c.parcel?.lostInTransit ?? false, yesNo),
  sentTo: fact("sendingBack.parcel.sentTo", (c) => c.parcel?.sentTo ?? "not_sent"),
  appliedFirst: fact("sendingBack.parcel.appliedFirst", (c) => c.parcel?.appliedFirst ?? "not_sent"),
  finding: { ...fact("inspection.finding", finding, ["none", "defect_confirmed", "no_fault_found", "criteria_met", "damage_not_by_customer"], "person"), strangeWords: true },
  noFaultFound: fact("inspection.finding", (c) => c.inspection?.finding === "no_fault_found", yesNo, "person"),
  detail: fact("inspection.detail", (c) => c.inspection?.detail ?? "none", undefined, "person"),
  repairable: fact("inspection.repairable", (c) => c.inspection?.repairable ?? "not_inspected", [true, false, "not_inspected"], "person"),
} as const satisfies Readonly<Record<string, Fact>>;

/** What a claim says of one fact. */
export const factOf = (name: FactName, claim: Claim): ReturnType<Fact["read"]> => facts[name].read(partsOf(claim));

export type FactName = keyof typeof facts;
export const factNames = Object.keys(facts) as readonly FactName[];
