import type { Ctx, FieldMap, NodeMap } from "../kernel/context.ts";
import { connection, type ConnectionArgs } from "../kernel/connection.ts";
import { gid, idOf, tailOf } from "../kernel/ids.ts";
import { bagOf, piece } from "../orders/bag.ts";
import { net } from "../orders/lineMoney.ts";
import { exchangeLineBy, fulfillmentLineHeld, held, lineItemBy, lineItemOfReturnLine, orderBy, orderOf, returnLineBy, reverseOrdersOf } from "../orders/lookup.ts";
import { returnables, type Returnable } from "./available.ts";
import { reasonById } from "./reason.ts";
import { removeFromReturn } from "./removeFromReturn.ts";
import type { ExchangeLineRecord, RestockingFeeRecord, ReturnFeeRecord, ReturnLineRecord, ReturnRecord } from "./return.ts";
import { returnCalculate } from "./returnCalculate.ts";
import { returnCreate, returnRequest } from "./returnCreate.ts";
import { returnProcess } from "./returnProcess.ts";
import { returnRefund } from "./returnRefund.ts";
import { suggestedFinancialOutcome, suggestedReturnRefund } from "./suggestedOutcome.ts";
import { returnApproveRequest, returnCancel, returnClose, returnDeclineRequest, returnReopen } from "./transitions.ts";

type Filter = ConnectionArgs & { processingStatus?: "PROCESSABLE" | "PROCESSED" | null };
type Processed = { quantity: number; processedQuantity: number };
type LineField = (line: ReturnLineRecord, args: object, ctx: Ctx) => unknown;

const refundsOf = (ret: ReturnRecord, ctx: Ctx) => ret.refundIds.map((id) => held(ctx.shop.refunds, id));
const ownerOf = (line: { returnId: string }, ctx: Ctx): ReturnRecord => held(ctx.shop.returns, line.returnId);

function filtered<T extends Processed>(ret: ReturnRecord, lines: readonly T[], args: Filter): T[] {
  if (args.processingStatus === "PROCESSED") return lines.filter((l) => l.processedQuantity > 0);
  if (args.processingStatus === "PROCESSABLE") return lines.filter((l) => processable(ret, l) > 0);
  return [...lines];
}

/** Units that can be processed now: those of an OPEN return that are not yet (assumed for other states). */
const processable = (ret: ReturnRecord, line: Processed): number => (ret.status === "OPEN" ? line.quantity - line.processedQuantity : 0);

/** Fees carry their order's currencies: the two kinds of fee have no way back to it of their own. */
const feeOut = (fee: RestockingFeeRecord | ReturnFeeRecord, amount: RestockingFeeRecord["total"], order: Parameters<typeof bagOf>[1]): object => ({
  ...fee, amountSet: bagOf(amount, order), ...(fee.__typename === "ReturnShippingFee" ? { finalizedTaxAmountSet: null } : {}),
});

const returnFieldsOfRecord: Record<string, (ret: ReturnRecord, args: never, ctx: Ctx) => unknown> = {
  order: (r, _args, ctx) => orderOf(ctx.shop, r),
  totalQuantity: (r) => r.lines.reduce((n, l) => n + l.quantity, 0),
  returnLineItems: (r, args: Filter) => connection(filtered(r, r.lines, args), args),
  exchangeLineItems: (r, args: Filter) => connection(filtered(r, r.exchanges, args), args),
  returnShippingFees: (r, _args, ctx) => (r.shippingFee ? [feeOut(r.shippingFee, r.shippingFee.amount, orderOf(ctx.shop, r))] : []),
  reverseFulfillmentOrders: (r, args: ConnectionArgs, ctx) => connection(reverseOrdersOf(ctx.shop, r), args),
  refunds: (r, args: ConnectionArgs, ctx) => connection(refundsOf(r, ctx), args),
  transactions: (r, args: ConnectionArgs, ctx) => connection(refundsOf(r, ctx).flatMap((f) => f.transactionIds.map((id) => held(ctx.shop.orderTransactions, id))), args),
  suggestedFinancialOutcome,
  suggestedRefund: suggestedReturnRefund,
  staffMember: () => null,
};

const lineFields: Record<string, LineField> = {
  fulfillmentLineItem: (l, _args, ctx) => fulfillmentLineHeld(ctx.shop, l.fulfillmentLineId),
  unprocessedQuantity: (l) => l.quantity - l.processedQuantity,
  processableQuantity: (l, _args, ctx) => processable(ownerOf(l, ctx), l),
  refundableQuantity: (l) => l.quantity - l.refundedQuantity,
  returnReasonDefinition: (l) => reasonById(l.reasonDefinitionId) ?? null,
  restockingFee: (l, _args, ctx) => l.restockingFee && feeOut(l.restockingFee, l.restockingFee.total, orderOf(ctx.shop, ownerOf(l, ctx))),
  totalWeight: (l, _args, ctx) => ({ __typename: "Weight", value: lineItemOfReturnLine(ctx.shop, l).grams * l.quantity, unit: "GRAMS" }),
  withCodeDiscountedTotalPriceSet: (l, _args, ctx) => {
    const item = lineItemOfReturnLine(ctx.shop, l);
    return bagOf(piece(net(item), item.quantity, 0, l.quantity), orderOf(ctx.shop, item));
  },
};

const exchangeFields: Record<string, (line: ExchangeLineRecord, args: object, ctx: Ctx) => unknown> = {
  unprocessedQuantity: (l) => l.quantity - l.processedQuantity,
  processableQuantity: (l, _args, ctx) => processable(ownerOf(l, ctx), l),
  lineItem: (l, _args, ctx) => (l.lineItemIds[0] ? lineItemBy(ctx.shop, l.lineItemIds[0]) : null),
  lineItems: (l, _args, ctx) => l.lineItemIds.map((id) => lineItemBy(ctx.shop, id)),
};

const returnableOut = (found: Returnable, ctx: Ctx): object => ({ __typename: "ReturnableFulfillment", id: gid("ReturnableFulfillment", tailOf(found.fulfillmentId)), fulfillment: held(ctx.shop.fulfillments, found.fulfillmentId), found });

function returnableFulfillments(args: ConnectionArgs & { orderId: string }, ctx: Ctx): unknown {
  const order = orderBy(ctx.shop, args.orderId);
  return connection(order ? returnables(ctx.shop, order).map((f) => returnableOut(f, ctx)) : [], args);
}

function returnableFulfillment({ id }: { id: string }, ctx: Ctx): unknown {
  const fulfillment = ctx.shop.fulfillments.get(gid("Fulfillment", tailOf(idOf(id, "ReturnableFulfillment"))));
  const found = fulfillment && returnables(ctx.shop, orderOf(ctx.shop, fulfillment)).find((f) => f.fulfillmentId === fulfillment.id);
  return found ? returnableOut(found, ctx) : null;
}

export const returnFields: FieldMap = {
  Query: { return: (args: { id: string }, ctx: Ctx) => ctx.shop.returns.get(idOf(args.id, "Return")) ?? null, returnCalculate, returnableFulfillment, returnableFulfillments },
  Mutation: {
    returnCreate, returnRequest, returnApproveRequest, returnDeclineRequest, returnCancel, returnClose, returnReopen, returnProcess, returnRefund, removeFromReturn,
    returnLineItemRemoveFromReturn: removeFromReturn,
  },
  Return: returnFieldsOfRecord,
  ReturnLineItem: lineFields,
  ExchangeLineItem: exchangeFields,
  ReturnableFulfillment: {
    returnableFulfillmentLineItems: (source: { found: Returnable }, args: ConnectionArgs) =>
      connection(source.found.lines.map(({ line, quantity }) => ({ __typename: "ReturnableFulfillmentLineItem", fulfillmentLineItem: line, quantity })), args),
  },
};

export const returnNodes: NodeMap = {
  Return: (ctx, id) => ctx.shop.returns.get(id),
  ReturnLineItem: (ctx, id) => returnLineBy(ctx.shop, id),
  ExchangeLineItem: (ctx, id) => exchangeLineBy(ctx.shop, id),
  ReturnableFulfillment: (ctx, id) => returnableFulfillment({ id }, ctx),
};
