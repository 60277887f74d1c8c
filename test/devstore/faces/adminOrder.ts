import { adminPage, emptyState } from "./adminFrame.ts";
import { html, type Html } from "./html.ts";
import { history } from "./orderHistory.ts";
import { addressBlock, itemLine, parcelTrack, returnLines, standing, sums } from "./orderParts.ts";
import { ORDER_QUERY } from "./readings.ts";
import type { OrderShape, Parcel, ReturnShape } from "./shapes.ts";
import { actionPlace, extensionScripts, mountPlace } from "./extensionPage.ts";
import { accountPath, storePath, type View } from "./view.ts";
import { badge, both, when } from "./words.ts";

/** One order with its parcels, returns, money and timeline; null when the shop has no such order. */
export function adminOrder(view: View, legacyId: string): string | null {
  const { order } = view.read<{ order: OrderShape | null }>(ORDER_QUERY, { id: `gid://shopify/Order/${legacyId}` });
  if (!order) return view.gaps.length === 0 ? null : adminPage(view, "orders", "Order", html`<h1>Order</h1>${emptyState("This order cannot be shown", "The dev store does not model a field that every order has.")}`);
  const { zone } = view.shop;
  return adminPage(view, "orders", `Order ${order.name}`, html`<div class="head">
    <a class="back noprint" href="${storePath(view.shop, "/orders")}" aria-label="All orders">←</a><h1>${order.name}</h1>${standing(order)}
      <span class="end noprint"><button type="button" data-print>Print</button>${actionPlace("admin.order-details.print-action.render")}${actionPlace("admin.order-details.action.render")}
      <a class="button" href="${storePath(view.shop, `/pos/orders/${order.legacyResourceId}`)}">Point of sale</a>${order.customer && html`<a class="button" href="${accountPath(view.shop, `/orders/${order.legacyResourceId}?as=${order.customer.legacyResourceId}`)}">View as customer</a>`}</span>
      <p class="when">${when(order.processedAt, zone)}${order.sourceName && html` from ${order.sourceName}`}</p></div>
    <div class="two"><div>${openItems(order)}${order.fulfillments.map((p) => parcel(order, p, zone))}${order.returns.nodes.map((r) => returnCard(r, zone))}${mountPlace("admin.order-details.block.render")}
      <section class="card"><header><h2>Payment</h2>${badge(order.displayFinancialStatus)}</header><div class="body">${sums(order)}</div></section>
      <section class="card"><header><h2>Timeline</h2></header><div class="body"><ol class="timeline">${history(order).map((e) => html`<li class="done">
        <span class="wrap">${e.what}</span>${when(e.at, zone)}</li>`)}</ol></div></section></div>
    <div>${sidebar(view, order)}${actions(order)}</div></div>
      <script type="module" src="/faces/page.js"></script>${extensionScripts(view, { surface: "admin", context: { selected: [{ id: order.id }] } })}`);
}

function openItems(order: OrderShape): Html | null {
  const lines = order.lineItems.nodes.filter((l) => l.unfulfilledQuantity > 0);
  if (lines.length === 0) return null;
  return html`<section class="card"><header>
    <h2>Not yet shipped</h2>${badge(order.cancelledAt ? "CANCELED" : "UNFULFILLED", order.cancelledAt ? "Cancelled" : "Unfulfilled")}</header><div class="body">
    <ul class="lines">
    ${lines.map((l) => itemLine(l, l.unfulfilledQuantity, both(l.originalUnitPriceSet), l.sku ? html`<br>
      <span class="quiet small">SKU ${l.sku}</span>` : null))}</ul></div>
    ${!order.cancelledAt && html`<div class="foot noprint"><form method="post"><input type="hidden" name="act" value="fulfil">
      <button class="primary">Mark as shipped</button></form></div>`}</section>`;
}

function parcel(order: OrderShape, p: Parcel, zone: string): Html {
  const lineOf = (id: string) => order.lineItems.nodes.find((l) => l.id === id);
  const open = p.status === "SUCCESS" && p.displayStatus !== "DELIVERED";
  return html`<section class="card"><header>
    <h2>Parcel ${p.name}</h2>${badge(p.displayStatus ?? p.status)}${p.deliveredAt && html`<span class="end small quiet">Delivered ${when(p.deliveredAt, zone)}</span>`}</header>
    <div class="body"><ul class="lines">${p.fulfillmentLineItems.nodes.map((l) => { const line = lineOf(l.lineItem.id); return itemLine(l.lineItem, l.quantity ?? 0, line ? both(line.originalUnitPriceSet) : null, line?.sku ? html`<br>
      <span class="quiet small">SKU ${line.sku}</span>` : null); })}</ul></div>
    <div class="body">${parcelTrack(p, zone)}</div>
    ${open && html`<div class="foot noprint"><form method="post"><input type="hidden" name="act" value="event"><input type="hidden" name="id" value="${p.id}">
      <button name="status" value="IN_TRANSIT">In transit</button> <button name="status" value="DELIVERED" class="primary">Mark as delivered</button></form></div>`}</section>`;
}

function returnCard(r: ReturnShape, zone: string): Html {
  const act = (name: string, text: string, kind = "") => html`<button name="act" value="${name}" class="${kind}">${text}</button>`;
  const buttons = r.status === "REQUESTED" ? html`${act("decline", "Decline", "danger")} ${act("approve", "Approve", "primary")}`
    : r.status === "OPEN" ? html`${act("cancelReturn", "Cancel return")} ${act("close", "Close return")}` : r.status === "CLOSED" ? act("reopen", "Reopen") : null;
  return html`<section class="card"><header><h2>Return ${r.name}</h2>${badge(r.status)}<span class="end small quiet">${when(r.createdAt, zone)}</span></header>
    <div class="body">${returnLines(r)}</div>
    ${buttons && html`<div class="foot noprint"><form method="post"><input type="hidden" name="id" value="${r.id}">${buttons}</form></div>`}</section>`;
}

function sidebar(view: View, order: OrderShape): Html {
  return html`<section class="card"><header><h2>Customer</h2></header><div class="body">${order.customer ? html`<p class="wrap">
    <a href="${storePath(view.shop, `/customers/${order.customer.legacyResourceId}`)}">${order.customer.displayName}</a><br>
    <span class="small quiet">${order.customer.email ?? ""}</span></p>` : html`<p class="quiet">No customer</p>`}</div>
    <div class="body"><h3>Shipping address</h3>${addressBlock(order.shippingAddress)}</div></section>
    <section class="card"><header><h2>Notes</h2></header>
      <div class="body wrap">${order.note ?? html`<span class="quiet">No note from the customer</span>`}</div>
      ${order.customAttributes.length > 0 && html`<div class="body"><dl class="facts small">${order.customAttributes.map((a) => html`<dt>${a.key}</dt>
        <dd>${a.value ?? ""}</dd>`)}</dl></div>`}</section>
    <section class="card"><header><h2>Tags</h2></header>
      <div class="body">${order.tags.length === 0 ? html`<span class="quiet">No tags</span>` : order.tags.map((t) => html`<span class="tag">${t}</span>`)}</div></section>`;
}

function actions(order: OrderShape): Html | null {
  if (order.cancelledAt) return null;
  const owed = Number(order.totalOutstandingSet.presentmentMoney.amount) > 0;
  return html`<section class="card noprint"><header><h2>Act on this order</h2></header><div class="body">
    <form method="post" style="display:flex;gap:8px;flex-wrap:wrap">
    ${owed && html`<button name="act" value="pay">Mark as paid</button>`}<button name="act" value="cancel" class="danger">Cancel order</button></form>
    <p class="small quiet" style="margin-top:8px">Done through the Admin API, with its webhooks.</p></div></section>`;
}
