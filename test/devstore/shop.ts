import { createHash } from "node:crypto";
import type { Clock } from "./kernel/clock.ts";
import type { UsedKey } from "./kernel/idempotency.ts";
import type { AccessToken } from "./kernel/world.ts";
import { catalogueTables, type CatalogueTables } from "./catalogue/tables.ts";
import { addFirstLocation } from "./catalogue/location.ts";
import { orderTables, type OrderTables } from "./orders/tables.ts";
import { oauthTables, type OauthTables } from "./oauth/accessToken.ts";

/** Points a second and bucket of each plan (documented: Admin API rate limits; the bucket holds twenty seconds' worth). */
export const PLANS = {
  basic: { displayName: "Basic", restoreRate: 100 },
  advanced: { displayName: "Advanced", restoreRate: 200 },
  plus: { displayName: "Shopify Plus", restoreRate: 1000 },
  enterprise: { displayName: "Enterprise", restoreRate: 2000 },
} as const;
export type Plan = keyof typeof PLANS;

export type ShopCore = {
  readonly __typename: "Shop";
  readonly id: string;
  readonly domain: string;
  name: string;
  email: string;
  readonly currency: string;
  /** IANA zone, e.g. America/Toronto. */
  zone: string;
  countryCode: string;
  readonly plan: Plan;
  taxesIncluded: boolean;
  clock: Clock;
  /** The next number of any gid. */
  ids: { next: number };
  /** Next numbers of what people read: order "#1001". */
  numbers: { order: number };
  /** Access tokens by their text. */
  tokens: Map<string, AccessToken>;
  /** Points left in the bucket and when they were counted (real ms: a stopped clock must not stop the refill). */
  throttle: { available: number; at: number };
  /** Keys of `@idempotent` and what they were used for; the oldest go first. */
  idempotency: Map<string, UsedKey>;
  createdAt: string;
};

/** One shop's whole state: plain data in Maps of plain records; each area gathers its tables here. */
export type Shop = ShopCore & OauthTables & CatalogueTables & OrderTables;

export type ShopOptions = {
  domain: string;
  name?: string;
  email?: string;
  currency?: string;
  zone?: string;
  countryCode?: string;
  plan?: Plan;
  taxesIncluded?: boolean;
  tokens?: AccessToken[];
};

/** A fresh shop with one active location. Ids of different shops differ: they start at a number made from the domain. */
export function createShop(options: ShopOptions): Shop {
  const start = firstId(options.domain);
  const plan = options.plan ?? "basic";
  const core: ShopCore = {
    __typename: "Shop",
    id: `gid://shopify/Shop/${start}`,
    domain: options.domain,
    name: options.name ?? options.domain.replace(/\.myshopify\.com$/, ""),
    email: options.email ?? `owner@${options.domain.replace(/\.myshopify\.com$/, "")}.example`,
    currency: options.currency ?? "USD",
    zone: options.zone ?? "America/Toronto",
    countryCode: options.countryCode ?? "CA",
    plan,
    taxesIncluded: options.taxesIncluded ?? false,
    clock: { aheadMs: 0, stoppedAt: null },
    ids: { next: start + 1 },
    numbers: { order: 1001 },
    tokens: new Map((options.tokens ?? []).map((t) => [t.token, t])),
    idempotency: new Map(),
    throttle: { available: PLANS[plan].restoreRate * 20, at: Date.now() },
    createdAt: new Date().toISOString().slice(0, 19) + "Z",
  };
  const shop: Shop = { ...core, ...oauthTables(), ...catalogueTables(), ...orderTables() };
  addFirstLocation(shop);
  return shop;
}

function firstId(domain: string): number {
  const hash = createHash("sha256").update(domain).digest().readUIntBE(0, 4);
  return 1_000_000_000 + (hash % 4_000_000) * 2_000_000;
}
