import type { Ctx } from "../kernel/context.ts";
import { timeIn } from "./timeIn.ts";
import { newId, tailOf } from "../kernel/ids.ts";
import { refuse } from "../kernel/refused.ts";
import { addressOf } from "./address.ts";
import { ZERO, readBag, spread, type Currencies } from "./bag.ts";
import { displayFinancialStatus } from "./displayFinancial.ts";
import { applyDiscountCode } from "./discountCode.ts";
import { lineItemOf, readTax, shippingLineOf } from "./lineItemOf.ts";
import { net } from "./lineMoney.ts";
import { orderBy } from "./lookup.ts";
import type { LineItemRecord, OrderRecord } from "./order.ts";
import type { OrderInput, OrderOptions } from "./orderInput.ts";
import { checkOrderInput } from "./orderCreateCheck.ts";
import { customerFor } from "./orderCustomer.ts";
import { claimStock } from "./stock.ts";
import { sortedTags } from "../catalogue/tags.ts";
import { recordTransaction, transactionOf } from "./transaction.ts";
import { totalsAsOrdered } from "./totals.ts";
import { fulfillAtCreation } from "../fulfillments/fulfillAtCreation.ts";
import { planFulfillment } from "../fulfillments/plan.ts";
import { checkMetafields } from "../catalogue/metafield.ts";
import { setOrderMetafields } from "./orderMetafields.ts";

export type OrderCreateArgs = { order: OrderInput; options?: OrderOptions | null };

/** `orderCreate`. Everything is read and checked before the order enters the tables. */
export function orderCreate({ order: input, options }: OrderCreateArgs, ctx: Ctx): { order: OrderRecord } {
  checkOrderInput(input, ctx);
  checkMetafields(ctx, "Order", null, input.metafields, ["order", "metafields"]);
  const order = blankOrder(input, ctx);
  const lines = (input.lineItems ?? []).map((line) => lineItemOf(ctx.shop, order, line));
  order.shippingLines = (input.shippingLines ?? []).map((line) => shippingLineOf(ctx.shop, order, line));
  if (input.discountCode) applyDiscountCode(order, lines, order.shippingLines, input.discountCode);
  spreadOrderTaxes(order, lines, input);
  order.customerId = customerFor(input, ctx);
  order.email ??= ctx.shop.customers.get(order.customerId ?? "")?.email ?? null;
  claimStock(ctx, lines, options?.inventoryBehaviour ?? "BYPASS");
  enter(order, lines, ctx);
  order.originalTotal = totalsAsOrdered(order, lines).total;
  for (const one of input.transactions ?? []) recordTransaction(ctx.shop, order, transactionOf(ctx, order, one));
  order.statedFinancialStatus = input.financialStatus ?? null;
  planFulfillment(ctx, order, lines);
  fulfillAtCreation(ctx, order, input);
  setOrderMetafields(ctx, order, input.metafields ?? [], "order");
  ctx.emit("orders/create", order.id);
  if (displayFinancialStatus(ctx.shop, order) === "PAID") ctx.emit("orders/paid", order.id);
  return { order };
}

function enter(order: OrderRecord, lines: readonly LineItemRecord[], ctx: Ctx): void {
  ctx.shop.orders.set(order.id, order);
  for (const line of lines) {
    ctx.shop.lineItems.set(line.id, line);
    order.lineItemIds.push(line.id);
  }
}

/** Taxes sent for the whole order belong to its taxable lines, by what these cost (assumed; schema: either here or on lines). */
function spreadOrderTaxes(order: OrderRecord, lines: readonly LineItemRecord[], input: OrderInput): void {
  const taxed = lines.filter((line) => line.taxable);
  for (const tax of input.taxLines ?? []) {
    const parts = spread(readBag(tax.priceSet, order), taxed.map(net));
    taxed.forEach((line, i) => line.taxes.push({ ...readTax(order)(tax), price: parts[i] ?? ZERO }));
  }
}

function currenciesOf(input: OrderInput, shopCurrency: string): Currencies {
  const currencyCode = input.currency ?? input.lineItems?.find((l) => l.priceSet)?.priceSet?.shopMoney.currencyCode ?? shopCurrency;
  return { currencyCode, presentmentCurrencyCode: input.presentmentCurrency ?? currencyCode };
}

function blankOrder(input: OrderInput, ctx: Ctx): OrderRecord {
  const { shop } = ctx;
  const now = ctx.now();
  const id = newId(shop, "Order");
  const number = shop.numbers.order++;
  return {
    __typename: "Order", id, number, name: input.name ?? `#${number}`, ...currenciesOf(input, shop.currency),
    email: input.email ?? null, phone: input.phone ?? null, note: input.note ?? null, poNumber: input.poNumber ?? null,
    tags: sortedTags(input.tags ?? []), test: input.test ?? false,
    createdAt: now, updatedAt: now, processedAt: timeIn(input.processedAt) ?? now, closedAt: timeIn(input.closedAt),
    cancelledAt: null, cancelReason: null, staffNote: null, taxesIncluded: input.taxesIncluded ?? false,
    customAttributes: input.customAttributes ?? [], customerId: null, customerAcceptsMarketing: input.buyerAcceptsMarketing ?? false,
    billingAddress: addressOf(shop, input.billingAddress), shippingAddress: addressOf(shop, input.shippingAddress),
    sourceName: input.sourceName ?? null, sourceIdentifier: input.sourceIdentifier ?? null, sourceUrl: input.sourceUrl ?? null,
    appClientId: ctx.token.clientId, confirmationNumber: Number(tailOf(id)).toString(36).toUpperCase().padStart(9, "R"),
    statedFinancialStatus: null, edited: false, discounts: [], lineItemIds: [], shippingLines: [], transactionIds: [],
    fulfillmentOrderIds: [], fulfillmentIds: [], refundIds: [], returnIds: [], returnCount: 0, fulfillmentCount: 0,
    fees: ZERO, adjustments: ZERO, originalTotal: ZERO,
  };
}

/** `orderDelete`: paid and fulfilled orders too (facts). */
export function orderDelete({ orderId }: { orderId: string }, ctx: Ctx): { deletedId: string } {
  const order = orderBy(ctx.shop, orderId);
  if (!order) return refuse(["orderId"], "Order does not exist", "NOT_FOUND");
  ctx.shop.orders.delete(orderId);
  dropParts(order, ctx);
  ctx.emit("orders/delete", orderId);
  return { deletedId: orderId };
}

function dropParts(order: OrderRecord, { shop }: Ctx): void {
  order.lineItemIds.forEach((id) => shop.lineItems.delete(id));
  order.transactionIds.forEach((id) => shop.orderTransactions.delete(id));
  order.fulfillmentOrderIds.forEach((id) => shop.fulfillmentOrders.delete(id));
  order.fulfillmentIds.forEach((id) => shop.fulfillments.delete(id));
  order.refundIds.forEach((id) => shop.refunds.delete(id));
  for (const id of order.returnIds) {
    shop.returns.get(id)?.reverseOrderIds.forEach((reverse) => shop.reverseOrders.delete(reverse));
    shop.returns.delete(id);
  }
}
