import { html, type Html } from "./html.ts";
import type { FaceApp } from "./faceApp.ts";
import type { Shop } from "../shop.ts";
import type { Page } from "./shapes.ts";
import type { Declared } from "../extensions/declared.ts";

/** What a page is drawn from. */
export type View = {
  readonly shop: Shop;
  readonly shops: readonly Shop[];
  readonly app: FaceApp | null;
  readonly url: URL;
  /** Asks the shop's Admin API. Fields that the store does not model come back as null and are named on the page. */
  readonly read: <T>(query: string, variables?: Record<string, unknown>) => T;
  readonly gaps: string[];
  /** The app's UI extensions. */
  readonly extensions: readonly Declared[];
  /** The reader's language, an ISO code. */
  readonly locale: string;
};

export const handleOfShop = (shop: Pick<Shop, "domain">): string => shop.domain.replace(/\.myshopify\.com$/, "");
export const storePath = (shop: Pick<Shop, "domain">, rest = ""): string => `/store/${encodeURIComponent(handleOfShop(shop))}${rest}`;
export const accountPath = (shop: Pick<Shop, "domain">, rest = ""): string => `/account/${encodeURIComponent(handleOfShop(shop))}${rest}`;

/** A whole document. Nothing of a shop's data may run: scripts come from this server only. */
export function documentOf(title: string, styles: readonly string[], body: Html, bodyClass = ""): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<link rel="icon" href="data:,">${["base", ...styles].map((s) => html`<link rel="stylesheet" href="/faces/${s}.css">`)}</head>
<body class="${bodyClass}"><a class="skip" href="#main">Skip to content</a>${body}</body></html>`.html;
}

/** A short message after an action, taken from the address. */
export function said(view: View): Html {
  const good = view.url.searchParams.get("said");
  const bad = view.url.searchParams.get("refused");
  return html`${good && html`<div class="notice" role="status">${good}</div>`}${bad && html`<div class="notice bad" role="alert">${bad}</div>`}`;
}

/** Names what the store could not answer, so that a hole is not taken for an empty shop. */
export function gapsNotice(view: View): Html | null {
  if (view.gaps.length === 0) return null;
  return html`<div class="notice bad" role="alert"><div><b>The dev store could not answer everything on this page.</b>
    <br>${[...new Set(view.gaps)].slice(0, 5).join(" · ")}</div></div>`;
}

/** Page size and cursor from the address: `?after=` goes on, `?before=` goes back. */
export function pageArgs(url: URL, size: number): Record<string, unknown> {
  const before = url.searchParams.get("before");
  if (before) return { last: size, before };
  return { first: size, after: url.searchParams.get("after") };
}

/** Links to the pages before and after. */
export function pager(view: View, page: Page<unknown> | undefined): Html | null {
  if (!page || (!page.pageInfo.hasNextPage && !page.pageInfo.hasPreviousPage)) return null;
  const link = (key: "after" | "before", cursor: string | null, text: string, open: boolean) => {
    const to = new URLSearchParams(view.url.search);
    for (const k of ["after", "before", "said", "refused"]) to.delete(k);
    if (cursor) to.set(key, cursor);
    return html`<a class="button" ${open ? html`href="?${to.toString()}"` : html`aria-disabled="true"`} rel="${key === "after" ? "next" : "prev"}">${text}</a>`;
  };
  return html`<nav class="pages noprint" aria-label="Pages">${link("before", page.pageInfo.startCursor, "‹ Previous", page.pageInfo.hasPreviousPage)}${link("after", page.pageInfo.endCursor, "Next ›", page.pageInfo.hasNextPage)}</nav>`;
}
