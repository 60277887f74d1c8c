import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readFileSync } from "node:fs";
import { publishPolicy } from "../../app/flows/publishPolicy.ts";
import { requestReturn } from "../../app/flows/requestReturn.ts";
import { findOrders } from "../../app/shopify/findOrders.ts";
import { keepDataRequest } from "../../app/store/personalData.ts";
import { saveSettings } from "../../app/store/shops.ts";
import { DEFECTIVE, STAFF } from "../app/asks.ts";
import { deskOf, settings } from "../app/merchantShop.ts";
import { hasChromium } from "../devstore/faces/browser.ts";
import { openScreens, type Screens } from "./screens.ts";

const SHOP = "kimpok.myshopify.com";
const tail = (gid: string): string => gid.split("/").at(-1) ?? "";

if (hasChromium) describe("every screen", { timeout: 120_000 }, () => {
  let s: Screens, order = "", started = "", rma = "";
  beforeAll(async () => {
    s = await openScreens({ merchants: ["kimpok"], orders: 8 });
    await s.open("kimpok", "");
    await publishPolicy(s.app, { shop: SHOP, actor: { kind: "staff", name: "Desk" }, policy: "kimpok" });
    await saveSettings(s.app.db.prisma, SHOP, settings);
    await fill();
    order = (await findOrders(s.app.adminFor(SHOP), { query: "", first: 8 })).orders.at(-1)?.legacyResourceId ?? "";
  }, 240_000);
  afterAll(async () => {
    await s.close();
    // Asked for below.
    expect(s.wrong.filter((text) => !text.startsWith(`500 /app/orders/${order}`))).toEqual([]);
  });

  /** A case, a registration, a file of some and a customer who asks for their data, so that each kind of screen has one to show. */
  async function fill(): Promise<void> {
    const devShop = s.world.shops.get(SHOP), { prisma } = s.app.db, at = s.app.now();
    if (!devShop) throw new Error("kimpok is not seeded");
    const { orderId, lines: [lineId = ""] } = await deskOf(s.world, devShop).place({ lines: [{ sku: "KP-A5", price: "80.00" }], daysAgo: 500, deliveredDaysAgo: 490 });
    const made = await requestReturn(s.app, { shop: SHOP, orderId, actor: STAFF, lines: [{ lineId, quantity: 1, request: DEFECTIVE, originalBuyer: true, remedy: "paid_repair" }] });
    if (!("rma" in made)) throw new Error(JSON.stringify(made));
    rma = made.rma.id;
    started = `${tail(orderId)}/start?line=${tail(lineId)}&reason=defective`;
    await prisma.registration.create({ data: { id: "r1", shop: SHOP, orderId, lineId, serial: "SN-1", product: "Camera A5", registeredOn: at } });
    await prisma.registrationImport.create({ data: { id: "f1", shop: SHOP, at, by: "Desk", state: "checked", rows: [{ row: 2, order: "#1001", item: "", serial: "SN-2", on: "2026-01-02" }], results: [{ state: "wrong", message: "no order is called #1001", field: "order" }] } });
    await keepDataRequest(prisma, { shop: SHOP, requestId: "99", customerId: "gid://shopify/Customer/7", askedAt: at, data: { coverage: [{ orderName: "#1001" }], rmas: [], registrations: [] } });
  }
  const screens = (): Record<string, string> => ({ home: "", rmas: "/rmas", orders: "/orders", order: `/orders/${order}`, start: `/orders/${started}`, rma: `/rmas/${rma}`, registration: "/registrations/r1", checked: "/registrations/import/f1", policy: "/policy", draft: "/policy/new?from=shipped:kimpok", import: "/policy/new", registrations: "/registrations", register: "/registrations/new", registrationFile: "/registrations/import", settings: "/settings", notices: "/settings/notices", reading: "/settings/reading", requests: "/settings/requests", mapping: "/settings/mapping", audit: "/settings/audit" });

  it("is looked at inside the app's frame: what is wrong there is found", async () => {
    await s.open("kimpok", "/settings");
    await s.frame.locator(".Polaris-Page").evaluate((element) => element.append(element.ownerDocument.createElement("img")));
    expect(await s.serious()).toEqual([expect.stringMatching(/^image-alt /)]);
  });

  it("is free of serious faults for those who do not see or point, and can be read on a phone", { timeout: 300_000 }, async () => {
    const faults: string[] = [];
    for (const [name, path] of Object.entries(screens())) {
      await s.page.setViewportSize({ width: 1280, height: 1000 });
      await s.open("kimpok", path);
      faults.push(...(await s.serious()).map((fault) => `${name}: ${fault}`));
      await s.page.setViewportSize({ width: 390, height: 844 });
      await s.shot(`narrow-${name}`);
      const width = await s.frame.locator("body").evaluate((body) => body.ownerDocument.documentElement.scrollWidth - body.ownerDocument.documentElement.clientWidth);
      if (width > 0) faults.push(`${name}: ${width} pixels wider than a phone`);
    }
    expect(faults).toEqual([]);
  });

  it("that does not exist is said in words", async () => {
    await s.page.setViewportSize({ width: 1280, height: 1000 });
    await s.open("kimpok", "/orders/1");
    await s.frame.getByText("This does not exist, or not any more.").waitFor();
    await s.shot("missing");
    await s.frame.getByRole("button", { name: "Go to Home" }).click();
    await s.frame.getByRole("heading", { name: "What needs you now" }).waitFor();
  });

  it("that fails says so in words, with the request's number and a way on", async () => {
    const fault = (method: string, body?: object): Promise<unknown> => fetch(`${s.app.env.DEVSTORE_URL ?? ""}/__faults`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
    await fault("POST", { operation: "OrderForClaims", kind: "5xx" });
    await s.open("kimpok", `/orders/${order}`);
    await s.frame.getByText("Something went wrong on our side or at Shopify").waitFor();
    await s.frame.getByText(/Try again in a moment.+it is never made twice/).waitFor();
    expect(await s.frame.locator("code").innerText()).toMatch(/^[0-9a-f-]{36}$/);
    expect(await s.serious()).toEqual([]);
    await s.shot("wrong");
    await fault("DELETE");
    await s.frame.getByRole("button", { name: "Try again" }).click();
    await s.frame.getByRole("button", { name: "How this was decided" }).first().waitFor({ timeout: 30_000 });
  });

  it("hands over what is stored of a customer as a file", async () => {
    await s.open("kimpok", "/settings/requests");
    await s.shot("requests");
    const [file] = await Promise.all([s.page.waitForEvent("download"), s.frame.getByRole("button", { name: /^Download/ }).click()]);
    expect(file.suggestedFilename()).toBe("customer-7.json");
    expect(JSON.parse(readFileSync(await file.path(), "utf8"))).toEqual({ coverage: [{ orderName: "#1001" }], rmas: [], registrations: [] });
  });

  it("of a case of which no answer came asks what somebody saw, and goes on from there", async () => {
    const { prisma } = s.app.db, state = async () => (await prisma.action.findFirstOrThrow({ where: { shop: SHOP, rmaId: rma } })).state;
    await prisma.action.updateMany({ where: { shop: SHOP, rmaId: rma }, data: { state: "unclear", answer: { unclear: "No answer came." } } });
    await s.open("kimpok", `/rmas/${rma}`);
    const seen = s.frame.getByLabel("What you saw at Shopify"), happened = s.frame.getByRole("button", { name: "It happened" });
    await seen.waitFor();
    expect(await happened.isDisabled()).toBe(true);
    await seen.fill("The return is open there");
    expect(await s.serious()).toEqual([]);
    await s.shot("unclear");
    await happened.click();
    await s.frame.getByText("It happened: The return is open there").waitFor({ timeout: 30_000 });
    expect(await state()).toBe("done");
  });
});
