import "@shopify/shopify-api/adapters/node";
import { ApiVersion, LogSeverity, shopifyApi } from "@shopify/shopify-api";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fakeApp, SHOP, storeUnderTest, type FakeApp, type StoreUnderTest } from "../control/storeUnderTest.ts";
import { LOCAL_SECRET } from "./appSettings.ts";

let store: StoreUnderTest;
let app: FakeApp;
const shopify = shopifyApi({ apiKey: "recourse-local", apiSecretKey: LOCAL_SECRET, hostName: "localhost", apiVersion: ApiVersion.October26, isEmbeddedApp: true, logger: { level: LogSeverity.Error } });

beforeAll(async () => {
  app = await fakeApp();
  store = await storeUnderTest({ app: { appUrl: app.url } });
});
afterAll(async () => {
  await store.close();
  await app.close();
});

it("passes a storefront page on to the app, signed so that Shopify's own library takes it", async () => {
  await fetch(`${store.origin}/${SHOP}/apps/recourse/register?serial=A+1&tag=x&tag=y`, { headers: { cookie: "secret=1" } });
  const [heard] = app.heard;
  const url = new URL(heard?.path ?? "", app.url);
  expect(url.pathname).toBe("/proxy/register");
  expect([url.searchParams.get("shop"), url.searchParams.get("path_prefix"), url.searchParams.get("serial")]).toEqual([SHOP, "/apps/recourse", "A 1"]);
  expect(heard?.headers.cookie).toBeUndefined();
  expect(await shopify.utils.validateHmac(url.searchParams, { signator: "appProxy" })).toBe(true);
  url.searchParams.set("shop", "two.myshopify.com");
  expect(await shopify.utils.validateHmac(url.searchParams, { signator: "appProxy" })).toBe(false);
});

it("gives the app's answer back, and its body goes there", async () => {
  app.answer = () => 418;
  const answer = await fetch(`${store.origin}/${SHOP}/apps/recourse/claim`, { method: "POST", body: "hello" });
  expect([answer.status, app.heard.at(-1)?.raw]).toEqual([418, "hello"]);
});

it("knows no other app's path, and says when the app does not answer", async () => {
  expect((await fetch(`${store.origin}/${SHOP}/apps/other/page`)).status).toBe(404);
  const alone = await storeUnderTest({ app: { appUrl: "http://127.0.0.1:9" } });
  expect((await fetch(`${alone.origin}/${SHOP}/apps/recourse`)).status).toBe(502);
  await alone.close();
});
