import type { Ctx } from "../kernel/context.ts";
import { newId } from "../kernel/ids.ts";
import { minorOf } from "../kernel/money.ts";
import { refuse, refuseAll } from "../kernel/refused.ts";
import { bag, bagOfPresentment, percent, type Bag } from "../orders/bag.ts";
import { worthOfNext } from "../orders/lineMoney.ts";
import { fulfillmentLineHeld, lineItemBy, orderBy } from "../orders/lookup.ts";
import type { LineItemRecord, OrderRecord } from "../orders/order.ts";
import { touch } from "../orders/touch.ts";
import { exchangeLineOf } from "./exchange.ts";
import { oldReasonOf, reasonById, reasonOfOld } from "./reason.ts";
import type { ReturnLineRecord, ReturnRecord } from "./return.ts";
import { returnErrors } from "./returnCheck.ts";
import type { LineInput, ReturnInput } from "./returnInput.ts";
import { openReverseOrder } from "./reverseOrder.ts";

/** `returnCreate`: OPEN with its reverse fulfillment order; an archived order is opened again (schema). */
export function returnCreate({ returnInput: input }: { returnInput: ReturnInput }, ctx: Ctx): { return: ReturnRecord } {
  const { ret, order } = newReturn(ctx, input, "returnInput");
  ret.status = "OPEN";
  openReverseOrder(ctx, ret);
  if (!order.cancelledAt) order.closedAt = null;
  ctx.emit("returns/approve", ret.id);
  touch(ctx, order);
  return { return: ret };
}

/** `returnRequest`: REQUESTED, without a reverse fulfillment order until it is approved (recorded). */
export function returnRequest({ input }: { input: ReturnInput }, ctx: Ctx): { return: ReturnRecord } {
  const { ret, order } = newReturn(ctx, input, "input");
  ctx.emit("returns/request", ret.id);
  touch(ctx, order);
  return { return: ret };
}

function newReturn(ctx: Ctx, input: ReturnInput, root: string): { ret: ReturnRecord; order: OrderRecord } {
  const order = orderBy(ctx.shop, input.orderId);
  if (!order) return refuse([root, "orderId"], "Order not found.", "NOT_FOUND");
  refuseAll(returnErrors(ctx, order, input, root));
  order.returnCount += 1;
  const id = newId(ctx.shop, "Return");
  const ret: ReturnRecord = {
    __typename: "Return", id, orderId: order.id, name: `${order.name}-R${order.returnCount}`, status: "REQUESTED", createdAt: ctx.now(), closedAt: null,
    requestApprovedAt: null, decline: null, shippingFee: null, reverseOrderIds: [], refundIds: [],
    lines: input.returnLineItems.map((line) => lineOf(ctx, order, id, line)),
    exchanges: (input.exchangeLineItems ?? []).map((line) => exchangeLineOf(ctx, order, id, line)),
  };
  const fee = input.returnShippingFee?.amount;
  if (fee) ret.shippingFee = { __typename: "ReturnShippingFee", id: newId(ctx.shop, "Fee"), amount: feeBag(order, minorOf(fee.amount, order.presentmentCurrencyCode)), charged: false };
  ctx.shop.returns.set(id, ret);
  order.returnIds.push(id);
  return { ret, order };
}

/** A fee in the customer's currency; the shop's side in the proportion of the order's total. */
export function feeBag(order: OrderRecord, presentment: number): Bag {
  const whole = order.originalTotal;
  if (order.currencyCode === order.presentmentCurrencyCode) return bag(presentment);
  return whole.presentment === 0 ? bagOfPresentment(presentment, order) : bag(Math.round((whole.shop * presentment) / whole.presentment), presentment);
}

/** The restocking fee of units of a line: a part of their price after discounts, without tax (recorded: return-calculate; with discounts assumed). */
export function restockingFee(order: OrderRecord, line: LineItemRecord, units: number, percentage: number): Bag {
  return percent(worthOfNext(line, order.discounts, units).net, percentage);
}

function lineOf(ctx: Ctx, order: OrderRecord, returnId: string, input: LineInput): ReturnLineRecord {
  const reason = (input.returnReasonDefinitionId ? reasonById(input.returnReasonDefinitionId) : null) ?? reasonOfOld(input.returnReason);
  const item = lineItemBy(ctx.shop, fulfillmentLineHeld(ctx.shop, input.fulfillmentLineItemId).lineItemId);
  const id = newId(ctx.shop, "ReturnLineItem");
  ctx.shop.ownerOf.set(id, returnId);
  const percentage = input.restockingFee?.percentage;
  return {
    __typename: "ReturnLineItem", id, returnId, fulfillmentLineId: input.fulfillmentLineItemId, quantity: input.quantity, processedQuantity: 0, refundedQuantity: 0,
    returnReason: input.returnReason ?? oldReasonOf(reason), reasonDefinitionId: reason.id, returnReasonNote: input.returnReasonNote ?? "", customerNote: input.customerNote ?? null,
    restockingFee: percentage == null ? null : { __typename: "RestockingFee", id: newId(ctx.shop, "Fee"), percentage, total: restockingFee(order, item, input.quantity, percentage) },
  };
}
