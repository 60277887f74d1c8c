import type { Ctx, FieldMap, NodeMap } from "../kernel/context.ts";
import { connection, type ConnectionArgs } from "../kernel/connection.ts";
import { idOf, tailOf } from "../kernel/ids.ts";
import { bagOf, minus, piece, type Bag } from "../orders/bag.ts";
import { gross, discountsOfLevel } from "../orders/lineMoney.ts";
import { fulfillmentLineBy, fulfillmentOrdersOf, held, lineItemBy, orderOf } from "../orders/lookup.ts";
import { displayStatus, eventsInOrder, fulfillmentEventCreate } from "./event.ts";
import type { FulfillmentLineRecord, FulfillmentRecord } from "./fulfillment.ts";
import { fulfillmentCancel, fulfillmentTrackingInfoUpdate } from "./fulfillmentChange.ts";
import { fulfillmentCreate } from "./fulfillmentCreate.ts";
import { fulfillingLocation } from "./fulfillingLocation.ts";

/** The shop's own fulfilment, as recorded (fulfillment-events). */
const manualService = (ctx: Ctx): object => ({
  __typename: "FulfillmentService", id: "gid://shopify/FulfillmentService/manual", handle: "manual", serviceName: "Manual", trackingSupport: false, type: "MANUAL",
  callbackUrl: null, inventoryManagement: false, requiresShippingMethod: true, fulfillmentOrdersOptIn: false, location: ctx.shop.locations.get(fulfillingLocation(ctx.shop)) ?? null,
});

export { manualService };

/** A fulfillment line's part of what its order line cost, by unit. */
function partOf(ctx: Ctx, line: FulfillmentLineRecord, of: (total: ReturnType<typeof lineItemBy>) => Bag): object {
  const item = lineItemBy(ctx.shop, line.lineItemId);
  return bagOf(piece(of(item), item.quantity, 0, line.quantity), orderOf(ctx.shop, item));
}

export const fulfillmentFields: FieldMap = {
  Query: {
    fulfillment: (args: { id: string }, ctx: Ctx) => ctx.shop.fulfillments.get(idOf(args.id, "Fulfillment")) ?? null,
  },
  Mutation: {
    fulfillmentCreate,
    fulfillmentCreateV2: fulfillmentCreate,
    fulfillmentCancel,
    fulfillmentTrackingInfoUpdate,
    fulfillmentTrackingInfoUpdateV2: fulfillmentTrackingInfoUpdate,
    fulfillmentEventCreate,
  },
  Fulfillment: {
    displayStatus,
    legacyResourceId: (f: FulfillmentRecord) => tailOf(f.id),
    order: (f: FulfillmentRecord, _args: object, ctx: Ctx) => orderOf(ctx.shop, f),
    location: (f: FulfillmentRecord, _args: object, ctx: Ctx) => ctx.shop.locations.get(f.locationId) ?? null,
    service: (_f: FulfillmentRecord, _args: object, ctx: Ctx) => manualService(ctx),
    trackingInfo: (f: FulfillmentRecord, args: { first?: number | null }) => f.tracking.slice(0, args.first ?? undefined),
    events: (f: FulfillmentRecord, args: ConnectionArgs) => connection(eventsInOrder(f), args),
    fulfillmentLineItems: (f: FulfillmentRecord, args: ConnectionArgs) => connection(f.lines, args),
    fulfillmentOrders: (f: FulfillmentRecord, args: ConnectionArgs, ctx: Ctx) => connection(ordersBehind(ctx, f), args),
    totalQuantity: (f: FulfillmentRecord) => f.lines.reduce((n, l) => n + l.quantity, 0),
    requiresShipping: (f: FulfillmentRecord, _args: object, ctx: Ctx) => f.lines.some((l) => lineItemBy(ctx.shop, l.lineItemId).requiresShipping),
  },
  FulfillmentLineItem: {
    lineItem: (line: FulfillmentLineRecord, _args: object, ctx: Ctx) => lineItemBy(ctx.shop, line.lineItemId),
    originalTotalSet: (line: FulfillmentLineRecord, _args: object, ctx: Ctx) => partOf(ctx, line, gross),
    discountedTotalSet: (line: FulfillmentLineRecord, _args: object, ctx: Ctx) =>
      partOf(ctx, line, (item) => minus(gross(item), discountsOfLevel(item, orderOf(ctx.shop, item).discounts, "LINE"))),
  },
};

function ordersBehind(ctx: Ctx, fulfillment: FulfillmentRecord): unknown[] {
  const ids = new Set(fulfillment.lines.map((l) => held(ctx.shop.ownerOf, l.fulfillmentOrderLineId)));
  return fulfillmentOrdersOf(ctx.shop, orderOf(ctx.shop, fulfillment)).filter((o) => ids.has(o.id));
}

export const fulfillmentNodes: NodeMap = {
  Fulfillment: (ctx, id) => ctx.shop.fulfillments.get(id),
  FulfillmentLineItem: (ctx, id) => fulfillmentLineBy(ctx.shop, id),
};
