import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { surround } from "../control/surround.ts";
import { extensionsFrom } from "../extensions/declared.ts";
import { addShop, createWorld } from "../kernel/world.ts";
import { readAdminToken } from "../oauth/sessionToken.ts";
import { LOCAL_SECRET } from "../oauth/appSettings.ts";
import { createShop } from "../shop.ts";
import { customToken, serve, type DevStore } from "../start.ts";
import { startApp, type AppUnderTest } from "./appUnderTest.ts";
import { hasChromium, openBrowser, type Browsing } from "./browser.ts";

const DOMAIN = "bridge.myshopify.com";
let store: DevStore;
let app: AppUnderTest;
let browsing: Browsing;
let page: Page;
let frame: Frame;
let clientId = "";
const errors: string[] = [];

async function openApp(path = ""): Promise<void> {
  await page.goto(`${store.origin}/store/bridge/apps/recourse${path}`);
  const found = page.frames().find((f) => f.url().startsWith(app.url));
  if (!found) throw new Error("the app is not in its frame");
  frame = found;
  await frame.waitForSelector("#out");
}

const said = (): Promise<string | null> => frame.locator("#out").textContent();
const run = (code: string): Promise<unknown> => frame.evaluate(code);

if (hasChromium) describe("App Bridge of the dev store, in Chromium", { timeout: 90_000 }, () => {
  beforeAll(async () => {
    const world = createWorld();
    addShop(world, createShop({ domain: DOMAIN, name: "Bridge", tokens: [customToken("t")] }));
    app = await startApp(() => store.origin);
    clientId = surround(world, { app: { appUrl: app.url } }).app.clientId;
    extensionsFrom(world, "none");
    store = await serve(world);
    browsing = await openBrowser();
    page = await browsing.context.newPage();
    page.on("pageerror", (error) => errors.push(error.message));
  });
  afterAll(async () => {
    await browsing.close();
    await store.close();
    await app.close();
    expect(errors).toEqual([]);
  });

  it("puts the app's title, buttons and navigation into the admin and presses them", async () => {
    await openApp();
    await page.waitForSelector("#appactions > button");
    expect(await page.textContent("#apptitle")).toBe("Claims");
    expect(await page.locator("#appactions > button").allTextContents()).toEqual(["Export", "New claim"]);
    expect(await page.locator("#appnav a").allTextContents()).toEqual(["Review queue", "Policies"]);
    await page.click("#appactions button.primary");
    await expect.poll(said).toBe("pressed new");
    // The app says its buttons again after a press, and what was open is closed then.
    await expect.poll(async () => {
      if ((await page.locator("#appactions details[open]").count()) === 0) await page.click("#appactions summary");
      await page.click("text=Archive", { timeout: 1000 }).catch(() => undefined);
      return said();
    }).toBe("pressed archive");
  });

  it("sends shopify:navigate for a press in the navigation, and the address follows", async () => {
    await openApp();
    await page.click("#appnav >> text=Review queue");
    await expect.poll(() => frame.locator("#path").textContent()).toBe("/queue");
    await expect.poll(() => new URL(page.url()).pathname).toBe("/store/bridge/apps/recourse/queue");
    expect(await page.locator('#appnav a[aria-current="page"]').textContent()).toBe("Review queue");
    await page.reload();
    await page.frameLocator("#app").locator("#path >> text=/queue").waitFor();
  });

  it("gives session tokens that the token endpoint takes, and config, user, scopes and environment", async () => {
    await openApp();
    const token = String(await run("shopify.idToken()"));
    expect(readAdminToken(token, { domain: DOMAIN, clientId, secret: LOCAL_SECRET, nowMs: Date.now() })?.userId).toBeGreaterThan(0);
    expect(await run("({ shop: shopify.config.shop, key: shopify.config.apiKey, host: atob(shopify.config.host), embedded: shopify.environment.embedded })"))
      .toEqual({ shop: DOMAIN, key: "test", host: "admin.shopify.com/store/bridge", embedded: true });
    expect(await run("shopify.user()")).toEqual({ accountAccess: "Full access" });
    expect((await run("shopify.scopes.query()")) as { granted: string[] }).toMatchObject({ optional: [], granted: expect.arrayContaining(["read_orders"]) });
    await expect(run("shopify.scopes.request(['write_themes'])")).rejects.toThrow("not modelled");
    await expect(run("shopify.picker()")).rejects.toThrow("not modelled: shopify.picker");
  });

  it("patches fetch: a Bearer token, one more try when the server asks, none for others", async () => {
    await openApp();
    expect(await run("fetch('/data').then(r => r.json())")).toEqual({ ok: true });
    const calls = app.seen.filter((s) => s.path === "/data");
    expect(calls).toHaveLength(2);
    expect(calls.every((c) => c.authorization?.startsWith("Bearer ey"))).toBe(true);
    expect(calls[0]?.authorization).not.toBe(calls[1]?.authorization);
    expect(await run("fetch('/own', { headers: { authorization: 'Basic x' } }).then(r => r.status)")).toBe(200);
    expect(app.seen.find((s) => s.path === "/own")?.authorization).toBe("Basic x");
  });

  it("opens the page that a server names for authorising again", async () => {
    await openApp();
    await run("fetch('/reauthorize').then(() => undefined)");
    await page.waitForURL(`${app.url}/elsewhere`);
  });

  it("asks the Admin API for the app: fetch('shopify:admin/api/…')", async () => {
    await openApp();
    const code = "fetch('shopify:admin/api/2026-10/graphql.json', { method: 'POST', body: JSON.stringify({ query: '{ shop { name } }' }) }).then(r => r.json())";
    expect(await run(code)).toMatchObject({ data: { shop: { name: "Bridge" } } });
  });

  it("shows toasts as text, with their action, and closes them", async () => {
    await openApp();
    await run("shopify.toast.show('<b>Saved</b>', { action: 'Undo', onAction: () => say('undone') })");
    await page.click(".toast button.act");
    await expect.poll(said).toBe("undone");
    expect(await page.locator(".toast").count()).toBe(0);
    await run("window.t = shopify.toast.show('Bad', { isError: true, duration: 60000 })");
    expect(await page.locator(".toast.bad span").textContent()).toBe("Bad");
    await run("shopify.toast.hide(window.t)");
    await expect.poll(() => page.locator(".toast").count()).toBe(0);
  });

  it("shows the save bar of an element and of a form", async () => {
    await openApp();
    await run("document.getElementById('bar').show(); document.getElementById('bar').addEventListener('show', () => say('shown'))");
    await expect.poll(said).toBe("shown");
    await page.click("#savebar .save");
    await expect.poll(said).toBe("pressed save");
    await run("shopify.saveBar.hide('bar')");
    await expect.poll(() => page.isVisible("#savebar")).toBe(false);
    await frame.fill("#note", "hello");
    await page.click("#savebar .save");
    await expect.poll(said).toBe("saved hello");
    await expect.poll(() => page.isVisible("#savebar")).toBe(false);
    await frame.fill("#note", "other");
    await page.click("#savebar .discard");
    await expect.poll(() => frame.inputValue("#note")).toBe("");
  });

  it("asks before a page with unsaved changes is left", async () => {
    await openApp();
    await frame.fill("#note", "x");
    await run("void shopify.saveBar.leaveConfirmation().then(() => say('left'))");
    await page.click("#confirm button.primary");
    await expect.poll(said).toBe("left");
  });

  it("shows a modal in a shadow tree, with the page's own styles inside, dims the admin and closes by Escape", async () => {
    await openApp();
    await run("shopify.modal.show('ask')");
    await frame.locator("ui-modal >> text=Decline this claim?").waitFor();
    expect(await run("getComputedStyle(document.querySelector('.inmodal')).color")).toBe("rgb(1, 2, 3)");
    expect(await run("document.getElementById('ask').shadowRoot.querySelector('dialog').open")).toBe(true);
    await expect.poll(() => page.evaluate("document.body.classList.contains('dimmed')")).toBe(true);
    await frame.locator("ui-modal footer >> text=Decline").click();
    await expect.poll(said).toBe("pressed yes");
    await frame.locator("ui-modal footer >> text=Cancel").press("Escape");
    await expect.poll(() => run("document.getElementById('ask').hasAttribute('open')")).toBe(false);
    await expect.poll(() => page.evaluate("document.body.classList.contains('dimmed')")).toBe(false);
    await expect(run("shopify.modal.show('none')")).rejects.toThrow("no ui-modal");
  });

  it("shows loading, and follows shopify: links to the admin's pages", async () => {
    await openApp();
    await run("shopify.loading(true)");
    await expect.poll(() => page.isVisible("#loading")).toBe(true);
    await run("shopify.loading(false)");
    await expect.poll(() => page.isVisible("#loading")).toBe(false);
    await frame.click("#toproducts");
    await page.waitForURL(`${store.origin}/store/bridge/products`);
  });

  it("brings a bounce page to where it wants, with a token", async () => {
    await page.goto(`${store.origin}/store/bridge/apps/recourse/bounce?shopify-reload=${encodeURIComponent("https://public.example/target?a=1")}`);
    await page.frameLocator("#app").locator("#path >> text=/target").waitFor();
    const landed = page.frames().find((f) => f.url().startsWith(app.url))?.url() ?? "";
    expect(landed).toContain("a=1");
  });

  it("believes no other window and no other origin", async () => {
    await openApp();
    await page.evaluate("window.postMessage({ bridge: 1, kind: 'toast', detail: { id: 'x', message: 'forged', duration: 9000 } }, '*')");
    await run("window.postMessage({ bridge: 1, kind: 'press', detail: { press: 1 } }, '*')");
    await page.waitForTimeout(150);
    expect(await page.locator(".toast").count()).toBe(0);
    expect(await said()).toBe("–");
  });
});

if (!hasChromium) it("was not tried in a browser: there is no /usr/bin/chromium here", () => {
  console.warn("faces: /usr/bin/chromium is not installed; App Bridge was not tried in a browser");
  expect(hasChromium).toBe(false);
});
