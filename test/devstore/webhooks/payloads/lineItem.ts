import { MONEY } from "./payload.ts";
import { isData, items, lower, moneySet, part, restId, shopAmount, text, type Data } from "./rest.ts";

const TAX_FIELDS = `title rate channelLiable priceSet { ${MONEY} }`;

export const LINE_ITEM_FIELDS = `
  id name title sku quantity currentQuantity unfulfilledQuantity requiresShipping taxable isGiftCard variantTitle vendor
  originalUnitPriceSet { ${MONEY} } totalDiscountSet { ${MONEY} }
  discountAllocations { allocatedAmountSet { ${MONEY} } }
  taxLines { ${TAX_FIELDS} } customAttributes { key value }
  product { id } variant { id }
`;

/** A tax line in REST's names. */
export function restTaxLine(tax: Data): Data {
  return { channel_liable: tax.channelLiable === true, price: shopAmount(tax.priceSet), price_set: moneySet(tax.priceSet), rate: tax.rate, title: tax.title };
}

export { TAX_FIELDS };

function fulfillmentStatus(line: Data): string | null {
  const left = Number(line.unfulfilledQuantity ?? 0);
  if (left === 0) return "fulfilled";
  return left < Number(line.currentQuantity ?? line.quantity ?? 0) ? "partial" : null;
}

/** A line item in REST's names; the weight is 0 because the schema's line item has none. */
export function restLineItem(line: Data): Data {
  const product = isData(line.product) ? restId(line.product.id) : null;
  return {
    id: restId(line.id), admin_graphql_api_id: line.id, attributed_staffs: [],
    current_quantity: line.currentQuantity, fulfillable_quantity: line.unfulfilledQuantity, fulfillment_service: "manual",
    fulfillment_status: fulfillmentStatus(line), gift_card: line.isGiftCard === true, grams: 0, name: line.name,
    price: shopAmount(line.originalUnitPriceSet), price_set: moneySet(line.originalUnitPriceSet),
    product_exists: product !== null, product_id: product,
    properties: items(line, "customAttributes").map((a) => ({ name: a.key, value: a.value })),
    quantity: line.quantity, requires_shipping: line.requiresShipping, sales_line_item_group_id: null,
    sku: text(line, "sku") ?? "", taxable: line.taxable, title: line.title,
    total_discount: shopAmount(line.totalDiscountSet), total_discount_set: moneySet(line.totalDiscountSet),
    variant_id: restId(part(line, "variant").id), variant_inventory_management: null, variant_title: line.variantTitle ?? null,
    vendor: line.vendor ?? null, tax_lines: items(line, "taxLines").map(restTaxLine), duties: [],
    discount_allocations: items(line, "discountAllocations").map((a, index) => ({
      amount: shopAmount(a.allocatedAmountSet), amount_set: moneySet(a.allocatedAmountSet), discount_application_index: index,
    })),
  };
}

/** A line of a fulfillment: the line item with the quantity that was sent. */
export const restSentLine = (entry: Data): Data => ({ ...restLineItem(part(entry, "lineItem")), quantity: entry.quantity, fulfillment_status: lower("FULFILLED") });
