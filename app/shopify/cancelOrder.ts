/** Cancelling an order at Shopify: only what nothing is left of, and never with money. */
import { formatMinor, minorDigits, parseMinor } from "../../policy/money.ts";
import type { Admin } from "./admin.ts";
import { orderCancel, orderLeft } from "./documents/cancelOrder.ts";
import { refusalsOf } from "./refusals.ts";
import type { Refused } from "./sendReturn.ts";

/** `isEmpty`: nothing of it was sent and no unit is left; `kept` is what was paid and did not go back, decimal text. */
export type OrderLeft = Readonly<{ isCancelled: boolean; isEmpty: boolean; kept: string; currency: string }>;

/** Null where the shop has no such order. */
export async function readOrderLeft(admin: Admin, orderId: string): Promise<OrderLeft | null> {
  const { order } = await admin.run(orderLeft, { id: orderId });
  if (!order) return null;
  const { cancelledAt, fulfillments, lineItems: { nodes, pageInfo }, netPaymentSet: { presentmentMoney: { amount, currencyCode } } } = order;
  const isEmpty = !pageInfo.hasNextPage && nodes.every(({ currentQuantity }) => currentQuantity === 0) && fulfillments.every(({ status }) => status === "CANCELLED");
  const digits = minorDigits(currencyCode), kept = formatMinor(parseMinor(amount, digits), digits);
  return { isCancelled: cancelledAt !== null, isEmpty, kept, currency: currencyCode };
}

/** Shopify cancels by a job of its own, and refuses a second time. No mail goes out: the refund had its own. */
export async function sendOrderCancel(admin: Admin, orderId: string, note: string): Promise<object | Refused> {
  const payload = (await admin.run(orderCancel, { id: orderId, note })).orderCancel, refused = refusalsOf(payload);
  return refused.length ? { refused } : { jobId: payload?.job?.id ?? null };
}
