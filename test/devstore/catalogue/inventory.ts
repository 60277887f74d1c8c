import { gid, newId, tailOf } from "../kernel/ids.ts";
import type { Minor } from "../kernel/money.ts";
import type { Shop } from "../shop.ts";

export type InventoryItemRecord = {
  __typename: "InventoryItem";
  id: string;
  variantId: string;
  tracked: boolean;
  requiresShipping: boolean;
  /** Minor units of the shop's currency. */
  cost: Minor | null;
  countryCodeOfOrigin: string | null;
  provinceCodeOfOrigin: string | null;
  harmonizedSystemCode: string | null;
  weight: { value: number; unit: string } | null;
  createdAt: string;
  updatedAt: string;
};

export const STATES = ["available", "committed", "damaged", "incoming", "on_hand", "quality_control", "reserved", "safety_stock"] as const;
export type StockState = (typeof STATES)[number];

export type InventoryLevelRecord = {
  __typename: "InventoryLevel";
  id: string;
  itemId: string;
  locationId: string;
  isActive: boolean;
  /** All states but on_hand, which is their sum without what is incoming (documented: inventory states). */
  quantities: Record<Exclude<StockState, "on_hand">, number>;
  createdAt: string;
  updatedAt: string;
};

const nothing = (): InventoryLevelRecord["quantities"] => ({ available: 0, committed: 0, damaged: 0, incoming: 0, quality_control: 0, reserved: 0, safety_stock: 0 });

/** The item of a new variant, stocked at the first location. */
export function addInventoryItem(shop: Shop, variantId: string, now: string): InventoryItemRecord {
  const item: InventoryItemRecord = {
    __typename: "InventoryItem", id: newId(shop, "InventoryItem"), variantId, tracked: false, requiresShipping: true, cost: null,
    countryCodeOfOrigin: null, provinceCodeOfOrigin: null, harmonizedSystemCode: null, weight: null, createdAt: now, updatedAt: now,
  };
  shop.inventoryItems.set(item.id, item);
  const first = [...shop.locations.values()].find((l) => l.isActive);
  if (first) stockedAt(shop, item.id, first.id, now);
  return item;
}

export function removeInventoryItem(shop: Shop, itemId: string): void {
  for (const level of levelsOf(shop, itemId)) shop.inventoryLevels.delete(level.id);
  shop.inventoryItems.delete(itemId);
}

/** "gid://shopify/InventoryLevel/5?inventory_item_id=7": the location's number and the item's, so each pair has one. */
export const levelId = (itemId: string, locationId: string): string => `${gid("InventoryLevel", tailOf(locationId))}?inventory_item_id=${tailOf(itemId)}`;

export const levelOf = (shop: Shop, itemId: string, locationId: string): InventoryLevelRecord | undefined => shop.inventoryLevels.get(levelId(itemId, locationId));

export const levelsOf = (shop: Shop, itemId: string): InventoryLevelRecord[] =>
  [...shop.locations.keys()].flatMap((locationId) => levelOf(shop, itemId, locationId) ?? []);

/** The level of an item at a location, made when there is none. */
export function stockedAt(shop: Shop, itemId: string, locationId: string, now: string): InventoryLevelRecord {
  const known = levelOf(shop, itemId, locationId);
  if (known) {
    known.isActive = true;
    return known;
  }
  const level: InventoryLevelRecord = {
    __typename: "InventoryLevel", id: levelId(itemId, locationId), itemId, locationId, isActive: true, quantities: nothing(), createdAt: now, updatedAt: now,
  };
  shop.inventoryLevels.set(level.id, level);
  return level;
}

/** What is physically there. */
export function onHand(level: InventoryLevelRecord): number {
  const q = level.quantities;
  return q.available + q.committed + q.damaged + q.quality_control + q.reserved + q.safety_stock;
}

export const quantityOf = (level: InventoryLevelRecord, state: StockState): number => (state === "on_hand" ? onHand(level) : level.quantities[state]);

/** Adds to one state; on_hand moves what is available. Negative takes away; stock may go below zero. Returns the new quantity. */
export function moveStock(level: InventoryLevelRecord, state: StockState, delta: number, now: string): number {
  const real = state === "on_hand" ? "available" : state;
  level.quantities[real] += delta;
  level.updatedAt = now;
  return quantityOf(level, state);
}

/** Available over all locations: what a variant shows as its quantity. */
export const availableOf = (shop: Shop, itemId: string): number => levelsOf(shop, itemId).reduce((sum, level) => sum + level.quantities.available, 0);
