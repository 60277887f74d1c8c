/** An order changed: what each line is entitled to today is worked out again, stored, and written back to the order. */
import { dayIn } from "../../policy/dates.ts";
import { decide } from "../../policy/decide.ts";
import type { Decision } from "../../policy/decision.ts";
import type { Remedy } from "../../policy/policy.ts";
import type { App } from "../app.server.ts";
import { returnAddressFor } from "../settings.ts";
import { claimOf, type ShopFacts } from "../shopify/claim.ts";
import { writeCoverage } from "../shopify/coverageMetafield.ts";
import { readOrder, type LineRead, type OrderRead } from "../shopify/order.ts";
import { saveCoverage, type LineCoverage } from "../store/coverage.ts";
import { policyOn, type PublishedPolicy } from "../store/policyVersions.ts";
import { shopOf, type ShopRow } from "../store/shops.ts";

export type RefreshedCoverage = "refreshed" | "no_policy" | "no_order";

const unwanted: readonly Remedy[] = ["refund", "exchange", "store_credit"];
const faulty: readonly Remedy[] = ["replacement", "repair", "repair_or_replacement"];

/** The latest last day among some remedies that may be had; null where none has one. */
function latest(decision: Decision, remedies: readonly Remedy[]): string | null {
  const ends = decision.remedies.filter((answer) => remedies.includes(answer.remedy)).map((answer) => answer.until).filter((until) => until !== null);
  return ends.sort().at(-1)?.slice(0, 10) ?? null;
}

/** What the shop's settings and the version in force on the day of purchase add to an order's facts. */
export const shopFacts = (shop: ShopRow, policy: PublishedPolicy): ShopFacts => ({
  policy: policy.inForce.policy.id, zone: shop.zone, mapping: shop.settings.mapping, holidays: shop.settings.holidays, settings: policy.settings,
  ownChannels: shop.settings.ownChannels, returnCountry: (from) => returnAddressFor(shop.settings, from)?.country,
});

function lineCoverage(order: OrderRead, line: LineRead, facts: ShopFacts, policy: PublishedPolicy, at: string): LineCoverage {
  const asked = (reason: string) => claimOf(order, line, facts, { request: { reason }, quantity: 1, originalBuyer: true }, at);
  const back = asked("unwanted"), broken = asked("defective");
  const forReturn = decide(policy.inForce, back.claim), forWarranty = decide(policy.inForce, broken.claim);
  return {
    lineId: line.id, returnUntil: latest(forReturn, unwanted), warrantyUntil: latest(forWarranty, faulty), registerUntil: forReturn.registerBy ?? null,
    deliveredAt: back.delivery.at, deliveredBy: back.delivery.source,
  };
}

/** Refreshes one order of a shop. `orderId` is a gid. */
export async function refreshCoverage(app: App, { shop, orderId }: { shop: string; orderId: string }): Promise<RefreshedCoverage> {
  const row = await shopOf(app.db.prisma, shop);
  const admin = app.adminFor(shop);
  const order = await readOrder(admin, orderId);
  if (!order) return "no_order";
  const policy = await policyOn(app.db.prisma, shop, dayIn(order.processedAt, order.shippingAddress?.timeZone ?? row.zone));
  if (!policy) return "no_policy";
  const now = app.now();
  const lines = order.lineItems.nodes.map((line) => lineCoverage(order, line, shopFacts(row, policy), policy, now.toISOString()));
  await app.db.prisma.$transaction((tx) => saveCoverage(tx, { shop, orderId, orderName: order.name, customerId: order.customer?.id ?? null, policyVersion: policy.row.version, at: now }, lines));
  const value = JSON.stringify({ policy: policy.row.version, lines: lines.map(({ lineId, returnUntil, warrantyUntil, registerUntil }) => ({ line: lineId, returnUntil, warrantyUntil, registerUntil })) });
  if (order.coverage?.value !== value) {
    const refused = await writeCoverage(admin, orderId, value);
    if (refused.length) throw new Error(`Shopify refused the coverage of ${order.name}: ${refused.map((refusal) => refusal.message).join("; ")}`);
  }
  return "refreshed";
}
