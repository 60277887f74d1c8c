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
