/** A shop opened the app for the first time, or again after uninstalling: its row is made or woken, and its orders are read. */
import type { App } from "../app.server.ts";
import { shopAbout } from "../shopify/documents/shop.ts";
import { orderRunOf } from "../store/orderRuns.ts";
import { beginImport } from "./importAgain.ts";

export async function installShop(app: Pick<App, "db" | "adminFor" | "jobs" | "now">, { shop }: { shop: string }): Promise<void> {
  const { shop: about } = await app.adminFor(shop).run(shopAbout, {});
  const known = { currency: about.currencyCode, zone: about.ianaTimezone };
  await app.db.prisma.$transaction(async (tx) => {
    const before = await tx.shop.findUnique({ where: { domain: shop }, select: { uninstalledAt: true } });
    await tx.shop.upsert({ where: { domain: shop }, create: { domain: shop, ...known }, update: { ...known, uninstalledAt: null } });
    if (before && !before.uninstalledAt && (await orderRunOf(tx, shop))) return;
    await beginImport(app, tx, shop);
  });
}
