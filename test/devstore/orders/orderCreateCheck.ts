import type { Ctx } from "../kernel/context.ts";
import { refuseAll, userError, type UserError } from "../kernel/refused.ts";
import type { LineInput, OrderInput } from "./orderInput.ts";

/**
 * What `orderCreate` refuses. Codes are the schema's (OrderCreateUserErrorCode); no recording shows the texts. That of
 * taxes on the order and on lines is known from the REST API, the others are assumed.
 */
export function checkOrderInput(input: OrderInput, ctx: Ctx): void {
  refuseAll([...checkWhole(input, ctx), ...(input.lineItems ?? []).flatMap(checkLine), ...checkRates(input)]);
}

function checkWhole(input: OrderInput, ctx: Ctx): UserError[] {
  const errors: UserError[] = [];
  if (!input.lineItems?.length) errors.push(userError(["order", "lineItems"], "Line items must have at least one line item", "INVALID"));
  if (input.customerId && input.customer) errors.push(userError(["order"], "Cannot specify both customerId and customer", "REDUNDANT_CUSTOMER_FIELDS"));
  if (input.processedAt && Date.parse(input.processedAt) > Date.parse(ctx.now())) {
    errors.push(userError(["order", "processedAt"], "Processed at cannot be in the future", "PROCESSED_AT_INVALID"));
  }
  const onLines = [...(input.lineItems ?? []), ...(input.shippingLines ?? [])].some((line) => line.taxLines?.length);
  if (input.taxLines?.length && onLines) errors.push(userError(["order", "taxLines"], "Tax lines must be associated with either order or line item but not both", "INVALID"));
  return errors;
}

function checkLine(line: LineInput, i: number): UserError[] {
  const at = (field: string): string[] => ["order", "lineItems", String(i), field];
  const errors: UserError[] = [];
  if (line.quantity <= 0) errors.push(userError(at("quantity"), "Quantity must be greater than 0", "INVALID"));
  if (!line.title && !line.variantId) errors.push(userError(at("title"), "Title can't be blank", "INVALID"));
  if (!line.priceSet && !line.variantId) errors.push(userError(at("priceSet"), "Price can't be blank", "INVALID"));
  return errors;
}

function checkRates(input: OrderInput): UserError[] {
  const lists = { lineItems: input.lineItems ?? [], shippingLines: input.shippingLines ?? [] };
  return Object.entries(lists).flatMap(([name, lines]) =>
    lines.flatMap((line, i) =>
      (line.taxLines ?? []).flatMap((tax, j) =>
        tax.rate == null ? [userError(["order", name, String(i), "taxLines", String(j), "rate"], "Tax line rate is missing", "TAX_LINE_RATE_MISSING")] : [])));
}
