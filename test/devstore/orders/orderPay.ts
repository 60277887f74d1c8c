import type { Ctx } from "../kernel/context.ts";
import { minorOf } from "../kernel/money.ts";
import { refuse } from "../kernel/refused.ts";
import { bag, bagOfPresentment, type Bag, type MoneyInput } from "./bag.ts";
import { transactionsOf } from "./lookup.ts";
import type { OrderRecord, TransactionRecord } from "./order.ts";
import { displayFinancialStatus } from "./displayFinancial.ts";
import { canMarkAsPaid } from "./orderFields.ts";
import { orderOrRefuse } from "./orderUpdate.ts";
import { openAuthorization } from "./payments.ts";
import { standingOf } from "./standing.ts";
import { touch } from "./touch.ts";
import { newTransaction, recordTransaction } from "./transaction.ts";

/**
 * `orderMarkAsPaid`: captures what is authorized, then one manual SALE of the rest (facts; schema: orderMarkAsPaid). In
 * a foreign presentment currency the shop's side is that of the day's rate (facts).
 */
export function orderMarkAsPaid({ input }: { input: { id: string } }, ctx: Ctx): { order: OrderRecord } {
  const order = orderOrRefuse(ctx, input.id);
  if (!canMarkAsPaid(order, ctx)) refuse(["id"], "Order cannot be marked as paid.");
  for (const one of transactionsOf(ctx.shop, order)) {
    if (one.kind === "AUTHORIZATION" && one.status === "SUCCESS") captureRest(ctx, order, one);
  }
  const open = standingOf(ctx.shop, order).outstanding;
  if (open.presentment > 0) pay(ctx, order, paymentBag(open, order), "manual");
  paidUp(ctx, order);
  return { order };
}

/** Money came in: says so, and that the order is paid when nothing is open any more. */
function paidUp(ctx: Ctx, order: OrderRecord): void {
  touch(ctx, order);
  if (displayFinancialStatus(ctx.shop, order) === "PAID") ctx.emit("orders/paid", order.id);
}

/** In one currency the sides are equal; in two the shop's is converted at the day's rate. */
const paymentBag = (open: Bag, order: OrderRecord): Bag => (order.currencyCode === order.presentmentCurrencyCode ? open : bagOfPresentment(open.presentment, order));

function pay(ctx: Ctx, order: OrderRecord, amount: Bag, gateway: string): TransactionRecord {
  return recordTransaction(ctx.shop, order, { ...newTransaction(ctx, order, "SALE", amount), gateway });
}

function captureRest(ctx: Ctx, order: OrderRecord, authorization: TransactionRecord): void {
  const left = openAuthorization(authorization, transactionsOf(ctx.shop, order));
  if (left.presentment > 0) capture(ctx, order, authorization, left);
}

function capture(ctx: Ctx, order: OrderRecord, authorization: TransactionRecord, amount: Bag): TransactionRecord {
  return recordTransaction(ctx.shop, order, { ...newTransaction(ctx, order, "CAPTURE", amount), gateway: authorization.gateway, parentId: authorization.id });
}

type CaptureInput = { id: string; parentTransactionId: string; amount: string; currency?: string | null };

/** `orderCapture`, up to what is left of the authorization. */
export function orderCapture({ input }: { input: CaptureInput }, ctx: Ctx): { transaction: TransactionRecord } {
  const order = orderOrRefuse(ctx, input.id);
  const authorization = transactionsOf(ctx.shop, order).find((t) => t.id === input.parentTransactionId && t.kind === "AUTHORIZATION");
  if (!authorization) return refuse(["parentTransactionId"], "Transaction does not exist");
  const left = openAuthorization(authorization, transactionsOf(ctx.shop, order));
  const asked = minorOf(input.amount, order.presentmentCurrencyCode);
  if (asked <= 0) refuse(["amount"], "Amount must be greater than zero");
  if (asked > left.presentment) refuse(["amount"], "Amount must be less than or equal to the authorized amount");
  const shop = asked === left.presentment ? left.shop : Math.trunc((left.shop * asked) / left.presentment);
  const transaction = capture(ctx, order, authorization, bag(shop, asked));
  paidUp(ctx, order);
  return { transaction };
}

type ManualPayment = { id: string; amount?: MoneyInput | null; paymentMethodName?: string | null };

/** `orderCreateManualPayment`: the outstanding amount, or a part of it. */
export function orderCreateManualPayment(args: ManualPayment, ctx: Ctx): { order: OrderRecord } {
  const order = orderOrRefuse(ctx, args.id, ["id"], "ORDER_NOT_FOUND");
  const open = standingOf(ctx.shop, order).outstanding;
  const asked = args.amount ? minorOf(args.amount.amount, order.presentmentCurrencyCode) : open.presentment;
  if (asked <= 0) refuse(["amount"], "Amount must be positive", "AMOUNT_NOT_POSITIVE");
  if (asked > open.presentment) refuse(["amount"], "Amount exceeds the outstanding balance", "AMOUNT_EXCEEDS_BALANCE");
  pay(ctx, order, paymentBag(asked === open.presentment ? open : bagOfPresentment(asked, order), order), args.paymentMethodName ?? "manual");
  paidUp(ctx, order);
  return { order };
}

/** `transactionVoid`: gives an authorization back. */
export function transactionVoid({ parentTransactionId }: { parentTransactionId: string }, ctx: Ctx): { transaction: TransactionRecord } {
  const parent = ctx.shop.orderTransactions.get(parentTransactionId);
  if (!parent) return refuse(["parentTransactionId"], "Transaction not found", "TRANSACTION_NOT_FOUND");
  const order = orderOrRefuse(ctx, parent.orderId);
  const left = openAuthorization(parent, transactionsOf(ctx.shop, order));
  if (parent.kind !== "AUTHORIZATION" || left.presentment === 0) refuse(["parentTransactionId"], "Transaction must be an authorization that is not captured", "AUTH_NOT_VOIDABLE");
  const transaction = voidAuthorization(ctx, order, parent);
  touch(ctx, order);
  return { transaction };
}

export function voidAuthorization(ctx: Ctx, order: OrderRecord, authorization: TransactionRecord): TransactionRecord {
  const amount = openAuthorization(authorization, transactionsOf(ctx.shop, order));
  return recordTransaction(ctx.shop, order, { ...newTransaction(ctx, order, "VOID", amount), gateway: authorization.gateway, parentId: authorization.id });
}
