import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decide } from "../../policy/decide.ts";
import { merchant, merchants, worked } from "./merchants.ts";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const cli = at("../../policy/cli.ts"), shipped = at("../../policy/merchants");
type Ran = Readonly<{ status: number | null; out: string; err: string }>;

/** Runs the real command; input is written whole, or in the chunks given. */
function policy(args: readonly string[], input: string | readonly Uint8Array[] = "", nodeFlags: readonly string[] = []): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...nodeFlags, cli, ...args], { stdio: ["pipe", "pipe", "pipe"] });
    let out = "", err = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
    child.on("error", reject).on("close", (status) => resolve({ status, out, err }));
    child.stdin.on("error", () => undefined);
    for (const chunk of typeof input === "string" ? [input] : input) child.stdin.write(chunk);
    child.stdin.end();
  });
}

let folder = "";
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), "policy-cli-")); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const claimOf = (id: string) => {
  const found = worked.find((c) => c.id === id);
  if (!found) throw new Error(`no case ${id}`);
  return found.claim;
};
const linesOf = (text: string): unknown[] => text.trimEnd().split("\n").map((line) => JSON.parse(line) as unknown);

describe("decide", () => {
  it("answers each line with one line, in order, as decide does", async () => {
    const { status, out, err } = await policy(["decide"], worked.map((c) => `${JSON.stringify(c.claim)}\n`).join(""));
    expect([status, err]).toEqual([0, ""]);
    expect(linesOf(out)).toEqual(worked.map((c) => JSON.parse(JSON.stringify(decide(merchant(c.claim.policy), c.claim))) as unknown));
  });

  it("puts what is wrong with a line in its place and decides the rest", async () => {
    const good = claimOf("AMC-005"), { id, ...nameless } = good;
    const lines = [JSON.stringify(good), "not json", "", "[]", JSON.stringify({ ...good, policy: "nobody" }), JSON.stringify(nameless), JSON.stringify({ ...good, money: { ...good.money, returnedQuantity: 9 }, zone: "Nowhere/Here" }), JSON.stringify({ ...good, surprise: 1 }), JSON.stringify(good)];
    const { status, out } = await policy(["decide"], lines.join("\n"));
    const answers = linesOf(out) as { claim: string | null; errors?: { path: string; message: string }[] }[];
    expect(status).toBe(1);
    expect(answers).toHaveLength(lines.length);
    expect(answers.map((answer) => answer.claim)).toEqual([id, null, null, null, id, null, id, id, id]);
    expect(answers.map((answer) => answer.errors?.map((error) => error.path).sort())).toEqual([undefined, [""], [""], [""], ["policy"], ["id"], ["money.returnedQuantity", "zone"], ["surprise"], undefined]);
    expect(answers[4]?.errors?.[0]?.message).toContain("nobody");
  });

  it("reads lines however they are cut: byte by byte, with CRLF, with a line separator in a text, without a last line end", async () => {
    const claim = { ...claimOf("AMC-005"), id: "é—\u2028😀" }, bytes = new TextEncoder().encode(`${JSON.stringify(claim)}\r\n${JSON.stringify(claim)}`);
    const { status, out } = await policy(["decide"], Array.from({ length: Math.ceil(bytes.length / 3) }, (_, i) => bytes.subarray(i * 3, i * 3 + 3)));
    expect(status).toBe(0);
    expect((linesOf(out) as { claim: string }[]).map((answer) => answer.claim)).toEqual([claim.id, claim.id]);
  });

  it("does not keep a line without end", async () => {
    const { status, out } = await policy(["decide"], `"${"x".repeat(3_000_000)}"\n${JSON.stringify(claimOf("AMC-005"))}\n`);
    expect(status).toBe(1);
    expect(linesOf(out)).toMatchObject([{ claim: null, errors: [{ path: "" }] }, { claim: "AMC-005", outcome: "remedies_open" }]);
  });

  it("writes nothing for no line", async () => expect(await policy(["decide"])).toEqual({ status: 0, out: "", err: "" }));

  it("takes a folder of policies and a reading", async () => {
    const own = mkdtempSync(join(folder, "own-"));
    for (const name of ["amcrest.yaml", "common.yaml"]) writeFileSync(join(own, name), readFileSync(join(shipped, name)));
    const input = [claimOf("AMC-005"), claimOf("INO-023")].map((claim) => `${JSON.stringify(claim)}\n`).join("");
    const { status, out } = await policy(["decide", "--policies", own], input);
    expect(status).toBe(1);
    expect(linesOf(out)).toMatchObject([{ claim: "AMC-005", outcome: "remedies_open" }, { claim: "INO-023", errors: [{ path: "policy" }] }]);
    const flipped = await policy(["decide", "--reading", "X-1=B"], input);
    expect(linesOf(flipped.out)).toMatchObject([{ remedies: [{ remedy: "refund", until: "2025-04-02" }, {}] }, { claim: "INO-023" }]);
  });

  it("decides more than 30,000 claims in one process, in a heap smaller than what it reads and writes", async () => {
    const megabytes = 64;
    const input = Array.from({ length: 33_000 }, (_, i) => `${JSON.stringify({ ...worked[i % worked.length]?.claim, id: `c${i}` })}\n`).join("");
    const { status, out, err } = await policy(["decide"], input, [`--max-old-space-size=${megabytes}`]);
    const answers = out.trimEnd().split("\n");
    expect([status, err]).toEqual([0, ""]);
    expect(answers).toHaveLength(33_000);
    expect(JSON.parse(answers[32_999] ?? "")).toMatchObject({ claim: "c32999" });
    expect(input.length + out.length).toBeGreaterThan(megabytes * 1_048_576);
  }, 120_000);
});

describe("explain", () => {
  it("explains for the customer, or for staff with clauses", async () => {
    const claim = file("claim.json", JSON.stringify(claimOf("AMC-005")));
    const customer = await policy(["explain", "--claim", claim]), staff = await policy(["explain", "--claim", claim, "--for", "staff"]);
    expect([customer.status, staff.status]).toEqual([0, 0]);
    expect(customer.out).toContain("You get back $229.44.");
    expect(customer.out).not.toContain("amcrest.1.3");
    expect(staff.out).toContain("[amcrest.1.3");
    expect((await policy(["explain", "--claim", "-"], JSON.stringify(claimOf("AMC-005")))).out).toBe(customer.out);
  });

  it("says what is wrong with a claim, and which flag or file is", async () => {
    const bad = await policy(["explain", "--claim", file("bad.json", JSON.stringify({ ...claimOf("AMC-005"), zone: "Mars/Crater" }))]);
    expect([bad.status, bad.err]).toEqual([1, "zone is not an IANA time zone\n"]);
    const whom = await policy(["explain", "--claim", "-", "--for", "judge"]);
    expect([whom.status, whom.err]).toEqual([2, "--for is one of customer, staff, not judge.\n"]);
    expect((await policy(["explain"])).status).toBe(2);
    expect(await policy(["explain", "--claim", join(folder, "nothing.json")])).toMatchObject({ status: 2, err: expect.stringContaining("nothing.json") as string });
    expect((await policy(["explain", "--claim", file("text.json", "{")])).err).toContain("is not JSON");
  });
});

it("page writes both formats, by id or file", async () => {
  const html = await policy(["page", "kimpok"]), markdown = await policy(["page", join(shipped, "kimpok.yaml"), "--format", "md"]);
  expect([html.status, markdown.status]).toEqual([0, 0]);
  expect(html.out).toMatch(/^<!doctype html>/);
  expect(markdown.out).toMatch(/^# Kimpok/);
  for (const clause of merchant("kimpok").clauses) expect(html.out).toContain(`id="${clause.id}"`);
  expect(await policy(["page", "kimpok", "--format", "pdf"])).toMatchObject({ status: 2, err: "--format is one of html, md, not pdf.\n" });
});

it("matrix prints remedy, age, payers and fees by class and reason", async () => {
  const { status, out } = await policy(["matrix", "amcrest"]);
  expect(status).toBe(0);
  expect(out).toMatch(/^New\n\nReason +You can have +Age of the item +What you get +Way in +Way out +Fees\n/);
  expect(out).toMatch(/Not wanted any\s+Refund\s+up to 30 days\s+Money back\s+customer pays\s+–\s+restocking fee: 10/);
  expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(132);
});

it("diff says what changed, in words", async () => {
  const old = readFileSync(join(shipped, "amcrest.yaml"), "utf8");
  file("common.yaml", readFileSync(join(shipped, "common.yaml"), "utf8"));
  const edited = old.replace(/percent: 10\b/, "percent: 12").replace(/^version: .*$/m, "version: '2026-01'").replaceAll("within: 30 days", "within: 45 days").replace(/ {2}- id: amcrest\.13\.1\n(?: {4}.*\n)+/, "  - id: amcrest.new\n    at: Somewhere\n    says: A new sentence.\n    decidedBy: text\n");
  const next = file("amcrest.yaml", edited), { status, out } = await policy(["diff", "amcrest", next]);
  expect(status).toBe(0);
  expect(out).toContain("Version: 2025-01 → 2026-01");
  expect(out).toContain("Deduction (restocking fee), percentage: 10% → 12%");
  expect(out).toMatch(/Opens \(Refund\), period: 30 days → 45 days/);
  expect(out).toMatch(/Added: amcrest\.new\n {2}A new sentence\./);
  expect(out).toContain("Gone: amcrest.13.1");
  expect(out).toMatch(/1 added, 1 gone, \d+ changed\.\n$/);
  expect(await policy(["diff", "amcrest", "amcrest"])).toEqual({ status: 0, out: "Nothing changed.\n", err: "" });
});

it("cover counts the ids held and names those that are not", async () => {
  const ids = [...merchants.values()].flatMap((one) => one.clauses.map(({ id }) => ({ id })));
  expect(await policy(["cover", file("all.json", JSON.stringify(ids))])).toEqual({ status: 0, out: `${ids.length} of ${ids.length}\n`, err: "" });
  const more = await policy(["cover", file("more.json", JSON.stringify([...ids.slice(1), { id: "amcrest.99" }]))]);
  expect(more).toMatchObject({ status: 1, out: `${ids.length - 1} of ${ids.length}\nNot held: amcrest.99\nHeld and not in the list: ${ids[0]?.id}\n` });
  expect((await policy(["cover", file("none.json", "{}")])).status).toBe(2);
});

it("check finds nothing wrong with the shipped policies, and an error where there is one", async () => {
  const { status, out } = await policy(["check"]);
  expect(status).toBe(0);
  for (const id of merchants.keys()) expect(out).toContain(`${id}:`);
  file("common.yaml", readFileSync(join(shipped, "common.yaml"), "utf8"));
  const broken = await policy(["check", file("broken.yaml", readFileSync(join(shipped, "kimpok.yaml"), "utf8").replace("during: warranty", "during: no_such_term")), "--json"]);
  expect(broken.status).toBe(1);
  expect(linesOf(broken.out)[0]).toMatchObject({ policy: "kimpok", level: "error" });
});

describe("use", () => {
  it.each(["decide", "explain", "check", "page", "matrix", "diff", "cover"])("%s --help tells its flags; a wrong flag is refused", async (command) => {
    const help = await policy([command, "--help"]);
    expect([help.status, help.err]).toEqual([0, ""]);
    expect(help.out).toMatch(new RegExp(`^Usage: ${command} [^]*Exit status`));
    const wrong = await policy([command, "--colour"]);
    expect([wrong.status, wrong.out]).toEqual([2, ""]);
    expect(wrong.err).toContain("--colour");
  });

  it("refuses what is no command, policy, reading or folder", async () => {
    expect(await policy(["decode"])).toMatchObject({ status: 2, out: "", err: expect.stringContaining("decode is not a command") as string });
    expect((await policy([])).status).toBe(2);
    expect((await policy(["--help"])).out).toContain("Commands:");
    expect(await policy(["page", "nobody"])).toMatchObject({ status: 2, err: expect.stringContaining("nobody is neither a policy (amcrest, ") as string });
    expect((await policy(["page", "kimpok", "--reading", "ZZZ-1=A"])).err).toContain("ZZZ-1");
    expect((await policy(["page", "kimpok", "--reading", "KIM-6=Q"])).status).toBe(2);
    expect(await policy(["matrix", "kimpok", "--policies", join(folder, "nowhere")])).toMatchObject({ status: 2, err: expect.stringContaining("nowhere") as string });
    expect((await policy(["page", file("ill.yaml", "id: [")])).status).toBe(2);
  });

  it("is told of in full: every command of the help is there", async () => {
    expect(readdirSync(shipped).length).toBeGreaterThan(4);
    const { out } = await policy(["--help"]);
    for (const command of ["decide", "explain", "check", "page", "matrix", "diff", "cover"]) expect(out).toContain(`  ${command} `);
  });
});
