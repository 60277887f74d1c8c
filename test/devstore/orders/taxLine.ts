import { priceText } from "../kernel/money.ts";
import { bagOf, type Currencies } from "./bag.ts";
import type { TaxCharge } from "./order.ts";

/** A `TaxLine` of the API. */
export const taxLineOf = (order: Currencies) => (tax: TaxCharge): object => ({
  __typename: "TaxLine", title: tax.title, rate: tax.rate, ratePercentage: Math.round(tax.rate * 1e6) / 1e4, channelLiable: tax.channelLiable, source: null,
  price: priceText(tax.price.shop, order.currencyCode), priceSet: bagOf(tax.price, order),
});
