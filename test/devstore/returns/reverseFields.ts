import type { Ctx, FieldMap, NodeMap } from "../kernel/context.ts";
import { connection, type ConnectionArgs } from "../kernel/connection.ts";
import { idOf } from "../kernel/ids.ts";
import { fulfillmentLineHeld, held, orderOf, reverseLineBy } from "../orders/lookup.ts";
import { reverseFulfillmentOrderDispose } from "./dispose.ts";
import type { DispositionRecord, ReverseDeliveryRecord, ReverseLineRecord, ReverseOrderRecord } from "./return.ts";
import { deliverableOf, reverseDeliveryCreateWithShipping, reverseDeliveryShippingUpdate } from "./reverseDelivery.ts";

type DeliveryLine = ReverseDeliveryRecord["lines"][number];

function lineBehind(ctx: Ctx, id: string): ReverseLineRecord {
  const line = reverseLineBy(ctx.shop, id);
  if (!line) throw new Error(`dangling id ${id}`);
  return line;
}

export const reverseFields: FieldMap = {
  Query: {
    reverseFulfillmentOrder: (args: { id: string }, ctx: Ctx) => ctx.shop.reverseOrders.get(idOf(args.id, "ReverseFulfillmentOrder")) ?? null,
    reverseDelivery: (args: { id: string }, ctx: Ctx) => ctx.shop.reverseDeliveries.get(idOf(args.id, "ReverseDelivery")) ?? null,
  },
  Mutation: { reverseFulfillmentOrderDispose, reverseDeliveryCreateWithShipping, reverseDeliveryShippingUpdate },
  ReverseFulfillmentOrder: {
    order: (o: ReverseOrderRecord, _args: object, ctx: Ctx) => orderOf(ctx.shop, o),
    lineItems: (o: ReverseOrderRecord, args: ConnectionArgs) => connection(o.lines, args),
    reverseDeliveries: (o: ReverseOrderRecord, args: ConnectionArgs, ctx: Ctx) => connection(o.deliveryIds.map((id) => held(ctx.shop.reverseDeliveries, id)), args),
    thirdPartyConfirmation: () => null,
  },
  ReverseFulfillmentOrderLineItem: {
    fulfillmentLineItem: (l: ReverseLineRecord, _args: object, ctx: Ctx) => fulfillmentLineHeld(ctx.shop, l.fulfillmentLineId),
  },
  ReverseFulfillmentOrderDisposition: {
    location: (d: DispositionRecord, _args: object, ctx: Ctx) => (d.locationId ? (ctx.shop.locations.get(d.locationId) ?? null) : null),
  },
  ReverseDelivery: {
    reverseFulfillmentOrder: (d: ReverseDeliveryRecord, _args: object, ctx: Ctx) => held(ctx.shop.reverseOrders, d.reverseOrderId),
    reverseDeliveryLineItems: (d: ReverseDeliveryRecord, args: ConnectionArgs) => connection(d.lines, args),
    deliverable: deliverableOf,
  },
  ReverseDeliveryLineItem: {
    reverseFulfillmentOrderLineItem: (l: DeliveryLine, _args: object, ctx: Ctx) => lineBehind(ctx, l.reverseLineId),
    dispositions: (l: DeliveryLine, _args: object, ctx: Ctx) => lineBehind(ctx, l.reverseLineId).dispositions,
  },
};

export const reverseNodes: NodeMap = {
  ReverseFulfillmentOrder: (ctx, id) => ctx.shop.reverseOrders.get(id),
  ReverseFulfillmentOrderLineItem: (ctx, id) => reverseLineBy(ctx.shop, id),
  ReverseDelivery: (ctx, id) => ctx.shop.reverseDeliveries.get(id),
};
