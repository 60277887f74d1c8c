import type { Ctx } from "../kernel/context.ts";
import { idOf } from "../kernel/ids.ts";
import { refuse } from "../kernel/refused.ts";
import { orderOf } from "../orders/lookup.ts";
import { checkPayout, type Payout } from "../refunds/payBack.ts";
import { dutiesAsked, shippingAsked, type DutyInput, type ShippingRefundInput } from "../refunds/refundInput.ts";
import type { RefundRecord } from "../refunds/refund.ts";
import { outcomeOf, type OutcomeAsk, type ReturnPart } from "./outcome.ts";
import type { ReturnRecord } from "./return.ts";
import { paymentsAsked, type PaymentInput } from "./returnProcess.ts";
import { settle } from "./settle.ts";
import { returnOrRefuse } from "./transitions.ts";

export type RefundLineInput = { returnLineItemId: string; quantity: number };
type Input = { returnId: string; returnRefundLineItems: RefundLineInput[]; refundShipping?: ShippingRefundInput | null; refundDuties?: DutyInput[] | null; orderTransactions?: PaymentInput[] | null };

/** `returnRefund` (deprecated): refunds lines that are not refunded yet; what is not processed yet is processed with it. */
export function returnRefund({ returnRefundInput: input }: { returnRefundInput: Input }, ctx: Ctx): { refund: RefundRecord | null } {
  const root = "returnRefundInput";
  const ret = returnOrRefuse(ctx, input.returnId, [root, "returnId"]);
  if (ret.status !== "OPEN" && ret.status !== "CLOSED") refuse([root, "returnId"], "Return is not refundable. Only returns with status OPEN or CLOSED can be refunded.", "INVALID_STATE");
  const order = orderOf(ctx.shop, ret);
  const asked = refundParts(ret, input.returnRefundLineItems, [root, "returnRefundLineItems"]);
  const ask: OutcomeAsk = {
    lines: unprocessed(asked), exchanges: [],
    shipping: shippingAsked(order, input.refundShipping, [root, "refundShipping"]),
    duties: dutiesAsked(ctx, order, input.refundDuties, [root, "refundDuties"]),
  };
  const payout: Payout = { toPayments: paymentsAsked(ctx, order, input.orderTransactions ?? [], [root, "orderTransactions"]), toStoreCredit: [], allowOver: false };
  checkPayout(ctx, order, payout);
  const refund = settle(ctx, order, ret, ask, outcomeOf(ctx, order, ret, ask), payout, new Map());
  for (const { line, quantity } of asked) {
    const now = ask.lines.find((part) => part.line === line)?.quantity ?? 0;
    line.refundedQuantity += quantity - now;
  }
  return { refund };
}

/** Lines of a request, never more than are not refunded yet. */
export function refundParts(ret: ReturnRecord, inputs: readonly RefundLineInput[], path: readonly string[]): ReturnPart[] {
  return inputs.map((input, i) => {
    const line = ret.lines.find((l) => l.id === idOf(input.returnLineItemId, "ReturnLineItem"));
    if (!line) return refuse([...path, String(i), "returnLineItemId"], "Return line item was not found.", "NOT_FOUND");
    if (input.quantity <= 0 || input.quantity > line.quantity - line.refundedQuantity) refuse([...path, String(i), "quantity"], "Return line item has an invalid quantity.", "INVALID");
    return { line, quantity: input.quantity };
  });
}

/** The part of asked units that is still to be processed; units processed before are refunded first. */
export function unprocessed(parts: readonly ReturnPart[]): ReturnPart[] {
  return parts
    .map(({ line, quantity }) => ({ line, quantity: quantity - Math.min(quantity, line.processedQuantity - line.refundedQuantity) }))
    .filter((part) => part.quantity > 0);
}
