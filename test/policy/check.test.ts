import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { bare, check, type Finding } from "../../policy/check.ts";
import { readClaim } from "../../policy/claim.ts";
import { decide } from "../../policy/decide.ts";
import { loadFloors } from "../../policy/load.ts";
import type { Reading } from "../../policy/policy.ts";
import { merchants } from "./merchants.ts";

const floors = loadFloors(fileURLToPath(new URL("../../policy/merchants/floors.yaml", import.meta.url)));
const policies = [...merchants.values()];
const shipped = new Map(policies.map((policy) => [policy.id, check(policy, floors)]));
const asText = new Map(policies.map((policy) => [policy.id, check(bare(policy))]));

/** The pairs of clauses that some option of a reading lets override each other. */
const settledPairs = (reading: Reading): readonly string[] =>
  Object.values(reading.options).flatMap((option) => (option.patches ?? []).flatMap((patch) => ("set" in patch && Array.isArray(patch.set["overrides"]) ? patch.set["overrides"].map((over) => pair(patch.clause, String(over))) : [])));
const pair = (a: string, b: string): string => [a, b].sort().join(" ");

/** Found: a finding between two of the reading's own clauses, or between two that the reading makes one override. */
const finds = (reading: Reading) => ({ clauses }: Finding): boolean => {
  const own = clauses.filter((id) => reading.clauses.includes(id));
  return own.length > 1 || (clauses.length === 2 && settledPairs(reading).includes(pair(clauses[0] ?? "", clauses[1] ?? "")));
};

const contradictions = policies.flatMap((policy) => (policy.readings ?? []).filter((reading) => reading.type === "contradiction").map((reading) => [policy.id, reading] as const));
const kindsFor = (id: string, reading: Reading): readonly string[] => [...new Set((asText.get(id) ?? []).filter(finds(reading)).map((finding) => finding.kind))].sort();

/** What the lint sees of the contradictions that readers of the five texts have found; docs/lint.md says why three are beyond it. */
const seen: Readonly<Record<string, readonly string[]>> = {
  "CAM-1": ["term"], "CAM-3": ["availability"], "CAM-10": ["availability"], "CAM-11": ["freight"], "CAM-12": ["availability", "two_starts"], "CAM-18": ["freight"],
  "CAM-20": ["availability"], "CAM-23": ["availability"], "CAM-29": ["promise"], "AMC-2": ["availability"], "AMC-3": ["two_starts"], "AMC-4": ["gives"], "AMC-10": ["freight"],
  "AMC-13": ["promise"], "AMC-15": ["paid_instead"], "KIM-2": ["freight"], "INO-1": ["term"], "INO-3": ["availability"], "INO-17": ["choice"], "SAF-3": ["availability"],
};
const beyond = ["CAM-30", "SAF-4", "SAF-5"];

describe("the five policies without overrides and readings", () => {
  it("are the 23 contradictions of the readings, each seen or known to be beyond the lint", () => {
    expect(contradictions.map(([, reading]) => reading.id).sort()).toEqual([...Object.keys(seen), ...beyond].sort());
  });

  it.each(contradictions.filter(([, reading]) => reading.id in seen).map(([id, reading]) => [reading.id, id, reading] as const))("shows %s", (name, id, reading) => {
    expect(kindsFor(id, reading)).toEqual(expect.arrayContaining([...(seen[name] ?? ["?"])]));
  });

  it("shows the two beginnings of 30 days one on each side", () => {
    const starts = (asText.get("amcrest") ?? []).filter((finding) => finding.kind === "two_starts").map((finding) => finding.message);
    expect(starts).toEqual([expect.stringMatching(/^30 days run from delivery in .*amcrest\.1\.3.* and from purchase in .*amcrest\.3\.4/)]);
  });

  it.each(contradictions.filter(([, reading]) => beyond.includes(reading.id)).map(([id, reading]) => [reading.id, id, reading] as const))("cannot show %s", (_, id, reading) => {
    expect(kindsFor(id, reading)).toEqual([]);
  });

  it("is a policy with nothing resolved", () => {
    for (const policy of policies) {
      expect(bare(policy).clauses.some((clause) => clause.overrides)).toBe(false);
      expect(bare(policy).readings).toEqual([]);
    }
  });
});

describe.each(policies)("$merchant as shipped", (policy) => {
  const found = shipped.get(policy.id) ?? [];

  it("passes: no error, and no warning but those accepted in docs/lint.md", () => {
    const accepted = readFileSync(fileURLToPath(new URL("../../docs/lint.md", import.meta.url)), "utf8");
    expect(found.filter((finding) => finding.level === "error")).toEqual([]);
    for (const finding of found.filter((f) => f.level === "warning")) expect(accepted).toContain(finding.clauses.map((id) => `\`${id}\``).join(" and "));
  });

  it("gives examples that are claims and can be decided", () => {
    const examples = [...found, ...(asText.get(policy.id) ?? [])].flatMap((finding) => finding.example ?? []);
    for (const { claim, says } of examples) {
      expect(readClaim(claim)).toEqual({ claim });
      expect(says).toMatch(/\S/);
      expect(decide(policy, claim).claim).toBe(claim.id);
    }
  });
});

describe("an example shows what its finding says", () => {
  const examples = (kind: Finding["kind"]): readonly (readonly [Finding, string])[] => policies.flatMap((policy) => (asText.get(policy.id) ?? []).filter((finding) => finding.kind === kind && finding.example).map((finding) => [finding, policy.id] as const));

  it("opened and closed: the text as it stands refuses and cites the closing clause", () => {
    const all = examples("availability");
    expect(all.length).toBeGreaterThan(15);
    for (const [finding, id] of all) {
      const policy = bare(policies.find((p) => p.id === id) ?? policies[0] as (typeof policies)[0]);
      const declined = decide(policy, finding.example?.claim ?? ({} as never)).declined;
      expect(declined.flatMap((refusal) => refusal.because)).toContain(finding.clauses[1]);
    }
  });

  it("never the same clause twice, and each with the two clauses it names", () => {
    for (const [finding] of [...examples("freight"), ...examples("term"), ...examples("gives"), ...examples("promise")]) expect(new Set(finding.clauses).size).toBe(2);
  });
});

describe("time", () => {
  it("is a few seconds for the longest policy", () => {
    const longest = policies.reduce((a, b) => (b.clauses.length > a.clauses.length ? b : a));
    const before = process.cpuUsage();
    check(longest, floors);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(5);
  });
});
