import type { Shop } from "../shop.ts";
import type { AppSettings } from "../oauth/appSettings.ts";
import { localAddress } from "./loopback.ts";

/** One address that hears of one topic. `gid` is null for those of shopify.app.toml; `url` null when it is elsewhere. */
export type Subscription = {
  readonly gid: string | null;
  readonly uri: string;
  readonly url: URL | null;
  readonly filter: string | null;
  readonly includeFields: readonly string[] | null;
};

/** "orders/create" as the Admin API's enum has it: "ORDERS_CREATE". */
export const topicEnum = (topic: string): string => topic.toUpperCase().replace(/[/.]/g, "_");

/** Everyone who hears of a topic in a shop: first what the app declares, then what it subscribed to by API. */
export function subscriptionsTo(shop: Shop, app: AppSettings, topic: string): Subscription[] {
  const { applicationUrl, subscriptions } = app.declaration;
  const declared = subscriptions.filter((s) => s.topic === topic).map((s) => ({ ...s, gid: null }));
  return [...declared, ...madeByApi(shop, topic)].map((s) => ({ ...s, url: localAddress(s.uri, applicationUrl, app.appUrl) }));
}

type ApiMade = { readonly id: string; readonly topic: string; readonly uri: string; readonly filter: string | null; readonly includeFields: readonly string[] };

const tableOf = (shop: Shop): Map<string, ApiMade> => (shop as { webhookSubscriptions?: Map<string, ApiMade> }).webhookSubscriptions ?? new Map();

function madeByApi(shop: Shop, topic: string): Omit<Subscription, "url">[] {
  return [...tableOf(shop).values()]
    .filter((made) => made.topic === topicEnum(topic))
    .map((made) => ({ gid: made.id, uri: made.uri, filter: made.filter, includeFields: made.includeFields.length === 0 ? null : made.includeFields }));
}

/** Takes one API-made subscription away, or all of them. */
export function removeApiSubscriptions(shop: Shop, gid?: string): void {
  if (gid === undefined) tableOf(shop).clear();
  else tableOf(shop).delete(gid);
}
