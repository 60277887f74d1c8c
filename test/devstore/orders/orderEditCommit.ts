import type { Ctx } from "../kernel/context.ts";
import { addLine, openFulfillmentOrder, withdraw } from "../fulfillments/plan.ts";
import { fulfillingLocation } from "../fulfillments/fulfillingLocation.ts";
import { refuse } from "../kernel/refused.ts";
import { basisOf, calculatedOrderId, sessionOrRefuse, type EditSession } from "./editSession.ts";
import { currentQuantity } from "./lineMoney.ts";
import { fulfillmentOrdersOf, held, orderOf } from "./lookup.ts";
import type { LineItemRecord, OrderRecord } from "./order.ts";
import { restock } from "./stock.ts";
import { touch } from "./touch.ts";

type Args = { id: string; notifyCustomer?: boolean | null; staffNote?: string | null };
type Change = { id: string; delta: number };

/** `orderEditCommit`: the working copies become the order's lines. An order that was changed meanwhile refuses (assumed). */
export function orderEditCommit(args: Args, ctx: Ctx): object {
  const session = sessionOrRefuse(ctx, args.id);
  const order = orderOf(ctx.shop, session);
  if (session.basis !== basisOf(ctx, order)) refuse(["id"], "The order has changed since the edit began.");
  const { additions, removals } = takeOver(ctx, order, session);
  session.committed = true;
  order.edited = true;
  ctx.emit("orders/edited", order.id, { editId: calculatedOrderId(session), notifyCustomer: args.notifyCustomer ?? false, staffNote: args.staffNote ?? "", additions, removals });
  touch(ctx, order);
  return { order, successMessages: ["Order updated"] };
}

function takeOver(ctx: Ctx, order: OrderRecord, session: EditSession): { additions: Change[]; removals: Change[] } {
  const additions: Change[] = [];
  const removals: Change[] = [];
  order.discounts = session.discounts;
  order.shippingLines = session.shippingLines;
  session.addedShippingIds.forEach((id) => ctx.shop.ownerOf.set(id, order.id));
  for (const line of session.lines) {
    const before = ctx.shop.lineItems.get(line.id);
    const delta = currentQuantity(line) - (before ? currentQuantity(before) : 0);
    ctx.shop.lineItems.set(line.id, line);
    if (!before) order.lineItemIds.push(line.id);
    if (delta > 0) more(ctx, order, line, delta);
    if (delta < 0) fewer(ctx, order, line, -delta, session.restockIds.includes(line.id));
    if (delta !== 0) (delta > 0 ? additions : removals).push({ id: line.id, delta });
  }
  return { additions, removals };
}

/** More units wait in the open fulfillment order that has the line, or in a new one. */
function more(ctx: Ctx, order: OrderRecord, line: LineItemRecord, units: number): void {
  const open = fulfillmentOrdersOf(ctx.shop, order).find((o) => o.status === "OPEN" || o.status === "IN_PROGRESS");
  const known = open?.lines.find((l) => l.lineItemId === line.id);
  if (known) {
    known.totalQuantity += units;
    known.remainingQuantity += units;
  } else if (open) addLine(ctx.shop, held(ctx.shop.fulfillmentOrders, open.id), line.id, units);
  else openFulfillmentOrder(ctx, order, [{ line, quantity: units }]);
}

function fewer(ctx: Ctx, order: OrderRecord, line: LineItemRecord, units: number, back: boolean): void {
  withdraw(ctx, order, line.id, units);
  if (back) restock(ctx, line, units, fulfillingLocation(ctx.shop));
}
