import { bagOf, type Currencies } from "./bag.ts";
import type { Allocation, Discount } from "./order.ts";

/** A `PricingValue`: an amount in the customer's currency, or a percentage. */
export function pricingValue(value: Discount["value"], order: Currencies): object {
  if ("percentage" in value) return { __typename: "PricingPercentageValue", percentage: value.percentage };
  return { ...bagOf(value.amount, order).presentmentMoney };
}

/** A discount application of the API: a code's or a manual one's. */
export function discountApplicationOf(discount: Discount, order: Currencies): object {
  const each = "percentage" in discount.value;
  const shared = {
    index: discount.index,
    allocationMethod: discount.level === "ORDER" ? (each && discount.target === "SHIPPING_LINE" ? "EACH" : "ACROSS") : "EACH",
    targetSelection: discount.level === "ORDER" ? "ALL" : "EXPLICIT",
    targetType: discount.target,
    value: pricingValue(discount.value, order),
  };
  if (discount.kind === "code") return { __typename: "DiscountCodeApplication", code: discount.label, ...shared };
  return { __typename: "ManualDiscountApplication", title: discount.label, description: discount.label, ...shared };
}

/** What a discount took from one line. */
export function allocationsOf(allocations: readonly Allocation[], discounts: readonly Discount[], order: Currencies): object[] {
  return allocations.flatMap((a) => {
    const discount = discounts[a.index];
    if (!discount) return [];
    const allocatedAmountSet = bagOf(a.amount, order);
    return [{ __typename: "DiscountAllocation", allocatedAmountSet, allocatedAmount: allocatedAmountSet.shopMoney, discountApplication: discountApplicationOf(discount, order) }];
  });
}

