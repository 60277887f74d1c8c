import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Claim } from "../../policy/claim.ts";
import { dayIn, formatDay } from "../../policy/dates.ts";
import { decide, remediesOf } from "../../policy/decide.ts";
import type { Decision, RemedyAnswer } from "../../policy/decision.ts";
import { minorDigits, parseMinor, part } from "../../policy/money.ts";
import { asList, type Clause, type Policy, type Scope } from "../../policy/policy.ts";
import { readingsApplied } from "../../policy/readings.ts";
import { accepted, anyClaim, anyMoney } from "./anyClaim.ts";
import { madeUp, merchants } from "./merchants.ts";

/** Hundreds of claims each; on a busy machine that is more than the usual five seconds. */
vi.setConfig({ testTimeout: 120_000 });

const policies = [...merchants.values(), ...madeUp.values()];
/** The same claims on every run; another seed to look further. */
const seed = Number(process.env["LAWS_SEED"] ?? 20260301);
const runs = (numRuns: number): fc.Parameters<[Claim]> => ({ seed, numRuns: numRuns * Number(process.env["LAWS_TIMES"] ?? 1) });
const law = (policy: Policy, numRuns: number, holds: (claim: Claim) => void): void => fc.assert(fc.property(anyClaim(policy), holds), runs(numRuns));

const minor = (text: string | undefined, currency: string): number => (text === undefined ? 0 : parseMinor(text, minorDigits(currency)));
const offOf = (answer: RemedyAnswer, currency: string): number => answer.deductions.reduce((sum, fee) => sum + minor(fee.amount, currency), 0);
const baseOf = ({ base }: RemedyAnswer, currency: string): number => minor(base?.price, currency) + minor(base?.tax, currency) + minor(base?.shipping, currency);
const find = (decision: Decision, remedy: string): RemedyAnswer | undefined => decision.remedies.find((answer) => answer.remedy === remedy);

/** A decision with every list in one order and without the words of a refusal, of which one of several is quoted. */
function unordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unordered).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== "says").map(([name, one]) => [name, unordered(one)]));
}

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) for (const one of Object.values(Object.freeze(value))) frozen(one);
  return value;
}

describe.each(policies.map((policy) => [policy.id, policy] as const))("laws of %s", (_, policy) => {
  const ids = new Set(policy.clauses.map((clause) => clause.id));

  it("refund and deductions are what was paid: price, tax and the first delivery where it is given back", () => {
    law(policy, 400, (claim) => {
      const { currency, quantity, returnedQuantity, alreadyRefundedQuantity: before = 0 } = claim.money, m = claim.money;
      const share = (total: number): number => part(total, before, before + returnedQuantity, quantity);
      const goods = minor(m.unitPrice, currency) * quantity - minor(m.discount, currency) + (m.taxIncluded ? 0 : minor(m.tax, currency));
      for (const answer of decide(policy, claim).remedies.filter((one) => one.refund)) {
        expect(minor(answer.refund?.amount, currency) + offOf(answer, currency)).toBe(baseOf(answer, currency));
        expect(minor(answer.base?.price, currency) + minor(answer.base?.tax, currency)).toBe(share(goods));
        expect([0, share(minor(m.shipping, currency))]).toContain(minor(answer.base?.shipping, currency));
        expect(minor(answer.refund?.amount, currency)).toBeGreaterThanOrEqual(0);
        for (const fee of answer.deductions) expect(minor(fee.amount, currency)).toBeGreaterThan(0);
      }
    });
  });

  it("units given back in steps come to what they come to at once", () => {
    fc.assert(fc.property(anyClaim(policy), anyMoney, fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 6 }), (claim, money, steps) => {
      const { alreadyRefundedQuantity: _, ...whole } = { ...money, quantity: steps.reduce((a, b) => a + b), discount: "0", merchantLabelCost: "0", taxIncluded: false };
      const { currency } = whole, digits = minorDigits(currency);
      const atOnce = decide(policy, { ...claim, money: { ...whole, returnedQuantity: whole.quantity } });
      for (const answer of atOnce.remedies.filter((one) => one.refund)) {
        const sofar = { units: 0, given: 0, kept: 0, fees: new Map<string, number>() };
        for (const returnedQuantity of steps) {
          const text = (value: number): string => (value / 10 ** digits).toFixed(digits);
          const piece = find(decide(policy, { ...claim, money: { ...whole, returnedQuantity, alreadyRefundedQuantity: sofar.units, alreadyRefunded: text(sofar.given), alreadyDeducted: text(sofar.kept) } }), answer.remedy);
          if (!piece) throw new Error(`${answer.remedy} is gone in a step`);
          sofar.units += returnedQuantity;
          sofar.given += minor(piece.refund?.amount, currency);
          sofar.kept += offOf(piece, currency);
          for (const fee of piece.deductions) sofar.fees.set(fee.kind, (sofar.fees.get(fee.kind) ?? 0) + minor(fee.amount, currency));
        }
        expect(sofar.given + sofar.kept).toBe(minor(answer.refund?.amount, currency) + offOf(answer, currency));
        if (answer.deductions.length === 1 && answer.deductions.every((fee) => fee.kind === "restocking")) expect(sofar.fees.get("restocking")).toBe(offOf(answer, currency));
      }
    }), { seed, numRuns: 120 });
  });

  it("asking earlier loses no remedy but those that open later", () => {
    let compared = 0;
    law(policy, 500, (late) => {
      const start = late.item.deliveredAt?.[0];
      if (start === undefined) return;
      const { receivedAt: _, dispatchedAt: __, ...sendingBack } = late.sendingBack ?? {};
      const at = (askedAt: string): Claim => ({ ...late, askedAt, sendingBack, inspection: null });
      const first = dayIn(start, late.zone), last = dayIn(late.askedAt, late.zone);
      const then = decide(policy, at(formatDay(last)));
      for (const day of [first, Math.floor((first + last) / 2), last - 1]) {
        if (day < first || (late.item.registeredAt !== undefined && dayIn(late.item.registeredAt, late.zone) > day)) continue;
        const earlier = decide(policy, at(formatDay(day)));
        for (const { remedy } of then.remedies.filter((r) => r.status === "open" && !opensLate(policy, r.remedy))) {
          compared++;
          expect({ remedy, status: find(earlier, remedy)?.status }).toEqual({ remedy, status: "open" });
        }
      }
    });
    expect(compared).toBeGreaterThan(20);
  });

  it("the order of clauses changes nothing", () => {
    fc.assert(fc.property(fc.shuffledSubarray([...policy.clauses], { minLength: policy.clauses.length }), fc.array(anyClaim(policy), { minLength: 12, maxLength: 12 }), (clauses, claims) => {
      const shuffled = { ...policy, clauses };
      for (const claim of claims) expect(unordered(decide(shuffled, claim))).toEqual(unordered(decide(policy, claim)));
    }), { seed, numRuns: 20 });
  });

  it("what is decided while a fact is unknown holds whatever the fact is", () => {
    fc.assert(fc.property(anyClaim(policy), fc.subarray(Object.keys(forgettable), { minLength: 1, maxLength: 3 }), (claim, fields) => {
      const known = decide(policy, claim), unknown = decide(policy, forget(claim, fields));
      for (const { remedy } of unknown.remedies.filter((r) => r.status === "open")) expect({ remedy, fields, refused: refusedOutright(known, unknown, remedy) }).toEqual({ remedy, fields, refused: false });
      for (const { remedy } of unknown.declined) expect({ remedy, fields, open: find(known, remedy as never)?.status === "open" }).toEqual({ remedy, fields, open: false });
    }), { seed, numRuns: 600 * Number(process.env["LAWS_TIMES"] ?? 1) });
  });

  it("every answer and refusal cites clauses of the document", () => {
    law(policy, 300, (claim) => {
      const { remedies, declined } = decide(policy, claim);
      const cited = [...remedies.flatMap((r) => [r.because, ...[...r.deductions, ...r.charges, ...r.requires].map((one) => one.because)]), ...declined.map((d) => d.because)];
      for (const because of cited) {
        expect(because.length).toBeGreaterThan(0);
        for (const id of because) expect(ids).toContain(id);
      }
    });
  });

  it("a frozen claim and policy are decided, twice alike", () => {
    const still = frozen(structuredClone(policy));
    law(policy, 150, (claim) => {
      frozen(claim);
      expect(decide(still, claim)).toEqual(decide(still, claim));
    });
  });

  it("what was decided before leaves no trace", () => {
    const claims = fc.sample(anyClaim(policy), { seed, numRuns: 250 });
    const forth = structuredClone(policy), back = structuredClone(policy);
    const there = claims.map((claim) => decide(forth, claim));
    const andBack = [...claims].reverse().map((claim) => decide(back, claim)).reverse();
    expect(andBack).toEqual(there);
    const alone = claims.slice(0, 40).map((claim) => decide(structuredClone(policy), claim));
    expect(alone).toEqual(there.slice(0, 40));
  });

  it("no claim that is accepted is thrown at", () => {
    const strange = fc.record({ reason: fc.string({ minLength: 1, maxLength: 80 }), condition: fc.string({ minLength: 1, maxLength: 80 }), askedAt: fc.constantFrom("0001-01-01", "9999-12-31", "2024-02-29T23:59:59.999+14:00", "2026-03-29T01:30:00Z"), setting: fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null)), price: fc.constantFrom("0", "999999999", "0.01") });
    fc.assert(fc.property(anyClaim(policy), strange, (claim, odd) => {
      const settings = Object.fromEntries([...Object.keys(policy.settings ?? {}), "unheard"].map((name) => [name, odd.setting]));
      const input = { ...claim, askedAt: odd.askedAt, settings, request: { ...claim.request, reason: odd.reason, condition: odd.condition }, money: { ...claim.money, currency: "USD", unitPrice: odd.price, discount: "0", tax: "0", shipping: "0", merchantLabelCost: "0" } };
      const text = JSON.stringify(decide(policy, accepted(input)));
      expect(text).not.toMatch(/NaN|Infinity|undefined/);
    }), { seed, numRuns: 150 });
  });
});

/** Remedies with an opening, or without a closing, that holds only after some time. */
function opensLate(policy: Policy, remedy: string): boolean {
  const later = (scopes: Scope | readonly Scope[] | undefined): boolean => asList(scopes).some((scope) => scope.past !== undefined || asList(scope.age).some((age) => age.beyond !== undefined));
  const sooner = (scopes: Scope | readonly Scope[] | undefined): boolean => asList(scopes).some((scope) => scope.during !== undefined || scope.notYet !== undefined || asList(scope.age).some((age) => age.within !== undefined));
  const chained = new Set(policy.clauses.flatMap((clause) => asList(clause.term)).filter((term) => term.after !== undefined).map((term) => term.name));
  const opens = (clause: Clause): boolean => asList(clause.opens).some((effect) => asList(effect.remedy as string | string[]).includes(remedy) && (effect.after !== undefined || chained.has(effect.during ?? "") || later(effect.when) || later(clause.when)));
  const closes = (clause: Clause): boolean => asList(clause.closes).some((effect) => (effect.remedy === "all" || asList(effect.remedy as string | string[]).includes(remedy)) && (sooner(effect.when) || sooner(clause.when) || later(effect.unless) || later(clause.unless)));
  return policy.clauses.some((clause) => opens(clause) || closes(clause));
}

/** Fields whose absence means unknown (docs/claim.md), each with where it lies. */
const forgettable: Readonly<Record<string, readonly [keyof Claim, string]>> = {
  delivered: ["item", "deliveredAt"], status: ["order", "status"], class: ["item", "class"], category: ["item", "category"], condition: ["request", "condition"], state: ["request", "state"], packaging: ["request", "packaging"], complete: ["request", "complete"], unbound: ["request", "deviceUnboundAndReset"],
  channel: ["order", "channel"], countryOfPurchase: ["order", "countryOfPurchase"], proof: ["order", "proofOfPurchase"], value: ["order", "value"], kept: ["order", "keptValue"], buyer: ["customer", "originalBuyer"], country: ["customer", "country"], to: ["sendingBack", "toCountry"],
};

/** Refused, and not for want of something that the answer without the fact asks for. */
function refusedOutright(known: Decision, unknown: Decision, remedy: string): boolean {
  const asked = new Set(find(unknown, remedy)?.requires.flatMap((one) => one.because));
  return known.declined.some((d) => d.remedy === remedy && !d.because.some((id) => asked.has(id)));
}

function forget(claim: Claim, fields: readonly string[]): Claim {
  const copy = structuredClone(claim) as unknown as Record<string, Record<string, unknown> | undefined>;
  for (const [part, field] of fields.map((name) => forgettable[name] ?? (["item", "class"] as const))) delete copy[part]?.[field];
  return copy as unknown as Claim;
}

describe("the samples are not vacuous", () => {
  const samples = new Map<string, readonly Decision[]>();
  beforeAll(() => policies.forEach((policy) => samples.set(policy.id, fc.sample(anyClaim(policy), { seed, numRuns: 3000 }).map((claim) => decide(policy, claim)))), 120_000);
  const halves = (id: string): readonly (readonly Decision[])[] => {
    const all = samples.get(id) ?? [];
    return [all.filter((_, i) => i % 2 === 0), all.filter((_, i) => i % 2 === 1)];
  };
  const count = (decisions: readonly Decision[], holds: (decision: Decision) => boolean): number => decisions.filter(holds).length;

  const names = (effect: { remedy: string | readonly string[] }, remedy: string): boolean => effect.remedy === "all" || asList(effect.remedy).includes(remedy);

  it.each(policies.flatMap((policy) => remediesOf(policy).map((remedy) => [policy.id, remedy, policy] as const)))("%s: %s is to be had where a clause opens it, and refused where one closes it or ends its time, in both halves", (id, remedy, policy) => {
    const { clauses } = readingsApplied(policy);
    const openings = clauses.flatMap((clause) => asList(clause.opens)).filter((effect) => names(effect, remedy));
    const closings = clauses.flatMap((clause) => asList(clause.closes)).filter((effect) => effect.remedy !== "all" && names(effect, remedy));
    for (const half of halves(id)) {
      expect(count(half, (d) => find(d, remedy) !== undefined)).toBeGreaterThanOrEqual(openings.length ? 5 : 0);
      expect(count(half, (d) => d.declined.some((one) => one.remedy === remedy))).toBeGreaterThanOrEqual(closings.length || openings.some((effect) => effect.within) ? 1 : 0);
    }
  });

  const halvesOfAll = (): readonly (readonly Decision[])[] => [0, 1].map((half) => policies.flatMap((policy) => halves(policy.id)[half] ?? []));

  it.each(["remedies_open", "needs_evidence", "needs_human", "undetermined", "declined"])("outcome %s in both halves", (outcome) => {
    for (const half of halvesOfAll()) expect(count(half, (d) => d.outcome === outcome)).toBeGreaterThan(200);
  });

  it.each(["open", "needs_evidence", "needs_human", "waiting_for_stock"])("status %s in both halves", (status) => {
    for (const half of halvesOfAll()) expect(count(half, (d) => d.remedies.some((r) => r.status === status))).toBeGreaterThan(status === "waiting_for_stock" ? 10 : 200);
  });

  it.each(policies.map((policy) => [policy.id, policy] as const))("%s: every clause that decides is cited", (id, policy) => {
    const cited = new Set((samples.get(id) ?? []).flatMap((d) => [...d.remedies.flatMap((r) => [...r.because, ...r.requires.flatMap((one) => one.because), ...(r.promises ?? []).map((p) => p.clause)]), ...d.declined.flatMap((one) => one.because)]));
    const deciding = readingsApplied(policy).clauses.filter((clause) => clause.opens ?? clause.closes ?? clause.deducts ?? clause.charges ?? clause.needs).map((clause) => clause.id);
    expect(deciding.filter((one) => !cited.has(one))).toEqual([]);
  });

  it("refunds with and without deductions, whole and cut to nothing", () => {
    for (const half of halvesOfAll()) {
      const refunds = half.flatMap((d) => d.remedies.filter((r) => r.refund));
      expect(refunds.filter((r) => r.deductions.length > 0).length).toBeGreaterThan(100);
      expect(refunds.filter((r) => r.deductions.length === 0).length).toBeGreaterThan(100);
      expect(refunds.filter((r) => r.deductions.length > 0 && Number(r.refund?.amount) === 0).length).toBeGreaterThan(3);
      expect(refunds.filter((r) => Number(r.base?.shipping) > 0).length).toBeGreaterThan(20);
    }
  });
});
