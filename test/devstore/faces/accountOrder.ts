import { accountPage, type SignedIn } from "./accountPages.ts";
import { html, type Html } from "./html.ts";
import { addressBlock, itemLine, parcelTrack, returnLines, standing, sums } from "./orderParts.ts";
import { ORDER_QUERY, REASONS_QUERY } from "./readings.ts";
import type { OrderShape, Parcel } from "./shapes.ts";
import { actionPlace, extensionScripts, fullPageOf, mountPlace, shownExtensions } from "./extensionPage.ts";
import { extensionOrder } from "./extensionOrder.ts";
import { accountPath, type View } from "./view.ts";
import { badge, money, when } from "./words.ts";

/** The order when it is this customer's; somebody else's order is as unknown as none. */
export function ownOrder(view: View, legacyId: string, who: SignedIn): OrderShape | null {
  const { order } = view.read<{ order: OrderShape | null }>(ORDER_QUERY, { id: `gid://shopify/Order/${legacyId}` });
  return order?.customer?.id === who.id ? order : null;
}

/** One order as its customer sees it; null when it is not theirs. */
export function accountOrder(view: View, legacyId: string, who: SignedIn): string | null {
  const order = ownOrder(view, legacyId, who);
  if (!order) return null;
  const { zone } = view.shop;
  const waiting = order.lineItems.nodes.filter((l) => l.unfulfilledQuantity > 0);
  const priceOf = (id: string) => order.lineItems.nodes.find((l) => l.id === id)?.originalUnitPriceSet.presentmentMoney;
  return accountPage(view, `Order ${order.name}`, who, html`<a class="crumb noprint" href="${accountPath(view.shop, "/orders")}">← Orders</a>
    <div class="head"><h1>Order ${order.name}</h1>${standing(order)}<span class="end noprint">
      <button type="button" data-print>Print</button>${returnable(order).length > 0 && html`<a class="button primary" href="${accountPath(view.shop, `/orders/${legacyId}/return`)}">Request a return</a>`}
      ${actionPlace("customer-account.order.action.menu-item.render", { orderId: order.id })}</span></div>
    <p class="quiet" style="margin-bottom:16px">Placed ${when(order.processedAt, zone)}</p>
    <div class="two"><div>${order.fulfillments.map((p, i) => delivery(p, order.fulfillments.length > 1 ? `Parcel ${i + 1} of ${order.fulfillments.length}` : "Parcel", zone, priceOf))}
      ${waiting.length > 0 && html`<section class="card"><header>
        <h2>On its way to being packed</h2>${badge(order.cancelledAt ? "CANCELED" : "UNFULFILLED", order.cancelledAt ? "Cancelled" : "Not shipped yet")}</header>
        <div class="body"><ul class="lines">${waiting.map((l) => itemLine(l, l.unfulfilledQuantity))}</ul></div></section>`}
      ${order.returns.nodes.map((r) => html`<section class="card"><header><h2>Return ${r.name}</h2>${badge(r.status)}
        <span class="small quiet">${when(r.createdAt, zone)}</span></header>
        <div class="body">${returnLines(r)}</div>${mountPlace("customer-account.order-status.return-details.render-after", { returnId: r.id })}</section>`)}</div>
    <div>${mountPlace("customer-account.order-status.block.render")}<section class="card"><header><h2>Summary</h2></header>
      <div class="body">${sums(order)}</div></section>
      <section class="card"><header><h2>Delivered to</h2></header><div class="body">${addressBlock(order.shippingAddress)}</div></section></div></div>
        <script type="module" src="/faces/page.js"></script>${orderScripts(view, order, who)}`);
}

/** Extensions on an order's pages know the customer and the order. */
function orderScripts(view: View, order: OrderShape, who: SignedIn, page?: string): Html | null {
  if (shownExtensions(view).length === 0) return null;
  return extensionScripts(view, { surface: "account", ...(page === undefined ? {} : { page }), ...(order.shippingAddress?.countryCodeV2 ? { country: order.shippingAddress.countryCodeV2 } : {}),
    context: { customerId: who.id, orderId: order.id, order: extensionOrder(view, order.id) } });
}

/** An extension's own page about an order; null when there is none or the order is not theirs. */
export function accountOrderPage(view: View, legacyId: string, handle: string, who: SignedIn): string | null {
  const order = ownOrder(view, legacyId, who), found = fullPageOf(view, handle, "order");
  if (!order || !found) return null;
  return accountPage(view, found.declared.name, who, html`${mountPlace(found.target)}${orderScripts(view, order, who, accountPath(view.shop, `/orders/${legacyId}/pages/${handle}`))}`);
}

/** An extension's own page about no order. */
export function accountExtensionPage(view: View, handle: string, who: SignedIn): string | null {
  const found = fullPageOf(view, handle, "shop");
  if (!found) return null;
  return accountPage(view, found.declared.name, who, html`${mountPlace(found.target)}${extensionScripts(view, { surface: "account", page: accountPath(view.shop, `/pages/${handle}`), context: { customerId: who.id } })}`);
}

function delivery(p: Parcel, title: string, zone: string, priceOf: (id: string) => { amount: string; currencyCode: string } | undefined): Html {
  return html`<section class="card"><header><h2>${title}</h2>${badge(p.displayStatus ?? p.status)}
    <span class="small quiet">${when(p.deliveredAt, zone)}</span></header>
    <div class="body"><ul class="lines">${p.fulfillmentLineItems.nodes.map((l) => { const price = priceOf(l.lineItem.id); return itemLine(l.lineItem, l.quantity ?? 0, price ? html`${money(price)}` : null); })}</ul></div>
      <div class="body">${parcelTrack(p, zone)}</div></section>`;
}

type Returnable = { readonly id: string; readonly title: string; readonly variantTitle: string | null; readonly left: number };

/** Delivered units that no return has taken yet (a declined or cancelled return gives them back). */
export function returnable(order: OrderShape): Returnable[] {
  const taken = new Map<string, number>();
  for (const r of order.returns.nodes) {
    if (r.status === "DECLINED" || r.status === "CANCELED") continue;
    for (const l of r.returnLineItems.nodes) if (l.fulfillmentLineItem) taken.set(l.fulfillmentLineItem.id, (taken.get(l.fulfillmentLineItem.id) ?? 0) + l.quantity);
  }
  return order.fulfillments.filter((p) => p.status === "SUCCESS").flatMap((p) => p.fulfillmentLineItems.nodes)
    .map((l) => ({ id: l.id, title: l.lineItem.title, variantTitle: l.lineItem.variantTitle, left: (l.quantity ?? 0) - (taken.get(l.id) ?? 0) })).filter((l) => l.left > 0);
}

/** The form that asks for a return; null when the order is not this customer's. */
export function accountReturn(view: View, legacyId: string, who: SignedIn): string | null {
  const order = ownOrder(view, legacyId, who);
  if (!order) return null;
  const { returnReasonDefinitions: reasons } = view.read<{ returnReasonDefinitions: { nodes: { id: string; name: string }[] } | null }>(REASONS_QUERY);
  const lines = returnable(order);
  return accountPage(view, "Request a return", who, html`<a class="crumb" href="${accountPath(view.shop, `/orders/${legacyId}`)}">← Order ${order.name}</a>
    <div class="head"><h1>Request a return</h1></div>
    ${lines.length === 0 ? html`<div class="card empty"><h2>Nothing can be returned</h2>
      <p>No delivered item is left that is not in a return already.</p></div>` : html`<form class="card" method="post">
      <div class="body" style="padding-top:16px"><fieldset style="border:0;padding:0;margin:0"><legend class="vh">Items</legend>
      ${lines.map((l) => html`<div class="field inline"><input type="number" id="${l.id}" name="${l.id}" min="0" max="${l.left}" value="0">
        <label for="${l.id}" class="wrap" style="font-weight:450">of ${l.left} × ${l.title}${l.variantTitle && l.variantTitle !== "Default Title" && html` <span class="quiet">${l.variantTitle}</span>`}</label></div>`)}</fieldset>
      <div class="field"><label for="reason">Reason</label>
        <select id="reason" name="reason">${reasons?.nodes.map((r) => html`<option value="${r.id}">${r.name}</option>`)}</select></div>
      <div class="field"><label for="note">What should we know?</label><textarea id="note" name="note" maxlength="300"></textarea></div></div><div class="foot">
        <button class="primary">Send request</button></div></form>`}`);
}
