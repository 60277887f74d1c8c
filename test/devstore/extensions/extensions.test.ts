import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { outsideOf } from "../control/outside.ts";
import { surround } from "../control/surround.ts";
import { startApp, type AppUnderTest } from "../faces/appUnderTest.ts";
import { seriousIn } from "../faces/axe.ts";
import { hasChromium, openBrowser, type Browsing } from "../faces/browser.ts";
import { createWorld, type World } from "../kernel/world.ts";
import { openedBy } from "../oauth/install.ts";
import { readJwt } from "../oauth/jwt.ts";
import { LOCAL_SECRET } from "../oauth/appSettings.ts";
import { seedWorld } from "../seed/seedWorld.ts";
import type { Shop } from "../shop.ts";
import { serve, type DevStore } from "../start.ts";
import { adminRead } from "../webhooks/adminRead.ts";
import { declaredIn, extensionsFrom } from "./declared.ts";

const SAMPLE = fileURLToPath(new URL("../extensions", import.meta.url));
let world: World, shop: Shop, store: DevStore, app: AppUnderTest, browsing: Browsing, page: Page;
let order: { id: string; number: string; name: string; customer: string };
const errors: string[] = [];

function anOrder(): typeof order {
  const { data } = adminRead(world, shop, "{ orders(first: 1) { nodes { id legacyResourceId name customer { legacyResourceId } } } }", {});
  const [found] = (data["orders"] as { nodes: { id: string; legacyResourceId: string; name: string; customer: { legacyResourceId: string } }[] }).nodes;
  if (!found) throw new Error("no order");
  return { id: found.id, number: found.legacyResourceId, name: found.name, customer: found.customer.legacyResourceId };
}

const account = (path: string): Promise<unknown> => page.goto(`${store.origin}/account/camstro${path}`);

it("reads declarations; a folder that is not there has none", () => {
  expect(declaredIn("no/such/folder")).toEqual([]);
  const [sample, full] = declaredIn(SAMPLE);
  expect([sample?.name, sample?.networkAccess, [...(sample?.modules.keys() ?? [])].length]).toEqual(["Sample", true, 4]);
  expect([full?.handle, full?.networkAccess]).toEqual(["sample-page", false]);
});

if (hasChromium) describe("extensions in the dev store, in Chromium", { timeout: 90_000 }, () => {
  beforeAll(async () => {
    world = createWorld();
    await seedWorld(world, { orders: 20, shops: ["camstro"] });
    const [first] = world.shops.values();
    if (!first) throw new Error("no shop");
    shop = first;
    app = await startApp(() => store.origin);
    surround(world, { app: { appUrl: app.url } });
    openedBy(shop, { clientId: outsideOf(world).app.clientId, scopes: [] });
    extensionsFrom(world, SAMPLE);
    store = await serve(world);
    order = anOrder();
    browsing = await openBrowser();
    page = await browsing.context.newPage();
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => { if (message.type() === "error" || message.type() === "warning") errors.push(message.text()); });
  });
  afterAll(async () => {
    await browsing.close();
    await store.close();
    await app.close();
  });

  it("draws a block with the order and its texts, and hears presses and typing", async () => {
    await account(`/orders/${order.number}?as=${order.customer}`);
    await page.getByRole("heading", { name: `Order ${order.name}` }).nth(1).waitFor();
    await page.getByRole("button", { name: "Press" }).click();
    await page.getByText("Pressed once").waitFor();
    // Each letter is written in capitals by the extension before the next one comes.
    for (const [i, letter] of [..."ada"].entries()) {
      await page.getByLabel("Your name").press(letter);
      await page.getByText(`Hello ${"ADA".slice(0, i + 1)}`, { exact: true }).waitFor();
    }
    expect(await page.getByLabel("Your name").inputValue()).toBe("ADA");
    await page.screenshot({ path: ".artefacts/extension-sample-block.png", fullPage: true });
    expect(await seriousIn(page.mainFrame())).toEqual([]);
  });

  it("gives a session token of the customer, with which the app is asked", async () => {
    await page.getByRole("button", { name: "Ask the app" }).click();
    await page.getByText("the app answered 200").waitFor();
    const seen = app.seen.findLast((s) => s.path === "/open" && s.authorization !== null);
    expect(readJwt(seen?.authorization?.replace("Bearer ", "") ?? "", LOCAL_SECRET)).toMatchObject({ dest: shop.domain, sub: `gid://shopify/Customer/${order.customer}` });
  });

  it("asks the Customer Account API as the customer; what is not modelled fails by its name", async () => {
    await page.getByRole("button", { name: "Ask Shopify" }).click();
    await page.getByText(`you are gid://shopify/Customer/${order.customer}`).waitFor();
    await page.getByRole("button", { name: "Ask the storefront" }).click();
    await page.getByText("not modelled: shopify.query (Storefront API)").waitFor();
  });

  it("opens a full page from the order's menu, goes on within it, and back", async () => {
    await page.getByRole("link", { name: "Open the sample page" }).click();
    await page.getByRole("heading", { name: "Sample page" }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/account/camstro/orders/${order.number}/pages/sample-page`);
    await page.getByText("extension:/", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByText("extension:/second").waitFor();
    expect(page.url()).toMatch(/\/pages\/sample-page\/second$/);
    await page.goBack();
    await page.getByText("extension:/", { exact: true }).waitFor();
  });

  it("has choices, selects, files, toasts, dialogs; keeps what is stored", async () => {
    await page.getByRole("radio", { name: "Money back" }).check();
    await page.getByText("wants refund").waitFor();
    await page.keyboard.press("ArrowDown");
    await page.getByText("wants repair").waitFor();
    await page.getByLabel("Reason").selectOption("Wrong");
    await page.getByText("chosen b").waitFor();
    await page.getByLabel("Photos").setInputFiles([{ name: "a.png", mimeType: "image/png", buffer: Buffer.from("x") }, { name: "b.txt", mimeType: "text/plain", buffer: Buffer.from("x") }]);
    await page.getByText("kept a.png").waitFor();
    await page.getByRole("button", { name: "Keep" }).click();
    await page.reload();
    await page.getByText("kept repair").waitFor();
    await page.getByRole("button", { name: "Really?" }).click();
    await page.getByRole("dialog", { name: "Are you sure?" }).waitFor();
    expect(await seriousIn(page.mainFrame())).toEqual([]);
    await page.screenshot({ path: ".artefacts/extension-sample-page.png" });
    await page.getByRole("button", { name: "Close" }).click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  });

  it("keeps a toast clear of the button at the foot of a phone", async () => {
    await page.setViewportSize({ width: 390, height: 560 });
    const keep = page.getByRole("button", { name: "Keep" });
    const covers = async (): Promise<string> => {
      if ((await page.locator(".toast").count()) === 0) for (const reason of ["Broken", "Wrong"]) await page.getByLabel("Reason").selectOption(reason);
      await keep.evaluate((button) => button.scrollIntoView({ block: "end" }));
      const [toast, button] = await Promise.all([page.locator(".toast").first().boundingBox({ timeout: 1000 }), keep.boundingBox()]).catch(() => [null, null]);
      if (!toast || !button) return "gone";
      return toast.y < button.y + button.height && toast.y + toast.height > button.y ? "covers it" : "clear of it";
    };
    await expect.poll(covers, { timeout: 30_000 }).toBe("clear of it");
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
    await page.screenshot({ path: ".artefacts/extension-toast-phone.png" });
    await page.setViewportSize({ width: 1280, height: 1000 });
  });

  it("shows the reader's language", async () => {
    await account(`/orders/${order.number}?locale=de`);
    await page.getByText("0-mal gedrückt").waitFor();
    await account(`/orders/${order.number}?locale=en`);
  });

  it("says in its place that an extension failed, and in the console", async () => {
    expect(errors).toEqual([]);
    await account("/profile");
    await page.getByRole("alert").getByText("Sample could not be shown: broken on purpose").waitFor();
    expect(errors.join()).toContain("broken on purpose");
  });

  it("gives staff's extensions the order and a token for the app", async () => {
    await page.goto(`${store.origin}/store/camstro/orders/${order.number}`);
    await page.getByText(`the app answered 200 to ${order.id}`).waitFor();
    expect(app.seen.findLast((s) => s.path === "/open" && s.authorization !== null)?.authorization).toMatch(/^Bearer /);
    await page.screenshot({ path: ".artefacts/extension-sample-admin.png" });
  });

  it("lets a worker ask the app and nobody else; without network access nobody at all", async () => {
    const policy = async (handle: string, target: string) => (await fetch(`${store.origin}/extensions/${handle}/${target}/worker.js`)).headers.get("content-security-policy");
    expect(await policy("sample", "customer-account.order-status.block.render")).toContain(`connect-src ${app.url} ${store.origin}/__uploads/`);
    expect(await policy("sample-page", "customer-account.order.page.render")).toContain("connect-src 'none'");
    expect((await fetch(`${store.origin}/extensions/sample/admin.nothing/worker.js`)).status).toBe(404);
  });
});
