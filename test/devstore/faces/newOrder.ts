import { plusDays } from "../seed/days.ts";
import { timeOf } from "../kernel/clock.ts";
import { ACTS } from "./acts.ts";
import { adminPage, emptyState } from "./adminFrame.ts";
import { html, type Html } from "./html.ts";
import { CUSTOMERS_QUERY, PRODUCTS_QUERY } from "./readings.ts";
import type { CustomerRow, Page, ProductShape } from "./shapes.ts";
import { storePath, type View } from "./view.ts";
import { money } from "./words.ts";

/** The mutations of the form, in their order. */
export const NEW_ORDER = {
  create: `mutation FaceNewOrder($order: OrderCreateOrderInput!) { done: orderCreate(order: $order) { order { id legacyResourceId totalPriceSet { shopMoney { amount currencyCode } } fulfillmentOrders(first: 2) { nodes { id } } } userErrors { field message } } }`,
  ship: `mutation FaceNewParcel($fulfillment: FulfillmentInput!) { done: fulfillmentCreate(fulfillment: $fulfillment) { fulfillment { id } userErrors { field message } } }`,
  deliver: `mutation FaceNewDelivery($fulfillmentEvent: FulfillmentEventInput!) { done: fulfillmentEventCreate(fulfillmentEvent: $fulfillmentEvent) { fulfillmentEvent { id } userErrors { field message } } }`,
} as const;

const LINES = [1, 2, 3] as const;

function variantChoice(view: View, products: readonly ProductShape[], n: number): Html {
  const price = (amount: string) => money({ amount, currencyCode: view.shop.currency });
  const option = (p: ProductShape) => p.variants.nodes.map((v) => html`<option value="${v.id} ${v.price}">${p.title}${v.title !== "Default Title" && ` – ${v.title}`} (${price(v.price)})</option>`);
  return html`<div class="field inline"><label class="vh" for="n${n}">Quantity ${n}</label>
    <input type="number" id="n${n}" name="n${n}" min="1" max="99" value="1" style="width:76px"><label class="vh" for="v${n}">Item ${n}</label>
    <select id="v${n}" name="v${n}">${n > 1 && html`<option value="">No more</option>`}${products.map(option)}</select></div>`;
}

/** A form for an order as it would have been: who, what, when it was placed, and when it arrived. */
export function newOrderPage(view: View): string {
  const { products } = view.read<{ products: Page<ProductShape> | null }>(PRODUCTS_QUERY, { first: 100 });
  const { customers } = view.read<{ customers: Page<CustomerRow> | null }>(CUSTOMERS_QUERY, { first: 250 });
  const today = timeOf(view.shop.clock).slice(0, 10);
  const date = (name: string, text: string, value: string, required: boolean) => html`<div class="field"><label for="${name}">${text}</label>
    <input type="date" id="${name}" name="${name}" value="${value}" max="${today}" ${required && html`required`}></div>`;
  const items = products?.nodes ?? [];
  const form = html`<form class="card" method="post" style="max-width:720px"><div class="body" style="padding-top:16px">
    <div class="field"><label for="customer">Customer</label><select id="customer" name="customer">
      <option value="">No customer</option>${(customers?.nodes ?? []).map((c) => html`<option value="${c.id}">${c.displayName}${c.defaultAddress?.country && ` – ${c.defaultAddress.country}`}</option>`)}</select></div>
    <fieldset><legend>Items</legend>${LINES.map((n) => variantChoice(view, items, n))}</fieldset>
    <div class="field"><label for="tax">Tax on top, in percent</label><input type="number" id="tax" name="tax" min="0" max="99" step="0.001" value="0"></div>
    ${date("placed", "Placed on", plusDays(today, -10), true)}${date("delivered", "Delivered on (empty: not shipped yet)", plusDays(today, -5), false)}</div>
    <div class="foot"><a class="button" href="${storePath(view.shop, "/orders")}">Cancel</a><button class="primary">Create order</button></div></form>`;
  return adminPage(view, "orders", "New order", html`<div class="head"><a class="back" href="${storePath(view.shop, "/orders")}" aria-label="All orders">←</a>
    <h1>New order</h1></div>
    ${items.length === 0 ? html`<section class="card">${emptyState("Nothing to sell", "Make a product first.")}</section>` : form}`);
}

type Bag = { shopMoney: { amount: string; currencyCode: string } };

/** OrderCreateOrderInput from the form, in the shop's money; it is marked as paid afterwards, by the total that comes out. */
export function newOrderInput(form: URLSearchParams, currency: string): Record<string, unknown> {
  const rate = Number(form.get("tax") ?? "0") / 100;
  const bag = (amount: number): Bag => ({ shopMoney: { amount: amount.toFixed(3), currencyCode: currency } });
  const lines = LINES.flatMap((n) => {
    const [variantId, price] = (form.get(`v${n}`) ?? "").split(" ");
    const quantity = Number(form.get(`n${n}`) ?? "1");
    if (!variantId || price === undefined) return [];
    const taxLines = rate > 0 ? [{ title: "Tax", rate: rate.toFixed(5), priceSet: bag(Number(price) * quantity * rate) }] : [];
    return [{ variantId, quantity, priceSet: bag(Number(price)), requiresShipping: true, taxLines }];
  });
  const customer = form.get("customer");
  return { currency, processedAt: `${form.get("placed") ?? ""}T12:00:00Z`, lineItems: lines, financialStatus: "PENDING", ...(customer ? { customer: { toAssociate: { id: customer } } } : {}) };
}

type Send = (query: string, variables: Record<string, unknown>) => Promise<unknown>;
type Made = { order: { id: string; legacyResourceId: string; fulfillmentOrders: { nodes: { id: string }[] } } };

/** Makes the order, its payment, its parcel and its delivery. Gives the order's number. Throws what Shopify refuses. */
export async function makeOrder(send: Send, form: URLSearchParams, currency: string): Promise<string> {
  const { order } = (await send(NEW_ORDER.create, { order: newOrderInput(form, currency) })) as Made;
  await send(ACTS.pay, { input: { id: order.id } });
  const delivered = form.get("delivered");
  if (!delivered) return order.legacyResourceId;
  const lineItemsByFulfillmentOrder = order.fulfillmentOrders.nodes.map(({ id }) => ({ fulfillmentOrderId: id }));
  const { fulfillment } = (await send(NEW_ORDER.ship, { fulfillment: { lineItemsByFulfillmentOrder, trackingInfo: { company: "Local courier", number: `LC${order.legacyResourceId}` } } })) as { fulfillment: { id: string } };
  await send(NEW_ORDER.deliver, { fulfillmentEvent: { fulfillmentId: fulfillment.id, status: "DELIVERED", happenedAt: `${delivered}T12:00:00Z` } });
  return order.legacyResourceId;
}
