/** A short run of `npm run fuzz`, and every input that once crashed (docs/threat-model.md). */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readPolicyText } from "../../policy/load.ts";
import { readPolicy } from "../../policy/policy.ts";
import { readingsApplied } from "../../policy/readings.ts";
import { notUsable } from "../../app/flows/notUsable.ts";
import { madeUpPolicy } from "../policy/merchants.ts";
import { fuzz } from "./fuzz.ts";
import { openLive } from "./live.ts";
import { seededOrders } from "./orders.ts";
import { targets, throwOne, useOrders } from "./targets.ts";

beforeAll(async () => useOrders(await seededOrders()), 120_000);

describe("hostile input", () => {
  it("ends in a decision, a refusal that names the field, or with a person", { timeout: 120_000 }, async () => {
    const { inputs, endings, crashes } = await fuzz(targets, { seed: Number(process.env["FUZZ_SEED"] ?? 1), inputs: 6_000 });
    expect(crashes).toEqual([]);
    expect(inputs).toBeGreaterThanOrEqual(6_000);
    // A run in which all is refused at the door would show nothing of what is behind it.
    for (const [name, counts] of Object.entries(endings)) expect(counts.refused > 0 && counts.decided > 0, name).toBe(true);
    for (const name of ["claims", "answers", "policy documents"]) expect(endings[name]?.review, name).toBeGreaterThan(0);
  });

  it("ends so on the app's own path too: webhooks over HTTP, answers spoilt on their way, files; and no money moves", { timeout: 120_000 }, async () => {
    const live = await openLive(), before = live.moved(), share = 1;
    try {
      const { endings, crashes } = await fuzz(live.targets.map((target) => ({ ...target, share })), { seed: Number(process.env["FUZZ_SEED"] ?? 1), inputs: 150 });
      expect(crashes).toEqual([]);
      expect(live.moved()).toBe(before);
      for (const [name, counts] of Object.entries(endings)) expect(counts.decided > 0 && counts.refused + counts.review > 0, name).toBe(true);
    } finally {
      await live.close();
    }
  });

  // What crashed when it was first thrown: a currency that is none (in a claim, in an answer), an answer that is null, a
  // circle of overrides in a policy's text, an amount too large to be exact.
  it.each([["claims", 1, 59], ["claims", 1, 286], ["answers", 1, 163], ["answers", 1, 522], ["answers", 2, 2871], ["policy texts", 1, 146]] as const)("%s of seed %i, number %i, is survived", async (name, seed, index) => {
    const target = targets.find((one) => one.name === name);
    if (!target) throw new Error(`no target ${name}`);
    expect(["decided", "review", "refused"]).toContain(await throwOne(target, seed, index));
  });
});

describe("a policy that a merchant brings", () => {
  const brought = (patch: object) => ({
    ...madeUpPolicy("clothing"), readings: [{ id: "Z-1", title: "t", type: "gap", clauses: ["C1"], recommended: "A", reason: "r", options: { A: { says: "s", patches: [patch] }, B: { says: "s" } } }],
  });
  const ids = madeUpPolicy("clothing").clauses.map(({ id }) => id);

  it.each(["__proto__.polluted", "constructor.prototype.polluted", "opens.__proto__.polluted", "hasOwnProperty"])("reaches no other object by a patch of %s", (path) => {
    const read = readPolicy(brought({ clause: ids[0], set: { [path]: true } }));
    if ("errors" in read) throw new Error(JSON.stringify(read.errors));
    expect(() => readingsApplied(read.policy)).toThrow();
    expect(notUsable(read.policy, {}, {})).toMatchObject([{ path: "policy" }]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("is refused where a patch makes a clause that is none", () => {
    const read = readPolicy(brought({ clause: ids[0], set: { opens: "everything" } }));
    if ("errors" in read) throw new Error(JSON.stringify(read.errors));
    expect(notUsable(read.policy, {}, {})[0]?.message).toContain("no clause");
  });

  it("does not unfold: aliases of aliases are refused, tags make no objects, a merge reaches no prototype", () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${["b", "c", "d", "e", "f", "g", "h", "i"].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[i]}`).join(",")}]`).join("\n")}\nclauses: *i\n`;
    expect(readPolicyText(bomb, "policy/merchants")).toMatchObject({ errors: [expect.objectContaining({ message: expect.stringMatching(/alias/i) as string })] });
    for (const text of ["!!js/function 'x'", "clauses: !!js/regexp /a/", "__proto__: { polluted: true }\nclauses: []", "<<: { __proto__: { polluted: true } }", "- 1", "null", "", "\u0000", "a: b: c"]) expect(readPolicyText(text, "policy/merchants"), text).toHaveProperty("errors");
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("reads no file but its readings' own folder", () => {
    const folder = mkdtempSync(join(tmpdir(), "recourse-"));
    mkdirSync(join(folder, "inside"));
    writeFileSync(join(folder, "outside.yaml"), "readings: [{ id: MARK-1 }]");
    expect(JSON.stringify(readPolicyText('id: x\nreadingsFrom: ["../outside"]\nclauses: []', join(folder, "inside")))).not.toMatch(/readings/);
    for (const name of ["../../package.json", "/etc/passwd", "..", "%2e%2e/x"]) expect(() => readPolicyText(`id: x\nreadingsFrom: ["${name}"]\nclauses: []`, "policy/merchants")).not.toThrow();
    expect(JSON.stringify(readPolicyText('id: x\nreadingsFrom: ["../../package.json"]\nclauses: []', "policy/merchants"))).not.toContain("recourse");
  });
});
