import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { at, OTHER_SHOP, SHOP, storeUnderTest, TOKEN, type StoreUnderTest } from "./storeUnderTest.ts";
import { durationMs, setClock } from "./clockRoute.ts";
import { createFault, readRule, strikes } from "./fault.ts";

let store: StoreUnderTest;

beforeAll(async () => {
  store = await storeUnderTest();
});
beforeEach(() => store.send("POST", "/__reset"));
afterAll(() => store.close());

const fault = (rule: object) => store.send("POST", "/__faults", rule);
const SHOP_QUERY = "query Name { shop { name } }";
const ADD = `mutation Add($name: String!) { productCreate(product: { title: $name }) { product { id title } userErrors { field message } } }`;
const products = async () => ((await store.send("GET", `/__state?shop=${SHOP}&table=products`)).body.list as { title: string }[]).map((p) => p.title);

describe("faults of calls", () => {
  it("429 is an HTTP answer that does nothing", async () => {
    await fault({ kind: "429", operation: "Name" });
    expect((await store.admin(SHOP_QUERY)).status).toBe(429);
    expect((await store.admin("query Other { shop { name } }")).status).toBe(200);
  });

  it("throttled is GraphQL's own form of it", async () => {
    await fault({ kind: "throttled", root: "shop" });
    const { status, body } = await store.admin(SHOP_QUERY);
    expect([status, at(body, "errors", 0, "extensions", "code"), body.data]).toEqual([200, "THROTTLED", undefined]);
    expect(at(body, "extensions", "cost", "throttleStatus", "restoreRate")).toBe(2000);
  });

  it("5xx answers the named status, in HTML as a gateway does", async () => {
    await fault({ kind: "5xx", status: 503 });
    const { status, body } = await store.admin(SHOP_QUERY);
    expect([status, typeof body.text]).toEqual([503, "string"]);
  });

  it("slow answers late but right", async () => {
    await fault({ kind: "slow", ms: 150 });
    const started = performance.now();
    expect(at((await store.admin(SHOP_QUERY)).body, "data", "shop", "name")).toBe("one");
    expect(performance.now() - started).toBeGreaterThanOrEqual(145);
  });

  it("hangUp ends the connection and nothing was done", async () => {
    await fault({ kind: "hangUp", root: "productCreate" });
    await expect(store.admin(ADD, { name: "Lost" })).rejects.toThrow();
    expect(await products()).not.toContain("Lost");
  });

  it("hangUpAfter ends the connection though the work was done", async () => {
    await fault({ kind: "hangUpAfter", root: "productCreate" });
    const before = (await products()).length;
    await expect(store.admin(ADD, { name: "Done" })).rejects.toThrow();
    expect(await products()).toHaveLength(before + 1);
    expect(store.outside.world.log.at(-1)).toMatchObject({ operation: "Add", roots: ["productCreate"] });
  });

  it("userError refuses a mutation without running it, in the fields that were asked for", async () => {
    await fault({ kind: "userError", root: "productCreate", field: ["product", "title"], message: "No." });
    const before = await products();
    const { body } = await store.admin(`mutation { made: productCreate(product: { title: "X" }) { __typename product { id } ...E } }
      fragment E on ProductCreatePayload { userErrors { m: message field } }`);
    expect(body.data).toEqual({ made: { __typename: "ProductCreatePayload", product: null, userErrors: [{ m: "No.", field: ["product", "title"] }] } });
    expect(await products()).toEqual(before);
  });

  it("several faults stand around one another", async () => {
    await fault([{ kind: "slow", ms: 100 }, { kind: "5xx", status: 500 }]);
    const started = performance.now();
    expect((await store.admin(SHOP_QUERY)).status).toBe(500);
    expect(performance.now() - started).toBeGreaterThanOrEqual(95);
  });

  it("hits the n-th call only, of one shop only, so often as said", async () => {
    await fault({ kind: "5xx", nth: 2, shop: SHOP });
    const other = () => store.send("POST", `/${OTHER_SHOP}/admin/api/2026-10/graphql.json`, { query: SHOP_QUERY }, { "x-shopify-access-token": `${TOKEN}_${OTHER_SHOP}` });
    expect([(await store.admin(SHOP_QUERY)).status, (await other()).status, (await other()).status]).toEqual([200, 200, 200]);
    expect([(await store.admin(SHOP_QUERY)).status, (await store.admin(SHOP_QUERY)).status]).toEqual([502, 200]);
    expect(((await store.send("GET", "/__faults")).body.list as object[])[0]).toMatchObject({ seen: 3, hits: 1 });
  });

  it("are listed and taken away one by one or all", async () => {
    await fault([{ kind: "429" }, { kind: "5xx" }]);
    const [first] = (await store.send("GET", "/__faults")).body.list as { id: number }[];
    expect((await store.send("DELETE", `/__faults/${first?.id}`)).body.list).toHaveLength(1);
    expect((await store.send("DELETE", "/__faults")).body.list).toEqual([]);
    expect((await store.admin(SHOP_QUERY)).status).toBe(200);
  });

  it("a rate strikes about so often, the same calls for the same seed", () => {
    const run = (seed: number) => {
      const made = createFault(1, { kind: "5xx", rate: 0.3, seed });
      return Array.from({ length: 1000 }, () => strikes(made, { shop: SHOP, operation: "A" }));
    };
    expect(run(7)).toEqual(run(7));
    expect(run(7)).not.toEqual(run(8));
    expect(run(7).filter(Boolean).length).toBeGreaterThan(250);
    expect(run(7).filter(Boolean).length).toBeLessThan(350);
  });

  it("a rule that makes no sense is refused with the reason", async () => {
    expect(() => readRule({ kind: "explode" })).toThrow("kind is one of");
    expect(() => readRule({ kind: "429", nht: 1 })).toThrow("a fault has no nht");
    expect(await fault({ kind: "429", nth: "2" })).toMatchObject({ status: 400, body: { error: "nth is a number" } });
  });
});

describe("log", () => {
  it("keeps each call with its cost and its answer, and finds it by operation and root", async () => {
    await store.admin(SHOP_QUERY);
    await store.admin(ADD, { name: "Logged" });
    const { body } = await store.send("GET", "/__log?operation=Name&last=1");
    expect((body.list as object[])[0]).toMatchObject({
      shop: SHOP, operation: "Name", roots: ["shop"], status: 200, requestedCost: 1, actualCost: 1, answer: { data: { shop: { name: "one" } } },
    });
    expect((await store.send("GET", "/__log?root=productCreate")).body.list).toHaveLength(1);
    expect((await store.send("DELETE", "/__log")).body.list).toEqual([]);
    expect((await store.send("GET", "/__log")).body.list).toEqual([]);
  });

  it("is bounded", async () => {
    for (let n = 0; n < 520; n += 1) await store.admin(SHOP_QUERY);
    expect(store.outside.world.log).toHaveLength(500);
  });
});

describe("clock", () => {
  it("stands still, jumps and runs again", async () => {
    const now = async () => at((await store.send("GET", "/__clock")).body.list, 0, "now");
    await store.send("POST", "/__clock", { at: "2026-02-28T12:00:00Z", stand: true });
    expect(await now()).toBe("2026-02-28T12:00:00Z");
    await store.send("POST", "/__clock", { jump: "P1D" });
    expect(await now()).toBe("2026-03-01T12:00:00Z");
    await store.send("POST", "/__clock", { jump: -3600 });
    expect(await now()).toBe("2026-03-01T11:00:00Z");
    await store.send("POST", "/__clock", { real: true });
    expect(Math.abs(Date.parse(String(await now())) - Date.now())).toBeLessThan(2000);
  });

  it("may be one shop's alone", async () => {
    await store.send("POST", "/__clock", { shop: SHOP, at: "2030-01-01T00:00:00Z", stand: true });
    const { body } = await store.send("GET", "/__clock");
    expect([at(body.list, 0, "stands"), at(body.list, 1, "stands")]).toEqual([true, false]);
  });

  it("runs on from where it was put", () => {
    const put = setClock({ aheadMs: 0, stoppedAt: 5_000 }, { stand: false });
    expect(put.stoppedAt).toBeNull();
    expect(Math.abs(Date.now() + put.aheadMs - 5_000)).toBeLessThan(100);
  });

  it("reads durations of fixed length and refuses the others", () => {
    expect(["P30D", "PT90M", "P1DT12H", "P2W", "-PT1S"].map(durationMs)).toEqual([2_592_000_000, 5_400_000, 129_600_000, 1_209_600_000, -1000]);
    for (const text of ["P1M", "P1Y", "P", "30", ""]) expect(() => durationMs(text)).toThrow("is no duration");
  });
});

describe("state, reset and snapshot", () => {
  const folder = mkdtempSync(join(tmpdir(), "devstore-"));
  const file = join(folder, "shops.snapshot");
  afterEach(() => store.send("POST", "/__reset"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("state counts each table and shows its records", async () => {
    const { body } = await store.send("GET", "/__state");
    expect((body.list as object[])[0]).toMatchObject({ domain: SHOP, currency: "CAD", locations: 1, tokens: 1 });
    expect(await store.send("GET", `/__state?shop=${SHOP}&table=nothing`)).toMatchObject({ status: 400, body: { error: "no table nothing" } });
    expect((await store.send("GET", "/__state?shop=three.myshopify.com&table=locations")).status).toBe(400);
  });

  it("reset goes back to the beginning, or to where it was marked", async () => {
    const beginning = await products();
    await store.send("POST", "/__mint", { shop: SHOP });
    await store.admin(ADD, { name: "Later" });
    await store.send("POST", "/__reset");
    expect(await products()).toEqual(beginning);
    expect(at((await store.send("GET", "/__state")).body.list, 0, "installation")).toBeNull();
    const { baseline } = store.outside;
    await store.send("POST", "/__install", { shop: SHOP });
    await store.send("POST", "/__snapshot", { do: "mark" });
    await store.send("POST", "/__uninstall", { shop: SHOP });
    await store.send("POST", "/__reset");
    expect(at((await store.send("GET", "/__state")).body.list, 0, "installation", "clientId")).toBe("recourse-local");
    store.outside.baseline = baseline;
  });

  it("a snapshot brings back every record, the clock and the tokens, in another process too", async () => {
    await store.send("POST", "/__clock", { at: "2027-05-05T05:05:05Z", stand: true });
    await store.send("POST", "/__mint", { shop: SHOP });
    const full = (await store.send("GET", "/__state?full=1")).body;
    const saved = await store.send("POST", "/__snapshot", { do: "save", file });
    expect(saved.body.bytes).toBeGreaterThan(500);
    await store.send("POST", "/__reset");
    expect((await store.send("GET", "/__state?full=1")).body).not.toEqual(full);
    const other = await storeUnderTest({ snapshotFile: file });
    expect((await other.send("GET", "/__state?full=1")).body).toEqual(full);
    expect(at((await other.admin(SHOP_QUERY)).body, "data", "shop", "name")).toBe("one");
    await other.close();
    await store.send("POST", "/__snapshot", { do: "load", file });
    expect((await store.send("GET", "/__state?full=1")).body).toEqual(full);
  });

  it("what is no snapshot is refused and changes nothing", async () => {
    const before = (await store.send("GET", "/__state?full=1")).body;
    expect((await store.send("POST", "/__snapshot", { do: "load", file: new URL(import.meta.url).pathname })).status).toBe(400);
    expect((await store.send("POST", "/__snapshot", { do: "load", file: `${file}.missing` })).status).toBe(400);
    expect((await store.send("POST", "/__snapshot", { do: "save" })).status).toBe(400);
    expect((await store.send("GET", "/__state?full=1")).body).toEqual(before);
  });
});
