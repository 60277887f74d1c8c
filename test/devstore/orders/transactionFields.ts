import type { Ctx, FieldMap } from "../kernel/context.ts";
import { priceText } from "../kernel/money.ts";
import { bagOf, type Bag } from "./bag.ts";
import { orderOf, transactionsOf } from "./lookup.ts";
import type { TransactionRecord } from "./order.ts";
import { openAuthorization } from "./payments.ts";
import { gatewayName } from "./transaction.ts";

type Field = (transaction: TransactionRecord, args: object, ctx: Ctx) => unknown;

const authorizes = (t: TransactionRecord): boolean => t.kind === "AUTHORIZATION" || t.kind === "EMV_AUTHORIZATION";

/** What is left of an authorization; null for every other kind. */
function unsettled(t: TransactionRecord, ctx: Ctx): Bag | null {
  return authorizes(t) ? openAuthorization(t, transactionsOf(ctx.shop, orderOf(ctx.shop, t))) : null;
}

const fields: Record<string, Field> = {
  amountSet: (t, _args, ctx) => bagOf(t.amount, orderOf(ctx.shop, t)),
  amountV2: (t, _args, ctx) => bagOf(t.amount, orderOf(ctx.shop, t)).shopMoney,
  amount: (t, _args, ctx) => priceText(t.amount.shop, orderOf(ctx.shop, t).currencyCode),
  totalUnsettledSet: (t, _args, ctx) => { const left = unsettled(t, ctx); return left && bagOf(left, orderOf(ctx.shop, t)); },
  order: (t, _args, ctx) => orderOf(ctx.shop, t),
  parentTransaction: (t, _args, ctx) => (t.parentId ? (ctx.shop.orderTransactions.get(t.parentId) ?? null) : null),
  formattedGateway: (t) => gatewayName(t.gateway),
  manualPaymentGateway: (t) => t.gateway === "manual",
  manuallyCapturable: (t, _args, ctx) => (unsettled(t, ctx)?.presentment ?? 0) > 0,
  multiCapturable: () => false,
  location: (t, _args, ctx) => (t.locationId ? (ctx.shop.locations.get(t.locationId) ?? null) : null),
  paymentId: (t) => t.id.slice(t.id.lastIndexOf("/") + 1),
  fees: () => [],
  accountNumber: () => null,
  amountRoundingSet: () => null,
  authorizationExpiresAt: () => null,
  currencyExchangeAdjustment: () => null,
  device: () => null,
  errorCode: (t) => (t.status === "FAILURE" ? "GENERIC_ERROR" : null),
  paymentDetails: () => null,
  paymentIcon: () => null,
  settlementCurrency: () => null,
  settlementCurrencyRate: () => null,
  shopifyPaymentsSet: () => null,
  user: () => null,
};

export const transactionFields: FieldMap = { OrderTransaction: fields };
