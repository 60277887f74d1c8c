import type { Start } from "../extensions/protocol.ts";
import { makeI18n } from "./i18n.ts";
import { ask } from "./link.ts";
import { withoutModel } from "./notModelled.ts";
import { constant } from "./signals.ts";

/** An order as the page gives it: what Shopify shows as signals and plain values. */
type OrderContext = { order: object; lines: object[]; cost: Record<"subtotalAmount" | "totalShippingAmount" | "totalTaxAmount" | "totalAmount", object>; currency: string; note: string | undefined;
  attributes: object[]; discountCodes: object[]; shippingAddress: object | undefined };

const ABOUT_ORDER = /^customer-account\.order(-status\.|\.page\.)/;
const NOT_MODELLED = ["intents", "customerPrivacy", "applyTrackingConsentChange", "buyerIdentity", "appliedGiftCards", "appMetafields", "checkoutSettings", "discountAllocations",
  "checkoutToken", "billingAddress", "fulfillmentId", "locationId"];

/** `shopify` of a customer account extension. */
export function customerAccountApi(start: Start): object {
  const { context } = start;
  const api = {
    ...standard(start),
    ...(context.returnId ? { returnId: context.returnId } : {}),
    ...(start.target.startsWith("customer-account.order.action.") ? { orderId: context.orderId, close: () => void ask("close") } : {}),
    ...(ABOUT_ORDER.test(start.target) && context.order ? aboutOrder(start, context.order as OrderContext) : {}),
  };
  return withoutModel(api, NOT_MODELLED);
}

const language = (isoCode: string): object => constant({ isoCode });

function localization(start: Start): object {
  return { language: language(start.locale), extensionLanguage: language(start.extensionLocale), country: constant(start.country === null ? undefined : { isoCode: start.country }) };
}

function standard(start: Start): object {
  const { target } = start;
  return {
    extensionPoint: target, version: "unknown", i18n: makeI18n(start), settings: constant(start.settings), localization: localization(start),
    extension: { apiVersion: start.apiVersion, target, capabilities: constant([...(start.apiAccess ? ["api_access"] : []), ...(start.networkAccess ? ["network_access"] : [])]),
      editor: undefined, rendered: constant(true), scriptUrl: start.module, version: undefined },
    authenticatedAccount: { customer: constant(start.context.customerId ? { id: start.context.customerId } : undefined), purchasingCompany: constant(undefined) },
    sessionToken: { get: () => ask("token") },
    storage: { read: (key: string) => ask("storage", "read", key), write: (key: string, data: unknown) => ask("storage", "write", key, data), delete: (key: string) => ask("storage", "delete", key) },
    analytics: { publish: (name: string, data: unknown) => ask("analytics", name, data), visitor: () => Promise.reject(new Error("not modelled: shopify.analytics.visitor")) },
    toast: { show: async (content: string) => { const id = await ask<number>("toast", content); return { hide: () => void ask("toastHide", id) }; } },
    query: () => Promise.reject(new Error("not modelled: shopify.query (Storefront API)")),
  };
}

function aboutOrder(start: Start, { order, lines, cost, currency, note, attributes, discountCodes, shippingAddress }: OrderContext): object {
  const { shop } = start;
  return {
    order: constant(order), lines: constant(lines), note: constant(note), attributes: constant(attributes), discountCodes: constant(discountCodes), shippingAddress: constant(shippingAddress),
    cost: Object.fromEntries(Object.entries(cost).map(([name, value]) => [name, constant(value)])),
    localization: { ...localization(start), currency: constant({ isoCode: currency }), timezone: constant(shop.zone), market: constant(undefined) },
    shop: { id: shop.id, name: shop.name, myshopifyDomain: shop.domain, storefrontUrl: `https://${shop.domain}` },
    authenticationState: constant("fully_authenticated"), requireLogin: () => Promise.resolve(),
  };
}
