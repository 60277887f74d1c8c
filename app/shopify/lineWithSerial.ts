/** The line of some orders whose attributes hold a serial number. */
import { serialOf } from "../serial.ts";
import type { Admin } from "./admin.ts";
import { lineAttributes } from "./documents/serials.ts";

export async function lineWithSerial(admin: Admin, orderIds: readonly string[], serial: string): Promise<Readonly<{ orderId: string; lineId: string }> | null> {
  const { nodes } = await admin.run(lineAttributes, { ids: [...orderIds] });
  for (const order of nodes) {
    if (order?.__typename !== "Order") continue;
    const line = order.lineItems.nodes.find(({ customAttributes }) => customAttributes.some(({ value }) => (value ?? "").split(/[,;]/).some((one) => serialOf(one) === serial)));
    if (line) return { orderId: order.id, lineId: line.id };
  }
  return null;
}

const namesSerial = /serial|\bs\/?n\b/i;

/** Serial numbers noted on an order's lines when they were packed, by line; attributes of another name are none. */
export async function soldSerials(admin: Admin, orderId: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const { nodes: [order] } = await admin.run(lineAttributes, { ids: [orderId] });
  if (order?.__typename !== "Order") return new Map();
  return new Map(order.lineItems.nodes.map(({ id, customAttributes }) => [id, customAttributes.filter(({ key }) => namesSerial.test(key)).flatMap(({ value }) => (value ?? "").split(/[,;]/).map(serialOf).filter((one) => one !== ""))]));
}
