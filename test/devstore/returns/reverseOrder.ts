import type { Ctx } from "../kernel/context.ts";
import { newId } from "../kernel/ids.ts";
import { reverseOrdersOf } from "../orders/lookup.ts";
import type { ReturnRecord, ReverseOrderRecord } from "./return.ts";

/** The reverse fulfillment order of a return that became OPEN: one line per return line (recorded: return-reverse-logistics). */
export function openReverseOrder(ctx: Ctx, ret: ReturnRecord): void {
  if (ret.lines.length === 0) return;
  const id = newId(ctx.shop, "ReverseFulfillmentOrder");
  const record: ReverseOrderRecord = { __typename: "ReverseFulfillmentOrder", id, returnId: ret.id, orderId: ret.orderId, status: "OPEN", lines: [], deliveryIds: [] };
  for (const line of ret.lines) {
    const lineId = newId(ctx.shop, "ReverseFulfillmentOrderLineItem");
    ctx.shop.ownerOf.set(lineId, id);
    record.lines.push({ __typename: "ReverseFulfillmentOrderLineItem", id: lineId, reverseOrderId: id, returnLineId: line.id, fulfillmentLineId: line.fulfillmentLineId, totalQuantity: line.quantity, dispositions: [] });
  }
  ctx.shop.reverseOrders.set(id, record);
  ret.reverseOrderIds.push(id);
}

/** Sets the status of a return's reverse fulfillment orders; one that is done stays so. */
export function setReverseStatus(ctx: Ctx, ret: ReturnRecord, status: ReverseOrderRecord["status"]): void {
  for (const order of reverseOrdersOf(ctx.shop, ret)) order.status = status === "OPEN" && isDone(order) ? "CLOSED" : status;
}

/** Whether every unit has a disposition. */
export const isDone = (order: ReverseOrderRecord): boolean => order.lines.every((l) => disposed(l) >= l.totalQuantity);
export const disposed = (line: ReverseOrderRecord["lines"][number]): number => line.dispositions.reduce((n, d) => n + d.quantity, 0);
