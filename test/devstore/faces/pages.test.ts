import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { surround } from "../control/surround.ts";
import { extensionsFrom } from "../extensions/declared.ts";
import { createWorld, type World } from "../kernel/world.ts";
import { callAll } from "../seed/adminCall.ts";
import { inProcess, seedWorld } from "../seed/seedWorld.ts";
import type { Shop } from "../shop.ts";
import { serve, type DevStore } from "../start.ts";
import { adminRead } from "../webhooks/adminRead.ts";
import { startApp, type AppUnderTest } from "./appUnderTest.ts";
import { violationsIn } from "./axe.ts";
import { hasChromium, openBrowser, type Browsing } from "./browser.ts";

const EVIL = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>"'`;
let world: World;
let shop: Shop;
let store: DevStore;
let app: AppUnderTest;
let evilOrder = "";

type Listed = { id: string; legacyResourceId: string; name: string; displayFulfillmentStatus: string; cancelledAt: string | null; customer: { legacyResourceId: string } | null; returns: { nodes: { status: string }[] } };
const listed = (): Listed[] => {
  const { data } = adminRead(world, shop, "{ orders(first: 250) { nodes { id legacyResourceId name displayFulfillmentStatus cancelledAt customer { legacyResourceId } returns(first: 3) { nodes { status } } } } }", {});
  return (data["orders"] as { nodes: Listed[] }).nodes;
};
const number = (id: string): string => id.split("/").at(-1) ?? "";
const get = (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(store.origin + path, { redirect: "manual", headers });
const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(store.origin + path, { method: "POST", redirect: "manual", headers, body: new URLSearchParams(form) });
const cookieOf = (order: Listed): Record<string, string> => ({ cookie: `devstore_customer=${order.customer?.legacyResourceId}` });

async function makeEvil(): Promise<void> {
  const send = inProcess(world, shop, "local-camstro");
  await callAll(send, "createProduct", [{ product: { title: EVIL, tags: [EVIL.slice(0, 30)] } }]);
  const [customer] = await callAll(send, "createCustomer", [{ input: { firstName: EVIL, lastName: "X", email: "evil@example.com" } }]);
  const money = { shopMoney: { amount: "5", currencyCode: "USD" } };
  const [order] = await callAll(send, "createOrder", [{
    order: { currency: "USD", note: EVIL, tags: ["evil"], customer: { toAssociate: { id: (customer?.["customer"] as { id: string }).id } }, customAttributes: [{ key: EVIL, value: EVIL }], lineItems: [{ title: EVIL, quantity: 1, priceSet: money, requiresShipping: true }] },
  }]);
  evilOrder = number((order?.["order"] as { id: string }).id);
}

beforeAll(async () => {
  world = createWorld();
  await seedWorld(world, { orders: 60, shops: ["camstro"] });
  const [first] = world.shops.values();
  if (!first) throw new Error("no shop");
  shop = first;
  app = await startApp(() => store.origin);
  await makeEvil();
  surround(world, { app: { appUrl: app.url } });
  extensionsFrom(world, "none");
  store = await serve(world);
});
afterAll(async () => {
  await store.close();
  await app.close();
});

describe("the pages", () => {
  it.each(["/", "/store/camstro/orders", "/store/camstro/products", "/store/camstro/customers", "/store/camstro/settings", "/store/camstro/apps/recourse", "/account/camstro"])("%s is answered without gaps", async (path) => {
    const response = await get(path);
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).not.toContain("could not answer");
    expect(response.headers.get("content-security-policy")).toContain("script-src 'self'");
  });

  it("shows every order, product and customer, as staff and as customer", async () => {
    for (const order of listed()) {
      const text = await (await get(`/store/camstro/orders/${order.legacyResourceId}`)).text();
      expect(text, order.name).toContain(`<h1>${order.name.replace("#", "#")}</h1>`);
      expect(text, order.name).not.toContain("could not answer");
      if (order.customer) expect((await get(`/account/camstro/orders/${order.legacyResourceId}`, cookieOf(order))).status, order.name).toBe(200);
    }
    for (const id of [...shop.products.keys(), ...shop.customers.keys()]) {
      const kind = id.includes("/Product/") ? "products" : "customers";
      expect((await get(`/store/camstro/${kind}/${number(id)}`)).status, id).toBe(200);
    }
  });

  it("pages through the order list by cursor", async () => {
    const first = await (await get("/store/camstro/orders")).text();
    const next = /href="(\?[^"]*after=[^"]*)"/.exec(first)?.[1]?.replaceAll("&#38;", "&") ?? "";
    const second = await (await get(`/store/camstro/orders${next}`)).text();
    const names = (text: string) => [...text.matchAll(/class="row" href="[^"]*">(#\d+)</g)].map((m) => m[1]);
    expect(names(first)).toHaveLength(50);
    expect(names(second)).toHaveLength(listed().length - 50);
    expect(names(second).filter((n) => names(first).includes(n))).toEqual([]);
    expect(second).toMatch(/rel="prev"/);
  });

  it("finds orders by the query grammar and says so when nothing fits", async () => {
    expect(await (await get("/store/camstro/orders?q=tag%3Aevil")).text()).toMatch(new RegExp(`orders/${evilOrder}`));
    expect(await (await get("/store/camstro/orders?q=tag%3Anone")).text()).toContain("No order fits");
  });

  it("knows no unknown order, shop or page", async () => {
    for (const path of ["/store/camstro/orders/1", "/store/nobody/orders", "/store/camstro/nothing", "/store/camstro/products/1", "/faces/nothing.js", "/account/nobody"]) expect((await get(path)).status, path).toBe(404);
  });
});

describe("texts of the shop", () => {
  it("are never markup, in any page", async () => {
    const customer = listed().find((o) => o.legacyResourceId === evilOrder)?.customer?.legacyResourceId ?? "";
    const paths = [`/store/camstro/orders/${evilOrder}`, "/store/camstro/orders", "/store/camstro/orders?q=" + encodeURIComponent(EVIL), "/store/camstro/products", "/store/camstro/customers", `/store/camstro/customers/${customer}`, "/account/camstro", `/store/camstro/orders?said=${encodeURIComponent(EVIL)}`];
    for (const path of paths) {
      const text = await (await get(path)).text();
      expect(text, path).not.toContain("<img");
      expect(text, path).not.toContain("<script>window");
    }
    for (const path of ["/account/camstro/orders", `/account/camstro/orders/${evilOrder}`, "/account/camstro/profile"]) expect(await (await get(path, { cookie: `devstore_customer=${customer}` })).text(), path).not.toContain("<img");
    expect(await (await get(`/store/camstro/orders/${evilOrder}`)).text()).toContain("&#60;img src=x");
  });
});

describe("acting on an order", () => {
  it("ships, delivers, and takes a return from the customer's request to staff's approval, with webhooks", async () => {
    const order = listed().find((o) => o.displayFulfillmentStatus === "UNFULFILLED" && o.cancelledAt === null && o.customer !== null && o.legacyResourceId !== evilOrder);
    if (!order) throw new Error("no open order");
    const path = `/store/camstro/orders/${order.legacyResourceId}`;
    const topics: string[] = [];
    const before = world.onHappening;
    world.onHappening = (h) => void topics.push(h.topic);
    expect((await post(path, { act: "fulfil" })).headers.get("location")).toContain("said=Done");
    const parcel = /name="id" value="(gid:\/\/shopify\/Fulfillment\/\d+)"/.exec(await (await get(path)).text())?.[1] ?? "";
    expect((await post(path, { act: "event", id: parcel, status: "DELIVERED" })).headers.get("location")).toContain("said=Done");
    expect(await (await get(path)).text()).toContain("Delivered");
    const form = await (await get(`/account/camstro/orders/${order.legacyResourceId}/return`, cookieOf(order))).text();
    const line = /name="(gid:\/\/shopify\/FulfillmentLineItem\/\d+)"/.exec(form)?.[1] ?? "";
    const reason = /<option value="([^"]+)">/.exec(form)?.[1] ?? "";
    const asked = await post(`/account/camstro/orders/${order.legacyResourceId}/return`, { [line]: "1", reason, note: "Too loud" }, cookieOf(order));
    expect(asked.headers.get("location")).toContain("said=Your");
    const page = await (await get(path)).text();
    expect(page).toContain("Too loud");
    const id = /name="id" value="(gid:\/\/shopify\/Return\/\d+)"/.exec(page)?.[1] ?? "";
    expect((await post(path, { act: "approve", id })).headers.get("location")).toContain("said=Done");
    expect((await post(path, { act: "approve", id })).headers.get("location")).toContain("refused=Return+is+not+approvable");
    world.onHappening = before;
    for (const topic of ["fulfillments/create", "fulfillment_events/create", "returns/request", "returns/approve"]) expect(topics).toContain(topic);
  });

  it("makes an order of the past by the form, paid and delivered on the day", async () => {
    const page = await (await get("/store/camstro/orders/new")).text();
    const [, item = ""] = /<option value="(gid:\/\/shopify\/ProductVariant\/\d+ [1-9][\d.]*)"/.exec(page) ?? [];
    const [, customer = ""] = /<option value="(gid:\/\/shopify\/Customer\/\d+)"/.exec(page) ?? [];
    const day = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10);
    const made = await post("/store/camstro/orders/new", { customer, v1: item, n1: "2", tax: "10", placed: day, delivered: day });
    expect(made.headers.get("location")).toMatch(/\/orders\/\d+\?said=Order/);
    const { data } = adminRead(world, shop, "query ($id: ID!) { order(id: $id) { displayFinancialStatus processedAt totalPriceSet { shopMoney { amount } } fulfillments(first: 1) { deliveredAt } } }", { id: `gid://shopify/Order/${/orders\/(\d+)/.exec(made.headers.get("location") ?? "")?.[1]}` });
    const total = Math.round(Number(item.split(" ")[1]) * 220) / 100;
    expect(data["order"]).toMatchObject({ displayFinancialStatus: "PAID", processedAt: `${day}T12:00:00Z`, fulfillments: [{ deliveredAt: `${day}T12:00:00Z` }] });
    expect(Number((data["order"] as { totalPriceSet: { shopMoney: { amount: string } } }).totalPriceSet.shopMoney.amount)).toBeCloseTo(total, 2);
    expect((await post("/store/camstro/orders/new", { placed: day })).headers.get("location")).toContain("refused=");
  });

  it("shows a customer their own orders only", async () => {
    const [one, other] = listed().filter((o) => o.customer);
    if (!one || !other) throw new Error("no orders");
    const foreign = listed().find((o) => o.customer && o.customer.legacyResourceId !== one.customer?.legacyResourceId) ?? other;
    expect((await get(`/account/camstro/orders/${foreign.legacyResourceId}`, cookieOf(one))).status).toBe(404);
    expect((await post(`/account/camstro/orders/${foreign.legacyResourceId}/return`, {}, cookieOf(one))).status).toBe(404);
    expect((await get("/account/camstro/orders")).headers.get("location")).toBe("/account/camstro");
  });

  it("turns away posts that another site sent", async () => {
    const path = `/store/camstro/orders/${evilOrder}`;
    expect((await post(path, { act: "cancel" }, { origin: "https://evil.example" })).status).toBe(403);
    expect(listed().find((o) => o.legacyResourceId === evilOrder)?.cancelledAt).toBeNull();
    expect((await post(path, { act: "constructor" })).status).toBe(404);
  });
});

/** What axe finds wrong with a page, by the rules of WCAG 2.2 A and AA; the app in its frame is not ours. */
async function wrong(page: Page): Promise<string[]> {
  const violations = await violationsIn(page.mainFrame(), { tags: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], exclude: "#app" });
  return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 140)}`));
}

/** Axe is slow where other tests share the machine. */
const PATIENCE = { timeout: 180_000 };

if (hasChromium) describe("the pages in Chromium", PATIENCE, () => {
  let browsing: Browsing;
  let page: Page;
  const errors: string[] = [];
  let paths: string[] = [];

  beforeAll(async () => {
    browsing = await openBrowser();
    page = await browsing.context.newPage();
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => { if (message.type() === "error") errors.push(message.text()); });
    const withReturn = listed().find((o) => o.returns.nodes.length > 0);
    await page.goto(`${store.origin}/account/camstro/orders?as=${withReturn?.customer?.legacyResourceId ?? ""}`);
    paths = ["/", "/store/camstro/orders", `/store/camstro/orders/${evilOrder}`, `/store/camstro/orders/${withReturn?.legacyResourceId ?? ""}`, "/store/camstro/products", `/store/camstro/products/${number([...shop.products.keys()][0] ?? "")}`,
      "/store/camstro/customers", "/store/camstro/orders/new", "/store/camstro/settings", "/store/camstro/apps/recourse", "/account/camstro/orders", `/account/camstro/orders/${withReturn?.legacyResourceId ?? ""}`, "/account/camstro/profile"];
  });
  afterAll(() => browsing.close());

  it("run nothing of the shop's texts and make no errors", async () => {
    for (const path of paths) {
      await page.goto(store.origin + path);
      expect(await page.evaluate("window.hacked"), path).toBeUndefined();
    }
    expect(errors).toEqual([]);
  });

  it("fit a narrow screen", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const path of paths) {
      await page.goto(store.origin + path);
      expect(await page.evaluate("document.documentElement.scrollWidth"), path).toBeLessThanOrEqual(360);
    }
    await page.setViewportSize({ width: 1280, height: 860 });
  });

  it("are accessible as axe sees it, and axe sees what is not", async () => {
    for (const path of [...paths, "/account/camstro/nothing", "/store/camstro/nothing"]) {
      await page.goto(store.origin + path);
      expect(await wrong(page), path).toEqual([]);
    }
    await page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<p style=\"color:#aaa\">faint</p><input>')");
    expect((await wrong(page)).map((w) => w.split(":")[0])).toEqual(expect.arrayContaining(["color-contrast", "label"]));
  });

  it("can be used by keyboard: skip link first, then the shop switcher opens by Enter", async () => {
    await page.goto(`${store.origin}/store/camstro/orders`);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to content");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("main");
    await page.locator(".switch > summary").focus();
    await page.keyboard.press("Enter");
    expect(await page.isVisible(".shops")).toBe(true);
  });

  it("picks a variant in the resource picker by hand", async () => {
    await page.goto(`${store.origin}/store/camstro/apps/recourse`);
    const frame = page.frames().find((f) => f.url().startsWith(app.url));
    await frame?.waitForSelector("#out");
    await frame?.evaluate("void shopify.resourcePicker({ type: 'product', action: 'select', filter: { variants: false } }).then((s) => say(s.map((p) => [p.title, p.variants === undefined])))");
    await page.fill("#picker input[type=search]", "doorbell");
    await page.locator("#picker .pick >> text=Battery Doorbell Camera D1").click();
    await page.click("#picker button.primary");
    await expect.poll(() => frame?.locator("#out").textContent()).toBe('[["Battery Doorbell Camera D1",true]]');
    await frame?.evaluate("void shopify.resourcePicker({ type: 'variant' }).then((s) => say(String(s)))");
    await page.click("#picker >> text=Cancel");
    await expect.poll(() => frame?.locator("#out").textContent()).toBe("undefined");
  });
});
else it("were not tried in a browser: there is no /usr/bin/chromium here", () => {
  console.warn("faces: /usr/bin/chromium is not installed; the pages were not tried in a browser");
  expect(hasChromium).toBe(false);
});
