/** Customers' accounts in a real Chromium: the extensions as Shopify runs them, the app behind them, the dev store's books. */
import { mkdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { publishPolicy } from "../../app/flows/publishPolicy.ts";
import { refreshCoverage } from "../../app/flows/refreshCoverage.ts";
import { saveSettings } from "../../app/store/shops.ts";
import { STAFF } from "../app/asks.ts";
import { deskOf, POLICY_SETTINGS, settings, type MerchantShop, type OrderPlan, type Placed } from "../app/merchantShop.ts";
import { install } from "../app/stand.ts";
import { seriousIn } from "../devstore/faces/axe.ts";
import { openScreens, type Screens } from "./screens.ts";

export type Account = Readonly<{
  s: Screens; page: Page;
  desk: (merchant: string) => Pick<MerchantShop, "ask" | "place" | "books">;
  /** Places an order and has the app read it. */
  order: (merchant: string, plan: OrderPlan) => Promise<Placed & { customer: string }>;
  /** Opens a page of the customer who placed it: "" is the order itself. */
  visit: (merchant: string, placed: Placed & { customer: string }, path?: string) => Promise<void>;
  /** Opens the full page of its order: "/" is the request. */
  visitPage: (merchant: string, placed: Placed & { customer: string }, path?: string, locale?: string) => Promise<void>;
  shot: (name: string) => Promise<void>;
  /** What axe-core finds serious or critical on the page. */
  serious: () => Promise<string[]>;
}>;

const numberOf = (gid: string): string => gid.split("/").at(-1) ?? "";

/** Opens the five merchants' shops with their policies; orders are placed by the tests. */
export async function openAccounts(merchants: readonly string[]): Promise<Account> {
  const s = await openScreens({ merchants, orders: 0 }), { app, world, page } = s, origin = app.env.DEVSTORE_URL ?? "";
  const shopOf = (merchant: string) => {
    const shop = world.shops.get(`${merchant}.myshopify.com`);
    if (!shop) throw new Error(`${merchant} is not seeded`);
    return shop;
  };
  for (const merchant of merchants) {
    const { domain, currency, zone } = shopOf(merchant);
    await install({ app, store: { origin } as never }, domain);
    await app.db.prisma.shop.update({ where: { domain }, data: { currency, zone } });
    await saveSettings(app.db.prisma, domain, settings);
    await publishPolicy(app, { shop: domain, actor: STAFF, policy: merchant, settings: POLICY_SETTINGS });
  }
  const desks = new Map(merchants.map((merchant) => [merchant, deskOf(world, shopOf(merchant))]));
  const desk: Account["desk"] = (merchant) => {
    const found = desks.get(merchant);
    if (!found) throw new Error(`${merchant} has no desk`);
    return found;
  };
  const order: Account["order"] = async (merchant, plan) => {
    const placed = await desk(merchant).place(plan);
    const customer = String((await desk(merchant).ask("query C($id: ID!) { order(id: $id) { customer { id } } }", { id: placed.orderId }))["order"]?.["customer"]?.["id"]);
    const read = () => refreshCoverage(app, { shop: `${merchant}.myshopify.com`, orderId: placed.orderId });
    // Once more, as the job does: a connection kept open from before may have been closed meanwhile.
    await read().catch(read);
    return { ...placed, customer };
  };
  const visit: Account["visit"] = async (merchant, placed, path = `/orders/${numberOf(placed.orderId)}`) => void (await page.goto(`${origin}/account/${merchant}${path}?as=${numberOf(placed.customer)}`));
  const visitPage: Account["visitPage"] = async (merchant, placed, path = "/", locale = "en") => {
    const address = `${origin}/account/${merchant}/orders/${numberOf(placed.orderId)}/pages/customer-return${path}`;
    await page.goto(`${address}${path.includes("?") ? "&" : "?"}as=${numberOf(placed.customer)}&locale=${locale}`);
  };
  const shot = async (name: string): Promise<void> => {
    mkdirSync(".artefacts", { recursive: true });
    await page.screenshot({ path: `.artefacts/account-${name}.png`, fullPage: true });
  };
  const serious = (): Promise<string[]> => seriousIn(page.mainFrame());
  return { s, page, desk, order, visit, visitPage, shot, serious };
}
