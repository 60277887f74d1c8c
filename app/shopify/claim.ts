/** An order line as the policy sees it: the one place where Shopify's fields become a claim's facts. */
import type { Claim } from "../../policy/claim.ts";
import { minorDigits, parseMinor, formatMinor, split } from "../../policy/money.ts";
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
}>;

/** What is asked, and what was learnt since; everything Shopify cannot know. */
export type Asked = Readonly<{
  request: Claim["request"];
  quantity: number;
  originalBuyer?: boolean;
  /** The customer's word, used where no carrier and no field says when it arrived. */
  deliveredAccordingToCustomer?: string;
  registeredAt?: string;
  earlierRemedies?: Claim["item"]["earlierRemedies"];
  sendingBack?: Omit<NonNullable<Claim["sendingBack"]>, "toCountry">;
  inspection?: Claim["inspection"];
  labelCost?: string;
  recallCost?: string;
}>;

export type ReadClaim = Readonly<{ claim: Claim; delivery: Readonly<{ source: DeliverySource | "customer"; at: string | null }>; mappedBy: Readonly<Partial<Record<string, number>>> }>;

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

/** What shipping cost after discounts, free shipping too: what was paid is what may go back. */
const shippingPaid = (order: OrderRead, digits: number): number => order.shippingLines.nodes.reduce((sum, line) => sum + amount(line.discountedPriceSet, digits), 0);

/** What the line cost as charged, for its whole quantity, and what of it went back. Shipping is shared by the lines' prices. */
export function moneyOf(order: OrderRead, line: LineRead, quantity: number): Claim["money"] {
  const currency = order.presentmentCurrencyCode, digits = minorDigits(currency);
  const priceOf = (l: LineRead): number => amount(l.originalUnitPriceSet, digits) * l.quantity - discountOf(l, digits);
  const shares = split(shippingPaid(order, digits), order.lineItems.nodes.map(priceOf));
  const shipping = shares[order.lineItems.nodes.findIndex((l) => l.id === line.id)] ?? 0;
  const refunded = order.refunds.flatMap((refund) => refund.refundLineItems.nodes).filter((r) => r.lineItem.id === line.id);
  const units = refunded.reduce((sum, r) => sum + r.quantity, 0);
  const back = refunded.reduce((sum, r) => sum + amount(r.subtotalSet, digits) + amount(r.totalTaxSet, digits), 0);
  const text = (minor: number): string => formatMinor(minor, digits);
  return {
    currency, unitPrice: text(amount(line.originalUnitPriceSet, digits)), quantity: line.quantity, returnedQuantity: quantity,
    discount: text(discountOf(line, digits)), tax: text(line.taxLines.reduce((sum, tax) => sum + amount(tax.priceSet, digits), 0)), shipping: text(shipping),
    ...(order.taxesIncluded ? { taxIncluded: true } : {}), ...(units ? { alreadyRefundedQuantity: units, alreadyRefunded: text(back) } : {}),
  };
}

const discountOf = (line: LineRead, digits: number): number => line.discountAllocations.reduce((sum, d) => sum + amount(d.allocatedAmountSet, digits), 0);

/** Where an order came from: the shop's own store, or somebody else's. Unknown where Shopify does not say. */
function channelOf(order: OrderRead, own: readonly string[]): Claim["order"]["channel"] | undefined {
  const names = [order.app?.id, order.app?.name, order.sourceName].filter((name) => name !== undefined && name !== null);
  if (names.length === 0) return undefined;
  return names.some((name) => own.includes(name)) ? "own_store" : undefined;
}

/** A line of an order and what is asked of it, as a claim at a moment. `askedAt` is an instant with offset. */
export function claimOf(order: OrderRead, line: LineRead, shop: ShopFacts, asked: Asked, askedAt: string): ReadClaim {
  const parcels = parcelsOf(order, line.id);
  const scans = parcels.map((parcel) => parcel.deliveredAt).filter((at) => at !== null);
  const all = scans.length > 0 && scans.length === parcels.length;
  const said = asked.deliveredAccordingToCustomer;
  const deliveredAt = all ? scans : said ? [said] : [];
  const source = all ? (parcels.some((parcel) => parcel.source === "shopify") ? "shopify" : "carrier") : said ? "customer" : null;
  const { kind, by } = kindOf(shop.mapping, {
    title: line.title, sku: line.sku ?? line.variant?.sku ?? null, vendor: line.vendor, productType: line.product?.productType ?? null, tags: line.product?.tags ?? [],
    price: line.originalUnitPriceSet.presentmentMoney.amount, isPartOfKit: line.lineItemGroup !== null, metafields: line.product?.metafields.nodes ?? [],
  });
  const country = order.shippingAddress?.countryCodeV2 ?? order.billingAddress?.countryCodeV2 ?? undefined;
  const toCountry = shop.returnCountry(country);
  const others = order.lineItems.nodes.filter((other) => other.id !== line.id).flatMap((other) => parcelsOf(order, other.id).flatMap((parcel) => (parcel.deliveredAt ? [parcel.deliveredAt] : [])));
  const channel = channelOf(order, shop.ownChannels);
  const shippedAt = parcels[0]?.shippedAt;
  const claim: Claim = {
    id: `${order.name} ${line.id.split("/").at(-1)}`, policy: shop.policy, askedAt, zone: order.shippingAddress?.timeZone ?? shop.zone, settings: shop.settings, calendar: { holidays: [...shop.holidays] },
    order: {
      placedAt: order.processedAt, status: statusOf(order, parcels, deliveredAt.length > 0), orderRecordFound: true, proofOfPurchase: true,
      ...(channel ? { channel } : {}), ...(shippedAt ? { shippedAt } : {}), ...(country ? { countryOfPurchase: country } : {}), ...(others.length ? { otherLinesDeliveredAt: others } : {}),
    },
    item: {
      ...kind, ...(deliveredAt.length ? { deliveredAt } : {}), ...(source ? { deliveredAccordingTo: source } : {}),
      ...(parcels.at(-1)?.carrierSays ? { carrierSays: parcels.at(-1)?.carrierSays ?? "" } : {}), ...(asked.registeredAt ? { registeredAt: asked.registeredAt } : {}),
      ...(asked.earlierRemedies?.length ? { earlierRemedies: asked.earlierRemedies } : {}),
      ...(line.variant?.inventoryQuantity != null ? { sameModelInStock: line.variant.inventoryQuantity > 0 } : {}),
    },
    customer: { ...(asked.originalBuyer === undefined ? {} : { originalBuyer: asked.originalBuyer }), ...(country ? { country } : {}), ...(order.shippingAddress?.provinceCode ? { region: order.shippingAddress.provinceCode } : {}) },
    request: asked.request, sendingBack: { ...(toCountry ? { toCountry } : {}), ...asked.sendingBack }, inspection: asked.inspection ?? null,
    money: { ...moneyOf(order, line, asked.quantity), ...(asked.labelCost ? { merchantLabelCost: asked.labelCost } : {}), ...(asked.recallCost ? { recallCost: asked.recallCost } : {}) },
  };
  return { claim, delivery: { source, at: deliveredAt.at(-1) ?? null }, mappedBy: by };
}
