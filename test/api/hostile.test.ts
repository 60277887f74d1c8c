/** Threat table of the API: what somebody who should not tries, how it is answered, and that nothing changes anywhere. */
import { createHmac, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ApiError } from "../../app/api.ts";
import { Prisma } from "../../app/generated/prisma/client.ts";
import { DEFECTIVE } from "../app/asks.ts";
import { stepsOf } from "../app/rmaSteps.ts";
import { addShop } from "../devstore/kernel/world.ts";
import { createShop } from "../devstore/shop.ts";
import { fetchHandler } from "../../app/serve.server.ts";
import { apiShop, BROWSER, STRANGER, tail, type ApiShop, type Asked, type Placed } from "./apiShop.ts";

let m: ApiShop, placed: Placed, customer: string, rmaId: string, slip: string;
beforeAll(async () => {
  m = await apiShop("amcrest");
  addShop(m.s.world, createShop({ domain: "other.myshopify.com", currency: "USD", tokens: [] }));
  placed = await m.place({ lines: [{ sku: "AM-T5", price: "69.99", quantity: 3 }] });
  customer = await m.customerOf(placed);
  rmaId = (await stepsOf(m).requested(placed, { request: { ...DEFECTIVE } }, { customerId: customer })).id;
  slip = m.s.app.signed.sign("slip", { shop: m.shop, rmaId, locale: "en" }, new Date(Date.now() + 60_000));
}, 240_000);
afterAll(() => m.s.close());

type Try = Readonly<{ what: string; status: number; path?: () => string; token?: () => Promise<string | null>; asked?: () => Asked }>;

const now = (): number => Math.floor(Date.now() / 1000);
const order = (more = ""): string => `/api/customer/orders/${tail(placed.orderId)}${more}`;
const own = (): Promise<string> => m.sign({ sub: customer });
const line = (more: object = {}): object => ({ lineId: placed.lines[0], quantity: 1, reason: "unwanted", ...more });
const request = (more: object = {}, top: object = {}): Asked => ({ body: { key: randomUUID(), lines: [line(more)], ...top } });
const staff = (more: object = {}): Promise<string> => m.sign({ iss: `https://${m.shop}/admin`, dest: `https://${m.shop}`, sub: "1", sid: "s", ...more });
const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");
const unsigned = (): string => `${encoded({ alg: "none", typ: "JWT" })}.${encoded({ dest: m.shop, aud: "recourse-local", sub: customer, exp: now() + 99, nbf: now() - 9 })}.`;
/** Claims of a good token with the owner changed, under the old signature. */
const altered = async (): Promise<string> => {
  const [head, body = "", mac] = (await m.sign({ sub: STRANGER })).split(".");
  return `${head}.${encoded({ ...(JSON.parse(Buffer.from(body, "base64url").toString()) as object), sub: customer })}.${mac}`;
};
const slipWith = (change: object): string => {
  const [body = "", mac] = slip.split(".");
  return `/api/slip/${encoded({ ...(JSON.parse(Buffer.from(body, "base64url").toString()) as object), ...change })}.${mac}`;
};
const pastSlip = (): string => `/api/slip/${m.s.app.signed.sign("slip", { shop: m.shop, rmaId }, new Date(Date.now() - 1000))}`;
const stranger = (): Promise<string> => m.sign({ sub: STRANGER });
const upload = (more: object = {}): Asked => ({ body: { orderId: placed.orderId, filename: "a.jpg", mimeType: "image/jpeg", size: 9, ...more } });
const nobody = async (): Promise<null> => null;
/** Bodies are read before it is looked whose order it is, so that a third customer, who has asked for little yet, may try them. */
const third = (): Promise<string> => m.sign({ sub: "gid://shopify/Customer/555" });
const more = { amount: "999.00" };

const tries: readonly Try[] = [
  { what: "no token", status: 401, token: nobody },
  { what: "no token, to act", status: 401, token: nobody, path: () => order("/request"), asked: request },
  { what: "words instead of a token", status: 401, token: async () => "let-me-in" },
  { what: "a token of another app", status: 401, token: () => m.sign({ sub: customer, aud: "another-app" }) },
  { what: "a token for several apps", status: 403, token: () => m.sign({ sub: customer, aud: ["recourse-local", "another-app"] }) },
  { what: "a token without an audience", status: 403, token: () => m.sign({ sub: customer, aud: undefined }) },
  { what: "a token that has ended", status: 401, token: () => m.sign({ sub: customer }, { from: now() - 400, until: now() - 100 }) },
  { what: "a token that has not begun", status: 401, token: () => m.sign({ sub: customer }, { from: now() + 100, until: now() + 400 }) },
  { what: "a token without an end", status: 403, token: () => m.sign({ sub: customer, exp: undefined }) },
  { what: "a token signed by somebody else", status: 401, token: () => m.sign({ sub: customer }, { secret: "some-other-secret-that-is-long-enough" }) },
  { what: "a token without a signature", status: 401, token: async () => unsigned() },
  { what: "a token by HS512", status: 401, token: () => m.sign({ sub: customer }, { alg: "HS512" }) },
  { what: "a token whose owner was changed", status: 401, token: altered },
  { what: "a token of nobody signed in", status: 403, token: () => m.sign() },
  { what: "a token whose owner is no customer", status: 403, token: () => m.sign({ sub: placed.orderId }) },
  { what: "a token to a host that is no shop", status: 403, token: () => m.sign({ sub: customer, dest: "amcrest.myshopify.com.evil.example" }) },
  { what: "a token to another shop, which has not installed the app", status: 403, token: () => m.sign({ sub: customer, dest: "other.myshopify.com" }) },
  { what: "staff's token at a customer's route", status: 403, token: () => staff() },
  { what: "a customer's token at staff's route", status: 403, path: () => `/api/staff/orders/${tail(placed.orderId)}`, token: own },
  { what: "a customer's token at the counter's route", status: 403, path: () => `/api/pos/orders/${tail(placed.orderId)}`, token: own },
  { what: "a customer's token to open cases as staff", status: 403, path: () => "/api/staff/rmas", token: own, asked: () => ({ body: { orderIds: [placed.orderId], reason: "unwanted", key: randomUUID() } }) },
  { what: "staff's token whose issuer is another shop's admin", status: 403, path: () => `/api/staff/orders/${tail(placed.orderId)}`, token: () => staff({ iss: "https://other.myshopify.com/admin" }) },
  { what: "staff of a shop without the app", status: 403, path: () => `/api/staff/orders/${tail(placed.orderId)}`, token: () => staff({ iss: "https://other.myshopify.com/admin", dest: "https://other.myshopify.com" }) },
  { what: "another customer's order", status: 404, token: stranger },
  { what: "a quote on another customer's order", status: 404, token: stranger, path: () => order("/quote"), asked: () => ({ body: { lines: [line()] } }) },
  { what: "a request on another customer's order", status: 404, token: stranger, path: () => order("/request"), asked: request },
  { what: "to cancel another customer's order", status: 404, token: stranger, path: () => order("/cancel"), asked: () => ({ body: { key: randomUUID() } }) },
  { what: "a draft on another customer's order", status: 404, token: stranger, path: () => order("/draft"), asked: () => ({ method: "PUT", body: { data: {} } }) },
  { what: "an upload to another customer's order", status: 404, token: stranger, path: () => "/api/customer/uploads", asked: upload },
  { what: "to register another customer's item", status: 404, token: stranger, path: () => "/api/customer/registrations", asked: () => ({ body: { orderId: placed.orderId, lineId: placed.lines[0] } }) },
  { what: "another customer's case", status: 404, token: stranger, path: () => `/api/customer/rmas/${rmaId}` },
  { what: "to cancel another customer's case", status: 404, token: stranger, path: () => `/api/customer/rmas/${rmaId}/cancel`, asked: () => ({ body: {} }) },
  { what: "to say another customer's parcel is sent", status: 404, token: stranger, path: () => `/api/customer/rmas/${rmaId}/sent`, asked: () => ({ body: {} }) },
  { what: "to accept another customer's price", status: 404, token: stranger, path: () => `/api/customer/rmas/${rmaId}/quote`, asked: () => ({ body: { rmaLineId: `${rmaId}-001`, accept: true, amount: "1.00" } }) },
  { what: "an order that is a path", status: 404, path: () => "/api/customer/orders/..%2F..%2Frmas" },
  { what: "another kind of thing as an order", status: 404, path: () => `/api/customer/orders/${encodeURIComponent(customer)}` },
  { what: "an override", status: 400, path: () => order("/request"), asked: () => request({ override: "because I say so", remedy: "refund" }) },
  { what: "an amount of one's own", status: 400, path: () => order("/request"), asked: () => request({ remedy: "refund", amount: "999.00" }) },
  { what: "a decision of one's own", status: 400, path: () => order("/request"), asked: () => request({}, { decision: { outcome: "remedies_open" } }) },
  { what: "a fact that only staff can find", status: 400, path: () => order("/quote"), asked: () => ({ body: { lines: [line({ facts: { inspection: { finding: "defect_confirmed" } } })] } }) },
  { what: "evidence said to be complete", status: 400, path: () => order("/quote"), asked: () => ({ body: { lines: [line({ facts: { missingEvidence: [] } })] } }) },
  { what: "a note with a character that no column holds", status: 400, path: () => order("/request"), asked: () => request({ note: "a\0b" }) },
  { what: "a name that is half a character", status: 400, path: () => order("/draft"), asked: () => ({ method: "PUT", raw: '{"data":{"\\ud800":1}}' }) },
  { what: "a draft nested without end", status: 400, path: () => order("/draft"), asked: () => ({ method: "PUT", raw: `{"data":{"a":${"[".repeat(3_000)}${"]".repeat(3_000)}}}` }) },
  { what: "another customer to act for", status: 400, path: () => order("/request"), asked: () => request({}, { customerId: STRANGER }) },
  { what: "a field more with a quote", status: 400, token: third, path: () => order("/quote"), asked: () => ({ body: { lines: [line()], ...more } }) },
  { what: "a field more with a cancellation", status: 400, token: third, path: () => order("/cancel"), asked: () => ({ body: { key: randomUUID(), ...more } }) },
  { what: "a field more with a draft", status: 400, token: third, path: () => order("/draft"), asked: () => ({ method: "PUT", body: { data: {}, ...more } }) },
  { what: "a field more with an upload", status: 400, token: third, path: () => "/api/customer/uploads", asked: () => upload(more) },
  { what: "a field more with a registration", status: 400, token: third, path: () => "/api/customer/registrations", asked: () => ({ body: { serial: "S", registeredOn: "2020-01-01" } }) },
  { what: "a field more to cancel a case", status: 400, token: third, path: () => `/api/customer/rmas/${rmaId}/cancel`, asked: () => ({ body: more }) },
  { what: "a field more with a parcel", status: 400, token: third, path: () => `/api/customer/rmas/${rmaId}/sent`, asked: () => ({ body: { tracking: "1", ...more } }) },
  { what: "a field more with a price accepted", status: 400, token: third, path: () => `/api/customer/rmas/${rmaId}/quote`, asked: () => ({ body: { rmaLineId: "1", accept: true, amount: "1.00", price: "0.01" } }) },
  { what: "a field more from staff", status: 400, token: () => staff(), path: () => "/api/staff/rmas", asked: () => ({ body: { orderIds: [placed.orderId], reason: "unwanted", key: randomUUID(), override: "yes" } }) },
  { what: "a remedy that the policy does not open", status: 422, path: () => order("/request"), asked: () => request({ remedy: "store_credit" }) },
  { what: "more units than were bought", status: 400, path: () => order("/request"), asked: () => request({ quantity: 400 }) },
  { what: "a file that was never uploaded", status: 400, path: () => order("/request"), asked: () => request({ files: ["abc.def"] }) },
  { what: "a link to a slip as a file", status: 400, path: () => order("/request"), asked: () => request({ files: [slip] }) },
  { what: "a program as a photo", status: 415, path: () => "/api/customer/uploads", asked: () => upload({ mimeType: "application/x-msdownload", filename: "a.exe" }) },
  { what: "a page as a photo", status: 415, path: () => "/api/customer/uploads", asked: () => upload({ mimeType: "image/svg+xml" }) },
  { what: "a photo of a terabyte", status: 413, path: () => "/api/customer/uploads", asked: () => upload({ size: 1e12 }) },
  { what: "a body of a megabyte", status: 413, path: () => order("/quote"), asked: () => ({ raw: JSON.stringify({ lines: [], more: "x".repeat(1e6) }) }) },
  { what: "a form instead of JSON", status: 415, path: () => order("/request"), asked: () => ({ raw: new URLSearchParams({ key: "1" }), headers: { "content-type": "application/x-www-form-urlencoded" } }) },
  { what: "JSON as plain text, which needs no preflight", status: 415, path: () => order("/request"), asked: () => ({ raw: JSON.stringify(request().body), headers: { "content-type": "text/plain" } }) },
  { what: "text that is no JSON", status: 400, path: () => order("/request"), asked: () => ({ raw: "{" }) },
  { what: "a method that is not there", status: 405, asked: () => ({ method: "DELETE", raw: "{}" }) },
  { what: "a page of another origin", status: 403, asked: () => ({ headers: { origin: "https://evil.example" } }) },
  { what: "a page of no origin", status: 403, asked: () => ({ headers: { origin: "null" } }) },
  { what: "a preflight of another origin", status: 403, path: () => order("/request"), asked: () => ({ method: "OPTIONS", headers: { origin: "https://evil.example", "access-control-request-method": "POST" } }) },
  { what: "a slip whose case was changed", status: 404, token: nobody, path: () => slipWith({ value: { shop: m.shop, rmaId: "another" } }) },
  { what: "a slip whose end was moved", status: 404, token: nobody, path: () => slipWith({ until: Date.now() + 1e10 }) },
  { what: "a slip of last hour", status: 410, token: nobody, path: pastSlip },
  { what: "a slip signed by guess", status: 404, token: nobody, path: () => `/api/slip/${slip.split(".")[0]}.${createHmac("sha256", "guess").update("x").digest("base64url")}` },
];

/** Every table's rows and what the store holds, each as one text; how fast the store may be asked is left out. */
async function everything(): Promise<ReadonlyMap<string, string>> {
  const told = (value: unknown): string => JSON.stringify(value, (key, inner: unknown) => (typeof inner === "bigint" ? String(inner) : key === "throttle" ? null : inner));
  const tables = await Promise.all(Object.values(Prisma.ModelName).map(async (table) => [table, told(await m.s.app.db.sql.query(`SELECT * FROM "${table}" ORDER BY 1, 2, 3`))] as const));
  return new Map([...tables, ["the store", told(await (await fetch(`${m.s.store.origin}/__state?full=1`)).json())]]);
}

it(`refuses ${tries.length} tries, and nothing is changed by any of them`, async () => {
  // Who this member of staff is, is asked of Shopify at their first call and kept.
  await m.call(`/api/staff/orders/${tail(placed.orderId)}`, await staff());
  const before = await everything();
  for (const { what, status, path = order, token = own, asked } of tries) {
    const answer = await m.call<ApiError>(path(), await token(), asked?.());
    expect.soft(answer.status, what).toBe(status);
    expect.soft(JSON.stringify(answer.body), what).not.toMatch(/RMA-1001|ada@example/i);
    if (status === 403) expect.soft(answer.headers.get("access-control-allow-origin"), what).not.toBe("https://evil.example");
    if (answer.body.error?.code === "invalid") expect.soft(answer.body.error.fields?.length, what).toBeGreaterThan(0);
  }
  const after = await everything();
  expect([...before].filter(([name, rows]) => after.get(name) !== rows).map(([name]) => name)).toEqual([]);
}, 240_000);

it("lets the owner in by the same calls, from Shopify's pages alone", async () => {
  const { status, headers } = await m.call(order(), await own());
  expect([status, headers.get("access-control-allow-origin"), headers.get("cache-control")]).toEqual([200, "https://extensions.shopifycdn.com", "no-store"]);
  expect((await m.call(order("/request"), null, { method: "OPTIONS", headers: { "access-control-request-method": "POST" } })).status).toBe(204);
  expect((await m.call(`/api/slip/${slip}`, null)).status).toBe(200);
  expect((await m.call(`/api/staff/orders/${tail(placed.orderId)}`, await staff())).status).toBe(200);
});

it("asks who asks too often to wait, and nobody else", async () => {
  const asking = await m.sign({ sub: customer }), path = `/api/customer/rmas/${rmaId}/sent`;
  const answers = [];
  for (let i = 0; i < 22; i++) answers.push(await m.call(path, asking, { body: { nothing: i } }));
  expect(answers.at(-1)).toMatchObject({ status: 429, body: { error: { code: "too_many" } } });
  expect(Number(answers.at(-1)?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await m.call(path, await stranger(), { body: {} })).status).toBe(404);
});

it("asks all of a shop to wait, whoever they are, where together they ask too often; and only for a while", async () => {
  // An hour on, and the clock stands: however slow the machine is, it is one minute.
  let at = new Date(Date.now() + 3_600_000);
  const handle = await fetchHandler({ ...m.s.app, now: () => at }, process.env["BUILD_FOLDER"] ?? "build");
  const customers = await Promise.all(Array.from({ length: 40 }, (_, i) => m.sign({ sub: `gid://shopify/Customer/${7_000 + i}` })));
  const ask = (i: number): Promise<Response> => handle(new Request(new URL(`/api/customer/rmas/${rmaId}`, m.s.app.env.SHOPIFY_APP_URL), { headers: { "user-agent": BROWSER, authorization: `Bearer ${customers[i % customers.length] ?? ""}` } }));
  const answers: Response[] = [];
  while (answers.length < 1_300) answers.push(...(await Promise.all(Array.from({ length: 50 }, (_, i) => ask(answers.length + i)))));
  expect(answers.map(({ status }) => status)).toEqual(answers.map((_, i) => (i < 1_200 ? 404 : 429)));
  expect(Number(answers.at(-1)?.headers.get("retry-after"))).toBe(60);
  at = new Date(at.getTime() + 60_001);
  expect((await ask(0)).status).toBe(404);
});
