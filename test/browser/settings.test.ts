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
});
