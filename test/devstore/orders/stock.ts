import { levelOf, moveStock, stockedAt, type InventoryItemRecord, type InventoryLevelRecord } from "../catalogue/inventory.ts";
import type { Ctx } from "../kernel/context.ts";
import { refuseAll, userError } from "../kernel/refused.ts";
import { fulfillingLocation } from "../fulfillments/fulfillingLocation.ts";
import type { LineItemRecord } from "./order.ts";

export type InventoryBehaviour = "BYPASS" | "DECREMENT_IGNORING_POLICY" | "DECREMENT_OBEYING_POLICY";

/** The stock record of what a line sells; null for custom items and for items that are not tracked. */
function itemOf(ctx: Ctx, line: LineItemRecord): InventoryItemRecord | null {
  const variant = ctx.shop.variants.get(line.variantId ?? "");
  const item = variant && ctx.shop.inventoryItems.get(variant.inventoryItemId);
  return item?.tracked ? item : null;
}

/** Claims units of a new order: from available to committed (schema: OrderCreateInputsInventoryBehavior; documented: inventory states). */
export function claimStock(ctx: Ctx, lines: readonly LineItemRecord[], behaviour: InventoryBehaviour): void {
  if (behaviour === "BYPASS") return;
  const locationId = fulfillingLocation(ctx.shop);
  if (behaviour === "DECREMENT_OBEYING_POLICY") refuseMissing(ctx, lines, locationId);
  for (const line of lines) claimLine(ctx, line, locationId);
}

function claimLine(ctx: Ctx, line: LineItemRecord, locationId: string): void {
  const item = itemOf(ctx, line);
  if (!item) return;
  const level = stockedAt(ctx.shop, item.id, locationId, ctx.now());
  moveStock(level, "available", -line.quantity, ctx.now());
  moveStock(level, "committed", line.quantity, ctx.now());
  line.claimedAt = locationId;
}

function refuseMissing(ctx: Ctx, lines: readonly LineItemRecord[], locationId: string): void {
  refuseAll(lines.flatMap((line, i) => {
    const item = itemOf(ctx, line);
    const denied = ctx.shop.variants.get(line.variantId ?? "")?.inventoryPolicy === "DENY";
    const there = item ? (levelOf(ctx.shop, item.id, locationId)?.quantities.available ?? 0) : 0;
    return item && denied && there < line.quantity ? [userError(["order", "lineItems", String(i)], "Unable to reserve inventory", "INVENTORY_CLAIM_FAILED")] : [];
  }));
}

/** The level a line's units were claimed from; undefined where nothing was claimed. */
function claimed(ctx: Ctx, line: LineItemRecord): InventoryLevelRecord | undefined {
  const item = itemOf(ctx, line);
  return item && line.claimedAt ? levelOf(ctx.shop, item.id, line.claimedAt) : undefined;
}

/** Shipped units leave the house. */
export function shipStock(ctx: Ctx, line: LineItemRecord, quantity: number): void {
  const level = claimed(ctx, line);
  if (level) moveStock(level, "committed", -quantity, ctx.now());
}

/** A canceled fulfillment brings them back to those promised. */
export function unshipStock(ctx: Ctx, line: LineItemRecord, quantity: number): void {
  const level = claimed(ctx, line);
  if (level) moveStock(level, "committed", quantity, ctx.now());
}

/** Puts units on the shelf of a location: available there from now on. */
export function restock(ctx: Ctx, line: LineItemRecord, quantity: number, locationId: string): void {
  const item = itemOf(ctx, line);
  if (!item || quantity === 0) return;
  moveStock(stockedAt(ctx.shop, item.id, locationId, ctx.now()), "available", quantity, ctx.now());
}
