import type { Ctx } from "../kernel/context.ts";
import { newId, newUuidId } from "../kernel/ids.ts";
import { refuse } from "../kernel/refused.ts";
import { withdraw, unfulfilled } from "../fulfillments/plan.ts";
import { fulfillingLocation } from "../fulfillments/fulfillingLocation.ts";
import { negated } from "./bag.ts";
import { overPayments, refundables } from "./payments.ts";
import { payBack, type Payout } from "../refunds/payBack.ts";
import { reckon, takeOff, wholeOrder, type Reckoning } from "../refunds/reckon.ts";
import { enterRefund } from "../refunds/refundCreate.ts";
import { fulfillmentOrdersOf, linesOf, transactionsOf } from "./lookup.ts";
import type { OrderRecord } from "./order.ts";
import { voidAuthorization } from "./orderPay.ts";
import { orderOrRefuse } from "./orderUpdate.ts";
import { standingOf } from "./standing.ts";
import { restock } from "./stock.ts";
import { timeIn } from "./timeIn.ts";
import { touch } from "./touch.ts";

type RefundMethod = { originalPaymentMethodsRefund?: boolean | null; storeCreditRefund?: { expiresAt?: string | null } | null };
type Args = { orderId: string; reason: string; restock: boolean; refund?: boolean | null; refundMethod?: RefundMethod | null; staffNote?: string | null };

/** `orderCancel`: done at once, though the job says it is not yet (recorded: order-cancel-errors). */
export function orderCancel(args: Args, ctx: Ctx): object {
  const order = orderOrRefuse(ctx, args.orderId, ["orderId"], "NOT_FOUND");
  check(args, order, ctx);
  const reckoning = reckon(order, wholeOrder(order, linesOf(ctx.shop, order)));
  const payout = payoutOf(ctx, order, args);
  voidOpenAuthorizations(ctx, order);
  if (reckoning.lines.length > 0 || payout) enterCancellation(ctx, order, reckoning, payout, args.restock);
  closeOrder(ctx, order, args);
  const id = newUuidId("Job");
  return { job: { __typename: "Job", id, done: false, query: null } };
}

function check(args: Args, order: OrderRecord, ctx: Ctx): void {
  if ((args.staffNote?.length ?? 0) > 255) refuse(["staffNote"], "Staff note is too long. Maximum length is 255 characters.", "INVALID");
  if (args.refund != null && args.refundMethod) refuse(["refund"], "Only one of the arguments `refund` or `refund_method` is allowed.", "INVALID");
  if (order.cancelledAt) refuse(["orderId"], "Cannot cancel an order that has already been canceled", "INVALID");
  const credit = args.refundMethod?.storeCreditRefund;
  if (credit && !order.customerId) refuse(["refundMethod", "storeCreditRefund"], "Order must have a customer to refund to store credit", "STORE_CREDIT_REFUND_MISSING_CUSTOMER");
  if (credit?.expiresAt && Date.parse(credit.expiresAt) <= Date.parse(ctx.now())) refuse(["refundMethod", "storeCreditRefund", "expiresAt"], "The expiry date must be in the future", "STORE_CREDIT_REFUND_EXPIRATION_IN_PAST");
}

/** Everything that was paid, to where it came from or as store credit; null when nothing is to be paid back. */
function payoutOf(ctx: Ctx, order: OrderRecord, args: Args): Payout | null {
  const net = standingOf(ctx.shop, order).payments.net;
  if (net.presentment <= 0) return null;
  const credit = args.refundMethod?.storeCreditRefund;
  if (credit) return { toPayments: [], toStoreCredit: [{ amount: net.presentment, expiresAt: timeIn(credit.expiresAt) }], allowOver: false };
  if (!args.refund && !args.refundMethod?.originalPaymentMethodsRefund) return null;
  const { parts } = overPayments(net, refundables(transactionsOf(ctx.shop, order)));
  return { toPayments: parts.map((p) => ({ parent: p.payment, amount: p.amount.presentment })), toStoreCredit: [], allowOver: false };
}

/** A payment that was only held is let go, whatever is refunded (schema: orderCancel). */
function voidOpenAuthorizations(ctx: Ctx, order: OrderRecord): void {
  for (const one of transactionsOf(ctx.shop, order)) {
    if (one.kind === "AUTHORIZATION" && one.status === "SUCCESS" && standingOf(ctx.shop, order).payments.capturable.presentment > 0) voidAuthorization(ctx, order, one);
  }
}

/** All lines leave the order by a refund without an adjustment: a canceled order costs nothing any more (facts: orderCancel-parity). */
function enterCancellation(ctx: Ctx, order: OrderRecord, reckoning: Reckoning, payout: Payout | null, restocked: boolean): void {
  const refund = enterRefund(ctx, order, { note: null, processedAt: null, returnId: null, reckoning });
  const locationId = restocked ? fulfillingLocation(ctx.shop) : null;
  for (const { line, quantity, worth } of reckoning.lines) {
    const waiting = unfulfilled(ctx.shop, order, line.id);
    withdraw(ctx, order, line.id, waiting);
    refund.lines.push({
      __typename: "RefundLineItem", id: newId(ctx.shop, "RefundLineItem"), lineItemId: line.id, quantity, restockType: restocked ? (waiting > 0 ? "CANCEL" : "RETURN") : "NO_RESTOCK",
      restocked, locationId, subtotal: worth.net, tax: worth.tax,
    });
    if (locationId) restock(ctx, line, quantity, locationId);
  }
  takeOff(reckoning, "removed");
  order.adjustments = negated(order.fees);
  if (payout) payBack(ctx, order, refund, payout);
  ctx.emit("refunds/create", refund.id);
}

function closeOrder(ctx: Ctx, order: OrderRecord, args: Args): void {
  const now = ctx.now();
  order.cancelledAt = now;
  order.closedAt = now;
  order.cancelReason = args.reason;
  order.staffNote = args.staffNote ?? null;
  for (const one of fulfillmentOrdersOf(ctx.shop, order)) if (one.status !== "CLOSED") one.status = "CANCELLED";
  ctx.emit("orders/cancelled", order.id);
  touch(ctx, order);
}

