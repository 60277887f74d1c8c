import type { Ctx, FieldMap, NodeMap } from "../kernel/context.ts";
import { gid, readGid, tailOf } from "../kernel/ids.ts";
import { API_VERSIONS } from "../kernel/schema.ts";
import { Failure } from "../kernel/failure.ts";
import { instantOf } from "../kernel/clock.ts";
import { PLANS, type Shop } from "../shop.ts";

const IMPERIAL = new Set(["US", "LR", "MM"]);
const countries = new Intl.DisplayNames(["en"], { type: "region" });

export const shopFields: FieldMap = {
  Query: {
    shop: (_args: object, ctx: Ctx) => ctx.shop,
    publicApiVersions: () => API_VERSIONS.map((handle) => ({ __typename: "ApiVersion", handle, displayName: handle, supported: true })),
    // Every job here is done before its mutation answers; the answer itself still says `done: false`, as recorded.
    job: (args: { id: string }) => {
      if (readGid(args.id)?.type !== "Job") throw new Failure(`Invalid id: ${args.id}`, "RESOURCE_NOT_FOUND");
      return { __typename: "Job", id: args.id, done: true };
    },
  },
  Job: { query: () => ({}) },
  Shop: {
    myshopifyDomain: (shop: Shop) => shop.domain,
    currencyCode: (shop: Shop) => shop.currency,
    ianaTimezone: (shop: Shop) => shop.zone,
    timezoneAbbreviation: (shop: Shop) => zonePart(shop, "short"),
    timezoneOffset: (shop: Shop) => offsetText(offsetMinutes(shop)),
    timezoneOffsetMinutes: offsetMinutes,
    contactEmail: (shop: Shop) => shop.email,
    url: (shop: Shop) => `https://${shop.domain}`,
    primaryDomain: (shop: Shop) => ({ __typename: "Domain", id: gid("Domain", tailOf(shop.id)), host: shop.domain, url: `https://${shop.domain}`, sslEnabled: true }),
    plan: (shop: Shop) => ({ displayName: PLANS[shop.plan].displayName, publicDisplayName: PLANS[shop.plan].displayName, partnerDevelopment: true, shopifyPlus: isPlus(shop) }),
    shopOwnerName: (shop: Shop) => `${shop.name} Owner`,
    description: () => null,
    enabledPresentmentCurrencies: (shop: Shop) => [shop.currency],
    orderNumberFormatPrefix: () => "#",
    orderNumberFormatSuffix: () => "",
    setupRequired: () => false,
    checkoutApiSupported: () => true,
    taxShipping: () => true,
    unitSystem: (shop: Shop) => (IMPERIAL.has(shop.countryCode) ? "IMPERIAL_SYSTEM" : "METRIC_SYSTEM"),
    weightUnit: (shop: Shop) => (IMPERIAL.has(shop.countryCode) ? "POUNDS" : "KILOGRAMS"),
    updatedAt: (shop: Shop) => shop.createdAt,
    billingAddress: addressOfShop,
    shopAddress: addressOfShop,
    currencyFormats: (shop: Shop) => currencyFormats(shop.currency),
    alerts: () => [],
    navigationSettings: () => [],
    transactionalSmsDisabled: () => false,
    marketingSmsConsentEnabledAtCheckout: () => false,
    resourceLimits: () => ({ locationLimit: 200, maxProductOptions: 3, maxProductVariants: 2048, redirectLimitReached: false }),
  },
};

const isPlus = (shop: Shop): boolean => shop.plan === "plus" || shop.plan === "enterprise";

function zonePart(shop: Shop, form: "short" | "longOffset"): string {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone: shop.zone, timeZoneName: form }).formatToParts(instantOf(shop.clock));
  return parts.find((p) => p.type === "timeZoneName")?.value ?? "";
}

/** Minutes east of Greenwich, now. */
function offsetMinutes(shop: Shop): number {
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(zonePart(shop, "longOffset")) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${String(Math.floor(size / 60)).padStart(2, "0")}${String(size % 60).padStart(2, "0")}`;
}

function addressOfShop(shop: Shop): object {
  const country = countries.of(shop.countryCode) ?? shop.countryCode;
  return {
    __typename: "ShopAddress", id: gid("ShopAddress", tailOf(shop.id)), address1: null, address2: null, city: null, company: shop.name, coordinatesValidated: false,
    country, countryCode: shop.countryCode, countryCodeV2: shop.countryCode, firstName: null, lastName: null, name: null, formatted: [country], formattedArea: country,
    latitude: null, longitude: null, phone: null, province: null, provinceCode: null, zip: null,
  };
}

function currencyFormats(currency: string): object {
  const symbol = new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay: "narrowSymbol" }).formatToParts(0).find((p) => p.type === "currency")?.value ?? "";
  const moneyFormat = `${symbol}{{amount}}`;
  const withCode = `${moneyFormat} ${currency}`;
  return { moneyFormat, moneyInEmailsFormat: moneyFormat, moneyWithCurrencyFormat: withCode, moneyWithCurrencyInEmailsFormat: withCode };
}

export const shopNodes: NodeMap = { Shop: (ctx, id) => (ctx.shop.id === id ? ctx.shop : null) };
