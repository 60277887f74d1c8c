import type { Ctx, FieldMap, NodeMap } from "../kernel/context.ts";
import { connection, type ConnectionArgs } from "../kernel/connection.ts";
import { gid, idOf, tailOf } from "../kernel/ids.ts";
import { bagOf } from "../orders/bag.ts";
import { fulfillmentsOf, held, lineItemBy, orderOf } from "../orders/lookup.ts";
import { variantOfLine } from "../orders/soldVariant.ts";
import type { FulfillmentOrderLineRecord, FulfillmentOrderRecord } from "./fulfillment.ts";
import { fulfillmentOrderHold, fulfillmentOrderMove, fulfillmentOrderReleaseHold, fulfillmentOrderSplit } from "./fulfillmentOrderChange.ts";

type Listed = ConnectionArgs & { includeClosed?: boolean | null };

function assignedLocation(order: FulfillmentOrderRecord, ctx: Ctx): object {
  const location = held(ctx.shop.locations, order.locationId);
  return {
    __typename: "FulfillmentOrderAssignedLocation", name: location.name, location, countryCode: ctx.shop.countryCode,
    address1: null, address2: null, city: null, phone: null, province: null, zip: null,
  };
}

function destination(order: FulfillmentOrderRecord, ctx: Ctx): object | null {
  const { shippingAddress, email } = orderOf(ctx.shop, order);
  return shippingAddress && { ...shippingAddress, __typename: "FulfillmentOrderDestination", id: gid("FulfillmentOrderDestination", tailOf(order.id)), email, location: null };
}

/** SHIPPING for what is shipped, NONE for the rest (schema: DeliveryMethodType). */
function deliveryMethod(order: FulfillmentOrderRecord, ctx: Ctx): object {
  const shipping = orderOf(ctx.shop, order).shippingLines[0];
  const ships = order.lines.some((l) => ownLine(l, ctx).requiresShipping);
  return {
    __typename: "DeliveryMethod", id: gid("DeliveryMethod", tailOf(order.id)), methodType: ships ? "SHIPPING" : "NONE", presentedName: shipping?.title ?? null, serviceCode: shipping?.code ?? null,
    additionalInformation: null, brandedPromise: null, maxDeliveryDateTime: null, minDeliveryDateTime: null, sourceReference: null,
  };
}

/** What can be done with a fulfillment order of the shop's own fulfilment, by its status (assumed). */
function supportedActions(order: FulfillmentOrderRecord): object[] {
  const actions: Record<string, string[]> = { OPEN: ["CREATE_FULFILLMENT", "REPORT_PROGRESS", "MOVE", "HOLD", "SPLIT"], IN_PROGRESS: ["CREATE_FULFILLMENT", "MARK_AS_OPEN", "HOLD"], SCHEDULED: ["MARK_AS_OPEN"], ON_HOLD: ["RELEASE_HOLD", "MOVE"] };
  return (actions[order.status] ?? []).map((action) => ({ __typename: "FulfillmentOrderSupportedAction", action, externalUrl: null }));
}

const ownLine = (line: FulfillmentOrderLineRecord, ctx: Ctx) => lineItemBy(ctx.shop, line.lineItemId);

export const fulfillmentOrderFields: FieldMap = {
  Query: {
    fulfillmentOrder: (args: { id: string }, ctx: Ctx) => ctx.shop.fulfillmentOrders.get(idOf(args.id, "FulfillmentOrder")) ?? null,
    fulfillmentOrders: (args: Listed, ctx: Ctx) =>
      connection([...ctx.shop.fulfillmentOrders.values()].filter((o) => args.includeClosed === true || (o.status !== "CLOSED" && o.status !== "CANCELLED")), args),
  },
  Mutation: { fulfillmentOrderHold, fulfillmentOrderReleaseHold, fulfillmentOrderMove, fulfillmentOrderSplit },
  FulfillmentOrder: {
    order: (o: FulfillmentOrderRecord, _args: object, ctx: Ctx) => orderOf(ctx.shop, o),
    orderName: (o: FulfillmentOrderRecord, _args: object, ctx: Ctx) => orderOf(ctx.shop, o).name,
    orderProcessedAt: (o: FulfillmentOrderRecord, _args: object, ctx: Ctx) => orderOf(ctx.shop, o).processedAt,
    assignedLocation: (o: FulfillmentOrderRecord, _args: object, ctx: Ctx) => assignedLocation(o, ctx),
    destination: (o: FulfillmentOrderRecord, _args: object, ctx: Ctx) => destination(o, ctx),
    lineItems: (o: FulfillmentOrderRecord, args: ConnectionArgs) => connection(o.lines, args),
    fulfillmentHolds: (o: FulfillmentOrderRecord) => o.holds,
    supportedActions,
    orderId: (o: FulfillmentOrderRecord) => o.orderId,
    deliveryMethod: (o: FulfillmentOrderRecord, _args: object, ctx: Ctx) => deliveryMethod(o, ctx),
    channelId: () => null,
    internationalDuties: () => null,
    fulfillments: (o: FulfillmentOrderRecord, args: ConnectionArgs, ctx: Ctx) => {
      const own = new Set(o.lines.map((l) => l.id));
      return connection(fulfillmentsOf(ctx.shop, orderOf(ctx.shop, o)).filter((f) => f.lines.some((l) => own.has(l.fulfillmentOrderLineId))), args);
    },
  },
  FulfillmentOrderLineItem: {
    lineItem: (line: FulfillmentOrderLineRecord, _args: object, ctx: Ctx) => ownLine(line, ctx),
    productTitle: (line: FulfillmentOrderLineRecord, _args: object, ctx: Ctx) => ownLine(line, ctx).title,
    variantTitle: (line: FulfillmentOrderLineRecord, _args: object, ctx: Ctx) => ownLine(line, ctx).variantTitle,
    sku: (line: FulfillmentOrderLineRecord, _args: object, ctx: Ctx) => ownLine(line, ctx).sku,
    vendor: (line: FulfillmentOrderLineRecord, _args: object, ctx: Ctx) => ownLine(line, ctx).vendor,
    requiresShipping: (line: FulfillmentOrderLineRecord, _args: object, ctx: Ctx) => ownLine(line, ctx).requiresShipping,
    variant: (line: FulfillmentOrderLineRecord, _args: object, ctx: Ctx) => variantOfLine(ctx.shop, ownLine(line, ctx)),
    warnings: () => [],
    financialSummaries: () => [],
    inventoryItemId: (line: FulfillmentOrderLineRecord, _args: object, ctx: Ctx) => ctx.shop.variants.get(ownLine(line, ctx).variantId ?? "")?.inventoryItemId ?? null,
    weight: (line: FulfillmentOrderLineRecord, _args: object, ctx: Ctx) => ({ __typename: "Weight", value: ownLine(line, ctx).grams, unit: "GRAMS" }),
    originalUnitPriceSet: (line: FulfillmentOrderLineRecord, _args: object, ctx: Ctx) => {
      const item = ownLine(line, ctx);
      return bagOf(item.unitPrice, orderOf(ctx.shop, item));
    },
  },
};

export const fulfillmentOrderNodes: NodeMap = {
  FulfillmentOrder: (ctx, id) => ctx.shop.fulfillmentOrders.get(id),
  FulfillmentOrderLineItem: (ctx, id) => ctx.shop.fulfillmentOrders.get(ctx.shop.ownerOf.get(id) ?? "")?.lines.find((l) => l.id === id),
};
