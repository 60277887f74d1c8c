import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium } from "../devstore/faces/browser.ts";
import { openScreens, type Screens } from "./screens.ts";

const SHOP = "camstro.myshopify.com";
const stored = async (s: Screens): Promise<unknown> => (await s.app.db.prisma.shop.findUniqueOrThrow({ where: { domain: SHOP } })).settings;

if (hasChromium) describe("a merchant's settings", { timeout: 90_000 }, () => {
  let s: Screens;
  beforeAll(async () => {
    s = await openScreens({ merchants: ["camstro"], orders: 0 });
  }, 90_000);
  afterAll(async () => {
    await s.close();
    expect(s.wrong).toEqual([]);
  });

  it("are kept by the save bar; what does not fit is named and nothing is changed", async () => {
    await s.open("camstro", "/settings");
    await s.frame.getByRole("button", { name: "Add an address" }).click();
    await s.frame.getByLabel("Country of the address").fill("us");
    await s.frame.getByLabel("Address", { exact: true }).fill("Returns\n1 Dock Road");
    await s.frame.getByLabel("Holidays").fill("2026-12-32");
    await s.page.locator("#savebar .save").click();
    await s.frame.getByText("holidays[0]").waitFor();
    expect(await stored(s)).toEqual({});
    await s.frame.getByLabel("Holidays").fill("2026-12-25");
    await s.page.locator("#savebar .save").click();
    await s.page.getByText("Settings saved").first().waitFor();
    expect(await stored(s)).toMatchObject({ holidays: ["2026-12-25"], returnAddresses: [{ from: ["*"], country: "US", lines: ["Returns", "1 Dock Road"] }] });
    await s.shot("settings");
  });

  it("say which product is what, tried on the shop's products before it is saved", async () => {
    await s.open("camstro", "/settings/mapping");
    await s.frame.getByText(/0 of \d+ products have a kind/).waitFor();
    await s.frame.getByRole("button", { name: "Add a rule" }).click();
    await s.frame.getByLabel("is", { exact: true }).fill("refurbished");
    await s.frame.getByLabel("Item is").selectOption("refurbished");
    await s.frame.getByText(/3 of \d+ products have a kind/).waitFor();
    await s.shot("mapping");
    await s.page.locator("#savebar .save").click();
    await s.page.getByText("Settings saved").first().waitFor();
    expect(await stored(s)).toMatchObject({ mapping: [{ when: { tag: "refurbished" }, gives: { class: "refurbished" } }], holidays: ["2026-12-25"] });
  });

  it("a screen that could not be shown says what to do and names the request; once Shopify is back, trying again shows it", async () => {
    await fetch(`${s.app.env.DEVSTORE_URL ?? ""}/__faults`, { method: "POST", body: JSON.stringify({ kind: "5xx", times: 50 }) });
    await s.open("camstro", "/orders");
    await s.frame.getByText("Something went wrong on our side or at Shopify").waitFor();
    await s.frame.getByText(/Try again in a moment.+it is never made twice/).waitFor();
    expect(await s.frame.locator("code").textContent()).toMatch(/^[\w-]{36}$/);
    await s.shot("went-wrong");
    await fetch(`${s.app.env.DEVSTORE_URL ?? ""}/__faults`, { method: "DELETE" });
    await s.frame.getByRole("button", { name: "Try again" }).click();
    await s.frame.getByRole("heading", { name: "Orders", exact: true }).waitFor();
    expect(s.wrong.splice(0).every((what) => what.startsWith("500 /app/orders"))).toBe(true);
    await s.open("camstro", "/rmas/none");
    await s.frame.getByText("This does not exist, or not any more.").waitFor();
    await s.shot("missing");
    await s.frame.getByRole("button", { name: "Go to Home" }).click();
    await s.frame.getByRole("heading", { name: "What needs you now" }).waitFor();
  });
});
