import { convert, discountOf, minus, NOTHING, orderTotal, pairOf, sum, taxOf, type Exchange } from "./amounts.ts";
import { timeOn } from "./days.ts";
import type { Merchant, Place, Places } from "./merchant.ts";
import type { CustomerPlan, OrderPlan, Pair, TransactionPlan } from "./plan.ts";
import { placeOf } from "./planCustomers.ts";
import { linesOf, pickGift, pickProducts } from "./planLines.ts";
import { planReturn } from "./planReturns.ts";
import { datesOf, planShipments } from "./planShipments.ts";
import type { Brief } from "./scenarios.ts";
import { randomOf, type Random } from "./random.ts";

export type OrderContext = { readonly merchant: Merchant; readonly places: Places; readonly customers: readonly CustomerPlan[]; readonly seed: number; readonly today: string; readonly shopCurrency: string };

const NOTES = ["Please leave it with the neighbours.", "A present: no invoice in the parcel.", "Call before you deliver.", "Ring twice, the bell is quiet."];

/** One order from its brief. Each order has its own stream of numbers, so a change in one leaves the others alone. */
export function planOrder(brief: Brief, index: number, context: OrderContext): OrderPlan {
  const { merchant, places } = context;
  const key = `${merchant.id}-${String(index + 1).padStart(4, "0")}`;
  const random = randomOf(context.seed, key);
  const customer = random.whole(0, context.customers.length - 1);
  const place = placeOf(places, context.customers[customer]?.country ?? "");
  const exchange: Exchange = { shop: context.shopCurrency, presentment: place.currency, rates: places.rates };
  const dates = datesOf(brief, context.today, place, random);
  const goods = planGoods(brief, context, place, exchange, random);
  const shipments = planShipments(brief, goods.lines, dates, context.today, place, random);
  const returned = planReturn(brief.returned, index, goods.lines, shipments, place.currency, random);
  return {
    key, scenario: brief.scenario, customer, currency: place.currency, shipments,
    limit: brief.limit && { name: brief.limit.name, daysPast: brief.daysPast },
    placedAt: dates.placed === context.today ? timeOn(dates.placed, 0, 0) : timeOn(dates.placed, random.whole(1, 5), random.whole(0, 59)),
    channel: random.weighted(merchant.channels),
    ...goods,
    ...paymentOf(brief, goods.total, random),
    note: random.chance(0.12) ? random.pick(NOTES) : null,
    tags: tagsOf(brief),
    cancel: brief.scenario === "cancelled" ? random.pick([{ reason: "CUSTOMER", note: "Asked by e-mail." }, { reason: "INVENTORY", note: "Sold out." }, { reason: "OTHER", note: "Double order." }] as const) : null,
    returns: returned ? [returned] : [],
  };
}

type Goods = Pick<OrderPlan, "lines" | "discount" | "shipping" | "tax" | "taxesIncluded"> & { total: Pair };

function planGoods(brief: Brief, context: OrderContext, place: Place, exchange: Exchange, random: Random): Goods {
  const { merchant } = context;
  const included = merchant.taxes === "included" || (merchant.taxes === "by_country" && place.tax?.included === true);
  const tax = place.tax && { rate: place.tax.rate, included };
  const gift = brief.scenario === "gift" ? [pickGift(merchant, random)] : [];
  const code = random.chance(0.25) ? random.pick(merchant.discounts) : null;
  const picked = [...pickProducts(merchant, brief, random), ...gift].map((p) => ({ ...p, variant: { ...p.variant, price: inShop(p.variant.price, merchant, context) } }));
  const { lines, discount } = linesOf(picked, exchange, (totals) => code && discountOf(code, sum(totals), merchant.shop.currency, exchange), tax);
  const price = random.chance(0.3) ? NOTHING : pairOf(place.shipping.price, "USD", exchange);
  const free = discount?.freeShipping ?? false;
  const shipping = { title: place.shipping.title, price, tax: tax && !free ? taxOf(price, tax.rate, included) : NOTHING };
  return { lines, discount, shipping, tax: place.tax && { title: place.tax.title, rate: place.tax.rate }, taxesIncluded: included, total: orderTotal(lines, shipping, free, included) };
}

/** Catalogue prices are in the merchant's currency; a real shop that is filled may count in another. */
const inShop = (price: number, merchant: Merchant, context: OrderContext): number => convert(price, merchant.shop.currency, context.shopCurrency, context.places.rates);

function paymentOf(brief: Brief, total: Pair, random: Random): Pick<OrderPlan, "transactions" | "financialStatus"> {
  if (total.presentment === 0 || brief.scenario === "pending") return { transactions: [], financialStatus: "PENDING" };
  const gateway = random.chance(0.2) ? "manual" : "bogus";
  if (brief.scenario === "authorized") return { transactions: [{ kind: "AUTHORIZATION", gateway, amount: total }], financialStatus: null };
  if (brief.scenario !== "two_payments") return { transactions: [{ kind: "SALE", gateway, amount: total }], financialStatus: null };
  const first: Pair = { shop: Math.floor(total.shop / 3), presentment: Math.floor(total.presentment / 3) };
  const both: TransactionPlan[] = [{ kind: "SALE", gateway: "manual", amount: first }, { kind: "SALE", gateway: "bogus", amount: minus(total, first) }];
  return { transactions: both.filter((t) => t.amount.presentment > 0), financialStatus: null };
}

function tagsOf(brief: Brief): string[] {
  if (!brief.limit) return [`case ${brief.scenario.replaceAll("_", " ")}`];
  const days = brief.daysPast === 0 ? "last day" : brief.daysPast < 0 ? `${-brief.daysPast} days left` : `${brief.daysPast} days over`;
  return [`limit ${brief.limit.name}`, `limit: ${days}`];
}

/** The last that happened to an order's parcels, or that it was placed: a return comes after it. */
export const latestEvent = (order: OrderPlan): string => order.shipments.flatMap((s) => s.events.map((e) => e.at)).sort().at(-1) ?? order.placedAt;
