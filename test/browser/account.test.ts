import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OrderPlan } from "../app/merchantShop.ts";
import { hasChromium } from "../devstore/faces/browser.ts";
import { openAccounts, type Account } from "./account.ts";

/** A picture of one point: what is stored is looked at, so it must be one. */
const PNG = { name: "fault.png", mimeType: "image/png", buffer: Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64") };
const merchants: readonly Readonly<{ id: string; camera: OrderPlan["lines"][number]; /** Where another remedy stays open for what is not wanted. */ keeps?: string; /** Days after delivery; 70 where it is not said. */ late?: number; /** Nothing at all stays open. */ ends?: boolean }>[] = [
  { id: "amcrest", camera: { sku: "AM-T5", price: "69.99" } }, { id: "camstro", camera: { sku: "CS-T550", price: "64.99" }, keeps: "Exchange", late: 120 }, { id: "inomega", camera: { sku: "IN-SMOKE", price: "129.00" } },
  { id: "kimpok", camera: { sku: "KP-A5", price: "129.00" } }, { id: "saferexpert", camera: { sku: "SX-SOL", price: "89.99" }, late: 120, ends: true },
];
const RETURNS = "query R($id: ID!) { order(id: $id) { returns(first: 5) { nodes { status returnLineItems(first: 5) { nodes { quantity ... on ReturnLineItem { returnReasonDefinition { handle } customerNote } } } } } } }";

const sendButton = (page: Page) => page.getByRole("button", { name: "Send request" });

/** Answers what the page asks for until the request can be sent; gives the number of answers. */
async function answer(page: Page): Promise<number> {
  let answers = 0;
  await page.getByRole("heading", { name: "Summary" }).waitFor();
  for (let round = 0; round < 40; round++) {
    if (await sendButton(page).isEnabled()) return answers;
    answers += await answerOne(page);
    await page.waitForTimeout(150);
  }
  throw new Error(`the request cannot be sent: ${await page.locator("s-page").innerText()}`);
}

async function answerOne(page: Page): Promise<number> {
  for (const group of await page.getByRole("radiogroup").all()) {
    if ((await group.getByRole("radio", { checked: true }).count()) > 0) continue;
    await group.getByRole("radio").first().check();
    return 1;
  }
  for (const box of await page.getByRole("checkbox", { checked: false }).all()) {
    await box.check();
    return 1;
  }
  for (const field of await page.locator("s-text-field").getByRole("textbox").all()) {
    if ((await field.inputValue()) !== "") continue;
    await field.fill("SN-4711");
    await field.press("Tab");
    return 1;
  }
  const files = page.locator("s-drop-zone input[type=file]");
  if ((await files.count()) === 0 || (await page.getByText(PNG.name).count()) > 0) return 0;
  await files.setInputFiles([PNG]);
  await page.getByText(PNG.name).first().waitFor();
  return 1;
}

async function send(page: Page): Promise<string> {
  await sendButton(page).click();
  const heading = page.getByRole("heading", { name: /^RMA-\d+$/ });
  await heading.waitFor();
  return heading.innerText();
}

if (hasChromium) describe("customers help themselves", { timeout: 120_000 }, () => {
  let a: Account;
  const errors: string[] = [];
  beforeAll(async () => {
    a = await openAccounts(merchants.map(({ id }) => id));
    a.page.on("console", (message) => { if (message.text().startsWith("[extension")) errors.push(message.text()); });
  }, 240_000);
  afterAll(async () => {
    await a.s.close();
    expect([...a.s.wrong, ...errors]).toEqual([]);
  });
  const returnsOf = async (merchant: string, orderId: string) => (await a.desk(merchant).ask(RETURNS, { id: orderId }))["order"]?.["returns"]?.["nodes"];

  it("the simplest return takes at most six interactions, and stands in the dev store's books", async () => {
    const placed = await a.order("amcrest", { lines: [{ sku: "AM-T5", price: "69.99", tax: "5.60", quantity: 2 }, { sku: "AM-NV8", price: "249.99" }] });
    await a.visit("amcrest", placed);
    await a.page.getByText(/^Return until /).first().waitFor();
    expect(await a.serious()).toEqual([]);
    await a.shot("order");
    await a.page.getByRole("link", { name: /^Return or exchange: UltraHD/ }).click();
    const interactions = 1 + await answer(a.page) + 1;
    await a.page.getByText("Less restocking fee").first().waitFor();
    expect(await a.serious()).toEqual([]);
    await a.shot("request");
    const number = await send(a.page);
    expect(interactions).toBeLessThanOrEqual(6);
    await a.page.getByText("1 Dock Road").waitFor();
    expect(await a.serious()).toEqual([]);
    await a.shot("case");
    expect(await returnsOf("amcrest", placed.orderId)).toMatchObject([{ status: "OPEN", returnLineItems: { nodes: [{ quantity: 1, returnReasonDefinition: { handle: "changed-my-mind" } }] } }]);
    await a.visit("amcrest", placed, "/orders");
    await a.page.getByRole("link", { name: number }).click();
    await a.page.getByRole("button", { name: "Cancel request" }).click();
    await a.page.locator("s-modal").getByRole("button", { name: "Cancel request" }).click();
    await a.page.getByText("The request is cancelled").waitFor();
    await expect.poll(() => returnsOf("amcrest", placed.orderId), { timeout: 20_000 }).toMatchObject([{ status: "CANCELED" }]);
  });

  it.each(merchants)("$id: a faulty item is claimed with what the policy asks for", async ({ id, camera }) => {
    const placed = await a.order(id, { lines: [camera], deliveredDaysAgo: 4 });
    await a.visit(id, placed);
    await a.page.getByRole("link", { name: /^Something is wrong with it/ }).click();
    await answer(a.page);
    await a.shot(`claim-${id}`);
    await send(a.page);
    await a.shot(`case-${id}`);
    expect(await returnsOf(id, placed.orderId)).toMatchObject([{ returnLineItems: { nodes: [{ quantity: 1 }] } }]);
  });

  it.each(merchants)("$id: too late is said with its clause and what is open instead", async ({ id, camera, keeps, ends, late = 70 }) => {
    const placed = await a.order(id, { lines: [camera], daysAgo: late + 10, deliveredDaysAgo: late });
    await a.visit(id, placed);
    await a.page.getByRole("link", { name: "Return or claim", exact: true }).first().click();
    await a.page.getByRole("radio", { name: "I do not want it any more" }).check();
    await a.page.getByText(/^Our policy: /).first().waitFor();
    await a.shot(`refused-${id}`);
    if (keeps) {
      await a.page.getByText("What is not possible, and why").click();
      await a.page.getByText("Refund is not possible", { exact: false }).waitFor();
      await a.page.getByRole("radio", { name: keeps }).waitFor();
    } else {
      await a.page.getByText(ends ? /Refund is not possible any more: the time for it ended on/ : "What is still open").waitFor();
      expect(await sendButton(a.page).isEnabled()).toBe(false);
    }
  });

  it("a product is registered from its order, and stands on the profile with its cover", async () => {
    const placed = await a.order("camstro", { lines: [{ sku: "CS-N8", price: "219.99" }] });
    await a.visit("camstro", placed);
    await a.page.getByRole("link", { name: /^Register.*N8$/ }).click();
    await a.page.getByLabel(/^Serial number/).fill("SN47110001");
    await a.shot("register");
    await a.page.getByRole("button", { name: "Register", exact: true }).click();
    await a.page.getByText(/^Registered on /).waitFor();
    await a.visit("camstro", placed, "/profile");
    await a.page.getByText("Serial number SN47110001").waitFor();
    expect(await a.serious()).toEqual([]);
    await a.shot("profile");
  });

  it("on a phone, closed half-way: nothing is lost", async () => {
    const placed = await a.order("camstro", { lines: [{ sku: "CS-T550", price: "64.99" }] });
    await a.page.setViewportSize({ width: 390, height: 844 });
    await a.visit("camstro", placed);
    await a.page.getByRole("link", { name: /^Something is wrong with it/ }).click();
    await answer(a.page);
    await a.page.getByLabel(/^Anything we should know/).fill("The picture flickers");
    await a.page.waitForTimeout(300);
    await a.page.reload();
    await expect.poll(() => a.page.getByLabel(/^Anything we should know/).inputValue(), { timeout: 20_000 }).toBe("The picture flickers");
    expect(await a.page.evaluate("document.documentElement.scrollWidth")).toBe(390);
    await a.shot("phone");
    await answer(a.page);
    await send(a.page);
    await a.page.setViewportSize({ width: 1280, height: 1000 });
  });

  it("by the keyboard alone", async () => {
    const placed = await a.order("amcrest", { lines: [{ sku: "AM-T5", price: "69.99" }] });
    await a.visit("amcrest", placed);
    await a.page.getByText(/^Return until /).waitFor();
    await press(a.page, /^Return or exchange: /);
    await answer(a.page);
    await press(a.page, /^Send request/);
    await a.page.getByRole("heading", { name: /^RMA-\d+$/ }).waitFor();
  });
});

/** Goes on by Tab to what is called so, and presses it. */
async function press(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate("(() => { let e = document.activeElement; while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement; const host = e?.getRootNode()?.host; return e?.getAttribute('aria-label') || host?.textContent || ''; })()");
    if (name.test(String(at))) return page.keyboard.press("Enter");
  }
  throw new Error(`no key leads to ${name.source}`);
}
