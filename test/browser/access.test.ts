import AxeBuilder from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publishPolicy } from "../../app/flows/publishPolicy.ts";
import { findOrders } from "../../app/shopify/findOrders.ts";
import { hasChromium } from "../devstore/faces/browser.ts";
import { openScreens, type Screens } from "./screens.ts";

const SHOP = "kimpok.myshopify.com";

if (hasChromium) describe("every screen", { timeout: 120_000 }, () => {
  let s: Screens, order = "";
  beforeAll(async () => {
    s = await openScreens({ merchants: ["kimpok"], orders: 8 });
    await s.open("kimpok", "");
    await publishPolicy(s.app, { shop: SHOP, actor: { kind: "staff", name: "Desk" }, policy: "kimpok" });
    order = (await findOrders(s.app.adminFor(SHOP), { query: "", first: 8 })).orders.at(-1)?.legacyResourceId ?? "";
  }, 90_000);
  afterAll(async () => {
    await s.close();
    expect(s.wrong).toEqual([]);
  });
  const screens = (): Record<string, string> => ({ home: "", rmas: "/rmas", orders: "/orders", order: `/orders/${order}`, policy: "/policy", draft: "/policy/new?from=shipped:kimpok", import: "/policy/new", registrations: "/registrations", register: "/registrations/new", registrationFile: "/registrations/import", settings: "/settings", notices: "/settings/notices", reading: "/settings/reading", requests: "/settings/requests", mapping: "/settings/mapping", audit: "/settings/audit" });

  /** Axe leaves a frame out that does not answer within a second; on a busy machine it is asked again. */
  async function lookedInside(name: string, tries = 4): ReturnType<AxeBuilder["analyze"]> {
    const result = await new AxeBuilder({ page: s.page }).include("#app").exclude(["#app", "iframe"]).withTags(["wcag2a", "wcag2aa"]).analyze();
    const isInside = result.passes.some(({ nodes }) => nodes.some(({ target }) => target.length > 1));
    if (!isInside && tries > 1) return lookedInside(name, tries - 1);
    expect(isInside, `${name}: looked at inside its frame`).toBe(true);
    return result;
  }

  it("is free of serious faults for those who do not see or point, and can be read on a phone", async () => {
    const faults: string[] = [];
    for (const [name, path] of Object.entries(screens())) {
      await s.page.setViewportSize({ width: 1280, height: 1000 });
      await s.open("kimpok", path);
      const { violations } = await lookedInside(name);
      faults.push(...violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => `${name}: ${id} ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`));
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
  });
});
