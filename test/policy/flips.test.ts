import { describe, expect, it } from "vitest";
import { decide } from "../../policy/decide.ts";
import type { Decision } from "../../policy/decision.ts";
import { readingsApplied } from "../../policy/readings.ts";
import { merchant, merchants, secondReading, table, worked } from "./merchants.ts";

/** What a case becomes under another reading: refused remedies, and what of an open one is as given. */
type Flip = Readonly<{ case: string; reading: string; option: string; outcome?: string; declined?: readonly string[]; remedy?: string; has?: Readonly<Record<string, unknown>> }>;
const flips = table<readonly Flip[]>("flips");

const claimOf = (id: string) => {
  const found = worked.find((c) => c.id === id);
  if (!found) throw new Error(`no case ${id}`);
  return found.claim;
};
const withoutReadings = ({ readings: _, ...rest }: Decision): unknown => rest;

describe("another reading changes the answer as its case says", () => {
  it.each(flips.map((flip) => [`${flip.case} ${flip.reading}:${flip.option}`, flip] as const))("%s", (_, flip) => {
    const claim = claimOf(flip.case), policy = merchant(claim.policy);
    const usual = decide(policy, claim), other = decide(readingsApplied(policy, { [flip.reading]: flip.option }), claim);
    expect(withoutReadings(other)).not.toEqual(withoutReadings(usual));
    if (flip.outcome) expect(other.outcome).toBe(flip.outcome);
    for (const remedy of flip.declined ?? []) {
      expect(other.remedies.map((r) => r.remedy)).not.toContain(remedy);
      expect(other.declined.map((d) => d.remedy)).toContain(remedy);
    }
    if (flip.remedy) expect(other.remedies.find((r) => r.remedy === flip.remedy)).toMatchObject(flip.has ?? {});
  });

  it("covers every other reading that the worked cases name", () => {
    const named = worked.flatMap((c) => c.otherReadings.map((o) => `${c.id} ${o.ambiguity}:${o.reading}`));
    expect(flips.map((flip) => `${flip.case} ${flip.reading}:${flip.option}`).sort()).toEqual(named.sort());
    expect(flips.length).toBeGreaterThanOrEqual(30);
  });
});

/** Other options that no worked case names, with what of an answer they change: the day a remedy ends, its condition, or whether it is there. */
describe("the other reading of a contradiction", () => {
  const endOf = (id: string, remedy: string, choices: Readonly<Record<string, string>>): string | null | undefined => {
    const claim = [...worked, ...secondReading].find((one) => one.id === id)?.claim;
    if (!claim) throw new Error(`no case ${id}`);
    const answer = decide(readingsApplied(merchant(claim.policy), choices), claim).remedies.find((one) => one.remedy === remedy);
    return answer && (answer.onlyIf ?? answer.until);
  };
  it.each([
    ["AMC-2", "B", "AMC-021", "replacement", "2025-02-28", undefined],
    ["CAM-3", "B", "CAM-058", "repair", "2026-01-10", undefined],
    ["CAM-12", "B", "CAM-010", "refund", "2025-05-03", "2025-05-01"],
    ["CAM-20", "B", "CAM-2055", "cancel", null, undefined],
    ["CAM-24", "B", "CAM-060", "replacement", "2025-06-01", "2025-07-01"],
    ["INO-3", "B", "INO-005", "refund", "2025-03-20", undefined],
    ["KIM-11", "B", "KIM-004", "replacement", "not_repairable", "2025-03-08"],
    ["SAF-3", "B", "SAF-2010", "refund", "2025-04-09", undefined],
  ] as const)("%s:%s changes %s %s", (reading, option, id, remedy, usual, other) => {
    expect([endOf(id, remedy, {}), endOf(id, remedy, { [reading]: option })]).toEqual([usual, other]);
  });
});

it("business days without the holidays given (X-11 B) end earlier", () => {
  const claim = claimOf("AMC-038"), policy = merchant("amcrest");
  const target = (by: Parameters<typeof decide>[0]) => decide(by, claim).remedies[0]?.promises?.find((promise) => promise.kind === "target")?.due;
  expect([target(policy), target(readingsApplied(policy, { "X-11": "B" }))]).toEqual(["2025-12-29", "2025-12-26"]);
});

describe.each([...merchants.values()])("readings of $merchant", (policy) => {
  it.each((policy.readings ?? []).flatMap((reading) => Object.keys(reading.options).map((letter) => [reading.id, letter] as const)))("%s:%s can be chosen", (id, letter) => {
    const claim = claimOf(worked.find((c) => c.claim.policy === policy.id)?.id ?? "");
    expect(decide(readingsApplied(policy, { [id]: letter }), claim).policy.id).toBe(policy.id);
  });

  it("refuses a reading or an option that does not exist", () => {
    expect(() => readingsApplied(policy, { "ZZZ-1": "A" })).toThrow(/ZZZ-1/);
    expect(() => readingsApplied(policy, { [policy.readings?.[0]?.id ?? ""]: "Z" })).toThrow(/no option Z/);
  });
});
