import { describe, expect, it } from "vitest";
import { readClaim, type Claim } from "../../policy/claim.ts";
import { decide } from "../../policy/decide.ts";
import { decideReturn, type ReturnDecision, type Wishes } from "../../policy/decideReturn.ts";
import type { Decision, Fee, RemedyAnswer } from "../../policy/decision.ts";
import { madeUp, madeUpPolicy, table } from "./merchants.ts";

type Fields = Readonly<Record<string, unknown>>;
type Wanted = Fields & Readonly<{ because: readonly string[] }>;
type Case = Readonly<{ id: string; title: string; with: Fields; expect: Readonly<{ outcome: string; remedies: Readonly<Record<string, Wanted>>; declined: Readonly<Record<string, readonly string[]>>; later?: Fields }> }>;
type WantedLine = Readonly<{ remedy: string | null; outcome: string; refund?: string | null; deductions?: readonly string[]; charges?: readonly string[]; declined?: readonly string[] }>;
type Return = Readonly<{
  id: string; title: string; with: Fields; lines: readonly { id: string; with: Fields }[]; wishes?: Wishes;
  expect: Readonly<{ errors: readonly string[] }> | Readonly<{ outcome: string; lines: Readonly<Record<string, WantedLine>>; shared: readonly string[]; totals: readonly string[] }>;
}>;
type Table = Readonly<{ policy: string; usual: Fields; cases: readonly Case[]; returns: readonly Return[] }>;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);

/** The usual claim with what a case names in its place; null takes a field away. */
function changed(usual: Fields, by: Fields): Fields {
  const result: Record<string, unknown> = { ...usual };
  for (const [name, value] of Object.entries(by)) {
    if (value === null) delete result[name];
    else result[name] = isFields(value) && isFields(usual[name]) ? changed(usual[name], value) : value;
  }
  return result;
}

function claimFrom(fields: Fields): Claim {
  const read = readClaim(fields);
  if ("errors" in read) throw new Error(JSON.stringify(read.errors));
  return read.claim;
}

const inWords = (fees: readonly Fee[]): string[] => fees.map((fee) => `${fee.kind} ${fee.amount}`);
/** An answer as the tables write it: amounts, fees and questions as words. */
const plain = (answer: RemedyAnswer): Fields => ({
  ...answer, refund: answer.refund && `${answer.refund.amount} ${answer.refund.currency}`, deductions: inWords(answer.deductions), charges: inWords(answer.charges), asks: answer.asks?.map((q) => q.fact),
});

function agrees(wanted: Case["expect"], got: Decision): void {
  expect(got.outcome).toBe(wanted.outcome);
  expect(got.remedies.map((r) => r.remedy).sort()).toEqual(Object.keys(wanted.remedies).sort());
  for (const answer of got.remedies) {
    const { because = [], ...rest } = wanted.remedies[answer.remedy] ?? {};
    expect(answer.because).toEqual(expect.arrayContaining([...because]));
    const given = plain(answer);
    for (const [name, value] of Object.entries(rest)) {
      if (value === null) expect(given[name] ?? null, `${answer.remedy} ${name}`).toBeNull();
      else expect({ [name]: given[name] }, answer.remedy).toMatchObject({ [name]: value });
    }
  }
  expect(got.declined.map((d) => d.remedy).sort()).toEqual(Object.keys(wanted.declined).sort());
  for (const refused of got.declined) expect(refused.because).toEqual(expect.arrayContaining([...(wanted.declined[refused.remedy] ?? [])]));
  expect(Object.fromEntries((got.later ?? []).map((l) => [l.remedy, l.from]))).toMatchObject(wanted.later ?? {});
}

function returnAgrees(wanted: Exclude<Return["expect"], { errors: unknown }>, got: ReturnDecision): void {
  expect(got.outcome).toBe(wanted.outcome);
  for (const line of got.lines) {
    const w = wanted.lines[line.claim];
    if (!w) throw new Error(`no line ${line.claim}`);
    expect([line.claim, line.outcome, line.counted?.remedy ?? null]).toEqual([line.claim, w.outcome, w.remedy]);
    if (line.counted) expect([line.counted.refund?.amount ?? null, inWords(line.counted.deductions), inWords(line.counted.charges)]).toEqual([w.refund, w.deductions, w.charges]);
    else expect(line.decision.declined.flatMap((d) => d.because)).toEqual(expect.arrayContaining([...(w.declined ?? ["nothing"])]));
  }
  expect(got.shared.map((fee) => `${fee.kind} ${fee.amount} ${fee.currency} ${fee.because.join(" ")}: ${fee.lines.map((l) => `${l.claim} ${l.amount}`).join(", ")}`)).toEqual(wanted.shared);
  expect(got.totals.map((t) => [`${t.currency} refund ${t.refund} deductions ${t.deductions} charges ${t.charges}`, ...(Number(t.customerPaysMore) ? [`customer ${t.customerPaysMore}`] : []), ...(Number(t.merchantPaysBack) ? [`merchant ${t.merchantPaysBack}`] : []), ...(t.quotes.length ? [`quotes ${t.quotes.join(" ")}`] : [])].join(" "))).toEqual(wanted.totals);
}

const tables = ["clothing", "furniture"].map((name) => table<Table>(name));

describe.each(tables.map((t) => [t.policy, t] as const))("%s", (name, t) => {
  const policy = madeUpPolicy(name);

  it.each(t.cases.map((c) => [c.id, c.title, c] as const))("%s %s", (id, _, c) => {
    agrees(c.expect, decide(policy, claimFrom(changed(t.usual, { ...c.with, id }))));
  });

  it.each(t.returns.map((r) => [r.id, r.title, r] as const))("%s %s", (_id, _title, r) => {
    const claims = r.lines.map((line) => claimFrom(changed(changed(changed(t.usual, r.with), line.with), { id: line.id })));
    const got = decideReturn(policy, claims, r.wishes);
    if ("errors" in r.expect) expect("errors" in got && got.errors.map((e) => `${e.path} ${e.message}`)).toEqual(r.expect.errors);
    else if ("errors" in got) throw new Error(JSON.stringify(got.errors));
    else returnAgrees(r.expect, got.decision);
  });

  it("every clause with an effect is cited by some case", () => {
    const cited = new Set(t.cases.flatMap((c) => {
      const d = decide(policy, claimFrom(changed(t.usual, { ...c.with, id: c.id })));
      return [...d.remedies.flatMap((r) => [...r.because, ...(r.promises ?? []).map((p) => p.clause)]), ...d.declined.flatMap((r) => r.because)];
    }));
    const speaking = policy.clauses.filter((clause) => Object.keys(clause).some((key) => !["id", "at", "says", "when", "unless", "note", "decidedBy"].includes(key)));
    expect(speaking.map((clause) => clause.id).filter((id) => !cited.has(id))).toEqual([]);
  });
});

describe("several lines that are no single return", () => {
  const t = tables[0] as Table;
  const line = (id: string, by: Fields = {}): Claim => claimFrom(changed(t.usual, { ...by, id }));
  const errorsOf = (claims: readonly Claim[]): readonly string[] => {
    const got = decideReturn(madeUpPolicy("clothing"), claims);
    return "errors" in got ? got.errors.map((e) => e.path) : [];
  };
  it.each([
    ["none", [], ["claims"]],
    ["one twice", [line("a"), line("a")], ["claims[1].id"]],
    ["of two orders", [line("a"), line("b", { order: { placedAt: "2026-04-28" } })], ["claims[1].order.placedAt"]],
    ["that disagree on the order's value", [line("a"), line("b", { order: { value: "61.00" } })], ["claims[1].order.value"]],
    ["that all belong together", [line("a"), line("b")], []],
  ] as const)("%s", (_, claims, paths) => expect(errorsOf(claims)).toEqual(paths));

  it("the order of lines moves a remainder and nothing else", () => {
    const lines = [line("a"), line("b", { money: { unitPrice: "33.33" } }), line("c", { item: { onSale: true } })];
    const totals = [lines, [...lines].reverse()].map((claims) => decideReturn(madeUpPolicy("clothing"), claims)).map((got) => ("decision" in got ? [got.decision.outcome, got.decision.totals] : got.errors));
    expect(totals[0]).toEqual(totals[1]);
  });
});

it("both are read from files of their own", () => expect([...madeUp.keys()].sort()).toEqual(["clothing", "furniture"]));
