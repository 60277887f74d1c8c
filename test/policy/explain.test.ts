import { describe, expect, it } from "vitest";
import type { Claim } from "../../policy/claim.ts";
import { decide } from "../../policy/decide.ts";
import type { Decision } from "../../policy/decision.ts";
import { explain, explainText, type Section } from "../../policy/explain.ts";
import { dayText, moneyText, needText } from "../../policy/explain/inWords.ts";
import { minorDigits, parseMinor } from "../../policy/money.ts";
import { english } from "../../policy/words.en.ts";
import { merchant, secondReading, worked } from "./merchants.ts";

const cases = [...worked, ...secondReading];
type Told = Readonly<{ claim: Claim; decision: Decision; customer: readonly Section[]; staff: readonly Section[]; texts: Readonly<{ customer: string; staff: string }> }>;

function told(claim: Claim): Told {
  const policy = merchant(claim.policy), decision = decide(policy, claim), accounts = explain(decision, policy, claim);
  return { claim, decision, ...accounts, texts: explainText(accounts) };
}

function caseOf(id: string): Claim {
  const found = cases.find((c) => c.id === id);
  if (!found) throw new Error(`no case ${id}`);
  return found.claim;
}

/** Every total is what the lines before it come to; the number of totals looked at. */
function totalsThatAddUp(sections: readonly Section[]): number {
  let totals = 0;
  for (const section of sections) {
    let sum = 0;
    for (const line of section.sums ?? []) {
      const minor = parseMinor(line.amount, minorDigits(line.currency));
      if (!line.total) sum += minor;
      else {
        expect(minor, section.heading).toBe(sum);
        totals++;
      }
    }
  }
  return totals;
}

describe.each(cases.map((c) => [c.id, c] as const))("the accounts of %s", (_, c) => {
  const { decision, customer, staff, texts } = told(c.claim);

  it("add up, in both accounts", () => {
    const paying = decision.remedies.filter((answer) => answer.refund).length;
    expect(totalsThatAddUp(customer)).toBe(paying);
    expect(totalsThatAddUp(staff)).toBe(paying);
    for (const answer of decision.remedies) {
      const total = customer.find((section) => section.id === answer.remedy)?.sums?.find((line) => line.total);
      expect(total?.amount).toBe(answer.refund?.amount);
    }
  });

  it("say what each remedy gives, until when, and what it needs", () => {
    for (const answer of decision.remedies) for (const account of [customer, staff]) {
      const text = account.find((section) => section.id === answer.remedy)?.sentences.map((line) => line.text).join("\n") ?? "";
      if (answer.refund) expect(text).toContain(moneyText(answer.refund.amount, answer.refund.currency, english));
      if (answer.until) expect(text).toContain(dayText(answer.until, english));
      for (const fee of [...answer.deductions, ...answer.charges]) expect(text).toContain(fee.amount === "quote" ? english.fees[fee.kind] : moneyText(fee.amount, fee.currency ?? c.claim.money.currency, english));
      for (const need of [...answer.requires.map((r) => r.need), ...answer.missing]) expect(text).toContain(needText(need, english));
      for (const leg of ["return", "outbound"] as const) {
        const voice = english.sentences.voices[account === staff ? "staff" : "customer"];
        // A sentence that tells how terms change goes on to say who pays then.
        const says = (sentence: string): boolean => text.split("\n").some((line) => line === sentence);
        expect(says(voice[`${leg}By`].customer), leg).toBe(answer.freight[leg] === "customer");
        expect(says(voice[`${leg}By`].merchant), leg).toBe(answer.freight[leg] === "merchant");
        const then = answer.termsAfter?.freight[leg];
        if (then && then !== "none" && then !== answer.freight[leg]) expect(text).toMatch(new RegExp(`^.+: .*${voice[`${leg}By`][then].replaceAll(".", "\\.")}`, "m"));
      }
    }
  });

  it("restate the clause of each refusal, with the day where time ran out", () => {
    const text = customer.find((section) => section.id === "refused")?.sentences.map((line) => line.text).join("\n") ?? "";
    for (const refusal of decision.declined) {
      expect(text).toContain(`“${refusal.says}”`);
      if (refusal.lapsedOn) expect(text).toContain(dayText(refusal.lapsedOn, english));
    }
  });

  it("name for staff every clause, reading and change", () => {
    const cited = new Set([...decision.remedies, ...decision.declined].flatMap((part) => part.because));
    const clauseLines = staff.find((section) => section.id === "clauses")?.sentences ?? [];
    for (const id of cited) {
      const clause = merchant(c.claim.policy).clauses.find((one) => one.id === id), line = clauseLines.find((one) => one.clauses.includes(id));
      expect(line?.text).toContain(clause?.says);
      expect(line?.text).toContain(clause?.at);
    }
    for (const id of decision.readings) expect(texts.staff).toContain(`${id}: `);
    if (c.claim.inspection == null && (decision.changes?.length ?? 0) + (decision.later?.length ?? 0) > 0) expect(customer.some((section) => section.id === "changes")).toBe(true);
  });

  it("have no holes and no words of the machine", () => {
    for (const text of [texts.customer, texts.staff]) expect(text).not.toMatch(/undefined|NaN|\[object|\{|\}|\s\.(?!\.)|\(\)/);
    expect(texts.customer).not.toMatch(/[a-z]_[a-z]/);
  });
});

it("tells a customer the deductions line by line", () => {
  const claim = caseOf("AMC-005"), unwanted: Claim = { ...claim, inspection: null, request: { ...claim.request, reason: "unwanted", condition: "like_new" } };
  const { customer, texts } = told(unwanted);
  expect(customer.find((section) => section.id === "refund")?.sums?.map(({ label, amount }) => [label, amount])).toEqual([
    ["Price paid for what comes back", "199.99"], ["Tax on it", "16.50"], ["Less restocking fee (10% of the price before tax)", "-20.00"], ["Refund", "196.49"],
  ]);
  expect(texts.customer).toContain("You get back $196.49.");
  expect(texts.customer).toContain("We take off $20.00: restocking fee (10% of the price before tax).");
  expect(texts.customer).toContain("You pay for sending the item to us.");
  expect(texts.customer).toContain("Ask for this by April 3, 2025.");
});

it("tells staff the facts used and counts the windows out", () => {
  const { texts } = told(caseOf("INO-023"));
  expect(texts.staff).toContain("no longer the first buyer (customer.originalBuyer) [inomega.warranty.5]");
  expect(texts.staff).toContain("14 days from delivery (January 10, 2025): the last day is January 24, 2025. [inomega.refund.3]");
  expect(texts.customer).toContain("Refund is not possible any more: the time for it ended on January 24, 2025.");
  expect(texts.customer).toContain("Repair or replacement is not possible (no longer the first buyer).");
});

it("explains a stored decision without its claim, leaving out the facts it does not hold", () => {
  const claim = caseOf("INO-023"), policy = merchant("inomega");
  const { staff, customer } = explain(decide(policy, claim), policy);
  expect(staff.map((section) => section.id)).not.toContain("facts");
  expect(customer.find((section) => section.id === "refused")?.sentences.map((line) => line.text)).toContain("Repair or replacement is not possible.");
});

it("names the setting that leaves an answer open", () => {
  const claim = caseOf("AMC-005"), { decision, texts } = told({ ...claim, askedAt: "2025-08-01", inspection: null });
  expect(decision.undetermined?.map((one) => one.setting)).toEqual(expect.arrayContaining(["newWarrantyTerm"]));
  expect(texts.customer).toContain(merchant("amcrest").settings?.["newWarrantyTerm"]?.says);
});

it.each([["JPY", "1300", "130", "￥|¥"], ["KWD", "12.505", "1.251", "KWD"]])("writes sums of %s with its own digits", (currency, price, fee, sign) => {
  const claim = caseOf("AMC-005"), zero = currency === "JPY" ? "0" : "0.000";
  const { customer, texts } = told({ ...claim, inspection: null, request: { ...claim.request, reason: "unwanted", condition: "like_new" }, money: { currency, unitPrice: price, quantity: 1, returnedQuantity: 1, discount: zero, tax: zero, shipping: zero } });
  expect(customer.find((section) => section.id === "refund")?.sums?.find((line) => line.amount.startsWith("-"))?.amount).toBe(`-${fee}`);
  expect(texts.customer).toMatch(new RegExp(sign));
});
