/** A shop's row and its settings. */
import type { Tx } from "../db.server.ts";
import { readSettings, settingsSchema, type Settings } from "../settings.ts";

export type ShopRow = Readonly<{ domain: string; currency: string; zone: string; settings: Settings }>;

/** The shop with its settings read; throws where the shop is not installed. */
export async function shopOf(tx: Tx, shop: string): Promise<ShopRow> {
  const row = await tx.shop.findUniqueOrThrow({ where: { domain: shop }, select: { domain: true, currency: true, zone: true, settings: true } });
  return { ...row, settings: readSettings(row.settings) };
}

/** Whether the shop has the app now. */
export const isInstalled = async (tx: Tx, shop: string): Promise<boolean> => (await tx.shop.findFirst({ where: { domain: shop, uninstalledAt: null }, select: { domain: true } })) !== null;

/** Stores settings; throws a ZodError that names what does not fit. */
export async function saveSettings(tx: Tx, shop: string, settings: unknown): Promise<Settings> {
  const read = settingsSchema.parse(settings);
  await tx.shop.update({ where: { domain: shop }, data: { settings: read } });
  return read;
}

/** Takes the next RMA number of the shop; the row stays locked until the transaction ends, so that no two get the same. */
export async function takeRmaNumber(tx: Tx, shop: string): Promise<string> {
  const { nextRma } = await tx.shop.update({ where: { domain: shop }, data: { nextRma: { increment: 1 } }, select: { nextRma: true } });
  return `RMA-${nextRma - 1}`;
}

/** Locks the shop's row until the transaction ends: who opens a case takes a number from it, and waits. */
export async function lockShop(tx: Tx, shop: string): Promise<void> {
  await tx.shop.update({ where: { domain: shop }, data: { nextRma: { increment: 0 } }, select: { domain: true } });
}
