import type { Ctx } from "../kernel/context.ts";
import type { OrderRecord } from "./order.ts";

/** Says that an order changed: its time of update and the webhook. */
export function touch(ctx: Ctx, order: OrderRecord): void {
  order.updatedAt = ctx.now();
  ctx.emit("orders/updated", order.id);
}
