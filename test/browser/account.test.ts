import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OrderPlan } from "../app/merchantShop.ts";
import { hasChromium } from "../devstore/faces/browser.ts";
import { openAccounts, type Account } from "./account.ts";
import { customersActs } from "./accountActs.ts";
import { PNG, answer, send, sendButton } from "./accountSteps.ts";

const merchants: readonly Readonly<{ id: string; camera: OrderPlan["lines"][number]; /** Where another remedy stays open for what is not wanted. */ keeps?: string; /** Days after delivery; 70 where it is not said. */ late?: number; /** What the customer says of its condition, where that is what the policy does not take. */ says?: string; /** Takes nothing back that is only not wanted. */ keepsSold?: boolean }>[] = [
  { id: "amcrest", camera: { sku: "AM-T5", price: "69.99" } }, { id: "camstro", camera: { sku: "CS-T550", price: "64.99" }, keeps: "Exchange", late: 120 }, { id: "inomega", camera: { sku: "IN-SMOKE", price: "129.00" } },
  { id: "kimpok", camera: { sku: "KP-A5", price: "129.00" }, keepsSold: true }, { id: "saferexpert", camera: { sku: "SX-SOL", price: "89.99" }, late: 5, says: "Worn" },
];
const RETURNS = "query R($id: ID!) { order(id: $id) { returns(first: 5) { nodes { status returnLineItems(first: 5) { nodes { quantity ... on ReturnLineItem { returnReasonDefinition { handle } customerNote } } } } } } }";

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
    await a.page.getByRole("link", { name: number }).waitFor();
    expect(await a.serious()).toEqual([]);
    await a.shot("orders");
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
    if (id === "saferexpert") expect(await a.serious()).toEqual([]);
    const files = await a.page.getByText(PNG.name).count();
    await send(a.page);
    await a.shot(`case-${id}`);
    const [line] = await a.s.app.db.prisma.rmaLine.findMany({ where: { lineId: placed.lines[0] ?? "" } });
    expect(line?.photos).toEqual(Array(files).fill(expect.objectContaining({ name: PNG.name, checked: true, ref: expect.stringMatching(/^gid:/) })));
    if (id === "saferexpert") expect(files).toBe(1);
    expect(await returnsOf(id, placed.orderId)).toMatchObject([{ returnLineItems: { nodes: [{ quantity: 1 }] } }]);
  });

  it.each(merchants.filter(({ keepsSold }) => !keepsSold))("$id: what is not wanted goes back", async ({ id, camera }) => {
    const placed = await a.order(id, { lines: [camera], deliveredDaysAgo: 4 });
    await a.visit(id, placed);
    await a.page.getByRole("link", { name: /^Return or exchange/ }).click();
    await answer(a.page);
    await send(a.page);
    expect(await returnsOf(id, placed.orderId)).toMatchObject([{ returnLineItems: { nodes: [{ quantity: 1 }] } }]);
  });

  it.each(merchants.filter(({ id }) => id !== "camstro"))("$id: has no longer warranty to register for, and says so", async ({ id, camera }) => {
    const placed = await a.order(id, { lines: [camera], deliveredDaysAgo: 4 });
    await a.visitPage(id, placed, "/register");
    await a.page.getByText("Nothing of this order can be registered.").waitFor();
  });

  it.each(merchants)("$id: a refusal is said with its clause and what is open instead", async ({ id, camera, keeps, says, late = 70 }) => {
    const placed = await a.order(id, { lines: [camera], daysAgo: late + 10, deliveredDaysAgo: late });
    await a.visit(id, placed);
    await a.page.getByRole("link", { name: "Return or claim", exact: true }).first().click();
    await a.page.getByRole("radio", { name: "I do not want it any more" }).check();
    if (says) await a.page.getByRole("radio", { name: says }).check();
    await a.page.getByText(/^Our policy: /).first().waitFor();
    if (says) await a.page.getByText("What is still open").waitFor();
    if (id === "kimpok") expect(await a.serious()).toEqual([]);
    await a.shot(`refused-${id}`);
    if (keeps) {
      await a.page.getByText("What is not possible, and why").click();
      await a.page.getByText("Refund is not possible", { exact: false }).waitFor();
      await a.page.getByRole("radio", { name: keeps }).waitFor();
    } else {
      await a.page.getByText("What is still open").waitFor();
      expect(await sendButton(a.page).isEnabled()).toBe(false);
    }
  });

  it.each(merchants)("$id: the policy in the store's theme is whole, and read by everybody", async ({ id }) => {
    await a.page.goto(`${a.s.app.env.DEVSTORE_URL}/${id}.myshopify.com/apps/recourse/policy?form=whole`);
    await a.page.getByRole("heading", { level: 1 }).waitFor();
    expect(await a.page.getByRole("table").count()).toBeGreaterThan(0);
    // All five are one page with other clauses, and the looking takes long.
    if (id === "kimpok") expect(await a.serious()).toEqual([]);
    await a.shot(`policy-${id}`);
  });

  it("a product is registered from its order, and stands on the profile with its cover", async () => {
    const placed = await a.order("camstro", { lines: [{ sku: "CS-N8", price: "219.99" }] });
    await a.visit("camstro", placed);
    await a.page.getByRole("link", { name: /^Register.*N8$/ }).click();
    await a.page.getByLabel(/^Serial number/).fill("SN47110001");
    expect(await a.serious()).toEqual([]);
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
    await expect.poll(() => a.s.app.db.prisma.draft.count({ where: { orderId: placed.orderId } }), { timeout: 20_000 }).toBe(1);
    // On another device nothing is stored.
    await a.page.evaluate("localStorage.clear()");
    await a.page.reload();
    await expect.poll(() => a.page.getByLabel(/^Anything we should know/).inputValue(), { timeout: 20_000 }).toBe("The picture flickers");
    await answer(a.page);
    await send(a.page);
    await expect.poll(() => a.s.app.db.prisma.draft.count({ where: { orderId: placed.orderId } }), { timeout: 20_000 }).toBe(0);
    await a.page.setViewportSize({ width: 1280, height: 1000 });
  });

  customersActs(() => a);

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
