/** Threat model, "Text that bites": what customers, products and policies say, where it is shown, exported, printed or fetched. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { addNote } from "../../app/flows/addNote.ts";
import { changeSettings } from "../../app/flows/changeSettings.ts";
import { rmasAsCsv } from "../../app/flows/listRmas.ts";
import { packingSlip } from "../../app/flows/packingSlip.ts";
import { securityHeaders } from "../../app/securityHeaders.server.ts";
import { fileFetch, NotShopifys } from "../../app/shopify/fileFetch.ts";
import { itemMappingSchema, kindOf } from "../../app/shopify/itemMapping.ts";
import { rmaSearch } from "../../app/ui/rmaSearch.ts";
import { page } from "../../policy/page.ts";
import { madeUpPolicy } from "../policy/merchants.ts";
import { STAFF } from "../app/asks.ts";
import { twoShops, type TwoShops } from "./twoShops.ts";

const SCRIPT = '</script><script>alert(1)</script><img src=x onerror=alert(1)>', FORMULA = '=HYPERLINK("https://elsewhere.example","x")';

let two: TwoShops;
beforeAll(async () => {
  two = await twoShops();
  const { m, rmaId } = two, about = { shop: m.shop, rmaId, actor: STAFF };
  await addNote(m.s.app, { ...about, text: SCRIPT });
  await m.s.app.db.prisma.rmaLine.updateMany({ where: { shop: m.shop, rmaId }, data: { title: `${FORMULA} ${SCRIPT} ) Tj /JavaScript (\r\nX-Evil: 1` } });
}, 120_000);
afterAll(() => two.close());

describe("a screen", () => {
  it("shows hostile text as text, in its HTML and in the data beside it", async () => {
    for (const path of [`/app/rmas/${two.rmaId}`, "/app/rmas"]) {
      const html = await (await two.ask(path, two.m.shop)).text();
      expect(html, path).toContain("alert(1)");
      expect(html, path).not.toContain("<script>alert");
      expect(html, path).not.toContain("<img src=x");
    }
  });

  it("shows a policy in a frame of its own that may do nothing: no scripts, no forms, no way out", async () => {
    const html = await (await two.ask("/app/policy", two.m.shop)).text(), frames = [...html.matchAll(/<iframe([^>]*)>/g)].map(([, attributes = ""]) => attributes);
    expect(frames).toHaveLength(1);
    for (const frame of frames) expect(frame).toMatch(/ sandbox=""/);
    const sources = execFileSync("git", ["ls-files", "app"], { encoding: "utf8" }).split("\n").filter((file) => file.endsWith(".tsx")).map((file) => readFileSync(file, "utf8")).join("\n");
    for (const [frame] of sources.matchAll(/<iframe[^>]*>/g)) expect(frame).toContain('sandbox=""');
    expect(sources).not.toMatch(/dangerouslySetInnerHTML|allow-scripts/);
  });

  it("says which scripts may run, who may frame it, and what else browsers are to know", async () => {
    const response = await two.ask(`/app/rmas/${two.rmaId}?shop=${two.m.shop}`, two.m.shop), policy = response.headers.get("content-security-policy") ?? "", html = await response.text();
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
    expect(nonce.length).toBeGreaterThan(20);
    expect(policy).toMatch(/frame-ancestors [^;]*https:\/\/admin\.shopify\.com/);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(policy).toContain("object-src 'none'");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("set-cookie")).toBeNull();
    for (const [name, value] of Object.entries(securityHeaders(two.m.s.app.env))) expect(response.headers.get(name), name).toBe(value);
    expect(securityHeaders({ SHOPIFY_APP_URL: "https://app.example" })).toMatchObject({ "strict-transport-security": "max-age=31536000; includeSubDomains" });
    // Every script of the page carries the nonce or comes from a place the policy names; React leaves the rest out.
    const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)([^>]*)>/g)].map(([, attributes = ""]) => attributes);
    expect(inline.length).toBeGreaterThan(0);
    for (const attributes of inline) expect(attributes).toContain(`nonce="${nonce}"`);
    const again = (await two.ask(`/app/rmas/${two.rmaId}`, two.m.shop)).headers.get("content-security-policy") ?? "";
    expect(again).not.toContain(nonce);
  });
});

describe("what leaves the app", () => {
  it("a table has no cell that a spreadsheet takes for a formula", async () => {
    const csv = await rmasAsCsv(two.m.s.app, rmaSearch(new URLSearchParams(), two.m.shop, two.m.s.app.now()), ["a"]);
    expect(csv).toContain(`"'${FORMULA.replaceAll('"', '""')}`);
    expect(csv).not.toMatch(/(^|,|")[=+@\t\r-][A-Z(]/m);
  });

  it("a packing slip is a slip, whatever a title says", async () => {
    const pdf = Buffer.from(await packingSlip(two.m.s.app, { shop: two.m.shop, rmaId: two.rmaId })).toString("latin1");
    expect(pdf.startsWith("%PDF-")).toBe(true);
    for (const word of ["/JavaScript", "/OpenAction", "/Launch", "X-Evil"]) expect(pdf).not.toContain(word);
  });

  it("headers are the app's own words", async () => {
    for (const path of [`/app/rmas/${two.rmaId}/slip`, "/app/rmas/export"]) {
      const { headers, status } = await two.ask(path, two.m.shop);
      expect(status).toBe(200);
      expect([...headers.keys()]).not.toContain("x-evil");
      expect(headers.get("content-disposition")).not.toMatch(/[\r\n]/);
    }
  });

  it("a policy's page has its sentences as text, and no link but to its own parts", () => {
    const base = madeUpPolicy("clothing"), hostile = { ...base, merchant: SCRIPT, document: SCRIPT, clauses: base.clauses.map((clause) => ({ ...clause, says: `${clause.says} ${SCRIPT} [x](javascript:alert(1))`, at: SCRIPT })) };
    const html = page(hostile);
    expect(html).toContain("alert(1)");
    expect(html).not.toMatch(/<script(?! type="application\/ld\+json")/i);
    expect(html).not.toContain("<img");
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) => href).filter((href) => !href.startsWith("#"))).toEqual([]);
  });
});

describe("what comes in", () => {
  it("settings take the fields they have, by name", async () => {
    for (const settings of [{ domain: "x" }, { nextRma: 1 }, { automatic: { approve: true, refundAll: true } }, { mapping: [{ when: {}, gives: {}, run: "x" }] }, JSON.parse('{"__proto__":{"shipBackDays":1},"shipBackDays":"9"}') as object]) {
      const result = await changeSettings(two.m.s.app, { shop: two.m.shop, settings });
      expect("errors" in result && result.errors[0]?.path, JSON.stringify(settings)).toBeTruthy();
    }
    expect(({} as Record<string, unknown>)["shipBackDays"]).toBeUndefined();
  });

  it("a pattern a merchant types is matched at once, however it is made", () => {
    const sku = "a".repeat(200), line = { title: "x", sku, vendor: null, productType: null, tags: [], price: "1.00", isPartOfKit: false, metafields: [] };
    const mapping = itemMappingSchema.parse([{ when: { sku: `${"*a".repeat(49)}*b` }, gives: { class: "new" } }, { when: { sku: "(a+)+$" }, gives: { class: "accessory" } }]);
    const match = (): void => { for (let i = 0; i < 2_000; i++) if (kindOf(mapping, line).kind.class !== undefined) throw new Error("matched"); };
    // Bounded, since what hangs would never be heard of.
    runInNewContext("match()", { match }, { timeout: 30_000 });
  });
});

describe("what this server asks for by address", () => {
  it.each(["http://127.0.0.1:5432/", "http://169.254.169.254/latest/meta-data/", "https://elsewhere.example/a.png", "https://shopify.com.elsewhere.example/", "https://cdn.shopify.com@elsewhere.example/", "https://cdn.shopify.com:8443/", "http://cdn.shopify.com/", "file:///etc/passwd", "https://user@cdn.shopify.com/", "https://[::1]/", "https://notshopify.com/"])("%s is not asked", async (url) => {
    await expect(fileFetch(undefined)(url)).rejects.toThrow(/is not a host|fetch failed|Invalid URL/);
    await expect(fileFetch(undefined)(url)).rejects.toBeInstanceOf(url.startsWith("file:") ? Error : NotShopifys);
  });

  it("leads nowhere else by a redirect", async () => {
    const asked: string[] = [], serve = async (answer: (response: ServerResponse) => void): Promise<Server> => {
      const server = createServer((request, response) => { asked.push(request.url ?? ""); answer(response); });
      await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
      return server;
    };
    const origin = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const inside = await serve((response) => response.end("secret")), files = await serve((response) => response.writeHead(302, { location: `${origin(inside)}/inside` }).end());
    await expect(fileFetch(origin(files))(`${origin(files)}/file`)).rejects.toThrow();
    expect(asked).toEqual(["/file"]);
    for (const server of [inside, files]) { server.closeAllConnections(); server.close(); }
  });

  it("is Shopify's, by one of these doors; a new one is looked at here", () => {
    const files = execFileSync("git", ["ls-files", "app"], { encoding: "utf8" }).split("\n").filter((file) => /\.tsx?$/.test(file) && !file.startsWith("app/ui/"));
    const doors = files.filter((file) => /(?<![.\w])fetch\(/.test(readFileSync(file, "utf8"))).sort();
    expect(doors).toEqual(["app/shopify.server.ts", "app/shopify/fileFetch.ts"]);
  });
});

describe("secrets", () => {
  /** Files that hash and compare nothing secret, and what they hash. */
  const plain: Readonly<Record<string, string>> = { "app/migrate.server.ts": "migrations", "app/tokenSeal.server.ts": "a name into a key", "app/flows/policyPage.ts": "a page, for its etag" };

  it("are compared without telling by the time how far they fit", () => {
    const files = execFileSync("git", ["ls-files", "app"], { encoding: "utf8" }).split("\n").filter((file) => /\.tsx?$/.test(file));
    const signing = files.filter((file) => !Object.hasOwn(plain, file) && /create(Hmac|Hash)\(/.test(readFileSync(file, "utf8")));
    expect(signing.length).toBeGreaterThan(0);
    for (const file of signing) expect(readFileSync(file, "utf8"), file).toMatch(/timingSafeEqual\(/);
  });

  it("stand in nothing that is logged or answered, also when Shopify is away", async () => {
    const { m } = two, session = await m.s.app.shopify.sessionStorage.loadSession(`offline_${m.shop}`), said: string[] = [];
    const spies = [vi.spyOn(process.stdout, "write"), vi.spyOn(process.stderr, "write")].map((spy) => spy.mockImplementation((chunk) => { said.push(String(chunk)); return true; }));
    const consoles = (["log", "warn", "error", "info", "debug"] as const).map((name) => vi.spyOn(console, name).mockImplementation((...all: unknown[]) => void said.push(all.map((one) => (one instanceof Error ? `${one.stack} ${JSON.stringify(one)}` : JSON.stringify(one))).join(" "))));
    const token = await two.token(m.shop);
    try {
      await m.fault({ kind: "5xx", times: 50 });
      said.push(await (await two.ask(`/app/orders/${two.placed.orderId.split("/").at(-1)}`, m.shop)).text());
      await fetch(`${m.s.store.origin}/__faults`, { method: "DELETE" });
      await m.fault({ kind: "hangUp", times: 50 });
      said.push(await (await two.ask(`/app/orders/${two.placed.orderId.split("/").at(-1)}`, m.shop)).text());
      said.push(await (await two.ask("/app/rmas/none", m.shop)).text(), await (await two.ask(`/app/rmas/x?id_token=${token}x`, null)).text());
    } finally {
      await fetch(`${m.s.store.origin}/__faults`, { method: "DELETE" });
      for (const spy of [...spies, ...consoles]) spy.mockRestore();
    }
    const all = [...said, ...two.logged].join("\n");
    for (const heard of ["a request failed", "Shopify answered 502", "The connection to Shopify was lost"]) expect(two.logged.join("")).toContain(heard);
    expect(all.length).toBeGreaterThan(500);
    for (const secret of [session?.accessToken, session?.refreshToken, "recourse-local-secret"]) expect(all).not.toContain(secret);
  });
});
