/**
 * Claims are found again by the facts that matter for their reason, packed into a few numbers: these must tell apart what
 * those facts tell apart, and claims they do not tell apart must be answered alike.
 */
import fc from "fast-check";
import { expect, it } from "vitest";
import { NO_DATE } from "../../policy/compile.ts";
import { factBits, readerOf, readFacts } from "../../policy/factReader.ts";
import { reasonedIn } from "../../policy/reasoned.ts";
import { runnerFor } from "../../policy/runner.ts";
import { clockStates, worthSide } from "../../policy/situation.ts";
import { anyClaim } from "./anyClaim.ts";
import { madeUp, merchants } from "./merchants.ts";

const policies = [...merchants.values(), ...madeUp.values()].map((policy) => [policy.id, policy] as const);

it.each(policies)("%s: claims alike in all facts are found as one kind, and claims of one kind are answered alike", (_, policy) => {
  const { compiled, facts } = runnerFor(policy, undefined);
  const byRow = new Map<string, readonly number[]>(), byBits = new Map<string, string>();
  let merged = 0;
  for (const claim of fc.sample(anyClaim(policy), { numRuns: 1000, seed: 20 })) {
    const reader = readerOf(facts, claim), hash = readFacts(reader, facts.parts), row = `${hash} ${reader.row.join()}`;
    const bits = factBits(compiled.slots, claim), other = byRow.get(row);
    expect(byBits.get(bits.join()) ?? row).toBe(row);
    byBits.set(bits.join(), row);
    byRow.set(row, other ?? bits);
    if (!other || other.join() === bits.join()) continue;
    merged++;
    const worths = compiled.worths.map((_, i) => worthSide(compiled, i, claim));
    for (const clocks of [clockStates(compiled, claim), compiled.clocks.map(() => NO_DATE)]) expect(reasonedIn(compiled, { facts: bits, clocks, worths })).toEqual(reasonedIn(compiled, { facts: other, clocks, worths }));
  }
  expect(byRow.size).toBeGreaterThan(60);
  expect(merged).toBeGreaterThan(0);
});
