import type { View } from "./view.ts";

type Pair = { readonly presentmentMoney: { readonly amount: string; readonly currencyCode: string } };
type Line = {
  readonly id: string; readonly title: string; readonly variantTitle: string | null; readonly sku: string | null; readonly currentQuantity: number; readonly requiresShipping: boolean;
  readonly customAttributes: readonly { readonly key: string; readonly value: string | null }[]; readonly discountedTotalSet: Pair;
  readonly variant: { readonly id: string } | null; readonly product: { readonly id: string; readonly vendor: string; readonly productType: string } | null;
};
type Read = { readonly order: null | {
  readonly id: string; readonly name: string; readonly cancelledAt: string | null; readonly confirmationNumber: string | null; readonly processedAt: string; readonly presentmentCurrencyCode: string; readonly note: string | null;
  readonly customAttributes: readonly { readonly key: string; readonly value: string | null }[]; readonly discountCodes: readonly string[];
  readonly subtotalPriceSet: Pair | null; readonly totalShippingPriceSet: Pair; readonly totalTaxSet: Pair | null; readonly totalPriceSet: Pair;
  readonly shippingAddress: Record<string, string | null> | null; readonly lineItems: { readonly nodes: readonly Line[] };
} };

const MONEY = "{ presentmentMoney { amount currencyCode } }";
const QUERY = `query FaceExtensionOrder($id: ID!) { order(id: $id) {
  id name cancelledAt confirmationNumber processedAt presentmentCurrencyCode note customAttributes { key value } discountCodes
  subtotalPriceSet ${MONEY} totalShippingPriceSet ${MONEY} totalTaxSet ${MONEY} totalPriceSet ${MONEY}
  shippingAddress { name firstName lastName company address1 address2 city zip countryCode: countryCodeV2 provinceCode phone }
  lineItems(first: 50) { nodes { id title variantTitle sku currentQuantity requiresShipping customAttributes { key value } discountedTotalSet ${MONEY} variant { id } product { id vendor productType } } }
} }`;

const money = (pair: Pair | null) => (pair === null ? undefined : { amount: Number(pair.presentmentMoney.amount), currencyCode: pair.presentmentMoney.currencyCode });
const attributes = (list: readonly { readonly key: string; readonly value: string | null }[]) => list.map(({ key, value }) => ({ key, value: value ?? "" }));

/** A line as the Order Status API gives it. The line's id is the order's line item (documented: "Cart Lines API" names it CartLine). */
function cartLine(line: Line): object {
  return {
    id: line.id.replace("/LineItem/", "/CartLine/"), quantity: line.currentQuantity, cost: { totalAmount: money(line.discountedTotalSet) }, attributes: attributes(line.customAttributes), discountAllocations: [], lineComponents: [],
    merchandise: { type: "variant", id: line.variant?.id ?? "", title: line.title, subtitle: line.variantTitle ?? undefined, sku: line.sku ?? undefined, selectedOptions: [], requiresShipping: line.requiresShipping,
      product: { id: line.product?.id ?? "", vendor: line.product?.vendor ?? "", productType: line.product?.productType ?? "" } },
  };
}

/** What extensions on an order's pages are given of it; undefined when there is no such order. */
export function extensionOrder(view: View, orderId: string): object | undefined {
  const { order } = view.read<Read>(QUERY, { id: orderId });
  if (!order) return undefined;
  const { id, name, cancelledAt, confirmationNumber, processedAt } = order;
  return {
    order: { id, name, processedAt, cancelledAt: cancelledAt ?? undefined, confirmationNumber: confirmationNumber ?? undefined },
    lines: order.lineItems.nodes.map(cartLine), currency: order.presentmentCurrencyCode, note: order.note ?? undefined, attributes: attributes(order.customAttributes),
    discountCodes: order.discountCodes.map((code) => ({ code })), shippingAddress: order.shippingAddress ?? undefined,
    cost: { subtotalAmount: money(order.subtotalPriceSet), totalShippingAmount: money(order.totalShippingPriceSet), totalTaxAmount: money(order.totalTaxSet), totalAmount: money(order.totalPriceSet) },
  };
}
