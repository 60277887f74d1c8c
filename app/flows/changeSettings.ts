/** Changes part of a shop's settings; what is not named stays as it is. */
import { issuesOf, type Issue } from "../../policy/claim.ts";
import type { App } from "../app.server.ts";
import { settingsSchema, type Settings } from "../settings.ts";
import { saveSettings, shopOf } from "../store/shops.ts";
import { beginImport } from "./importAgain.ts";

/** What claims are made of: where it changes, every order is read again. */
const inClaims = ({ mapping, ownChannels, channels, holidays, returnAddresses }: Settings): string => JSON.stringify([mapping, ownChannels, channels, holidays, returnAddresses]);

/** The settings as stored, or every issue with its path; then nothing is changed. */
export async function changeSettings(app: App, { shop, settings }: Readonly<{ shop: string; settings: object }>): Promise<Readonly<{ settings: Settings } | { errors: readonly Issue[] }>> {
  return app.db.prisma.$transaction(async (tx) => {
    const { settings: before } = await shopOf(tx, shop);
    const read = settingsSchema.safeParse({ ...before, ...settings });
    if (!read.success) return { errors: issuesOf(read.error) };
    if (inClaims(read.data) !== inClaims(before)) await beginImport(app, tx, shop);
    return { settings: await saveSettings(tx, shop, read.data) };
  });
}
