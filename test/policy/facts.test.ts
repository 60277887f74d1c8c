/** Claims are found again by their facts packed into a few numbers: these must tell apart what the facts tell apart, and nothing else. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { factBits, factReader, readFacts } from "../../policy/factReader.ts";
import { runnerFor } from "../../policy/runner.ts";
import { anyClaim } from "./anyClaim.ts";
import { madeUp, merchants } from "./merchants.ts";

it.each([...merchants.values(), ...madeUp.values()].map((policy) => [policy.id, policy] as const))("%s: packed facts and facts tell the same claims apart", (_, policy) => {
  const { slots } = runnerFor(policy, undefined).compiled, reader = factReader(slots);
  const byRow = new Map<string, string>(), byBits = new Map<string, string>();
  for (const claim of fc.sample(anyClaim(policy), { numRuns: 400, seed: 20 })) {
    const hash = readFacts(reader, claim), row = `${hash} ${reader.row.join()}`, bits = factBits(slots, claim).join();
    expect(byRow.get(row) ?? bits).toBe(bits);
    expect(byBits.get(bits) ?? row).toBe(row);
    byRow.set(row, bits);
    byBits.set(bits, row);
  }
  expect(byBits.size).toBeGreaterThan(100);
});
