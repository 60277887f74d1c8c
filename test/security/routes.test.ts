/** Threat model, "A shop reads another's": every route is tried by nobody, by a forged token, and by another shop's staff. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { SignJWT } from "jose";
import { OTHER, twoShops, type TwoShops } from "./twoShops.ts";
import { routeFiles, type RouteFile } from "./routes.ts";

/** Routes that answer everybody, and what that says. */
const open: Readonly<Record<string, string>> = { "_index.tsx": "sends on to the app", "healthz.ts": "says that the process lives", "readyz.ts": "says that the database answers", "metrics.ts": "has a token of its own" };
const guarded = routeFiles.filter(({ file }) => !(file in open));

let two: TwoShops, ids: Record<string, string>;
beforeAll(async () => {
  two = await twoShops();
  ids = { id: two.rmaId };
}, 120_000);
afterAll(() => two.close());

/** Names under which somebody might think of keeping a token. */
const COOKIES = ["session", "__session", "token", "id_token", "session_token", "access_token", "authorization", "shopify_app_session", "shopify_app_state", "recourse", "auth", "jwt"];

/** What a stranger may be shown: the way to sign in, or a refusal. */
async function showsNothing(response: Response, file: string): Promise<void> {
  const body = await response.text();
  // The list of what staff asked for holds the ids that this shop itself tried; the help on registrations names an order of that number as an example.
  const own = file === "app.settings.audit.tsx" ? [two.rmaId] : file.startsWith("app.registrations.") ? [two.placed.name] : [];
  for (const secret of [two.number, two.rmaId, two.placed.name, "ada@example.com", "Ada Field"]) if (!own.includes(secret)) expect(body, file).not.toContain(secret);
}

/** Ids of the first shop wherever a route takes one: of a case, and of an order. */
const attempts = (route: RouteFile): string[] => [two.rmaId, two.placed.orderId.split("/").at(-1) ?? ""].map((id) => route.path(Object.fromEntries(route.params.map((param) => [param, id]))));

const fieldsOf = (intent: string): URLSearchParams => new URLSearchParams({ intent, reason: "x", text: "x", line: `${two.rmaId}-001`, finding: "as_described", remedy: "refund", lineId: two.placed.lines[0] ?? "", lines: "[]", ids: two.rmaId, id: two.rmaId, rma: two.rmaId, settings: "{}" });
const intents = ["approve", "decline", "sent", "cancel", "close", "reopen", "receive", "inspect", "settle", "note", "read", "publish", "delete", "transfer"];

describe("nobody", () => {
  it("there are routes to try", () => {
    expect(guarded.length).toBeGreaterThan(12);
    expect(guarded.some((route) => route.params.includes("id"))).toBe(true);
  });

  it("is shown nothing by any route", async () => {
    for (const route of guarded.filter(({ loads }) => loads)) {
      for (const path of [`${route.path(ids)}`, `${route.path(ids)}?shop=${two.m.shop}`]) {
        const response = await two.ask(path, null);
        expect(response.status === 200 && !(await response.clone().text()).includes("app-bridge"), `${route.file} ${response.status}`).toBe(false);
        await showsNothing(response, route.file);
      }
    }
  });

  it("changes nothing by any route, also with the form of a page elsewhere", async () => {
    const before = await two.rows();
    for (const route of guarded.filter(({ acts }) => acts)) {
      const response = await two.ask(route.path(ids), null, { method: "POST", body: fieldsOf("approve"), headers: { origin: "https://elsewhere.example", cookie: "session=1" } });
      expect(response.ok, `${route.file} ${response.status}`).toBe(false);
    }
    expect(await two.rows()).toBe(before);
  });

  /** Every route, asked without a token and with cookies that hold a good one: of this shop's staff, and of the order's customer. */
  async function triedByCookie(asked: (route: RouteFile) => readonly RequestInit[]): Promise<readonly string[]> {
    const tokens = [await two.token(two.m.shop), await two.customersToken()];
    for (const token of tokens) {
      const cookie = COOKIES.flatMap((name) => [`${name}=${token}`, `${name}.sig=${token}`]).join("; ");
      for (const [route, path, init] of guarded.flatMap((one) => [...new Set([one.path(ids), ...attempts(one)])].flatMap((path) => asked(one).map((init) => [one, path, init] as const)))) {
        const response = await two.ask(path, null, { ...init, headers: { ...init.headers, cookie } }), name = `${init.method ?? "GET"} ${path} ${response.status}`;
        expect(response.headers.get("set-cookie"), name).toBeNull();
        expect(response.ok && !(await response.clone().text()).includes("app-bridge"), name).toBe(false);
        await showsNothing(response, route.file);
      }
    }
    return tokens;
  }

  it("is shown nothing by a cookie, though it holds a token that is good where tokens belong", async () => {
    const [staffs, customers] = await triedByCookie(({ loads }) => (loads ? [{}] : []));
    expect((await two.ask(`/app/rmas/${two.rmaId}`, null, { headers: { authorization: `Bearer ${staffs}` } })).status).toBe(200);
    expect((await two.ask(`/api/customer/rmas/${two.rmaId}`, null, { headers: { authorization: `Bearer ${customers}` } })).status).toBe(200);
  });

  it("changes nothing by a form of another site, with which the browser sends such cookies", async () => {
    const before = await two.rows(), form = "application/x-www-form-urlencoded", from: readonly Record<string, string>[] = [{ origin: "https://elsewhere.example" }, { origin: "null" }, {}];
    await triedByCookie(({ acts }) => (acts ? from.flatMap((origin): RequestInit[] => [{ method: "POST", body: fieldsOf("note"), headers: { ...origin, "content-type": form } }, { method: "POST", body: "{}", headers: { ...origin, "content-type": "text/plain" } }]) : []));
    expect(await two.rows()).toBe(before);
    // Remix refuses forms of other origins by itself, whatever they carry, so that only the last of the three stands on the token alone.
    expect((await two.ask(`/app/rmas/${two.rmaId}`, two.m.shop, { method: "POST", body: fieldsOf("note"), headers: { origin: "https://elsewhere.example" } })).ok).toBe(false);
    expect(await two.rows()).toBe(before);
  });

  it("finds no line of the app that reads or sets a cookie, whatever its name", () => {
    const files = execFileSync("git", ["ls-files", "app", "extensions"], { encoding: "utf8" }).split("\n").filter((file) => /\.(tsx?|liquid)$/.test(file) && !file.includes("generated"));
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => /cookie/i.test(readFileSync(file, "utf8")))).toEqual([]);
  });

  it("gets in with no token that this app's key did not sign for this app and now", async () => {
    const now = Math.floor(Date.now() / 1000), key = new TextEncoder().encode("recourse-local-secret"), good = { iss: `https://${two.m.shop}/admin`, dest: `https://${two.m.shop}`, aud: "recourse-local", sub: "1", jti: "j", sid: "s" };
    const sign = (claims: object, { alg = "HS256", from = now - 5, until = now + 50, by = key } = {}): Promise<string> => new SignJWT({ ...claims }).setProtectedHeader({ alg, typ: "JWT" }).setIssuedAt(from).setNotBefore(from).setExpirationTime(until).sign(by);
    const none = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from(JSON.stringify({ ...good, exp: now + 50, nbf: now - 5, iat: now - 5 })).toString("base64url")}.`;
    const forged: Record<string, string> = {
      "another key": await sign(good, { by: new TextEncoder().encode("some-other-secret-of-32-characters") }), "another app": await sign({ ...good, aud: "another-app" }), "ended": await sign(good, { from: now - 200, until: now - 100 }),
      "not begun": await sign(good, { from: now + 100, until: now + 160 }), "no signature": none, "another algorithm": await sign(good, { alg: "HS512" }), "not a token": "abc", "empty parts": "..",
    };
    const before = await two.rows();
    for (const [name, token] of Object.entries(forged)) {
      const response = await two.ask(`/app/rmas/${two.rmaId}`, null, { headers: { authorization: `Bearer ${token}` } });
      expect(response.ok, name).toBe(false);
      await showsNothing(response, name);
      expect((await two.ask(`/app/rmas/${two.rmaId}`, null, { method: "POST", body: fieldsOf("approve"), headers: { authorization: `Bearer ${token}` } })).ok, name).toBe(false);
    }
    expect(await two.rows()).toBe(before);
    const own = await two.ask(`/app/rmas/${two.rmaId}`, null, { headers: { authorization: `Bearer ${await sign(good)}` } });
    expect([own.status, (await own.text()).includes(two.number)]).toEqual([200, true]);
  });
});

describe("another shop's staff", () => {
  it("sees by no route what is not theirs", async () => {
    for (const route of guarded.filter(({ loads, file }) => loads && !file.startsWith("api.") && !file.startsWith("proxy"))) {
      for (const path of attempts(route)) {
        const response = await two.ask(path, OTHER);
        if (route.params.includes("id")) expect(response.status, `${route.file} ${path}`).toBe(404);
        await showsNothing(response, route.file);
      }
    }
  });

  it("changes by no route what is not theirs", async () => {
    const before = await two.rows();
    for (const route of guarded.filter(({ acts, params }) => acts && params.includes("id"))) {
      for (const path of attempts(route)) {
        for (const intent of intents) {
          const response = await two.ask(path, OTHER, { method: "POST", body: fieldsOf(intent) });
          await showsNothing(response, `${route.file} ${intent}`);
          expect(response.status, `${route.file} ${intent}`).toBeLessThan(500);
        }
      }
    }
    expect(await two.rows()).toBe(before);
  });

  it("the same requests do show and change things for the shop whose they are", async () => {
    const seen = await two.ask(`/app/rmas/${two.rmaId}`, two.m.shop);
    expect(await seen.text()).toContain(two.number);
    const before = await two.rows();
    expect((await two.ask(`/app/rmas/${two.rmaId}`, two.m.shop, { method: "POST", body: fieldsOf("note") })).status).toBe(200);
    expect(await two.rows()).not.toBe(before);
  });
});
