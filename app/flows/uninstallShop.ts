/** The app was uninstalled: its tokens are gone, so nothing more is sent. The shop's data stays until shop/redact. */
import type { App } from "../app.server.ts";
import { forgetReasons } from "../shopify/returns.ts";
import { stopRun } from "../store/orderRuns.ts";
import { forgetStaff } from "../store/staff.ts";

export async function uninstallShop(app: App, { shop }: { shop: string }): Promise<void> {
  forgetReasons(shop);
  await app.db.prisma.$transaction(async (tx) => {
    await stopRun(tx, shop, app.now(), "the app was uninstalled");
    await tx.session.deleteMany({ where: { shop } });
    await forgetStaff(tx, shop);
    await tx.shop.updateMany({ where: { domain: shop }, data: { uninstalledAt: app.now() } });
  });
}
