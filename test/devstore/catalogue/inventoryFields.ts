import type { Ctx, FieldMap, NodeMap } from "../kernel/context.ts";
import { connection, type ConnectionArgs } from "../kernel/connection.ts";
import { countOf } from "../kernel/count.ts";
import { gid, idOf, newId, tailOf } from "../kernel/ids.ts";
import { modelledOnly } from "../kernel/modelledOnly.ts";
import { minorOf, moneyV2 } from "../kernel/money.ts";
import { refuse } from "../kernel/refused.ts";
import { levelOf, levelsOf, moveStock, quantityOf, STATES, stockedAt, type InventoryItemRecord, type InventoryLevelRecord, type StockState } from "./inventory.ts";

export type ItemInput = {
  sku?: string | null; tracked?: boolean | null; requiresShipping?: boolean | null; cost?: string | number | null; countryCodeOfOrigin?: string | null;
  provinceCodeOfOrigin?: string | null; harmonizedSystemCode?: string | null; measurement?: { weight?: { value: number; unit: string } | null } | null;
};

/** Writes what an InventoryItemInput names; the SKU lives on the variant. */
export function applyItemInput(ctx: Ctx, item: InventoryItemRecord, input: ItemInput): void {
  modelledOnly(input, "InventoryItemInput", ["sku", "tracked", "requiresShipping", "cost", "countryCodeOfOrigin", "provinceCodeOfOrigin", "harmonizedSystemCode", "measurement"]);
  const variant = ctx.shop.variants.get(item.variantId);
  if (input.sku !== undefined && variant) variant.sku = input.sku;
  if (input.tracked != null) item.tracked = input.tracked;
  if (input.requiresShipping != null) item.requiresShipping = input.requiresShipping;
  if (input.cost !== undefined) item.cost = input.cost === null ? null : minorOf(input.cost, ctx.shop.currency);
  if (input.countryCodeOfOrigin !== undefined) item.countryCodeOfOrigin = input.countryCodeOfOrigin;
  if (input.provinceCodeOfOrigin !== undefined) item.provinceCodeOfOrigin = input.provinceCodeOfOrigin;
  if (input.harmonizedSystemCode !== undefined) item.harmonizedSystemCode = input.harmonizedSystemCode;
  if (input.measurement?.weight) item.weight = input.measurement.weight;
  item.updatedAt = ctx.now();
}

type Change = { inventoryItemId: string; locationId: string; changeFromQuantity?: number | null };
type AdjustArgs = { input: { name: string; reason: string; referenceDocumentUri?: string | null; changes: (Change & { delta: number })[] } };
type SetArgs = { input: { name: string; reason: string; referenceDocumentUri?: string | null; quantities: (Change & { quantity: number })[] } };

const SETTABLE = new Set(["available", "on_hand"]);

export const inventoryFields: FieldMap = {
  Query: {
    inventoryItem: (args: { id: string }, ctx: Ctx) => ctx.shop.inventoryItems.get(idOf(args.id, "InventoryItem")) ?? null,
    inventoryItems: (args: ConnectionArgs, ctx: Ctx) => connection([...ctx.shop.inventoryItems.values()], args),
    inventoryLevel: (args: { id: string }, ctx: Ctx) => ctx.shop.inventoryLevels.get(idOf(args.id, "InventoryLevel")) ?? null,
  },
  Mutation: {
    inventoryAdjustQuantities: ({ input }: AdjustArgs, ctx: Ctx) => {
      const rows = input.changes.map((change, i) => ({ level: levelFor(ctx, change, ["input", "changes", String(i)], input.name), delta: change.delta }));
      return { inventoryAdjustmentGroup: adjusted(ctx, input, rows) };
    },
    inventorySetQuantities: ({ input }: SetArgs, ctx: Ctx) => {
      if (!SETTABLE.has(input.name)) refuse(["input", "name"], "The quantity name must be either 'available' or 'on_hand'.", "INVALID_NAME");
      const rows = input.quantities.map((change, i) => {
        const level = levelFor(ctx, change, ["input", "quantities", String(i)], input.name);
        return { level, delta: change.quantity - quantityOf(level, input.name as StockState) };
      });
      return { inventoryAdjustmentGroup: adjusted(ctx, input, rows) };
    },
    inventoryActivate: (args: { inventoryItemId: string; locationId: string; available?: number | null }, ctx: Ctx) => {
      const level = levelFor(ctx, args, [], "available");
      if (args.available != null) moveStock(level, "available", args.available - level.quantities.available, ctx.now());
      return { inventoryLevel: level };
    },
    inventoryItemUpdate: (args: { id: string; input: ItemInput }, ctx: Ctx) => {
      const item = ctx.shop.inventoryItems.get(idOf(args.id, "InventoryItem")) ?? refuse(["id"], "Inventory item does not exist.");
      applyItemInput(ctx, item, args.input);
      return { inventoryItem: item };
    },
  },
  InventoryItem: {
    legacyResourceId: (i: InventoryItemRecord) => tailOf(i.id),
    sku: (i: InventoryItemRecord, _args: object, ctx: Ctx) => ctx.shop.variants.get(i.variantId)?.sku ?? null,
    unitCost: (i: InventoryItemRecord, _args: object, ctx: Ctx) => (i.cost === null ? null : moneyV2(i.cost, ctx.shop.currency)),
    measurement: (i: InventoryItemRecord) => ({ __typename: "InventoryItemMeasurement", id: gid("InventoryItemMeasurement", tailOf(i.id)), weight: i.weight ?? { value: 0, unit: "KILOGRAMS" } }),
    variant: (i: InventoryItemRecord, _args: object, ctx: Ctx) => ctx.shop.variants.get(i.variantId),
    variants: (i: InventoryItemRecord, args: ConnectionArgs, ctx: Ctx) => connection([ctx.shop.variants.get(i.variantId)].filter((v) => v !== undefined), args),
    inventoryLevel: (i: InventoryItemRecord, args: { locationId: string }, ctx: Ctx) => levelOf(ctx.shop, i.id, idOf(args.locationId, "Location")) ?? null,
    inventoryLevels: (i: InventoryItemRecord, args: ConnectionArgs, ctx: Ctx) => connection(levelsOf(ctx.shop, i.id).filter((l) => l.isActive), args),
    locationsCount: (i: InventoryItemRecord, _args: object, ctx: Ctx) => countOf(levelsOf(ctx.shop, i.id).length),
    trackedEditable: () => ({ locked: false, reason: null }),
    inventoryHistoryUrl: () => null,
  },
  InventoryLevel: {
    item: (l: InventoryLevelRecord, _args: object, ctx: Ctx) => ctx.shop.inventoryItems.get(l.itemId),
    location: (l: InventoryLevelRecord, _args: object, ctx: Ctx) => ctx.shop.locations.get(l.locationId),
    quantities: (l: InventoryLevelRecord, args: { names: string[] }) =>
      args.names.map((name) => ({ __typename: "InventoryQuantity", id: `${gid("InventoryQuantity", tailOf(l.id))}?name=${name}`, name, quantity: quantityOf(l, stateOf(name, [])), updatedAt: l.updatedAt })),
    canDeactivate: () => true,
    deactivationAlert: () => null,
  },
};

const stateOf = (name: string, field: string[]): StockState =>
  STATES.find((s) => s === name) ?? refuse([...field, "name"], `The quantity name is invalid. It must be one of: ${STATES.join(", ")}.`, "INVALID_QUANTITY_NAME");

/** The level a change is about; the item and the place must be there, and the quantity as the caller thinks it is. */
function levelFor(ctx: Ctx, change: Change, field: string[], name: string): InventoryLevelRecord {
  if (!ctx.shop.inventoryItems.has(idOf(change.inventoryItemId, "InventoryItem"))) refuse([...field, "inventoryItemId"], "The specified inventory item could not be found.", "INVALID_INVENTORY_ITEM");
  if (!ctx.shop.locations.has(idOf(change.locationId, "Location"))) refuse([...field, "locationId"], "The specified location could not be found.", "INVALID_LOCATION");
  const level = stockedAt(ctx.shop, change.inventoryItemId, change.locationId, ctx.now());
  const is = quantityOf(level, stateOf(name, ["input"]));
  if (change.changeFromQuantity != null && change.changeFromQuantity !== is) {
    refuse([...field, "changeFromQuantity"], "The changeFromQuantity value does not match the persisted value.", "CHANGE_FROM_QUANTITY_STALE");
  }
  return level;
}

type Group = { name: string; reason: string; referenceDocumentUri?: string | null };

/** Null when nothing changed. */
function adjusted(ctx: Ctx, input: Group, rows: { level: InventoryLevelRecord; delta: number }[]): object | null {
  const moved = rows.filter((row) => row.delta !== 0);
  if (moved.length === 0) return null;
  const changes = moved.map(({ level, delta }) => {
    const quantityAfterChange = moveStock(level, stateOf(input.name, ["input"]), delta, ctx.now());
    ctx.emit("inventory_levels/update", level.id);
    const place = { item: ctx.shop.inventoryItems.get(level.itemId), location: ctx.shop.locations.get(level.locationId) };
    return { __typename: "InventoryChange", delta, name: input.name, quantityAfterChange, ledgerDocumentUri: null, ...place };
  });
  return {
    __typename: "InventoryAdjustmentGroup", id: newId(ctx.shop, "InventoryAdjustmentGroup"), createdAt: ctx.now(), reason: input.reason,
    referenceDocumentUri: input.referenceDocumentUri ?? null, changes, app: null, staffMember: null,
  };
}

export const inventoryNodes: NodeMap = {
  InventoryItem: (ctx, id) => ctx.shop.inventoryItems.get(id),
  InventoryLevel: (ctx, id) => ctx.shop.inventoryLevels.get(id),
};
