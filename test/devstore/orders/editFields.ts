import type { Ctx, FieldMap, NodeMap } from "../kernel/context.ts";
import { connection, type ConnectionArgs } from "../kernel/connection.ts";
import { gid, tailOf } from "../kernel/ids.ts";
import { minus, bagOf, piece, type Bag } from "./bag.ts";
import { pricingValue } from "./discountFields.ts";
import { calculatedId, calculatedOrderId, drafted, draftTotals, editable, orderEditBegin, type EditSession } from "./editSession.ts";
import { currentQuantity, discountsOfLevel, gone, gross, net } from "./lineMoney.ts";
import { orderOf } from "./lookup.ts";
import type { LineItemRecord } from "./order.ts";
import { calculated, orderEditAddCustomItem, orderEditAddLineItemDiscount, orderEditAddVariant, orderEditRemoveDiscount, orderEditSetQuantity, orderEditUpdateDiscount } from "./orderEdit.ts";
import { calculatedShippingLine, orderEditAddShippingLine, orderEditRemoveShippingLine, orderEditUpdateShippingLine } from "./editShipping.ts";
import { orderEditCommit } from "./orderEditCommit.ts";
import { allocationsOf } from "./discountFields.ts";
import { variantOfLine } from "./soldVariant.ts";
import { standingOf } from "./standing.ts";
import { taxLineOf } from "./taxLine.ts";

type Calculated = { line: LineItemRecord; session: EditSession };
type OrderField = (session: EditSession, args: never, ctx: Ctx) => unknown;
type LineField = (source: Calculated, args: object, ctx: Ctx) => unknown;

const existing = (session: EditSession): LineItemRecord[] => session.lines.filter((l) => !session.addedIds.includes(l.id));
const added = (session: EditSession): LineItemRecord[] => session.lines.filter((l) => session.addedIds.includes(l.id));
const changesOf = (session: EditSession, ctx: Ctx, lineId?: string): object[] =>
  session.changes.filter((c) => lineId === undefined || c.lineId === lineId).map((c) => changeOut(c, session, ctx));

function changeOut(change: EditSession["changes"][number], session: EditSession, ctx: Ctx): object {
  const lineItem = change.lineId ? (ctx.shop.lineItems.get(change.lineId) ?? null) : null;
  const discount = typeof change.index === "number" ? session.discounts[change.index] : undefined;
  return { ...change, lineItem, session, ...(discount ? { description: discount.label } : {}) };
}

const applicationOf = (index: number, session: EditSession, ctx: Ctx): object | null => {
  const discount = session.discounts[index];
  const id = session.discountIds[index];
  if (!discount || !id) return null;
  return {
    __typename: "CalculatedManualDiscountApplication", id, description: discount.label, allocationMethod: "EACH", appliedTo: "LINE",
    targetSelection: "EXPLICIT", targetType: discount.target, value: pricingValue(discount.value, orderOf(ctx.shop, session)),
  };
};

const orderFieldsOfSession: Record<string, OrderField> = {
  id: calculatedOrderId,
  originalOrder: (s, _args, ctx) => orderOf(ctx.shop, s),
  lineItems: (s, args: ConnectionArgs) => connection(existing(s).map((l) => withId(s, l)), args),
  addedLineItems: (s, args: ConnectionArgs) => connection(added(s).map((l) => withId(s, l)), args),
  addedDiscountApplications: (s, args: ConnectionArgs, ctx) => connection(Object.keys(s.discountIds).map((i) => applicationOf(Number(i), s, ctx)), args),
  shippingLines: (s, _args, ctx) => s.shippingLines.map((line) => calculatedShippingLine(ctx, s, line)),
  stagedChanges: (s, args: ConnectionArgs, ctx) => connection(changesOf(s, ctx), args),
  subtotalLineItemsQuantity: (s, _args, ctx) => draftTotals(ctx, s).quantity,
  subtotalPriceSet: (s, _args, ctx) => bagOf(draftTotals(ctx, s).subtotal, orderOf(ctx.shop, s)),
  totalPriceSet: (s, _args, ctx) => bagOf(draftTotals(ctx, s).total, orderOf(ctx.shop, s)),
  cartDiscountAmountSet: (s, _args, ctx) => bagOf(draftTotals(ctx, s).cartDiscounts, orderOf(ctx.shop, s)),
  totalOutstandingSet: (s, _args, ctx) => bagOf(minus(draftTotals(ctx, s).total, standingOf(ctx.shop, orderOf(ctx.shop, s)).payments.net), orderOf(ctx.shop, s)),
  taxLines: (s, _args, ctx) => draftTotals(ctx, s).taxes.map(taxLineOf(orderOf(ctx.shop, s))),
  notificationPreviewHtml: () => null,
  notificationPreviewTitle: (s, _args, ctx) => `Order ${orderOf(ctx.shop, s).name} updated`,
};

/** Cursors and ids of calculated lines are their own. */
const withId = (session: EditSession, line: LineItemRecord): object => ({ ...calculated(session, line), id: calculatedId(line) });

const unitAfterOwn = (line: LineItemRecord, session: EditSession): Bag => piece(minus(gross(line), discountsOfLevel(line, session.discounts, "LINE")), line.quantity, 0, 1);
const subtotal = (source: Calculated, ctx: Ctx, from: number, to: number): object => bagOf(piece(net(source.line), source.line.quantity, from, to), drafted(ctx, source.session));

const lineFields: Record<string, LineField> = {
  id: ({ line }) => calculatedId(line),
  title: ({ line }) => line.title,
  variantTitle: ({ line }) => line.variantTitle,
  sku: ({ line }) => line.sku,
  quantity: ({ line }) => currentQuantity(line),
  customAttributes: ({ line }) => line.customAttributes,
  editableQuantity: ({ line, session }, _args, ctx) => Math.min(currentQuantity(line), editable(ctx, session, line)),
  editableQuantityBeforeChanges: ({ line, session }, _args, ctx) => (ctx.shop.lineItems.has(line.id) ? editable(ctx, session, line) : 0),
  editableSubtotalSet: (source, _args, ctx) => subtotal(source, ctx, gone(source.line), gone(source.line) + Math.min(currentQuantity(source.line), editable(ctx, source.session, source.line))),
  uneditableSubtotalSet: (source, _args, ctx) => subtotal(source, ctx, gone(source.line) + Math.min(currentQuantity(source.line), editable(ctx, source.session, source.line)), source.line.quantity),
  originalUnitPriceSet: ({ line, session }, _args, ctx) => bagOf(line.unitPrice, orderOf(ctx.shop, session)),
  discountedUnitPriceSet: ({ line, session }, _args, ctx) => bagOf(unitAfterOwn(line, session), orderOf(ctx.shop, session)),
  hasStagedLineItemDiscount: ({ line, session }) => line.allocations.some((a) => session.discountIds[a.index] !== undefined),
  calculatedDiscountAllocations: ({ line, session }, _args, ctx) => line.allocations.flatMap((a) => {
    const discountApplication = applicationOf(a.index, session, ctx);
    return discountApplication ? [{ __typename: "CalculatedDiscountAllocation", allocatedAmountSet: bagOf(a.amount, orderOf(ctx.shop, session)), discountApplication }] : [];
  }),
  discountAllocations: ({ line, session }, _args, ctx) => allocationsOf(line.allocations, session.discounts, orderOf(ctx.shop, session)),
  restockable: ({ line }) => line.variantId !== null,
  restocking: ({ line, session }) => session.restockIds.includes(line.id),
  stagedChanges: ({ line, session }, _args, ctx) => changesOf(session, ctx, line.id),
  variant: ({ line }, _args, ctx) => variantOfLine(ctx.shop, line),
  image: () => null,
};

export const editFields: FieldMap = {
  Query: {
    orderEditSession: (args: { id: string }, ctx: Ctx) => (ctx.shop.editSessions.has(tailOf(args.id)) ? { __typename: "OrderEditSession", id: gid("OrderEditSession", tailOf(args.id)) } : null),
  },
  Mutation: {
    orderEditBegin, orderEditSetQuantity, orderEditAddVariant, orderEditAddCustomItem, orderEditAddLineItemDiscount, orderEditRemoveDiscount,
    orderEditRemoveLineItemDiscount: orderEditRemoveDiscount, orderEditUpdateDiscount, orderEditAddShippingLine, orderEditUpdateShippingLine,
    orderEditRemoveShippingLine, orderEditCommit,
  },
  CalculatedOrder: orderFieldsOfSession,
  CalculatedLineItem: lineFields,
  OrderStagedChangeAddLineItemDiscount: {
    value: (change: { index: number; session: EditSession }, _args: object, ctx: Ctx) => {
      const discount = change.session.discounts[change.index];
      return discount ? pricingValue(discount.value, orderOf(ctx.shop, change.session)) : null;
    },
  },
};

export const editNodes: NodeMap = {
  CalculatedOrder: (ctx, id) => ctx.shop.editSessions.get(tailOf(id)),
  OrderEditSession: (ctx, id) => (ctx.shop.editSessions.has(tailOf(id)) ? { __typename: "OrderEditSession", id } : null),
};

