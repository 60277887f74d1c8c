/** The packing slip that a signed link names. */
import type { StaffSlips } from "../api.ts";
import type { App } from "../app.server.ts";
import { isLocale } from "../words/account.ts";
import { rmasInFull } from "../store/rmaList.ts";
import { rmaFound } from "../store/rmas.ts";
import { packingSlip } from "./packingSlip.ts";
import { slipOf } from "./tellRma.ts";

export type LinkedSlip = Readonly<{ pdf: Uint8Array; number: string }> | Readonly<{ failed: "not_found" | "gone" }>;

/** A case that is over, or a shop that uninstalled, has no slip any more. */
export async function linkedSlip(app: App, token: string): Promise<LinkedSlip> {
  const read = app.signed.read("slip", token, app.now());
  if (read === "gone") return { failed: "gone" };
  const shop = String(read?.["shop"] ?? ""), locale = read?.["locale"], rma = read ? await rmaFound(app.db.prisma, shop, String(read["rmaId"])) : null;
  const isInstalled = rma !== null && (await app.db.prisma.shop.count({ where: { domain: shop, uninstalledAt: null } })) === 1;
  if (!rma || !isInstalled) return { failed: "not_found" };
  return { pdf: await packingSlip(app, { shop, rmaId: rma.id, ...(isLocale(locale) ? { locale } : {}) }), number: rma.number };
}

/** Links to the slips of an order's cases that have one. */
export async function slipsOfOrder(app: App, { shop, orderId, locale }: Readonly<{ shop: string; orderId: string; locale: string }>): Promise<StaffSlips> {
  const rmas = await rmasInFull(app.db.prisma, shop, orderId);
  return { slips: rmas.flatMap((rma) => {
    const slip = slipOf(app, rma, locale);
    return slip ? [{ rmaId: rma.id, number: rma.number, ...slip }] : [];
  }) };
}
