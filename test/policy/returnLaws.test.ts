import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { Claim } from "../../policy/claim.ts";
import { decide } from "../../policy/decide.ts";
import { decideReturn, type ReturnDecision } from "../../policy/decideReturn.ts";
import type { RemedyAnswer } from "../../policy/decision.ts";
import { minorDigits, parseMinor } from "../../policy/money.ts";
import type { Policy } from "../../policy/policy.ts";
import { anyClaim } from "./anyClaim.ts";
import { madeUp, merchants } from "./merchants.ts";

/** Hundreds of claims each; on a busy machine that is more than the usual five seconds. */
vi.setConfig({ testTimeout: 120_000 });

const policies = [...merchants.values(), ...madeUp.values()];
const seed = Number(process.env["LAWS_SEED"] ?? 20260301);
const numRuns = 80 * Number(process.env["LAWS_TIMES"] ?? 1);

/** Up to four lines of one order, each other one of the same kind as the first; order, day and currency are the first's. */
const anyReturn = (policy: Policy): fc.Arbitrary<readonly Claim[]> =>
  fc.tuple(fc.array(anyClaim(policy), { minLength: 2, maxLength: 16 }), fc.boolean()).map(([claims, unwanted]) => {
    const lead = claims.find((claim) => claim.money.currency === "EUR" || claim.money.currency === "GBP") ?? (claims[0] as Claim);
    const first = unwanted ? { ...lead, inspection: null, request: { ...lead.request, reason: "unwanted", state: "sealed" as const } } : lead;
    const alike = claims.filter((claim) => claim.money.currency === first.money.currency).slice(0, 4);
    return alike.map((claim, i) => ({ ...claim, id: `line${i}`, askedAt: first.askedAt, zone: first.zone, settings: first.settings, order: first.order, request: { ...claim.request, reason: first.request.reason }, ...(i % 2 ? { item: first.item, request: first.request, customer: first.customer, inspection: first.inspection } : {}) }));
  });

function decided(policy: Policy, claims: readonly Claim[]): ReturnDecision {
  const got = decideReturn(policy, claims);
  if ("errors" in got) throw new Error(JSON.stringify(got.errors));
  return got.decision;
}

const minor = (text: string | undefined, currency: string): number => (text === undefined || text === "quote" ? 0 : parseMinor(text, minorDigits(currency)));
const off = (answer: RemedyAnswer, currency: string): number => answer.deductions.reduce((sum, fee) => sum + minor(fee.amount, currency), 0);
const base = ({ base: b }: RemedyAnswer, currency: string): number => minor(b?.price, currency) + minor(b?.tax, currency) + minor(b?.shipping, currency);

describe.each(policies.map((policy) => [policy.id, policy] as const))("laws of returns of %s", (_, policy) => {
  const law = (holds: (claims: readonly Claim[], decision: ReturnDecision) => void): void => fc.assert(fc.property(anyReturn(policy), (claims) => holds(claims, decided(policy, claims))), { seed, numRuns });

  it("each line's refund and deductions are what was paid for it, and none is below nothing", () => {
    law(([first], { lines }) => {
      const currency = first?.money.currency ?? "";
      for (const { counted } of lines.filter((line) => line.counted?.refund)) {
        if (!counted) continue;
        expect(minor(counted.refund?.amount, currency) + off(counted, currency)).toBe(base(counted, currency));
        expect(minor(counted.refund?.amount, currency)).toBeGreaterThanOrEqual(0);
      }
    });
  });

  it("a fee of the return is what its lines carry, and no more than the highest of them alone", () => {
    law((_, { lines, shared }) => {
      expect(new Set(shared.map((fee) => `${fee.kind} ${fee.currency}`)).size).toBe(shared.length);
      for (const fee of shared.filter((one) => one.amount !== "quote")) {
        expect(fee.lines.reduce((sum, line) => sum + minor(line.amount, fee.currency), 0)).toBe(minor(fee.amount, fee.currency));
        const alone = lines.flatMap(({ decision }) => decision.remedies.flatMap((r) => [...r.deductions, ...r.charges])).filter((one) => one.kind === fee.kind).map((one) => minor(one.whole ?? one.amount, fee.currency));
        expect(minor(fee.amount, fee.currency)).toBeLessThanOrEqual(Math.max(...alone));
      }
    });
  });

  it("totals are the sums of the lines, and the order of lines changes no total", () => {
    law((claims, decision) => {
      const currency = claims[0]?.money.currency ?? "", total = decision.totals.find((one) => one.currency === currency);
      const counted = decision.lines.flatMap((line) => (line.counted ? [line.counted] : []));
      expect(minor(total?.refund, currency)).toBe(counted.reduce((sum, answer) => sum + minor(answer.refund?.amount, currency), 0));
      expect(minor(total?.deductions, currency)).toBe(counted.reduce((sum, answer) => sum + off(answer, currency), 0));
      const turned = decided(policy, [...claims].reverse());
      expect([turned.outcome, turned.totals.find((one) => one.currency === currency)]).toEqual([decision.outcome, { ...total, quotes: expect.arrayContaining([...(total?.quotes ?? [])]) }]);
    });
  });

  it("one line alone gets what decide says", () => {
    fc.assert(fc.property(anyClaim(policy), (claim) => {
      const { value: _, ...order } = claim.order, { bundle: __, ...item } = claim.item, alone = { ...claim, order, item };
      const { lines } = decided(policy, [alone]), { remedies, outcome } = decide(policy, alone);
      const best = remedies.find((r) => r.status === "open") ?? remedies[0];
      const plain = (answer: RemedyAnswer | undefined): unknown => answer && [answer.remedy, answer.refund, answer.deductions.map((fee) => `${fee.kind} ${fee.amount}`).sort(), answer.charges.map((fee) => `${fee.kind} ${fee.amount}`).sort()];
      expect(plain(lines[0]?.counted)).toEqual(plain(best));
      if (!best) expect(lines[0]?.outcome).toBe(outcome);
    }), { seed, numRuns });
  });
});

it("the samples are not vacuous: shared fees over several lines, lines refused beside others", () => {
  const all = policies.flatMap((policy) => fc.sample(anyReturn(policy), { seed, numRuns: 300 }).map((claims) => decided(policy, claims)));
  expect(all.filter((d) => d.shared.some((fee) => fee.lines.length > 1)).length).toBeGreaterThan(10);
  expect(all.filter((d) => d.lines.some((line) => line.comesBack) && d.lines.some((line) => line.outcome === "declined")).length).toBeGreaterThan(20);
  expect(all.filter((d) => d.lines.length > 2).length).toBeGreaterThan(200);
});
