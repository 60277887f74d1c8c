import { instantOf } from "../kernel/clock.ts";
import type { Ctx } from "../kernel/context.ts";
import { hasScope } from "../kernel/scopes.ts";
import type { OrderRecord } from "./order.ts";

const DAY_MS = 86_400_000;
const SIXTY_DAYS_MS = 60 * DAY_MS;

/** Orders created more than sixty days ago are there only for `read_all_orders` (documented: access scopes, "Orders permissions"). */
export function isReadable(ctx: Ctx, order: OrderRecord): boolean {
  return hasScope(ctx.token, "read_all_orders") || Date.parse(order.createdAt) >= instantOf(ctx.shop.clock) - SIXTY_DAYS_MS;
}
