import type { Ctx } from "../kernel/context.ts";
import { Failure } from "../kernel/failure.ts";
import { Refused } from "../kernel/refused.ts";
import { ZERO, bagOf, type Bag } from "../orders/bag.ts";
import { orderOf } from "../orders/lookup.ts";
import type { OrderRecord } from "../orders/order.ts";
import { standingOf } from "../orders/standing.ts";
import { dutiesAsked, shippingAsked, type DutyInput, type ShippingRefundInput } from "../refunds/refundInput.ts";
import { figuresOf, methodsOf, refundDutiesOf, shippingRefundOf } from "../refunds/suggestedRefund.ts";
import { outcomeOf, type Outcome, type OutcomeAsk } from "./outcome.ts";
import type { ReturnRecord } from "./return.ts";
import { exchangeParts, returnParts } from "./returnProcess.ts";
import { refundParts, unprocessed, type RefundLineInput } from "./returnRefund.ts";

type Shared = { refundShipping?: ShippingRefundInput | null; refundDuties?: DutyInput[] | null };
type OutcomeArgs = Shared & {
  returnLineItems: { id: string; quantity: number }[];
  exchangeLineItems: { id: string; quantity: number }[];
  refundMethodAllocation?: "ORIGINAL_PAYMENT_METHODS" | "STORE_CREDIT" | null;
};

/** A query has no userErrors: what a mutation would refuse is a top-level error here (assumed). */
function asked<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refused) throw new Failure(error.message, "BAD_REQUEST");
    throw error;
  }
}

/** `return.suggestedFinancialOutcome`. */
export function suggestedFinancialOutcome(ret: ReturnRecord, args: OutcomeArgs, ctx: Ctx): object {
  const order = orderOf(ctx.shop, ret);
  const ask: OutcomeAsk = asked(() => ({
    lines: returnParts(ret, args.returnLineItems, ["returnLineItems"]),
    exchanges: exchangeParts(ret, args.exchangeLineItems, ["exchangeLineItems"]),
    ...extras(ctx, order, args),
  }));
  const outcome = outcomeOf(ctx, order, ret, ask);
  return {
    __typename: "SuggestedReturnFinancialOutcome", ...figures(ctx, order, outcome), totalAdditionalFees: bagOf(ZERO, order),
    financialTransfer: transferOf(ctx, order, outcome, args.refundMethodAllocation),
  };
}

const extras = (ctx: Ctx, order: OrderRecord, args: Shared): Pick<OutcomeAsk, "shipping" | "duties"> => ({
  shipping: shippingAsked(order, args.refundShipping, ["refundShipping"]),
  duties: dutiesAsked(ctx, order, args.refundDuties, ["refundDuties"]),
});

function figures(ctx: Ctx, order: OrderRecord, outcome: Outcome): Record<string, unknown> {
  const sums = figuresOf(order, outcome.goods);
  const out = (of: Bag): object => bagOf(of, order);
  return {
    discountedSubtotal: out(sums.discountedSubtotal), totalCartDiscountAmount: out(sums.cartDiscount), totalTax: out(outcome.goods.tax), totalDuties: out(sums.duties),
    maximumRefundable: out(standingOf(ctx.shop, order).payments.net), refundDuties: refundDutiesOf(ctx, order, outcome.goods), shipping: shippingRefundOf(order, outcome.goods),
  };
}

/** Which way the money goes; nothing when it comes out even (schema: financialTransfer is nullable). */
function transferOf(ctx: Ctx, order: OrderRecord, outcome: Outcome, allocation: OutcomeArgs["refundMethodAllocation"]): object | null {
  if (outcome.refund.presentment > 0) return { __typename: "RefundReturnOutcome", amount: bagOf(outcome.refund, order), ...methodsOf(ctx, order, outcome.refund, allocation) };
  return outcome.invoice.presentment > 0 ? { __typename: "InvoiceReturnOutcome", amount: bagOf(outcome.invoice, order) } : null;
}

type RefundArgs = Shared & { returnRefundLineItems: RefundLineInput[] };

/** `return.suggestedRefund` (deprecated): the same outcome without exchanges. */
export function suggestedReturnRefund(ret: ReturnRecord, args: RefundArgs, ctx: Ctx): object {
  const order = orderOf(ctx.shop, ret);
  const lines = asked(() => unprocessed(refundParts(ret, args.returnRefundLineItems, ["returnRefundLineItems"])));
  const outcome = outcomeOf(ctx, order, ret, { lines, exchanges: [], ...asked(() => extras(ctx, order, args)) });
  const { suggestedTransactions } = methodsOf(ctx, order, outcome.refund, "ORIGINAL_PAYMENT_METHODS");
  return {
    __typename: "SuggestedReturnRefund", ...figures(ctx, order, outcome), amount: bagOf(outcome.refund, order),
    subtotal: bagOf(figuresOf(order, outcome.goods).subtotal, order), suggestedTransactions,
  };
}
