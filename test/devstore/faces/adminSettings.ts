import { timeOf } from "../kernel/clock.ts";
import { PLANS } from "../shop.ts";
import { adminPage } from "./adminFrame.ts";
import { html } from "./html.ts";
import type { View } from "./view.ts";
import { when } from "./words.ts";

/** What the shop is: its facts, the app and its scopes, and the store's own tools. */
export function adminSettings(view: View): string {
  const { shop, app } = view;
  return adminPage(view, "settings", "Settings", html`<div class="head"><h1>Settings</h1></div><div class="two"><div>
    <section class="card"><header><h2>Shop</h2></header><div class="body"><dl class="facts"><dt>Name</dt><dd>${shop.name}</dd><dt>Domain</dt>
      <dd>${shop.domain}</dd><dt>E-mail</dt><dd>${shop.email}</dd><dt>Currency</dt><dd>${shop.currency}</dd>
      <dt>Time zone</dt><dd>${shop.zone}</dd><dt>Plan</dt><dd>${PLANS[shop.plan].displayName}, ${PLANS[shop.plan].restoreRate} points a second</dd>
        <dt>Its clock</dt><dd>${when(timeOf(shop.clock), shop.zone)}</dd></dl></div></section>
    <section class="card"><header><h2>App</h2></header><div class="body">${app ? html`<dl class="facts"><dt>Name</dt><dd>${app.name}</dd><dt>Address</dt>
      <dd>${app.url}</dd><dt>Client id</dt><dd>${app.clientId}</dd><dt>Scopes</dt>
      <dd>${app.scopes.map((s) => html`<span class="tag">${s}</span>`)}</dd></dl>` : html`<p class="quiet">No app is installed.</p>`}</div>
      ${app && html`<div class="foot">
        <form method="post">${shop.installation === null ? html`<button class="primary" name="act" value="install">Install</button>` : html`<button class="danger" name="act" value="uninstall">Uninstall</button>`}</form></div>`}</section></div>
    <section class="card"><header><h2>Tools</h2></header><div class="body"><ul><li><a href="/__log">Calls and their cost</a></li><li>
      <a href="/__state">State</a></li></ul></div></section></div>`);
}
