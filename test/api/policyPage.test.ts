/** The policy in a store's theme, through the app proxy as Shopify signs it, and the store's own text held against it. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { publishedPolicy } from "../../app/flows/publishedPolicy.ts";
import { readingsApplied } from "../../policy/readings.ts";
import { comparePublished, sentencesOf } from "../../policy/published.ts";
import { proxySignature } from "../devstore/oauth/appProxy.ts";
import { merchant } from "../policy/merchants.ts";
import { apiShop, type ApiShop } from "./apiShop.ts";

let m: ApiShop;
beforeAll(async () => {
  m = await apiShop("amcrest");
}, 240_000);
afterAll(() => m.s.close());

const ask = (query: readonly (readonly [string, string])[] = [], { secret = "recourse-local-secret", headers = {} }: { secret?: string; headers?: Record<string, string> } = {}) => {
  const pairs = [...query, ["shop", m.shop], ["logged_in_customer_id", ""], ["path_prefix", "/apps/recourse"], ["timestamp", String(Math.floor(Date.now() / 1000))]] as [string, string][];
  return m.call<string>(`/proxy/policy?${new URLSearchParams([...pairs, ["signature", proxySignature(pairs, secret)]])}`, null, { headers });
};

it("is a page of the theme, a part for its block, and a page of its own; known pages are not sent again", async () => {
  const theme = await ask(), part = await ask([["form", "part"]]), whole = await ask([["form", "whole"]]);
  expect([theme, part, whole].map(({ status, headers }) => [status, headers.get("content-type")])).toEqual([[200, "application/liquid; charset=utf-8"], [200, "text/html; charset=utf-8"], [200, "text/html; charset=utf-8"]]);
  expect(theme.body).toContain("<h1>Amcrest: returns and warranty</h1>");
  expect(theme.body).not.toMatch(/[{}]/);
  expect(part.body).toMatch(/^<div class="recourse-policy"/);
  for (const { body } of [theme, part, whole]) expect(body).toContain("The customer must ask for a refund within 30 days after the item has arrived.");
  expect(part.headers.get("cache-control")).toBe("public, max-age=300, stale-while-revalidate=86400");
  expect((await ask([["form", "part"]], { headers: { "if-none-match": part.headers.get("etag") ?? "" } })).status).toBe(304);
  expect((await ask([], { headers: { "if-none-match": part.headers.get("etag") ?? "" } })).status).toBe(200);
});

it("is not given without Shopify's signature", async () => {
  expect((await ask([], { secret: "another" })).status).toBe(400);
  expect((await m.call(`/proxy/policy?shop=${m.shop}`, null)).status).toBe(400);
});

it("the block of the theme asks for that part, and says where to read it without scripts", () => {
  const block = readFileSync("extensions/policy-page/blocks/policy.liquid", "utf8");
  expect(block).toContain("/apps/recourse/policy?form=part");
  expect(block).toContain('<a href="{{ shop.url }}/apps/recourse/policy">');
});

it("numbers in the store's own return policy that differ are named with their sentences and clauses", async () => {
  expect(await publishedPolicy(m.s.app, { shop: m.shop })).toEqual({ state: "none" });
  const body = "<p>You may return items within <b>45 days</b> of delivery. A restocking fee of 10% applies.</p><ul><li>Misuse costs $99.00</li></ul>";
  await m.ask("mutation P($policy: ShopPolicyInput!) { shopPolicyUpdate(shopPolicy: $policy) { shopPolicy { id } userErrors { field message } } }", { policy: { type: "REFUND_POLICY", body } });
  const found = await publishedPolicy(m.s.app, { shop: m.shop });
  if (found.state !== "compared") throw new Error(found.state);
  expect(found).toMatchObject({ title: "Refund policy", same: 1, theirs: [{ number: "45 days", sentence: "You may return items within 45 days of delivery." }, { number: "99 USD", sentence: "Misuse costs $99.00." }] });
  expect(found.ours.find(({ number }) => number === "30 days")?.clauses.map(({ id }) => id)).toContain("amcrest.1.3");
  expect(found.ours.map(({ number }) => number)).not.toContain("10 %");
});

it("a text made of the clauses themselves differs in nothing that it says, for each of the five merchants", () => {
  for (const id of ["camstro", "amcrest", "kimpok", "inomega", "saferexpert"]) {
    const policy = readingsApplied(merchant(id)), text = policy.clauses.map(({ says }) => `<p>${says.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`).join("");
    expect(sentencesOf(text).length, id).toBeGreaterThan(20);
    expect(comparePublished(policy, text).theirs, id).toEqual([]);
  }
});
