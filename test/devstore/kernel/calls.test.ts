import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at } from "../control/storeUnderTest.ts";
import { createShop } from "../shop.ts";
import { customToken, serve, type DevStore } from "../start.ts";
import { shopUnderTest, type ShopUnderTest } from "./shopUnderTest.ts";
import { addShop, createWorld } from "./world.ts";

describe("what is refused before it runs", () => {
  let store: ShopUnderTest;
  beforeAll(async () => {
    store = await shopUnderTest();
  });
  afterAll(() => store.close());

  const first = async (query: string, variables: object = {}) => {
    const { body } = await store.call(query, variables);
    expect(body).not.toHaveProperty("data");
    expect(body).not.toHaveProperty("extensions");
    return { code: at(body, "errors", 0, "extensions", "code"), path: at(body, "errors", 0, "path"), message: at(body, "errors", 0, "message") };
  };

  it.each([
    ["{ shop { nmae } }", "undefinedField", ["query", "shop", "nmae"], "Field 'nmae' doesn't exist on type 'Shop'"],
    ["query A { s: shop { ... on Shop { nmae } } }", "undefinedField", ["query A", "s", "... on Shop", "nmae"], "Field 'nmae' doesn't exist on type 'Shop'"],
    ["query A { shop { ...F } } fragment F on Shop { nmae }", "undefinedField", ["fragment F", "nmae"], "Field 'nmae' doesn't exist on type 'Shop'"],
    ["{ shop { name { x } } }", "selectionMismatch", ["query", "shop", "name"], "Selections can't be made on scalars (field 'name' returns String but has selections [x])"],
    ["{ products(first: 1, colour: \"red\") { nodes { id } } }", "argumentNotAccepted", ["query", "products", "colour"], "Field 'products' doesn't accept argument 'colour'"],
    ["mutation M { productCreate(product: { title: \"x\", price: 3 }) { product { id } } }", "argumentNotAccepted", ["mutation M", "productCreate", "product", "price"], "InputObject 'ProductCreateInput' doesn't accept argument 'price'"],
    ["{ products(first: \"one\") { nodes { id } } }", "argumentLiteralsIncompatible", ["query", "products", "first"], "Argument 'first' on Field 'products' has an invalid value (\"one\"). Expected type 'Int'."],
    ["{ order { id } }", "missingRequiredArguments", ["query", "order"], "Field 'order' is missing required arguments: id"],
    ["query Q($id: ID!) { shop { id } }", "variableNotUsed", ["query Q"], "Variable $id is declared by Q but not used"],
    ["query Q { order(id: $id) { id } }", "variableNotDefined", ["query Q", "order", "id"], "Variable $id is used by Q but not declared"],
    ["subscription S { orders { id } }", "missingSubscriptionConfiguration", ["subscription S"], "Schema is not configured for subscriptions"],
    ["query Q { shop { ...F } }", "useAndDefineFragment", ["query Q", "shop", "... F"], "Fragment F was used, but not defined"],
  ])("%s", async (query, code, path, message) => {
    expect(await first(query)).toEqual({ code, path, message });
  });

  it("a text that ends too early says where", async () => {
    expect((await first("query A {\n  shop {\n    id\n")).message).toBe("syntax error, unexpected end of file at [3, 5]");
  });

  it("all problems of a variable come in one error, each with its path", async () => {
    const { body } = await store.call("mutation M($input: CustomerInput!) { customerCreate(input: $input) { customer { id } } }", { input: { email: 5, nickname: "x", addresses: [{ countryCode: "XX" }] } });
    expect(at(body, "errors", 0, "extensions", "code")).toBe("INVALID_VARIABLE");
    expect(at(body, "errors", "length")).toBe(1);
    expect((at(body, "errors", 0, "extensions", "problems") as { path: unknown }[]).map((p) => p.path)).toEqual([["nickname"], ["addresses", 0, "countryCode"], ["email"]]);
    expect(at(body, "errors", 0)).not.toHaveProperty("path");
  });

  it("an id that is none is an invalid variable, one of another type is not found", async () => {
    const query = "query P($id: ID!) { product(id: $id) { id } }";
    expect(await first(query, { id: "7" })).toMatchObject({ code: "INVALID_VARIABLE" });
    const other = await store.call(query, { id: "gid://shopify/Customer/1" });
    expect(other.body).toMatchObject({ data: { product: null }, errors: [{ message: "Invalid id: gid://shopify/Customer/1", path: ["product"], extensions: { code: "RESOURCE_NOT_FOUND" } }] });
    expect((await store.call(query, { id: "gid://shopify/Product/1" })).body).toMatchObject({ data: { product: null } });
  });

  it("what is not modelled fails by its name and leaves the rest", async () => {
    const { body } = await store.call("{ shop { name entitlements { markets { __typename } } } }");
    expect(at(body, "errors", 0, "message")).toBe("not modelled: Shop.entitlements");
    expect(at(body, "errors", 0, "extensions", "code")).toBe("NOT_MODELLED");
  });

  it("an input that would have to be dropped fails by its name and changes nothing", async () => {
    const { read } = await store.call("mutation { productCreate(product: { title: \"x\", combinedListingRole: PARENT }) { product { id } } }");
    expect([read("errors", 0, "message"), store.shop.products.size]).toEqual(["not modelled: ProductCreateInput.combinedListingRole", 0]);
  });
});

describe("versions and tokens", () => {
  let store: ShopUnderTest;
  beforeAll(async () => {
    store = await shopUnderTest();
  });
  afterAll(() => store.close());

  it("each version has its own schema; too old a one falls forward, a future one is unknown", async () => {
    const query = "{ __type(name: \"Return\") { name } shop { id } }";
    expect((await store.call(query, {}, "2026-01")).headers.get("x-shopify-api-version")).toBe("2026-01");
    expect((await store.call(query, {}, "2024-01")).headers.get("x-shopify-api-version")).toBe("2025-10");
    expect((await store.call(query, {}, "2031-01")).status).toBe(404);
  });

  it("the two fields that the package's schema predates are there", async () => {
    const { read } = await store.call("{ a: __type(name: \"ReturnShippingFee\") { fields { name } } b: __type(name: \"CalculatedReturnShippingFee\") { fields { name type { kind } } } }");
    expect(read("data", "a", "fields")).toContainEqual({ name: "finalizedTaxAmountSet" });
    expect(read("data", "b", "fields")).toContainEqual({ name: "taxAmountSet", type: { kind: "NON_NULL" } });
  });

  it("a foreign token is refused with 401", async () => {
    const answer = await fetch(`${store.origin}/admin/api/2026-10/graphql.json`, { method: "POST", headers: { "x-shopify-access-token": "wrong" }, body: "{}" });
    expect(answer.status).toBe(401);
  });
});

describe("several shops", () => {
  let store: DevStore;
  const send = async (path: string, token: string, query: string) => {
    const answer = await fetch(`${store.origin}${path}/admin/api/2026-10/graphql.json`, { method: "POST", headers: { "content-type": "application/json", "x-shopify-access-token": token }, body: JSON.stringify({ query }) });
    return { status: answer.status, body: (await answer.json()) as unknown };
  };
  beforeAll(async () => {
    const world = createWorld();
    addShop(world, createShop({ domain: "a.myshopify.com", currency: "CAD", zone: "America/Toronto", tokens: [customToken("A")] }));
    addShop(world, createShop({ domain: "b.myshopify.com", currency: "JPY", zone: "Asia/Tokyo", tokens: [customToken("B")] }));
    store = await serve(world);
  });
  afterAll(() => store.close());

  it("each has its currency, zone and records; a token opens its own shop alone", async () => {
    const query = "{ shop { currencyCode timezoneOffset } products(first: 5) { nodes { title priceRangeV2 { minVariantPrice { amount currencyCode } } } } }";
    await send("/b.myshopify.com", "B", "mutation { productCreate(product: { title: \"Only in B\" }) { product { id } } }");
    expect((await send("/a.myshopify.com", "A", query)).body).toMatchObject({ data: { shop: { currencyCode: "CAD" }, products: { nodes: [] } } });
    expect((await send("/b.myshopify.com", "B", query)).body).toMatchObject({
      data: { shop: { currencyCode: "JPY", timezoneOffset: "+0900" }, products: { nodes: [{ title: "Only in B", priceRangeV2: { minVariantPrice: { amount: "0.0", currencyCode: "JPY" } } }] } },
    });
    expect((await send("/a.myshopify.com", "B", query)).status).toBe(401);
    expect((await send("", "B", "{ shop { currencyCode } }")).body).toMatchObject({ data: { shop: { currencyCode: "JPY" } } });
  });

  it("their ids never meet", async () => {
    const id = async (shop: string, token: string) => at((await send(`/${shop}`, token, "{ shop { id } }")).body, "data", "shop", "id");
    expect(await id("a.myshopify.com", "A")).not.toBe(await id("b.myshopify.com", "B"));
  });
});
