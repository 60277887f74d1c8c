import { createHmac } from "node:crypto";
import { tailOf } from "../kernel/ids.ts";
import { mintAdminToken } from "../oauth/sessionToken.ts";
import { staffUser } from "../oauth/staffUser.ts";
import type { Shop } from "../shop.ts";
import { adminPage, emptyState } from "./adminFrame.ts";
import { hostParam, type FaceApp } from "./faceApp.ts";
import { html, scriptJson } from "./html.ts";
import { handleOfShop, storePath, type View } from "./view.ts";

/** A session token for the shop's owner, as the admin gives it to the embedded app. */
export function sessionTokenFor(shop: Shop, app: FaceApp): string {
  return mintAdminToken({ domain: shop.domain, clientId: app.clientId, secret: app.secret, nowMs: Date.now() }, staffUser(shop).id, sessionOf(shop));
}

/** The session of the shop's owner; the same as control's `/__mint` names. */
const sessionOf = (shop: Shop): string => `${tailOf(shop.id)}-staff`;

/**
 * The app's address as the admin opens it: shop, host, session token and the rest, signed as Shopify signs the query
 * (hex HMAC over the sorted parameters; Shopify, "Verify a request").
 */
export function embeddedUrl(shop: Shop, app: FaceApp, path: string, query: URLSearchParams): string {
  const params: Record<string, string> = {
    embedded: "1", host: hostParam(handleOfShop(shop)), id_token: sessionTokenFor(shop, app), locale: "en", session: sessionOf(shop),
    shop: shop.domain, timestamp: String(Math.floor(Date.now() / 1000)), ...Object.fromEntries(query),
  };
  const message = Object.keys(params).sort().map((key) => `${key}=${params[key]}`).join("&");
  const url = new URL(path, app.url);
  if (url.origin !== new URL(app.url).origin) throw new Error("an app's page is on the app's own server");
  for (const [key, value] of Object.entries({ ...params, hmac: createHmac("sha256", app.secret).update(message).digest("hex") })) url.searchParams.set(key, value);
  return url.href;
}

/** The app in its frame: title bar above, App Bridge's other end below. */
export function adminApp(view: View, path: string): string {
  const { app, shop } = view;
  if (!app) return adminPage(view, "app", "Apps", html`<section class="card">${emptyState("No app is installed", "Start the dev store together with the app, or tell it where the app answers.")}</section>`);
  const settings = {
    app: { handle: app.handle, name: app.name, origin: new URL(app.url).origin, clientId: app.clientId, scopes: app.scopes },
    base: storePath(shop, `/apps/${app.handle}`), store: storePath(shop), shop: shop.domain, user: staffUser(shop),
  };
  return adminPage(view, "app", app.name, html`<div class="appbar"><h1 id="apptitle">${app.name}</h1><span class="end" id="appactions"></span></div>
    <iframe class="appframe" id="app" title="${app.name}" data-src="${embeddedUrl(shop, app, path, view.url.searchParams)}" allow="clipboard-write; fullscreen"></iframe>
    <div id="loading" role="progressbar" aria-label="Loading" hidden></div><div id="toasts" role="status" aria-live="polite"></div>
    <div id="savebar" role="region" aria-label="Unsaved changes" hidden><span>Unsaved changes</span><button type="button" class="discard">Discard</button>
      <button type="button" class="primary save">Save</button></div>
    <dialog id="picker" aria-labelledby="pickertitle"></dialog><dialog id="confirm" aria-labelledby="confirmtitle"></dialog>
    <script type="application/json" id="settings">${scriptJson(settings)}</script><script type="module" src="/faces/host.js"></script>`, true);
}
