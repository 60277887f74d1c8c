import type { Ctx } from "../kernel/context.ts";
import { idOf, newId } from "../kernel/ids.ts";
import { refuseAll, userError, type UserError } from "../kernel/refused.ts";
import { fulfillmentLineHeld, held, lineItemBy, reverseLineBy } from "../orders/lookup.ts";
import { restock } from "../orders/stock.ts";
import type { DispositionRecord, ReverseLineRecord } from "./return.ts";
import { disposed, isDone } from "./reverseOrder.ts";

export type DisposeInput = { reverseFulfillmentOrderLineItemId: string; quantity: number; dispositionType: string; locationId?: string | null };

/** `reverseFulfillmentOrderDispose`. */
export function reverseFulfillmentOrderDispose({ dispositionInputs: inputs }: { dispositionInputs: DisposeInput[] }, ctx: Ctx): { reverseFulfillmentOrderLineItems: ReverseLineRecord[] } {
  refuseAll(disposeErrors(ctx, inputs, ["dispositionInputs"]));
  return { reverseFulfillmentOrderLineItems: dispose(ctx, inputs) };
}

/**
 * What cannot be disposed of. Recorded (return-reverse-logistics): unknown lines or lines of several orders answer as
 * one, a custom item cannot be restocked, an unknown location comes after that. Quantities are assumed.
 */
export function disposeErrors(ctx: Ctx, inputs: readonly DisposeInput[], path: readonly string[]): UserError[] {
  const lines = inputs.map((input) => reverseLineBy(ctx.shop, idOf(input.reverseFulfillmentOrderLineItemId, "ReverseFulfillmentOrderLineItem")));
  const locations = inputs.map((input) => (input.locationId ? idOf(input.locationId, "Location") : null));
  const orders = new Set(lines.map((line) => line?.reverseOrderId));
  if (orders.size > 1 || orders.has(undefined)) return [userError(path, "Cannot dispose items from more than one reverse fulfillment order.", "INVALID")];
  return inputs.flatMap((input, i) => {
    const line = lines[i];
    return line ? oneErrors(ctx, input, line, locations[i] ?? null, [...path, String(i)], inputs.slice(0, i)) : [];
  });
}

function oneErrors(ctx: Ctx, input: DisposeInput, line: ReverseLineRecord, locationId: string | null, path: readonly string[], before: readonly DisposeInput[]): UserError[] {
  const errors: UserError[] = [];
  const restocked = input.dispositionType === "RESTOCKED";
  const item = lineItemBy(ctx.shop, fulfillmentLineHeld(ctx.shop, line.fulfillmentLineId).lineItemId);
  if (restocked && item.variantId === null) errors.push(userError([...path, "dispositionType"], "RESTOCKED is an invalid disposition type for a custom line item.", "INVALID"));
  if (locationId && !ctx.shop.locations.has(locationId)) errors.push(userError([...path, "locationId"], "Location not found.", "NOT_FOUND"));
  if (restocked && !locationId) errors.push(userError([...path, "locationId"], "Location is required for the RESTOCKED disposition type.", "BLANK"));
  const asked = before.filter((b) => b.reverseFulfillmentOrderLineItemId === line.id).reduce((n, b) => n + b.quantity, input.quantity);
  if (input.quantity <= 0) errors.push(userError([...path, "quantity"], "Quantity must be greater than 0", "GREATER_THAN"));
  else if (asked > line.totalQuantity - disposed(line)) errors.push(userError([...path, "quantity"], "Quantity cannot be greater than the remaining quantity.", "INVALID"));
  return errors;
}

/** Disposes of checked units: restocked ones go back on the shelf, an order without any left is closed (schema: CLOSED; assumed). */
export function dispose(ctx: Ctx, inputs: readonly DisposeInput[]): ReverseLineRecord[] {
  const lines = inputs.map((input) => {
    const line = reverseLineBy(ctx.shop, input.reverseFulfillmentOrderLineItemId);
    if (!line) throw new Error("disposition of an unchecked line");
    line.dispositions.push(dispositionOf(ctx, input));
    if (input.dispositionType === "RESTOCKED" && input.locationId) {
      restock(ctx, lineItemBy(ctx.shop, fulfillmentLineHeld(ctx.shop, line.fulfillmentLineId).lineItemId), input.quantity, input.locationId);
    }
    return line;
  });
  const first = lines[0];
  if (first) finish(ctx, first.reverseOrderId, inputs);
  return [...new Set(lines)];
}

function finish(ctx: Ctx, reverseOrderId: string, inputs: readonly DisposeInput[]): void {
  const order = held(ctx.shop.reverseOrders, reverseOrderId);
  if (isDone(order)) order.status = "CLOSED";
  const dispositions = inputs.map((i) => ({ lineItemId: i.reverseFulfillmentOrderLineItemId, type: i.dispositionType, locationId: i.locationId ?? null, quantity: i.quantity }));
  ctx.emit("reverse_fulfillment_orders/dispose", order.id, { dispositions });
}

const dispositionOf = (ctx: Ctx, input: DisposeInput): DispositionRecord => ({
  __typename: "ReverseFulfillmentOrderDisposition", id: newId(ctx.shop, "ReverseFulfillmentOrderDisposition"), type: input.dispositionType, quantity: input.quantity,
  locationId: input.locationId ?? null, createdAt: ctx.now(),
});
