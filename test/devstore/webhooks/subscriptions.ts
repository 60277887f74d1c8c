import type { Shop } from "../shop.ts";
import type { AppSettings } from "../oauth/appSettings.ts";
import { localAddress } from "./loopback.ts";

/** One address that hears of one topic. `gid` is null for those of shopify.app.toml; `url` null when it is elsewhere. */
export type Subscription = {
  readonly gid: string | null;
  readonly clientId: string;
  readonly uri: string;
  readonly url: URL | null;
  readonly apiVersion: string;
  readonly filter: string | null;
  readonly includeFields: readonly string[] | null;
};

/** "orders/create" as the Admin API's enum has it: "ORDERS_CREATE". */
export const topicEnum = (topic: string): string => topic.toUpperCase().replace(/[/.]/g, "_");

/** Everyone who hears of a topic in a shop: first what the app declares, then what it or other apps subscribed to by API. */
export function subscriptionsTo(shop: Shop, app: AppSettings, topic: string): Subscription[] {
  const { applicationUrl, apiVersion, subscriptions } = app.declaration;
  const declared = subscriptions.filter((s) => s.topic === topic).map((s) => ({ ...s, gid: null, clientId: app.clientId, apiVersion }));
  return [...declared, ...madeByApi(shop, topic)].map((s) => ({ ...s, url: localAddress(s.uri, applicationUrl, app.appUrl) }));
}

function madeByApi(shop: Shop, topic: string): Omit<Subscription, "url">[] {
  return [...shop.webhookSubscriptions.values()]
    .filter((made) => made.topic === topicEnum(topic))
    .map((made) => ({
      gid: made.id, clientId: made.clientId, uri: made.uri, apiVersion: made.version, filter: made.filter,
      includeFields: made.includeFields.length === 0 ? null : made.includeFields,
    }));
}

/** Takes away every subscription that an app made by API in a shop. */
export function removeSubscriptionsOf(shop: Shop, clientId: string): void {
  for (const [key, made] of shop.webhookSubscriptions) if (made.clientId === clientId) shop.webhookSubscriptions.delete(key);
}
