/** Turns a few facts and days into a claim that reads back as exactly these facts: the proof that they can occur. */
import { readClaim, type Claim } from "../claim.ts";
import type { Worth } from "../compile.ts";
import type { FactName } from "../facts.ts";
import { facts } from "../facts.ts";

export type Word = string | boolean | readonly string[];
export type KnownFacts = ReadonlyMap<FactName, Word>;

/** The days of a claim, each as text; an absent day has not come. */
export type Days = Readonly<{
  purchase: string; shipment?: string; delivery?: string; registration?: string; asked: string;
  sent?: string; returnCreated?: string; dispatch?: string; receipt?: string; inspection?: string;
}>;

type Draft = Record<string, unknown>;

/** Two countries that stand for "here" and "elsewhere" where a policy names none. */
const HERE = "US", ELSEWHERE = "NZ";

function put(draft: Draft, path: string, value: unknown): void {
  const [head = "", ...rest] = path.split(".");
  if (rest.length === 0) return void (draft[head] = value);
  const inner = (draft[head] ??= {}) as Draft;
  put(inner, rest.join("."), value);
}

const at = (draft: Draft, path: string): unknown => path.split(".").reduce<unknown>((inner, key) => (typeof inner === "object" && inner !== null ? (inner as Draft)[key] : undefined), draft);
const putIfAbsent = (draft: Draft, path: string, value: unknown): void => {
  if (at(draft, path) === undefined) put(draft, path, value);
};

/** Facts whose word is not simply the field of their path. */
const writers: Partial<Record<FactName, (draft: Draft, word: Word) => void>> = {
  discounted: (d, yes) => put(d, "money.discount", yes === true ? "10" : "0"),
  bundle: (d, word) => (word === "none" ? undefined : put(d, "item.bundle", { id: "set", wholeReturned: word === "whole" })),
  line: (d, word) => (word === "none" ? undefined : put(d, "item.line", word)),
  wants: (d, word) => (word === "same_model" ? undefined : put(d, "request.wants", word)),
  serviceLevel: (d, word) => (word === "none" ? undefined : put(d, "request.serviceLevel", word)),
  sentBack: (d, word) => (word === "the_one_sold" ? undefined : put(d, "request.itemSentBack", word)),
  earlier: (d, words) => put(d, "item.earlierRemedies", (words as readonly string[]).map((under) => ({ on: at(d, "order.placedAt"), under }))),
  proof: (d, word) => {
    put(d, "order.proofOfPurchase", word === "receipt");
    if (word === "order_record" || word === "none") put(d, "order.orderRecordFound", word === "order_record");
  },
  status: (d, word) => put(d, "order.status", word),
  abroad: (d, yes) => {
    putIfAbsent(d, "customer.country", HERE);
    put(d, "order.countryOfPurchase", yes === true ? other(at(d, "customer.country")) : at(d, "customer.country"));
  },
  international: (d, yes) => {
    putIfAbsent(d, "customer.country", HERE);
    put(d, "sendingBack.toCountry", yes === true ? other(at(d, "customer.country")) : at(d, "customer.country"));
  },
  finding: (d, word) => (word === "none" ? undefined : put(d, "inspection.finding", word)),
  noFaultFound: (d, yes) => (yes === true ? put(d, "inspection.finding", "no_fault_found") : undefined),
  detail: (d, word) => {
    putIfAbsent(d, "inspection.finding", "excluded_cause");
    if (word !== "none") put(d, "inspection.detail", word);
  },
  repairable: (d, word) => {
    if (word === "not_inspected") return;
    putIfAbsent(d, "inspection.finding", "defect_confirmed");
    put(d, "inspection.repairable", word);
  },
  registered: () => undefined,
  dispatched: () => undefined,
  received: () => undefined,
};

const other = (country: unknown): string => (country === ELSEWHERE ? HERE : ELSEWHERE);
const unsaid = new Set<Word>(["none", "nothing", "not_sent"]);

/** Countries first, because "abroad" compares with them; a finding before what details it. */
const late: readonly FactName[] = ["abroad", "international", "noFaultFound", "detail", "repairable"];

function writeFacts(draft: Draft, known: KnownFacts): void {
  const names = [...known.keys()].sort((a, b) => late.indexOf(a) - late.indexOf(b));
  for (const name of names) {
    const word = known.get(name);
    if (word === undefined) continue;
    const writer = writers[name];
    if (writer) writer(draft, word);
    else if (!(typeof word === "string" && unsaid.has(word))) put(draft, facts[name].path, word);
  }
}

function writeDays(draft: Draft, days: Days): void {
  const paths: readonly (readonly [string, string | undefined])[] = [
    ["order.shippedAt", days.shipment], ["item.registeredAt", days.registration], ["request.sentAt", days.sent], ["request.returnCreatedAt", days.returnCreated],
    ["sendingBack.dispatchedAt", days.dispatch], ["sendingBack.receivedAt", days.receipt], ["inspection.at", days.inspection],
  ];
  for (const [path, day] of paths) if (day !== undefined) put(draft, path, day);
  if (days.delivery !== undefined) put(draft, "item.deliveredAt", [days.delivery]);
  else put(draft, "order.status", days.shipment === undefined ? "not_shipped" : "shipped");
  if (days.inspection !== undefined) putIfAbsent(draft, "inspection.finding", "criteria_met");
}

function writeWorth(draft: Draft, worth: Worth, over: boolean): void {
  const value = String(over ? Number(worth.over) + 1 : Number(worth.over));
  const path = { order: "order.value", kept: "order.keptValue", line: "money.unitPrice", unit: "money.unitPrice" }[worth.of];
  put(draft, path, value);
  if (worth.currency) put(draft, "money.currency", worth.currency);
}

/** A claim with these facts, days and values and nothing else; undefined where no claim can have them. */
export function exampleClaim(policy: string, known: KnownFacts, days: Days, worths: readonly (readonly [Worth, boolean])[] = []): Claim | undefined {
  const draft: Draft = {
    id: "example", policy, askedAt: days.asked, zone: "UTC", order: { placedAt: days.purchase }, item: {}, customer: {}, request: { reason: "unwanted" },
    money: { currency: "USD", unitPrice: "100", quantity: 1, returnedQuantity: 1, discount: "0", tax: "0", shipping: "0" },
  };
  writeDays(draft, days);
  writeFacts(draft, known);
  for (const [worth, over] of worths) writeWorth(draft, worth, over);
  const result = readClaim(draft);
  return "claim" in result && coherent(result.claim) ? result.claim : undefined;
}

/** Delivered goods have a day of delivery, and goods on their way have none. */
const coherent = (claim: Claim): boolean => {
  const { status } = claim.order;
  return status === undefined || (status === "delivered") === (claim.item.deliveredAt !== undefined);
};
