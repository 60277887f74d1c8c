import type { Ctx } from "../kernel/context.ts";
import { Failure } from "../kernel/failure.ts";
import { newUuidId } from "../kernel/ids.ts";
import { minorOf } from "../kernel/money.ts";
import { ZERO, bagOf, isZero, minus, negated, plus, times, type MoneyInput } from "../orders/bag.ts";
import { pricingValue } from "../orders/discountFields.ts";
import { worthOfNext } from "../orders/lineMoney.ts";
import { fulfillmentLineHeld, lineItemBy, orderBy } from "../orders/lookup.ts";
import type { OrderRecord } from "../orders/order.ts";
import { soldVariant } from "../orders/soldVariant.ts";
import { exchangePrice, exchangeWorth } from "./exchange.ts";
import { feeBag, restockingFee } from "./returnCreate.ts";
import { returnErrors } from "./returnCheck.ts";
import type { ExchangeInput, LineInput } from "./returnInput.ts";

type Input = { orderId: string; returnLineItems?: LineInput[] | null; exchangeLineItems?: ExchangeInput[] | null; returnShippingFee?: { amount: MoneyInput } | null };

/** `returnCalculate`: a preview; amounts of lines are negative, fees positive (recorded: return-calculate). */
export function returnCalculate({ input }: { input: Input }, ctx: Ctx): object | null {
  const order = orderBy(ctx.shop, input.orderId);
  if (!order) return null;
  const lines = input.returnLineItems ?? [];
  const exchanges = input.exchangeLineItems ?? [];
  const error = lines.length + exchanges.length > 0 ? returnErrors(ctx, order, { ...input, returnLineItems: lines, exchangeLineItems: exchanges }, "input")[0] : undefined;
  if (error) throw new Failure(error.message, "BAD_REQUEST");
  return {
    __typename: "CalculatedReturn", id: newUuidId("CalculatedReturn"),
    returnLineItems: lines.map((line) => lineOf(ctx, order, line)),
    exchangeLineItems: exchanges.map((line) => exchangeOf(ctx, order, line)),
    returnShippingFee: shippingFeeOf(order, input.returnShippingFee?.amount),
  };
}

function lineOf(ctx: Ctx, order: OrderRecord, input: LineInput): object {
  const part = fulfillmentLineHeld(ctx.shop, input.fulfillmentLineItemId);
  const item = lineItemBy(ctx.shop, part.lineItemId);
  const worth = worthOfNext(item, order.discounts, input.quantity);
  const percentage = input.restockingFee?.percentage;
  return {
    __typename: "CalculatedReturnLineItem", id: newUuidId("CalculatedReturnLineItem"), fulfillmentLineItem: part, quantity: input.quantity,
    subtotalBeforeOrderDiscountsSet: bagOf(negated(plus(worth.net, worth.orderDiscount)), order), subtotalSet: bagOf(negated(worth.net), order), totalTaxSet: bagOf(negated(worth.tax), order),
    restockingFee: percentage == null ? null : { __typename: "CalculatedRestockingFee", id: newUuidId("CalculatedRestockingFee"), percentage, amountSet: bagOf(restockingFee(order, item, input.quantity, percentage), order) },
  };
}

function exchangeOf(ctx: Ctx, order: OrderRecord, input: ExchangeInput): object {
  const variant = soldVariant(ctx.shop, input.variantId ?? "");
  if (!variant) throw new Error("exchange of an unchecked variant");
  const { unitPrice, unitDiscount, value } = exchangePrice(ctx, order, variant, input);
  const worth = exchangeWorth(ctx, order, { unitPrice, unitDiscount, taxable: variant.taxable }, input.quantity);
  const allocation = value && {
    __typename: "CalculatedDiscountAllocation", allocatedAmountSet: bagOf(times(unitDiscount, input.quantity), order),
    discountApplication: {
      __typename: "CalculatedManualDiscountApplication", id: newUuidId("CalculatedManualDiscountApplication"), description: input.appliedDiscount?.description ?? null,
      allocationMethod: "EACH", appliedTo: "LINE", targetSelection: "EXPLICIT", targetType: "LINE_ITEM", value: pricingValue(value, order),
    },
  };
  return {
    __typename: "CalculatedExchangeLineItem", id: newUuidId("CalculatedExchangeLineItem"), quantity: input.quantity, variant: ctx.shop.variants.get(variant.id) ?? null,
    originalUnitPriceSet: bagOf(unitPrice, order), discountedUnitPriceSet: bagOf(minus(unitPrice, unitDiscount), order), subtotalSet: bagOf(worth.net, order),
    totalTaxSet: bagOf(worth.tax, order), calculatedDiscountAllocations: allocation && !isZero(unitDiscount) ? [allocation] : [],
  };
}

/** No tax is charged on the fee (facts of the platform: tax on it exists on US orders with Shopify Tax only). */
function shippingFeeOf(order: OrderRecord, fee: MoneyInput | undefined): object | null {
  if (!fee) return null;
  const amount = feeBag(order, minorOf(fee.amount, order.presentmentCurrencyCode));
  return { __typename: "CalculatedReturnShippingFee", id: newUuidId("CalculatedReturnShippingFee"), amountSet: bagOf(amount, order), taxAmountSet: bagOf(ZERO, order) };
}
