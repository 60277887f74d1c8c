/** The lint says "never" only where it is so: whatever any claim shows, the lint has listed. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { opposed } from "../../policy/check/opposed.ts";
import { choicesOf } from "../../policy/check/search.ts";
import { exampleClaim, type Days, type Word } from "../../policy/check/exampleClaim.ts";
import { situationOf } from "../../policy/check/situationOf.ts";
import { bare, check } from "../../policy/check.ts";
import { compile, type Atom } from "../../policy/compile.ts";
import { formatDay, parseDay } from "../../policy/dates.ts";
import type { FactName } from "../../policy/facts.ts";
import type { Policy } from "../../policy/policy.ts";
import { Evaluation, YES } from "../../policy/evaluation.ts";
import { readingsApplied } from "../../policy/readings.ts";
import { merchants } from "./merchants.ts";

const pair = (a: string, b: string): string => [a, b].sort().join(" ");
const standIns = { newWarrantyTerm: "1 year" };

/** Claims of any facts and days a policy can tell apart, made without the lint's search. */
function claimsOf(policy: Policy) {
  const compiled = compile(readingsApplied(policy), standIns);
  const facts = compiled.slots.filter(({ name }) => name !== "missing" && name !== "earlier").map((slot) => fc.record({ name: fc.constant(slot.name), word: fc.constantFrom(...choicesOf(slot).map((choice) => choice.word)) }));
  const day = fc.nat({ max: 1300 }), transit = fc.oneof(fc.nat({ max: 8 }), fc.nat({ max: 60 }));
  const around = fc.constantFrom(0, 30, 31, 60, 89, 90, 91, 180, 365, 366, 729, 730, 731).chain((n) => fc.integer({ min: -3, max: 3 }).map((d) => Math.max(0, n + d)));
  const days = fc.record({ start: day, transit, asked: around, registered: fc.option(fc.nat({ max: 40 })) }).map(({ start, transit: t, asked, registered }): Days => {
    const bought = parseDay("2022-01-05") + start, delivered = bought + t, on = delivered + Math.max(asked, registered ?? 0);
    return { purchase: `${formatDay(bought)}T12:00:00Z`, shipment: formatDay(bought), delivery: formatDay(delivered), asked: `${formatDay(on)}T12:00:00Z`, ...(registered === null ? {} : { registration: formatDay(delivered + registered) }) };
  });
  return { compiled, samples: fc.tuple(fc.tuple(...facts), days) };
}

/** Pairs of clauses that both speak on one matter and differ. */
function clashes(atoms: readonly Atom[], e: Evaluation): readonly string[] {
  const speaking = atoms.filter((atom) => e.speaks[atom.index] === YES);
  return speaking.flatMap((a, i) => speaking.slice(i + 1).flatMap((b) => (a.matter === b.matter && a.clause.id !== b.clause.id && opposed(a, b) ? [pair(a.clause.id, b.clause.id)] : [])));
}

const texts = [...merchants.values()].flatMap((policy) => [["as shipped", policy] as const, ["bare", bare(policy)] as const]);

describe.each(texts.map(([how, policy]) => [policy.merchant, how, policy] as const))("%s %s", (_, how, policy) => {
  const findings = check(policy);
  const listed = new Set(findings.map((finding) => pair(finding.clauses[0] ?? "", finding.clauses[1] ?? "")));
  const unreached = findings.filter((finding) => finding.kind === "never_reached" || finding.kind === "always_silenced").map((finding) => finding.message);
  const { compiled, samples } = claimsOf(policy);

  it("no claim shows a clash that is not listed, and none lets a clause speak that is said never to", () => {
    let read = 0, clashing = 0;
    fc.assert(fc.property(samples, ([facts, days]) => {
      const known = new Map<FactName, Word>(facts.flatMap(({ name, word }) => (word === undefined || name === "registered" ? [] : [[name, word] as const])));
      const claim = exampleClaim(policy.id, known, days);
      if (!claim) return;
      read++;
      const e = new Evaluation(compiled, situationOf(compiled, claim));
      const shown = clashes(compiled.atoms, e);
      clashing += shown.length;
      expect(shown.filter((both) => !listed.has(both))).toEqual([]);
      const silent = compiled.atoms.filter((atom) => e.speaks[atom.index] === YES && unreached.some((message) => message.startsWith(`${atom.clause.id}, ${atom.kind} ${atom.subject}:`)));
      expect(silent.map((atom) => atom.clause.id)).toEqual([]);
    }), { numRuns: 300 });
    expect(read).toBeGreaterThan(20);
    if (how === "bare" && policy.id === "camstro") expect(clashing).toBeGreaterThan(20);
  });
});
