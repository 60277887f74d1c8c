import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deskOf } from "../app/merchantShop.ts";
import { hasChromium } from "../devstore/faces/browser.ts";
import { openScreens, type Screens } from "./screens.ts";

if (!hasChromium) console.warn("No Chromium: the screens are not looked at");
if (hasChromium) describe("a merchant chooses a policy", { timeout: 90_000 }, () => {
  let s: Screens;
  beforeAll(async () => {
    s = await openScreens({ merchants: ["amcrest"], orders: 12 });
  }, 90_000);
  afterAll(async () => {
    await s.close();
    expect(s.wrong).toEqual([]);
  });

  it("starts from nothing and sees what another reading changes before it is published", async () => {
    await s.open("amcrest", "/policy");
    await s.frame.getByRole("link", { name: "Look at it: Amcrest" }).click();
    await s.frame.getByRole("button", { name: "Open: How 'within N days' is counted" }).click();
    await s.frame.getByRole("button", { name: "Option B" }).click();
    await s.frame.getByText(/^17 of 80 sample situations are answered differently$/).waitFor({ timeout: 20_000 });
    expect(await s.frame.getByText(/Refund: \$100\.00, until April 1, 2025/).count()).toBeGreaterThan(0);
    await s.shot("draft");
    await s.frame.getByText(/^B: The day of the event is day 1/).click();
    await s.frame.getByLabel(/How long the warranty of new products lasts/).fill("1 year");
    await s.frame.getByRole("button", { name: "Publish this version" }).click();
    await s.frame.getByRole("heading", { name: "Amcrest: Standard RMA Terms and Conditions" }).waitFor();
    await s.page.getByText("The version is published").first().waitFor();
    const row = await s.app.db.prisma.policyVersion.findFirstOrThrow({ where: { shop: "amcrest.myshopify.com" } });
    expect(row).toMatchObject({ version: "2025-01", settings: { newWarrantyTerm: "1 year" }, choices: { "X-1": "B" } });
    await s.shot("policy");
  });

  it("reads the policy in force as its customers do, and what the check finds", async () => {
    await s.open("amcrest", "/policy");
    await s.frame.frameLocator("iframe").getByRole("heading", { name: "Amcrest: returns and warranty" }).waitFor();
    // No scripts, no forms, no origin: whatever a merchant's document says.
    expect(await s.frame.locator("iframe").getAttribute("sandbox")).toBe("");
    await s.frame.getByRole("button", { name: "Check for gaps and contradictions" }).click();
    await s.frame.getByText(/^\d+ errors, \d+ warnings, \d+ notes$/).waitFor({ timeout: 30_000 });
  });

  it("is told where the store's own return policy says other numbers, and where it lacks ours", async () => {
    const shop = s.world.shops.get("amcrest.myshopify.com");
    if (!shop) throw new Error("amcrest is not seeded");
    const body = "<p>You may return items within <b>45 days</b> of delivery. A restocking fee of 10% applies.</p><ul><li>Misuse costs $99.00</li></ul>";
    await deskOf(s.world, shop).ask("mutation P($policy: ShopPolicyInput!) { shopPolicyUpdate(shopPolicy: $policy) { shopPolicy { id } userErrors { field message } } }", { policy: { type: "REFUND_POLICY", body } });
    await s.open("amcrest", "/policy");
    const banner = s.frame.locator(".Polaris-Banner").filter({ hasText: /differs in \d+ numbers/ });
    await banner.getByText("45 days: You may return items within 45 days of delivery.").waitFor({ timeout: 30_000 });
    await banner.getByText("99 USD: Misuse costs $99.00.").waitFor();
    expect(await banner.getByRole("listitem").filter({ hasText: /^30 days: .*amcrest\.1\.3/ }).count()).toBe(1);
    expect(await banner.getByRole("listitem").filter({ hasText: /^10 %/ }).count()).toBe(0);
    expect(await banner.getByRole("link").getAttribute("href")).toMatch(/\/policies\//);
    await s.shot("policy-published");
  });

  it("brings a document of its own; what does not fit is named with its place", async () => {
    await s.open("amcrest", "/policy/new");
    const text = s.frame.getByLabel("Policy document (YAML)"), read = s.frame.getByRole("button", { name: "Read it" });
    await text.fill("id: own\nversion: '1'\nmerchant: Own\ndocument: Terms\nclauses:\n  - { id: a, at: one, opens: { remedy: gold } }\n");
    await read.click();
    await s.frame.getByText("clauses[0].says").waitFor();
    await s.shot("policy-import");
    await text.fill(readFileSync("policy/merchants/kimpok.yaml", "utf8"));
    await read.click();
    await s.frame.getByRole("heading", { name: "New version: Kimpok" }).waitFor();
    expect(await s.app.db.prisma.policyVersion.count()).toBe(1);
  });
});
