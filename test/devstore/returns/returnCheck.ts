import type { Ctx } from "../kernel/context.ts";
import { idOf } from "../kernel/ids.ts";
import { userError, type UserError } from "../kernel/refused.ts";
import { fulfillmentLineBy } from "../orders/lookup.ts";
import type { OrderRecord } from "../orders/order.ts";
import { soldVariant } from "../orders/soldVariant.ts";
import { returnable } from "./available.ts";
import { reasonById } from "./reason.ts";
import type { ExchangeInput, LineInput, ReturnInput } from "./returnInput.ts";

/**
 * What a new return cannot have. Unknown lines and too high quantities are recorded (return-quantity-validation); the
 * lengths of notes are the schema's; the rest is assumed.
 */
export function returnErrors(ctx: Ctx, order: OrderRecord, input: ReturnInput, root: string): UserError[] {
  const used = new Map<string, number>();
  const errors = input.returnLineItems.flatMap((line, i) => lineErrors(ctx, order, line, [root, "returnLineItems", String(i)], used));
  const exchanges = (input.exchangeLineItems ?? []).flatMap((line, i) => exchangeErrors(ctx, line, [root, "exchangeLineItems", String(i)]));
  if (input.returnLineItems.length === 0 && !input.exchangeLineItems?.length) errors.push(userError([root, "returnLineItems"], "Return line items can't be blank", "BLANK"));
  return [...errors, ...exchanges, ...feeErrors(order, input, root)];
}

function lineErrors(ctx: Ctx, order: OrderRecord, input: LineInput, path: readonly string[], used: Map<string, number>): UserError[] {
  const line = fulfillmentLineBy(ctx.shop, idOf(input.fulfillmentLineItemId, "FulfillmentLineItem"));
  const fulfillment = line && ctx.shop.fulfillments.get(line.fulfillmentId);
  if (!line || fulfillment?.orderId !== order.id) return [userError([...path, "fulfillmentLineItemId"], "Fulfillment Line Item was not found.", "NOT_FOUND")];
  const asked = (used.get(line.id) ?? 0) + input.quantity;
  used.set(line.id, asked);
  const left = fulfillment.status === "SUCCESS" ? returnable(ctx.shop, order, line) : 0;
  if (input.quantity <= 0 || asked > left) return [userError([...path, "quantity"], "Return line item has an invalid quantity.", "INVALID")];
  return [...noteErrors(input, path), ...percentageErrors(input, path)];
}

function noteErrors(input: LineInput, path: readonly string[]): UserError[] {
  const errors: UserError[] = [];
  if ((input.returnReasonNote?.length ?? 0) > 255) errors.push(userError([...path, "returnReasonNote"], "Return reason note is too long (maximum is 255 characters)", "TOO_LONG"));
  if ((input.customerNote?.length ?? 0) > 300) errors.push(userError([...path, "customerNote"], "Customer note is too long (maximum is 300 characters)", "TOO_LONG"));
  if (input.returnReasonDefinitionId && !reasonById(idOf(input.returnReasonDefinitionId, "ReturnReasonDefinition"))) {
    errors.push(userError([...path, "returnReasonDefinitionId"], "Return reason definition was not found.", "NOT_FOUND"));
  }
  return errors;
}

function percentageErrors(input: LineInput, path: readonly string[]): UserError[] {
  const percentage = input.restockingFee?.percentage ?? 0;
  return percentage < 0 || percentage > 100 ? [userError([...path, "restockingFee", "percentage"], "Percentage must be between 0 and 100", "INVALID")] : [];
}

function exchangeErrors(ctx: Ctx, input: ExchangeInput, path: readonly string[]): UserError[] {
  if (input.quantity <= 0) return [userError([...path, "quantity"], "Exchange line item has an invalid quantity.", "INVALID")];
  const known = input.variantId ? soldVariant(ctx.shop, idOf(input.variantId, "ProductVariant")) : null;
  return known ? [] : [userError([...path, "variantId"], "Variant was not found.", "NOT_FOUND")];
}

function feeErrors(order: OrderRecord, input: ReturnInput, root: string): UserError[] {
  const fee = input.returnShippingFee?.amount;
  if (!fee) return [];
  const path = [root, "returnShippingFee", "amount"];
  if (fee.currencyCode !== order.presentmentCurrencyCode) return [userError(path, "Return shipping fee must be in the presentment currency of the order.", "INVALID")];
  return Number(fee.amount) < 0 ? [userError(path, "Return shipping fee must be greater than or equal to 0.", "INVALID")] : [];
}
