import type { Ctx } from "../kernel/context.ts";
import { gid, idOf, newId, newUuidId, tailOf } from "../kernel/ids.ts";
import { refuse } from "../kernel/refused.ts";
import { unfulfilled } from "../fulfillments/plan.ts";
import { linesOf, orderOf } from "./lookup.ts";
import type { Discount, LineItemRecord, OrderRecord, ShippingLineRecord } from "./order.ts";
import { orderOrRefuse } from "./orderUpdate.ts";
import { totalsAsOrdered, totalsNow, type Totals } from "./totals.ts";

/** A change of an edit as staged, in order: what `stagedChanges` lists. */
export type StagedChange = { __typename: string; id: string; lineId: string | null; [field: string]: unknown };

/** An order being edited: working copies of its lines, the discounts added so far and what was done. */
export type EditSession = {
  __typename: "CalculatedOrder";
  /** Shared by the calculated order and the session (recorded: order-edit-money-math). */
  number: string;
  orderId: string;
  committed: boolean;
  /** What the edit started from: an order that has changed since cannot take it over. */
  basis: string;
  /** Copies of the order's lines and of new ones; their ids are line items'. */
  lines: LineItemRecord[];
  addedIds: string[];
  /** Lines whose removed units go back on the shelf. */
  restockIds: string[];
  shippingLines: ShippingLineRecord[];
  addedShippingIds: string[];
  discounts: Discount[];
  /** Application ids of staged discounts, by the discount's index. */
  discountIds: Record<number, string>;
  changes: StagedChange[];
};

/** A calculated line is shown under the number of its line item. */
export const calculatedId = (line: LineItemRecord): string => gid("CalculatedLineItem", tailOf(line.id));
export const calculatedOrderId = (session: EditSession): string => gid("CalculatedOrder", session.number);

/** `orderEditBegin`. */
export function orderEditBegin({ id }: { id: string }, ctx: Ctx): object {
  const order = orderOrRefuse(ctx, id, ["id"]);
  if (order.cancelledAt) refuse(["id"], "The order cannot be edited.");
  const session: EditSession = {
    __typename: "CalculatedOrder", number: tailOf(newId(ctx.shop, "CalculatedOrder")), orderId: order.id, committed: false, basis: basisOf(ctx, order),
    lines: structuredClone(linesOf(ctx.shop, order)), addedIds: [], restockIds: [], shippingLines: structuredClone(order.shippingLines), addedShippingIds: [],
    discounts: structuredClone(order.discounts), discountIds: {}, changes: [],
  };
  ctx.shop.editSessions.set(session.number, session);
  return answer(session);
}

/** Everything of an order that an edit works on, as one text. */
export const basisOf = (ctx: Ctx, order: OrderRecord): string => JSON.stringify([linesOf(ctx.shop, order), order.shippingLines, order.discounts, order.cancelledAt]);

/** What every edit answers besides its own. */
export const answer = (session: EditSession): { calculatedOrder: EditSession; orderEditSession: object } =>
  ({ calculatedOrder: session, orderEditSession: { __typename: "OrderEditSession", id: gid("OrderEditSession", session.number) } });

/** The open session of a request, by the id of its calculated order or of itself. */
export function sessionOrRefuse(ctx: Ctx, id: string): EditSession {
  const session = ctx.shop.editSessions.get(tailOf(idOf(id, "CalculatedOrder", "OrderEditSession")));
  if (!session || session.committed) return refuse(["id"], "The calculated order does not exist.");
  return session;
}

/** A line of a session, by its calculated id or its line item's. */
export function lineOrRefuse(session: EditSession, id: string): LineItemRecord {
  idOf(id, "CalculatedLineItem", "LineItem");
  return session.lines.find((l) => tailOf(l.id) === tailOf(id)) ?? refuse(["lineItemId"], "The line item does not exist.");
}

/** The order as it would be. */
export function drafted(ctx: Ctx, session: EditSession): OrderRecord {
  return { ...orderOf(ctx.shop, session), discounts: session.discounts, shippingLines: session.shippingLines };
}

export const draftTotals = (ctx: Ctx, session: EditSession): Totals => totalsNow(drafted(ctx, session), session.lines);
export const draftTotalsAsOrdered = (ctx: Ctx, session: EditSession): Totals => totalsAsOrdered(drafted(ctx, session), session.lines);

/** Units of a line that an edit may change: those not fulfilled (schema: orderEditCommit, "only unfulfilled line items"). */
export function editable(ctx: Ctx, session: EditSession, line: LineItemRecord): number {
  const original = ctx.shop.lineItems.get(line.id);
  return original ? unfulfilled(ctx.shop, orderOf(ctx.shop, session), line.id) : line.quantity;
}

export function stage(session: EditSession, type: string, line: LineItemRecord | null, fields: Record<string, unknown>): StagedChange {
  const change: StagedChange = { __typename: type, id: newUuidId(type), lineId: line?.id ?? null, ...fields };
  session.changes.push(change);
  return change;
}
