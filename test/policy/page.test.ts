import { describe, expect, it } from "vitest";
import { decide } from "../../policy/decide.ts";
import { matrix } from "../../policy/matrix.ts";
import { page, pageOf } from "../../policy/page.ts";
import { escapeMarkdown } from "../../policy/page/markdown.ts";
import { readPolicy, type Policy } from "../../policy/policy.ts";
import { readingsApplied } from "../../policy/readings.ts";
import { ordinaryClaim } from "../../policy/matrix/ordinaryClaim.ts";
import { merchant, merchants } from "./merchants.ts";

const ids = (html: string): string[] => [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1] ?? "");
const rowsOf = (policy: Parameters<typeof pageOf>[0], tableId: string): string[] => {
  const { blocks } = pageOf(policy), at = blocks.findIndex((block) => block.kind === "heading" && block.id.startsWith(tableId));
  const table = blocks.slice(at).find((block) => block.kind === "table");
  return table?.kind === "table" ? table.rows.map((row) => row.map((cell) => cell.inline.map((part) => (typeof part === "string" ? part : part.text)).join("")).join(" | ")) : [];
};

describe.each([...merchants.values()].map((policy) => [policy.merchant, policy] as const))("the page of %s", (_, policy) => {
  const html = page(policy, "html"), markdown = page(policy, "md");

  it("has every clause under its id, in both formats", () => {
    for (const clause of policy.clauses) {
      expect(ids(html).filter((id) => id === clause.id)).toHaveLength(1);
      expect(markdown).toContain(`<a id="${clause.id}"></a>`);
      expect(markdown).toContain(escapeMarkdown(clause.says));
    }
  });

  it("has no id twice and no link that leads nowhere", () => {
    const all = ids(html), known = new Set(all);
    expect(all).toHaveLength(known.size);
    const links = [...html.matchAll(/href="#([^"]*)"/g)].map((match) => match[1] ?? "");
    expect(links.length).toBeGreaterThan(policy.clauses.length);
    expect(links.filter((link) => !known.has(link))).toEqual([]);
    const anchors = new Set([...markdown.matchAll(/<a id="([^"]*)">/g)].map((match) => match[1]));
    expect([...markdown.matchAll(/\]\(#([^)]*)\)/g)].map((match) => decodeURI(match[1] ?? "")).filter((link) => !anchors.has(link))).toEqual([]);
  });

  it("shows every reading with the option chosen and its reason, and every setting that is open", () => {
    const blocks = pageOf(policy).blocks;
    for (const reading of policy.readings ?? []) {
      const block = blocks.find((one) => one.kind === "reading" && one.title.startsWith(`${reading.id}: `));
      expect(block).toMatchObject({ chosen: `${reading.recommended}: ${reading.options[reading.recommended]?.says}`, why: reading.reason });
    }
    for (const [name, setting] of Object.entries(policy.settings ?? {})) if (setting.value === null) expect(rowsOf(policy, "settings").join("\n")).toContain(`${name} | ${setting.says}`);
  });

  it("stands alone: no script, nothing fetched, one main heading, headings in order", () => {
    expect(html).not.toMatch(/<script|<link|<img|@import|url\(| src=|javascript:/);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toMatch(/<html lang="en">/);
    expect([...html.matchAll(/<th scope="(?:col|row|rowgroup)"/g)].length).toBeGreaterThan(20);
  });

  it("says the same in its tables in both formats", () => {
    for (const block of pageOf(policy).blocks) if (block.kind === "table") for (const row of block.rows) for (const cell of row) for (const part of cell.inline) if (typeof part === "string" && part.trim()) expect(markdown).toContain(escapeMarkdown(part));
  });

  it("shows in its tables what deciding gives at the ends of each row", () => {
    let rows = 0;
    for (const { classes, reasons } of matrix(policy).classes) for (const { reasons: [reason = ""], rows: of } of reasons) for (const row of of) {
      if (row.registered || row.status === "undetermined") continue;
      rows++;
      for (const itemClass of classes) {
        const days = row.upTo ? Number(/^(\d+) days$/.exec(row.upTo)?.[1] ?? NaN) : NaN;
        if (Number.isNaN(days)) continue;
        const at = (day: number) => decide(policy, ordinaryClaim(policy, { itemClass: itemClass as "new", reason, age: { sample: day } })).remedies.find((answer) => answer.remedy === row.remedy);
        expect(at(days)?.freight).toEqual(row.freight);
        const after = at(days + 1);
        expect(JSON.stringify([after?.status, after?.freight, after?.replacement, after?.refundsOriginalShipping, after?.charges.map((fee) => fee.kind)])).not.toBe(JSON.stringify([row.status, row.freight, row.replacement, row.withShipping, row.fees.map((fee) => fee.kind)]));
      }
    }
    expect(rows).toBeGreaterThan(3);
  });
});

describe("the tables are found by deciding", () => {
  it("a reading chosen otherwise changes them", () => {
    const policy = merchant("camstro");
    const changing = (policy.readings ?? []).flatMap((reading) => Object.keys(reading.options).filter((letter) => letter !== reading.recommended).map((letter) => ({ [reading.id]: letter })))
      .filter((choice) => JSON.stringify(matrix(readingsApplied(policy, choice))) !== JSON.stringify(matrix(policy)));
    expect(changing.length).toBeGreaterThan(5);
  });

  const tiny = (within: string, says = "Anything may come back."): Policy => {
    const read = readPolicy({ id: "tiny", version: "1", merchant: "Tiny", document: "Returns", home: "US", clauses: [{ id: "r1", at: "Returns › 1", says, opens: { remedy: "refund", within }, freight: { for: "refund", return: "customer" }, deducts: { kind: "restocking", percent: 15 } }] });
    if ("errors" in read) throw new Error(JSON.stringify(read.errors));
    return read.policy;
  };

  it("a period or fee written otherwise is shown otherwise", () => {
    expect(rowsOf(tiny("30 days"), "answers-")).toContain("Not wanted any more; does not work as it should; arrived damaged; the wrong item was sent | Refund | Up to 30 days | Money back | Customer pays | – | Restocking fee: 15% of the price before tax | r1");
    expect(rowsOf(tiny("6 weeks"), "answers-").join()).toContain("Up to 42 days");
    expect(rowsOf(tiny("6 weeks"), "fees")).toEqual(["Restocking fee | 15% of the price before tax | Taken off the refund | Refund | Always | r1"]);
  });

  it("takes a purchase that the policy speaks of", () => {
    const later = { ...tiny("30 days"), clauses: [...tiny("30 days").clauses, { id: "r2", at: "Returns › 2", says: "For purchases from 1 May 2031.", applies: { purchasedFrom: "2031-05-01" } }] };
    expect(rowsOf(later, "answers-").join()).toContain("Up to 30 days");
  });

  it("text with markup stays text", () => {
    const hostile = `</p><script>alert(1)</script><img src=x onerror=alert(1)> & "quotes" | [link](javascript:alert(1)) \`code\` *b*\n# heading`;
    const policy = { ...tiny("30 days", hostile), merchant: hostile, document: hostile };
    const clauses = policy.clauses.map((clause) => ({ ...clause, at: hostile, note: hostile }));
    const html = page({ ...policy, clauses }, "html"), markdown = page({ ...policy, clauses }, "md");
    expect(html).not.toMatch(/<script|<img|<\/p><script/);
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(markdown).not.toMatch(/<script|<img|^# heading|[^\\]`code|[^\\]\[link|[^\\]\*b/m);
    expect(markdown).toContain("\\[link\\](javascript:alert(1))");
  });
});
