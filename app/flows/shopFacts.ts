/** What the shop's settings and the policy in force on the day of purchase add to an order's facts. */
import { returnAddressFor } from "../settings.ts";
import type { ShopFacts } from "../shopify/claim.ts";
import type { PublishedPolicy } from "../store/policyVersions.ts";
import type { ShopRow } from "../store/shops.ts";

/** What the shop's settings and the version in force on the day of purchase add to an order's facts. */
export const shopFacts = (shop: ShopRow, policy: Readonly<{ inForce: Readonly<{ policy: Readonly<{ id: string }> }>; settings: PublishedPolicy["settings"] }>): ShopFacts => ({
  policy: policy.inForce.policy.id, zone: shop.zone, mapping: shop.settings.mapping, holidays: shop.settings.holidays, settings: policy.settings,
  ownChannels: shop.settings.ownChannels, channels: shop.settings.channels ?? [], returnCountry: (from) => returnAddressFor(shop.settings, from)?.country,
});
