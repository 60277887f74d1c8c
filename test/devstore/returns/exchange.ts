import type { Ctx } from "../kernel/context.ts";
import { newId } from "../kernel/ids.ts";
import { minorOf } from "../kernel/money.ts";
import { ZERO, bagOfPresentment, isZero, lower, minus, percent, plus, priceInOrder, sum, times, type Bag, type Currencies } from "../orders/bag.ts";
import { taxesOn } from "../orders/lineMoney.ts";
import { emptyLine } from "../orders/lineItemOf.ts";
import { linesOf } from "../orders/lookup.ts";
import type { LineItemRecord, OrderRecord, TaxCharge } from "../orders/order.ts";
import { soldVariant, type SoldVariant } from "../orders/soldVariant.ts";
import type { ExchangeLineRecord } from "./return.ts";
import type { ExchangeInput } from "./returnInput.ts";

/** Price and discount of one unit of an exchange line. The price is the variant's of now (schema: "at time of return creation"). */
export function exchangePrice(ctx: Ctx, order: Currencies, variant: SoldVariant, input: ExchangeInput): { unitPrice: Bag; unitDiscount: Bag; value: ExchangeLineRecord["discountValue"] } {
  const unitPrice = priceInOrder(variant.price, ctx.shop.currency, order);
  const asked = input.appliedDiscount?.value;
  if (!asked) return { unitPrice, unitDiscount: ZERO, value: null };
  if (asked.percentage != null) return { unitPrice, unitDiscount: lower(unitPrice, percent(unitPrice, asked.percentage)), value: { percentage: asked.percentage } };
  const amount = bagOfPresentment(minorOf(asked.amount?.amount ?? "0", order.presentmentCurrencyCode), order);
  return { unitPrice, unitDiscount: lower(unitPrice, amount), value: { amount } };
}

/** An exchange line of a new return. A fixed discount is per unit, as in draft orders and edits (assumed). */
export function exchangeLineOf(ctx: Ctx, order: OrderRecord, returnId: string, input: ExchangeInput): ExchangeLineRecord {
  const variant = soldVariant(ctx.shop, input.variantId ?? "");
  if (!variant) throw new Error(`exchange for an unknown variant ${input.variantId}`);
  const { unitPrice, unitDiscount, value } = exchangePrice(ctx, order, variant, input);
  const id = newId(ctx.shop, "ExchangeLineItem");
  ctx.shop.ownerOf.set(id, returnId);
  return {
    __typename: "ExchangeLineItem", id, returnId, quantity: input.quantity, processedQuantity: 0, variantId: variant.id, productId: variant.productId,
    title: variant.title, variantTitle: variant.variantTitle, variantSku: variant.sku, unitPrice, unitDiscount,
    discountLabel: input.appliedDiscount?.description ?? null, discountValue: value, taxable: variant.taxable, requiresShipping: variant.requiresShipping, lineItemIds: [],
  };
}

/**
 * The tax rates of an exchange: those of the order's own taxable lines, since it goes to the same place (assumed;
 * Shopify computes taxes anew).
 */
function ratesOf(ctx: Ctx, order: OrderRecord): { title: string; rate: number }[] {
  const model = linesOf(ctx.shop, order).find((line) => line.taxes.length > 0);
  return (model?.taxes ?? []).map(({ title, rate }) => ({ title, rate }));
}

type Priced = { unitPrice: Bag; unitDiscount: Bag; taxable: boolean };

/** What units of an exchange line cost: after their discount, and the tax on that. */
export function exchangeWorth(ctx: Ctx, order: OrderRecord, line: Priced, units: number): { net: Bag; taxes: TaxCharge[]; tax: Bag; total: Bag } {
  const net = times(minus(line.unitPrice, line.unitDiscount), units);
  const taxes = line.taxable && !isZero(net) ? taxesOn(net, ratesOf(ctx, order), order.taxesIncluded) : [];
  const tax = sum(taxes.map((t) => t.price));
  return { net, taxes, tax, total: order.taxesIncluded ? net : plus(net, tax) };
}

/** The order line that processed units of an exchange become (schema: ExchangeLineItem.lineItems). */
export function enterExchange(ctx: Ctx, order: OrderRecord, line: ExchangeLineRecord, units: number): LineItemRecord {
  const worth = exchangeWorth(ctx, order, line, units);
  const item: LineItemRecord = {
    ...emptyLine(ctx.shop, order.id, line.variantId ? soldVariant(ctx.shop, line.variantId) : null),
    title: line.title, variantTitle: line.variantTitle, sku: line.variantSku, variantId: line.variantId, productId: line.productId,
    quantity: units, unitPrice: line.unitPrice, taxes: worth.taxes, taxable: line.taxable, requiresShipping: line.requiresShipping,
  };
  if (line.discountValue) {
    const index = order.discounts.length;
    order.discounts.push({ index, kind: "manual", label: line.discountLabel ?? "Exchange", target: "LINE_ITEM", level: "LINE", value: line.discountValue });
    item.allocations.push({ index, amount: times(line.unitDiscount, units) });
  }
  ctx.shop.lineItems.set(item.id, item);
  order.lineItemIds.push(item.id);
  line.lineItemIds.push(item.id);
  line.processedQuantity += units;
  return item;
}
