import type { Ctx, FieldMap, NodeMap } from "../kernel/context.ts";
import { connection, type ConnectionArgs } from "../kernel/connection.ts";
import { countOf } from "../kernel/count.ts";
import { idOf, tailOf } from "../kernel/ids.ts";
import { moneyV2 } from "../kernel/money.ts";
import { converted } from "./exchangeRate.ts";
import { displayFulfillmentStatus } from "../fulfillments/displayFulfillment.ts";
import { unfulfilled } from "../fulfillments/plan.ts";
import { returnStatusOf } from "../returns/orderReturnStatus.ts";
import { formattedAddress, type Address } from "./address.ts";
import { addressZone } from "./addressZone.ts";
import { discountApplicationOf } from "./discountFields.ts";
import { displayFinancialStatus } from "./displayFinancial.ts";
import { currentQuantity } from "./lineMoney.ts";
import { fulfillmentOrdersOf, fulfillmentsOf, linesOf, orderBy, refundsOf, returnsOf, transactionsOf } from "./lookup.ts";
import { matcher } from "../kernel/search.ts";
import type { OrderRecord } from "./order.ts";
import { isReadable } from "./orderAge.ts";
import { orderMoneyFields } from "./orderMoneyFields.ts";
import { channelFields } from "./orderOrigin.ts";
import { listedOrders, ordersCount } from "./orderSearch.ts";
import { refundables } from "./payments.ts";
import { standingOf } from "./standing.ts";
import { taxLineOf } from "./taxLine.ts";
import { totalsAsOrdered } from "./totals.ts";

type First = { first?: number | null };
type Field = (order: OrderRecord, args: object, ctx: Ctx) => unknown;

const lists: Record<string, (order: OrderRecord, args: never, ctx: Ctx) => unknown> = {
  lineItems: (o, args: ConnectionArgs, ctx) => connection(linesOf(ctx.shop, o), args),
  nonFulfillableLineItems: (o, args: ConnectionArgs, ctx) => connection(linesOf(ctx.shop, o).filter((l) => currentQuantity(l) < l.quantity || l.isGiftCard), args),
  shippingLines: (o, args: ConnectionArgs) => connection(o.shippingLines, args),
  shippingLine: (o) => o.shippingLines[0] ?? null,
  transactions: (o, args: First & { capturable?: boolean | null }, ctx) => {
    const capturable = (t: { kind: string; status: string }): boolean => t.kind === "AUTHORIZATION" && t.status === "SUCCESS";
    return transactionsOf(ctx.shop, o).filter((t) => args.capturable == null || capturable(t) === args.capturable).slice(0, args.first ?? undefined);
  },
  transactionsCount: (o) => countOf(o.transactionIds.length),
  fulfillments: (o, args: First, ctx) => fulfillmentsOf(ctx.shop, o).slice(0, args.first ?? undefined),
  fulfillmentsCount: (o) => countOf(o.fulfillmentIds.length),
  fulfillmentOrders: (o, args: ConnectionArgs, ctx) => connection(fulfillmentOrdersOf(ctx.shop, o), args),
  refunds: (o, args: First, ctx) => refundsOf(ctx.shop, o).slice(0, args.first ?? undefined),
  returns: (o, args: ConnectionArgs & { query?: string | null }, ctx) => {
    const fits = matcher<{ status: string; name: string }>({ of: "returns", bare: ["name"], fields: { status: { kind: "exact", read: (r) => r.status }, name: { kind: "exact", read: (r) => r.name } } }, args.query);
    return connection(returnsOf(ctx.shop, o).filter(fits), args);
  },
  discountApplications: (o, args: ConnectionArgs) => connection(o.discounts.map((d) => discountApplicationOf(d, o)), args),
};

const states: Record<string, Field> = {
  displayFinancialStatus: (o, _args, ctx) => displayFinancialStatus(ctx.shop, o),
  displayFulfillmentStatus: (o, _args, ctx) => displayFulfillmentStatus(ctx.shop, o),
  returnStatus: (o, _args, ctx) => returnStatusOf(ctx.shop, o),
  closed: (o) => o.closedAt !== null,
  confirmed: () => true,
  capturable: (o, _args, ctx) => standingOf(ctx.shop, o).payments.capturable.presentment > 0,
  refundable: (o, _args, ctx) => refundables(transactionsOf(ctx.shop, o)).some((r) => r.left.presentment > 0),
  fullyPaid: (o, _args, ctx) => standingOf(ctx.shop, o).outstanding.presentment <= 0 && standingOf(ctx.shop, o).payments.received.presentment > 0,
  unpaid: (o, _args, ctx) => standingOf(ctx.shop, o).payments.received.presentment === 0,
  canMarkAsPaid: (o, _args, ctx) => canMarkAsPaid(o, ctx),
  fulfillable: (o, _args, ctx) => o.lineItemIds.some((id) => unfulfilled(ctx.shop, o, id) > 0),
  restockable: (o, _args, ctx) => linesOf(ctx.shop, o).some((l) => l.variantId !== null && currentQuantity(l) > 0),
  requiresShipping: (o, _args, ctx) => linesOf(ctx.shop, o).some((l) => l.requiresShipping),
  merchantEditable: (o) => o.cancelledAt === null,
  merchantEditableErrors: (o) => (o.cancelledAt === null ? [] : ["Order is canceled"]),
  canNotifyCustomer: (o) => o.email !== null || o.phone !== null,
};

/** Something is still to be paid, and the order neither canceled nor paid (schema: Order.canMarkAsPaid). */
export function canMarkAsPaid(order: OrderRecord, ctx: Ctx): boolean {
  const standing = standingOf(ctx.shop, order);
  const open = standing.outstanding.presentment + standing.payments.capturable.presentment;
  return order.cancelledAt === null && displayFinancialStatus(ctx.shop, order, standing) !== "PAID" && open > 0;
}

const facts: Record<string, Field> = {
  legacyResourceId: (o) => tailOf(o.id),
  customer: (o, _args, ctx) => (o.customerId ? (ctx.shop.customers.get(o.customerId) ?? null) : null),
  discountCodes: (o) => o.discounts.filter((d) => d.kind === "code").map((d) => d.label),
  discountCode: (o) => o.discounts.find((d) => d.kind === "code")?.label ?? null,
  paymentGatewayNames: (o, _args, ctx) => [...new Set(transactionsOf(ctx.shop, o).filter((t) => t.kind !== "REFUND").map((t) => t.gateway))],
  taxLines: (o, _args, ctx) => totalsAsOrdered(o, linesOf(ctx.shop, o)).taxes.map(taxLineOf(o)),
  currentTaxLines: (o, _args, ctx) => standingOf(ctx.shop, o).totals.taxes.map(taxLineOf(o)),
  subtotalLineItemsQuantity: (o, _args, ctx) => totalsAsOrdered(o, linesOf(ctx.shop, o)).quantity,
  currentSubtotalLineItemsQuantity: (o, _args, ctx) => standingOf(ctx.shop, o).totals.quantity,
  totalWeight: (o, _args, ctx) => String(linesOf(ctx.shop, o).reduce((n, l) => n + l.grams * l.quantity, 0)),
  currentTotalWeight: (o, _args, ctx) => String(linesOf(ctx.shop, o).reduce((n, l) => n + l.grams * currentQuantity(l), 0)),
  billingAddressMatchesShippingAddress: (o) => JSON.stringify({ ...o.billingAddress, id: "" }) === JSON.stringify({ ...o.shippingAddress, id: "" }),
  displayAddress: (o) => o.shippingAddress ?? o.billingAddress,
  cancellation: (o) => (o.cancelledAt ? { __typename: "OrderCancellation", staffNote: o.staffNote } : null),
  paymentCollectionDetails: () => ({ __typename: "OrderPaymentCollectionDetails", additionalPaymentCollectionUrl: null, vaultedPaymentMethods: [] }),
  statusPageUrl: (o, _args, ctx) => `https://${ctx.shop.domain}/orders/${tailOf(o.id)}/status`,
  additionalFees: () => [],
  alerts: () => [],
  disputes: () => [],
  dutiesIncluded: () => false,
  estimatedTaxes: () => false,
  hasTimelineComment: () => false,
  taxExempt: () => false,
  productNetwork: () => false,
  clientIp: () => null,
  customerLocale: () => "en",
  cartToken: () => null,
  checkoutToken: () => null,
  paymentTerms: () => null,
  purchasingEntity: (o, _args, ctx) => (o.customerId ? (ctx.shop.customers.get(o.customerId) ?? null) : null),
  staffMember: () => null,
  risk: () => ({ __typename: "OrderRiskSummary", assessments: [], recommendation: "NONE" }),
  shopifyProtect: () => null,
  localizedFields: ((_o: OrderRecord, args: ConnectionArgs) => connection([], args)) as Field,
};

/** What a customer's orders brought in, less what went back, in the shop's currency. */
function amountSpent(ctx: Ctx, customerId: string): object {
  const paid = ordersOf(ctx, customerId).map((o) => converted(standingOf(ctx.shop, o).payments.net.shop, o.currencyCode, ctx.shop.currency));
  return moneyV2(paid.reduce((a, b) => a + b, 0), ctx.shop.currency);
}

function readableOrder(ctx: Ctx, id: string): OrderRecord | null {
  const order = orderBy(ctx.shop, id);
  return order && isReadable(ctx, order) ? order : null;
}

export const orderFields: FieldMap = {
  Query: {
    order: (args: { id: string }, ctx: Ctx) => readableOrder(ctx, args.id),
    orderByIdentifier: (args: { identifier: { id?: string | null } }, ctx: Ctx) => (args.identifier.id ? readableOrder(ctx, args.identifier.id) : null),
    orders: (args: ConnectionArgs, ctx: Ctx) => listedOrders(ctx, args, "PROCESSED_AT"),
    ordersCount,
  },
  Order: { ...lists, ...states, ...facts, ...channelFields, ...orderMoneyFields },
  MailingAddress: { formatted: formattedAddress, timeZone: (address: Address) => addressZone(address.countryCodeV2, address.provinceCode) },
  Customer: {
    orders: (c: { id: string }, args: ConnectionArgs, ctx: Ctx) => listedOrders(ctx, args, "ID", ordersOf(ctx, c.id)),
    lastOrder: (c: { id: string }, _args: object, ctx: Ctx) => ordersOf(ctx, c.id).at(-1) ?? null,
    amountSpent: (c: { id: string }, _args: object, ctx: Ctx) => amountSpent(ctx, c.id),
    numberOfOrders: (c: { id: string }, _args: object, ctx: Ctx) => String(ordersOf(ctx, c.id).length),
  },
};

const ordersOf = (ctx: Ctx, customerId: string): OrderRecord[] => [...ctx.shop.orders.values()].filter((o) => o.customerId === customerId);

export const orderNodes: NodeMap = {
  Order: (ctx, id) => ctx.shop.orders.get(idOf(id, "Order")),
  LineItem: (ctx, id) => ctx.shop.lineItems.get(id),
  OrderTransaction: (ctx, id) => ctx.shop.orderTransactions.get(id),
};
