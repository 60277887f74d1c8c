import type { Ctx } from "../kernel/context.ts";
import { refuse } from "../kernel/refused.ts";
import { addressOf, type AddressInput } from "./address.ts";
import { orderBy } from "./lookup.ts";
import type { OrderRecord } from "./order.ts";
import { checkMetafields } from "../catalogue/metafield.ts";
import { setOrderMetafields } from "./orderMetafields.ts";
import { sortedTags } from "../catalogue/tags.ts";
import { touch } from "./touch.ts";

type Update = {
  id: string;
  email?: string | null;
  phone?: string | null;
  note?: string | null;
  poNumber?: string | null;
  tags?: string[] | null;
  customAttributes?: { key: string; value: string }[] | null;
  shippingAddress?: AddressInput | null;
  metafields?: Record<string, unknown>[] | null;
};

type Answer = { order: OrderRecord };

/** The order of a request, or the refusal that there is none. */
export function orderOrRefuse(ctx: Ctx, id: string, field: readonly string[] = ["id"], code: string | null = null): OrderRecord {
  return orderBy(ctx.shop, id) ?? refuse(field, "Order does not exist", code);
}

/** `orderUpdate`: what is sent is replaced, what is not stays. */
export function orderUpdate({ input }: { input: Update }, ctx: Ctx): Answer {
  const order = orderOrRefuse(ctx, input.id);
  checkMetafields(ctx, "Order", order.id, input.metafields, ["input", "metafields"]);
  for (const key of ["email", "phone", "note", "poNumber"] as const) if (input[key] !== undefined) order[key] = input[key] ?? null;
  if (input.tags) order.tags = sortedTags(input.tags);
  if (input.customAttributes) order.customAttributes = input.customAttributes;
  if (input.shippingAddress !== undefined) order.shippingAddress = addressOf(ctx.shop, input.shippingAddress);
  setOrderMetafields(ctx, order, input.metafields ?? [], "input");
  touch(ctx, order);
  return { order };
}

/** `orderClose`. */
export function orderClose({ input }: { input: { id: string } }, ctx: Ctx): Answer {
  const order = orderOrRefuse(ctx, input.id);
  if (order.closedAt === null) {
    order.closedAt = ctx.now();
    touch(ctx, order);
  }
  return { order };
}

/** `orderOpen`. */
export function orderOpen({ input }: { input: { id: string } }, ctx: Ctx): Answer {
  const order = orderOrRefuse(ctx, input.id);
  if (order.cancelledAt !== null) refuse(["id"], "Order is canceled and cannot be opened.");
  order.closedAt = null;
  touch(ctx, order);
  return { order };
}

/** `orderCustomerSet` and `orderCustomerRemove`. */
export function orderCustomerSet(args: { orderId: string; customerId?: string }, ctx: Ctx): Answer {
  const order = orderOrRefuse(ctx, args.orderId, ["orderId"], "NOT_FOUND");
  if (args.customerId && !ctx.shop.customers.has(args.customerId)) refuse(["customerId"], "Customer does not exist", "NOT_FOUND");
  order.customerId = args.customerId ?? null;
  touch(ctx, order);
  return { order };
}

/** `orderInvoiceSend`: nothing is sent from here; an order without an e-mail address is refused (assumed). */
export function orderInvoiceSend(args: { id: string; email?: { to?: string | null } | null }, ctx: Ctx): Answer {
  const order = orderOrRefuse(ctx, args.id);
  if (!(args.email?.to ?? order.email)) refuse(null, "To can't be blank");
  return { order };
}
