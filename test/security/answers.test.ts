/** Threat model, "An answer that lies": what Shopify answers is held against its document before anything is made of it. */
import { describe, expect, it } from "vitest";
import { adminClient, type Admin, type Document } from "../../app/shopify/admin.ts";
import { orderForClaims } from "../../app/shopify/documents/order.ts";
import { OrderTooLarge, readOrder } from "../../app/shopify/order.ts";
import { readReturn } from "../../app/shopify/returns.ts";
import { misfit, type Shape } from "../../app/shopify/fitsShape.ts";

const shape: Shape = { order: { type: "Object", of: { id: { type: "ID!" }, n: { type: "Int" }, at: { type: "DateTime" }, amount: { type: "Decimal!" }, lines: { type: "[Object!]!", of: { ok: { type: "Boolean!" } } }, more: { type: "String!", maybe: true } } } };
const order = { id: "a", n: 1, at: "2026-01-01T00:00:00Z", amount: "1.00", lines: [{ ok: true }] };

describe("an answer", () => {
  it("that fits is let through, also with what is null by right", () => {
    expect(misfit(shape, { order })).toBeNull();
    expect(misfit(shape, { order: null })).toBeNull();
    expect(misfit(shape, { order: { ...order, n: null, more: "x" } })).toBeNull();
  });

  it.each([
    [{}, "order is missing"], [{ order: [] }, "order is not an object"], [{ order: { ...order, id: null } }, "order.id is missing"], [{ order: { ...order, n: 1.5 } }, "order.n is not Int"], [{ order: { ...order, n: 2 ** 40 } }, "order.n is not Int"],
    [{ order: { ...order, at: "soon" } }, "order.at is not DateTime"], [{ order: { ...order, amount: "1e9" } }, "order.amount is not Decimal"], [{ order: { ...order, amount: `${"9".repeat(400)}.00` } }, "order.amount is not Decimal"], [{ order: { ...order, amount: 1 } }, "order.amount is not Decimal"],
    [{ order: { ...order, lines: {} } }, "order.lines is not a list"], [{ order: { ...order, lines: [{ ok: true }, null] } }, "order.lines[1] is missing"], [{ order: { ...order, lines: [{ ok: "true" }] } }, "order.lines[0].ok is not Boolean"], [{ order: { ...order, more: 1 } }, "order.more is not String"],
  ])("%j is named: %s", (answer, wrong) => {
    expect(misfit(shape, answer)).toBe(wrong);
  });

  it("that does not fit is thrown with its field, as one that may be of something that was done", async () => {
    const answer = (data: unknown): typeof fetch => () => Promise.resolve(Response.json({ data }));
    const run = (data: unknown, document: Document<unknown, Record<string, unknown>> = orderForClaims as never) => adminClient({ shop: "a.myshopify.com", accessToken: () => Promise.resolve("t"), version: "2026-10", fetch: answer(data), wait: () => Promise.resolve() }).run(document, { id: "1" });
    await expect(run({ order: { id: 7 } })).rejects.toMatchObject({ unclear: true, message: "Shopify's answer does not fit: order.id is not ID" });
    await expect(run({ order: null })).resolves.toEqual({ order: null });
    await expect(run({ anything: 1 }, "{ anything }" as never)).resolves.toEqual({ anything: 1 });
  });

  it.each([
    ["null", /no answer to a query/], ["[]", /no answer to a query/], ['"x"', /no answer to a query/], ["{", /cut off/], ["{}", /had no data/],
    ['{"data":{"a":1},"errors":"no"}', /cannot be read: "no"/], ['{"data":{"a":1},"errors":[null]}', /cannot be read/], ['{"data":{"a":1},"errors":[{"message":"No"}]}', /^No$/],
    ['{"errors":[{"message":"Slow","extensions":{"code":"THROTTLED"}}],"extensions":{"cost":{"requestedQueryCost":"many"}}}', /^Slow$/],
  ])("%s around the data is told in words", async (text, message) => {
    const admin = adminClient({ shop: "a.myshopify.com", accessToken: () => Promise.resolve("t"), version: "2026-10", fetch: () => Promise.resolve(new Response(text)), wait: () => Promise.resolve() });
    await expect(admin.run("{ a }" as never, {})).rejects.toThrow(message);
  });

  it("of more lines than were asked for is too large, of another order is none, and a zone that no clock knows is none", async () => {
    const admin = (order: object): Admin => ({ shop: "a", spent: () => ({ calls: 0, points: 0 }), run: async () => ({ order }) as never });
    const read = { id: "1", name: "#1", lineItems: { nodes: Array(100).fill({}), pageInfo: { hasNextPage: false } }, shippingAddress: { countryCodeV2: "US", timeZone: "Europe/Nowhere" } };
    expect((await readOrder(admin(read), "1"))?.shippingAddress).toEqual({ countryCodeV2: "US", timeZone: null });
    await expect(readOrder(admin({ ...read, lineItems: { ...read.lineItems, nodes: Array(101).fill({}) } }), "1")).rejects.toThrow(OrderTooLarge);
    await expect(readOrder(admin(read), "2")).rejects.toThrow("another order");
    const ret = { id: "1", name: "R1", status: "OPEN", createdAt: "2026-01-01T00:00:00Z", order: { id: "1" }, returnShippingFees: [], returnLineItems: { nodes: [] }, exchangeLineItems: { nodes: [] }, refunds: { nodes: [] } };
    const held: Admin = { ...admin({}), run: async () => ({ return: ret }) as never };
    expect((await readReturn(held, "1"))?.status).toBe("OPEN");
    await expect(readReturn(held, "2")).rejects.toThrow("another return");
  });
});
