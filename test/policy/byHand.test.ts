/** Claims of other situations than the worked cases', decided by hand from the texts (test/cases/by-hand.yaml): the engine says the same. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { expect, it } from "vitest";
import { decide } from "../../policy/decide.ts";
import type { Decision, Fee, RemedyAnswer } from "../../policy/decision.ts";
import { accepted } from "./anyClaim.ts";
import { merchant } from "./merchants.ts";

type HandCase = Readonly<{ id: string; text: string; about: string; claim: Readonly<Record<string, unknown>>; answer: Readonly<Record<string, string>> }>;
const { cases } = parse(readFileSync(new URL("../cases/by-hand.yaml", import.meta.url), "utf8")) as { cases: readonly HandCase[] };

const usual = {
  askedAt: "2025-03-20", zone: "America/New_York",
  order: { placedAt: "2025-03-03", status: "delivered", channel: "own_store", countryOfPurchase: "US", proofOfPurchase: true },
  item: { class: "new", category: "camera", deliveredAt: ["2025-03-10"] }, customer: { originalBuyer: true, country: "US" },
  request: { reason: "unwanted", condition: "like_new", packaging: "original", complete: true }, sendingBack: { toCountry: "US" },
  money: { currency: "USD", unitPrice: "100.00", quantity: 1, returnedQuantity: 1, discount: "0", tax: "0", shipping: "8.00" },
};

/** The usual claim with dotted paths set. */
function claimOf({ id, claim }: HandCase) {
  const whole: Record<string, unknown> = { id, ...structuredClone(usual) };
  for (const [path, value] of Object.entries(claim)) {
    const [first = "", second] = path.split(".");
    if (second === undefined) whole[first] = value;
    else whole[first] = { ...(whole[first] as object), [second]: value };
  }
  return accepted(whole);
}

const feeText = (sign: string) => ({ kind, amount }: Fee): string => `${sign}${kind} ${amount}`;

function inShort(r: RemedyAnswer): string {
  return [
    r.status, r.refund?.amount, ...r.deductions.map(feeText("-")), ...r.charges.map(feeText("+")), `${r.freight.return}/${r.freight.outbound}`, r.dutiesPaidBy && `duties ${r.dutiesPaidBy}`,
    r.replacement && `${r.replacement.condition} ${r.replacement.model}`, `until ${r.until ?? "never"}`, r.termsUntil === r.until ? undefined : `terms ${r.termsUntil ?? "never"}`,
  ].filter(Boolean).join(" ");
}

const answerOf = ({ remedies, declined }: Decision, named: readonly string[]): Record<string, string> => ({
  ...Object.fromEntries(declined.filter(({ remedy }) => named.includes(remedy)).map(({ remedy }) => [remedy, "no"])), ...Object.fromEntries(remedies.map((r) => [r.remedy, inShort(r)])),
});

it.each(cases.map((one) => [one.id, one.about, one] as const))("%s: %s", (_id, _about, one) => {
  const claim = claimOf(one);
  expect(answerOf(decide(merchant(claim.policy), claim), Object.keys(one.answer))).toEqual(one.answer);
});

it("there are thirty and more, of every merchant, each with the section that decides", () => {
  expect(cases.length).toBeGreaterThan(30);
  expect(new Set(cases.map(({ claim }) => claim["policy"])).size).toBe(5);
  expect(cases.every(({ text }) => text.length > 8)).toBe(true);
});
