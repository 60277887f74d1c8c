import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { connection, type Connection } from "./connection.ts";
import { amountText, minorOf, priceText, splitMinor } from "./money.ts";
import { matcher, type SearchFields } from "./search.ts";

type Row = { id: string; tags: string[]; at: string; title: string; email: string | null; total: number };
const rows: Row[] = [
  { id: "gid://shopify/Order/1001", tags: ["b-c", "vip"], at: "2024-01-01T00:00:00Z", title: "Big red dog", email: "ann@example.com", total: 12.5 },
  { id: "gid://shopify/Order/1002", tags: ["x"], at: "2024-02-01T10:00:00Z", title: "Small dog", email: null, total: 100 },
];
const fields: SearchFields<Row> = {
  of: "orders",
  bare: ["title", "email"],
  fields: {
    id: { kind: "id", read: (r) => r.id },
    tag: { kind: "exact", read: (r) => r.tags },
    created_at: { kind: "time", read: (r) => r.at },
    title: { kind: "word", read: (r) => r.title },
    email: { kind: "exact", read: (r) => r.email },
    total: { kind: "number", read: (r) => r.total },
  },
};
const found = (query: string): number[] => rows.filter(matcher(fields, query)).map((r) => Number(r.id.slice(-4)));

describe("search syntax", () => {
  it.each([
    ["", [1001, 1002]],
    ["tag:VIP", [1001]],
    ["-tag:vip", [1002]],
    ["NOT tag:vip", [1002]],
    ["tag:vip OR tag:x", [1001, 1002]],
    ["tag:vip,x", [1001, 1002]],
    ["tag:vip title:small", []],
    ["(tag:vip OR tag:x) AND title:small", [1002]],
    ["tag:vip OR tag:x title:small", [1001, 1002]],
    ["title:\"red dog\"", [1001]],
    ["title:re*", [1001]],
    ["title:re", []],
    ["sma", [1002]],
    ["ann@example.com", [1001]],
    ["email:*", [1001]],
    ["-email:*", [1002]],
    ["email:null", [1002]],
    ["id:1002", [1002]],
    ["id:\"gid://shopify/Order/1002\"", [1002]],
    ["id:>1001", [1002]],
    ["created_at:2024-02-01", [1002]],
    ["created_at:>2024-01-01", [1002]],
    ["created_at:>='2024-01-01T00:00:00Z' created_at:<2024-02-01", [1001]],
    ["total:>=12.5 total:<100", [1001]],
    ["tag_not:vip", [1002]],
    ["unknown:1", [1001, 1002]],
  ])("%s finds %j", (query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  it("a field that Shopify documents and the store cannot search by fails by its name", () => {
    expect(() => found("fraud_protection_level:active")).toThrow("not modelled: search of orders by fraud_protection_level");
  });

  it("any text is read without an error, and its negation finds the rest", () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z0-9:*>=.-]{1,12}$/), (word) => {
      fc.pre(!/^(?:-|or$|and$|not$)/i.test(word));
      return found(word).length + found(`-${word}`).length === rows.length;
    }));
    fc.assert(fc.property(fc.string(), (text) => Array.isArray(found(text))));
  });
});

describe("pages", () => {
  const list = Array.from({ length: 23 }, (_, i) => ({ id: `gid://shopify/Thing/${i}` }));

  it("forward and backward walks see each node once, in order", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 30 }), fc.boolean(), (size, reverse) => {
      const forward: string[] = [];
      for (let after: string | null = null; ; ) {
        const page: Connection<{ id: string }> = connection(list, { first: size, after, reverse });
        forward.push(...page.nodes.map((n) => n.id));
        if (!page.pageInfo.hasNextPage) break;
        after = page.pageInfo.endCursor;
      }
      const backward: string[] = [];
      for (let before: string | null = null; ; ) {
        const page: Connection<{ id: string }> = connection(list, { last: size, before, reverse });
        backward.unshift(...page.nodes.map((n) => n.id));
        if (!page.pageInfo.hasPreviousPage) break;
        before = page.pageInfo.startCursor;
      }
      const all = (reverse ? list.toReversed() : list).map((n) => n.id);
      expect(forward).toEqual(all);
      expect(backward).toEqual(all);
    }));
  });

  it("a walk goes on where it was when the node of its cursor is gone", () => {
    const cursor = connection(list, { first: 5 }).pageInfo.endCursor;
    const without = list.filter((n) => n.id !== list[4]?.id);
    expect(connection(without, { first: 1, after: cursor }).nodes).toEqual([list[5]]);
    expect(connection(without, { last: 1, before: cursor }).nodes).toEqual([list[3]]);
  });

  it.each([[{}, "you must provide one of first or last"], [{ first: 251 }, "first cannot exceed 250"], [{ first: 1, last: 1 }, "providing both first and last is not supported"], [{ first: 1, after: "zz" }, "Invalid cursor for current pagination sort."]])("%j: %s", (args, message) => {
    expect(() => connection(list, args)).toThrow(message);
  });
});

describe("money", () => {
  it.each([["7.50", "CAD", 750, "7.5", "7.50"], ["20", "CAD", 2000, "20.0", "20.00"], ["0", "JPY", 0, "0.0", "0.00"], ["100", "JPY", 100, "100.0", "100.00"], ["-1.005", "USD", -101, "-1.01", "-1.01"], ["1.234", "KWD", 1234, "1.234", "1.234"]])("%s %s", (text, currency, minor, amount, price) => {
    expect([minorOf(text, currency), amountText(minor, currency), priceText(minor, currency)]).toEqual([minor, amount, price]);
  });

  it("text and minor units are the same amount in every currency", () => {
    fc.assert(fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom("CAD", "JPY", "KWD"), (minor, currency) => minorOf(amountText(minor, currency), currency) === (minor === 0 ? 0 : minor)));
  });

  it("parts of an amount add up to it", () => {
    fc.assert(fc.property(fc.nat(1e7), fc.array(fc.nat(1000), { minLength: 1, maxLength: 8 }), (total, weights) => {
      fc.pre(weights.some((w) => w > 0));
      const parts = splitMinor(total, weights);
      expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
      expect(parts.every((p, i) => p >= 0 && (weights[i] !== 0 || p === 0))).toBe(true);
    }));
  });
});
