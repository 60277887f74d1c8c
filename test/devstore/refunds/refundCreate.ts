import type { Ctx } from "../kernel/context.ts";
import { idOf, newId } from "../kernel/ids.ts";
import { minorOf } from "../kernel/money.ts";
import { Refused, refuse } from "../kernel/refused.ts";
import { ZERO, minus, type Bag } from "../orders/bag.ts";
import { orderBy } from "../orders/lookup.ts";
import type { OrderRecord } from "../orders/order.ts";
import { timeIn } from "../orders/timeIn.ts";
import { touch } from "../orders/touch.ts";
import { unfulfilled, withdraw } from "../fulfillments/plan.ts";
import { fulfillingLocation } from "../fulfillments/fulfillingLocation.ts";
import { currentQuantity } from "../orders/lineMoney.ts";
import { restock } from "../orders/stock.ts";
import { adjust, checkPayout, dueFor, payBack, type Payout } from "./payBack.ts";
import { reckon, shippingRefundable, takeOff, type LineAsk, type Reckoning } from "./reckon.ts";
import type { RefundLineRecord, RefundRecord } from "./refund.ts";
import { dutiesAsked, paymentBy, shippingAmount, storeCreditAsked, type DutyInput, type MethodInput } from "./refundInput.ts";

type LineInput = { lineItemId: string; quantity: number; restockType?: RefundLineRecord["restockType"] | null; locationId?: string | null };
type TransactionInput = { amount: string; gateway: string; kind: string; orderId: string; parentId?: string | null };

export type RefundInput = {
  orderId: string;
  note?: string | null;
  processedAt?: string | null;
  currency?: string | null;
  allowOverRefunding?: boolean | null;
  discrepancyReason?: string | null;
  refundLineItems?: LineInput[] | null;
  refundDuties?: DutyInput[] | null;
  refundMethods?: MethodInput[] | null;
  shipping?: { amount?: string | null; fullRefund?: boolean | null } | null;
  transactions?: TransactionInput[] | null;
};

type Payload = { refund: RefundRecord | null; order: OrderRecord | null; userErrors?: unknown };

/** `refundCreate`. A refusal answers with the unchanged order (recorded: refund-over-refund). */
export function refundCreate({ input }: { input: RefundInput }, ctx: Ctx): Payload {
  const order = orderBy(ctx.shop, input.orderId);
  if (!order) return refuse(["orderId"], "Order does not exist", "NOT_FOUND");
  try {
    return { refund: refund(ctx, order, input), order };
  } catch (error) {
    if (error instanceof Refused) return { refund: null, order, userErrors: error.userErrors };
    throw error;
  }
}

/** Where shop and customer pay in different currencies the refund must name the customer's (schema: RefundInput.currency; text assumed). */
function checkCurrency(order: OrderRecord, input: RefundInput): void {
  const twoCurrencies = order.currencyCode !== order.presentmentCurrencyCode;
  if (input.currency == null && !twoCurrencies) return;
  if (input.currency !== order.presentmentCurrencyCode) refuse(["currency"], "Currency must be the presentment currency of the order");
}

function refund(ctx: Ctx, order: OrderRecord, input: RefundInput): RefundRecord {
  checkCurrency(order, input);
  const payout: Payout = {
    toPayments: (input.transactions ?? []).map((t) => paymentOf(ctx, order, t)),
    toStoreCredit: storeCreditAsked(ctx, order, input.refundMethods, ["refundMethods"]),
    allowOver: input.allowOverRefunding ?? false,
  };
  const inputs = input.refundLineItems ?? [];
  const lines = inputs.map((line, i) => lineAsked(ctx, order, line, i));
  checkTogether(lines);
  const reckoning = reckon(order, { lines, shipping: shippingOf(order, input), duties: dutiesAsked(ctx, order, input.refundDuties, ["refundDuties"]) });
  checkPayout(ctx, order, payout);
  const { due, balancing } = dueFor(ctx, order, reckoning.value);
  const record = enterRefund(ctx, order, { note: input.note ?? null, processedAt: timeIn(input.processedAt), returnId: null, reckoning });
  record.lines = reckoning.lines.map((part, i) => refundLine(ctx, part, inputs[i]));
  takeOff(reckoning, "refunded");
  record.lines.forEach((line) => release(ctx, order, line));
  adjust(ctx, order, record, balancing, "FULL_RETURN_BALANCING_ADJUSTMENT");
  adjust(ctx, order, record, minus(due, payBack(ctx, order, record, payout)), input.discrepancyReason ?? "REFUND_DISCREPANCY");
  ctx.emit("refunds/create", record.id);
  touch(ctx, order);
  return record;
}

function paymentOf(ctx: Ctx, order: OrderRecord, input: TransactionInput): Payout["toPayments"][number] {
  if (input.kind !== "REFUND") refuse(null, `Kind ${input.kind.toLowerCase()} is not a valid transaction`);
  const parent = paymentBy(ctx, order, input.parentId);
  if (!parent) return refuse(["transactions"], "Transactions require a parent_id associated with the order");
  const amount = minorOf(input.amount, order.presentmentCurrencyCode);
  if (amount < 0) refuse(["transactions"], "Amount must be greater than or equal to zero");
  return { parent, amount };
}

function lineAsked(ctx: Ctx, order: OrderRecord, input: LineInput, i: number): LineAsk {
  const at = (field: string): string[] => ["refundLineItems", String(i), field];
  const line = ctx.shop.lineItems.get(idOf(input.lineItemId, "LineItem"));
  if (!line || line.orderId !== order.id) return refuse(at("lineItemId"), "Line item does not exist");
  if (input.quantity <= 0) refuse(at("quantity"), "Quantity must be greater than 0");
  if (input.restockType === "LEGACY_RESTOCK") refuse(at("restockType"), "Restock type is not accepted when creating a refund");
  if (input.locationId && !ctx.shop.locations.has(idOf(input.locationId, "Location"))) refuse(at("locationId"), "Location does not exist");
  return { line, quantity: input.quantity };
}

function checkTogether(lines: readonly LineAsk[]): void {
  lines.forEach(({ line }, i) => {
    const asked = lines.slice(0, i + 1).filter((l) => l.line.id === line.id).reduce((n, l) => n + l.quantity, 0);
    if (asked > currentQuantity(line)) refuse(["refundLineItems", String(i), "quantity"], "Quantity cannot refund more items than were purchased");
  });
}

/** An amount is in the customer's currency and counts before `fullRefund` (assumed, as for returns). */
function shippingOf(order: OrderRecord, input: RefundInput): Bag {
  if (input.shipping?.amount != null) return shippingAmount(order, minorOf(input.shipping.amount, order.presentmentCurrencyCode), ["shipping", "amount"]);
  return input.shipping?.fullRefund ? shippingRefundable(order) : ZERO;
}

type Entry = { note: string | null; processedAt: string | null; returnId: string | null; reckoning: Reckoning };

/** Puts a refund without money on the order: its shipping and its duties; lines are the caller's. */
export function enterRefund(ctx: Ctx, order: OrderRecord, entry: Entry): RefundRecord {
  const now = ctx.now();
  const record: RefundRecord = {
    __typename: "Refund", id: newId(ctx.shop, "Refund"), orderId: order.id, returnId: entry.returnId, note: entry.note,
    createdAt: now, updatedAt: now, processedAt: entry.processedAt ?? now, lines: [],
    shipping: entry.reckoning.shipping.map((s) => ({ id: newId(ctx.shop, "RefundShippingLine"), shippingLineId: s.line.id, subtotal: s.amount, tax: s.tax })),
    duties: entry.reckoning.duties.map((d) => ({ dutyId: d.duty.id, amount: d.amount })),
    adjustments: [], transactionIds: [],
  };
  ctx.shop.refunds.set(record.id, record);
  order.refundIds.push(record.id);
  return record;
}

/** A line of a refund. Without a restock type nothing goes back on the shelf (assumed). */
function refundLine(ctx: Ctx, part: Reckoning["lines"][number], input: LineInput | undefined): RefundLineRecord {
  const restockType = input?.restockType ?? "NO_RESTOCK";
  const restocked = restockType !== "NO_RESTOCK";
  return {
    __typename: "RefundLineItem", id: newId(ctx.shop, "RefundLineItem"), lineItemId: part.line.id, quantity: part.quantity, restockType, restocked,
    locationId: restocked ? (input?.locationId ?? fulfillingLocation(ctx.shop)) : null,
    subtotal: part.worth.net, tax: part.worth.tax,
  };
}

/** Refunded units are not fulfilled any more, canceled ones at once, others when fewer are left than wait; restocked ones go back on the shelf. */
export function release(ctx: Ctx, order: OrderRecord, refundLineRecord: RefundLineRecord): void {
  const line = ctx.shop.lineItems.get(refundLineRecord.lineItemId);
  if (!line) return;
  const waiting = unfulfilled(ctx.shop, order, line.id);
  const surplus = Math.max(0, waiting - currentQuantity(line));
  withdraw(ctx, order, line.id, refundLineRecord.restockType === "CANCEL" ? Math.min(waiting, refundLineRecord.quantity) : surplus);
  if (refundLineRecord.locationId) restock(ctx, line, refundLineRecord.quantity, refundLineRecord.locationId);
}
