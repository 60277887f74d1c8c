import { outsideOf } from "../control/outside.ts";
import type { Asked } from "../kernel/server.ts";
import type { Answer, World } from "../kernel/world.ts";
import { install, openedBy, uninstall } from "../oauth/install.ts";
import { actOnOrder, callAsOwner, doAsOwner, refusalOf } from "./act.ts";
import { isAct } from "./acts.ts";
import { adminApp, sessionTokenFor } from "./adminApp.ts";
import { adminProduct, adminProducts } from "./adminCatalogue.ts";
import { adminCustomer, adminCustomers } from "./adminCustomers.ts";
import { adminPage, emptyState } from "./adminFrame.ts";
import { adminOrder } from "./adminOrder.ts";
import { adminOrders } from "./adminOrders.ts";
import { adminSettings } from "./adminSettings.ts";
import { html } from "./html.ts";
import { makeOrder, newOrderPage } from "./newOrder.ts";
import { PICKER_COLLECTIONS_QUERY, PICKER_QUERY } from "./readings.ts";
import { goTo, notFound, page } from "./answers.ts";
import { posOrder } from "./posPage.ts";
import { storePath, type View } from "./view.ts";

/** The admin's pages by their path below /store/SHOP. */
export function adminGet(asked: Asked, _world: World, view: View, rest: string): Answer {
  const [, section = "", id = "", more = ""] = rest.split("/");
  const numbered = /^\d+$/.test(id);
  switch (section) {
    case "": return goTo(storePath(view.shop, "/orders"));
    case "orders": return shown(view, id === "new" ? newOrderPage(view) : numbered ? adminOrder(view, id) : adminOrders(view));
    case "products": return shown(view, numbered ? adminProduct(view, id) : adminProducts(view));
    case "customers": return shown(view, numbered ? adminCustomer(view, id) : adminCustomers(view));
    case "settings": return shown(view, adminSettings(view));
    case "apps": return appPage(view, rest);
    case "pos": return shown(view, id === "orders" && /^\d+$/.test(more) ? posOrder(view, more) : null);
    case "picker": return picked(view, asked.url.searchParams);
    default: return shown(view, null);
  }
}

function shown(view: View, content: string | null): Answer {
  if (content !== null) return page(content, view.app);
  const none = html`<div class="head"><h1>Not found</h1></div>
    <section class="card">${emptyState("There is nothing here", "It may have been deleted, or the address is not quite right.")}</section>`;
  return { ...page(adminPage(view, "orders", "Not found", none), view.app), status: 404 };
}

/** Links carry the app's handle or its client id, as at Shopify. Opening the app installs it. */
function appPage(view: View, rest: string): Answer {
  const [, , name = "", ...path] = rest.split("/");
  if (view.app && name !== view.app.handle && name !== view.app.clientId) return shown(view, null);
  if (view.app) openedBy(view.shop, view.app);
  return page(adminApp(view, `/${path.join("/")}`), view.app);
}

type PickerAnswer = { products?: { nodes: Record<string, unknown>[] } | null; collections?: { nodes: Record<string, unknown>[] } | null };

function picked(view: View, params: URLSearchParams): Answer {
  const query = params.get("query") || null;
  const read = view.read<PickerAnswer>(params.get("type") === "collection" ? PICKER_COLLECTIONS_QUERY : PICKER_QUERY, { query });
  const items = (read.products ?? read.collections)?.nodes ?? [];
  return { status: 200, body: { items: items.map((item) => withNodes(item)) } };
}

/** Variants as the list that the picker hands over. */
function withNodes(item: Record<string, unknown>): Record<string, unknown> {
  const variants = item["variants"] as { nodes: unknown[] } | undefined;
  return variants ? { ...item, variants: variants.nodes } : item;
}

/** What is posted below /store/SHOP: buttons of an order, session tokens, the app's direct Admin API calls. */
export async function adminPost(asked: Asked, world: World, view: View, rest: string): Promise<Answer> {
  const [, section = "", id = ""] = rest.split("/");
  if (section === "session-token" && view.app) return { status: 200, body: sessionTokenFor(view.shop, view.app), headers: { "content-type": "text/plain", "cache-control": "no-store" } };
  if (section === "settings") return changeInstallation(asked, world, view);
  if (section === "direct") return { status: 200, body: await callAsOwner(world, view.shop, directBody(asked)) };
  const form = new URLSearchParams(asked.body.toString("utf8"));
  if (section === "orders" && id === "new") return orderMade(world, view, form);
  const act = form.get("act") ?? "";
  if (section !== "orders" || !/^\d+$/.test(id) || !isAct(act)) return notFound("No such action");
  const refused = await actOnOrder(world, view, act, `gid://shopify/Order/${id}`, form);
  return goTo(`${storePath(view.shop, `/orders/${id}`)}?${new URLSearchParams(refused === null ? { said: "Done." } : { refused }).toString()}`);
}

async function orderMade(world: World, view: View, form: URLSearchParams): Promise<Answer> {
  let made = "new";
  const refused = await refusalOf(async () => {
    made = await makeOrder((query, variables) => doAsOwner(world, view.shop, query, variables), form, view.shop.currency);
  });
  return goTo(`${storePath(view.shop, `/orders/${made}`)}?${new URLSearchParams(refused === null ? { said: "Order created." } : { refused }).toString()}`);
}

/** The settings' button: the merchant takes the app away or has it again. */
function changeInstallation(asked: Asked, world: World, view: View): Answer {
  if (!view.app) return notFound("No app");
  const act = new URLSearchParams(asked.body.toString("utf8")).get("act");
  if (act === "uninstall") uninstall(outsideOf(world), view.shop);
  else install(outsideOf(world), view.shop);
  return goTo(storePath(view.shop, `/settings?said=${act === "uninstall" ? "Uninstalled." : "Installed."}`));
}

function directBody(asked: Asked): { query: string; operationName: string | null; variables: Record<string, unknown> } {
  const read = JSON.parse(asked.body.toString("utf8")) as { query?: string; operationName?: string | null; variables?: Record<string, unknown> };
  return { query: read.query ?? "", operationName: read.operationName ?? null, variables: read.variables ?? {} };
}
