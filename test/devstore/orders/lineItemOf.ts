import type { Shop } from "../shop.ts";
import { newId } from "../kernel/ids.ts";
import { ZERO, priceInOrder, readBag, type Currencies } from "./bag.ts";
import { inGrams, soldVariant, type SoldVariant } from "./soldVariant.ts";
import type { LineInput, ShippingLineInput, TaxLineInput } from "./orderInput.ts";
import type { LineItemRecord, ShippingLineRecord, TaxCharge } from "./order.ts";

export const readTax = (order: Currencies) => (input: TaxLineInput): TaxCharge =>
  ({ title: input.title, rate: Number(input.rate), price: readBag(input.priceSet, order), channelLiable: input.channelLiable ?? false });

/**
 * A line of a new order. What is not sent comes from the variant; a variant that the shop does not know, sent with
 * title and price, makes a custom line (facts: return-calculate).
 */
export function lineItemOf(shop: Shop, order: Currencies & { id: string }, input: LineInput): LineItemRecord {
  const variant = input.variantId ? soldVariant(shop, input.variantId) : null;
  const price = input.priceSet ? readBag(input.priceSet, order) : priceInOrder(variant?.price ?? 0, shop.currency, order);
  return {
    ...emptyLine(shop, order.id, variant),
    title: input.title ?? variant?.title ?? "",
    variantTitle: input.variantTitle ?? variant?.variantTitle ?? null,
    sku: input.sku ?? variant?.sku ?? null,
    vendor: input.vendor ?? variant?.vendor ?? null,
    productId: variant?.productId ?? input.productId ?? null,
    quantity: input.quantity,
    unitPrice: price,
    taxes: (input.taxLines ?? []).map(readTax(order)),
    taxable: input.taxable ?? variant?.taxable ?? true,
    requiresShipping: input.requiresShipping ?? false,
    isGiftCard: input.giftCard ?? false,
    customAttributes: (input.properties ?? []).map((p) => ({ key: p.name, value: p.value })),
    grams: input.weight ? inGrams(input.weight) : (variant?.grams ?? 0),
  };
}

/** A line of one unit of a variant, or of something custom, that nothing has happened to. */
export function emptyLine(shop: Shop, orderId: string, variant: SoldVariant | null): LineItemRecord {
  return {
    __typename: "LineItem", id: newId(shop, "LineItem"), orderId,
    title: variant?.title ?? "", variantTitle: variant?.variantTitle ?? null, sku: variant?.sku ?? null, vendor: variant?.vendor ?? null,
    variantId: variant?.id ?? null, productId: variant?.productId ?? null,
    quantity: 1, removed: 0, refunded: 0, returned: 0, unitPrice: ZERO, taxes: [], allocations: [], dutyCharges: [],
    taxable: variant?.taxable ?? true, requiresShipping: variant?.requiresShipping ?? true, isGiftCard: false, customAttributes: [],
    grams: variant?.grams ?? 0, claimedAt: null,
  };
}

export function shippingLineOf(shop: Shop, order: Currencies & { id: string }, input: ShippingLineInput): ShippingLineRecord {
  const id = newId(shop, "ShippingLine");
  shop.ownerOf.set(id, order.id);
  return {
    __typename: "ShippingLine", id, title: input.title, code: input.code ?? null, source: input.source ?? null,
    price: readBag(input.priceSet, order), taxes: (input.taxLines ?? []).map(readTax(order)), allocations: [], refunded: ZERO, refundedTax: ZERO,
  };
}
