/** What members of staff are called: by the name that Shopify tells for their session token, asked for once. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { forgetOld } from "../../app/flows/forgetOld.ts";
import { uninstallShop } from "../../app/flows/uninstallShop.ts";
import { staffName, tokenOf } from "../../app/staffName.ts";
import { addShop } from "../devstore/kernel/world.ts";
import { staffUser } from "../devstore/oauth/staffUser.ts";
import { createShop } from "../devstore/shop.ts";
import { install, stand, type Stand } from "./stand.ts";

const SHOP = "named.myshopify.com", HOUR = 3_600_000, DAY = 24 * HOUR;
let s: Stand, owner: string, ahead = 0;
beforeAll(async () => {
  s = await stand((world) => void addShop(world, createShop({ domain: SHOP, currency: "USD", tokens: [] })), { now: () => new Date(Date.now() + ahead) });
  await install(s, SHOP);
  const shop = [...s.world.shops.values()].find(({ domain }) => domain === SHOP);
  owner = String(staffUser(shop as NonNullable<typeof shop>).id);
}, 60_000);
afterAll(() => s.close());

const token = async (): Promise<string> => ((await (await fetch(`${s.store.origin}/__mint`, { method: "POST", body: JSON.stringify({ shop: SHOP, for: "admin" }) })).json()) as { token: string }).token;
const online = (): number => [...s.world.shops.values()].flatMap(({ tokens }) => [...tokens.values()]).filter(({ kind }) => kind === "online").length;

it("asks Shopify once and keeps the name, not the token", async () => {
  const asked = { shop: SHOP, userId: owner, token: await token() };
  expect([await staffName(s.app, asked), await staffName(s.app, { ...asked, token: "" })]).toEqual(["Store Owner", "Store Owner"]);
  expect(online()).toBe(1);
  expect(await s.app.db.prisma.session.count({ where: { isOnline: true } })).toBe(0);
});

it("asks again after a month, and keeps the old name where Shopify does not answer", async () => {
  ahead = 29 * DAY;
  expect(await staffName(s.app, { shop: SHOP, userId: owner, token: await token() })).toBe("Store Owner");
  expect(online()).toBe(1);
  ahead = 31 * DAY;
  expect(await staffName(s.app, { shop: SHOP, userId: owner, token: "no.good.token" })).toBe("Store Owner");
  expect(await staffName(s.app, { shop: SHOP, userId: owner, token: await token() })).toBe("Store Owner");
  ahead = 62 * DAY;
  expect(await staffName(s.app, { shop: SHOP, userId: owner, token: await token() })).toBe("Store Owner");
  expect(online()).toBe(2);
});

it("whom Shopify does not name is a number, and a name of somebody else is not taken; it is asked again within the day", async () => {
  expect(await staffName(s.app, { shop: SHOP, userId: "77", token: await token() })).toBe("Staff 77");
  expect(await staffName(s.app, { shop: SHOP, userId: "78", token: "no.good.token" })).toBe("Staff 78");
  const before = online();
  expect(await staffName(s.app, { shop: SHOP, userId: "77", token: await token() })).toBe("Staff 77");
  expect(online()).toBe(before);
  ahead += 2 * HOUR;
  expect(await staffName(s.app, { shop: SHOP, userId: "77", token: await token() })).toBe("Staff 77");
  expect(online()).toBe(before + 1);
});

it("goes when it was not asked for in a long time, and with the app", async () => {
  const names = (): Promise<number> => s.app.db.prisma.staff.count();
  expect(await names()).toBe(3);
  ahead += 401 * DAY;
  await staffName(s.app, { shop: SHOP, userId: owner, token: await token() });
  await forgetOld(s.app, { shop: SHOP });
  expect(await names()).toBe(1);
  await uninstallShop(s.app, { shop: SHOP });
  expect(await names()).toBe(0);
});

it("finds the token in the header, or in the address of a page's first opening", () => {
  expect(tokenOf(new Request("http://app/app?id_token=a.b.c"))).toBe("a.b.c");
  expect(tokenOf(new Request("http://app/app?id_token=a.b.c", { headers: { authorization: "Bearer d.e.f" } }))).toBe("d.e.f");
  expect(tokenOf(new Request("http://app/app"))).toBe("");
});
