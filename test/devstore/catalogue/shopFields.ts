import type { Ctx, FieldMap, NodeMap } from "../kernel/context.ts";
import { PLANS, type Shop } from "../shop.ts";

export const shopFields: FieldMap = {
  Query: { shop: (_args: object, ctx: Ctx) => ctx.shop },
  Shop: {
    myshopifyDomain: (shop: Shop) => shop.domain,
    currencyCode: (shop: Shop) => shop.currency,
    ianaTimezone: (shop: Shop) => shop.zone,
    contactEmail: (shop: Shop) => shop.email,
    url: (shop: Shop) => `https://${shop.domain}`,
    plan: (shop: Shop) => ({ displayName: PLANS[shop.plan].displayName, publicDisplayName: PLANS[shop.plan].displayName, partnerDevelopment: true, shopifyPlus: shop.plan === "plus" || shop.plan === "enterprise" }),
  },
};

export const shopNodes: NodeMap = { Shop: (ctx, id) => (ctx.shop.id === id ? ctx.shop : null) };
