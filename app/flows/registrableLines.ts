/** An order found by its number, with what of it can be registered, for staff who register for a customer. */
import type { App } from "../app.server.ts";
import type { RegistrationTerms } from "../../policy/registration.ts";
import { findOrders } from "../shopify/findOrders.ts";
import { coveredOrderByName, registeredUnits } from "../store/registrations.ts";
import { orderInHand } from "./orderInHand.ts";
import { termsOf } from "./registerProduct.ts";

export type RegistrableLine = Readonly<{ lineId: string; title: string; state: RegistrationTerms["state"]; until: string | null; unitsLeft: number }>;
export type RegistrableOrder = Readonly<{ orderId: string; name: string; lines: readonly RegistrableLine[] }>;

/** Null where no order is called so, or no policy was in force when it was placed. */
export async function registrableLines(app: App, { shop, name }: Readonly<{ shop: string; name: string }>): Promise<RegistrableOrder | null> {
  const orderId = await orderCalled(app, shop, name.trim()), inHand = orderId === null ? null : await orderInHand(app, shop, orderId);
  if (!inHand || "notFound" in inHand) return null;
  const { order } = inHand, used = await registeredUnits(app.db.prisma, shop, [order.id]), at = app.now().toISOString();
  return {
    orderId: order.id, name: order.name,
    lines: order.lineItems.nodes.map((line) => {
      const terms = termsOf(inHand, line, at);
      return { lineId: line.id, title: line.title, state: terms?.state ?? "none", until: terms?.until ?? null, unitsLeft: line.currentQuantity - (used.get(line.id)?.length ?? 0) };
    }),
  };
}

/** The id of the order of a name, with or without the sign before the number. */
export async function orderCalled(app: App, shop: string, name: string): Promise<string | null> {
  const known = await coveredOrderByName(app.db.prisma, shop, name);
  if (known) return known;
  const { orders } = await findOrders(app.adminFor(shop), { query: `name:${JSON.stringify(name)}`, first: 5 });
  return orders.find((order) => order.name === name || order.name === `#${name}`)?.id ?? null;
}
