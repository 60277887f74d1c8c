import fc from "fast-check";
import { getOperationAST, parse } from "graphql";
import { afterEach, describe, expect, it } from "vitest";
import { pages } from "./bill.ts";
import { requestedCost } from "./cost.ts";
import { adminSchema } from "./schema.ts";
import { shopUnderTest, type ShopUnderTest } from "./shopUnderTest.ts";

const priceOf = (query: string, variables: Record<string, unknown> = {}): number => {
  const document = parse(query);
  const operation = getOperationAST(document);
  return operation ? requestedCost(adminSchema("2026-10").schema, document, operation, variables) : NaN;
};

describe("what a call asks for", () => {
  it.each([
    ["{ shop { id name } }", 1],
    ["{ order(id: \"gid://shopify/Order/1\") { id totalPriceSet { shopMoney { amount } } } }", 1],
    ["{ ordersCount { count } }", 10],
    ["{ products(first: 10) { nodes { id } } }", 6],
    ["{ products(first: 10) { edges { node { id } } } }", 6],
    ["{ products(first: 10) { nodes { id } edges { cursor node { id } } } }", 10],
    ["{ products(first: 0) { nodes { id } } }", 2],
    ["{ products(first: 5) { nodes { id variants(first: 5) { nodes { id } } } } }", 20],
    ["mutation { tagsAdd(id: \"gid://shopify/Product/1\", tags: [\"a\"]) { node { id } userErrors { field message } } }", 10],
    ["mutation { refundCreate(input: { orderId: \"gid://shopify/Order/1\" }) { refund { id } order { id customer { id } } } }", 21],
    ["{ node(id: \"gid://shopify/Order/1\") { ... on Order { customer { id } } ... on Product { collections(first: 1) { nodes { id } } } } }", 4],
  ])("%s costs %i", (query, cost) => {
    expect(priceOf(query)).toBe(cost);
  });

  it("page sizes come from variables, and skipped fields are free", () => {
    expect(priceOf("query Q($n: Int!) { products(first: $n) { nodes { id } } }", { n: 250 })).toBe(13);
    expect(priceOf("query Q($no: Boolean!) { shop { id } products(first: 10) @include(if: $no) { nodes { id } } }", { no: false })).toBe(1);
  });

  it("a longer page never costs less", () => {
    fc.assert(fc.property(fc.nat(250), fc.nat(250), (a, b) => pages(Math.min(a, b)) <= pages(Math.max(a, b))));
  });
});

describe("what is charged", () => {
  let store: ShopUnderTest | null = null;
  afterEach(() => store?.close());

  it("takes the actual cost from a bucket of twenty seconds", async () => {
    store = await shopUnderTest({ plan: "basic" });
    const { read } = await store.call("{ products(first: 50) { nodes { id } } }");
    expect(read("extensions", "cost")).toEqual({ requestedQueryCost: 9, actualQueryCost: 9, throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 1991, restoreRate: 100 } });
    const refused = await store.call("mutation { customerCreate(input: { email: \"\" }) { customer { id metafields(first: 5) { nodes { id } } } userErrors { message } } }");
    expect(refused.read("extensions", "cost")).toMatchObject({ requestedQueryCost: 15, actualQueryCost: 10 });
  });

  it("says THROTTLED when the bucket holds less than is asked for, and runs again when it has filled", async () => {
    store = await shopUnderTest({ plan: "basic" });
    store.shop.throttle = { available: -2000, at: Date.now() };
    const dear = "{ a: ordersCount { count } b: ordersCount { count } c: ordersCount { count } d: customersCount { count } }";
    const { status, body, read } = await store.call(dear);
    expect([status, read("errors", 0, "extensions", "code"), "data" in body]).toEqual([200, "THROTTLED", false]);
    expect(read("extensions", "cost")).toMatchObject({ requestedQueryCost: 40, actualQueryCost: null });
    store.shop.throttle.at -= 30_000;
    expect((await store.call(dear)).body).not.toHaveProperty("errors");
  });

  it("never fills beyond its size, whatever the plan", async () => {
    store = await shopUnderTest({ plan: "plus" });
    store.shop.throttle.at -= 3_600_000;
    expect((await store.call("{ shop { id } }")).read("extensions", "cost", "throttleStatus")).toEqual({ maximumAvailable: 20000, currentlyAvailable: 19999, restoreRate: 1000 });
  });

  it("refuses what costs more than a thousand points", async () => {
    store = await shopUnderTest();
    const deep = "{ products(first: 250) { nodes { variants(first: 250) { nodes { media(first: 250) { nodes { id } } } } } } }";
    const { body, read } = await store.call(deep);
    expect([read("errors", 0, "extensions", "code"), read("errors", 0, "extensions", "maxCost"), "data" in body]).toEqual(["MAX_COST_EXCEEDED", 1000, false]);
  });
});
