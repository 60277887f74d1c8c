import { describe, expect, it } from "vitest";
import { explain, explainText } from "../../policy/explain.ts";
import { decide } from "../../policy/decide.ts";
import { asList, remedies, specialRefusals, type Clause, type Policy, type Scope } from "../../policy/policy.ts";
import { readingsApplied } from "../../policy/readings.ts";
import { english } from "../../policy/words.en.ts";
import { merchant, merchants, worked } from "./merchants.ts";

const kinds = ["opens", "closes", "person", "waits", "gives", "needs", "deducts", "charges", "waives", "freight", "term", "answers"] as const;
const scopesOf = (clause: Clause): readonly Scope[] =>
  [clause, ...kinds.flatMap((kind) => asList(clause[kind] as Readonly<{ when?: Scope | Scope[]; unless?: Scope | Scope[] }> | undefined))].flatMap((one) => [...asList(one.when), ...asList(one.unless)]);

/** The clauses as written and as every option of every reading makes them. */
function everyClause(policy: Policy): Clause[] {
  const flipped = (policy.readings ?? []).flatMap((reading) => Object.keys(reading.options).flatMap((letter) => readingsApplied(policy, { [reading.id]: letter }).clauses));
  return [...policy.clauses, ...flipped];
}

const clauses = [...merchants.values()].flatMap(everyClause);
const wordsIn = (name: keyof Scope): string[] => [...new Set(clauses.flatMap(scopesOf).flatMap((scope) => asList(scope[name] as string | boolean | undefined)).map(String))];
const withoutWords = (used: readonly string[], words: Readonly<Record<string, unknown>>): string[] => [...new Set(used)].filter((word) => !Object.hasOwn(words, word));

/** The needs that docs/claim.md lists, beyond those in use. */
const listedNeeds = `rma_form rma_number rma_documentation rma_number_on_label_or_box rma_number_on_exterior_box rma_number_in_label_attn proof_of_purchase email_request email_request_with_reason claim_approval photos videos photos_or_video
  original_packaging complete_items parts_and_accessories perfect_condition original_working_condition unused_same_condition device_unbound_and_reset defect_confirmed_by_support confirmation_by_tech_support registration_within_30_days traceable_carrier tracking_number_told fee_quote_accepted`.split(/\s+/);

describe("everything a policy or a claim can say has words", () => {
  it("needs", () => {
    const used = clauses.flatMap((clause) => asList(clause.needs)).flatMap((effect) => asList(effect.need)).map((need) => need.replace(/:\w+$/, ""));
    expect(used.length).toBeGreaterThan(50);
    expect(withoutWords([...used, ...listedNeeds], english.needs)).toEqual([]);
  });
  it("remedies and refusals", () => expect(withoutWords([...remedies, ...specialRefusals], english.remedies)).toEqual([]));
  it("reasons", () => {
    const used = [...wordsIn("reason"), ...wordsIn("claimedReason"), ...worked.map((c) => c.claim.request.reason), ..."unwanted defective damaged_on_arrival wrong_item_sent lightning water_leakage not_received cancel accidental_return personal_item".split(" ")];
    expect(withoutWords(used, english.reasons)).toEqual([]);
  });
  it("findings and their details", () => {
    const used = [...wordsIn("finding"), ...wordsIn("detail"), ...worked.flatMap((c) => [c.claim.inspection?.finding, c.claim.inspection?.detail]).filter((word) => word !== undefined), ..."defect_confirmed no_fault_found misuse manmade lightning water_leakage criteria_met criteria_failed excluded_cause damage_not_by_customer".split(" ")];
    expect(used.length).toBeGreaterThan(60);
    expect(withoutWords(used, english.findings)).toEqual([]);
  });
  it("fees", () => {
    const used = clauses.flatMap((clause) => [...asList(clause.deducts), ...asList(clause.charges)].map((fee) => fee.kind).concat(asList(clause.waives).flatMap((effect) => asList(effect.kind))));
    expect(withoutWords([...used, "restocking", "return_shipping", "original_shipping", "recall_shipping", "service_fee", "misuse_fee", "basic_cost"], english.fees)).toEqual([]);
  });
  it("values of the other facts", () => {
    const open = new Set(["currency", "country", "region", "seller", "line", "serviceLevel", "missing"]);
    for (const [name, words] of Object.entries(english.facts)) if (!open.has(name)) expect(withoutWords(wordsIn(name as keyof Scope), words.is ?? {}), name).toEqual([]);
  });
  it("categories of goods in the policies", () => expect(withoutWords([...merchants.values()].flatMap((policy) => policy.categories ?? []), english.facts.category.is ?? {})).toEqual([]));
  it("what would change an answer", () => {
    const changes = worked.flatMap(({ claim }) => decide(merchant(claim.policy), { ...claim, inspection: undefined }).changes ?? []);
    expect(changes.length).toBeGreaterThan(20);
    expect(withoutWords(changes.map((change) => `${change.fact}=${change.to}`), english.sentences.changes)).toEqual([]);
    expect(withoutWords(changes.map((change) => change.effect).filter((effect) => !/^(no )?fee /.test(effect)), english.sentences.effects)).toEqual([]);
  });
  it("both voices have the same sentences, and all of them their braces", () => {
    const { customer, staff } = english.sentences.voices;
    expect(Object.keys(staff)).toEqual(Object.keys(customer));
    const braces = (text: unknown): string[] => [...JSON.stringify(text).matchAll(/\{[a-z, ]+\}/g)].map(String).sort();
    for (const key of Object.keys(customer) as (keyof typeof customer)[]) expect(braces(staff[key]), key).toEqual(braces(customer[key]));
  });
});

it("another language is another object of the same shape", () => {
  const found = worked.find((c) => c.id === "AMC-005");
  if (!found) throw new Error("AMC-005 is gone");
  const german = { ...english, locale: "de-DE", remedies: { ...english.remedies, refund: "Erstattung" } };
  const policy = merchant("amcrest"), text = explainText(explain(decide(policy, found.claim), policy, found.claim, german)).customer;
  expect(text).toContain("Erstattung");
  expect(text).toContain("229,44");
  expect(text).toContain("3. April 2025");
});
