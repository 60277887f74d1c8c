import { adminPage, emptyState } from "./adminFrame.ts";
import { html, type Html } from "./html.ts";
import { ORDERS_QUERY } from "./readings.ts";
import { deliveryOf, type OrderRow, type Page } from "./shapes.ts";
import { actionPlace, extensionScripts, shownExtensions } from "./extensionPage.ts";
import { pageArgs, pager, storePath, type View } from "./view.ts";
import { badge, both, count, day, returnBadge } from "./words.ts";

const TABS: readonly { text: string; query: string }[] = [
  { text: "All", query: "" },
  { text: "Unfulfilled", query: "fulfillment_status:unfulfilled" },
  { text: "Open returns", query: "return_status:in_progress" },
  { text: "Return requests", query: "return_status:return_requested" },
  { text: "Refunded", query: "financial_status:refunded OR financial_status:partially_refunded" },
  { text: "Cancelled", query: "status:cancelled" },
];

/** The order list with its tabs, search and pages. */
export function adminOrders(view: View): string {
  const query = view.url.searchParams.get("q") ?? "";
  const { orders } = view.read<{ orders: Page<OrderRow> | null }>(ORDERS_QUERY, { ...pageArgs(view.url, 50), query: query || null });
  const rows = orders?.nodes ?? [];
  const tab = ({ text, query: q }: (typeof TABS)[number]) => html`<a href="?${new URLSearchParams(q ? { q } : {}).toString()}" ${q === query && html`aria-current="page"`}>${text}</a>`;
  const none = query === "" ? emptyState("No orders yet", "Orders made through the Admin API appear here.") : emptyState("No order fits", "Try another search: a name like #1001, an e-mail address, or a filter such as tag:seed.");
  return adminPage(view, "orders", "Orders", html`<div class="head"><h1>Orders</h1><span class="end">
    <a class="button primary" href="${storePath(view.shop, "/orders/new")}">New order</a></span></div>
    <section class="card"><nav class="tabs" aria-label="Filters">${TABS.map(tab)}</nav>
    <form class="search"><label class="vh" for="oq">Search</label>
      <input type="search" id="oq" name="q" value="${query}" placeholder="Search: name, e-mail, tag:seed, created_at:>2026-01-01 …">
      <button>Search</button></form>
    ${rows.length === 0 ? none : html`${selectionBar(view)}${orderTable(view, rows, true)}`}${pager(view, orders ?? undefined)}</section>
    ${extensionScripts(view, { surface: "admin" })}`);
}

const SELECTION = "admin.order-index.selection-action.render";
const canSelect = (view: View): boolean => shownExtensions(view).some((d) => d.modules.has(SELECTION));

/** What can be done with the orders that are ticked; only where an extension does something. */
const selectionBar = (view: View): Html | null => (canSelect(view) ? html`<div class="selection noprint" data-selection hidden role="region" aria-label="Selected orders">
    <span data-count></span>${actionPlace(SELECTION)}</div>` : null);

const DASH = html`<td class="dash quiet">–</td>`;

/** Orders as a table; on narrow screens as a list. */
export function orderTable(view: View, rows: readonly OrderRow[], withCustomer: boolean): Html {
  const ticks = withCustomer && canSelect(view);
  const row = (o: OrderRow) => {
    const delivery = deliveryOf(o.fulfillments);
    return html`<tr class="${o.cancelledAt ? "gone" : ""}">${ticks && html`<td class="tickcell"><input type="checkbox" data-select value="${o.id}" aria-label="Select ${o.name}"></td>`}
      <td><a class="row" href="${storePath(view.shop, `/orders/${o.legacyResourceId}`)}">${o.name}</a></td>
      <td class="day quiet">${day(o.processedAt, view.shop.zone)}</td>
      ${withCustomer && html`<td class="wrap">${o.customer?.displayName ?? html`<span class="quiet">No customer</span>`}</td>`}
      <td class="num">${both(o.totalPriceSet)}</td>
      <td>${badge(o.displayFinancialStatus)}</td>
      <td>${o.cancelledAt ? badge("CANCELED", "Cancelled") : badge(o.displayFulfillmentStatus)}</td>
      ${delivery && delivery !== "FULFILLED" ? html`<td>${badge(delivery)}</td>` : DASH}
      ${o.returnStatus === "NO_RETURN" ? DASH : html`<td>${returnBadge(o.returnStatus)}</td>`}
      <td class="less quiet">${count(o.currentSubtotalLineItemsQuantity, "item")}</td></tr>`;
  };
  return html`<div style="overflow-x:auto"><table class="list"><thead><tr>${ticks && html`<th scope="col"><input type="checkbox" data-select-all aria-label="Select all orders"></th>`}<th scope="col">Order</th>
    <th scope="col">Date</th>${withCustomer && html`<th scope="col">Customer</th>`}<th scope="col" class="num">Total</th><th scope="col">Payment</th>
    <th scope="col">Fulfilment</th><th scope="col">Delivery</th><th scope="col">Return</th><th scope="col" class="less">Items</th></tr></thead>
    <tbody>${rows.map(row)}</tbody></table></div>`;
}
