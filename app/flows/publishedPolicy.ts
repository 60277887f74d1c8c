/** The return policy that the store itself publishes, held against ours: numbers that only one of the two says. */
import { dayIn } from "../../policy/dates.ts";
import { comparePublished, type Differences } from "../../policy/published.ts";
import type { App } from "../app.server.ts";
import { shopPolicies } from "../shopify/documents/shopPolicies.ts";
import { policyOn } from "../store/policyVersions.ts";
import { shopOf } from "../store/shops.ts";

/** `state`: nothing is published there or here, or both were compared. */
export type PublishedThere = Readonly<{ state: "none" | "noPolicy" }> | Readonly<{ state: "compared"; title: string; url: string; updatedAt: string } & Differences>;

/** One query at Shopify (scope read_legal_policies). */
export async function publishedPolicy(app: App, { shop }: Readonly<{ shop: string }>): Promise<PublishedThere> {
  const { zone } = await shopOf(app.db.prisma, shop), policy = await policyOn(app.db.prisma, shop, dayIn(app.now().toISOString(), zone));
  if (!policy) return { state: "noPolicy" };
  const { shop: { shopPolicies: all } } = await app.adminFor(shop).run(shopPolicies, {});
  const refunds = all.find(({ type, body }) => type === "REFUND_POLICY" && body.trim() !== "");
  return refunds ? { state: "compared", title: refunds.title, url: refunds.url, updatedAt: refunds.updatedAt, ...comparePublished(policy.inForce, refunds.body) } : { state: "none" };
}
