import type { Outside } from "../control/outside.ts";
import { timeOf } from "../kernel/clock.ts";
import type { Shop } from "../shop.ts";
import { deliver } from "../webhooks/dispatch.ts";
import { dropWaiting } from "../webhooks/queue.ts";
import { removeSubscriptionsOf } from "../webhooks/subscriptions.ts";
import { revokeAll } from "./accessToken.ts";

/** Installs the app where it is not installed yet, as the merchant does who opens it for the first time. */
export function openedBy(shop: Shop, app: { clientId: string; scopes: readonly string[] }): void {
  shop.installation ??= { clientId: app.clientId, scopes: app.scopes.toSorted(), installedAt: timeOf(shop.clock) };
}

/**
 * Managed install: the shop grants what shopify.app.toml asks for, without a redirect. Again, with other scopes in the
 * file: they are granted and `app/scopes_update` is told (documented: "Shopify managed installation").
 */
export function install(outside: Outside, shop: Shop, scopes: readonly string[] = outside.app.declaration.scopes): void {
  const before = shop.installation;
  const current = scopes.toSorted();
  openedBy(shop, { clientId: outside.app.clientId, scopes });
  if (before === null || before.scopes.join() === current.join()) return;
  shop.installation = { ...before, scopes: current };
  deliver(outside, { shop, topic: "app/scopes_update", id: shop.id, at: timeOf(shop.clock), detail: { previous: before.scopes, current } });
}

/**
 * The merchant removes the app: its tokens end at once, its API-made subscriptions go, webhooks that wait are not sent
 * any more, and `app/uninstalled` is told. False when it was not installed.
 */
export function uninstall(outside: Outside, shop: Shop): boolean {
  if (shop.installation === null) return false;
  dropWaiting(outside.queue, (delivery) => delivery.shop === shop.domain);
  deliver(outside, { shop, topic: "app/uninstalled", id: shop.id, at: timeOf(shop.clock), detail: {} });
  shop.installation = null;
  revokeAll(shop, outside.app.clientId);
  removeSubscriptionsOf(shop, outside.app.clientId);
  return true;
}
