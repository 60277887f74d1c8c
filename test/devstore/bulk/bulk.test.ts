import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { shopUnderTest, type ShopUnderTest } from "../kernel/shopUnderTest.ts";

let store: ShopUnderTest;
beforeEach(async () => {
  store = await shopUnderTest();
  store.world.bulkTimes = { startsMs: 5, endsMs: 40 };
});
afterEach(() => store.close());

const RUN = "mutation R($q: String!) { bulkOperationRunQuery(query: $q) { bulkOperation { id status objectCount url } userErrors { field message code } } }";
const ALL = "{ products { edges { node { id title variants { edges { node { id price } } } } } } }";
const run = (q: string) => store.call(RUN, { q });

/** Polls as an app would, until the operation is at rest. */
async function finished(id: unknown): Promise<Record<string, unknown>> {
  for (;;) {
    const operation = (await store.call("query O($id: ID!) { bulkOperation(id: $id) { status objectCount rootObjectCount fileSize url errorCode completedAt } }", { id })).read("data", "bulkOperation") as Record<string, unknown>;
    if (!["CREATED", "RUNNING", "CANCELING"].includes(String(operation["status"]))) return operation;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

const addProduct = (title: string) => store.call("mutation P($t: String!) { productCreate(product: { title: $t }) { product { id } userErrors { message } } }", { t: title });

describe("bulk queries", () => {
  it("end in a JSONL file whose inner nodes name their parents, beyond any page size", async () => {
    for (let n = 0; n < 260; n += 1) await addProduct(`Product ${n}`);
    const started = await run(ALL);
    expect(started.read("data", "bulkOperationRunQuery", "bulkOperation")).toMatchObject({ status: "CREATED", objectCount: "0", url: null });
    const operation = await finished(started.read("data", "bulkOperationRunQuery", "bulkOperation", "id"));
    expect(operation).toMatchObject({ status: "COMPLETED", objectCount: "520", rootObjectCount: "260", errorCode: null });
    const text = await (await fetch(String(operation["url"]))).text();
    const lines = text.trimEnd().split("\n").map((line) => JSON.parse(line) as { id: string; title?: string; __parentId?: string });
    expect(lines).toHaveLength(520);
    expect(lines[1]).toMatchObject({ price: "0.00", __parentId: lines[0]?.id });
    expect(Number(operation["fileSize"])).toBe(Buffer.byteLength(text));
  });

  it("without anything found there is no file", async () => {
    const started = await run(ALL);
    expect(await finished(started.read("data", "bulkOperationRunQuery", "bulkOperation", "id"))).toMatchObject({ status: "COMPLETED", objectCount: "0", url: null });
  });

  it("five run at once, the sixth waits for its turn", async () => {
    store.world.bulkTimes.endsMs = 2500;
    const five = await Promise.all([1, 2, 3, 4, 5].map(() => run(ALL)));
    expect(five.flatMap((a) => a.read("data", "bulkOperationRunQuery", "userErrors"))).toEqual([]);
    expect((await run(ALL)).read("data", "bulkOperationRunQuery")).toMatchObject({ bulkOperation: null, userErrors: [{ field: null, code: "OPERATION_IN_PROGRESS" }] });
    await finished(five[4]?.read("data", "bulkOperationRunQuery", "bulkOperation", "id"));
    expect((await run(ALL)).read("data", "bulkOperationRunQuery", "userErrors")).toEqual([]);
  });

  it("one that is cancelled leaves no result, and cannot be cancelled twice", async () => {
    await addProduct("Any");
    store.world.bulkTimes.endsMs = 1500;
    const id = (await run(ALL)).read("data", "bulkOperationRunQuery", "bulkOperation", "id");
    const cancel = () => store.call("mutation C($id: ID!) { bulkOperationCancel(id: $id) { bulkOperation { status } userErrors { message } } }", { id });
    expect((await cancel()).read("data", "bulkOperationCancel", "bulkOperation", "status")).toBe("CANCELING");
    expect(await finished(id)).toMatchObject({ status: "CANCELED", url: null });
    expect((await cancel()).read("data", "bulkOperationCancel", "userErrors", "length")).toBe(1);
  });

  it("one that a restart cut off has expired and blocks nobody", async () => {
    store.world.bulkTimes.endsMs = 60_000;
    const ids = (await Promise.all([1, 2, 3, 4, 5].map(() => run(ALL)))).map((a) => String(a.read("data", "bulkOperationRunQuery", "bulkOperation", "id")));
    for (const [id, record] of store.shop.bulkOperations) store.shop.bulkOperations.set(id, { ...record });
    expect(await finished(ids[0])).toMatchObject({ status: "EXPIRED" });
    expect((await run(ALL)).read("data", "bulkOperationRunQuery", "userErrors")).toEqual([]);
  });

  it("what the schema does not know is refused with the schema's own words", async () => {
    expect((await run("{ products { edges { node { id colour } } } }")).read("data", "bulkOperationRunQuery", "userErrors")).toEqual([
      { field: ["query"], message: "Invalid bulk query: Field 'colour' doesn't exist on type 'Product'", code: "INVALID" },
    ]);
  });
});

describe("bulk mutations", () => {
  const START = "mutation R($m: String!, $p: String!) { bulkOperationRunMutation(mutation: $m, stagedUploadPath: $p) { bulkOperation { id } userErrors { field code } } }";
  const CREATE = "mutation C($t: String!) { productCreate(product: { title: $t }) { product { title } userErrors { message } } }";

  it("run once per line of an uploaded file and answer line by line", async () => {
    const staged = await store.call("mutation { stagedUploadsCreate(input: [{ resource: BULK_MUTATION_VARIABLES, filename: \"v.jsonl\", mimeType: \"text/jsonl\", httpMethod: POST }]) { stagedTargets { url parameters { name value } } } }");
    const target = staged.read("data", "stagedUploadsCreate", "stagedTargets", 0) as { url: string; parameters: { name: string; value: string }[] };
    const form = new FormData();
    for (const { name, value } of target.parameters) form.append(name, value);
    form.append("file", new Blob(["{\"t\":\"One\"}\n{\"t\":\"\"}\n"]), "v.jsonl");
    expect((await fetch(target.url, { method: "POST", body: form })).status).toBe(201);
    const started = await store.call(START, { m: CREATE, p: target.parameters.find((p) => p.name === "key")?.value });
    const operation = await finished(started.read("data", "bulkOperationRunMutation", "bulkOperation", "id"));
    const lines = (await (await fetch(String(operation["url"]))).text()).trimEnd().split("\n").map((line) => JSON.parse(line) as unknown);
    expect(lines).toEqual([
      { data: { productCreate: { product: { title: "One" }, userErrors: [] } }, __lineNumber: 0 },
      { data: { productCreate: { product: null, userErrors: [{ message: "Title can't be blank" }] } }, __lineNumber: 1 },
    ]);
  });

  it("need a file that was uploaded", async () => {
    expect((await store.call(START, { m: CREATE, p: "tmp/none" })).read("data", "bulkOperationRunMutation", "userErrors")).toEqual([{ field: ["stagedUploadPath"], code: "NO_SUCH_FILE" }]);
  });
});
