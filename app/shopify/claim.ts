/** An order line as the policy sees it: the one place where Shopify's fields become a claim's facts. */
import type { Claim } from "../../policy/claim.ts";
import { minorDigits, parseMinor, formatMinor, split } from "../../policy/money.ts";
import { serialOf } from "../serial.ts";
import { dayIn, formatDay } from "../../policy/dates.ts";
import { parcelsOf, type DeliverySource } from "./deliveries.ts";
import { kindOf, type ItemMapping } from "./itemMapping.ts";
import type { LineRead, OrderRead } from "./order.ts";

/** What the shop's own settings add to Shopify's facts. */
export type ShopFacts = Readonly<{
  policy: string;
  zone: string;
  mapping: ItemMapping;
  returnCountry: (country: string | undefined) => string | undefined;
  holidays: readonly string[];
  settings: Record<string, string | number | null>;
  /** App ids or source names that are the shop's own channels. */
  ownChannels: readonly string[];
  /** What was said of arrivals earlier, by line; what is asked now may say it anew. */
  said?: ReadonlyMap<string, SaidDelivery>;
  /** Units that were registered, by line. */
  registered?: ReadonlyMap<string, readonly RegisteredUnit[]>;
  /** What other app ids, app names and source names are; of two for one name the first counts. */
  channels: readonly ChannelRule[];
}>;

/** What one channel is, by its source name, app id or app name; who sells there, and where customers reach them. */
export type ChannelRule = Readonly<{ from: string; is: NonNullable<Claim["order"]["channel"]>; seller?: string | undefined; address?: string | undefined }>;

/** A day of arrival (civil date) that somebody named. */
export type SaidDelivery = Readonly<{ on: string; by: "customer" | "person" }>;

/** A registered unit of a line: the civil day of its registration, its serial number where one is known, and whether a later owner has it. */
export type RegisteredUnit = Readonly<{ on: string; serial: string | null; isTransferred: boolean }>;

/** What is asked, and what was learnt since; everything Shopify cannot know. */
export type Asked = Readonly<{
  request: Claim["request"];
  quantity: number;
  originalBuyer?: boolean;
  /** The customer's word, used where no carrier and no field says when it arrived. */
  deliveredAccordingToCustomer?: string;
  /** What a person of the shop found out, used likewise and before the customer's word. */
  deliveredAccordingToPerson?: string;
  registeredAt?: string;
  /** Which unit it is, where that is known. */
  serial?: string;
  earlierRemedies?: Claim["item"]["earlierRemedies"];
  sendingBack?: Omit<NonNullable<Claim["sendingBack"]>, "toCountry">;
  inspection?: Claim["inspection"];
  labelCost?: string;
  recallCost?: string;
}>;

/** When the units asked about arrived and who says so; `unitsArrived` of `units` are there by carrier or Shopify. */
export type Delivery = Readonly<{ source: DeliverySource | "customer" | "person"; at: string | null; unitsArrived: number; units: number }>;

export type ReadClaim = Readonly<{ claim: Claim; delivery: Delivery; mappedBy: Readonly<Partial<Record<string, number>>> }>;

/** The day of arrival where the customer lives; null where nothing has arrived. */
export const arrivedOn = ({ claim, delivery }: Pick<ReadClaim, "claim" | "delivery">): string | null => (delivery.at === null ? null : formatDay(dayIn(delivery.at, claim.zone)));

type Status = NonNullable<Claim["order"]["status"]>;

/** Shipped is what has left; delivered is what all parcels of the line say. */
function statusOf(order: OrderRead, parcels: ReturnType<typeof parcelsOf>, delivered: boolean): Status {
  if (delivered) return "delivered";
  return parcels.length > 0 || order.displayFulfillmentStatus === "FULFILLED" ? "shipped" : "not_shipped";
}

const amount = (set: { presentmentMoney: { amount: string } }, digits: number): number => {
  const [whole = "0", decimals = ""] = set.presentmentMoney.amount.split(".");
  return parseMinor(decimals.length > digits ? `${whole}.${decimals.slice(0, digits)}`.replace(/\.$/, "") : set.presentmentMoney.amount, digits);
};

/** What shipping cost after discounts, free shipping too, and the tax that came on top of it: what was paid is what may go back. */
function shippingPaid(order: OrderRead, digits: number): Readonly<{ price: number; tax: number }> {
  const lines = order.shippingLines.nodes, taxes = order.taxesIncluded ? [] : lines.flatMap((line) => line.taxLines);
  return { price: lines.reduce((sum, line) => sum + amount(line.discountedPriceSet, digits), 0), tax: taxes.reduce((sum, tax) => sum + amount(tax.priceSet, digits), 0) };
}

/** What the line cost as charged, for its whole quantity, and what of it went back. Shipping is shared by the lines' prices. */
export function moneyOf(order: OrderRead, line: LineRead, quantity: number): Claim["money"] {
  const currency = order.presentmentCurrencyCode, digits = minorDigits(currency);
  const priceOf = (l: LineRead): number => amount(l.originalUnitPriceSet, digits) * l.quantity - discountOf(l, digits);
  const first = shippingPaid(order, digits), prices = order.lineItems.nodes.map(priceOf), at = order.lineItems.nodes.findIndex((l) => l.id === line.id);
  const shipping = split(first.price + first.tax, prices)[at] ?? 0, shippingTax = split(first.tax, prices)[at] ?? 0;
  const refunded = order.refunds.flatMap((refund) => refund.refundLineItems.nodes).filter((r) => r.lineItem.id === line.id);
  const units = refunded.reduce((sum, r) => sum + r.quantity, 0);
  // Where prices contain the tax, so does the subtotal of what was refunded.
  const back = refunded.reduce((sum, r) => sum + amount(r.subtotalSet, digits) + (order.taxesIncluded ? 0 : amount(r.totalTaxSet, digits)), 0);
  const text = (minor: number): string => formatMinor(minor, digits);
  return {
    currency, unitPrice: text(amount(line.originalUnitPriceSet, digits)), quantity: line.quantity, returnedQuantity: quantity,
    discount: text(discountOf(line, digits)), tax: text(line.taxLines.reduce((sum, tax) => sum + amount(tax.priceSet, digits), 0)), shipping: text(shipping), ...(shippingTax ? { shippingTax: text(shippingTax) } : {}),
    ...(order.taxesIncluded ? { taxIncluded: true } : {}), ...(units ? { alreadyRefundedQuantity: units, alreadyRefunded: text(back) } : {}),
  };
}

const discountOf = (line: LineRead, digits: number): number => line.discountAllocations.reduce((sum, d) => sum + amount(d.allocatedAmountSet, digits), 0);

type Channel = Pick<Claim["order"], "channel" | "seller">;

/** Source names by which Shopify calls the shop's own online store, its point of sale and orders that staff write. */
const shopifysOwn = new Set(["web", "pos", "shopify_draft_order", "iphone", "android"]);

/**
 * Where an order came from, by the shop's settings: its source name first, then the app that made it. Unknown where the
 * source is named and nobody says what it is, for an app of the shop's own may also bring in a marketplace's orders.
 */
export function channelOf(order: Pick<OrderRead, "sourceName" | "app">, facts: Pick<ShopFacts, "ownChannels" | "channels">): Channel {
  const rule = channelRule(order, facts);
  return rule ? { channel: rule.is, ...(rule.seller ? { seller: rule.seller } : {}) } : {};
}

/** What the shop's settings say of the channel that an order came from; undefined where nobody says. */
export function channelRule(order: Pick<OrderRead, "sourceName" | "app">, { ownChannels, channels }: Pick<ShopFacts, "ownChannels" | "channels">): ChannelRule | undefined {
  const known = (name: string): ChannelRule | undefined => channels.find((channel) => channel.from === name) ?? (ownChannels.includes(name) ? { from: name, is: "own_store" } : undefined);
  const source = order.sourceName;
  const named = source === null ? undefined : (known(source) ?? (shopifysOwn.has(source) ? { from: source, is: "own_store" } : undefined));
  if (named || (source !== null && !/^\d+$/.test(source))) return named;
  return order.app ? (known(order.app.id) ?? known(order.app.name)) : undefined;
}

/**
 * When the units asked about arrived: by the parcels that came, where they hold that many units (a line may be split over
 * parcels of different days); else by what a person or the customer says; else not known.
 */
function arrivalOf(line: LineRead, parcels: ReturnType<typeof parcelsOf>, asked: Asked, earlier: SaidDelivery | undefined): Readonly<{ dates: string[]; delivery: Delivery }> {
  const came = parcels.filter((parcel) => parcel.deliveredAt !== null);
  const unitsArrived = came.reduce((sum, parcel) => sum + parcel.quantity, 0), counted = { unitsArrived, units: line.quantity };
  const dates = came.flatMap((parcel) => (parcel.deliveredAt ? [parcel.deliveredAt] : []));
  if (came.length > 0 && (came.length === parcels.length || unitsArrived >= asked.quantity)) {
    return { dates, delivery: { source: came.some((parcel) => parcel.source === "shopify") ? "shopify" : "carrier", at: dates.at(-1) ?? null, ...counted } };
  }
  const said = saidNow(asked, earlier);
  return said ? { dates: [said.on], delivery: { source: said.by, at: said.on, ...counted } } : { dates: [], delivery: { source: null, at: null, ...counted } };
}

/** A person's word before the customer's, and of one's two words the later. */
function saidNow({ deliveredAccordingToPerson: found, deliveredAccordingToCustomer: told }: Asked, earlier: SaidDelivery | undefined): SaidDelivery | undefined {
  if (found !== undefined) return { on: found, by: "person" };
  return told === undefined || earlier?.by === "person" ? earlier : { on: told, by: "customer" };
}

/** The registration that holds for the units asked about: that of the number named, else the latest of as many units as are asked for. */
function registrationOf(units: readonly RegisteredUnit[], { quantity, serial }: Asked): RegisteredUnit | undefined {
  const number = serial === undefined ? undefined : serialOf(serial), named = units.find((unit) => number !== undefined && unit.serial === number);
  if (named) return named;
  const open = number === undefined ? units : units.filter((unit) => unit.serial === null);
  return open.toSorted((a, b) => a.on.localeCompare(b.on))[quantity - 1];
}

/** A line of an order and what is asked of it, as a claim at a moment. `askedAt` is an instant with offset. */
export function claimOf(order: OrderRead, line: LineRead, shop: ShopFacts, asked: Asked, askedAt: string): ReadClaim {
  const parcels = parcelsOf(order, line.id);
  const { dates: deliveredAt, delivery } = arrivalOf(line, parcels, asked, shop.said?.get(line.id));
  const { source } = delivery, registered = registrationOf(shop.registered?.get(line.id) ?? [], asked);
  const registeredAt = asked.registeredAt ?? registered?.on, originalBuyer = registered?.isTransferred ? false : asked.originalBuyer;
  const { kind, by } = kindOf(shop.mapping, {
    title: line.title, sku: line.sku ?? line.variant?.sku ?? null, vendor: line.vendor, productType: line.product?.productType ?? null, tags: line.product?.tags ?? [],
    price: line.originalUnitPriceSet.presentmentMoney.amount, isPartOfKit: line.lineItemGroup !== null, metafields: line.product?.metafields.nodes ?? [],
  });
  const country = order.shippingAddress?.countryCodeV2 ?? order.billingAddress?.countryCodeV2 ?? undefined;
  const toCountry = shop.returnCountry(country);
  const others = order.lineItems.nodes.filter((other) => other.id !== line.id).flatMap((other) => parcelsOf(order, other.id).flatMap((parcel) => (parcel.deliveredAt ? [parcel.deliveredAt] : [])));
  const shippedAt = parcels[0]?.shippedAt;
  const claim: Claim = {
    id: `${order.name} ${line.id.split("/").at(-1)}`, policy: shop.policy, askedAt, zone: order.shippingAddress?.timeZone ?? shop.zone, settings: shop.settings, calendar: { holidays: [...shop.holidays] },
    order: {
      placedAt: order.processedAt, status: statusOf(order, parcels, deliveredAt.length > 0), orderRecordFound: true, proofOfPurchase: true,
      ...channelOf(order, shop), ...(shippedAt ? { shippedAt } : {}), ...(country ? { countryOfPurchase: country } : {}), ...(others.length ? { otherLinesDeliveredAt: others } : {}),
    },
    item: {
      ...kind, ...(deliveredAt.length ? { deliveredAt } : {}), ...(source ? { deliveredAccordingTo: source } : {}),
      ...(parcels.at(-1)?.carrierSays ? { carrierSays: parcels.at(-1)?.carrierSays ?? "" } : {}), ...(registeredAt ? { registeredAt } : {}),
      ...(asked.earlierRemedies?.length ? { earlierRemedies: asked.earlierRemedies } : {}),
      ...(line.variant?.inventoryQuantity != null ? { sameModelInStock: line.variant.inventoryQuantity > 0 } : {}),
    },
    customer: { ...(originalBuyer === undefined ? {} : { originalBuyer }), ...(country ? { country } : {}), ...(order.shippingAddress?.provinceCode ? { region: order.shippingAddress.provinceCode } : {}) },
    request: asked.request, sendingBack: { ...(toCountry ? { toCountry } : {}), ...asked.sendingBack }, inspection: asked.inspection ?? null,
    money: { ...moneyOf(order, line, asked.quantity), ...(asked.labelCost ? { merchantLabelCost: asked.labelCost } : {}), ...(asked.recallCost ? { recallCost: asked.recallCost } : {}) },
  };
  return { claim, delivery, mappedBy: by };
}
