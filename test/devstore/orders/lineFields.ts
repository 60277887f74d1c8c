import type { Ctx, FieldMap, NodeMap } from "../kernel/context.ts";
import { connection, type ConnectionArgs } from "../kernel/connection.ts";
import { priceText } from "../kernel/money.ts";
import { manualService } from "../fulfillments/fulfillmentFields.ts";
import { unfulfilled } from "../fulfillments/plan.ts";
import { reasonDefinitions } from "../returns/reason.ts";
import { ZERO, bagOf, minus, piece, type Bag } from "./bag.ts";
import { allocationsOf } from "./discountFields.ts";
import { currentQuantity, discountsOfLevel, gross, net, shippingLeft, shippingNet, worthLeft } from "./lineMoney.ts";
import { orderOf } from "./lookup.ts";
import type { DutyCharge, LineItemRecord, OrderRecord, ShippingLineRecord } from "./order.ts";
import { productOfLine, variantOfLine } from "./soldVariant.ts";
import { taxLineOf } from "./taxLine.ts";

type Field = (line: LineItemRecord, args: object, ctx: Ctx) => unknown;
type Amount = (line: LineItemRecord, order: OrderRecord, ctx: Ctx) => Bag;

const ownDiscounts = (line: LineItemRecord, order: OrderRecord): Bag => discountsOfLevel(line, order.discounts, "LINE");
/** Price after a line's own discounts; those over the whole order are left out (schema: LineItem.discountedTotalSet). */
const discountedTotal: Amount = (line, order) => minus(gross(line), ownDiscounts(line, order));
const unitOf = (total: Bag, line: LineItemRecord): Bag => (line.quantity === 0 ? ZERO : { shop: Math.round(total.shop / line.quantity), presentment: Math.round(total.presentment / line.quantity) });
const openPart = (total: Bag, line: LineItemRecord, order: OrderRecord, ctx: Ctx): Bag => piece(total, line.quantity, 0, unfulfilled(ctx.shop, order, line.id));

const AMOUNTS: Record<string, Amount> = {
  originalUnitPrice: (line) => line.unitPrice,
  originalTotal: (line) => gross(line),
  discountedTotal,
  discountedUnitPrice: (line, order) => unitOf(minus(gross(line), ownDiscounts(line, order)), line),
  totalDiscount: ownDiscounts,
  unfulfilledOriginalTotal: (line, order, ctx) => openPart(gross(line), line, order, ctx),
  unfulfilledDiscountedTotal: (line, order, ctx) => openPart(discountedTotal(line, order, ctx), line, order, ctx),
};

const amountFields: Record<string, Field> = Object.fromEntries(Object.entries(AMOUNTS).flatMap(([name, amount]) => {
  const of = (line: LineItemRecord, ctx: Ctx): { order: OrderRecord; bag: Bag } => {
    const order = orderOf(ctx.shop, line);
    return { order, bag: amount(line, order, ctx) };
  };
  const asSet: Field = (line, _args, ctx) => { const { order, bag } = of(line, ctx); return bagOf(bag, order); };
  const asText: Field = (line, _args, ctx) => { const { order, bag } = of(line, ctx); return priceText(bag.shop, order.currencyCode); };
  return [[`${name}Set`, asSet], [name, asText]];
}));

/** With code discounts the order-level ones count too. */
const discountedTotalSet = (line: LineItemRecord, args: { withCodeDiscounts?: boolean | null }, ctx: Ctx): unknown => {
  const order = orderOf(ctx.shop, line);
  return bagOf(args.withCodeDiscounts ? net(line) : discountedTotal(line, order, ctx), order);
};

function priceBeforeTaxes(line: LineItemRecord, ctx: Ctx): unknown {
  const order = orderOf(ctx.shop, line);
  const left = worthLeft(line, order.discounts);
  return bagOf(order.taxesIncluded ? minus(left.net, left.tax) : left.net, order);
}

const lineFields: Record<string, Field> = {
  ...amountFields,
  discountedTotalSet: discountedTotalSet as Field,
  discountedUnitPriceAfterAllDiscountsSet: (line, _args, ctx) => bagOf(unitOf(net(line), line), orderOf(ctx.shop, line)),
  priceAfterAllDiscountsBeforeTaxesSet: (line, _args, ctx) => priceBeforeTaxes(line, ctx),
  name: (line) => (line.variantTitle && line.variantTitle !== "Default Title" ? `${line.title} - ${line.variantTitle}` : line.title),
  currentQuantity,
  refundableQuantity: (line) => line.quantity - line.removed - line.refunded - line.returned,
  unfulfilledQuantity: (line, _args, ctx) => unfulfilled(ctx.shop, orderOf(ctx.shop, line), line.id),
  fulfillableQuantity: (line, _args, ctx) => unfulfilled(ctx.shop, orderOf(ctx.shop, line), line.id),
  nonFulfillableQuantity: (line) => line.quantity - currentQuantity(line),
  fulfillmentStatus: (line, _args, ctx) => fulfillmentWord(line, unfulfilled(ctx.shop, orderOf(ctx.shop, line), line.id)),
  fulfillmentService: (_line, _args, ctx) => manualService(ctx),
  taxLines: ((line: LineItemRecord, args: { first?: number | null }, ctx: Ctx) => line.taxes.slice(0, args.first ?? undefined).map(taxLineOf(orderOf(ctx.shop, line)))) as Field,
  discountAllocations: (line, _args, ctx) => allocationsOf(line.allocations, orderOf(ctx.shop, line).discounts, orderOf(ctx.shop, line)),
  duties: (line, _args, ctx) => line.dutyCharges.map((d) => dutyOf(d, orderOf(ctx.shop, line))),
  variant: (line, _args, ctx) => variantOfLine(ctx.shop, line),
  product: (line, _args, ctx) => productOfLine(ctx.shop, line),
  image: (line, _args, ctx) => imageOf(line, ctx),
  restockable: (line) => line.variantId !== null,
  canRestock: (line) => line.variantId !== null,
  merchantEditable: (line, _args, ctx) => orderOf(ctx.shop, line).cancelledAt === null && unfulfilled(ctx.shop, orderOf(ctx.shop, line), line.id) > 0,
  weight: (line) => ({ __typename: "Weight", value: line.grams, unit: "GRAMS" }),
  suggestedReturnReasonDefinitions: ((_line: LineItemRecord, args: ConnectionArgs) => connection(reasonDefinitions(), args)) as Field,
  contract: () => null,
  lineItemGroup: () => null,
  sellingPlan: () => null,
  staffMember: () => null,
};

/** The variant's picture, else the product's first. */
function imageOf(line: LineItemRecord, ctx: Ctx): unknown {
  const media = [...(variantOfLine(ctx.shop, line)?.mediaIds ?? []), ...(productOfLine(ctx.shop, line)?.mediaIds ?? [])];
  return ctx.shop.files.get(media[0] ?? "")?.image ?? null;
}

const fulfillmentWord = (line: LineItemRecord, open: number): string => (open === 0 ? "fulfilled" : open < currentQuantity(line) ? "partial" : "unfulfilled");

export function dutyOf(duty: DutyCharge, order: OrderRecord): object {
  return { __typename: "Duty", id: duty.id, countryCodeOfOrigin: duty.countryCode, harmonizedSystemCode: duty.hsCode, price: bagOf(duty.price, order), taxLines: duty.taxes.map(taxLineOf(order)) };
}

type ShippingField = (line: ShippingLineRecord, args: object, ctx: Ctx) => unknown;

/** The order of a shipping line. */
function orderOfShipping(ctx: Ctx, line: ShippingLineRecord): OrderRecord {
  const order = ctx.shop.orders.get(ctx.shop.ownerOf.get(line.id) ?? "");
  if (!order) throw new Error(`shipping line ${line.id} without its order`);
  return order;
}

const shippingFields: Record<string, ShippingField> = {
  originalPriceSet: (line, _args, ctx) => bagOf(line.price, orderOfShipping(ctx, line)),
  originalPrice: (line, _args, ctx) => bagOf(line.price, orderOfShipping(ctx, line)).shopMoney,
  price: (line, _args, ctx) => priceText(line.price.shop, orderOfShipping(ctx, line).currencyCode),
  discountedPriceSet: (line, _args, ctx) => bagOf(shippingNet(line), orderOfShipping(ctx, line)),
  discountedPrice: (line, _args, ctx) => bagOf(shippingNet(line), orderOfShipping(ctx, line)).shopMoney,
  currentDiscountedPriceSet: (line, _args, ctx) => bagOf(shippingLeft(line), orderOfShipping(ctx, line)),
  discountAllocations: (line, _args, ctx) => allocationsOf(line.allocations, orderOfShipping(ctx, line).discounts, orderOfShipping(ctx, line)),
  taxLines: (line, _args, ctx) => line.taxes.map(taxLineOf(orderOfShipping(ctx, line))),
  carrierIdentifier: () => null,
  custom: () => false,
  deliveryCategory: () => null,
  isRemoved: () => false,
  phone: () => null,
  shippingRateHandle: () => null,
  requestedFulfillmentService: () => null,
};

export const lineItemFields: FieldMap = { LineItem: lineFields, ShippingLine: shippingFields };

export const lineItemNodes: NodeMap = {
  LineItem: (ctx, id) => ctx.shop.lineItems.get(id),
  Duty: (ctx, id) => {
    const line = ctx.shop.lineItems.get(ctx.shop.ownerOf.get(id) ?? "");
    const duty = line?.dutyCharges.find((d) => d.id === id);
    return line && duty ? dutyOf(duty, orderOf(ctx.shop, line)) : null;
  },
};

