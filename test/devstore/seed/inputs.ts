import { priceText, amountText } from "../kernel/money.ts";
import type { Merchant, ProductData } from "./merchant.ts";
import type { CustomerPlan, OrderPlan, Pair } from "./plan.ts";
import { variantsOf } from "./planLines.ts";
import { convert } from "./amounts.ts";

type Input = Record<string, unknown>;

/** The namespace under which the catalogue says what an item is; the app's item mapping may read it. */
export const ITEM_NAMESPACE = "item";

function handleOf(sku: string): string {
  return sku.toLowerCase();
}

/** ProductCreateInput of a catalogue entry. Shopify makes one variant, of the first values of the options. */
export function productInput(product: ProductData, merchant: Merchant): Input {
  return {
    title: product.title, handle: handleOf(product.sku), productType: product.type, vendor: merchant.shop.name, status: "ACTIVE", tags: product.tags,
    descriptionHtml: `<p>${product.type} ${product.sku}.</p>`,
    ...(product.options ? { productOptions: [{ name: product.options.name, values: product.options.values.map((name) => ({ name })) }] } : {}),
    metafields: product.mapped ? [metafield("class", product.class), metafield("category", product.category)] : [],
  };
}

/** Inputs of a product's variants, prices in the shop's currency; the first is the one that is there already. */
export function variantInputs(product: ProductData, merchant: Merchant, currency: string, rates: Record<string, string>): Input[] {
  const price = (minor: number) => priceText(convert(minor, merchant.shop.currency, currency, rates), currency);
  return variantsOf(product, merchant.shop.currency).map((v) => ({
    ...(v.value === null ? {} : { optionValues: [{ optionName: product.options?.name, name: v.value }] }),
    price: price(v.price), compareAtPrice: v.compareAt === null ? null : price(v.compareAt), inventoryItem: { sku: v.sku, tracked: true },
  }));
}

/** InventorySetQuantitiesInput: what lies on the shelf of a location, by inventory item. */
export function stockInput(quantities: ReadonlyMap<string, number>, locationId: string): Input {
  const rows = [...quantities].map(([inventoryItemId, quantity]) => ({ inventoryItemId, locationId, quantity, changeFromQuantity: null }));
  return { name: "available", reason: "correction", quantities: rows };
}

const metafield = (key: string, value: string): Input => ({ namespace: ITEM_NAMESPACE, key, type: "single_line_text_field", value });

function addressOf(customer: CustomerPlan): Input {
  const { street, city, province, zip } = customer.address;
  return { firstName: customer.givenName, lastName: customer.familyName, address1: street, city, zip, countryCode: customer.country, ...(province ? { provinceCode: province } : {}) };
}

export function customerInput(customer: CustomerPlan): Input {
  return { firstName: customer.givenName, lastName: customer.familyName, email: customer.email, tags: customer.tags, addresses: [addressOf(customer)] };
}

/** OrderCreateOrderInput: amounts on both sides, taxes per line, times of the past. */
export function orderInput(order: OrderPlan, customer: CustomerPlan, customerId: string, variants: ReadonlyMap<string, string>, shopCurrency: string): Input {
  const bag = (pair: Pair) => bagOf(pair, shopCurrency, order.currency);
  const taxLines = (tax: Pair) => (order.tax && tax.presentment > 0 ? [{ title: order.tax.title, rate: order.tax.rate, priceSet: bag(tax) }] : []);
  const address = addressOf(customer);
  return {
    currency: shopCurrency, presentmentCurrency: order.currency, processedAt: order.placedAt, email: customer.email, customer: { toAssociate: { id: customerId } },
    shippingAddress: address, billingAddress: address, taxesIncluded: order.taxesIncluded, tags: [...order.tags, "seed"],
    ...(order.note ? { note: order.note } : {}),
    ...(order.channel === "web" ? {} : { sourceName: order.channel }),
    lineItems: order.lines.map((line) => ({
      variantId: variants.get(line.sku), quantity: line.quantity, priceSet: bag(line.price), requiresShipping: true, taxable: order.tax !== null,
      taxLines: taxLines(line.tax), ...(line.gift ? { properties: [{ name: "Free gift", value: "yes" }] } : {}),
    })),
    shippingLines: [{ title: order.shipping.title, code: order.shipping.title, priceSet: bag(order.shipping.price), taxLines: taxLines(order.shipping.tax) }],
    ...discountInput(order, bag),
    transactions: order.transactions.map((t) => ({ kind: t.kind, status: "SUCCESS", gateway: t.gateway, amountSet: bag(t.amount), processedAt: order.placedAt })),
    ...(order.financialStatus ? { financialStatus: order.financialStatus } : {}),
    customAttributes: [{ key: "seed", value: order.key }],
  };
}

function discountInput(order: OrderPlan, bag: (pair: Pair) => Input): Input {
  const { discount } = order;
  if (!discount) return {};
  if (discount.freeShipping) return { discountCode: { freeShippingDiscountCode: { code: discount.code } } };
  if (discount.percentage !== null) return { discountCode: { itemPercentageDiscountCode: { code: discount.code, percentage: discount.percentage } } };
  return discount.amount ? { discountCode: { itemFixedDiscountCode: { code: discount.code, amountSet: bag(discount.amount) } } } : {};
}

function bagOf(pair: Pair, shop: string, presentment: string): Input {
  const money = (minor: number, currency: string) => ({ amount: amountText(minor, currency), currencyCode: currency });
  return { shopMoney: money(pair.shop, shop), presentmentMoney: money(pair.presentment, presentment) };
}
