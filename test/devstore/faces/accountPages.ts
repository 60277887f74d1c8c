import { html, type Html } from "./html.ts";
import { CUSTOMER_QUERY, CUSTOMERS_QUERY } from "./readings.ts";
import { deliveryOf, type CustomerRow, type CustomerShape, type OrderRow, type Page } from "./shapes.ts";
import { actionPlace, extensionScripts, mountPlace } from "./extensionPage.ts";
import { accountPath, documentOf, gapsNotice, pageArgs, pager, said, storePath, type View } from "./view.ts";
import { badge, count, day, money, returnBadge } from "./words.ts";
import { ICONS } from "./icons.ts";

/** The signed-in customer, as the pages greet them. */
export type SignedIn = { readonly id: string; readonly displayName: string };

/** Around every page of a customer's account. */
export function accountPage(view: View, title: string, who: SignedIn | null, content: Html): string {
  const path = view.url.pathname;
  const link = (to: string, text: string) => html`<a href="${accountPath(view.shop, to)}" ${path.startsWith(accountPath(view.shop, to)) && html`aria-current="page"`}>${text}</a>`;
  return documentOf(`${title} · ${view.shop.name}`, ["account"], html`<header class="bar noprint"><div>
    <a class="shop" href="${accountPath(view.shop, who ? "/orders" : "")}">${view.shop.name}</a>
    ${who && html`<nav aria-label="Account">${link("/orders", "Orders")}${link("/profile", "Profile")}</nav>
      <form class="who" method="post" action="${accountPath(view.shop, "/sign-out")}"><span class="quiet wrap">${who.displayName}</span>
      <button>Sign out</button></form>`}</div></header>
    <main id="main" tabindex="-1">${said(view)}${gapsNotice(view)}${content}</main>`);
}

const faceOf = (name: string): string => [...name].slice(0, 1).join("").toUpperCase() || "?";

/** Sign-in: every customer of the shop, to choose from. */
export function accountSignIn(view: View): string {
  const query = view.url.searchParams.get("q") ?? "";
  const { customers } = view.read<{ customers: Page<CustomerRow> | null }>(CUSTOMERS_QUERY, { ...pageArgs(view.url, 50), query: query || null });
  const person = (c: CustomerRow) => html`<li><button name="customer" value="${c.legacyResourceId}">
    <span class="face" aria-hidden="true">${faceOf(c.displayName)}</span><span class="name"><b>${c.displayName}</b>
    <span class="quiet small">${c.email ?? "no e-mail"}</span></span>
    <span class="quiet small">${count(Number(c.numberOfOrders), "order")}${c.defaultAddress?.countryCodeV2 && html` · ${c.defaultAddress.countryCodeV2}`}</span></button></li>`;
  const people = customers?.nodes ?? [];
  return accountPage(view, "Sign in", null, html`<h1>Sign in as a customer</h1><section class="card"><form style="display:flex;gap:8px;padding:12px 16px">
    <label class="vh" for="q">Search</label><input type="search" id="q" name="q" value="${query}" placeholder="Name or e-mail"><button>Search</button></form>
    ${people.length === 0 ? html`<div class="empty">${ICONS.empty}<h2>No customer ${query ? "fits" : "yet"}</h2>
      <p>Customers of this shop can be chosen here once there are any.</p></div>` : html`<form method="post">
      <ul class="people">${people.map(person)}</ul></form>`}${pager(view, customers ?? undefined)}</section>
    <p class="small"><a href="${storePath(view.shop, "/orders")}">To the shop's admin</a></p>`);
}

const customerOf = (view: View, id: string): CustomerShape | null => view.read<{ customer: CustomerShape | null }>(CUSTOMER_QUERY, { id }).customer;

/** The customer's orders, newest first. Null when the customer is gone. */
export function accountOrders(view: View, id: string): string | null {
  const customer = customerOf(view, id);
  if (!customer) return null;
  const card = (o: OrderRow) => {
    const delivery = deliveryOf(o.fulfillments);
    const items = (o.lineItems?.nodes ?? []).map((l) => `${l.quantity} × ${l.title}`).join(", ");
    return html`<div class="ordercard"><a class="card order" href="${accountPath(view.shop, `/orders/${o.legacyResourceId}`)}"><span class="name"><span>${o.name}</span>
      <span>${money(o.totalPriceSet.presentmentMoney)}</span></span>
      <span class="small quiet">${day(o.processedAt, view.shop.zone)}</span>
        <span class="items small">${items || count(o.currentSubtotalLineItemsQuantity, "item")}</span>
      <span>${o.cancelledAt ? badge("CANCELED", "Cancelled") : badge(delivery ?? o.displayFulfillmentStatus)} ${o.returnStatus !== "NO_RETURN" && returnBadge(o.returnStatus)}</span></a>
      ${actionPlace("customer-account.order.action.menu-item.render", { orderId: o.id })}</div>`;
  };
  return accountPage(view, "Orders", customer, html`<h1>Orders</h1>${mountPlace("customer-account.order-index.block.render")}
    ${customer.orders.nodes.length === 0 ? html`<div class="card empty">${ICONS.empty}<h2>No orders yet</h2>
      <p>When you order something, it appears here.</p></div>` : html`<div class="grid">${customer.orders.nodes.map(card)}</div>`}${extensionScripts(view, { surface: "account", context: { customerId: id } })}`);
}

/** The customer's name and address. Null when the customer is gone. */
export function accountProfile(view: View, id: string): string | null {
  const customer = customerOf(view, id);
  if (!customer) return null;
  const a = customer.defaultAddress;
  return accountPage(view, "Profile", customer, html`<h1>Profile</h1><section class="card"><div class="body" style="padding-top:16px"><dl class="facts">
    <dt>Name</dt><dd>${customer.displayName}</dd><dt>E-mail</dt><dd>${customer.email ?? "–"}</dd>
    <dt>Address</dt><dd>${[a?.address1, a?.zip, a?.city, a?.country].filter(Boolean).join(", ") || "–"}</dd></dl></div></section>${mountPlace("customer-account.profile.block.render")}${extensionScripts(view, { surface: "account", context: { customerId: id } })}`);
}
