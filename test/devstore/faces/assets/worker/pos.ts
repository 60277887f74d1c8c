import type { Start } from "../extensions/protocol.ts";
import { makeI18n } from "./i18n.ts";
import { ask } from "./link.ts";
import { withoutModel } from "./notModelled.ts";
import { constant } from "./signals.ts";

const NOT_MODELLED = ["action", "camera", "cart", "cashDrawer", "connectivity", "customer", "device", "draftOrder", "pinPad", "print", "printing", "product", "productSearch", "scanner", "cartLineItem"];

const tailOf = (gid: string): number => Number(gid.slice(gid.lastIndexOf("/") + 1));

/** `shopify` of a point of sale extension on an order. */
export function posApi(start: Start): object {
  const { target, shop, context } = start;
  const pos = context.pos;
  const api = {
    extensionPoint: target, extension: { apiVersion: start.apiVersion, target }, i18n: makeI18n(start),
    locale: { current: constant(start.locale) },
    toast: { show: (content: string) => void ask("toast", content) },
    session: {
      currentSession: { shopId: tailOf(shop.id), userId: pos?.userId ?? 0, shopDomain: shop.domain, locationId: pos?.locationId ?? 0, currency: shop.currency, posVersion: "10.0.0" },
      staffMember: constant(undefined), deviceId: 1, getSessionToken: () => ask("token"),
    },
    storage: { get: (key: string) => ask("storage", "read", key), set: (key: string, value: unknown) => ask("storage", "write", key, value), delete: (key: string) => ask("storage", "delete", key),
      clear: () => ask("storage", "clear") },
    ...(pos ? { order: pos.order } : {}),
  };
  return withoutModel(api, NOT_MODELLED);
}
