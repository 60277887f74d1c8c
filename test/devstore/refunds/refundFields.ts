import type { Ctx, FieldMap, NodeMap } from "../kernel/context.ts";
import { connection, type ConnectionArgs } from "../kernel/connection.ts";
import { idOf, tailOf } from "../kernel/ids.ts";
import { priceText } from "../kernel/money.ts";
import { ZERO, bagOf, sum, type Bag } from "../orders/bag.ts";
import { dutyOf } from "../orders/lineFields.ts";
import { held, lineItemBy, linesOf, orderOf } from "../orders/lookup.ts";
import type { OrderRecord } from "../orders/order.ts";
import type { RefundLineRecord, RefundRecord } from "./refund.ts";
import { refundCreate } from "./refundCreate.ts";
import { suggestedRefund } from "./suggestedRefund.ts";

type Field = (refund: RefundRecord, args: never, ctx: Ctx) => unknown;
type LineField = (line: RefundLineRecord, args: object, ctx: Ctx) => unknown;

const transactionsOf = (refund: RefundRecord, ctx: Ctx) => refund.transactionIds.map((id) => held(ctx.shop.orderTransactions, id));
const totalOf = (refund: RefundRecord, ctx: Ctx): Bag => sum(transactionsOf(refund, ctx).filter((t) => t.status === "SUCCESS").map((t) => t.amount));

function dutiesOf(refund: RefundRecord, order: OrderRecord, ctx: Ctx): object[] {
  const all = linesOf(ctx.shop, order).flatMap((l) => l.dutyCharges);
  return refund.duties.map((d) => {
    const duty = all.find((one) => one.id === d.dutyId);
    return { __typename: "RefundDuty", amountSet: bagOf(d.amount, order), originalDuty: duty ? dutyOf(duty, order) : null };
  });
}

const refundFieldsOfRecord: Record<string, Field> = {
  legacyResourceId: (r) => tailOf(r.id),
  order: (r, _args, ctx) => orderOf(ctx.shop, r),
  return: (r, _args, ctx) => (r.returnId ? (ctx.shop.returns.get(r.returnId) ?? null) : null),
  totalRefundedSet: (r, _args, ctx) => bagOf(totalOf(r, ctx), orderOf(ctx.shop, r)),
  totalRefunded: (r, _args, ctx) => bagOf(totalOf(r, ctx), orderOf(ctx.shop, r)).shopMoney,
  refundLineItems: (r, args: ConnectionArgs) => connection(r.lines, args),
  refundShippingLines: (r, args: ConnectionArgs, ctx) => {
    const order = orderOf(ctx.shop, r);
    return connection(r.shipping.map((s) => ({
      __typename: "RefundShippingLine", id: s.id, shippingLine: order.shippingLines.find((l) => l.id === s.shippingLineId) ?? null,
      subtotalAmountSet: bagOf(s.subtotal, order), taxAmountSet: bagOf(s.tax, order),
    })), args);
  },
  duties: (r, _args, ctx) => dutiesOf(r, orderOf(ctx.shop, r), ctx),
  transactions: (r, args: ConnectionArgs, ctx) => connection(transactionsOf(r, ctx), args),
  orderAdjustments: (r, args: ConnectionArgs, ctx) => {
    const order = orderOf(ctx.shop, r);
    return connection(r.adjustments.map((a) => ({ __typename: a.__typename, id: a.id, reason: a.reason, amountSet: bagOf(a.amount, order), taxAmountSet: bagOf(ZERO, order) })), args);
  },
  staffMember: () => null,
};

const orderOfLine = (line: RefundLineRecord, ctx: Ctx): OrderRecord => orderOf(ctx.shop, lineItemBy(ctx.shop, line.lineItemId));
const money = (of: (line: RefundLineRecord, ctx: Ctx) => Bag): LineField => (line, _args, ctx) => bagOf(of(line, ctx), orderOfLine(line, ctx));
const plain = (of: (line: RefundLineRecord, ctx: Ctx) => Bag): LineField => (line, _args, ctx) => priceText(of(line, ctx).shop, orderOfLine(line, ctx).currencyCode);

/** Price of a unit as ordered. */
const unitPrice = (line: RefundLineRecord, ctx: Ctx): Bag => lineItemBy(ctx.shop, line.lineItemId).unitPrice;

const refundLineFields: Record<string, LineField> = {
  lineItem: (line, _args, ctx) => lineItemBy(ctx.shop, line.lineItemId),
  location: (line, _args, ctx) => (line.locationId ? (ctx.shop.locations.get(line.locationId) ?? null) : null),
  price: plain(unitPrice), priceSet: money(unitPrice),
  subtotal: plain((l) => l.subtotal), subtotalSet: money((l) => l.subtotal),
  totalTax: plain((l) => l.tax), totalTaxSet: money((l) => l.tax),
};

export const refundFields: FieldMap = {
  Query: { refund: (args: { id: string }, ctx: Ctx) => ctx.shop.refunds.get(idOf(args.id, "Refund")) ?? null },
  Mutation: { refundCreate },
  Order: { suggestedRefund },
  Refund: refundFieldsOfRecord,
  RefundLineItem: refundLineFields,
};

export const refundNodes: NodeMap = { Refund: (ctx, id) => ctx.shop.refunds.get(id) };
