import type { Ctx } from "../kernel/context.ts";
import { connection, type ConnectionArgs } from "../kernel/connection.ts";
import { countOf } from "../kernel/count.ts";
import { tailOf } from "../kernel/ids.ts";
import { matcher, type SearchFields } from "../kernel/search.ts";
import { byKey } from "../kernel/sort.ts";
import { customerName } from "../catalogue/customerFields.ts";
import type { Shop } from "../shop.ts";
import { displayFulfillmentStatus } from "../fulfillments/displayFulfillment.ts";
import { returnStatusOf } from "../returns/orderReturnStatus.ts";
import { linesOf, transactionsOf } from "./lookup.ts";
import type { OrderRecord } from "./order.ts";
import { isReadable } from "./orderAge.ts";
import { standingOf } from "./standing.ts";
import { displayFinancialStatus } from "./displayFinancial.ts";
import { totalsAsOrdered } from "./totals.ts";
import { digitsOf } from "../kernel/money.ts";

type OrdersArgs = ConnectionArgs & { query?: string | null; sortKey?: string | null };

const units = (minor: number, currency: string): number => minor / 10 ** digitsOf(currency);

/** Fields of `orders(query:)` (documented: orders query). Times of a search are compared as instants. */
export function orderSearch(shop: Shop): SearchFields<OrderRecord> {
  return {
    of: "orders",
    bare: ["name", "email", "confirmation_number", "tag", "customer's name"],
    fields: {
      name: { kind: "exact", read: (o) => [o.name, o.name.replace(/^#/, "")] },
      id: { kind: "id", read: (o) => o.id },
      email: { kind: "exact", read: (o) => o.email },
      tag: { kind: "exact", read: (o) => o.tags },
      tag_not: { kind: "exact", read: (o) => o.tags },
      // For bare words alone: no field of Shopify's can be called so.
      "customer's name": { kind: "word", read: (o) => { const customer = shop.customers.get(o.customerId ?? ""); return customer ? customerName(customer) : null; } },
      customer_id: { kind: "id", read: (o) => o.customerId },
      test: { kind: "exact", read: (o) => o.test },
      po_number: { kind: "exact", read: (o) => o.poNumber },
      confirmation_number: { kind: "exact", read: (o) => o.confirmationNumber },
      created_at: { kind: "time", read: (o) => o.createdAt },
      updated_at: { kind: "time", read: (o) => o.updatedAt },
      processed_at: { kind: "time", read: (o) => o.processedAt },
      status: { kind: "exact", read: (o) => ["any", o.cancelledAt ? "cancelled" : o.closedAt ? "closed" : "open", ...(o.closedAt ? [] : ["not_closed"])] },
      financial_status: { kind: "exact", read: (o) => displayFinancialStatus(shop, o) ?? "pending" },
      fulfillment_status: { kind: "exact", read: (o) => fulfillmentWords(displayFulfillmentStatus(shop, o)) },
      return_status: { kind: "exact", read: (o) => returnStatusOf(shop, o) },
      sku: { kind: "exact", read: (o) => linesOf(shop, o).map((l) => l.sku) },
      gateway: { kind: "exact", read: (o) => transactionsOf(shop, o).map((t) => t.gateway) },
      discount_code: { kind: "exact", read: (o) => o.discounts.filter((d) => d.kind === "code").map((d) => d.label) },
      source_name: { kind: "exact", read: (o) => o.sourceName },
      source_identifier: { kind: "exact", read: (o) => o.sourceIdentifier },
      total_price: { kind: "number", read: (o) => units(totalsAsOrdered(o, linesOf(shop, o)).total.shop, o.currencyCode) },
      current_total_price: { kind: "number", read: (o) => units(standingOf(shop, o).totals.total.shop, o.currencyCode) },
      subtotal_line_items_quantity: { kind: "number", read: (o) => totalsAsOrdered(o, linesOf(shop, o)).quantity },
    },
  };
}

/** The search knows other words than the enum: shipped and unshipped, partial. */
function fulfillmentWords(status: string): string[] {
  const words: Record<string, string[]> = { FULFILLED: ["shipped"], UNFULFILLED: ["unshipped"], PARTIALLY_FULFILLED: ["partial"] };
  return [status, ...(words[status] ?? [])];
}

/** `tag_not:x` and `tag_not:x,y` are negations that the search grammar writes as a field. */
export const withoutTagNot = (query: string): string => query.replace(/(^|[\s(])-?tag_not:/g, "$1-tag:");

/** Orders that a search text finds, oldest id first. Lookups by one name or id do not look at every order. */
export function foundOrders(ctx: Ctx, query: string | null | undefined, among: Iterable<OrderRecord> = ctx.shop.orders.values()): OrderRecord[] {
  const fits = matcher(orderSearch(ctx.shop), query == null ? query : withoutTagNot(query), Date.parse(ctx.now()));
  return [...among].filter((order) => isReadable(ctx, order) && fits(order));
}

/** What orders are sorted by; those of one key by age. The default is the time of processing, ascending (recorded: orders-tag-search). */
function sortKeys(shop: Shop): Record<string, (order: OrderRecord) => string | number> {
  const totals = (o: OrderRecord) => totalsAsOrdered(o, linesOf(shop, o));
  return {
    ID: (o) => Number(tailOf(o.id)),
    RELEVANCE: (o) => Number(tailOf(o.id)),
    PROCESSED_AT: (o) => o.processedAt,
    CREATED_AT: (o) => o.createdAt,
    UPDATED_AT: (o) => o.updatedAt,
    ORDER_NUMBER: (o) => o.number,
    PO_NUMBER: (o) => o.poNumber ?? "",
    TOTAL_PRICE: (o) => totals(o).total.shop,
    CURRENT_TOTAL_PRICE: (o) => standingOf(shop, o).totals.total.shop,
    TOTAL_ITEMS_QUANTITY: (o) => totals(o).quantity,
    FINANCIAL_STATUS: (o) => displayFinancialStatus(shop, o) ?? "",
    FULFILLMENT_STATUS: (o) => displayFulfillmentStatus(shop, o),
    DESTINATION: (o) => o.shippingAddress?.city ?? "",
    CUSTOMER_NAME: (o) => { const customer = shop.customers.get(o.customerId ?? ""); return customer ? customerName(customer).toLowerCase() : ""; },
  };
}

/** `orders` and `customer.orders`. */
export function listedOrders(ctx: Ctx, args: OrdersArgs, key: string, among?: Iterable<OrderRecord>): unknown {
  return connection(byKey(foundOrders(ctx, args.query, among), sortKeys(ctx.shop)[args.sortKey ?? key]), args);
}

/** `ordersCount`: exact up to the limit, AT_LEAST when there are more (facts: order-catalog-count-read). */
export function ordersCount(args: { query?: string | null; limit?: number | null }, ctx: Ctx): object {
  return countOf(foundOrders(ctx, args.query).length, args.limit ?? null);
}
