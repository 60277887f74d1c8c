/** Reasons of the policy that is in force today, for a page without an order. */
import { dayIn } from "../../policy/dates.ts";
import type { Reasons } from "../api.ts";
import type { App } from "../app.server.ts";
import { policyOn } from "../store/policyVersions.ts";
import { shopOf } from "../store/shops.ts";
import type { AccountWords } from "../words/account.ts";
import { reasonsOf } from "./showCustomerOrder.ts";

export async function reasonsToday(app: App, { shop, words }: Readonly<{ shop: string; words: AccountWords }>): Promise<Reasons> {
  const { zone } = await shopOf(app.db.prisma, shop), policy = await policyOn(app.db.prisma, shop, dayIn(app.now().toISOString(), zone));
  return { reasons: policy ? reasonsOf(policy.inForce.policy, words) : [] };
}
