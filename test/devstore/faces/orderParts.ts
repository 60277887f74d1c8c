import { html, safeUrl, type Html } from "./html.ts";
import { ICONS } from "./icons.ts";
import type { Address, LineName, OrderShape, Parcel, ReturnShape } from "./shapes.ts";
import { badge, both, spoken, when, returnBadge } from "./words.ts";

/** A line item's name with its variant. */
export const lineName = (line: LineName): Html => html`<b style="font-weight:600">${line.title}</b>${line.variantTitle && line.variantTitle !== "Default Title" && html`<br>
  <span class="quiet small">${line.variantTitle}</span>`}`;

/** One line of a parcel or a list of items. */
export function itemLine(line: LineName, quantity: number, end: Html | null = null, more: Html | null = null): Html {
  return html`<li><span class="thumb">${ICONS.camera}</span><span class="what">${lineName(line)}${more}</span>
    <span class="num">× ${quantity}</span>${end && html`<span class="num">${end}</span>`}</li>`;
}

/** Where a parcel is: its carrier and number, then every event. */
export function parcelTrack(parcel: Parcel, zone: string): Html {
  const events = [...parcel.events.nodes].sort((a, b) => a.happenedAt.localeCompare(b.happenedAt));
  return html`${parcel.trackingInfo.map((t) => html`<p class="small">${t.company ?? "Carrier"} ${t.url ? html`<a href="${safeUrl(t.url)}" rel="noreferrer">${t.number ?? "track"}</a>` : html`<span class="wrap">${t.number ?? ""}</span>`}</p>`)}
    ${events.length > 0 && html`<ol class="timeline small" style="margin-top:6px">${events.map((e) => html`<li class="done">
      <span>${spoken(e.status)}${e.message && html` – ${e.message}`}</span>${when(e.happenedAt, zone)}</li>`)}</ol>`}
    ${!parcel.deliveredAt && parcel.estimatedDeliveryAt && html`<p class="small quiet">Expected ${when(parcel.estimatedDeliveryAt, zone)}</p>`}`;
}

/** The lines of a return with reasons, fees and notes. */
export function returnLines(r: ReturnShape): Html {
  return html`<ul class="lines">${r.returnLineItems.nodes.map((l) => itemLine(l.fulfillmentLineItem?.lineItem ?? { id: l.id, title: "Item", variantTitle: null }, l.quantity, null, html`<br>
    <span class="small quiet">${l.returnReasonDefinition?.name ?? "No reason"}${l.restockingFee && html` · restocking fee ${l.restockingFee.percentage} %`}${l.processedQuantity > 0 && html` · ${l.processedQuantity} processed`}</span>
    ${(l.customerNote || l.returnReasonNote) && html`<br><span class="small">“${l.customerNote || l.returnReasonNote}”</span>`}`))}</ul>
    ${r.exchangeLineItems.nodes.map((x) => html`<p class="small">Exchanged for ${x.quantity} × ${x.lineItems?.[0]?.title ?? "an item"}</p>`)}
    ${r.returnShippingFees.map((f) => html`<p class="small">Return shipping fee ${both(f.amountSet)}</p>`)}
    ${r.decline && html`<div class="notice bad small">Declined: ${spoken(r.decline.reason)}${r.decline.note && html` – ${r.decline.note}`}</div>`}
    ${r.reverseFulfillmentOrders.nodes.flatMap((o) => o.reverseDeliveries.nodes).map((d) => html`<p class="small">Return label${d.deliverable?.tracking?.number && html`, tracking <span class="wrap">${d.deliverable.tracking.number}</span>`}${d.deliverable?.label?.publicFileUrl && html` · <a href="${safeUrl(d.deliverable.label.publicFileUrl)}" rel="noreferrer">label</a>`}</p>`)}`;
}

/** Totals from subtotal to what is still owed. */
export function sums(order: OrderShape): Html {
  const row = (name: string, value: Html | null, total = false) => value && html`<tr class="${total ? "total" : ""}"><td>${name}</td>
    <td class="num">${value}</td></tr>`;
  const some = (pair: OrderShape["totalDiscountsSet"]) => (pair && Number(pair.presentmentMoney.amount) !== 0 ? both(pair) : null);
  return html`<table class="sums"><tbody>${row("Subtotal", order.subtotalPriceSet && both(order.subtotalPriceSet))}
    ${row(`Discount${order.discountCodes.length > 0 ? ` (${order.discountCodes.join(", ")})` : ""}`, order.totalDiscountsSet && some(order.totalDiscountsSet) && html`−${both(order.totalDiscountsSet)}`)}
    ${row("Shipping", both(order.totalShippingPriceSet))}
    ${row(order.taxesIncluded ? "Tax (included)" : "Tax", order.totalTaxSet && both(order.totalTaxSet))}
    ${row("Total", both(order.totalPriceSet), true)}
    ${row("Paid", both(order.totalReceivedSet))}${row("Refunded", some(order.totalRefundedSet) && html`−${both(order.totalRefundedSet)}`)}
    ${row("Outstanding", some(order.totalOutstandingSet))}</tbody></table>`;
}

/** An address on its lines. */
export function addressBlock(a: Address | null): Html {
  if (!a) return html`<p class="quiet">No address</p>`;
  const lines = [a.name, a.address1, a.address2, [a.zip, a.city, a.provinceCode].filter(Boolean).join(" "), a.country].filter((l): l is string => Boolean(l));
  return html`<address class="wrap" style="font-style:normal">${lines.map((l, i) => html`${i > 0 && html`<br>`}${l}`)}</address>`;
}

/** Badges of an order's standing. */
export function standing(order: Pick<OrderShape, "displayFinancialStatus" | "displayFulfillmentStatus" | "returnStatus" | "cancelledAt">): Html {
  return html`${badge(order.displayFinancialStatus)} ${badge(order.displayFulfillmentStatus)} ${order.returnStatus !== "NO_RETURN" && returnBadge(order.returnStatus)} ${order.cancelledAt && badge("DECLINED", "Cancelled")}`;
}
