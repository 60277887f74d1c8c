import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApp } from "../../app/app.server.ts";
import { readEnv } from "../../app/env.server.ts";
import { openLog, scrubbed } from "../../app/log.server.ts";
import { observed, routePattern } from "../../app/observed.server.ts";
import { loader as healthz } from "../../app/routes/healthz.ts";
import { loader as metrics } from "../../app/routes/metrics.ts";
import { loader as readyz } from "../../app/routes/readyz.ts";
import { receiveEvent } from "../../app/flows/receiveEvent.ts";
import { handleEvents } from "../../app/flows/handleEvents.ts";
import { addShop } from "../devstore/kernel/world.ts";
import { createShop } from "../devstore/shop.ts";
import { freshDatabase, whereOf } from "./database.ts";
import { install, stand, type Stand } from "./stand.ts";

const SHOP = "one.myshopify.com";

describe("the log", () => {
  const lines: string[] = [];
  const log = openLog("info", (line) => void lines.push(line));
  const last = (): Record<string, unknown> => JSON.parse(lines.at(-1) ?? "{}") as Record<string, unknown>;

  it.each([
    ["mail to ada@example.com failed", "mail to (e-mail) failed"],
    ["token shpat_0123456789abcdef refused", "token (token) refused"],
    ["Authorization: Bearer abc.def-ghi", "Authorization: Bearer (secret)"],
    ["/auth?shop=a.myshopify.com&hmac=beef01&code=xyz", "/auth?shop=a.myshopify.com&hmac=(secret)&code=(secret)"],
    ['{"refresh_token":"abc","ok":1}', '{"refresh_token":"(secret)","ok":1}'],
    ["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.sig", "(token)"],
    ["postgresql://me:pw@db/x", "postgresql://(secret)@db/x"],
    ["call +1 415 555 01 99 now", "call (phone) now"],
    ["order 5773692000176 of one.myshopify.com", "order 5773692000176 of one.myshopify.com"],
  ])("%s", (text, kept) => {
    expect(scrubbed(text)).toBe(kept);
  });

  it("carries the ids of what is under way into every line, and nothing that it does not know", () => {
    log.within({ request: "r-1" }, () => {
      log.about({ shop: SHOP, rma: "rma-1" });
      log.warn("late", { email: "ada@example.com", note: "Ada Lovelace", error: new Error("no answer for ada@example.com", { cause: new Error("Bearer abc") }) } as never);
    });
    expect(last()).toMatchObject({ level: "warn", message: "late", request: "r-1", shop: SHOP, rma: "rma-1", error: { message: "no answer for (e-mail)", cause: { message: "Bearer (secret)" } } });
    expect(lines.at(-1)).not.toMatch(/ada|Lovelace|abc/i);
    log.info("after");
    expect(last()).not.toHaveProperty("request");
  });

  it("of what Prisma repeats of a call it keeps the last line", () => {
    const error = Object.assign(new Error("Invalid `create()` invocation:\n{ data: { note: \"Ada Lovelace\" } }\nArgument `note` is too long."), { name: "PrismaClientValidationError" });
    log.error("no", { error });
    expect(last()["error"]).toMatchObject({ message: "Argument `note` is too long." });
    expect(lines.at(-1)).not.toContain("Lovelace");
  });
});

describe("an app that is watched", () => {
  let s: Stand;
  const lines: string[] = [], TOKEN = "a token of sixteen or more";
  const get = (load: typeof metrics, app = s.app, headers: Record<string, string> = {}): Promise<Response> => Promise.resolve(load({ request: new Request("http://app/metrics", { headers }), params: {}, context: { app } } as never));
  beforeAll(async () => {
    s = await stand((world) => void addShop(world, createShop({ domain: SHOP, currency: "USD", tokens: [] })), { write: (line) => void lines.push(line) });
    await install(s, SHOP);
  });
  afterAll(() => s.close());

  it("answers each request with the id its lines carry, by the route's pattern and never by what the path says", async () => {
    const pattern = routePattern(new Set(["app", "rmas", "slip", "api"]));
    const handle = observed(s.app, pattern, async () => {
      s.app.log.about({ shop: SHOP });
      s.app.log.error("trouble");
      return new Response(null, { status: 500 });
    });
    const response = await handle(new Request("http://app/app/rmas/ab-12/slip?email=ada@example.com"));
    const id = response.headers.get("x-request-id");
    const written = lines.slice(-2).map((line) => JSON.parse(line) as object);
    expect(written).toMatchObject([{ message: "trouble", request: id, rma: "ab-12", route: "/app/rmas/:id/slip" }, { message: "answered", request: id, shop: SHOP, status: 500 }]);
    expect(lines.join("")).not.toContain("ada@");
    expect(pattern("/api/slip/eyJ2YWx1ZSI6/x/y/z/1/2/3")).toBe("/api/slip/:id/:id/:id/:id/:id");
    expect((await handle(new Request("http://app/", { headers: { "x-request-id": "from-the-proxy-1" } }))).headers.get("x-request-id")).toBe("from-the-proxy-1");
    expect((await handle(new Request("http://app/", { headers: { "x-request-id": "bad id{}" } }))).headers.get("x-request-id")).toMatch(/^[\w-]{36}$/);
  });

  it("shows its figures to who has the token", async () => {
    const app = { ...s.app, env: { ...s.app.env, METRICS_TOKEN: TOKEN } };
    expect((await get(metrics)).status).toBe(404);
    expect((await get(metrics, app)).status).toBe(401);
    expect((await get(metrics, app, { authorization: "Bearer another token of this length" })).status).toBe(401);
    await receiveEvent(s.app, { shop: SHOP, eventId: "m-1", topic: "products/update", payload: { id: 1 }, triggeredAt: null });
    const text = async (): Promise<string> => (await get(metrics, app, { authorization: `Bearer ${TOKEN}` })).text();
    const before = await text();
    expect(before).toMatch(/^recourse_events_waiting 1$/m);
    expect(before).toMatch(/^recourse_jobs\{queue="inbox",state="created"\} 1$/m);
    expect(before).toMatch(/^process_resident_memory_bytes \d+$/m);
    expect(before).toContain('recourse_request_seconds_count{route="/app/rmas/:id/slip",method="GET",status="500"} 1');
    await handleEvents(s.app, { shop: SHOP, resource: "products 1" });
    await s.app.adminFor(SHOP).run("{ shop { id } }", {});
    const after = await text();
    expect(after).toMatch(/^recourse_events_waiting 0$/m);
    expect(after).toMatch(/^recourse_events_handled_total 1$/m);
    expect(after).toMatch(/^recourse_shopify_calls_total 1$/m);
  });

  it("is ready when database, migrations and queue are, and says what is missing", async () => {
    expect((await get(readyz)).status).toBe(200);
    const name = "20261128153000_inbox";
    await s.app.db.prisma.$executeRawUnsafe(`UPDATE "_prisma_migrations" SET "finished_at" = NULL WHERE "migration_name" = '${name}'`);
    const behind = await get(readyz);
    expect([behind.status, await behind.text()]).toEqual([503, "the database is not migrated"]);
    await s.app.db.prisma.$executeRawUnsafe(`UPDATE "_prisma_migrations" SET "finished_at" = now() WHERE "migration_name" = '${name}'`);
    expect((await get(readyz)).status).toBe(200);
    const fresh = await freshDatabase(), other = await openApp(readEnv({ DEVSTORE_URL: s.store.origin, ...whereOf(fresh) }));
    await other.jobs.close();
    expect(await (await get(readyz, other)).text()).toBe("the queue is closed");
    await other.db.close();
    expect(await (await get(readyz, other)).text()).toBe("the database does not answer");
    // The process lives all the same: to end it would bring no database back.
    expect(healthz().status).toBe(200);
    await fresh.drop();
  });
});
