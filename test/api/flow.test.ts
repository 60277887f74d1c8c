/** Shopify Flow's actions over HTTP, and what their TOML files say of them. */
import { createHmac } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { parse } from "toml";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ApiError, FlowAnswer } from "../../app/api.ts";
import { flowProperties } from "../../app/api/flowBodies.ts";
import { entriesOf } from "../../app/store/timeline.ts";
import { DEFECTIVE } from "../app/asks.ts";
import { stepsOf } from "../app/rmaSteps.ts";
import { apiShop, tail, type ApiShop, type Placed } from "./apiShop.ts";

type Field = Readonly<{ type: string; key?: string; name?: string; description?: string; required?: boolean }>;
type Extension = Readonly<{ type: string; handle: string; runtime_url?: string; schema?: string; return_type_ref?: string; description?: string }>;

const folder = (name: string): string => `extensions/${name}`;
const files = readdirSync("extensions").filter((name) => name.startsWith("flow-")).map((name) => {
  const read = parse(readFileSync(`${folder(name)}/shopify.extension.toml`, "utf8")) as { extensions: readonly Extension[]; settings: { fields: readonly Field[] } };
  return { name, extension: read.extensions[0] as Extension, fields: read.settings.fields };
});
const ofType = (type: string) => files.filter(({ extension }) => extension.type === type);

describe("the files", () => {
  it("name eight triggers, each with the fields that are sent, in types and keys that Flow takes for triggers", () => {
    expect(ofType("flow_trigger").map(({ extension }) => extension.handle)).toEqual(["goods-received", "promise-overdue", "quote-to-accept", "refund-issued", "register-by", "request-received", "return-window-ends", "ship-back-by"]);
    for (const { name, fields } of ofType("flow_trigger")) {
      expect(fields.map(({ type, key }) => key ?? type), name).toEqual(["order_reference", "customer_reference", "rma number", "last day", "days left", "item", "amount", "currency"]);
      for (const { type, key, description } of fields) if (key) expect([/^[a-zA-Z ]+$/.test(key), ["single_line_text_field", "number_decimal"].includes(type), (description ?? "").length > 10], `${name} ${key}`).toEqual([true, true, true]);
    }
  });

  it("name five actions whose fields are those that the app reads, and whose answers are those that it gives", () => {
    expect(ofType("flow_action").map(({ extension }) => extension.handle).sort()).toEqual(Object.keys(flowProperties).sort());
    for (const { name, extension, fields } of ofType("flow_action")) {
      const shape = flowProperties[extension.handle as keyof typeof flowProperties].shape;
      expect(fields.map(({ type, key }) => key ?? type.replace("_reference", "_id")).sort(), name).toEqual(Object.keys(shape).sort());
      for (const { description, key } of fields) expect(description?.length ?? 0, `${name} ${key}`).toBeGreaterThan(5);
      expect([extension.runtime_url, readFileSync(`${folder(name)}/schema.graphql`, "utf8").includes(`type ${extension.return_type_ref} {`)], name).toEqual([`/api/flow/${extension.handle}`, true]);
    }
  });
});

describe("the actions", () => {
  let m: ApiShop, placed: Placed;
  beforeAll(async () => {
    m = await apiShop("amcrest");
    placed = await m.place({ lines: [{ sku: "AM-T5", price: "69.99", quantity: 2 }] });
  }, 240_000);
  afterAll(() => m.s.close());

  const run = <T>(action: string, properties: object, { secret = "recourse-local-secret", id = "run-1", shop = m.shop } = {}) => {
    const raw = JSON.stringify({ shop_id: 1, shopify_domain: shop, action_run_id: id, action_definition_id: action, properties });
    return m.call<T>(`/api/flow/${action}`, null, { raw, headers: { origin: "", "x-shopify-hmac-sha256": createHmac("sha256", secret).update(raw).digest("base64") } });
  };
  const values = (answer: { body: FlowAnswer }) => answer.body.return_value;

  it("decide a line, open a case once, and give back what their schema names", async () => {
    const line = { order_id: Number(tail(placed.orderId)), line: "AM-T5", reason: "unwanted", quantity: "" };
    const decided = await run<FlowAnswer>("decide-line", line);
    expect([decided.status, values(decided)]).toMatchObject([200, { outcome: "remedies_open", remedy: "refund", amount: "62.99", currency: "USD", clauses: expect.stringContaining("amcrest.1.3") }]);
    const schema = readFileSync("extensions/flow-decide-line/schema.graphql", "utf8");
    for (const name of Object.keys(values(decided))) expect(schema).toContain(`${name}: String!`);
    const opened = await run<FlowAnswer>("open-rma", { ...line, note: "from a form" }), again = await run<FlowAnswer>("open-rma", { ...line, note: "from a form" });
    expect([values(opened), values(again)]).toEqual([{ rma_number: "RMA-1001", state: "approved", text: "" }, { rma_number: "RMA-1001", state: "approved", text: "" }]);
    expect(await m.s.app.db.prisma.rma.count()).toBe(1);
  });

  it("decline, approve and write a note, each once however often Flow sends it", async () => {
    const rma = await stepsOf(m).requested(placed, { request: { ...DEFECTIVE, reason: "wrong_item_sent" } });
    expect(rma.state).toBe("requested");
    for (const text of ["Look at the photo", "Look at the photo"]) expect((await run("add-note", { rma_number: rma.number, note: text }, { id: "run-7" })).status).toBe(200);
    expect((await entriesOf(m.s.app.db.prisma, m.shop, rma.id)).filter(({ kind, by }) => kind === "note" && by === "Shopify Flow")).toHaveLength(1);
    expect(values(await run<FlowAnswer>("decline", { rma_number: rma.number.toLowerCase(), reason: "Checked by phone" }))).toEqual({ state: "declined" });
    expect(values(await run<FlowAnswer>("decline", { rma_number: rma.number, reason: "Checked by phone" }))).toEqual({ state: "declined" });
    expect((await run("approve", { rma_number: rma.number })).status).toBe(409);
  });

  it("refuse what is not signed by the app's secret, names nothing, or is not there", async () => {
    const before = await m.s.app.db.prisma.timelineEntry.count();
    expect((await run("add-note", { rma_number: "RMA-1001", note: "x" }, { secret: "another" })).status).toBe(401);
    expect((await run("add-note", { rma_number: "RMA-1001", note: "x" }, { shop: "other.myshopify.com" })).status).toBe(401);
    expect((await run<ApiError>("add-note", { rma_number: "RMA-1001", note: "" })).body.error.fields).toMatchObject([{ field: "note" }]);
    expect((await run<ApiError>("decide-line", { order_id: placed.orderId, line: "NO-SUCH", reason: "unwanted" })).body.error.fields).toMatchObject([{ field: "line" }]);
    expect((await run("approve", { rma_number: "RMA-9999" })).status).toBe(404);
    expect((await m.call("/api/flow/approve", null)).status).toBeGreaterThanOrEqual(400);
    expect(await m.s.app.db.prisma.timelineEntry.count()).toBe(before);
  });
});
