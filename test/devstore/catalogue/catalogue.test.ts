import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shopUnderTest, type ShopUnderTest } from "../kernel/shopUnderTest.ts";

let store: ShopUnderTest;
beforeAll(async () => {
  store = await shopUnderTest();
});
afterAll(() => store.close());

/** The payload of a mutation that goes through without top-level errors. */
async function run(root: string, query: string, variables: object = {}): Promise<Record<string, unknown>> {
  const { body, read } = await store.call(query, variables);
  expect(body).not.toHaveProperty("errors");
  return read("data", root) as Record<string, unknown>;
}

const errorsOf = async (root: string, query: string, variables: object = {}) => (await run(root, query, variables))["userErrors"];

describe("products", () => {
  const CREATE = "mutation C($p: ProductCreateInput!) { productCreate(product: $p) { product { id handle tags status hasOnlyDefaultVariant options { id name values } variants(first: 10) { nodes { id title price } } } userErrors { field message } } }";
  const made = async (p: object) => (await run("productCreate", CREATE, { p }))["product"] as unknown as { id: string; handle: string; tags: string[]; variants: { nodes: { id: string; title: string; price: string }[] } };

  it("gets handles that nobody else has, and sorted tags", async () => {
    const [one, two] = [await made({ title: "Dôme  Camera!", tags: ["b", "a, c", "B"] }), await made({ title: "Dôme  Camera!" })];
    expect([one.handle, two.handle, one.tags]).toEqual(["dome-camera", "dome-camera-1", ["a", "b", "c"]]);
  });

  it("is not made when one of its metafields is refused", async () => {
    const before = store.shop.products.size;
    expect(await errorsOf("productCreate", CREATE, { p: { title: "Half", metafields: [{ namespace: "ns1", key: "number", type: "number_integer", value: "x" }] } })).toMatchObject([{ field: ["metafields", "0", "value"] }]);
    expect(store.shop.products.size).toBe(before);
  });

  it("needs a title", async () => {
    expect(await errorsOf("productCreate", CREATE, { p: { title: " " } })).toEqual([{ field: ["title"], message: "Title can't be blank" }]);
  });

  it("new variants replace the default one, keep their prices with two places, and cannot be twins", async () => {
    const product = await made({ title: "Lens", productOptions: [{ name: "Size", values: [{ name: "2.8 mm" }] }] });
    const ADD = "mutation A($id: ID!, $v: [ProductVariantsBulkInput!]!) { productVariantsBulkCreate(productId: $id, variants: $v) { productVariants { title price compareAtPrice sku inventoryItem { tracked } } userErrors { field message code } } }";
    const variant = (name: string) => ({ optionValues: [{ optionName: "Size", name }], price: "24", compareAtPrice: "30.5", inventoryItem: { sku: `L-${name}`, tracked: true } });
    expect((await run("productVariantsBulkCreate", ADD, { id: product.id, v: [variant("4 mm")] }))["productVariants"]).toEqual([
      { title: "4 mm", price: "24.00", compareAtPrice: "30.50", sku: "L-4 mm", inventoryItem: { tracked: true } },
    ]);
    expect(await errorsOf("productVariantsBulkCreate", ADD, { id: product.id, v: [variant("6 mm"), variant("4 mm")] })).toMatchObject([{ field: ["variants", "1"], code: "VARIANT_ALREADY_EXISTS" }]);
    const { read } = await store.call("query P($id: ID!) { product(id: $id) { variants(first: 9) { nodes { title } } options { values } } }", { id: product.id });
    expect(read("data", "product")).toEqual({ variants: { nodes: [{ title: "2.8 mm" }, { title: "4 mm" }] }, options: [{ values: ["2.8 mm", "4 mm"] }] });
  });

  it("are found by the search syntax, sorted, and paged by cursors that stay right", async () => {
    for (const [title, vendor] of [["Recorder four", "Zed"], ["Recorder eight", "Zed"], ["Recorder sixteen", "Zed"]]) await made({ title, vendor, tags: ["rec"] });
    const LIST = "query L($q: String, $after: String) { products(first: 2, after: $after, query: $q, sortKey: TITLE) { nodes { title } pageInfo { hasNextPage hasPreviousPage endCursor } } productsCount(query: $q) { count precision } }";
    const first = await store.call(LIST, { q: "vendor:Zed -title:nothing" });
    expect(first.read("data", "products", "nodes")).toEqual([{ title: "Recorder eight" }, { title: "Recorder four" }]);
    await made({ title: "Recorder aaa", vendor: "Zed" });
    const second = await store.call(LIST, { q: "vendor:Zed", after: first.read("data", "products", "pageInfo", "endCursor") });
    expect(second.read("data")).toMatchObject({ products: { nodes: [{ title: "Recorder sixteen" }], pageInfo: { hasNextPage: false, hasPreviousPage: true } }, productsCount: { count: 4, precision: "EXACT" } });
  });

  it("lie in a collection as they were put there, unless asked otherwise; a sort key that is not played says so", async () => {
    const [b, a] = [await made({ title: "Shelf B" }), await made({ title: "Shelf A" })];
    const { id } = (await run("collectionCreate", "mutation C($p: [ID!]) { collectionCreate(input: { title: \"Shelf\", products: $p }) { collection { id } } }", { p: [a.id, b.id] }))["collection"] as { id: string };
    const titles = async (key: string) => (await store.call(`query R($id: ID!) { collection(id: $id) { products(first: 5, sortKey: ${key}) { nodes { title } } } }`, { id })).read("data", "collection", "products", "nodes");
    expect(await titles("MANUAL")).toEqual([{ title: "Shelf A" }, { title: "Shelf B" }]);
    expect(await titles("CREATED")).toEqual([{ title: "Shelf B" }, { title: "Shelf A" }]);
    expect((await store.call(`query R($id: ID!) { collection(id: $id) { products(first: 5, sortKey: PRICE) { nodes { title } } } }`, { id })).read("errors", 0, "message")).toBe("not modelled: sort key PRICE");
  });

  it("starts unpublished and is published by its own mutation", async () => {
    const product = await made({ title: "Shown" });
    const publication = (await store.call("{ publications(first: 1) { nodes { id name } } }")).read("data", "publications", "nodes", 0, "id");
    const READ = "query R($id: ID!, $p: ID!) { product(id: $id) { onlineStoreUrl publishedOnPublication(publicationId: $p) } }";
    expect((await store.call(READ, { id: product.id, p: publication })).read("data", "product")).toEqual({ onlineStoreUrl: null, publishedOnPublication: false });
    await run("publishablePublish", "mutation P($id: ID!, $p: ID!) { publishablePublish(id: $id, input: [{ publicationId: $p }]) { userErrors { message } } }", { id: product.id, p: publication });
    expect((await store.call(READ, { id: product.id, p: publication })).read("data", "product")).toEqual({ onlineStoreUrl: "https://under-test.myshopify.com/products/shown", publishedOnPublication: true });
  });

  it("deleting one takes its variants, its stock and its place in collections with it", async () => {
    const product = await made({ title: "Gone soon" });
    const collection = (await run("collectionCreate", "mutation C($p: [ID!]) { collectionCreate(input: { title: \"All\", products: $p }) { collection { id productsCount { count } } userErrors { message } } }", { p: [product.id] }))["collection"] as { id: string };
    await run("productDelete", "mutation D($id: ID!) { productDelete(input: { id: $id }) { deletedProductId userErrors { message } } }", { id: product.id });
    const { read } = await store.call("query R($v: ID!, $c: ID!) { productVariant(id: $v) { id } collection(id: $c) { productsCount { count } } }", { v: product.variants.nodes[0]?.id, c: collection.id });
    expect(read("data")).toEqual({ productVariant: null, collection: { productsCount: { count: 0 } } });
    expect([...store.shop.inventoryItems.values()].some((i) => i.variantId === product.variants.nodes[0]?.id)).toBe(false);
  });
});

describe("customers", () => {
  const CREATE = "mutation C($i: CustomerInput!) { customerCreate(input: $i) { customer { id displayName defaultAddress { country formattedArea } } userErrors { field message } } }";

  it("no two share an e-mail or a phone number", async () => {
    await run("customerCreate", CREATE, { i: { email: "ada@example.com", phone: "+14155550100" } });
    expect(await errorsOf("customerCreate", CREATE, { i: { email: "ADA@example.com" } })).toEqual([{ field: ["email"], message: "Email has already been taken" }]);
    expect(await errorsOf("customerCreate", CREATE, { i: { phone: "+14155550100" } })).toEqual([{ field: ["phone"], message: "Phone has already been taken" }]);
    expect(await errorsOf("customerCreate", CREATE, { i: { email: "not an address" } })).toEqual([{ field: ["email"], message: "Email is invalid" }]);
  });

  it("the first address is the default, countries have names", async () => {
    expect((await run("customerCreate", CREATE, { i: { firstName: "Bo", addresses: [{ city: "Oslo", countryCode: "NO" }, { city: "Bergen", countryCode: "NO" }] } }))["customer"]).toMatchObject({
      displayName: "Bo", defaultAddress: { country: "Norway", formattedArea: "Oslo, Norway" },
    });
  });

  it("one who ordered cannot be deleted", async () => {
    const { id } = (await run("customerCreate", CREATE, { i: { email: "buyer@example.com" } }))["customer"] as { id: string };
    await run("orderCreate", "mutation O($c: ID!) { orderCreate(order: { customerId: $c, lineItems: [{ title: \"x\", quantity: 1, priceSet: { shopMoney: { amount: 5, currencyCode: CAD } } }] }) { order { id } userErrors { message } } }", { c: id });
    expect(await errorsOf("customerDelete", "mutation D($id: ID!) { customerDelete(input: { id: $id }) { deletedCustomerId userErrors { field message } } }", { id })).toMatchObject([{ field: ["id"] }]);
    expect(store.shop.customers.has(id)).toBe(true);
  });
});

describe("metafields", () => {
  const SET = "mutation S($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { metafields { namespace key type value jsonValue compareDigest } userErrors { field message code } } }";
  const set = (...m: object[]) => run("metafieldsSet", SET, { m: m.map((row) => ({ ownerId: store.shop.id, ...row })) });

  it("numbers, lists and objects read back as JSON; texts stay texts", async () => {
    const types = [["number_integer", "12", 12], ["boolean", "true", true], ["list.single_line_text_field", "[\"a\"]", ["a"]], ["json", "{\"a\":1}", { a: 1 }], ["number_decimal", "1.50", "1.50"]] as const;
    const { metafields } = (await set(...types.map(([type, value], i) => ({ namespace: "kinds", key: `kind_${i}`, type, value })))) as unknown as { metafields: { jsonValue: unknown }[] };
    expect(metafields.map((m) => m.jsonValue)).toEqual(types.map(([, , json]) => json));
  });

  it.each([
    [{ namespace: "ns1", key: "k1", type: "number_integer", value: "x" }, "value", "INVALID_VALUE"],
    [{ namespace: "ns1", key: "k1", type: "nonsense", value: "x" }, "type", "INCLUSION"],
    [{ namespace: "ns1", key: "k1", type: "single_line_text_field", value: "" }, "value", "BLANK"],
    [{ namespace: "ns1", key: "k1", value: "x" }, "type", "BLANK"],
    [{ namespace: "ns1", key: "k1", type: "product_reference", value: "gid://shopify/Product/1" }, "value", "INVALID_VALUE"],
  ])("%j is refused and nothing of the call is kept", async (bad, at, code) => {
    const { userErrors, metafields } = (await set({ namespace: "ns1", key: "good", type: "boolean", value: "true" }, bad)) as unknown as { userErrors: { field: string[]; code: string }[]; metafields: unknown };
    expect([userErrors[0]?.field, userErrors[0]?.code, metafields]).toEqual([["metafields", "1", at], code, null]);
    expect((await store.call("{ shop { metafield(namespace: \"ns1\", key: \"good\") { id } } }")).read("data", "shop", "metafield")).toBeNull();
  });

  it("$app is the app's own namespace, a definition gives the type, and a stale digest is refused", async () => {
    const DEFINE = "mutation D($d: MetafieldDefinitionInput!) { metafieldDefinitionCreate(definition: $d) { createdDefinition { id namespace } userErrors { field code } } }";
    const definition = { ownerType: "SHOP", key: "window", name: "Window", type: "number_integer", validations: [{ name: "max", value: "90" }] };
    expect((await run("metafieldDefinitionCreate", DEFINE, { d: definition }))["createdDefinition"]).toMatchObject({ namespace: expect.stringMatching(/^app--\d+$/) as unknown });
    expect(await errorsOf("metafieldDefinitionCreate", DEFINE, { d: definition })).toEqual([{ field: ["definition", "key"], code: "TAKEN" }]);
    const { metafields } = (await set({ key: "window", value: "30" })) as unknown as { metafields: { type: string; compareDigest: string }[] };
    expect(metafields[0]?.type).toBe("number_integer");
    expect((await set({ key: "window", value: "91" }))["userErrors"]).toMatchObject([{ code: "INVALID_VALUE" }]);
    expect((await set({ key: "window", value: "60", compareDigest: metafields[0]?.compareDigest }))["userErrors"]).toEqual([]);
    expect((await set({ key: "window", value: "61", compareDigest: metafields[0]?.compareDigest }))["userErrors"]).toMatchObject([{ code: "STALE_OBJECT" }]);
  });
});

describe("metaobjects", () => {
  const DEFINE = "mutation D($d: MetaobjectDefinitionCreateInput!) { metaobjectDefinitionCreate(definition: $d) { metaobjectDefinition { id type } userErrors { field message code } } }";
  const UPSERT = "mutation U($h: MetaobjectHandleInput!, $m: MetaobjectUpsertInput) { metaobjectUpsert(handle: $h, metaobject: $m) { metaobject { id handle displayName serial: field(key: \"serial\") { value } fields { key value } } userErrors { field message code } } }";
  const d = { type: "$app:registration", displayNameKey: "serial", fieldDefinitions: [{ key: "serial", type: "single_line_text_field", required: true }, { key: "until", type: "date" }] };

  it("entries keep to their definition; upsert makes one, then changes it", async () => {
    expect((await run("metaobjectDefinitionCreate", DEFINE, { d }))["metaobjectDefinition"]).toMatchObject({ type: expect.stringMatching(/^app--\d+--registration$/) as unknown });
    const h = { type: "$app:registration", handle: "sn-1" };
    const upsert = (fields: object[]) => run("metaobjectUpsert", UPSERT, { h, m: { fields } });
    expect((await upsert([{ key: "until", value: "2027-01-01" }]))["userErrors"]).toMatchObject([{ code: "OBJECT_FIELD_REQUIRED" }]);
    expect((await upsert([{ key: "colour", value: "red" }]))["userErrors"]).toMatchObject([{ field: ["metaobject", "fields", "0"], code: "UNDEFINED_OBJECT_FIELD" }, { code: "OBJECT_FIELD_REQUIRED" }]);
    const first = (await upsert([{ key: "serial", value: "SN1" }]))["metaobject"] as { id: string };
    expect((await upsert([{ key: "until", value: "2027-01-01" }]))["metaobject"]).toEqual({ id: first.id, handle: "sn-1", displayName: "SN1", serial: { value: "SN1" }, fields: [{ key: "serial", value: "SN1" }, { key: "until", value: "2027-01-01" }] });
    expect((await store.call("{ metaobjects(first: 5, type: \"$app:registration\", query: \"fields.serial:SN1\") { nodes { id } } }")).read("data", "metaobjects", "nodes")).toEqual([{ id: first.id }]);
  });

  it("a type is defined once", async () => {
    expect(await errorsOf("metaobjectDefinitionCreate", DEFINE, { d })).toEqual([{ field: ["definition", "type"], message: "Type has already been taken", code: "TAKEN" }]);
  });
});

describe("inventory", () => {
  it("quantities of a level are moved, set and guarded", async () => {
    const made = await run("productCreate", "mutation { productCreate(product: { title: \"Stocked\" }) { product { variants(first: 1) { nodes { inventoryItem { id } } } } } }");
    const item = (made["product"] as { variants: { nodes: { inventoryItem: { id: string } }[] } }).variants.nodes[0]?.inventoryItem.id;
    const at = [...store.shop.locations.keys()][0];
    const SET = "mutation S($i: InventorySetQuantitiesInput!, $k: String!) { inventorySetQuantities(input: $i) @idempotent(key: $k) { inventoryAdjustmentGroup { changes { name delta quantityAfterChange } } userErrors { field code } } }";
    const quantity = (q: object) => ({ name: "available", reason: "correction", quantities: [{ inventoryItemId: item, locationId: at, ...q }] });
    expect((await run("inventorySetQuantities", SET, { i: quantity({ quantity: 9 }), k: "a" }))["inventoryAdjustmentGroup"]).toEqual({ changes: [{ name: "available", delta: 9, quantityAfterChange: 9 }] });
    expect(await errorsOf("inventorySetQuantities", SET, { i: quantity({ quantity: 1, changeFromQuantity: 3 }), k: "b" })).toMatchObject([{ code: "CHANGE_FROM_QUANTITY_STALE" }]);
    const { read } = await store.call("query L($i: ID!) { inventoryItem(id: $i) { inventoryLevels(first: 2) { nodes { quantities(names: [\"available\", \"on_hand\"]) { name quantity } } } } }", { i: item });
    expect(read("data", "inventoryItem", "inventoryLevels", "nodes", 0, "quantities")).toEqual([{ name: "available", quantity: 9 }, { name: "on_hand", quantity: 9 }]);
  });

  it("the last location that ships cannot be deactivated", async () => {
    const id = [...store.shop.locations.keys()][0];
    const payload = await run("locationDeactivate", "mutation D($id: ID!) { locationDeactivate(locationId: $id) @idempotent(key: \"x\") { location { id } locationDeactivateUserErrors { field message code } } }", { id });
    expect(payload).toEqual({ location: null, locationDeactivateUserErrors: [{ field: ["locationId"], message: "At least one location must fulfill online orders.", code: "CANNOT_DISABLE_ONLINE_ORDER_FULFILLMENT" }] });
  });
});

describe("tags, files, Flow and nodes", () => {
  it("tags are added once and removed whatever their case", async () => {
    const { id } = (await run("customerCreate", "mutation { customerCreate(input: { email: \"tags@example.com\", tags: [\"vip\"] }) { customer { id } } }"))["customer"] as { id: string };
    const change = (root: string, tags: string[]) => run(root, `mutation T($id: ID!, $tags: [String!]!) { ${root}(id: $id, tags: $tags) { node { ... on Customer { tags } } userErrors { message } } }`, { id, tags });
    expect((await change("tagsAdd", ["VIP", "b", "1"]))["node"]).toEqual({ tags: ["1", "b", "vip"] });
    expect((await change("tagsRemove", ["Vip"]))["node"]).toEqual({ tags: ["1", "b"] });
  });

  it("a staged upload is sent over HTTP, becomes a file, and can be fetched", async () => {
    const STAGE = "mutation S($i: [StagedUploadInput!]!) { stagedUploadsCreate(input: $i) { stagedTargets { url resourceUrl parameters { name value } } userErrors { message } } }";
    const { stagedTargets } = (await run("stagedUploadsCreate", STAGE, { i: [{ filename: "label.pdf", mimeType: "application/pdf", resource: "FILE", httpMethod: "PUT" }] })) as unknown as { stagedTargets: { url: string; resourceUrl: string }[] };
    const target = stagedTargets[0];
    const CREATE = "mutation F($f: [FileCreateInput!]!) { fileCreate(files: $f) { files { id fileStatus ... on GenericFile { url } } userErrors { field code } } }";
    const f = [{ originalSource: target?.resourceUrl, contentType: "FILE", alt: "A label" }];
    expect(await errorsOf("fileCreate", CREATE, { f })).toEqual([{ field: ["files", "0", "originalSource"], code: "INVALID" }]);
    const put = async (type: string, body: string | Uint8Array<ArrayBuffer>): Promise<number> => (await fetch(target?.url ?? "", { method: "PUT", body, headers: { "content-type": type } })).status;
    expect([await put("image/png", "x"), await put("application/pdf", new Uint8Array(21 * 1024 * 1024)), await put("application/pdf", "%PDF-1.7")]).toEqual([403, 400, 200]);
    expect((await fetch(target?.url ?? "", { method: "OPTIONS" })).headers.get("access-control-allow-origin")).toBe("*");
    const { files } = (await run("fileCreate", CREATE, { f })) as unknown as { files: { id: string; fileStatus: string; url: string | null }[] };
    expect(files[0]).toMatchObject({ fileStatus: "UPLOADED", url: null });
    await new Promise((resolve) => setTimeout(resolve, 250));
    const { read } = await store.call("query N($id: ID!) { node(id: $id) { ... on GenericFile { fileStatus url alt } } }", { id: files[0]?.id });
    expect(read("data", "node")).toMatchObject({ fileStatus: "READY", alt: "A label" });
    expect(await (await fetch(String(read("data", "node", "url")))).text()).toBe("%PDF-1.7");
  });

  it("Flow keeps what it is told and refuses what is too large", async () => {
    const TELL = "mutation F($h: String, $p: JSON) { flowTriggerReceive(handle: $h, payload: $p) { userErrors { field message } } }";
    await run("flowTriggerReceive", TELL, { h: "return-decided", p: { order_id: 7 } });
    expect(store.shop.flowTriggers.at(-1)).toMatchObject({ handle: "return-decided", payload: { order_id: 7 } });
    expect(await errorsOf("flowTriggerReceive", TELL, { h: "return-decided", p: { text: "x".repeat(60_000) } })).toMatchObject([{ field: ["payload"] }]);
  });

  it("node finds each kind by its id; a kind that is not modelled says so", async () => {
    const ids = [store.shop.id, [...store.shop.locations.keys()][0], "gid://shopify/Product/5"];
    expect((await store.call("query N($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids })).read("data", "nodes")).toEqual([{ id: ids[0] }, { id: ids[1] }, null]);
    expect((await store.call("{ node(id: \"gid://shopify/Theme/5\") { id } }")).read("errors", 0, "message")).toBe("not modelled: node of type Theme");
  });
});
