import type { OrderShape, Parcel, ReturnShape } from "./shapes.ts";
import { count, money, spoken } from "./words.ts";

export type Happened = { readonly at: string; readonly what: string };

/** Everything that happened to an order, oldest first; what happened in one second stands in the order it must have had. */
export function history(order: OrderShape): Happened[] {
  const paid = order.transactions.map((t) => ({ refund: t.kind === "REFUND", at: t.processedAt ?? order.createdAt, what: transactionText(t) }));
  const all: Happened[] = [
    { at: order.processedAt, what: "Order placed" },
    ...paid.filter((t) => !t.refund),
    ...order.fulfillments.flatMap(parcelHistory),
    ...order.returns.nodes.flatMap((r) => returnHistory(r).slice(0, 1)),
    ...order.refunds.map((r) => ({ at: r.createdAt ?? order.createdAt, what: `Refund of ${money(r.totalRefundedSet.presentmentMoney)}` })),
    ...paid.filter((t) => t.refund),
    ...order.returns.nodes.flatMap((r) => returnHistory(r).slice(1)),
    ...(order.cancelledAt ? [{ at: order.cancelledAt, what: `Order cancelled${order.cancelReason ? `: ${spoken(order.cancelReason).toLowerCase()}` : ""}` }] : []),
  ];
  return all.map(({ at, what }) => ({ at, what })).sort((a, b) => a.at.localeCompare(b.at));
}

const OUTCOMES: Readonly<Record<string, string>> = { SUCCESS: "went through", FAILURE: "failed", ERROR: "failed", PENDING: "is pending" };

function transactionText(t: OrderShape["transactions"][number]): string {
  return `${spoken(t.kind)} of ${money(t.amountSet.presentmentMoney)} ${OUTCOMES[t.status] ?? spoken(t.status).toLowerCase()}${t.gateway ? ` (${t.gateway})` : ""}`;
}

function parcelHistory(f: Parcel): Happened[] {
  const units = f.fulfillmentLineItems.nodes.reduce((n, l) => n + (l.quantity ?? 0), 0);
  const first = [...f.events.nodes.map((e) => e.happenedAt), f.createdAt].sort()[0] ?? f.createdAt;
  return [{ at: first, what: `Parcel ${f.name} made with ${count(units, "item")}` }, ...f.events.nodes.map((e) => ({ at: e.happenedAt, what: `${f.name}: ${spoken(e.status).toLowerCase()}` }))];
}

/** First that it was opened, then that it was closed. */
function returnHistory(r: ReturnShape): Happened[] {
  const opened = { at: r.createdAt, what: `Return ${r.name} ${r.status === "REQUESTED" || r.status === "DECLINED" ? "requested" : "opened"}` };
  return [opened, ...(r.closedAt ? [{ at: r.closedAt, what: `Return ${r.name} closed` }] : [])];
}
