import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const decimal = z.string().regex(/^\d+(\.\d+)?$/);
const period = z.string().regex(/^P\d+[DMY]$/);

const shop = z.strictObject({
  domain: z.string().endsWith(".myshopify.com"),
  name: z.string(),
  email: z.string(),
  currency: z.string().length(3),
  zone: z.string(),
  country: z.string().length(2),
  plan: z.enum(["basic", "advanced", "plus", "enterprise"]),
  token: z.string(),
});

const product = z.strictObject({
  title: z.string(),
  sku: z.string(),
  type: z.string(),
  class: z.enum(["new", "refurbished", "accessory", "free_gift"]),
  category: z.string(),
  price: decimal,
  compareAt: decimal.optional(),
  options: z.strictObject({ name: z.string(), values: z.array(z.string()).min(1), add: z.array(decimal).optional() }).optional(),
  tags: z.array(z.string()),
  /** Units of each variant on the shelf; drawn at random when not given. 0: the same model can no longer be supplied. */
  stock: z.number().int().nonnegative().optional(),
  /** Whether class and category are written into metafields; false leaves them to be read from type, tags and title. */
  mapped: z.boolean().default(true),
});

const limit = z.strictObject({
  name: z.string(),
  from: z.enum(["delivery", "purchase"]),
  period,
  class: z.string().optional(),
  category: z.string().optional(),
  tag: z.string().optional(),
  unshipped: z.boolean().default(false),
  clauses: z.array(z.string()),
});

const discount = z.strictObject({ code: z.string(), percentage: z.number().optional(), amount: z.number().optional(), freeShipping: z.literal(true).optional() });

const merchant = z.strictObject({
  id: z.string(),
  shop,
  taxes: z.enum(["on_top", "included", "by_country"]),
  countries: z.record(z.string(), z.number().int().positive()),
  channels: z.record(z.string(), z.number().int().positive()),
  discounts: z.array(discount).min(1),
  limits: z.array(limit).min(1),
  gifts: z.array(z.string()).min(1),
  products: z.array(product).min(1),
});

const place = z.strictObject({
  currency: z.string().length(3),
  tax: z.strictObject({ title: z.string(), rate: decimal, included: z.boolean() }).nullable(),
  shipping: z.strictObject({ title: z.string(), price: decimal, days: z.tuple([z.number(), z.number()]) }),
  carriers: z.array(z.string()).min(1),
  cities: z.array(z.strictObject({ city: z.string(), province: z.string().optional(), zip: z.string(), street: z.string() })).min(1),
  given: z.array(z.string()).min(1),
  family: z.array(z.string()).min(1),
});

const places = z.strictObject({ rates: z.record(z.string(), decimal), countries: z.record(z.string(), place) });

/** One shop to fill, as its data file gives it. Prices are in the shop's currency. */
export type Merchant = z.infer<typeof merchant>;
export type ProductData = z.infer<typeof product>;
export type Limit = z.infer<typeof limit>;
export type DiscountData = z.infer<typeof discount>;
/** A country: money, tax, carriers, towns and names. Shipping prices are in US dollars. */
export type Place = z.infer<typeof place>;
export type Places = z.infer<typeof places>;

/** All merchants, one per file of `merchants/`, sorted by id. Throws with every issue when a file is not as it must be. */
export function readMerchants(): Merchant[] {
  const folder = new URL("./merchants/", import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml")).sort();
  return files.map((name) => merchant.parse(parse(readFileSync(new URL(name, folder), "utf8"))));
}

/** The countries customers live in and the exchange rates. */
export function readPlaces(): Places {
  return places.parse(parse(readFileSync(new URL("./places.yaml", import.meta.url), "utf8")));
}
