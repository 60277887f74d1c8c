import { describe, expect, it } from "vitest";
import { check, type Finding, type Kind } from "../../policy/check.ts";
import { decide } from "../../policy/decide.ts";
import type { Floor } from "../../policy/policy.ts";
import { smallPolicy } from "./smallPolicy.ts";

type Clauses = Parameters<typeof smallPolicy>[0];
type Rest = Parameters<typeof smallPolicy>[1];

const found = (kind: Kind, clauses: Clauses, rest: Rest = {}, floors: readonly Floor[] = []): readonly Finding[] => check(smallPolicy(clauses, rest), floors).filter((finding) => finding.kind === kind);

const refund30 = { id: "grant", says: "Refunds within 30 days.", opens: { remedy: "refund", within: "30 days", when: { reason: "unwanted" } } };
const warranty = { id: "warranty", says: "The warranty lasts 2 years.", term: { name: "warranty", period: "2 years" } };
const repairs = { id: "repairs", opens: { remedy: "repair", during: "warranty", when: { reason: "defective" } } };

/** What must be found (clauses in order), and a neighbour that is in order. */
const tables: readonly Readonly<{ kind: Kind; level: Finding["level"]; name: string; bad: Clauses; badRest?: Rest; clauses: readonly string[]; good: Clauses; goodRest?: Rest; shown?: RegExp }>[] = [
  { kind: "unknown_id", level: "error", name: "an override of no clause", bad: [{ ...refund30, overrides: ["gone"] }], clauses: ["grant"], good: [refund30, { id: "late", closes: { remedy: "refund", when: { reason: "lost" } }, overrides: ["grant"] }] },
  {
    kind: "unknown_id", level: "error", name: "a reading of no clause", clauses: [], bad: [refund30], good: [refund30],
    badRest: { readings: [{ id: "R-1", title: "t", type: "gap", clauses: ["gone"], options: { A: { says: "a" } }, recommended: "A", reason: "r" }] },
    goodRest: { readings: [{ id: "R-1", title: "t", type: "gap", clauses: ["grant"], options: { A: { says: "a" } }, recommended: "A", reason: "r" }] },
  },
  {
    kind: "idle_option", level: "error", name: "an option that would do nothing in silence", clauses: ["grant"], bad: [refund30], good: [refund30],
    badRest: { readings: [{ id: "R-1", title: "t", type: "gap", clauses: ["grant"], options: { A: { says: "a" }, B: { says: "b" } }, recommended: "A", reason: "r" }] },
    goodRest: { readings: [{ id: "R-1", title: "t", type: "gap", clauses: ["grant"], options: { A: { says: "a" }, B: { says: "b", effect: "Changes no decision: the claim does not hold it." } }, recommended: "A", reason: "r" }] },
  },
  {
    kind: "circular_overrides", level: "error", name: "three clauses in a circle", clauses: ["a", "b", "c"],
    bad: [{ id: "a", freight: { for: "refund", return: "customer" }, overrides: ["b"] }, { id: "b", freight: { for: "refund", return: "merchant" }, overrides: ["c"] }, { id: "c", freight: { for: "refund", return: "none" }, overrides: ["a"] }, refund30],
    good: [{ id: "a", freight: { for: "refund", return: "customer" }, overrides: ["b"] }, { id: "b", freight: { for: "refund", return: "merchant", outbound: "merchant" } }, refund30],
  },
  { kind: "unknown_term", level: "error", name: "a term that no clause grants", bad: [repairs], clauses: ["repairs"], good: [warranty, repairs] },
  {
    kind: "unknown_setting", level: "error", name: "a setting that is not there", clauses: ["warranty"],
    bad: [{ ...warranty, term: { name: "warranty", period: { setting: "length" } } }, repairs],
    good: [{ ...warranty, term: { name: "warranty", period: { setting: "length" } } }, repairs], goodRest: { settings: { length: { says: "how long", kind: "period", value: "2 years" } } },
  },
  {
    kind: "unset_setting", level: "note", name: "a setting without a value", clauses: ["warranty"],
    bad: [{ ...warranty, term: { name: "warranty", period: { setting: "length" } } }, repairs], badRest: { settings: { length: { says: "how long", kind: "period", value: null } } },
    good: [{ ...warranty, term: { name: "warranty", period: { setting: "length" } } }, repairs], goodRest: { settings: { length: { says: "how long", kind: "period", value: "2 years" } } },
  },
  {
    kind: "broken_reading", level: "error", name: "an option that spoils a clause", clauses: ["grant"], bad: [refund30], good: [refund30],
    badRest: { readings: [{ id: "R-1", title: "t", type: "gap", clauses: ["grant"], options: { A: { says: "a" }, B: { says: "b", patches: [{ clause: "grant", set: { "opens.within": "soon" } }] } }, recommended: "A", reason: "r" }] },
    goodRest: { readings: [{ id: "R-1", title: "t", type: "gap", clauses: ["grant"], options: { A: { says: "a" }, B: { says: "b", patches: [{ clause: "grant", set: { "opens.within": "60 days" } }] } }, recommended: "A", reason: "r" }] },
  },
  { kind: "idle_override", level: "warning", name: "an override with nothing in common", clauses: ["payer", "grant"], bad: [refund30, { id: "payer", freight: { for: "refund", return: "customer" }, overrides: ["grant"] }], good: [refund30, { id: "late", closes: { remedy: "refund", when: { reason: "lost" } }, overrides: ["grant"] }] },
  {
    kind: "never_reached", level: "warning", name: "within 30 days and yet past 60", clauses: ["never"],
    bad: [refund30, { id: "never", closes: { remedy: "refund", when: { age: [{ of: "delivery", within: "30 days" }, { of: "delivery", beyond: "60 days" }] } } }],
    good: [refund30, { id: "never", closes: { remedy: "refund", when: { age: [{ of: "delivery", beyond: "30 days" }, { of: "delivery", within: "60 days" }] } } }],
  },
  {
    kind: "never_reached", level: "warning", name: "one day past 30 days that a month of 31 leaves", clauses: ["never"],
    bad: [refund30, { id: "never", closes: { remedy: "refund", when: { age: [{ of: "delivery", beyond: "31 days" }, { of: "delivery", within: "1 month" }] } } }],
    good: [refund30, { id: "never", closes: { remedy: "refund", when: { age: [{ of: "delivery", beyond: "30 days" }, { of: "delivery", within: "1 month" }] } } }],
  },
  {
    kind: "never_reached", level: "warning", name: "delivered longer ago than bought", clauses: ["never"],
    bad: [refund30, { id: "never", closes: { remedy: "refund", when: { age: [{ of: "purchase", within: "30 days" }, { of: "delivery", beyond: "30 days" }] } } }],
    good: [refund30, { id: "never", closes: { remedy: "refund", when: { status: "delivered", age: [{ of: "purchase", beyond: "90 days" }, { of: "delivery", within: "30 days" }] } } }],
  },
  {
    kind: "never_reached", level: "warning", name: "no fault found, and another finding", clauses: ["never"],
    bad: [refund30, { id: "never", closes: { remedy: "refund", when: { noFaultFound: true, finding: "misuse" } } }],
    good: [refund30, { id: "never", closes: { remedy: "refund", when: { noFaultFound: false, finding: "misuse" } } }],
  },
  {
    kind: "always_silenced", level: "note", name: "a payer who never pays", clauses: ["b", "a"],
    bad: [refund30, { id: "a", freight: { for: "refund", return: "customer" }, overrides: ["b"] }, { id: "b", freight: { for: "refund", return: "merchant" } }],
    good: [refund30, { id: "a", freight: { for: "refund", return: "customer", when: { sale: true } }, overrides: ["b"] }, { id: "b", freight: { for: "refund", return: "merchant" } }],
  },
  {
    kind: "opens_in_vain", level: "warning", name: "a grant that two refusals share out between them", clauses: ["grant"],
    bad: [refund30, { id: "sale", closes: { remedy: "refund", when: { sale: true } } }, { id: "regular", closes: { remedy: "refund", when: { sale: false } } }],
    good: [refund30, { id: "sale", closes: { remedy: "refund", when: { sale: true } } }],
  },
  {
    kind: "availability", level: "warning", name: "what is granted and refused by the same facts", clauses: ["grant", "refusal"], shown: /reason unwanted/,
    bad: [refund30, { id: "refusal", closes: { remedy: "refund", when: { reason: ["unwanted", "lost"] } } }],
    good: [refund30, { id: "refusal", closes: { remedy: "refund", when: { reason: ["unwanted", "lost"], condition: "worn" } } }],
  },
  {
    kind: "availability", level: "warning", name: "30 days of delivery against 30 of purchase", clauses: ["grant", "refusal"], shown: /asked/,
    bad: [refund30, { id: "refusal", says: "After 30 days none.", closes: { remedy: "refund", when: { reason: "unwanted", age: { of: "purchase", beyond: "30 days" } } } }],
    good: [refund30, { id: "refusal", says: "After 30 days none.", closes: { remedy: "refund", when: { reason: "unwanted", age: { of: "delivery", beyond: "30 days" } } } }],
  },
  {
    kind: "availability", level: "warning", name: "damaged on arrival, and no damaged goods", clauses: ["grant", "refusal"], shown: /damaged on arrival.*condition damaged/,
    bad: [{ id: "grant", opens: { remedy: "refund", within: "30 days", when: { reason: "damaged_on_arrival" } } }, { id: "refusal", closes: { remedy: "refund", when: { condition: ["worn", "damaged"] } } }],
    good: [{ id: "grant", opens: { remedy: "refund", within: "30 days", when: { reason: "damaged_on_arrival" } } }, { id: "refusal", closes: { remedy: "refund", when: { condition: "worn" } } }],
  },
  {
    kind: "freight", level: "warning", name: "two payers of one leg", clauses: ["a", "b"],
    bad: [refund30, { id: "a", freight: { for: "refund", return: "customer" } }, { id: "b", freight: { for: "refund", return: "merchant", when: { sale: true } } }],
    good: [refund30, { id: "a", freight: { for: "refund", return: "customer", when: { sale: false } } }, { id: "b", freight: { for: "refund", return: "merchant", when: { sale: true } } }],
  },
  {
    kind: "freight", level: "warning", name: "two payers in the days between two limits", clauses: ["a", "b"],
    bad: [warranty, repairs, { id: "a", freight: { for: "repair", return: "merchant", when: { age: { of: "delivery", within: "1 year" } } } }, { id: "b", freight: { for: "repair", return: "customer", when: { age: { of: "delivery", beyond: "364 days" } } } }],
    good: [warranty, repairs, { id: "a", freight: { for: "repair", return: "merchant", when: { age: { of: "delivery", within: "1 year" } } } }, { id: "b", freight: { for: "repair", return: "customer", when: { age: { of: "delivery", beyond: "366 days" } } } }],
  },
  { kind: "term", level: "warning", name: "two lengths of a term", clauses: ["warranty", "other"], bad: [warranty, repairs, { id: "other", says: "The warranty is 1 year.", term: { name: "warranty", period: "1 year" } }], good: [warranty, repairs, { id: "other", says: "The warranty is 1 year.", term: { name: "warranty", period: "1 year" }, overrides: ["warranty"] }] },
  {
    kind: "gives", level: "warning", name: "new and refurbished", clauses: ["a", "b"],
    bad: [warranty, repairs, { id: "a", gives: { for: "repair", condition: "new" } }, { id: "b", gives: { for: "repair", condition: "refurbished" } }],
    good: [warranty, repairs, { id: "a", gives: { for: "repair", condition: "new" } }, { id: "b", gives: { for: "repair", condition: "unspecified", model: "same" } }],
  },
  {
    kind: "promise", level: "warning", name: "two promised times", clauses: ["a", "b"],
    bad: [refund30, { id: "a", says: "5 business days.", answers: { within: "5 business days", from: "request" } }, { id: "b", says: "10 business days.", answers: { within: "10 business days", from: "request" } }],
    good: [refund30, { id: "a", says: "5 business days.", answers: { within: "5 business days", from: "request", kind: "target" } }, { id: "b", says: "10 business days.", answers: { within: "10 business days", from: "request" } }],
  },
  {
    kind: "fee", level: "warning", name: "one fee at two rates", clauses: ["a", "b"],
    bad: [refund30, { id: "a", says: "10 %.", deducts: { kind: "restocking", percent: 10 } }, { id: "b", says: "15 %.", deducts: { kind: "restocking", percent: 15, when: { state: "opened" } } }],
    good: [refund30, { id: "a", says: "10 %.", deducts: { kind: "restocking", percent: 10, when: { state: "sealed" } } }, { id: "b", says: "15 %.", deducts: { kind: "restocking", percent: 15, when: { state: "opened" } } }],
  },
  {
    kind: "window", level: "warning", name: "two windows for one remedy", clauses: ["grant", "other"], shown: /15 days after/,
    bad: [refund30, { id: "other", says: "14 days.", opens: { remedy: "refund", within: "14 days", when: { reason: "unwanted" } } }],
    good: [refund30, { id: "other", says: "14 days.", opens: { remedy: "refund", within: "14 days", when: { reason: "defective" } } }],
  },
  {
    kind: "window", level: "warning", name: "a special rule that a longer general one swallows", clauses: ["grant", "other"],
    bad: [refund30, { id: "other", says: "14 days.", opens: { remedy: "refund", within: "14 days", when: { reason: "unwanted", line: "shoes" } } }],
    good: [refund30, { id: "other", says: "60 days.", opens: { remedy: "refund", within: "60 days", when: { reason: "unwanted", line: "shoes" } } }],
  },
  {
    kind: "numbers", level: "warning", name: "a fee the sentence does not name", clauses: ["fee"],
    bad: [refund30, { id: "fee", says: "A return costs 4.95.", deducts: { kind: "flat", amount: "5.95", currency: "EUR", per: "return" } }],
    good: [refund30, { id: "fee", says: "A return costs 4.95.", deducts: { kind: "flat", amount: "4.95", currency: "EUR", per: "return" } }],
  },
  {
    kind: "numbers", level: "warning", name: "business days are no days", clauses: ["soon"],
    bad: [refund30, { id: "soon", says: "Paid 3 to 5 days later.", answers: { within: "5 business days", from: "request" } }],
    good: [refund30, { id: "soon", says: "Paid 3 to 5 working days later.", answers: { within: "5 business days", from: "request" } }],
  },
  {
    kind: "availability", level: "warning", name: "asked in time, and asked too late", clauses: ["grant", "refusal"],
    bad: [refund30, { id: "refusal", says: "20 days.", closes: { remedy: "refund", when: { age: { of: "delivery", beyond: "20 days" } } } }],
    good: [refund30, { id: "refusal", says: "20 days.", closes: { remedy: "refund", when: { age: { of: "delivery", beyond: "20 days", act: "receipt" } } } }],
  },
  { kind: "choice", level: "warning", name: "the merchant's choice and a promise", clauses: ["either", "repairs"], bad: [warranty, repairs, { id: "either", opens: { remedy: "repair_or_replacement", during: "warranty" } }], good: [warranty, repairs, { id: "either", opens: { remedy: "repair_or_replacement", during: "warranty", when: { reason: "lightning" } } }] },
  {
    kind: "paid_instead", level: "note", name: "refused, and offered for money", clauses: ["paid", "excluded"],
    bad: [warranty, repairs, { id: "excluded", closes: { remedy: "repair", when: { finding: "misuse" } } }, { id: "paid", opens: { remedy: "paid_repair", when: { finding: "misuse" } } }],
    good: [warranty, repairs, { id: "excluded", closes: { remedy: "repair", when: { finding: "misuse" } } }, { id: "paid", opens: { remedy: "paid_repair", when: { finding: "flood" } } }],
  },
  { kind: "two_starts", level: "note", name: "30 days from two events", clauses: ["grant", "other"], bad: [refund30, { id: "other", says: "30 days.", opens: { remedy: "exchange", within: "30 days", from: "purchase" } }], good: [refund30, { id: "other", says: "60 days.", opens: { remedy: "exchange", within: "60 days", from: "purchase" } }] },
  { kind: "numbers", level: "warning", name: "a sentence with another number", clauses: ["grant"], bad: [{ ...refund30, says: "Refunds within 60 days." }], good: [refund30] },
  { kind: "gap", level: "warning", name: "days between two windows", clauses: ["grant", "late"], shown: /31 days after/, bad: [refund30, { id: "late", opens: { remedy: "refund", after: "60 days", during: "warranty", when: { reason: "unwanted" } } }, warranty], good: [refund30, { id: "late", opens: { remedy: "refund", after: "30 days", during: "warranty", when: { reason: "unwanted" } } }, warranty] },
  { kind: "hole", level: "note", name: "a class no clause speaks of", clauses: [], shown: /class refurbished/, bad: [{ id: "grant", opens: { remedy: "refund", when: { class: "new" } } }], good: [{ id: "grant", opens: { remedy: "refund", when: { class: "new" } } }, { id: "others", closes: { remedy: "refund", when: { class: ["refurbished", "accessory", "free_gift"] } } }] },
];

describe("kinds of findings on made-up policies", () => {
  it.each(tables.map((row) => [row.kind, row.name, row] as const))("%s: %s", (kind, _, { bad, badRest, clauses, level, good, goodRest, shown }) => {
    const findings = found(kind, bad, badRest);
    expect(findings.map((finding) => finding.level)).toContain(level);
    expect(findings.map((finding) => finding.clauses.toSorted())).toContainEqual(clauses.toSorted());
    if (shown) expect(findings.map((finding) => finding.example?.says)).toContainEqual(expect.stringMatching(shown));
    expect(found(kind, good, goodRest)).toEqual([]);
  });

  it("covers every kind", () => {
    const all: readonly Kind[] = ["unknown_id", "circular_overrides", "unknown_term", "unknown_setting", "idle_override", "unset_setting", "broken_reading", "idle_option", "never_reached", "always_silenced", "opens_in_vain", "availability", "choice", "paid_instead", "freight", "gives", "term", "promise", "fee", "window", "two_starts", "hole", "gap", "numbers"];
    expect(all.filter((kind) => !tables.some((row) => row.kind === kind))).toEqual([]);
  });
});

describe("legal floors", () => {
  const floor: Floor = { says: "14 days for a change of mind.", countries: ["DE", "FR"], remedy: "refund", reason: ["unwanted"], atLeast: "14 days", from: "delivery" };

  it("notes a window that ends a day early, and shows that day", () => {
    const [finding, ...others] = found("below_floor", [{ ...refund30, says: "13 days.", opens: { remedy: "refund", within: "13 days", when: { reason: "unwanted" } } }], {}, [floor]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ level: "note", message: expect.stringContaining("no longer open on day 14") as unknown });
    expect(finding?.example?.says).toContain("14 days after delivery");
  });

  it("is content with exactly the floor, and reads the policy's own floors too", () => {
    const short = { ...refund30, says: "14 days.", opens: { remedy: "refund", within: "14 days", when: { reason: "unwanted" } } };
    expect(found("below_floor", [short], {}, [floor])).toEqual([]);
    expect(found("below_floor", [short], { floors: [{ ...floor, atLeast: "15 days" }] })).toHaveLength(1);
  });

  it("looks at each country that the policy treats apart", () => {
    const notFrance = { ...refund30, unless: { country: "FR" } };
    const [finding] = found("below_floor", [notFrance], {}, [floor]);
    expect(finding?.example?.claim.customer.country).toBe("FR");
  });
});

describe("what an example proves", () => {
  it("is decided as the finding says: two payers send the claim to a person", () => {
    const policy = smallPolicy([refund30, { id: "a", freight: { for: "refund", return: "customer" } }, { id: "b", freight: { for: "refund", return: "merchant", when: { sale: true } } }]);
    const [clash] = check(policy).filter((finding) => finding.kind === "freight");
    const claim = clash?.example?.claim;
    expect(claim?.item.onSale).toBe(true);
    expect(claim && decide(policy, claim).remedies.map((remedy) => remedy.status)).toEqual(["needs_human"]);
  });

  it("a circle on different matters is none", () => {
    const policy = smallPolicy([refund30, { id: "a", freight: { for: "refund", return: "customer", outbound: "customer" }, overrides: ["b"] }, { id: "b", freight: { for: "refund", return: "merchant" }, gives: { for: "refund", originalShipping: true } }, { id: "c", gives: { for: "refund", originalShipping: false }, overrides: ["b"] }]);
    expect(check(policy).filter((finding) => finding.level === "error")).toEqual([]);
  });
});
