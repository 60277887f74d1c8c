import { isData, items, type Data } from "../webhooks/payloads/rest.ts";
import { of, type CustomerCtx } from "./ask.ts";
import { MONEY_OF, PAGE, presentment } from "./fields.ts";

/** Lines of an order; each answers from what the Admin side said of it, since a line item has no root of its own. */
const LINE = `id name title sku vendor variantTitle quantity currentQuantity refundableQuantity requiresShipping isGiftCard
  customAttributes { __typename key value } variant { id } product { id productType }
  image { __typename id url altText width height }
  originalUnitPriceSet ${MONEY_OF} discountedTotalSet ${MONEY_OF} totalDiscountSet ${MONEY_OF}
  discountAllocations { allocatedAmountSet ${MONEY_OF} }
  suggestedReasons: suggestedReturnReasonDefinitions(first: 50) { nodes { __typename id handle name deleted } }`;

/** A line item in this API's names. Amounts are in the order's currency. */
export function customerLine(line: Data): Data {
  const { variant, product, isGiftCard, originalUnitPriceSet, discountedTotalSet, totalDiscountSet, ...rest } = line;
  const total = presentment(discountedTotalSet);
  const allocations = items(line, "discountAllocations");
  return {
    ...rest, __typename: "LineItem", giftCard: isGiftCard, variantId: isData(variant) ? variant.id : null,
    productId: isData(product) ? product.id : null, productType: isData(product) ? product.productType : null, presentmentTitle: line.title,
    price: presentment(originalUnitPriceSet), totalPrice: total, totalDiscount: presentment(totalDiscountSet), group: null, unitPrice: null,
    discountAllocations: allocations.map((a) => ({ __typename: "DiscountAllocation", allocatedAmount: presentment(a.allocatedAmountSet) })),
  };
}

/** All lines of an order, by their gid. */
export function linesOf(ctx: CustomerCtx, orderId: string): Map<string, Data> {
  const found = items({ found: of(ctx, "order", orderId, `lineItems(${PAGE}) { nodes { ${LINE} } }`) }, "found");
  return new Map(found.map((line) => [String(line.id), customerLine(line)]));
}
