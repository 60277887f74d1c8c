/**
 * The order line of a serial number: by an earlier registration, by a case in which it was written down, else by the
 * attributes of the customer's own orders. A customer finds only their own.
 */
import type { App } from "../app.server.ts";
import { lineWithSerial } from "../shopify/lineWithSerial.ts";
import { coveredOrdersOf, registrationBySerial, rmaLineBySerial } from "../store/registrations.ts";

/** Each order costs some 60 query points; a customer with more orders names the one it is. */
const MOST_ORDERS = 15;

export type Place = Readonly<{ orderId: string; lineId: string }>;

/** `serial` as app/serial.ts writes it; without `customerId` (staff) only what the app itself knows is searched. */
export async function findBySerial(app: App, { shop, serial, customerId }: Readonly<{ shop: string; serial: string; customerId?: string }>): Promise<Place | null> {
  const db = app.db.prisma, isTheirs = (row: Readonly<{ customerId: string | null }>): boolean => customerId === undefined || row.customerId === customerId;
  const registered = await registrationBySerial(db, shop, serial);
  if (registered?.orderId && registered.lineId && isTheirs(registered)) return { orderId: registered.orderId, lineId: registered.lineId };
  const seen = await rmaLineBySerial(db, shop, serial);
  if (seen && isTheirs(seen)) return { orderId: seen.orderId, lineId: seen.lineId };
  const orderIds = customerId === undefined ? [] : await coveredOrdersOf(db, shop, customerId, MOST_ORDERS);
  return orderIds.length ? lineWithSerial(app.adminFor(shop), orderIds, serial) : null;
}
