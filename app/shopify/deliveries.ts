/** When a line's units arrived, parcel by parcel, and who says so (reading X-15). */
import type { OrderRead } from "./order.ts";

/** How we know: the carrier's scan, Shopify's own field, or nobody yet. */
export type DeliverySource = "carrier" | "shopify" | null;
export type Parcel = Readonly<{ fulfillmentId: string; fulfillmentLineId: string; quantity: number; deliveredAt: string | null; source: DeliverySource; shippedAt: string; carrierSays: string | null }>;

type Fulfillment = OrderRead["fulfillments"][number];

const gone = new Set(["CANCELLED", "ERROR", "FAILURE"]);

/** The carrier's delivered scan; without one Shopify's deliveredAt. */
function delivery(fulfillment: Fulfillment): Readonly<{ at: string | null; source: DeliverySource }> {
  const scan = fulfillment.events.nodes.find((event) => event.status === "DELIVERED");
  if (scan) return { at: scan.happenedAt, source: "carrier" };
  return fulfillment.deliveredAt ? { at: fulfillment.deliveredAt, source: "shopify" } : { at: null, source: null };
}

/** The parcels that carry a line, oldest first. */
export function parcelsOf(order: OrderRead, lineId: string): readonly Parcel[] {
  const parcels = order.fulfillments.filter((fulfillment) => !gone.has(fulfillment.status)).flatMap((fulfillment) => {
    const { at, source } = delivery(fulfillment);
    return fulfillment.fulfillmentLineItems.nodes.filter((line) => line.lineItem.id === lineId).map((line): Parcel => ({
      fulfillmentId: fulfillment.id, fulfillmentLineId: line.id, quantity: line.quantity ?? 0, deliveredAt: at, source, shippedAt: fulfillment.createdAt,
      carrierSays: fulfillment.displayStatus?.toLowerCase() ?? null,
    }));
  });
  return parcels.sort((a, b) => (a.deliveredAt ?? "9").localeCompare(b.deliveredAt ?? "9"));
}
