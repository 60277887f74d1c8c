import type { Shop } from "../shop.ts";

/** Where a shop fulfils from: its first active location that takes online orders. */
export function fulfillingLocation(shop: Shop): string {
  const locations = [...shop.locations.values()];
  const found = locations.find((l) => l.isActive && l.fulfillsOnlineOrders) ?? locations[0];
  if (!found) throw new Error("a shop without locations");
  return found.id;
}
