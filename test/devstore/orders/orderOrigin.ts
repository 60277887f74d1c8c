import type { Ctx } from "../kernel/context.ts";
import { gid } from "../kernel/ids.ts";
import type { OrderRecord } from "./order.ts";

type Field = (order: OrderRecord, args: object, ctx: Ctx) => unknown;

const NAMES: Record<string, string> = { web: "Online Store", pos: "Point of Sale", shopify_draft_order: "Draft Orders", iphone: "Shopify Mobile for iPhone", android: "Shopify Mobile for Android" };

/** The channel's name as people read it: known ones by Shopify's names, "channel:amazon-us" and others by their own words. */
function originName(source: string): string {
  const bare = source.replace(/^channel:/, "");
  return NAMES[bare] ?? bare.split(/[-_\s]+/).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
}

/** A number that stands for a channel's app: the same for the same name (assumed; Shopify's are those of its apps). */
function appNumber(name: string): number {
  let hash = 7;
  for (const letter of name) hash = (hash * 31 + letter.charCodeAt(0)) % 9_000_000;
  return 1_000_000 + hash;
}

function appOf(order: OrderRecord): object {
  const name = order.sourceName ? originName(order.sourceName) : order.appClientId;
  return { __typename: "OrderApp", id: gid("App", appNumber(name)), name, icon: { __typename: "Image", id: null, url: "https://cdn.shopify.com/app-icon.png", altText: null, width: null, height: null } };
}

/** Where an order came from: `sourceName` as sent names the app and the attribution (schema: OrderCreateOrderInput.sourceName). */
export const channelFields: Record<string, Field> = {
  app: appOf,
  attribution: (o) => (o.sourceName ? { __typename: "OrderAttribution", displayName: originName(o.sourceName), handle: o.sourceName.replace(/^channel:/, ""), icon: null } : null),
  merchantOfRecordApp: () => null,
  publication: () => null,
  channelInformation: (o) => (o.sourceName ? { __typename: "ChannelInformation", id: gid("ChannelInformation", appNumber(o.sourceName)), channelId: gid("Channel", appNumber(o.sourceName)), displayName: originName(o.sourceName), app: null, channelDefinition: null } : null),
  registeredSourceUrl: (o) => o.sourceUrl,
  retailLocation: () => null,
  physicalLocation: () => null,
  landingPageUrl: () => null,
  referrerUrl: () => null,
  customerJourneySummary: () => null,
};
