import type { Ctx } from "../kernel/context.ts";
import { idOf, newUuidId } from "../kernel/ids.ts";
import { minorOf, moneyV2 } from "../kernel/money.ts";
import { refuse } from "../kernel/refused.ts";
import { bagOfPresentment, lower, percent, priceInOrder, times, type Bag, type MoneyInput } from "./bag.ts";
import { answer, drafted, editable, lineOrRefuse, sessionOrRefuse, stage, type EditSession } from "./editSession.ts";
import { currentQuantity, net, taxesRescaled } from "./lineMoney.ts";
import { emptyLine } from "./lineItemOf.ts";
import { orderOf } from "./lookup.ts";
import type { Discount, LineItemRecord } from "./order.ts";
import { soldVariant } from "./soldVariant.ts";

type SetQuantity = { id: string; lineItemId: string; quantity: number; restock?: boolean | null };

/** `orderEditSetQuantity`: fewer units are removed from the line, more units are added to it at its price. */
export function orderEditSetQuantity(args: SetQuantity, ctx: Ctx): object {
  const session = sessionOrRefuse(ctx, args.id);
  const line = lineOrRefuse(session, args.lineItemId);
  if (args.quantity < 0) refuse(["quantity"], "The quantity can't be negative.");
  const delta = args.quantity - currentQuantity(line);
  if (delta < 0 && -delta > editable(ctx, session, line)) refuse(["quantity"], "The quantity can't be lower than the fulfilled quantity.");
  if (delta < 0) decrease(session, line, -delta, args.restock ?? false);
  if (delta > 0) increase(session, line, delta);
  return { ...answer(session), calculatedLineItem: calculated(session, line) };
}

/** A line of a session goes to its resolvers together with the session. */
export const calculated = (session: EditSession, line: LineItemRecord): object => ({ __typename: "CalculatedLineItem", line, session });

function decrease(session: EditSession, line: LineItemRecord, units: number, restock: boolean): void {
  if (session.addedIds.includes(line.id)) resize(line, line.quantity - units);
  else line.removed += units;
  if (restock && !session.restockIds.includes(line.id)) session.restockIds.push(line.id);
  stage(session, "OrderStagedChangeDecrementItem", line, { delta: units, restock });
}

function increase(session: EditSession, line: LineItemRecord, units: number): void {
  const again = session.addedIds.includes(line.id) ? 0 : Math.min(units, line.removed);
  resize(line, line.quantity + units - again);
  line.removed -= again;
  stage(session, "OrderStagedChangeIncrementItem", line, { delta: units });
}

/** Another number of units at the same price; taxes follow the price, discounts stay as they are (assumed: code discounts do not grow). */
function resize(line: LineItemRecord, quantity: number): void {
  const before = net(line);
  line.quantity = quantity;
  const most = times(line.unitPrice, quantity);
  line.allocations = line.allocations.map((a) => ({ ...a, amount: lower(a.amount, most) }));
  line.taxes = taxesRescaled(line.taxes, before, net(line));
}

type AddVariant = { id: string; variantId: string; quantity: number; allowDuplicates?: boolean | null };

/** `orderEditAddVariant`. The same variant twice is refused unless it is allowed (schema: allowDuplicates). */
export function orderEditAddVariant(args: AddVariant, ctx: Ctx): object {
  const session = sessionOrRefuse(ctx, args.id);
  const variant = soldVariant(ctx.shop, idOf(args.variantId, "ProductVariant"));
  if (!variant) return refuse(["variantId"], "The variant does not exist.");
  if (args.quantity <= 0) refuse(["quantity"], "The quantity must be greater than 0.");
  const doubled = session.lines.some((l) => l.variantId === variant.id && currentQuantity(l) > 0);
  if (doubled && !args.allowDuplicates) refuse(["variantId"], "The variant is already on the order.");
  const order = drafted(ctx, session);
  const line: LineItemRecord = { ...emptyLine(ctx.shop, order.id, variant), quantity: args.quantity, unitPrice: priceInOrder(variant.price, ctx.shop.currency, order) };
  add(session, line);
  stage(session, "OrderStagedChangeAddVariant", line, { quantity: args.quantity, variant: ctx.shop.variants.get(variant.id) ?? null });
  return { ...answer(session), calculatedLineItem: calculated(session, line) };
}

type AddCustom = { id: string; title: string; quantity: number; price: MoneyInput; taxable?: boolean | null; requiresShipping?: boolean | null };

/** `orderEditAddCustomItem`. */
export function orderEditAddCustomItem(args: AddCustom, ctx: Ctx): object {
  const session = sessionOrRefuse(ctx, args.id);
  if (args.quantity <= 0) refuse(["quantity"], "The quantity must be greater than 0.");
  const order = drafted(ctx, session);
  const unitPrice = bagOfPresentment(minorOf(args.price.amount, order.presentmentCurrencyCode), order);
  const line: LineItemRecord = { ...emptyLine(ctx.shop, order.id, null), title: args.title, quantity: args.quantity, unitPrice, taxable: args.taxable ?? true, requiresShipping: args.requiresShipping ?? true };
  add(session, line);
  stage(session, "OrderStagedChangeAddCustomItem", line, { quantity: args.quantity, title: args.title, originalUnitPrice: moneyV2(unitPrice.presentment, order.presentmentCurrencyCode) });
  return { ...answer(session), calculatedLineItem: calculated(session, line) };
}

function add(session: EditSession, line: LineItemRecord): void {
  session.lines.push(line);
  session.addedIds.push(line.id);
}

type DiscountInput = { description?: string | null; fixedValue?: MoneyInput | null; percentValue?: number | null };

/** `orderEditAddLineItemDiscount`. A fixed value is per unit (recorded for one unit; for more assumed, as in draft orders). */
export function orderEditAddLineItemDiscount(args: { id: string; lineItemId: string; discount: DiscountInput }, ctx: Ctx): object {
  const session = sessionOrRefuse(ctx, args.id);
  const line = lineOrRefuse(session, args.lineItemId);
  if (line.allocations.some((a) => session.discountIds[a.index])) refuse(["lineItemId"], "The line item already has a discount applied.");
  const value = valueOf(ctx, session, args.discount);
  const index = session.discounts.length;
  session.discounts.push({ index, kind: "manual", label: args.discount.description ?? "", target: "LINE_ITEM", level: "LINE", value });
  session.discountIds[index] = newUuidId("CalculatedManualDiscountApplication");
  allocate(line, index, value);
  const { __typename: type, id } = stage(session, "OrderStagedChangeAddLineItemDiscount", line, { index });
  return { ...answer(session), calculatedLineItem: calculated(session, line), addedDiscountStagedChange: { __typename: type, id, description: args.discount.description ?? "", index, session } };
}

function valueOf(ctx: Ctx, session: EditSession, input: DiscountInput): Discount["value"] {
  if (input.percentValue != null) return { percentage: input.percentValue };
  const order = orderOf(ctx.shop, session);
  const asked = minorOf(input.fixedValue?.amount ?? "0", order.presentmentCurrencyCode);
  if (asked <= 0) refuse(["discount"], "The discount must be greater than 0.");
  return { amount: bagOfPresentment(asked, order) };
}

/** Takes a discount off every unit of a line, never more than is left of its price. */
function allocate(line: LineItemRecord, index: number, value: Discount["value"]): void {
  const before = net(line);
  const perUnit = "percentage" in value ? percent(line.unitPrice, value.percentage) : value.amount;
  const amount: Bag = lower(before, times(perUnit, line.quantity));
  line.allocations = [...line.allocations, { index, amount }];
  line.taxes = taxesRescaled(line.taxes, before, net(line));
}

function withdrawDiscount(line: LineItemRecord, index: number): void {
  const before = net(line);
  line.allocations = line.allocations.filter((a) => a.index !== index);
  const after = net(line);
  line.taxes = before.shop === 0 && before.presentment === 0 ? line.taxes : taxesRescaled(line.taxes, before, after);
}

/** The staged discount of a request with the line it is on. */
function staged(session: EditSession, id: string): { index: number; line: LineItemRecord } {
  const index = Number(Object.entries(session.discountIds).find(([, known]) => known === id)?.[0] ?? -1);
  const line = session.lines.find((l) => l.allocations.some((a) => a.index === index));
  return line ? { index, line } : refuse(["discountApplicationId"], "The discount application does not exist.", "INVALID");
}

/** `orderEditRemoveDiscount`, of a discount staged in this session. */
export function orderEditRemoveDiscount(args: { id: string; discountApplicationId: string }, ctx: Ctx): object {
  const session = sessionOrRefuse(ctx, args.id);
  const { index, line } = staged(session, args.discountApplicationId);
  withdrawDiscount(line, index);
  session.discountIds = Object.fromEntries(Object.entries(session.discountIds).filter(([i]) => Number(i) !== index));
  session.changes = session.changes.filter((c) => c.index !== index);
  return answer(session);
}

/** `orderEditUpdateDiscount`. */
export function orderEditUpdateDiscount(args: { id: string; discountApplicationId: string; discount: DiscountInput }, ctx: Ctx): object {
  const session = sessionOrRefuse(ctx, args.id);
  const { index, line } = staged(session, args.discountApplicationId);
  const value = valueOf(ctx, session, args.discount);
  withdrawDiscount(line, index);
  allocate(line, index, value);
  session.discounts = session.discounts.map((d) => (d.index === index ? { ...d, value, label: args.discount.description ?? d.label } : d));
  return answer(session);
}
