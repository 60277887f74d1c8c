import type { Ctx } from "../kernel/context.ts";
import { idOf } from "../kernel/ids.ts";
import { minorOf } from "../kernel/money.ts";
import { refuse, refuseAll } from "../kernel/refused.ts";
import type { MoneyInput } from "../orders/bag.ts";
import { orderOf, reverseLineBy } from "../orders/lookup.ts";
import type { OrderRecord } from "../orders/order.ts";
import { checkPayout, type Payout } from "../refunds/payBack.ts";
import { dutiesAsked, paymentBy, shippingAsked, storeCreditAsked, type DutyInput, type MethodInput, type ShippingRefundInput } from "../refunds/refundInput.ts";
import { dispose, disposeErrors, type DisposeInput } from "./dispose.ts";
import { outcomeOf, type ExchangePart, type OutcomeAsk, type ReturnPart } from "./outcome.ts";
import type { ReturnRecord } from "./return.ts";
import { settle } from "./settle.ts";
import { returnOrRefuse } from "./transitions.ts";

type LineInput = { id: string; quantity: number; dispositions?: DisposeInput[] | null };
export type PaymentInput = { parentId: string; transactionAmount: MoneyInput };
type IssueRefund = { orderTransactions: PaymentInput[]; refundMethods?: MethodInput[] | null; allowOverRefunding?: boolean | null };

export type ProcessInput = {
  returnId: string;
  returnLineItems?: LineInput[] | null;
  exchangeLineItems?: { id: string; quantity: number }[] | null;
  refundShipping?: ShippingRefundInput | null;
  refundDuties?: DutyInput[] | null;
  financialTransfer?: { issueRefund?: IssueRefund | null } | null;
  tipLineId?: string | null;
};

/**
 * `returnProcess`: confirms quantities, disposes, pays back. It needs neither dispositions nor money, and leaves the
 * return OPEN (recorded: order-return-status, return-reverse-logistics).
 */
export function returnProcess({ input }: { input: ProcessInput }, ctx: Ctx): { return: ReturnRecord } {
  const ret = returnOrRefuse(ctx, input.returnId, ["input", "returnId"]);
  if (ret.status !== "OPEN") refuse(["input", "returnId"], "Return is not processable. Only returns with status OPEN can be processed.", "INVALID_STATE");
  if (input.tipLineId) refuse(["input", "tipLineId"], "Tip line item was not found.", "NOT_FOUND");
  const order = orderOf(ctx.shop, ret);
  const ask = askOf(ctx, order, ret, input);
  const dispositions = dispositionsOf(ctx, input);
  const payout = payoutOf(ctx, order, input);
  if (payout) checkPayout(ctx, order, payout);
  const outcome = outcomeOf(ctx, order, ret, ask);
  settle(ctx, order, ret, ask, outcome, payout, shelves(ctx, dispositions));
  for (const group of dispositions) dispose(ctx, group);
  ctx.emit("returns/process", ret.id);
  return { return: ret };
}

function askOf(ctx: Ctx, order: OrderRecord, ret: ReturnRecord, input: ProcessInput): OutcomeAsk {
  return {
    lines: returnParts(ret, input.returnLineItems ?? [], ["input", "returnLineItems"]),
    exchanges: exchangeParts(ret, input.exchangeLineItems ?? [], ["input", "exchangeLineItems"]),
    shipping: shippingAsked(order, input.refundShipping, ["input", "refundShipping"]),
    duties: dutiesAsked(ctx, order, input.refundDuties, ["input", "refundDuties"]),
  };
}

type Asked = { id: string; quantity: number };

/** Return lines of a request, each at most once and never more than is not processed yet. */
export function returnParts(ret: ReturnRecord, inputs: readonly Asked[], path: readonly string[]): ReturnPart[] {
  return partsOf(ret.lines, inputs, path, "ReturnLineItem", "Return");
}

export function exchangeParts(ret: ReturnRecord, inputs: readonly Asked[], path: readonly string[]): ExchangePart[] {
  return partsOf(ret.exchanges, inputs, path, "ExchangeLineItem", "Exchange");
}

function partsOf<T extends { id: string; quantity: number; processedQuantity: number }>(lines: readonly T[], inputs: readonly Asked[], path: readonly string[], type: string, word: string): { line: T; quantity: number }[] {
  return inputs.map((input, i) => {
    const line = lines.find((l) => l.id === idOf(input.id, type));
    if (!line) return refuse([...path, String(i), "id"], `${word} line item was not found.`, "NOT_FOUND");
    const doubled = inputs.slice(0, i).some((other) => other.id === input.id);
    if (doubled || input.quantity <= 0 || input.quantity > line.quantity - line.processedQuantity) {
      refuse([...path, String(i), "quantity"], `${word} line item has an invalid quantity.`, "INVALID");
    }
    return { line, quantity: input.quantity };
  });
}

function dispositionsOf(ctx: Ctx, input: ProcessInput): DisposeInput[][] {
  const groups: DisposeInput[][] = [];
  (input.returnLineItems ?? []).forEach((line, i) => {
    if (!line.dispositions?.length) return;
    const path = ["input", "returnLineItems", String(i), "dispositions"];
    refuseAll(disposeErrors(ctx, line.dispositions, path));
    line.dispositions.forEach((d, j) => checkOwner(ctx, d, line.id, [...path, String(j)]));
    groups.push(line.dispositions);
  });
  return groups;
}

/** A disposition under a return line is of that line's units (assumed). */
function checkOwner(ctx: Ctx, input: DisposeInput, returnLineId: string, path: readonly string[]): void {
  const owner = reverseLineBy(ctx.shop, input.reverseFulfillmentOrderLineItemId)?.returnLineId;
  if (owner !== returnLineId) refuse([...path, "reverseFulfillmentOrderLineItemId"], "Reverse fulfillment order line item was not found.", "NOT_FOUND");
}

/** Where restocked units of each return line go. */
function shelves(ctx: Ctx, groups: readonly DisposeInput[][]): Map<string, string> {
  const found = new Map<string, string>();
  for (const one of groups.flat()) {
    const line = reverseLineBy(ctx.shop, one.reverseFulfillmentOrderLineItemId);
    if (line && one.dispositionType === "RESTOCKED" && one.locationId) found.set(line.returnLineId, one.locationId);
  }
  return found;
}

function payoutOf(ctx: Ctx, order: OrderRecord, input: ProcessInput): Payout | null {
  const issue = input.financialTransfer?.issueRefund;
  if (!issue) return null;
  const path = ["input", "financialTransfer", "issueRefund"];
  return {
    toPayments: paymentsAsked(ctx, order, issue.orderTransactions, [...path, "orderTransactions"]),
    toStoreCredit: storeCreditAsked(ctx, order, issue.refundMethods, [...path, "refundMethods"]),
    allowOver: issue.allowOverRefunding ?? false,
  };
}

/** Payments to give back to, in the customer's currency (schema: ReturnRefundOrderTransactionInput). */
export function paymentsAsked(ctx: Ctx, order: OrderRecord, inputs: readonly PaymentInput[], path: readonly string[]): Payout["toPayments"] {
  return inputs.map((input, i) => {
    const parent = paymentBy(ctx, order, input.parentId);
    if (!parent) return refuse([...path, String(i), "parentId"], "Order transaction was not found.", "NOT_FOUND");
    const { amount, currencyCode } = input.transactionAmount;
    if (currencyCode !== order.presentmentCurrencyCode) refuse([...path, String(i), "transactionAmount"], "Amount must be in the presentment currency of the order.", "INVALID");
    const asked = minorOf(amount, currencyCode);
    if (asked < 0) refuse([...path, String(i), "transactionAmount"], "Amount must be greater than or equal to 0.", "INVALID");
    return { parent, amount: asked };
  });
}
