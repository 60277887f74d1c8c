import type { Ctx } from "../kernel/context.ts";
import { refuse } from "../kernel/refused.ts";
import { piece } from "../orders/bag.ts";
import { orderOf, reverseOrdersOf } from "../orders/lookup.ts";
import { touch } from "../orders/touch.ts";
import type { ExchangeLineRecord, ReturnLineRecord, ReturnRecord } from "./return.ts";
import { closed, returnOrRefuse } from "./transitions.ts";

type LineInput = { returnLineItemId: string; quantity: number };
type ExchangeInput = { exchangeLineItemId: string; quantity: number };
type Args = { returnId: string; returnLineItems?: LineInput[] | null; exchangeLineItems?: ExchangeInput[] | null };
type Taken<T> = { line: T; quantity: number };

/** `removeFromReturn` and `returnLineItemRemoveFromReturn`: with its last line the return is closed (recorded: order-return-status). */
export function removeFromReturn(args: Args, ctx: Ctx): { return: ReturnRecord } {
  const ret = returnOrRefuse(ctx, args.returnId, ["returnId"]);
  if (!["OPEN", "REQUESTED"].includes(ret.status)) refuse(["returnId"], "Return is not editable. Only returns with status REQUESTED or OPEN can be changed.", "INVALID_STATE");
  const lines = taken(ret.lines, (args.returnLineItems ?? []).map((l) => ({ id: l.returnLineItemId, quantity: l.quantity })), "returnLineItems", "Return");
  const exchanges = taken(ret.exchanges, (args.exchangeLineItems ?? []).map((l) => ({ id: l.exchangeLineItemId, quantity: l.quantity })), "exchangeLineItems", "Exchange");
  lines.forEach((one) => shrink(ctx, ret, one));
  exchanges.forEach(({ line, quantity }) => { line.quantity -= quantity; });
  ret.lines = ret.lines.filter((l) => l.quantity > 0);
  ret.exchanges = ret.exchanges.filter((l) => l.quantity > 0);
  ctx.emit("returns/update", ret.id, { removals: lines.map(({ line, quantity }) => ({ id: line.id, delta: -quantity })) });
  if (ret.lines.length === 0 && ret.exchanges.length === 0) return closed(ctx, ret);
  touch(ctx, orderOf(ctx.shop, ret));
  return { return: ret };
}

/** Zero has no field and its own code, too many has both (recorded: return-quantity-validation). */
function taken<T extends ReturnLineRecord | ExchangeLineRecord>(lines: readonly T[], inputs: readonly { id: string; quantity: number }[], list: string, word: string): Taken<T>[] {
  const asked = new Map<string, number>();
  return inputs.map((input, i) => {
    if (input.quantity <= 0) refuse(null, "Quantity must be greater than 0", "GREATER_THAN");
    const line = lines.find((l) => l.id === input.id);
    if (!line) return refuse([list, String(i), `${word.toLowerCase()}LineItemId`], `${word} line item was not found.`, "NOT_FOUND");
    const total = (asked.get(line.id) ?? 0) + input.quantity;
    asked.set(line.id, total);
    if (total > line.quantity - line.processedQuantity) refuse([list, String(i), "quantity"], `${word} line item has an invalid quantity.`, "INVALID");
    return { line, quantity: input.quantity };
  });
}

/** Fewer units: the fee and the reverse fulfillment order shrink with them. */
function shrink(ctx: Ctx, ret: ReturnRecord, { line, quantity }: Taken<ReturnLineRecord>): void {
  const fee = line.restockingFee;
  if (fee) fee.total = piece(fee.total, line.quantity, 0, line.quantity - quantity);
  line.quantity -= quantity;
  for (const order of reverseOrdersOf(ctx.shop, ret)) {
    for (const reverse of order.lines) if (reverse.returnLineId === line.id) reverse.totalQuantity = line.quantity;
    order.lines = order.lines.filter((l) => l.totalQuantity > 0);
  }
}
