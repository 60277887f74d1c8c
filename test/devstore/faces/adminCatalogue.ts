import { adminPage, emptyState } from "./adminFrame.ts";
import { html, type Html } from "./html.ts";
import { PRODUCT_QUERY, PRODUCTS_QUERY } from "./readings.ts";
import type { Page, ProductShape, Variant } from "./shapes.ts";
import { extensionScripts, mountPlace } from "./extensionPage.ts";
import { pageArgs, pager, storePath, type View } from "./view.ts";
import { badge, count, money } from "./words.ts";

/** The product list with its search and pages. */
export function adminProducts(view: View): string {
  const query = view.url.searchParams.get("q") ?? "";
  const { products } = view.read<{ products: Page<ProductShape> | null }>(PRODUCTS_QUERY, { ...pageArgs(view.url, 50), query: query || null });
  const rows = products?.nodes ?? [];
  const row = (p: ProductShape) => html`<tr><td class="full">
    <a class="row wrap" href="${storePath(view.shop, `/products/${p.legacyResourceId}`)}">${p.title}</a></td>
    <td>${badge(p.status)}</td><td class="wrap">${p.productType}</td><td class="num">${priceRange(view, p.variants.nodes)}</td>
      <td class="less">${count(p.variants.nodes.length, "variant")}</td><td class="full">${p.tags.map((t) => html`<span class="tag">${t}</span>`)}</td></tr>`;
  const none = query ? emptyState("No product fits", "Try another word, or tag:refurbished.") : emptyState("No products yet", "Products made through the Admin API appear here.");
  return adminPage(view, "products", "Products", html`<div class="head"><h1>Products</h1></div><section class="card">
    <form class="search"><label class="vh" for="pq">Search</label>
      <input type="search" id="pq" name="q" value="${query}" placeholder="Search: title, tag:refurbished, product_type:…"><button>Search</button></form>
    ${rows.length === 0 ? none : html`<table class="list"><thead><tr><th scope="col">Product</th><th scope="col">Status</th><th scope="col">Type</th>
      <th scope="col" class="num">Price</th><th scope="col" class="less">Variants</th><th scope="col">Tags</th></tr></thead>
      <tbody>${rows.map(row)}</tbody></table>`}${pager(view, products ?? undefined)}</section>`);
}

function priceRange(view: View, variants: readonly Variant[]): string {
  const prices = variants.map((v) => Number(v.price)).sort((a, b) => a - b);
  const text = (n: number | undefined) => money({ amount: String(n ?? 0), currencyCode: view.shop.currency });
  return prices[0] === prices.at(-1) ? text(prices[0]) : `${text(prices[0])} – ${text(prices.at(-1))}`;
}

/** One product with variants, metafields and tags; null when there is none. */
export function adminProduct(view: View, legacyId: string): string | null {
  const { product } = view.read<{ product: ProductShape | null }>(PRODUCT_QUERY, { id: `gid://shopify/Product/${legacyId}` });
  if (!product) return null;
  return adminPage(view, "products", product.title, html`<div class="head">
    <a class="back" href="${storePath(view.shop, "/products")}" aria-label="All products">←</a><h1>${product.title}</h1>${badge(product.status)}</div>
    <div class="two"><div>${variantsCard(view, product)}${metafieldsCard(product)}${mountPlace("admin.product-details.block.render")}</div>
    <section class="card"><header><h2>Organisation</h2></header><div class="body"><dl class="facts"><dt>Type</dt><dd>${product.productType || "–"}</dd>
      <dt>Vendor</dt><dd>${product.vendor || "–"}</dd><dt>Handle</dt><dd>${product.handle ?? ""}</dd></dl></div>
      <div class="body">${product.tags.length === 0 ? html`<span class="quiet">No tags</span>` : product.tags.map((t) => html`<span class="tag">${t}</span>`)}</div></section></div>
      ${extensionScripts(view, { surface: "admin", context: { selected: [{ id: product.id }] } })}`);
}

function variantsCard(view: View, product: ProductShape): Html {
  const price = (amount: string) => money({ amount, currencyCode: view.shop.currency });
  return html`<section class="card"><header><h2>${count(product.variants.nodes.length, "variant")}</h2></header><table class="list"><thead><tr>
    <th scope="col">Variant</th><th scope="col">SKU</th><th scope="col" class="num">Before</th><th scope="col" class="num">Price</th></tr></thead><tbody>
    ${product.variants.nodes.map((v) => html`<tr><td class="wrap">${v.title}</td><td class="wrap">${v.sku ?? ""}</td>
      <td class="num quiet">${v.compareAtPrice && html`<s>${price(v.compareAtPrice)}</s>`}</td>
      <td class="num">${price(v.price)}</td></tr>`)}</tbody></table></section>`;
}

function metafieldsCard(product: ProductShape): Html {
  const fields = product.metafields?.nodes ?? [];
  return html`<section class="card"><header><h2>Metafields</h2></header>
    <div class="body">${fields.length === 0 ? html`<p class="quiet">None: an app must read type, tags and title.</p>` : html`<dl class="facts">${fields.map((f) => html`<dt>${f.namespace}.${f.key}</dt>
    <dd>${f.value}</dd>`)}</dl>`}</div></section>`;
}
