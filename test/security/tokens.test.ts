/** Threat model, "A copy of the database": tokens are sealed at rest, and their key can be replaced. */
import { randomBytes } from "node:crypto";
import type { Session } from "@shopify/shopify-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readEnv } from "../../app/env.server.ts";
import { resealTokens, sessionStorage } from "../../app/sessions.server.ts";
import { signerFrom } from "../../app/signed.server.ts";
import { CannotOpen, readTokenKeys, tokenSeal } from "../../app/tokenSeal.server.ts";
import { install, stand, type Stand } from "../app/stand.ts";
import { addShop } from "../devstore/kernel/world.ts";
import { createShop } from "../devstore/shop.ts";

const SHOP = "one.myshopify.com", ID = `offline_${SHOP}`;
const key = (name: string): string => `${name}:${randomBytes(32).toString("base64")}`;

describe("a sealed token", () => {
  const [old, next] = [key("old"), key("next")], seal = tokenSeal(readTokenKeys(old)), sealed = seal.seal("shpat_secret", "a accessToken");

  it("opens in its place only, and under its key only", () => {
    expect(seal.open(sealed, "a accessToken")).toBe("shpat_secret");
    expect(() => seal.open(sealed, "b accessToken")).toThrow(CannotOpen);
    expect(() => tokenSeal(readTokenKeys(next)).open(sealed, "a accessToken")).toThrow(CannotOpen);
    expect(() => tokenSeal(readTokenKeys(key("old"))).open(sealed, "a accessToken")).toThrow(CannotOpen);
  });

  it("does not open when any byte of it was changed", () => {
    const [mark, name, body = ""] = sealed.split("."), bytes = Buffer.from(body, "base64url");
    for (let i = 0; i < bytes.length; i++) {
      const changed = Buffer.from(bytes);
      changed[i] = (changed[i] ?? 0) ^ 1;
      expect(() => seal.open(`${mark}.${name}.${changed.toString("base64url")}`, "a accessToken")).toThrow(CannotOpen);
    }
    for (const text of ["", "shpat_secret", `${mark}.${name}.`, `${mark}.${name}.AAAA`]) expect(() => seal.open(text, "a accessToken")).toThrow(CannotOpen);
  });

  it("is different each time, and opens under a list that holds its key at any place", () => {
    expect(seal.seal("shpat_secret", "a accessToken")).not.toBe(sealed);
    expect(tokenSeal(readTokenKeys(`${next},${old}`)).open(sealed, "a accessToken")).toBe("shpat_secret");
  });
});

it("a signed text is good for the one purpose it was signed for, until its moment, unaltered", () => {
  const signed = signerFrom("secret"), at = new Date(1e12), text = signed.sign("upload", { shop: SHOP }, at);
  expect([signed.read("upload", text, at), signed.read("slip", text, at), signed.read("upload", text, new Date(1e12 + 1)), signerFrom("other").read("upload", text, at)]).toEqual([{ shop: SHOP }, null, "gone", null]);
});

describe("TOKEN_KEYS", () => {
  it("is needed on a real shop, and says what is wrong with it", () => {
    const real = { SHOPIFY_API_KEY: "k", SHOPIFY_API_SECRET: "s" };
    expect(() => readEnv(real)).toThrow(/TOKEN_KEYS is needed on a real shop/);
    expect(() => readEnv({ ...real, TOKEN_KEYS: "" })).toThrow(/TOKEN_KEYS is needed on a real shop/);
    for (const wrong of ["x", "a:short", `a:${randomBytes(16).toString("base64")}`, `${key("a")},`]) expect(() => readEnv({ ...real, TOKEN_KEYS: wrong })).toThrow(/TOKEN_KEYS is not a list/);
    expect(() => readEnv({ ...real, TOKEN_KEYS: `${key("a")},${key("a")}` })).toThrow(/TOKEN_KEYS names a key twice/);
    expect(readEnv({ ...real, TOKEN_KEYS: key("a") }).TOKEN_KEYS[0]?.name).toBe("a");
  });
});

describe("a shop's session", () => {
  let s: Stand;
  beforeAll(async () => {
    s = await stand((world) => void addShop(world, createShop({ domain: SHOP, currency: "USD", tokens: [] })));
    await install(s, SHOP);
  });
  afterAll(() => s.close());

  it("lies in the database without a token that Shopify would take", async () => {
    const row = await s.app.db.prisma.session.findUniqueOrThrow({ where: { id: ID } });
    const session = await s.app.shopify.sessionStorage.loadSession(ID);
    expect(session?.accessToken).toMatch(/^\w+/);
    const stored = JSON.stringify(row, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
    expect(stored).not.toContain(session?.accessToken);
    expect(stored).not.toContain(session?.refreshToken);
    expect(await s.app.adminFor(SHOP).run("{ shop { myshopifyDomain } }", {})).toEqual({ shop: { myshopifyDomain: SHOP } });
  });

  it("is sealed anew at a start with a new key, and is gone for one who has neither", async () => {
    const { db } = s.app, refresh = (): Promise<Session> => Promise.reject(new Error("not asked")), at = (keys: string) => sessionStorage({ db, now: s.app.now, refresh, seal: tokenSeal(readTokenKeys(keys)) });
    const [first, second] = [key("first"), key("second")], session = await s.app.shopify.sessionStorage.loadSession(ID);
    if (!session) throw new Error("no session");
    await at(first).storeSession(session);
    expect(await resealTokens(db, tokenSeal(readTokenKeys(`${second},${first}`)))).toBe(1);
    expect(await resealTokens(db, tokenSeal(readTokenKeys(`${second},${first}`)))).toBe(0);
    expect((await at(second).loadSession(ID))?.accessToken).toBe(session.accessToken);
    expect(await at(first).loadSession(ID)).toBeUndefined();
    expect(await at(first).findSessionsByShop?.(SHOP)).toEqual([]);
    expect(await resealTokens(db, tokenSeal(readTokenKeys(first)))).toBe(0);
  });

  it("that lay open in an older version's database is sealed at the start", async () => {
    const { db } = s.app, keys = tokenSeal(readTokenKeys(key("now")));
    await db.prisma.session.update({ where: { id: ID }, data: { accessToken: "shpat_open", refreshToken: null } });
    expect(await resealTokens(db, keys)).toBe(1);
    const { accessToken } = await db.prisma.session.findUniqueOrThrow({ where: { id: ID } });
    expect(keys.open(accessToken ?? "", `${ID} accessToken`)).toBe("shpat_open");
  });
});
