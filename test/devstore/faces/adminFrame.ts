import { html, type Html } from "./html.ts";
import { ICONS } from "./icons.ts";
import { documentOf, gapsNotice, said, storePath, type View } from "./view.ts";
import type { Shop } from "../shop.ts";

export type Section = "orders" | "products" | "customers" | "settings" | "app";

const SECTIONS: readonly { section: Section; text: string }[] = [
  { section: "orders", text: "Orders" },
  { section: "products", text: "Products" },
  { section: "customers", text: "Customers" },
];

const initials = (name: string): string => name.replace(/[^\p{L}\p{N} ]/gu, "").split(" ").map((w) => w.charAt(0)).join("").slice(0, 2).toUpperCase() || "S";

function shopSwitch(view: View): Html {
  const entry = (shop: Shop) => html`<li><a href="${storePath(shop, "/orders")}" ${shop === view.shop && html`aria-current="true"`}>
    <span class="initials" aria-hidden="true">${initials(shop.name)}</span><span class="wrap">${shop.name}
      <small>${shop.domain} · ${shop.currency}</small></span></a></li>`;
  return html`<details class="switch"><summary><span class="initials" aria-hidden="true">${initials(view.shop.name)}</span>${view.shop.name}
    <span class="vh">, switch shop</span></summary>
    <ul class="shops">${view.shops.map(entry)}<li><a href="/"><span class="initials" aria-hidden="true">…</span>
      <span>All shops<small>and customer accounts</small></span></a></li></ul></details>`;
}

function sideBar(view: View, current: Section): Html {
  const link = (section: Section, path: string, text: string) =>
    html`<a href="${storePath(view.shop, path)}" ${section === current && html`aria-current="page"`}>${ICONS[section]}<span>${text}</span></a>`;
  return html`<nav class="side noprint" aria-label="Shop">${SECTIONS.map(({ section, text }) => link(section, `/${section}`, text))}
    <h2>Apps</h2>${view.app ? html`<a href="${storePath(view.shop, `/apps/${view.app.handle}`)}" id="applink" ${current === "app" && html`aria-current="page"`}>${ICONS.app}
      <span>${view.app.name}</span></a><ul class="sub" id="appnav"></ul>` : html`<p class="quiet small" style="padding:0 10px">No app is installed.</p>`}
    <h2>Shop</h2>${link("settings", "/settings", "Settings")}</nav>`;
}

/** The admin around a page: bar with shop switcher and order search, navigation, content. */
export function adminPage(view: View, section: Section, title: string, content: Html, wide = false): string {
  const body = html`<header class="top noprint"><a class="brand" href="/">${ICONS.brand}<span>Dev store</span></a>
    <form role="search" action="${storePath(view.shop, "/orders")}"><label class="vh" for="q">Search orders</label>
      <input type="search" id="q" name="q" placeholder="Search orders" value="${section === "orders" ? (view.url.searchParams.get("q") ?? "") : ""}"></form>
    ${shopSwitch(view)}</header>
    <div class="frame">${sideBar(view, section)}
      <main id="main" class="${wide ? "wide" : ""}" tabindex="-1">${said(view)}${gapsNotice(view)}${content}</main></div>`;
  return documentOf(`${title} · ${view.shop.name}`, ["admin"], body);
}

/** What stands where a list has nothing to show. */
export function emptyState(title: string, text: string, action: Html | null = null): Html {
  return html`<div class="empty">${ICONS.empty}<h2>${title}</h2><p>${text}</p>${action && html`<p>${action}</p>`}</div>`;
}
