/** The shop's policy as its customers read it, for the store's theme: made of the clauses that decide, so it cannot say something else. */
import { createHash } from "node:crypto";
import { dayIn } from "../../policy/dates.ts";
import { page, pageFragment } from "../../policy/page.ts";
import type { App } from "../app.server.ts";
import { policyOn, type PublishedPolicy } from "../store/policyVersions.ts";

export type PolicyPage = Readonly<{ title: string; html: string; etag: string }>;
/** `part`: what goes into a page of the theme; `whole`: a page of its own. */
export type PageForm = "part" | "whole";

const kept = new WeakMap<object, Partial<Record<PageForm, PolicyPage>>>();

/** Written once per version and form. */
function pageOf({ inForce }: PublishedPolicy, form: PageForm): PolicyPage {
  const known = kept.get(inForce)?.[form];
  if (known) return known;
  const { title, html: part } = pageFragment(inForce), html = form === "part" ? part : page(inForce);
  const made = { title, html, etag: `"${createHash("sha256").update(html).digest("base64url").slice(0, 27)}"` };
  kept.set(inForce, { ...kept.get(inForce), [form]: made });
  return made;
}

/** The page of the version in force today; null where the shop has none, or has not installed the app. */
export async function policyPage(app: App, { shop, form }: Readonly<{ shop: string; form: PageForm }>): Promise<PolicyPage | null> {
  const row = await app.db.prisma.shop.findFirst({ where: { domain: shop, uninstalledAt: null }, select: { zone: true } });
  const policy = row && (await policyOn(app.db.prisma, shop, dayIn(app.now().toISOString(), row.zone)));
  return policy ? pageOf(policy, form) : null;
}
