import { staffUser } from "../oauth/staffUser.ts";
import { extensionScripts, mountPlace } from "./extensionPage.ts";
import { html } from "./html.ts";
import { itemLine, standing, sums } from "./orderParts.ts";
import { ORDER_QUERY } from "./readings.ts";
import type { OrderShape } from "./shapes.ts";
import { documentOf, gapsNotice, storePath, type View } from "./view.ts";
import { both, when } from "./words.ts";

/** An order as the till shows it, with the extensions of the point of sale; null when there is none. */
export function posOrder(view: View, legacyId: string): string | null {
  const { order } = view.read<{ order: OrderShape | null }>(ORDER_QUERY, { id: `gid://shopify/Order/${legacyId}` });
  if (!order) return null;
  const customerId = order.customer ? Number(order.customer.legacyResourceId) : undefined;
  const pos = { order: { id: Number(order.legacyResourceId), name: order.name, customerId }, userId: staffUser(view.shop).id, locationId: 1 };
  return documentOf(`${order.name} · Point of sale · ${view.shop.name}`, ["admin", "pos"], html`<header class="posbar noprint">
    <a href="${storePath(view.shop, `/orders/${legacyId}`)}" aria-label="Back to the admin">←</a><b>Point of sale</b><span>${view.shop.name}</span></header>
    <main id="main" tabindex="-1">${gapsNotice(view)}<div class="head"><h1>${order.name}</h1>${standing(order)}<p class="when">${when(order.processedAt, view.shop.zone)}</p></div>
      <section class="card"><div class="body"><ul class="lines">${order.lineItems.nodes.map((l) => itemLine(l, l.currentQuantity, both(l.originalUnitPriceSet)))}</ul></div>
        <div class="body">${sums(order)}</div></section>
      ${mountPlace("pos.order-details.block.render")}</main>${extensionScripts(view, { surface: "pos", context: { pos } })}`, "pos");
}
