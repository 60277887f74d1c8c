/**
 * The claim: one order line (or part of it) and what its customer asks, at one moment.
 * Field meanings and what an absent field says: docs/claim.md. Unknown fields are refused, so that a
 * misspelt fact is an error and not an unknown.
 */
import { z } from "zod";
import { instantOf, offsetAt, parseDay, parsePeriod } from "./dates.ts";
import { minorDigits, parseMinor } from "./money.ts";

const civilDate = z.string().refine((t) => !Number.isNaN(parseDay(t)), "is not an existing date (YYYY-MM-DD)");
const moment = z.string().refine(
  (t) => !Number.isNaN(parseDay(t)) || (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(t) && !Number.isNaN(parseDay(t.slice(0, 10))) && !Number.isNaN(instantOf(t))),
  "is neither a date (YYYY-MM-DD) nor an instant with an offset",
);
const zone = z.string().refine((name) => knownZone(name), "is not an IANA time zone");
const country = z.string().regex(/^[A-Z]{2}$/, "is not an ISO 3166 country code");
const isDecimal = /^\d{1,12}(\.\d{1,4})?$/;
const decimal = z.string().regex(isDecimal, "is not a decimal amount");
const word = z.string().min(1).max(80);
const count = z.number().int().min(0).max(1_000_000);

export function knownZone(name: string): boolean {
  try {
    offsetAt(0, name);
    return true;
  } catch {
    return false;
  }
}

export const itemClasses = ["new", "refurbished", "accessory", "free_gift"] as const;

const order = z.strictObject({
  placedAt: moment,
  status: z.enum(["not_shipped", "produced", "shipped", "delivered"]).optional(),
  shippedAt: moment.optional(),
  channel: z.enum(["own_store", "authorized_reseller", "retailer", "unlisted_seller"]).optional(),
  seller: word.optional(),
  countryOfPurchase: country.optional(),
  proofOfPurchase: z.boolean().optional(),
  orderRecordFound: z.boolean().optional(),
  otherLinesDeliveredAt: z.array(moment).optional(),
  value: decimal.optional().describe("what the customer paid for the goods of the whole order"),
  keptValue: decimal.optional().describe("what stays with the customer once all that is returned is gone"),
  feesTaken: z.array(word).optional().describe("kinds of fees per order that an earlier return has paid"),
});

const item = z.strictObject({
  class: z.enum(itemClasses).optional(),
  category: word.optional(),
  line: word.optional().describe("product line with terms of its own"),
  onClearance: z.boolean().optional(),
  onSale: z.boolean().optional(),
  partOfKit: z.boolean().optional(),
  bundle: z.strictObject({ id: word, wholeReturned: z.boolean().optional(), lines: count.min(1).optional().describe("how many lines it has") }).optional(),
  shippedWithGift: z.boolean().optional(),
  giftReturned: z.boolean().optional(),
  deliveredAt: z.array(moment).optional(),
  deliveredAccordingTo: z.enum(["carrier", "shopify", "customer", "person"]).optional(),
  carrierSays: word.optional(),
  registeredAt: moment.optional(),
  earlierRemedies: z.array(z.strictObject({ on: moment, under: z.enum(["exchange_unwanted", "limited", "extended", "warranty"]) })).optional(),
  sameModelInStock: z.boolean().optional(),
  sameModelRefurbishedInStock: z.boolean().optional(),
  equalValueInStock: z.boolean().optional(),
});

const request = z.strictObject({
  reason: word,
  condition: word.optional(),
  state: z.enum(["sealed", "opened", "worn"]).optional(),
  packaging: z.enum(["original", "missing"]).optional(),
  complete: z.boolean().optional(),
  wants: z.enum(["different_model", "upgrade"]).optional(),
  exchangeFor: z.strictObject({ unitPrice: decimal, tax: decimal.optional() }).optional(),
  serviceLevel: word.optional(),
  missingEvidence: z.array(word).optional(),
  deviceUnboundAndReset: z.boolean().optional(),
  itemSentBack: word.optional(),
  sentAt: moment.optional(),
  returnCreatedAt: moment.optional(),
  rmaStatus: word.optional(),
  claimsInstallationCost: z.union([z.boolean(), decimal]).optional(),
  claimsConsequentialLoss: z.union([z.boolean(), decimal]).optional(),
});

const parcel = z.strictObject({
  hasRma: z.boolean().optional(),
  rmaOnLabel: z.boolean().optional(),
  rmaOnBox: z.boolean().optional(),
  rmaOnProductPackaging: z.boolean().optional(),
  itemListedOnRma: z.boolean().optional(),
  rmaStatus: word.optional(),
  traceable: z.boolean().optional(),
  lostInTransit: z.boolean().optional(),
  sentTo: word.optional(),
  appliedFirst: z.boolean().optional(),
});

const sendingBack = z.strictObject({
  toCountry: country.optional(),
  replacementShippedAt: moment.optional(),
  replacementDeliveredAt: moment.optional(),
  oldUnit: z.enum(["due", "came", "did_not_come"]).optional().describe("after an advance replacement"),
  dispatchedAt: moment.optional(),
  receivedAt: moment.optional(),
  parcel: parcel.optional(),
});

const inspection = z.strictObject({ finding: word, repairable: z.boolean().optional(), detail: word.optional(), at: moment.optional() });

const money = z
  .strictObject({
    currency: z.string().regex(/^[A-Z]{3}$/, { error: "is not an ISO 4217 currency code", abort: true }),
    unitPrice: decimal,
    quantity: count.min(1),
    returnedQuantity: count.min(1),
    discount: decimal,
    tax: decimal,
    taxIncluded: z.boolean().optional().describe("the unit price contains the tax"),
    shipping: decimal,
    shippingTax: decimal.optional().describe("the part of the shipping that is tax, where prices exclude it"),
    alreadyRefundedQuantity: count.optional(),
    alreadyRefunded: decimal.optional(),
    alreadyDeducted: decimal.optional(),
    merchantLabelCost: decimal.optional(),
    recallCost: decimal.optional(),
  })
  .superRefine((m, ctx) => {
    const digits = minorDigits(m.currency);
    for (const [name, value] of Object.entries(m)) {
      if (name !== "currency" && typeof value === "string" && isDecimal.test(value) && Number.isNaN(parseMinor(value, digits))) {
        ctx.addIssue({ code: "custom", path: [name], message: `has more decimals than ${m.currency} or is too large` });
      }
    }
    if (m.returnedQuantity > m.quantity - (m.alreadyRefundedQuantity ?? 0)) {
      ctx.addIssue({ code: "custom", path: ["returnedQuantity"], message: "is more than was bought and not yet refunded" });
    }
    if (parseMinor(m.discount, digits) > parseMinor(m.unitPrice, digits) * m.quantity) {
      ctx.addIssue({ code: "custom", path: ["discount"], message: "is more than the line's price" });
    }
  });

const period = z.string().refine((t) => parsePeriod(t) !== undefined, "is not a period (P30D, P6M, P1Y)");

export const claimSchema = z.strictObject({
  id: word,
  policy: word,
  askedAt: moment,
  zone,
  settings: z.record(z.string(), z.union([period, z.string(), z.number(), z.boolean(), z.null()])).optional(),
  calendar: z.strictObject({ holidays: z.array(civilDate) }).optional(),
  order,
  item,
  customer: z.strictObject({ originalBuyer: z.boolean().optional(), country: country.optional(), region: word.optional() }),
  request,
  sendingBack: sendingBack.optional(),
  inspection: inspection.nullish(),
  money,
}).superRefine((c, ctx) => {
  const digits = minorDigits(c.money.currency);
  for (const [path, value] of [[["order", "value"], c.order.value], [["order", "keptValue"], c.order.keptValue], [["request", "exchangeFor", "unitPrice"], c.request.exchangeFor?.unitPrice], [["request", "exchangeFor", "tax"], c.request.exchangeFor?.tax]] as const) {
    if (value !== undefined && Number.isNaN(parseMinor(value, digits))) ctx.addIssue({ code: "custom", path: [...path], message: `has more decimals than ${c.money.currency} or is too large` });
  }
});

/** One order line and what its customer asks; instants and dates as text, money as decimal text. */
export type Claim = z.infer<typeof claimSchema>;

/** What is wrong with a document, with the path of each field. */
export type Issue = Readonly<{ path: string; message: string }>;

/** zod's issues with paths as a person writes them: "order.placedAt", "item.deliveredAt[0]". */
export const issuesOf = (error: z.ZodError): Issue[] =>
  error.issues.flatMap((issue) => {
    const path = issue.path.reduce<string>((at, key) => (typeof key === "number" ? `${at}[${key}]` : at ? `${at}.${String(key)}` : String(key)), "");
    if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({ path: path ? `${path}.${key}` : key, message: "is not a known field" }));
    return [{ path, message: issue.message }];
  });

/** null says the same as an absent field; only a setting's null means "not set". */
function withoutNulls(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutNulls(one));
  if (typeof value !== "object" || value === null || key === "settings") return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, inner]) => (inner === null ? [] : [[name, withoutNulls(inner, name)]])));
}

/** Reads a claim from outside: the claim, or every issue with its path at once. */
export function readClaim(input: unknown): Readonly<{ claim: Claim } | { errors: Issue[] }> {
  const result = claimSchema.safeParse(withoutNulls(input));
  return result.success ? { claim: result.data } : { errors: issuesOf(result.error) };
}
