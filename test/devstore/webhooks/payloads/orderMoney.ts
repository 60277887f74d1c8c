import { MONEY } from "./payload.ts";
import { moneySet, shopAmount, zeroLike, type Data } from "./rest.ts";

/** REST's amounts of an order, and the field of the Admin API that says the same. */
const AMOUNTS: Readonly<Record<string, string>> = {
  current_subtotal_price: "currentSubtotalPriceSet",
  current_total_discounts: "currentTotalDiscountsSet",
  current_total_price: "currentTotalPriceSet",
  current_total_tax: "currentTotalTaxSet",
  subtotal_price: "subtotalPriceSet",
  total_discounts: "totalDiscountsSet",
  total_price: "totalPriceSet",
  total_tax: "totalTaxSet",
};

export const ORDER_MONEY_FIELDS = [...Object.values(AMOUNTS), "totalShippingPriceSet", "totalOutstandingSet"].map((name) => `${name} { ${MONEY} }`).join(" ");

function lineItemsTotal(order: Data): Data {
  const bag = order.subtotalPriceSet;
  const sides = zeroLike(bag);
  for (const side of ["shopMoney", "presentmentMoney"]) {
    const of = (key: string): number => Number(amountOf(order[key], side));
    sides[side] = { ...(sides[side] as Data), amount: String(of("subtotalPriceSet") + of("totalDiscountsSet")) };
  }
  return sides;
}

const amountOf = (bag: unknown, side: string): unknown => (((bag ?? {}) as Data)[side] as Data | undefined)?.amount ?? 0;

/** All amounts of an order in REST's names. Discounts on shipping are not told apart in `total_line_items_price`. */
export function orderMoney(order: Data): Data {
  const zero = zeroLike(order.totalPriceSet);
  const lines = lineItemsTotal(order);
  const pairs = Object.entries(AMOUNTS).flatMap(([rest, field]) => [[rest, shopAmount(order[field])], [`${rest}_set`, moneySet(order[field])]]);
  return {
    ...Object.fromEntries(pairs),
    total_line_items_price: shopAmount(lines), total_line_items_price_set: moneySet(lines),
    total_outstanding: shopAmount(order.totalOutstandingSet), total_shipping_price_set: moneySet(order.totalShippingPriceSet),
    current_shipping_price_set: moneySet(order.totalShippingPriceSet), current_total_additional_fees_set: null, current_total_duties_set: null,
    original_total_additional_fees_set: null, original_total_duties_set: null, total_tip_received: shopAmount(zero),
    total_cash_rounding_payment_adjustment_set: moneySet(zero), total_cash_rounding_refund_adjustment_set: moneySet(zero),
    discount_codes: (Array.isArray(order.discountCodes) ? order.discountCodes : []).map((code) => ({ code, amount: shopAmount(order.totalDiscountsSet), type: "fixed_amount" })),
  };
}
