/** The seeded shops' merchants open the app for the first time: it is installed, their policy published, their settings made. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { App } from "../../../app/app.server.ts";
import { changeSettings } from "../../../app/flows/changeSettings.ts";
import { publishPolicy, shippedPolicies } from "../../../app/flows/publishPolicy.ts";

type Written = Readonly<{
  mapping: readonly object[]; categories: readonly string[]; titles: Readonly<Record<string, string>>;
  ownChannels: readonly string[]; holidays: readonly string[]; returnAddresses: Readonly<Record<string, readonly object[]>>;
}>;

const written = parse(readFileSync(new URL("settings.yaml", import.meta.url), "utf8")) as Written;
const seed = { kind: "system", name: "seed" } as const;

/** A merchant's settings: the mapping with a rule per category, by metafield first and by title else. */
export function settingsOf(id: string): object {
  const byMetafield = written.categories.map((category) => ({ when: { metafield: { namespace: "item", key: "category", value: category } }, gives: { category } }));
  const byTitle = Object.entries(written.titles).map(([title, category]) => ({ when: { title }, gives: { category } }));
  return { mapping: [...byMetafield, ...written.mapping, ...byTitle], ownChannels: written.ownChannels, holidays: written.holidays, returnAddresses: written.returnAddresses[id] ?? [] };
}

/** Opens the app as a shop's owner does from the admin: the app trades the session token for its own tokens. */
async function open(appUrl: string, store: string, shop: string): Promise<void> {
  const minted = (await (await fetch(`${store}/__mint`, { method: "POST", body: JSON.stringify({ shop, for: "admin" }) })).json()) as { token: string };
  const host = Buffer.from(`admin.shopify.com/store/${shop.split(".")[0]}`).toString("base64url");
  const answer = await fetch(`${appUrl}/app?${new URLSearchParams({ embedded: "1", shop, host, id_token: minted.token })}`, { headers: { "user-agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36" } });
  if (!answer.ok) throw new Error(`${shop} could not open the app: ${answer.status}`);
}

/** Settles in every shop whose name is a shipped policy's and that has no policy yet; returns their domains. */
export async function settleIn(app: App, { appUrl, store, shops }: { appUrl: string; store: string; shops: readonly string[] }): Promise<readonly string[]> {
  const done: string[] = [];
  for (const shop of shops) {
    const id = shop.split(".")[0] ?? "";
    if (!shippedPolicies().has(id) || (await app.db.prisma.policyVersion.count({ where: { shop } })) > 0) continue;
    await open(appUrl, store, shop);
    const published = await publishPolicy(app, { shop, actor: seed, policy: id });
    const changed = await changeSettings(app, { shop, settings: settingsOf(id) });
    for (const result of [published, changed]) if ("errors" in result) throw new Error(`${shop}: ${result.errors.map((error) => `${error.path} ${error.message}`).join("; ")}`);
    done.push(shop);
  }
  return done;
}
