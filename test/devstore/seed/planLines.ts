import { minorOf } from "../kernel/money.ts";
import { convert, lineDiscounts, minus, taxOf, times, NOTHING, type Exchange } from "./amounts.ts";
import type { Merchant, ProductData } from "./merchant.ts";
import type { DiscountPlan, LinePlan, Pair } from "./plan.ts";
import type { Brief } from "./scenarios.ts";
import type { Random } from "./random.ts";

/** A variant's SKU and its price in the shop's money, in minor units. */
export type VariantData = { readonly sku: string; readonly value: string | null; readonly price: number; readonly compareAt: number | null };

/** The variants of a product; one of them without options. Their SKUs end in the option value's letters and digits. */
export function variantsOf(product: ProductData, currency: string): VariantData[] {
  const price = minorOf(product.price, currency);
  const compareAt = product.compareAt === undefined ? null : minorOf(product.compareAt, currency);
  const options = product.options;
  if (!options) return [{ sku: product.sku, value: null, price, compareAt }];
  return options.values.map((value, i) => {
    const sku = `${product.sku}-${value.replace(/[^\p{L}\p{N}]/gu, "").toUpperCase()}`;
    return { sku, value, price: price + minorOf(options.add?.[i] ?? "0", currency), compareAt };
  });
}

/** What is bought: a product, which of its variants, how many. */
export type Pick = { readonly product: ProductData; readonly variant: VariantData; readonly quantity: number };

function fits(brief: Brief, product: ProductData): boolean {
  const { limit } = brief;
  if (product.class === "free_gift") return false;
  if (brief.scenario === "clearance") return product.tags.includes("clearance");
  if (brief.scenario === "refurbished") return product.class === "refurbished";
  if (!limit) return true;
  if (limit.class !== undefined && limit.class !== product.class) return false;
  if (limit.category !== undefined && limit.category !== product.category) return false;
  if (limit.tag !== undefined && !product.tags.includes(limit.tag)) return false;
  return limit.tag === "clearance" || !product.tags.includes("clearance");
}

/** The products of one order: the first fits the brief, others come along at random. */
export function pickProducts(merchant: Merchant, brief: Brief, random: Random): Pick[] {
  const sold = merchant.products.filter((p) => p.class !== "free_gift");
  const split = brief.scenario === "split" || brief.scenario === "split_partly_open";
  const more = split ? random.whole(1, 3) : brief.limit ? random.whole(0, 1) : random.whole(0, 2);
  const first = random.pick(merchant.products.filter((p) => fits(brief, p)));
  const others = Array.from({ length: more }, () => random.pick(sold)).filter((p) => p !== first);
  const unique = [...new Set([first, ...others])];
  return unique.map((product) => ({ product, variant: random.pick(variantsOf(product, merchant.shop.currency)), quantity: quantityOf(brief, product, random) }));
}

function quantityOf(brief: Brief, product: ProductData, random: Random): number {
  if (brief.scenario === "bulk") return random.whole(4, 12);
  if (product.class === "accessory") return random.whole(1, 4);
  return random.chance(0.75) ? 1 : random.whole(2, 3);
}

/** The free gift that comes along, as a pick. */
export function pickGift(merchant: Merchant, random: Random): Pick {
  const sku = random.pick(merchant.gifts);
  const product = merchant.products.find((p) => p.sku === sku);
  if (!product) throw new Error(`no product for the gift ${sku}`);
  return { product, variant: { sku, value: null, price: 0, compareAt: null }, quantity: 1 };
}

/** Prices on both sides; in the customer's money they end as such prices do: whole yen, five fils, cents. */
export function priceOf(pick: Pick, exchange: Exchange): Pair {
  const shop = pick.variant.price;
  if (exchange.shop === exchange.presentment) return { shop, presentment: shop };
  const step = exchange.presentment === "JPY" ? 10 : exchange.presentment === "KWD" ? 50 : 5;
  const exact = convert(shop, exchange.shop, exchange.presentment, exchange.rates);
  return { shop, presentment: shop === 0 ? 0 : Math.max(step, Math.round(exact / step) * step) };
}

/** The order's lines with their part of the discount and their tax. */
export function linesOf(picks: readonly Pick[], exchange: Exchange, discountFor: (totals: readonly Pair[]) => DiscountPlan | null, tax: { rate: string; included: boolean } | null): { lines: LinePlan[]; discount: DiscountPlan | null } {
  const priced = picks.map((pick) => ({ pick, price: priceOf(pick, exchange) }));
  const totals = priced.map(({ pick, price }) => times(price, pick.quantity));
  const discount = discountFor(totals);
  const cuts = lineDiscounts(discount, totals);
  const lines = priced.map(({ pick, price }, i): LinePlan => {
    const cut = cuts[i] ?? NOTHING;
    const paid = minus(totals[i] ?? NOTHING, cut);
    return { sku: pick.variant.sku, quantity: pick.quantity, price, discount: cut, tax: tax ? taxOf(paid, tax.rate, tax.included) : NOTHING, gift: pick.product.class === "free_gift" };
  });
  return { lines, discount };
}
