import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Busy, openIntake, usual, type IntakeLimits } from "../../app/intake.server.ts";
import { takeWebhook } from "../../app/webhooks.server.ts";
import { MOST_BYTES } from "../../app/webhook.ts";
import { addShop } from "../devstore/kernel/world.ts";
import { createShop } from "../devstore/shop.ts";
import { stand, type Stand } from "./stand.ts";

const SHOP = "one.myshopify.com", SECRET = "recourse-local-secret";

describe("group commit", () => {
  type One = Readonly<{ name: string; bad?: boolean }>;
  /** A store that answers when it is told to. */
  function slow(limits: Partial<IntakeLimits> = {}): { batches: string[][]; free: () => void; take: (one: One) => Promise<boolean>; waiting: () => number } {
    const batches: string[][] = [], doors: (() => void)[] = [];
    const intake = openIntake<One>({
      store: async (batch) => {
        batches.push(batch.map((one) => one.name));
        await new Promise<void>((open) => doors.push(open));
        if (batch.some((one) => one.bad)) throw new Error("bad");
        return batch.map((one) => one.name !== "known");
      },
      isOfOne: (error) => error instanceof Error && error.message === "bad", sizeOf: (one) => one.name.length,
    }, { ...usual, ...limits });
    return { batches, free: () => doors.shift()?.(), ...intake };
  }
  const turn = (): Promise<void> => new Promise((done) => setTimeout(done, 5));

  it("what arrives while a batch is stored is stored together next, in its order, and answered after its own commit", async () => {
    const s = slow(), answered: string[] = [];
    const take = (name: string): Promise<void> => s.take({ name }).then((isNew) => void answered.push(`${name} ${isNew}`));
    const all = [take("a"), take("b")];
    await turn();
    all.push(take("c"), take("known"));
    await turn();
    expect([s.batches, answered]).toEqual([[["a", "b"]], []]);
    s.free();
    await turn();
    expect([s.batches, answered]).toEqual([[["a", "b"], ["c", "known"]], ["a true", "b true"]]);
    s.free();
    await Promise.all(all);
    expect(answered).toEqual(["a true", "b true", "c true", "known false"]);
    expect(s.waiting()).toBe(0);
  });

  it("past its bounds it says Busy and stores nothing of it; a batch has bounds too", async () => {
    const s = slow({ waiting: 5, batch: 2, waitingBytes: 12, batchBytes: 8 });
    const all = ["a", "b", "c", "d"].map((name) => s.take({ name }));
    await expect(s.take({ name: "elevenbytes" })).rejects.toThrow(Busy);
    const fifth = s.take({ name: "sevenby" });
    await expect(s.take({ name: "f" })).rejects.toThrow(Busy);
    for (let i = 0; i < 3; i++) { await turn(); s.free(); }
    expect(await Promise.all([...all, fifth])).toEqual([true, true, true, true, true]);
    expect(s.batches).toEqual([["a", "b"], ["c", "d"], ["sevenby"]]);
  });

  it("who waits longer than Shopify listens hears Busy, stored later or not", async () => {
    const s = slow({ longestMs: 40 }), first = s.take({ name: "first" });
    await turn();
    const second = s.take({ name: "second" });
    await expect(first).rejects.toThrow(Busy);
    await expect(second).rejects.toThrow(Busy);
    expect(s.waiting()).toBe(1);
    s.free();
    await turn();
    expect([s.batches, s.waiting()]).toEqual([[["first"]], 0]);
  });

  it("one that cannot be stored does not take the others with it", async () => {
    const s = slow();
    const all = Promise.allSettled([s.take({ name: "a" }), s.take({ name: "x", bad: true }), s.take({ name: "b" })]);
    for (let i = 0; i < 4; i++) { await turn(); s.free(); }
    expect((await all).map((one) => one.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });
});

describe("webhooks over HTTP", () => {
  let s: Stand, server: Server, next = 0;
  const sign = (body: string): string => createHmac("sha256", SECRET).update(body).digest("base64");
  const headers = (body: string): Record<string, string> => ({
    "x-shopify-topic": "orders/updated", "x-shopify-shop-domain": SHOP, "x-shopify-hmac-sha256": sign(body), "x-shopify-api-version": "2026-10",
    "x-shopify-webhook-id": `w${++next}`, "x-shopify-event-id": `e${next}`, "x-shopify-triggered-at": "2026-11-28T10:00:00.123456789Z",
  });
  const post = (body: string, change: Record<string, string | undefined> = {}): Promise<Response> => {
    const sent = Object.entries({ ...headers(body), ...change }).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/orders`, { method: "POST", body, headers: sent });
  };
  const stored = () => s.app.db.prisma.event.findMany({ where: { shop: SHOP }, orderBy: { id: "asc" }, select: { eventId: true, topic: true, resourceId: true, payload: true, triggeredAt: true } });
  const works = () => s.app.db.sql.query<{ work: { shop: string; resource: string }; priority: number }>("SELECT jsonb_array_elements(data->'of') AS work, priority FROM pgboss.job WHERE name = 'inbox'");

  beforeAll(async () => {
    s = await stand((world) => void addShop(world, createShop({ domain: SHOP, currency: "USD", tokens: [] })));
    server = createServer((request, response) => void takeWebhook(s.app, request, response));
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await s.close();
  });

  it.each<[string, number, () => Promise<Response>]>([
    ["another secret's signature", 401, () => post("{}", { "x-shopify-hmac-sha256": createHmac("sha256", "other").update("{}").digest("base64") })],
    ["the signature of another body", 401, () => post('{"id":1}', { "x-shopify-hmac-sha256": sign('{"id":2}') })],
    ["no signature", 400, () => post("{}", { "x-shopify-hmac-sha256": undefined })],
    ["no body", 400, () => post("")],
    ["no topic", 400, () => post("{}", { "x-shopify-topic": undefined })],
    ["no shop", 400, () => post("{}", { "x-shopify-shop-domain": undefined })],
    ["a shop that is none", 400, () => post("{}", { "x-shopify-shop-domain": "evil.example.com" })],
    ["no version", 400, () => post("{}", { "x-shopify-api-version": undefined })],
    ["no webhook id", 400, () => post("{}", { "x-shopify-webhook-id": undefined })],
    ["an id too long for the index", 400, () => post("{}", { "x-shopify-event-id": "x".repeat(4000) })],
    ["signed words that are no JSON", 400, () => post("{")],
    ["signed JSON that is no object", 400, () => post("[1]")],
    ["a number that no column holds", 400, () => post('{"id":1,"n":1e999999}')],
    ["JSON nested too deep", 400, () => post(`{"id":1,"n":${"[".repeat(200_000)}${"]".repeat(200_000)}}`)],
    ["a body larger than any webhook", 413, () => post(JSON.stringify({ text: "x".repeat(MOST_BYTES) }))],
  ])("%s is answered with %i and stores nothing", async (_, status, send) => {
    expect((await send()).status).toBe(status);
    expect(await stored()).toEqual([]);
    expect(await works()).toEqual([]);
  });

  it("many at once, one of them hostile and one doubled, are stored once each with the work they cause", async () => {
    const bodies = Array.from({ length: 40 }, (_, i) => JSON.stringify({ id: 100 + (i % 10), name: "A\u0000B \ud800" }));
    const answers = await Promise.all([...bodies.map((body) => post(body)), post('{"id":1,"n":1e999999}'), ...["1", "2"].map(() => post('{"id":7}', { "x-shopify-event-id": "same" }))]);
    expect(answers.map((answer) => answer.status)).toEqual([...bodies.map(() => 200), 400, 200, 200]);
    const events = await stored();
    expect(events).toHaveLength(41);
    expect(new Set(events.map((event) => event.eventId)).size).toBe(41);
    expect(events[0]).toMatchObject({ topic: "orders/updated", payload: { name: "AB \ufffd" }, triggeredAt: new Date("2026-11-28T10:00:00.123Z") });
    const resources = (await works()).map(({ work }) => work.resource);
    expect(new Set(resources)).toEqual(new Set(events.map((event) => event.resourceId)));
    expect((await post('{"id":7}', { "x-shopify-event-id": "same" })).status).toBe(200);
    expect([(await stored()).length, (await works()).length]).toEqual([41, resources.length]);
  });

  it("work of a shop that floods is done after that of the others", async () => {
    const flooded = (await works()).at(-1)?.priority ?? 0;
    const body = '{"id":1}';
    expect((await post(body, { "x-shopify-shop-domain": "two.myshopify.com" })).status).toBe(200);
    const other = (await works()).find(({ work }) => work.shop === "two.myshopify.com")?.priority;
    expect([flooded, other]).toEqual([-1, 0]);
  });

  it("while the database does not answer it says so in time and loses nothing: sent again, each is stored once", async () => {
    let free = (): void => undefined;
    const held = new Promise<void>((done) => (free = done)), locked = new Promise<void>((locked) => {
      void s.app.db.prisma.$transaction(async (tx) => {
        await tx.$executeRawUnsafe('LOCK TABLE "Event" IN ACCESS EXCLUSIVE MODE');
        locked();
        await held;
      }, { timeout: 20_000 });
    });
    await locked;
    const before = next, bodies = Array.from({ length: 5 }, (_, i) => JSON.stringify({ id: 900 + i }));
    const busy = await Promise.all(bodies.map((body) => post(body)));
    expect(busy.map((answer) => [answer.status, answer.headers.get("retry-after")])).toEqual(bodies.map(() => [503, "10"]));
    free();
    const again = await Promise.all(bodies.map((body, i) => post(body, { "x-shopify-event-id": `e${before + 1 + i}` })));
    expect(again.map((answer) => answer.status)).toEqual(bodies.map(() => 200));
    expect((await stored()).filter((event) => event.resourceId?.startsWith("order 90"))).toHaveLength(5);
  });
});
