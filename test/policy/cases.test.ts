import { describe, expect, it } from "vitest";
import { readClaim } from "../../policy/claim.ts";
import { decide } from "../../policy/decide.ts";
import { differences } from "./agrees.ts";
import { merchant, secondReading, worked } from "./merchants.ts";

describe.each([["worked", worked], ["second reading", secondReading]] as const)("%s cases", (_, cases) => {
  it.each(cases.map((c) => [c.id, c.title, c] as const))("%s %s", (_id, _title, c) => {
    const read = readClaim(c.claim);
    if ("errors" in read) throw new Error(JSON.stringify(read.errors));
    expect(differences(c.expected, decide(merchant(read.claim.policy), read.claim))).toEqual([]);
  });
});

it("the comparison notices a wrong day, amount, payer, clause and need", () => {
  const c = worked.find((one) => one.id === "AMC-005");
  if (!c) throw new Error("AMC-005 is gone");
  const right = decide(merchant("amcrest"), c.claim);
  const spoil = (change: (remedy: Record<string, unknown>) => void): readonly string[] => {
    const copy = structuredClone(right) as unknown as { remedies: Record<string, unknown>[] };
    for (const remedy of copy.remedies) change(remedy);
    return differences(c.expected, copy as never);
  };
  expect(differences(c.expected, right)).toEqual([]);
  expect(spoil((r) => { r["until"] = "2025-04-04"; r["termsUntil"] = "2025-04-04"; })).not.toEqual([]);
  expect(spoil((r) => { if (r["refund"]) r["refund"] = { amount: "229.43", currency: "USD" }; })).not.toEqual([]);
  expect(spoil((r) => { r["freight"] = { return: "customer", outbound: "none" }; })).not.toEqual([]);
  expect(spoil((r) => { r["because"] = ["amcrest.13.1"]; })).not.toEqual([]);
  expect(spoil((r) => { r["requires"] = []; })).not.toEqual([]);
});

describe("what would change an answer", () => {
  const offersFinding = ({ claim }: (typeof worked)[number]): boolean => (decide(merchant(claim.policy), claim).changes ?? []).some(({ fact }) => fact === "inspection.finding");

  it("names findings of an inspection only while none has been made", () => {
    const inspected = worked.filter(({ claim }) => claim.inspection?.finding !== undefined);
    expect(inspected.length).toBeGreaterThan(5);
    expect(inspected.filter(offersFinding).map(({ id }) => id)).toEqual([]);
    const uninspected = inspected.map((one) => ({ ...one, claim: { ...one.claim, inspection: undefined } }));
    expect(uninspected.filter(offersFinding).length).toBeGreaterThan(2);
  });
});
