import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { coverOrders } from "../../app/flows/coverOrders.ts";
import { stepImport } from "../../app/flows/importRegistrations.ts";
import { publishPolicy } from "../../app/flows/publishPolicy.ts";
import { registrableLines, type RegistrableOrder } from "../../app/flows/registrableLines.ts";
import { findOrders } from "../../app/shopify/findOrders.ts";
import { readOrder, type OrderRead } from "../../app/shopify/order.ts";
import { saveSettings, shopOf } from "../../app/store/shops.ts";
import { mapping } from "../app/mappings.ts";
import { hasChromium } from "../devstore/faces/browser.ts";
import { openScreens, type Screens } from "./screens.ts";

const SHOP = "camstro.myshopify.com", STAFF = { kind: "staff", name: "Desk" } as const;

if (hasChromium) describe("registrations", { timeout: 120_000 }, () => {
  let s: Screens, order: RegistrableOrder;
  beforeAll(async () => {
    s = await openScreens({ merchants: ["camstro"], orders: 25 });
    await s.open("camstro", "");
    await saveSettings(s.app.db.prisma, SHOP, { mapping, ownChannels: ["web", "custom-app"] });
    await publishPolicy(s.app, { shop: SHOP, actor: STAFF, policy: "camstro" });
    const admin = s.app.adminFor(SHOP), read: OrderRead[] = [];
    for (const { id } of (await findOrders(admin, { query: "", first: 25 })).orders) read.push(...[await readOrder(admin, id)].filter((one) => one !== null));
    await coverOrders(s.app, await shopOf(s.app.db.prisma, SHOP), read);
    for (const { name } of read) {
      const found = await registrableLines(s.app, { shop: SHOP, name });
      if (found?.lines.some(({ state }) => state === "open" || state === "not_begun")) order ??= found;
    }
  }, 240_000);
  afterAll(async () => {
    await s.close();
    expect(s.wrong).toEqual([]);
  });

  it("begin with an empty list; staff register an item of an order, which stands there with its warranty", async () => {
    await s.open("camstro", "/registrations");
    await s.frame.getByText("No product is registered yet").waitFor();
    await s.open("camstro", `/registrations/new?order=${encodeURIComponent(order.name)}`);
    await s.frame.getByLabel("Serial number").fill("sn 2026-7");
    await s.shot("register");
    await s.frame.getByRole("button", { name: "Register", exact: true }).click();
    await s.frame.getByRole("heading", { name: "What is known" }).waitFor({ timeout: 30_000 });
    expect(await s.frame.getByText("SN20267").count()).toBe(1);
    await s.shot("registration");
    expect(await s.app.db.prisma.registration.count({ where: { shop: SHOP, serial: "SN20267", source: "staff" } })).toBe(1);
  });

  it("come from a file: what does not fit is named by row, nothing is added before it is confirmed", async () => {
    await s.open("camstro", "/registrations/import");
    await s.frame.getByLabel("Or paste the rows here").fill(`Order,SKU,Serial,Registered on\n${order.name},,SN-2026-7,2026-11-01\n#424242,X,,2026-11-01\n`);
    await s.shot("registration-file");
    await s.frame.getByRole("button", { name: "Check the file" }).click();
    await s.frame.getByText("Nothing has been added yet.").first().waitFor();
    const { id } = await s.app.db.prisma.registrationImport.findFirstOrThrow({ where: { shop: SHOP } });
    while ((await stepImport(s.app, { shop: SHOP, importId: id })) === "more");
    await s.frame.getByText("no order is called #424242").waitFor({ timeout: 15_000 });
    await s.shot("registration-import");
    expect(await s.app.db.prisma.registration.count({ where: { shop: SHOP } })).toBe(1);
  });

  it("are found by search and filtered away by the address", async () => {
    await s.open("camstro", "/registrations?query=sn20267");
    await s.frame.getByRole("link", { name: /./ }).first().waitFor();
    await s.shot("registrations");
    await s.open("camstro", "/registrations?view=elsewhere");
    await s.frame.getByText("No registration fits").waitFor();
    await s.open("camstro", "/settings/notices");
    await s.frame.getByLabel("The time to register a product ends soon").check();
    await s.page.locator("#savebar .save").click();
    await s.page.getByText("Notices saved").first().waitFor();
    await s.shot("notices");
    await s.open("camstro", "/settings/reading");
    await s.shot("reading");
    await s.open("camstro", "/settings");
    await s.shot("settings-all");
    await s.open("camstro", "/orders");
    await s.shot("orders");
  });
});
