/** Refunds of an order without a return, as the flows see them. Amounts are decimal text in the order's currency. */
import type { RefundInput } from "../types/admin.generated.ts";
import type { Admin } from "./admin.ts";
import { refundCreate, refundOutcome, refundsOfOrder } from "./documents/refund.ts";
import { refusalsOf } from "./refusals.ts";
import { hasMark, type RefundAt, type Suggestion } from "./returns.ts";
import type { Refused } from "./sendReturn.ts";

export type RefundAsk = Readonly<{ orderId: string; lines: readonly Readonly<{ lineId: string; quantity: number }>[]; shipping: string | null; asCredit: boolean }>;
/** `unsent`: units of a line that are not shipped; `gateways` by payment. */
export type RefundRead = Readonly<{ suggestion: Suggestion; unsent: ReadonlyMap<string, number>; gateways: ReadonlyMap<string, string> }>;

/** How Shopify takes units that go back on the shelf without having left it. */
export const refundLines = (lines: RefundAsk["lines"]): NonNullable<RefundInput["refundLineItems"]> => lines.map(({ lineId, quantity }) => ({ lineItemId: lineId, quantity, restockType: "CANCEL" as const }));

/** What Shopify would pay back for units that were not sent. Null where the shop has no such order. */
export async function readRefund(admin: Admin, { orderId, lines, shipping, asCredit }: RefundAsk): Promise<RefundRead | null> {
  const { order } = await admin.run(refundOutcome, { id: orderId, lines: refundLines(lines), shipping, how: asCredit ? "STORE_CREDIT" : "ORIGINAL_PAYMENT_METHODS" });
  const read = order?.suggestedRefund;
  if (!order || !read) return null;
  const payments = read.suggestedTransactions.flatMap(({ amountSet: { presentmentMoney }, parentTransaction, gateway }) => (parentTransaction ? [{ parentId: parentTransaction.id, amount: presentmentMoney.amount, currency: presentmentMoney.currencyCode, gateway: gateway ?? "" }] : []));
  return {
    unsent: new Map(order.lineItems.nodes.map(({ id, unfulfilledQuantity }) => [id, unfulfilledQuantity])), gateways: new Map(payments.map(({ parentId, gateway }) => [parentId, gateway])),
    suggestion: {
      fees: "0", goods: read.discountedSubtotalSet.presentmentMoney.amount, tax: read.totalTaxSet.presentmentMoney.amount, shipping: read.shipping.amountSet.presentmentMoney.amount, shippingTax: read.shipping.taxSet.presentmentMoney.amount,
      taxesIncluded: order.taxesIncluded, paidBack: read.amountSet.presentmentMoney.amount, payments,
    },
  };
}

/** The refund whose note begins with our mark. */
export async function findRefund(admin: Admin, orderId: string, mark: string): Promise<RefundAt | null> {
  const { order } = await admin.run(refundsOfOrder, { id: orderId });
  const found = order?.refunds.find(({ note }) => hasMark(note ?? "", mark));
  return found ? { id: found.id, amount: found.totalRefundedSet.presentmentMoney.amount } : null;
}

/** `hasUnitsLeft`: the order has units after it, sent or not; false also where its answer does not show all of them. */
export type RefundSent = Readonly<{ refund: RefundAt; hasUnitsLeft: boolean }>;

/** Refunds once by the key: Shopify itself answers a second time with the first refund. */
export async function sendRefund(admin: Admin, input: RefundInput, key: string): Promise<RefundSent | Refused> {
  const payload = (await admin.run(refundCreate, { input, key })).refundCreate, refused = refusalsOf(payload);
  if (refused.length || !payload?.refund) return { refused: refused.length ? refused : [{ field: "", code: null, message: "Shopify answered without a refund and without a reason" }] };
  const refund = { id: payload.refund.id, amount: payload.refund.totalRefundedSet.presentmentMoney.amount };
  return { refund, hasUnitsLeft: payload.order?.lineItems.nodes.some(({ currentQuantity }) => currentQuantity > 0) ?? false };
}
