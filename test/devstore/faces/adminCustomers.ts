import { adminPage, emptyState } from "./adminFrame.ts";
import { orderTable } from "./adminOrders.ts";
import { html } from "./html.ts";
import { addressBlock } from "./orderParts.ts";
import { CUSTOMER_QUERY, CUSTOMERS_QUERY } from "./readings.ts";
import type { CustomerRow, CustomerShape, Page } from "./shapes.ts";
import { extensionScripts, mountPlace } from "./extensionPage.ts";
import { pageArgs, pager, storePath, type View } from "./view.ts";
import { count } from "./words.ts";

/** The customer list with its search and pages. */
export function adminCustomers(view: View): string {
  const query = view.url.searchParams.get("q") ?? "";
  const { customers } = view.read<{ customers: Page<CustomerRow> | null }>(CUSTOMERS_QUERY, { ...pageArgs(view.url, 50), query: query || null });
  const rows = customers?.nodes ?? [];
  const row = (c: CustomerRow) => html`<tr><td class="full">
    <a class="row wrap" href="${storePath(view.shop, `/customers/${c.legacyResourceId}`)}">${c.displayName}</a></td><td class="wrap">${c.email ?? ""}</td>
    <td class="num">${count(Number(c.numberOfOrders), "order")}</td>
      <td>${[c.defaultAddress?.city, c.defaultAddress?.country].filter(Boolean).join(", ")}</td></tr>`;
  const none = query ? emptyState("No customer fits", "Try a name or an e-mail address.") : emptyState("No customers yet", "Customers made through the Admin API appear here.");
  return adminPage(view, "customers", "Customers", html`<div class="head"><h1>Customers</h1></div><section class="card">
    <form class="search"><label class="vh" for="cq">Search</label>
      <input type="search" id="cq" name="q" value="${query}" placeholder="Search: name, e-mail, country:…"><button>Search</button></form>
    ${rows.length === 0 ? none : html`<table class="list"><thead><tr><th scope="col">Customer</th><th scope="col">E-mail</th>
      <th scope="col" class="num">Orders</th><th scope="col">Place</th></tr></thead>
      <tbody>${rows.map(row)}</tbody></table>`}${pager(view, customers ?? undefined)}</section>`);
}

/** One customer with address, tags and orders; null when there is none. */
export function adminCustomer(view: View, legacyId: string): string | null {
  const { customer } = view.read<{ customer: CustomerShape | null }>(CUSTOMER_QUERY, { id: `gid://shopify/Customer/${legacyId}` });
  if (!customer) return null;
  const { orders } = customer;
  return adminPage(view, "customers", customer.displayName, html`<div class="head">
    <a class="back" href="${storePath(view.shop, "/customers")}" aria-label="All customers">←</a><h1>${customer.displayName}</h1></div>
    <div class="two"><div><section class="card"><header>
      <h2>Orders</h2></header>${orders.nodes.length === 0 ? emptyState("No orders", "This customer has not ordered yet.") : orderTable(view, orders.nodes, false)}</section>${mountPlace("admin.customer-details.block.render")}</div>
    <section class="card"><header><h2>Contact</h2></header><div class="body wrap">${customer.email ?? html`<span class="quiet">No e-mail</span>`}</div>
      <div class="body">${addressBlock(customer.defaultAddress)}</div>
      <div class="body">${customer.tags.length === 0 ? html`<span class="quiet">No tags</span>` : customer.tags.map((t) => html`<span class="tag">${t}</span>`)}</div></section></div>
      ${extensionScripts(view, { surface: "admin", context: { selected: [{ id: customer.id }] } })}`);
}
