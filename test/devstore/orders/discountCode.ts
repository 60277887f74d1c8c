import { ZERO, percent, readBag, sum, type Bag, type Currencies } from "./bag.ts";
import { gross, spreadDiscount } from "./lineMoney.ts";
import type { DiscountCodeInput } from "./orderInput.ts";
import type { Discount, LineItemRecord, ShippingLineRecord } from "./order.ts";

/**
 * Applies the one discount code of a new order (recorded: order-create-math, fixedDiscount). An item code is spread
 * over all lines by their price, free shipping takes the price of every shipping line.
 */
export function applyDiscountCode(order: Currencies & { discounts: Discount[] }, lines: readonly LineItemRecord[], shipping: readonly ShippingLineRecord[], input: DiscountCodeInput): void {
  const given = readCode(order, lines, input);
  if (!given) return;
  const index = order.discounts.length;
  order.discounts.push({ index, kind: "code", label: given.code, target: given.target, level: "ORDER", value: given.value });
  if (given.target === "SHIPPING_LINE") {
    for (const line of shipping) line.allocations.push({ index, amount: line.price });
    return;
  }
  const parts = spreadDiscount(given.amount, lines.map(gross));
  lines.forEach((line, i) => line.allocations.push({ index, amount: parts[i] ?? ZERO }));
}

type Code = { code: string; target: Discount["target"]; value: Discount["value"]; amount: Bag };

function readCode(order: Currencies, lines: readonly LineItemRecord[], input: DiscountCodeInput): Code | null {
  const { itemFixedDiscountCode: fixed, itemPercentageDiscountCode: part, freeShippingDiscountCode: free } = input;
  if (fixed) {
    const amount = readBag(fixed.amountSet, order);
    return { code: fixed.code, target: "LINE_ITEM", value: { amount }, amount };
  }
  if (part) {
    const percentage = part.percentage ?? 0;
    return { code: part.code, target: "LINE_ITEM", value: { percentage }, amount: percent(sum(lines.map(gross)), percentage) };
  }
  return free ? { code: free.code, target: "SHIPPING_LINE", value: { percentage: 100 }, amount: ZERO } : null;
}
