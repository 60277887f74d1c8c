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
    await s.frame.getByText("Holidays, line 1").waitFor();
    expect(await stored(s)).toEqual({});
    await s.frame.getByLabel("Holidays").fill("2026-12-25");
    await s.page.locator("#savebar .save").click();
    await s.page.getByText("Settings saved").first().waitFor();
    expect(await stored(s)).toMatchObject({ holidays: ["2026-12-25"], returnAddresses: [{ from: ["*"], country: "US", lines: ["Returns", "1 Dock Road"] }] });
    await s.page.locator("#savebar").waitFor({ state: "hidden" });
    await s.shot("settings");
  });

  it("say who other sellers are and where customers reach them; a wrong entry names its field", async () => {
    const from = s.frame.getByLabel("Source name, app id or app name"), seller = s.frame.getByLabel("Seller's name"), address = s.frame.getByLabel("Where customers reach the seller");
    const save = (): Promise<void> => s.page.locator("#savebar .save").click();
    await s.frame.getByRole("button", { name: "Add a channel" }).click();
    await seller.fill("Northlight Cameras");
    await address.fill("help@northlight.example, 12 Harbour Street, Portland");
    await save();
    await s.frame.getByText("Other channels 1: Source name, app id or app name").waitFor();
    await s.frame.getByText("Is missing", { exact: true }).waitFor();
    await address.scrollIntoViewIfNeeded();
    await s.shot("settings-channel-wrong");
    expect(await stored(s)).not.toHaveProperty("channels.0");
    await from.fill(" amazon-us ");
    expect(await s.frame.getByText("Is missing", { exact: true }).count()).toBe(0);
    await s.frame.getByLabel("What it is").selectOption("authorized_reseller");
    await save();
    await s.page.locator("#savebar").waitFor({ state: "hidden" });
    expect(await stored(s)).toMatchObject({ holidays: ["2026-12-25"], channels: [{ from: "amazon-us", is: "authorized_reseller", seller: "Northlight Cameras", address: "help@northlight.example, 12 Harbour Street, Portland" }] });
    await s.open("camstro", "/settings");
    expect([await from.inputValue(), await seller.inputValue(), await address.inputValue()]).toEqual(["amazon-us", "Northlight Cameras", "help@northlight.example, 12 Harbour Street, Portland"]);
    await address.scrollIntoViewIfNeeded();
    await s.shot("settings-channel");
    await s.page.setViewportSize({ width: 390, height: 844 });
    await address.scrollIntoViewIfNeeded();
    await s.shot("narrow-settings-channel");
    await s.page.setViewportSize({ width: 1280, height: 1000 });
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
