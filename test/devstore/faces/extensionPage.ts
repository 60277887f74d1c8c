import type { Declared } from "../extensions/declared.ts";
import { html, scriptJson, type Html } from "./html.ts";
import { accountPath, storePath, type View } from "./view.ts";

/** What extensions on a page are told of it. */
export type ExtensionPage = {
  readonly surface: "account" | "admin" | "pos";
  readonly context?: Readonly<Record<string, unknown>>;
  /** The address of an extension's own page, without what follows. */
  readonly page?: string;
  readonly country?: string;
};

const FULL_PAGES: Readonly<Record<string, "order" | "shop">> = { "customer-account.order.page.render": "order", "customer-account.page.render": "shop" };

/** The app's extensions where the shop has it installed: they go with it. */
export const shownExtensions = (view: View): readonly Declared[] => (view.app && view.shop.installation ? view.extensions : []);

/** The extension whose full page has a handle. */
export const fullPageOf = (view: View, handle: string, kind: "order" | "shop"): { declared: Declared; target: string } | null => {
  const declared = shownExtensions(view).find((d) => d.handle === handle);
  const target = declared ? [...declared.modules.keys()].find((t) => FULL_PAGES[t] === kind) : undefined;
  return declared && target !== undefined ? { declared, target } : null;
};

/** The language of the extension's texts: the reader's, else its main one, else the default (documented: "Localize"). */
function textsFor(declared: Declared, locale: string): { extensionLocale: string; texts: unknown; fallbackTexts: unknown } {
  const found = [locale, locale.split("-")[0] ?? locale].find((l) => l in declared.locales) ?? declared.defaultLocale;
  return { extensionLocale: found, texts: declared.locales[found] ?? {}, fallbackTexts: declared.locales[declared.defaultLocale] ?? {} };
}

const listed = (d: Declared, target: string, locale: string): object => ({
  handle: d.handle, name: d.name, target, apiVersion: d.apiVersion, locale, settings: {}, apiAccess: d.apiAccess, networkAccess: d.networkAccess, ...textsFor(d, locale),
});

const PREFIX: Readonly<Record<ExtensionPage["surface"], string>> = { account: "customer-account.", admin: "admin.", pos: "pos." };

/** The scripts and settings that run the app's extensions on a page; nothing where there are none. */
export function extensionScripts(view: View, page: ExtensionPage): Html | null {
  const { app, shop } = view;
  const mine = shownExtensions(view).flatMap((d) => [...d.modules.keys()].filter((t) => t.startsWith(PREFIX[page.surface])).map((target) => ({ d, target })));
  if (!app || mine.length === 0) return null;
  const base = page.surface === "account" ? accountPath(shop) : storePath(shop);
  const settings = {
    surface: page.surface, base, appBase: storePath(shop, `/apps/${app.handle}`), appUrl: app.url, country: page.country ?? null, page: page.page ?? null, context: page.context ?? {},
    shop: { id: shop.id, name: shop.name, domain: shop.domain, currency: shop.currency, zone: shop.zone },
    extensions: mine.map(({ d, target }) => listed(d, target, view.locale)),
    pages: Object.fromEntries(mine.flatMap(({ d, target }) => (FULL_PAGES[target] ? [[d.handle, FULL_PAGES[target]]] : []))),
  };
  return html`<link rel="stylesheet" href="/faces/extensions.css"><script type="application/json" id="extensions">${scriptJson(settings)}</script>
    <script type="module" src="/extensions/host.js"></script>`;
}

/** Where extensions of a target stand; without any it says so, so that the place is seen. */
export function mountPlace(target: string, context: Readonly<Record<string, unknown>> = {}): Html {
  return html`<div class="slot noprint" data-extension-target="${target}" data-context="${JSON.stringify(context)}">Extensions of ${target}</div>`;
}

/** Where buttons of a target's actions stand; nothing is seen without any. */
export function actionPlace(target: string, context: Readonly<Record<string, unknown>> = {}): Html {
  return html`<span class="actionplace noprint" data-extension-target="${target}" data-context="${JSON.stringify(context)}"></span>`;
}
