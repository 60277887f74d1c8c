import { afterEach, describe, expect, it } from "vitest";
import { shopUnderTest, type ShopUnderTest } from "./shopUnderTest.ts";

let store: ShopUnderTest | null = null;
afterEach(() => store?.close());

describe("scopes", () => {
  it("a field whose scope the token has not is denied by name; others answer", async () => {
    store = await shopUnderTest({ scopes: ["read_products"] });
    const { read } = await store.call("{ shop { name } product(id: \"gid://shopify/Product/1\") { id } customer(id: \"gid://shopify/Customer/1\") { id } }");
    expect(read("data")).toEqual({ shop: { name: "under-test" }, product: null, customer: null });
    expect(read("errors")).toMatchObject([{ path: ["customer"], extensions: { code: "ACCESS_DENIED", requiredAccess: "`read_customers` access scope." } }]);
    expect(read("errors", 0, "message")).toBe("Access denied for customer field. Required access: `read_customers` access scope.");
  });

  it("a mutation asks for its write scope and changes nothing without", async () => {
    store = await shopUnderTest({ scopes: ["read_products"] });
    const { read } = await store.call("mutation { productCreate(product: { title: \"x\" }) { product { id } userErrors { message } } }");
    expect([read("data", "productCreate"), read("errors", 0, "extensions", "code"), store.shop.products.size]).toEqual([null, "ACCESS_DENIED", 0]);
  });

  it("a connection asks for what its nodes ask for, and writing includes reading", async () => {
    store = await shopUnderTest({ scopes: ["write_customers"] });
    expect((await store.call("{ customers(first: 1) { nodes { id } } }")).body).not.toHaveProperty("errors");
    expect((await store.call("{ products(first: 1) { nodes { id } } }")).read("errors", 0, "extensions", "code")).toBe("ACCESS_DENIED");
  });

  it("orders older than sixty days are there only for read_all_orders", async () => {
    const make = "mutation { orderCreate(order: { lineItems: [{ title: \"x\", quantity: 1, priceSet: { shopMoney: { amount: 5, currencyCode: CAD } } }] }) { order { id } } }";
    const seen = async (scopes: string[]) => {
      await store?.close();
      store = await shopUnderTest({ scopes: ["write_orders", ...scopes] });
      const id = (await store.call(make)).read("data", "orderCreate", "order", "id");
      const read = async () => (await store?.call("query R($id: ID!) { order(id: $id) { id } orders(first: 5) { nodes { id } } ordersCount { count } }", { id }))?.read("data");
      const young = await read();
      store.shop.clock.aheadMs = 61 * 86_400_000;
      return [young, await read()].map((data) => data as { order: unknown; orders: { nodes: unknown[] }; ordersCount: { count: number } }).map((d) => [d.order !== null, d.orders.nodes.length, d.ordersCount.count]);
    };
    expect(await seen([])).toEqual([[true, 1, 1], [false, 0, 0]]);
    expect(await seen(["read_all_orders"])).toEqual([[true, 1, 1], [true, 1, 1]]);
  });

  it("the installation lists the token's scopes", async () => {
    store = await shopUnderTest({ scopes: ["read_products", "write_customers"] });
    expect((await store.call("{ currentAppInstallation { accessScopes { handle } } }")).read("data", "currentAppInstallation", "accessScopes")).toEqual([{ handle: "read_products" }, { handle: "write_customers" }]);
  });
});

describe("@idempotent", () => {
  const adjust = (key: string | null, delta: number) =>
    `mutation A($item: ID!, $at: ID!) { inventoryAdjustQuantities(input: { name: "available", reason: "correction", changes: [{ inventoryItemId: $item, locationId: $at, delta: ${delta} }] }) ${key ? `@idempotent(key: "${key}")` : ""} { inventoryAdjustmentGroup { id } userErrors { field message code } } }`;
  const prepared = async () => {
    store = await shopUnderTest();
    const made = await store.call("mutation { productCreate(product: { title: \"x\" }) { product { variants(first: 1) { nodes { inventoryItem { id } } } } } }");
    const item = String(made.read("data", "productCreate", "product", "variants", "nodes", 0, "inventoryItem", "id"));
    const variables = { item, at: [...store.shop.locations.keys()][0] };
    const { call, shop } = store;
    return { run: (key: string | null, delta: number, version?: string) => call(adjust(key, delta), variables, version), stock: () => [...shop.inventoryLevels.values()][0]?.quantities.available };
  };

  it("the same key with the same input does it once and answers the same", async () => {
    const { run, stock } = await prepared();
    const [first, again] = [await run("k1", 4), await run("k1", 4)];
    expect(again.read("data")).toEqual(first.read("data"));
    expect(stock()).toBe(4);
  });

  it("the same key with other input is refused, a new key is not", async () => {
    const { run, stock } = await prepared();
    await run("k1", 4);
    expect((await run("k1", 5)).read("data", "inventoryAdjustQuantities", "userErrors")).toEqual([
      { field: null, message: "The same idempotency key cannot be used with different operation parameters.", code: "IDEMPOTENCY_KEY_PARAMETER_MISMATCH" },
    ]);
    await run("k2", 5);
    expect(stock()).toBe(9);
  });

  it("is needed since 2026-04, not before", async () => {
    const { run, stock } = await prepared();
    const without = await run(null, 4);
    expect(without.read("errors", 0)).toMatchObject({ message: "The @idempotent directive is required for this mutation but was not provided.", path: ["inventoryAdjustQuantities"], extensions: { code: "BAD_REQUEST" } });
    expect(stock()).toBe(0);
    expect((await run(null, 4, "2026-01")).body).not.toHaveProperty("errors");
  });
});
