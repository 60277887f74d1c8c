import "@shopify/shopify-api/adapters/node";
import { ApiVersion, GraphqlQueryError, HttpInternalError, HttpThrottlingError, LogSeverity, RequestedTokenType, shopifyApi } from "@shopify/shopify-api";
import { setAbstractFetchFunc } from "@shopify/shopify-api/runtime";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { at, fakeApp, OTHER_SHOP, SHOP, storeUnderTest, type FakeApp, type StoreUnderTest } from "../control/storeUnderTest.ts";
import { LOCAL_SECRET } from "./appSettings.ts";

let store: StoreUnderTest;
let app: FakeApp;

const shopify = shopifyApi({
  apiKey: "recourse-local", apiSecretKey: LOCAL_SECRET, hostName: "localhost:3000", hostScheme: "http", apiVersion: ApiVersion.October26,
  isEmbeddedApp: true, logger: { level: LogSeverity.Error },
});

beforeAll(async () => {
  app = await fakeApp();
  store = await storeUnderTest({ app: { appUrl: app.url } });
  setAbstractFetchFunc((input, init) => {
    const url = new URL(String(input));
    return fetch(`${store.origin}/${url.hostname}${url.pathname}${url.search}`, init);
  });
});
beforeEach(async () => {
  await store.send("POST", "/__reset");
  app.heard.length = 0;
});
afterAll(async () => {
  await store.close();
  await app.close();
});

const mint = async (body: object = {}): Promise<string> => String((await store.send("POST", "/__mint", { shop: SHOP, ...body })).body.token);
const pass = (jump: string): Promise<unknown> => store.send("POST", "/__clock", { jump });
const exchange = async (expiring = true) => {
  const sessionToken = await mint();
  const { session } = await shopify.auth.tokenExchange({ shop: SHOP, sessionToken, requestedTokenType: RequestedTokenType.OfflineAccessToken, expiring });
  return session;
};
const shopName = (token: string | undefined) => store.admin("{ shop { name } }", {}, token ?? "");
const tokenRequest = (fields: object) => store.send("POST", `/${SHOP}/admin/oauth/access_token`, { client_id: "recourse-local", client_secret: LOCAL_SECRET, ...fields });

describe("session tokens", () => {
  it("of staff are read by Shopify's library and name shop, app and user", async () => {
    const claims = await shopify.session.decodeSessionToken(await mint());
    expect(claims).toMatchObject({ iss: `https://${SHOP}/admin`, dest: `https://${SHOP}`, aud: "recourse-local" });
    expect(claims.exp - claims.iat).toBe(60);
    expect(claims.nbf).toBe(claims.iat);
    expect(Number(claims.sub)).toBeGreaterThan(0);
    expect(claims.jti).not.toBe((await shopify.session.decodeSessionToken(await mint())).jti);
    expect(claims.sid).toBeTruthy();
  });

  it("that ran out, or of another secret, are refused by Shopify's library", async () => {
    await expect(shopify.session.decodeSessionToken(await mint({ life: -60 }))).rejects.toThrow(/exp/);
    const [header, payload] = (await mint()).split(".");
    await expect(shopify.session.decodeSessionToken(`${header}.${payload}.AAAA`)).rejects.toThrow(/signature/);
  });

  it("are not exchanged when they ran out or are of another shop", async () => {
    const type = { grant_type: "urn:ietf:params:oauth:grant-type:token-exchange", subject_token_type: "urn:ietf:params:oauth:token-type:id_token", requested_token_type: RequestedTokenType.OfflineAccessToken };
    await store.send("POST", "/__install", { shop: SHOP });
    for (const token of [await mint({ life: -60 }), await mint({ shop: OTHER_SHOP }), "nonsense"]) {
      const answer = await tokenRequest({ ...type, subject_token: token });
      expect([answer.status, answer.body.error]).toEqual([400, "invalid_subject_token"]);
    }
  });
});

describe("token exchange", () => {
  it("gives an offline token of an hour with a refresh token of 90 days, and the scopes of shopify.app.toml", async () => {
    const session = await exchange();
    const seconds = (until: Date | undefined) => Math.round(((until?.getTime() ?? 0) - Date.now()) / 1000);
    expect(seconds(session.expires)).toBeGreaterThan(3590);
    expect(seconds(session.expires)).toBeLessThanOrEqual(3600);
    expect(Math.round(seconds(session.refreshTokenExpires) / 86_400)).toBe(90);
    expect(session.scope?.split(",")).toContain("read_all_orders");
    expect((await shopName(session.accessToken)).status).toBe(200);
  });

  it("without expiring gives a token that does not end and cannot be refreshed", async () => {
    const session = await exchange(false);
    expect([session.expires, session.refreshToken]).toEqual([undefined, undefined]);
    await pass("P400D");
    expect((await shopName(session.accessToken)).status).toBe(200);
  });

  it("trades a token that does not end for an expiring pair, once", async () => {
    const old = await exchange(false);
    const { session } = await shopify.auth.migrateToExpiringToken({ shop: SHOP, nonExpiringOfflineAccessToken: old.accessToken ?? "" });
    expect(session.refreshToken).toBeTruthy();
    expect((await shopName(old.accessToken)).status).toBe(401);
    await expect(shopify.auth.migrateToExpiringToken({ shop: SHOP, nonExpiringOfflineAccessToken: old.accessToken ?? "" })).rejects.toThrow();
  });

  it("gives an online token with its user, for a day", async () => {
    const { session } = await shopify.auth.tokenExchange({ shop: SHOP, sessionToken: await mint(), requestedTokenType: RequestedTokenType.OnlineAccessToken });
    expect(session.onlineAccessInfo?.associated_user).toMatchObject({ account_owner: true, email_verified: true });
    expect(session.onlineAccessInfo?.expires_in).toBe(86_399);
    await pass("P1D");
    expect((await shopName(session.accessToken)).status).toBe(401);
  });

  it("refuses a wrong secret and an app that is not installed", async () => {
    await store.send("POST", "/__install", { shop: SHOP });
    expect((await tokenRequest({ client_secret: "wrong", grant_type: "client_credentials" })).status).toBe(401);
    expect((await tokenRequest({ client_id: "other", grant_type: "client_credentials" })).body.error).toBe("invalid_client");
    expect((await tokenRequest({ grant_type: "password" })).body.error).toBe("unsupported_grant_type");
    const { session } = await shopify.auth.clientCredentials({ shop: SHOP });
    expect((await shopName(session.accessToken)).status).toBe(200);
    await expect(shopify.auth.clientCredentials({ shop: OTHER_SHOP })).rejects.toThrow();
  });
});

describe("expiry and rotation", () => {
  it("ends the token after an hour of the shop's clock; the refresh token gives a new pair", async () => {
    const first = await exchange();
    await pass("PT59M");
    expect((await shopName(first.accessToken)).status).toBe(200);
    await pass("PT2M");
    expect((await shopName(first.accessToken)).status).toBe(401);
    const { session: second } = await shopify.auth.refreshToken({ shop: SHOP, refreshToken: first.refreshToken ?? "" });
    expect(second.accessToken).not.toBe(first.accessToken);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect((await shopName(second.accessToken)).status).toBe(200);
  });

  it("a refresh ends the token it replaces, and the refresh token that was used", async () => {
    const first = await exchange();
    await shopify.auth.refreshToken({ shop: SHOP, refreshToken: first.refreshToken ?? "" });
    expect((await shopName(first.accessToken)).status).toBe(401);
    const again = await tokenRequest({ grant_type: "refresh_token", refresh_token: first.refreshToken });
    expect([again.status, again.body.error_description]).toEqual([401, "This request requires an active refresh_token"]);
  });

  it("of ten refreshes at once with the same token one wins", async () => {
    const first = await exchange();
    const answers = await Promise.all(Array.from({ length: 10 }, () => tokenRequest({ grant_type: "refresh_token", refresh_token: first.refreshToken })));
    expect(answers.filter((a) => a.status === 200)).toHaveLength(1);
    expect(answers.filter((a) => a.status === 401)).toHaveLength(9);
  });

  it("a refresh token is dead after 90 days", async () => {
    const first = await exchange();
    await pass("P89D");
    const { session: second } = await shopify.auth.refreshToken({ shop: SHOP, refreshToken: first.refreshToken ?? "" });
    await pass("P90D");
    await expect(shopify.auth.refreshToken({ shop: SHOP, refreshToken: second.refreshToken ?? "" })).rejects.toThrow();
  });

  it("played as documented since August 2026, a used refresh token repeats its answer until the new one is used", async () => {
    await store.send("POST", "/__refresh", { reuse: "until-replaced" });
    const first = await exchange();
    const use = (token: unknown) => tokenRequest({ grant_type: "refresh_token", refresh_token: token });
    const second = (await use(first.refreshToken)).body;
    expect((await use(first.refreshToken)).body).toMatchObject({ access_token: second.access_token, refresh_token: second.refresh_token });
    expect((await use(second.refresh_token)).status).toBe(200);
    expect((await use(first.refreshToken)).status).toBe(401);
    await store.send("POST", "/__refresh", { reuse: "once" });
  });
});

describe("trouble at the token endpoint", () => {
  it("a refresh whose answer is lost has used up the token; it is in the log without secrets", async () => {
    const first = await exchange();
    await store.send("POST", "/__faults", { kind: "hangUpAfter", root: "access_token", times: 1 });
    await expect(tokenRequest({ grant_type: "refresh_token", refresh_token: first.refreshToken })).rejects.toThrow();
    expect((await tokenRequest({ grant_type: "refresh_token", refresh_token: first.refreshToken })).status).toBe(401);
    const { body } = await store.send("GET", "/__log?root=access_token");
    expect((body.list as { status: number }[]).map((e) => e.status)).toEqual([200, 200, 401]);
    expect(JSON.stringify(body)).not.toContain(LOCAL_SECRET);
    expect(JSON.stringify(body)).not.toContain(first.refreshToken);
  });
});

describe("Shopify's own client", () => {
  const client = async () => new shopify.clients.Graphql({ session: await exchange() });
  const fault = (rule: object) => store.send("POST", "/__faults", rule);
  const QUERY = "query Name { shop { name } }";

  it("reads answers and their cost", async () => {
    const { data, extensions } = await (await client()).request<{ shop: { name: string } }>(QUERY);
    expect(data?.shop.name).toBe("one");
    expect(extensions?.cost?.actualQueryCost).toBe(1);
  });

  it("tells 429 and 5xx apart, and is answered when they are over", async () => {
    const asked = await client();
    await fault([{ kind: "429", operation: "Name", nth: 1 }, { kind: "5xx", status: 502, operation: "Name", nth: 2 }]);
    await expect(asked.request(QUERY)).rejects.toBeInstanceOf(HttpThrottlingError);
    await expect(asked.request(QUERY)).rejects.toBeInstanceOf(HttpInternalError);
    expect((await asked.request(QUERY)).data).toEqual({ shop: { name: "one" } });
  });

  it("tells a throttled query by its code, and an ended token by 401", async () => {
    const asked = await client();
    await fault({ kind: "throttled", operation: "Name", times: 1 });
    await expect(asked.request(QUERY)).rejects.toBeInstanceOf(GraphqlQueryError);
    await pass("PT2H");
    await expect(asked.request(QUERY)).rejects.toMatchObject({ response: { code: 401 } });
  });
});

describe("install and uninstall", () => {
  it("uninstalling ends all tokens, tells the app once, and refuses a refresh; opening the app installs it again", async () => {
    const session = await exchange();
    expect((await store.send("POST", "/__uninstall", { shop: SHOP })).body.uninstalled).toBe(true);
    expect((await store.send("POST", "/__uninstall", { shop: SHOP })).body.uninstalled).toBe(false);
    expect((await shopName(session.accessToken)).status).toBe(401);
    expect((await tokenRequest({ grant_type: "refresh_token", refresh_token: session.refreshToken })).status).toBe(401);
    await store.send("GET", "/__webhooks?quiet=3000");
    expect(app.heard.map((h) => [h.path, h.headers["x-shopify-topic"]])).toEqual([["/webhooks/app", "app/uninstalled"]]);
    expect((await shopName((await exchange()).accessToken)).status).toBe(200);
  });

  it("an app leaves by its own token", async () => {
    const session = await exchange();
    const leave = (token: string) => store.send("DELETE", `/${SHOP}/admin/api_permissions/current.json`, undefined, { "x-shopify-access-token": token });
    expect((await leave("shpat_unknown")).status).toBe(401);
    expect((await leave(session.accessToken ?? "")).status).toBe(200);
    expect((await shopName(session.accessToken)).status).toBe(401);
  });

  it("other scopes are granted to tokens to come and told as app/scopes_update", async () => {
    await exchange();
    const { body } = await store.send("POST", "/__install", { shop: SHOP, scopes: ["read_products", "read_orders"] });
    expect(at(body, "installation", "scopes")).toEqual(["read_orders", "read_products"]);
    await store.send("GET", "/__webhooks?quiet=3000");
    expect(JSON.parse(app.heard.at(-1)?.raw ?? "{}").current).toEqual(["read_orders", "read_products"]);
    expect((await exchange()).scope).toBe("read_orders,read_products");
  });
});
