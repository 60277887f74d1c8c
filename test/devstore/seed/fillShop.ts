import { callAll, patient, USUAL, type BatchOptions, type Send, type StepAnswer } from "./adminCall.ts";
import { fillReturns } from "./fillReturns.ts";
import { fillShipments } from "./fillShipments.ts";
import { fillCatalogue, setStock } from "./fillCatalogue.ts";
import { readExisting, type Existing } from "./existing.ts";
import { customerInput, orderInput } from "./inputs.ts";
import type { Merchant, Places } from "./merchant.ts";
import type { OrderPlan, ShopPlan } from "./plan.ts";
import { planShop } from "./planShop.ts";
import { SHOP_QUERY } from "./steps.ts";

/** An order as it was made: ids in the order of the plan's lines. */
export type MadeOrder = {
  readonly plan: OrderPlan;
  readonly id: string;
  readonly lines: readonly string[];
  /** Fulfillment order and, by order line id, its own line id. */
  readonly fulfillmentOrder: { readonly id: string; readonly lines: ReadonlyMap<string, string> } | null;
};

export type ShopFacts = { readonly currency: string; readonly locationId: string; readonly reasons: ReadonlyMap<string, string>; readonly variants: ReadonlyMap<string, string> };

export type FillOptions = { readonly seed: number; readonly today: string; readonly orders: number; readonly batch?: BatchOptions };
export type Filled = { readonly shop: string; readonly products: number; readonly customers: number; readonly orders: number; readonly shipments: number; readonly returns: number; readonly plan: ShopPlan };

/**
 * Fills one shop through the Admin API alone: catalogue, customers, orders oldest first, parcels and their events,
 * cancellations, returns. One request at a time, so that ids come out the same; run shops side by side. What an earlier
 * run made (by SKU, e-mail address and the order's key) is kept and not made again. Throws when Shopify refuses something.
 */
export async function fillShop(send: Send, merchant: Merchant, places: Places, options: FillOptions): Promise<Filled> {
  const batch = options.batch ?? USUAL;
  const read = await readShop(send, batch);
  const plan = planShop(merchant, places, { ...options, currency: read.currency });
  const there = await readExisting(send, batch);
  const catalogue = await fillCatalogue(send, { merchant, rates: places.rates, seed: options.seed, ...read }, there, batch);
  const facts: ShopFacts = { ...read, variants: catalogue.variants };
  const customers = await fillCustomers(send, plan, there, batch);
  const missing = plan.orders.filter((order) => !there.orders.has(order.key));
  const made = { orders: 0, shipments: 0, returns: 0 };
  for (let from = 0; from < missing.length; from += AT_ONCE) {
    const orders = await fillOrders(send, plan, missing.slice(from, from + AT_ONCE), customers, facts, batch);
    const shipped = await fillShipments(send, orders, batch);
    await cancelOrders(send, orders, batch);
    made.returns += await fillReturns(send, shipped, facts, batch);
    made.orders += orders.length;
    made.shipments += shipped.reduce((n, o) => n + o.shipments.length, 0);
  }
  await setStock(send, catalogue, read.locationId, batch);
  return { shop: merchant.shop.domain, products: merchant.products.length, customers: customers.length, ...made, plan };
}

/** Orders that are brought to their state before the next are made, so that a run that was cut off can be taken up again. */
const AT_ONCE = 40;

async function readShop(send: Send, batch: BatchOptions): Promise<Omit<ShopFacts, "variants">> {
  const data = await patient(send, SHOP_QUERY, {}, batch);
  const { shop, locations, returnReasonDefinitions } = data as {
    shop: { currencyCode: string }; locations: { nodes: { id: string }[] }; returnReasonDefinitions: { nodes: { id: string; handle: string }[] };
  };
  const locationId = locations.nodes[0]?.id;
  if (!locationId) throw new Error("the shop has no location");
  return { currency: shop.currencyCode, locationId, reasons: new Map(returnReasonDefinitions.nodes.map((r) => [r.handle, r.id])) };
}

/** Makes the customers that are missing. Gives all ids in the plan's order. */
async function fillCustomers(send: Send, plan: ShopPlan, there: Existing, batch: BatchOptions): Promise<string[]> {
  const missing = plan.customers.filter((c) => !there.customers.has(c.email));
  const made = await callAll(send, "createCustomer", missing.map((c) => ({ input: customerInput(c) })), batch);
  const ids = new Map([...there.customers, ...missing.map((c, i) => [c.email, (made[i]?.["customer"] as { id: string }).id] as const)]);
  return plan.customers.map((c) => ids.get(c.email) ?? "");
}

async function fillOrders(send: Send, plan: ShopPlan, orders: readonly OrderPlan[], customers: readonly string[], facts: ShopFacts, batch: BatchOptions): Promise<MadeOrder[]> {
  const calls = orders.map((order) => {
    const customer = plan.customers[order.customer];
    if (!customer) throw new Error(`${order.key} has no customer`);
    return { order: orderInput(order, customer, customers[order.customer] ?? "", facts.variants, facts.currency) };
  });
  const answers = await callAll(send, "createOrder", calls, batch);
  return orders.map((order, i) => madeOrder(order, answers[i]));
}

type OrderAnswer = { id: string; lineItems: { nodes: { id: string }[] }; fulfillmentOrders: { nodes: { id: string; lineItems: { nodes: { id: string; lineItem: { id: string } }[] } }[] } };

function madeOrder(plan: OrderPlan, answer: StepAnswer | undefined): MadeOrder {
  const order = answer?.["order"] as OrderAnswer;
  const [open] = order.fulfillmentOrders.nodes;
  const lines = open && new Map(open.lineItems.nodes.map((l) => [l.lineItem.id, l.id]));
  return { plan, id: order.id, lines: order.lineItems.nodes.map((l) => l.id), fulfillmentOrder: open && lines ? { id: open.id, lines } : null };
}

async function cancelOrders(send: Send, orders: readonly MadeOrder[], batch: BatchOptions): Promise<void> {
  const calls = orders.flatMap(({ id, plan }) => (plan.cancel ? [{ orderId: id, reason: plan.cancel.reason, staffNote: plan.cancel.note }] : []));
  await callAll(send, "cancelOrder", calls, batch);
}
