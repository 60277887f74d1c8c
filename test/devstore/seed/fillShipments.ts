import { callAll, type BatchOptions, type Send } from "./adminCall.ts";
import type { MadeOrder } from "./fillShop.ts";
import type { ShipmentPlan } from "./plan.ts";

/** A parcel as it was made: its id and, by order line id, its own line id. */
export type MadeShipment = { readonly plan: ShipmentPlan; readonly id: string; readonly lines: ReadonlyMap<string, string> };
export type ShippedOrder = MadeOrder & { readonly shipments: readonly MadeShipment[] };

/** Makes every parcel of the orders, then every tracking event, in the order of the plan. Throws when one is refused. */
export async function fillShipments(send: Send, orders: readonly MadeOrder[], batch: BatchOptions): Promise<ShippedOrder[]> {
  const all = orders.flatMap((order) => order.plan.shipments.map((shipment) => ({ order, shipment })));
  const answers = await callAll(send, "createFulfillment", all.map(({ order, shipment }) => ({ fulfillment: fulfillmentInput(order, shipment) })), batch);
  const made = all.map(({ order, shipment }, i) => ({ order, made: madeShipment(shipment, answers[i]?.["fulfillment"]) }));
  const events = made.flatMap(({ made: { id, plan } }) => plan.events.map((e) => ({ fulfillmentEvent: { fulfillmentId: id, status: e.status, happenedAt: e.at } })));
  await callAll(send, "createEvent", events, batch);
  return orders.map((order) => ({ ...order, shipments: made.filter((m) => m.order === order).map((m) => m.made) }));
}

function fulfillmentInput(order: MadeOrder, shipment: ShipmentPlan): Record<string, unknown> {
  const open = order.fulfillmentOrder;
  if (!open) throw new Error(`${order.plan.key} has nothing to fulfil`);
  const lines = shipment.lines.map(({ line, quantity }) => ({ id: open.lines.get(order.lines[line] ?? ""), quantity }));
  return {
    lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: open.id, fulfillmentOrderLineItems: lines }],
    trackingInfo: { company: shipment.carrier, number: shipment.number },
    notifyCustomer: false,
  };
}

function madeShipment(plan: ShipmentPlan, answer: unknown): MadeShipment {
  const fulfillment = answer as { id: string; fulfillmentLineItems: { nodes: { id: string; lineItem: { id: string } }[] } };
  return { plan, id: fulfillment.id, lines: new Map(fulfillment.fulfillmentLineItems.nodes.map((l) => [l.lineItem.id, l.id])) };
}
