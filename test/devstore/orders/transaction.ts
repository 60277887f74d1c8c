import type { Ctx } from "../kernel/context.ts";
import type { Shop } from "../shop.ts";
import { newId } from "../kernel/ids.ts";
import { readBag, type Bag } from "./bag.ts";
import type { OrderRecord, TransactionKind, TransactionRecord } from "./order.ts";
import { timeIn } from "./timeIn.ts";
import type { TransactionInput } from "./orderInput.ts";

/** A transaction of `orderCreate`; without a gateway it is a manual one (assumed). */
export function transactionOf(ctx: Ctx, order: OrderRecord, input: TransactionInput): TransactionRecord {
  return {
    ...newTransaction(ctx, order, (input.kind ?? "SALE") as TransactionKind, readBag(input.amountSet, order)),
    status: (input.status ?? "SUCCESS") as TransactionRecord["status"],
    gateway: input.gateway ?? "manual",
    test: input.test ?? false,
    processedAt: timeIn(input.processedAt) ?? order.processedAt,
    authorizationCode: input.authorizationCode ?? null,
    receiptJson: input.receiptJson == null ? null : typeof input.receiptJson === "string" ? input.receiptJson : JSON.stringify(input.receiptJson),
    locationId: input.locationId ?? null,
  };
}

/** A successful manual transaction of now; a caller changes what differs. */
export function newTransaction(ctx: Ctx, order: OrderRecord, kind: TransactionKind, amount: Bag): TransactionRecord {
  const now = ctx.now();
  return {
    __typename: "OrderTransaction", id: newId(ctx.shop, "OrderTransaction"), orderId: order.id, kind, status: "SUCCESS", gateway: "manual", amount,
    parentId: null, refundId: null, test: order.test, createdAt: now, processedAt: now, authorizationCode: null, receiptJson: null, locationId: null,
  };
}

/** Puts a transaction on the order. Money has moved: a status stated at creation no longer holds. */
export function recordTransaction(shop: Shop, order: OrderRecord, transaction: TransactionRecord): TransactionRecord {
  shop.orderTransactions.set(transaction.id, transaction);
  order.transactionIds.push(transaction.id);
  order.statedFinancialStatus = null;
  return transaction;
}

const NAMES: Record<string, string> = { shopify_payments: "Shopify Payments", shopify_store_credit: "Store Credit", paypal: "PayPal", gift_card: "Gift Card", cash: "Cash", bogus: "Bogus" };

/** A gateway's name as people read it: "bogus-gateway" is "Bogus gateway". */
export function gatewayName(gateway: string): string {
  const known = NAMES[gateway];
  if (known) return known;
  const words = gateway.replace(/[-_]+/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
