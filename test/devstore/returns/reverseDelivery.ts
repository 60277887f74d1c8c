import type { Ctx } from "../kernel/context.ts";
import { idOf, newId } from "../kernel/ids.ts";
import { refuse, refuseAll, userError, type UserError } from "../kernel/refused.ts";
import { held } from "../orders/lookup.ts";
import type { ReverseDeliveryRecord, ReverseLineRecord, ReverseOrderRecord } from "./return.ts";

type LineInput = { reverseFulfillmentOrderLineItemId: string; quantity: number };
type Shipping = { trackingInput?: { number?: string | null; url?: string | null } | null; labelInput?: { fileUrl?: string | null } | null };
type CreateArgs = Shipping & { reverseFulfillmentOrderId: string; reverseDeliveryLineItems: LineInput[] };
type UpdateArgs = Shipping & { reverseDeliveryId: string };
type Answer = { reverseDelivery: ReverseDeliveryRecord };

/** `reverseDeliveryCreateWithShipping`; no lines means all lines (recorded: return-reverse-logistics). */
export function reverseDeliveryCreateWithShipping(args: CreateArgs, ctx: Ctx): Answer {
  const order = ctx.shop.reverseOrders.get(idOf(args.reverseFulfillmentOrderId, "ReverseFulfillmentOrder"));
  if (!order) return refuse(["reverseFulfillmentOrderId"], "Reverse fulfillment order was not found.", "NOT_FOUND");
  refuseAll(lineErrors(ctx, order, args.reverseDeliveryLineItems));
  const chosen = args.reverseDeliveryLineItems.length > 0
    ? args.reverseDeliveryLineItems.map((l) => ({ reverseLineId: l.reverseFulfillmentOrderLineItemId, quantity: l.quantity }))
    : order.lines.map((l) => ({ reverseLineId: l.id, quantity: Math.max(1, l.totalQuantity - underWay(ctx, order, l)) }));
  const record: ReverseDeliveryRecord = {
    __typename: "ReverseDelivery", id: newId(ctx.shop, "ReverseDelivery"), reverseOrderId: order.id, tracking: null, label: null,
    lines: chosen.map((line) => ({ __typename: "ReverseDeliveryLineItem", id: newId(ctx.shop, "ReverseDeliveryLineItem"), ...line })),
  };
  ctx.shop.reverseDeliveries.set(record.id, record);
  order.deliveryIds.push(record.id);
  attach(ctx, record, args);
  return { reverseDelivery: record };
}

/** Units of a line that deliveries already bring. */
function underWay(ctx: Ctx, order: ReverseOrderRecord, line: ReverseLineRecord): number {
  const lines = order.deliveryIds.flatMap((id) => held(ctx.shop.reverseDeliveries, id).lines);
  return lines.filter((l) => l.reverseLineId === line.id).reduce((n, l) => n + l.quantity, 0);
}

/** Recorded: a line that is unknown or of another order, and too many, also in two entries; no codes. Earlier deliveries count too (assumed). */
function lineErrors(ctx: Ctx, order: ReverseOrderRecord, inputs: readonly LineInput[]): UserError[] {
  const asked = new Map<string, number>();
  return inputs.flatMap((input, i) => {
    const at = (field: string): string[] => ["reverseDeliveryLineItems", String(i), field];
    const line = order.lines.find((l) => l.id === idOf(input.reverseFulfillmentOrderLineItemId, "ReverseFulfillmentOrderLineItem"));
    if (!line) return [userError(at("reverseFulfillmentOrderLineItemId"), "must exist")];
    const total = (asked.get(line.id) ?? underWay(ctx, order, line)) + input.quantity;
    asked.set(line.id, total);
    return total > line.totalQuantity ? [userError(at("quantity"), "cannot deliver more items than are returned")] : [];
  });
}

/** `reverseDeliveryShippingUpdate`: what is sent replaces, what is not stays. */
export function reverseDeliveryShippingUpdate(args: UpdateArgs, ctx: Ctx): Answer {
  const record = ctx.shop.reverseDeliveries.get(idOf(args.reverseDeliveryId, "ReverseDelivery"));
  if (!record) return refuse(["reverseDeliveryId"], "Reverse delivery was not found.", "NOT_FOUND");
  attach(ctx, record, args);
  return { reverseDelivery: record };
}

function attach(ctx: Ctx, record: ReverseDeliveryRecord, { trackingInput, labelInput }: Shipping): void {
  const now = ctx.now();
  if (trackingInput) record.tracking = { number: trackingInput.number ?? null, url: trackingInput.url ?? null };
  if (labelInput) record.label = { publicFileUrl: labelInput.fileUrl ?? null, createdAt: record.label?.createdAt ?? now, updatedAt: now };
  if (!trackingInput && !labelInput) return;
  ctx.emit("reverse_deliveries/attach_deliverable", record.id, { returnId: held(ctx.shop.reverseOrders, record.reverseOrderId).returnId });
}

/** What is sent back and how; null before anything was attached (schema: ReverseDelivery.deliverable). */
export function deliverableOf(record: ReverseDeliveryRecord): object | null {
  if (!record.tracking && !record.label) return null;
  return {
    __typename: "ReverseDeliveryShippingDeliverable",
    tracking: record.tracking && { __typename: "ReverseDeliveryTrackingV2", ...record.tracking, carrierName: null },
    label: record.label && { __typename: "ReverseDeliveryLabelV2", ...record.label },
  };
}
