import type { Ctx } from "../kernel/context.ts";
import { connection, type ConnectionArgs } from "../kernel/connection.ts";
import { countOf } from "../kernel/count.ts";
import { tailOf } from "../kernel/ids.ts";
import { matcher, type SearchFields } from "../kernel/search.ts";
import type { Shop } from "../shop.ts";
import { displayFulfillmentStatus } from "../fulfillments/displayFulfillment.ts";
import { returnStatusOf } from "../returns/orderReturnStatus.ts";
import { linesOf, transactionsOf } from "./lookup.ts";
import type { OrderRecord } from "./order.ts";
import { standingOf } from "./standing.ts";
import { displayFinancialStatus } from "./displayFinancial.ts";
import { totalsAsOrdered } from "./totals.ts";
import { digitsOf } from "../kernel/money.ts";

type OrdersArgs = ConnectionArgs & { query?: string | null; sortKey?: string | null };

const units = (minor: number, currency: string): number => minor / 10 ** digitsOf(currency);

/** Fields of `orders(query:)` (documented: orders query). Times of a search are compared as instants. */
export function orderSearch(shop: Shop): SearchFields<OrderRecord> {
  return {
    bare: ["name", "email", "confirmation_number", "tag"],
    fields: {
      name: { kind: "exact", read: (o) => [o.name, o.name.replace(/^#/, "")] },
      id: { kind: "id", read: (o) => o.id },
      email: { kind: "exact", read: (o) => o.email },
      tag: { kind: "exact", read: (o) => o.tags },
      tag_not: { kind: "exact", read: (o) => o.tags },
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
  return [...among].filter(fits);
}

const text = (a: string | null, b: string | null): number => ((a ?? "") < (b ?? "") ? -1 : (a ?? "") > (b ?? "") ? 1 : 0);
/** Times are all written alike, so that their order is that of their texts. */
const time = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byId = (a: OrderRecord, b: OrderRecord): number => Number(tailOf(a.id)) - Number(tailOf(b.id));

/** Orders of two by a sort key. The default is the time of processing, ascending (recorded: orders-tag-search). */
export function inOrder(shop: Shop, key: string): (a: OrderRecord, b: OrderRecord) => number {
  const totals = (o: OrderRecord) => totalsAsOrdered(o, linesOf(shop, o));
  const keys: Record<string, (a: OrderRecord, b: OrderRecord) => number> = {
    PROCESSED_AT: (a, b) => time(a.processedAt, b.processedAt),
    CREATED_AT: (a, b) => time(a.createdAt, b.createdAt),
    UPDATED_AT: (a, b) => time(a.updatedAt, b.updatedAt),
    ORDER_NUMBER: (a, b) => a.number - b.number,
    PO_NUMBER: (a, b) => text(a.poNumber, b.poNumber),
    TOTAL_PRICE: (a, b) => totals(a).total.shop - totals(b).total.shop,
    CURRENT_TOTAL_PRICE: (a, b) => standingOf(shop, a).totals.total.shop - standingOf(shop, b).totals.total.shop,
    TOTAL_ITEMS_QUANTITY: (a, b) => totals(a).quantity - totals(b).quantity,
    FINANCIAL_STATUS: (a, b) => text(displayFinancialStatus(shop, a), displayFinancialStatus(shop, b)),
    FULFILLMENT_STATUS: (a, b) => text(displayFulfillmentStatus(shop, a), displayFulfillmentStatus(shop, b)),
    DESTINATION: (a, b) => text(a.shippingAddress?.city ?? null, b.shippingAddress?.city ?? null),
  };
  const first = keys[key];
  return first ? (a, b) => first(a, b) || byId(a, b) : byId;
}

/** `orders` and `customer.orders`. */
export function listedOrders(ctx: Ctx, args: OrdersArgs, key: string, among?: Iterable<OrderRecord>): unknown {
  return connection(foundOrders(ctx, args.query, among).sort(inOrder(ctx.shop, args.sortKey ?? key)), args);
}

/** `ordersCount`: exact up to the limit, AT_LEAST when there are more (facts: order-catalog-count-read). */
export function ordersCount(args: { query?: string | null; limit?: number | null }, ctx: Ctx): object {
  return countOf(foundOrders(ctx, args.query).length, args.limit ?? null);
}
