/** A shop opened the app for the first time, or again after uninstalling: its row is made or woken. */
import type { App } from "../app.server.ts";
import { shopAbout } from "../shopify/documents/shop.ts";

export async function installShop(app: Pick<App, "db" | "adminFor">, { shop }: { shop: string }): Promise<void> {
  const { shop: about } = await app.adminFor(shop).run(shopAbout, {});
  const known = { currency: about.currencyCode, zone: about.ianaTimezone };
  await app.db.prisma.shop.upsert({ where: { domain: shop }, create: { domain: shop, ...known }, update: { ...known, uninstalledAt: null } });
}
