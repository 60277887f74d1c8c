/** Changes part of a shop's settings; what is not named stays as it is. */
import { issuesOf, type Issue } from "../../policy/claim.ts";
import type { App } from "../app.server.ts";
import { settingsSchema, type Settings } from "../settings.ts";
import { saveSettings, shopOf } from "../store/shops.ts";

/** The settings as stored, or every issue with its path; then nothing is changed. */
export async function changeSettings(app: App, { shop, settings }: Readonly<{ shop: string; settings: object }>): Promise<Readonly<{ settings: Settings } | { errors: readonly Issue[] }>> {
  return app.db.prisma.$transaction(async (tx) => {
    const { settings: before } = await shopOf(tx, shop);
    const read = settingsSchema.safeParse({ ...before, ...settings });
    return read.success ? { settings: await saveSettings(tx, shop, read.data) } : { errors: issuesOf(read.error) };
  });
}
