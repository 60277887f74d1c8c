import { html } from "./html.ts";
import { ICONS } from "./icons.ts";
import { accountPath, documentOf, storePath } from "./view.ts";
import type { Shop } from "../shop.ts";

/** The store's first page: every shop with its admin and its customer accounts. */
export function shopIndex(shops: readonly Shop[]): string {
  const card = (shop: Shop) => html`<section class="card order"><div class="name"><span class="wrap">${shop.name}</span>
    <span class="tag">${shop.currency}</span></div><p class="items">${shop.domain}<br>${shop.zone}</p>
    <p><a class="button primary" href="${storePath(shop, "/orders")}">Admin</a> <a class="button" href="${accountPath(shop)}">Customer account</a></p></section>`;
  return documentOf("Dev store", ["account"], html`<header class="bar"><div><span class="shop" style="display:flex;gap:10px;align-items:center">
    <span style="width:26px;height:26px;display:block">${ICONS.brand}</span>Dev store</span></div></header>
    <main id="main"><h1>Shops</h1>${shops.length === 0 ? html`<div class="card empty">${ICONS.empty}<h2>No shops</h2>
      <p>Start the store with its seed, or make a shop.</p></div>` : html`<div class="grid">${shops.map(card)}</div>`}</main>`);
}
