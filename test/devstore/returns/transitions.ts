import type { Ctx } from "../kernel/context.ts";
import { idOf } from "../kernel/ids.ts";
import { refuse } from "../kernel/refused.ts";
import { orderOf, reverseOrdersOf } from "../orders/lookup.ts";
import { touch } from "../orders/touch.ts";
import type { ReturnRecord, ReturnStatus } from "./return.ts";
import { disposed, openReverseOrder, setReverseStatus } from "./reverseOrder.ts";

type Answer = { return: ReturnRecord };

/** The return of a request, or the recorded refusal. */
export function returnOrRefuse(ctx: Ctx, id: string, field: readonly string[]): ReturnRecord {
  return ctx.shop.returns.get(idOf(id, "Return")) ?? refuse(field, "Return not found.", "NOT_FOUND");
}

function moved(ctx: Ctx, ret: ReturnRecord, status: ReturnStatus, topic: string): Answer {
  ret.status = status;
  ctx.emit(topic, ret.id);
  touch(ctx, orderOf(ctx.shop, ret));
  return { return: ret };
}

/** `returnApproveRequest`: of REQUESTED returns only (recorded: return-approve-decline). */
export function returnApproveRequest({ input }: { input: { id: string } }, ctx: Ctx): Answer {
  const ret = returnOrRefuse(ctx, input.id, ["input", "id"]);
  if (ret.status !== "REQUESTED") refuse(["input", "id"], "Return is not approvable. Only returns with status REQUESTED can be approved.", "INVALID_STATE");
  ret.requestApprovedAt = ctx.now();
  openReverseOrder(ctx, ret);
  const order = orderOf(ctx.shop, ret);
  if (!order.cancelledAt) order.closedAt = null;
  return moved(ctx, ret, "OPEN", "returns/approve");
}

type Decline = { id: string; declineReason: string; declineNote?: string | null };

/** `returnDeclineRequest` (recorded: return-approve-decline; the length of the note is the schema's). */
export function returnDeclineRequest({ input }: { input: Decline }, ctx: Ctx): Answer {
  const ret = returnOrRefuse(ctx, input.id, ["input", "id"]);
  if (ret.status === "DECLINED") refuse(["input", "id"], "The return is already declined.", "INVALID_STATE");
  if (ret.status !== "REQUESTED") refuse(["input", "id"], "Return is not declinable. Only non-refunded returns with status REQUESTED can be declined.", "INVALID_STATE");
  if ((input.declineNote?.length ?? 0) > 500) refuse(["input", "declineNote"], "Decline note is too long (maximum is 500 characters)", "TOO_LONG");
  ret.decline = { __typename: "ReturnDecline", reason: input.declineReason, note: input.declineNote ?? null };
  return moved(ctx, ret, "DECLINED", "returns/decline");
}

/** Something was received, inspected or paid back (schema: returnCancel). */
function workDone(ctx: Ctx, ret: ReturnRecord): boolean {
  const touched = ret.lines.some((l) => l.processedQuantity > 0 || l.refundedQuantity > 0) || ret.exchanges.some((e) => e.processedQuantity > 0);
  return touched || ret.refundIds.length > 0 || reverseOrdersOf(ctx.shop, ret).some((o) => o.lines.some((l) => disposed(l) > 0));
}

/** `returnCancel`; texts of its refusals are assumed. */
export function returnCancel({ id }: { id: string }, ctx: Ctx): Answer {
  const ret = returnOrRefuse(ctx, id, ["id"]);
  if (!["OPEN", "REQUESTED"].includes(ret.status) || workDone(ctx, ret)) {
    refuse(["id"], "Return is not cancelable. Only non-refunded and non-processed returns with status REQUESTED or OPEN can be canceled.", "INVALID_STATE");
  }
  setReverseStatus(ctx, ret, "CANCELED");
  return moved(ctx, ret, "CANCELED", "returns/cancel");
}

/** `returnClose`, processed or not (recorded: order-return-status). */
export function returnClose({ id }: { id: string }, ctx: Ctx): Answer {
  const ret = returnOrRefuse(ctx, id, ["id"]);
  if (ret.status !== "OPEN") refuse(["id"], "Return is not closable. Only returns with status OPEN can be closed.", "INVALID_STATE");
  return closed(ctx, ret);
}

export function closed(ctx: Ctx, ret: ReturnRecord): Answer {
  ret.closedAt = ctx.now();
  setReverseStatus(ctx, ret, "CLOSED");
  return moved(ctx, ret, "CLOSED", "returns/close");
}

/** `returnReopen`. */
export function returnReopen({ id }: { id: string }, ctx: Ctx): Answer {
  const ret = returnOrRefuse(ctx, id, ["id"]);
  if (ret.status !== "CLOSED") refuse(["id"], "Return is not reopenable. Only returns with status CLOSED can be reopened.", "INVALID_STATE");
  ret.closedAt = null;
  setReverseStatus(ctx, ret, "OPEN");
  return moved(ctx, ret, "OPEN", "returns/reopen");
}
