import type { Ctx } from "../kernel/context.ts";
import { newId } from "../kernel/ids.ts";
import { minus, plus } from "../orders/bag.ts";
import type { OrderRecord } from "../orders/order.ts";
import { standingOf } from "../orders/standing.ts";
import { touch } from "../orders/touch.ts";
import { holdOn } from "../fulfillments/fulfillmentOrderChange.ts";
import { openFulfillmentOrder } from "../fulfillments/plan.ts";
import { adjust, payBack, type Payout } from "../refunds/payBack.ts";
import { takeOff } from "../refunds/reckon.ts";
import { enterRefund } from "../refunds/refundCreate.ts";
import type { RefundLineRecord, RefundRecord } from "../refunds/refund.ts";
import { enterExchange } from "./exchange.ts";
import { shippingFeeOf, type ExchangePart, type Outcome, type OutcomeAsk } from "./outcome.ts";
import type { ReturnRecord } from "./return.ts";

/**
 * Carries an outcome out: units leave the order as returned, fees and exchanges come on it, and what is paid back is a
 * refund of the return. Without a payout nothing is paid back and the order shows what it owes (assumed).
 */
export function settle(ctx: Ctx, order: OrderRecord, ret: ReturnRecord, ask: OutcomeAsk, outcome: Outcome, payout: Payout | null, restocked: ReadonlyMap<string, string>): RefundRecord | null {
  takeOff(outcome.goods, "returned");
  if (ret.shippingFee && shippingFeeOf(ret, ask) === ret.shippingFee.amount) ret.shippingFee.charged = true;
  for (const { line, quantity } of ask.lines) line.processedQuantity += quantity;
  order.fees = plus(order.fees, outcome.fees);
  if (!payout) order.adjustments = plus(order.adjustments, outcome.balancing);
  const refund = payout && refundFor(ctx, order, ret, ask, outcome, payout, restocked);
  releaseExchanges(ctx, order, ask.exchanges);
  touch(ctx, order);
  return refund;
}

function refundFor(ctx: Ctx, order: OrderRecord, ret: ReturnRecord, ask: OutcomeAsk, outcome: Outcome, payout: Payout, restocked: ReadonlyMap<string, string>): RefundRecord {
  const refund = enterRefund(ctx, order, { note: null, processedAt: null, returnId: ret.id, reckoning: outcome.goods });
  refund.lines = outcome.goods.lines.map((part, i) => refundLine(ctx, part, restocked.get(ask.lines[i]?.line.id ?? "") ?? null));
  for (const { line, quantity } of ask.lines) line.refundedQuantity += quantity;
  ret.refundIds.push(refund.id);
  adjust(ctx, order, refund, outcome.balancing, "FULL_RETURN_BALANCING_ADJUSTMENT");
  adjust(ctx, order, refund, minus(outcome.refund, payBack(ctx, order, refund, payout)), "REFUND_DISCREPANCY");
  ctx.emit("refunds/create", refund.id);
  return refund;
}

function refundLine(ctx: Ctx, part: Outcome["goods"]["lines"][number], locationId: string | null): RefundLineRecord {
  return {
    __typename: "RefundLineItem", id: newId(ctx.shop, "RefundLineItem"), lineItemId: part.line.id, quantity: part.quantity,
    restockType: locationId ? "RETURN" : "NO_RESTOCK", restocked: locationId !== null, locationId, subtotal: part.worth.net, tax: part.worth.tax,
  };
}

/**
 * Processed exchange lines become order lines with a fulfillment order, on hold while the customer owes for them
 * (documented: migrate to return processing).
 */
function releaseExchanges(ctx: Ctx, order: OrderRecord, exchanges: readonly ExchangePart[]): void {
  if (exchanges.length === 0) return;
  const parts = exchanges.map(({ line, quantity }) => ({ line: enterExchange(ctx, order, line, quantity), quantity }));
  const fulfillmentOrder = openFulfillmentOrder(ctx, order, parts);
  if (standingOf(ctx.shop, order).outstanding.presentment > 0) holdOn(ctx, fulfillmentOrder, { reason: "AWAITING_PAYMENT" });
}
