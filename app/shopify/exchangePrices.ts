/** The price of what goes out in exchange, as Shopify would charge it on the order. */
import { exchangePrice } from "./documents/exchangePrice.ts";
import { ShopifyRejected, type Admin } from "./admin.ts";
import type { Refusal } from "./refusals.ts";

/** `price` is for all units: after Shopify's own reckoning, without tax where the order's prices are without it. Decimal text in the order's currency. `isSame`: the variant that was bought. */
export type ExchangePriced = Readonly<{ variantId: string; quantity: number; price: string; tax: string; taxesIncluded: boolean; currency: string; isSame: boolean }>;

/** Prices in the order asked. What Shopify does not sell (a variant that is gone) is a refusal. */
export async function exchangePrices(admin: Admin, orderId: string, wanted: readonly Readonly<{ lineId: string; variantId: string; quantity: number }>[]): Promise<Readonly<{ priced: readonly ExchangePriced[] }> | Readonly<{ refused: readonly Refusal[] }>> {
  try {
    const exchangeLineItems = wanted.map(({ variantId, quantity }) => ({ variantId, quantity }));
    const { order, nodes, returnCalculate } = await admin.run(exchangePrice, { orderId, lineIds: wanted.map(({ lineId }) => lineId), input: { orderId, exchangeLineItems } });
    const bought = nodes.map((node) => (node?.__typename === "LineItem" ? node.variant?.id : undefined));
    return {
      priced: (returnCalculate?.exchangeLineItems ?? []).map(({ subtotalSet, totalTaxSet, quantity }, i) => ({
        variantId: wanted[i]?.variantId ?? "", quantity, price: subtotalSet.presentmentMoney.amount, tax: totalTaxSet.presentmentMoney.amount, taxesIncluded: order?.taxesIncluded ?? false, currency: subtotalSet.presentmentMoney.currencyCode, isSame: bought[i] === wanted[i]?.variantId,
      })),
    };
  } catch (error) {
    if (error instanceof ShopifyRejected) return { refused: error.errors.map(({ message }) => ({ field: "variantId", code: "REJECTED", message })) };
    throw error;
  }
}
