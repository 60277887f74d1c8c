/**
 * A policy as data: clauses with effects, readings that patch them, settings the document leaves open.
 * The shape is explained in docs/decisions/clause-kinds.md; a policy is never edited, only succeeded.
 */
import { z } from "zod";
import { issuesOf, type Issue } from "./claim.ts";
import { parseDay, parsePeriod } from "./dates.ts";
import { factNames, type FactName } from "./facts.ts";

export const remedies = [
  "refund", "store_credit", "exchange", "replacement", "repair", "repair_or_replacement", "substitution",
  "paid_repair", "paid_repair_or_replacement", "cancel", "send_back", "delivery_complaint",
] as const;
export type Remedy = (typeof remedies)[number];

/** Refusals that are no remedy of their own: the goods are not this policy's, a parcel is turned away, a sum on top. */
export const specialRefusals = ["policy", "parcel_acceptance", "compensation", "installation_cost"] as const;
export type Refusal = Remedy | (typeof specialRefusals)[number];

export const events = ["purchase", "shipment", "delivery", "registration", "request", "inspection", "receipt"] as const;
export const acts = ["request", "sent", "return_created", "dispatch", "receipt", "registration", "purchase"] as const;

const text = z.string().min(1).max(4000);
const id = z.string().regex(/^[A-Za-z][A-Za-z0-9_.-]{0,79}$/, "is not an id (letters, digits, dots, dashes)");
const list = <T extends z.ZodType>(of: T) => z.union([of, z.array(of).min(1)]);
const scalar = z.union([z.string(), z.boolean()]);
const periodWords = z.string().refine((t) => parsePeriod(t) !== undefined, "is not a period (30 days, 6 months, P1Y, 24 hours)");
const settingRef = z.strictObject({ setting: id });
const span = z.union([periodWords, settingRef]);
const decimal = z.string().regex(/^\d{1,12}(\.\d{1,4})?$/, "is not a decimal amount in quotes");
const percent = z.number().min(0).max(100);
const byCurrency = z.record(z.string().regex(/^[A-Z]{3}$/), decimal).describe("the amount by currency");
const per = z.enum(["unit", "line", "return", "order"]).optional();

const age = z.strictObject({ of: z.enum(events), within: span.optional(), beyond: span.optional(), act: z.enum(acts).optional() })
  .refine((a) => (a.within === undefined) !== (a.beyond === undefined), "needs exactly one of within and beyond");
const worth = z.strictObject({ of: z.enum(["order", "kept", "line", "unit"]), over: decimal.optional(), atMost: decimal.optional(), currency: z.string().optional() })
  .refine((w) => (w.over === undefined) !== (w.atMost === undefined), "needs exactly one of over and atMost");

const factScope = Object.fromEntries(factNames.map((name) => [name, list(scalar).optional()])) as Record<FactName, z.ZodOptional<ReturnType<typeof list<typeof scalar>>>>;

/** All conditions of a scope hold together; a list within one is "or". */
export const scopeSchema = z.strictObject({
  ...factScope,
  age: list(age).optional(),
  during: list(id).optional().describe("a term is running"),
  past: list(id).optional().describe("a term is over"),
  notYet: list(id).optional().describe("a term has not begun"),
  worth: list(worth).optional(),
});
export type Scope = z.infer<typeof scopeSchema>;

const where = { when: list(scopeSchema).optional(), unless: list(scopeSchema).optional() };
const forRemedies = list(z.enum(remedies)).optional();
const window = { within: span.optional(), from: z.enum(events).optional(), act: z.enum(acts).optional(), after: span.optional(), during: id.optional() };
const payer = z.enum(["customer", "merchant", "none"]);
const price = z.union([percent, settingRef]).optional();

const opens = z.strictObject({ remedy: list(z.enum(remedies)), ...window, person: z.boolean().optional(), ...where });
const closes = z.strictObject({ remedy: z.union([z.literal("all"), list(z.enum([...remedies, ...specialRefusals]))]), alsoRefuses: list(z.enum(specialRefusals)).optional(), ...where });
const person = z.strictObject({ remedy: z.union([z.literal("all"), list(z.enum(remedies))]), ...where });
const waits = z.strictObject({ remedy: list(z.enum(remedies)), ...where });
const gives = z.strictObject({
  for: forRemedies,
  condition: z.enum(["new", "refurbished", "new_or_refurbished", "unspecified"]).optional(),
  model: z.enum(["same", "equal_value", "comparable", "as_ordered", "substitute"]).optional(),
  originalShipping: z.boolean().optional(),
  times: z.number().int().min(1).optional(),
  onlyIf: z.enum(["not_repairable"]).optional(),
  separateProcess: z.boolean().optional(),
  creditExpires: span.optional(),
  creditBonus: percent.optional().describe("on top of store credit, in percent of it"),
  priceDifference: z.enum(["settled", "customer_pays", "none"]).optional(),
  fallback: z.array(z.enum(["same_refurbished", "equal_value", "refund", "store_credit", "wait"])).optional(),
  advance: z.strictObject({ sendBackWithin: span, from: z.enum(["request", "replacement_shipped", "replacement_delivered"]).optional(), otherwise: z.union([z.literal("price"), decimal, byCurrency]) }).optional(),
  levels: z.array(z.strictObject({ level: id, says: text, charge: z.union([decimal, byCurrency]).optional(), currency: z.string().optional(), per })).optional()
    .describe("service levels to choose from; the one chosen is taken off what is paid out, or charged"),
  ...where,
});
const needs = z.strictObject({
  need: list(z.string().regex(/^[a-z0-9_]+(:(required|recommended))?$/)),
  for: forRemedies,
  lacking: z.enum(["asks", "person", "declines", "refuses_parcel", "delays", "note"]).optional(),
  lackingWhen: list(scopeSchema).optional(),
  ...where,
});
const fee = { kind: id, for: forRemedies, percent: price, amount: z.union([decimal, settingRef, z.literal("quote")]).optional(), currency: z.string().optional(),
  amounts: byCurrency.optional(), per };
const deducts = z.strictObject({
  ...fee,
  of: z.enum(["net_price", "gross_price", "gross_and_shipping", "shipping", "label_cost", "recall_cost"]).optional(),
  ...where,
});
const charges = z.strictObject({ ...fee, of: z.enum(["net_price", "gross_price", "label_cost", "recall_cost"]).optional(), ...where });
const waives = z.strictObject({ kind: list(id), for: forRemedies, ...where });
const freight = z.strictObject({ for: forRemedies, return: payer.optional(), outbound: payer.optional(), duties: z.enum(["customer", "merchant"]).optional(), ...where });
const term = z.strictObject({ name: id, period: span, from: z.enum(events).optional(), act: z.enum(acts).optional(), after: id.optional(), ...where });
const promise = z.string().regex(/^(\d{1,3} (business days|days|hours|weeks)|promptly|as soon as possible)$/, "is not a promised time (10 business days, 48 hours, promptly)");
const answers = z.strictObject({
  within: promise, orWithin: promise.optional().describe("the earlier of both"), from: z.enum(["request", "received_by_merchant", "inspected_and_rma_confirmed", "inspection_passed", "receipt_confirmed", "refund_processed"]),
  kind: z.enum(["authorization", "target", "limit", "note"]).optional(), for: forRemedies, ...where,
});
const applies = z.strictObject({ purchasedFrom: z.string().refine((t) => !Number.isNaN(parseDay(t)), "is not a date") });

/** Where goods go, by country; "*" is everywhere else. */
const returnsTo = z.strictObject({ country: z.string(), address: text });
const sellers = z.strictObject({ region: z.array(z.string()), platform: text, names: z.array(text) });

const effects = {
  opens: list(opens).optional(), closes: list(closes).optional(), person: list(person).optional(), waits: list(waits).optional(), gives: list(gives).optional(), needs: list(needs).optional(),
  deducts: list(deducts).optional(), charges: list(charges).optional(), waives: list(waives).optional(), freight: list(freight).optional(),
  term: list(term).optional(), answers: list(answers).optional(), applies: applies.optional(), returnsTo: list(returnsTo).optional(), sellers: sellers.optional(),
};

/** One sentence of the document: what it says in our words, where it stands, and what follows from it. */
export const clauseSchema = z.strictObject({
  id, says: text, at: text, note: text.optional(),
  decidedBy: z.enum(["data", "person", "text"]).optional(),
  ...where, overrides: z.array(id).optional(), ...effects,
});
export type Clause = z.infer<typeof clauseSchema>;

const conventionsSchema = z.strictObject({
  eventDay: z.enum(["excluded", "included"]), days: z.enum(["civil", "elapsed_hours"]), end: z.enum(["anniversary", "day_before"]), overflow: z.enum(["clamp", "roll"]),
  months: z.enum(["calendar", "fixed_days"]), ninetyDays: z.enum(["days", "three_months"]),
  act: z.enum(["request", "dispatch", "receipt"]), zone: z.enum(["delivery_address", "merchant", "utc"]), rollToBusinessDay: z.boolean(),
  refundBase: z.enum(["paid", "list", "net"]), originalShipping: z.enum(["as_written", "never", "always"]), rounding: z.enum(["half_up", "half_even", "down"]),
  splitShipment: z.enum(["line_last", "order_last", "order_first"]), restart: z.boolean(), businessDays: z.enum(["calendar", "weekdays"]),
});
export type Conventions = z.infer<typeof conventionsSchema>;

/** What holds where neither the document nor the merchant says otherwise: the recommended readings. */
export const usualConventions: Conventions = {
  eventDay: "excluded", days: "civil", end: "anniversary", overflow: "clamp", months: "calendar", ninetyDays: "days", act: "request", zone: "delivery_address",
  rollToBusinessDay: false, refundBase: "paid", originalShipping: "as_written", rounding: "half_up", splitShipment: "line_last", restart: false, businessDays: "calendar",
};

/** One change a reading makes: replace fields of a clause, drop it, add effects to it, or set a convention. */
const patchSchema = z.union([
  z.strictObject({ clause: id, drop: z.literal(true) }),
  z.strictObject({ clause: id, set: z.record(z.string(), z.unknown()) }),
  z.strictObject({ conventions: conventionsSchema.partial() }),
]);
export type Patch = z.infer<typeof patchSchema>;

export const readingSchema = z.strictObject({
  id, title: text, type: z.enum(["contradiction", "gap", "ambiguity"]), clauses: z.array(id),
  options: z.record(z.string().regex(/^[A-Z]$/), z.strictObject({ says: text, patches: z.array(patchSchema).optional(), effect: text.optional() })),
  recommended: z.string(), chosen: z.string().optional(), reason: text,
});
export type Reading = z.infer<typeof readingSchema>;

const settingSchema = z.strictObject({ says: text, kind: z.enum(["period", "percent", "amount"]), value: z.union([z.string(), z.number(), z.null()]), clauses: z.array(id).optional() });

export const floorSchema = z.strictObject({ says: text, countries: z.array(z.string()), remedy: z.enum(remedies), reason: z.array(z.string()), atLeast: periodWords, from: z.enum(events) });
/** What a country's law grants whatever the merchant writes: a remedy, for these reasons, for at least this long. */
export type Floor = z.infer<typeof floorSchema>;

export const policySchema = z.strictObject({
  id, version: z.string().min(1), merchant: text, document: text, inForceFrom: z.string().optional(), home: z.string().optional(), zone: z.string().optional(),
  conventions: conventionsSchema.partial().optional(), settings: z.record(z.string(), settingSchema).optional(),
  categories: z.array(z.string()).optional(), floors: z.array(floorSchema).optional(),
  readings: z.array(readingSchema).optional(), clauses: z.array(clauseSchema).min(1),
});

/** One dated version of a merchant's published terms, readings not yet applied. */
export type Policy = z.infer<typeof policySchema>;

/** Reads a policy from outside: the policy, or every issue with its path at once. */
export function readPolicy(input: unknown): Readonly<{ policy: Policy } | { errors: Issue[] }> {
  const result = policySchema.safeParse(input);
  if (!result.success) return { errors: issuesOf(result.error) };
  const errors = [...duplicateIds(result.data), ...badReadings(result.data)];
  return errors.length ? { errors } : { policy: result.data };
}

function duplicateIds(policy: Policy): Issue[] {
  const seen = new Set<string>();
  return policy.clauses.flatMap((clause, i) => (seen.has(clause.id) ? [{ path: `clauses[${i}].id`, message: `${clause.id} is there twice` }] : (seen.add(clause.id), [])));
}

function badReadings(policy: Policy): Issue[] {
  return (policy.readings ?? []).flatMap((reading, i) =>
    [reading.recommended, reading.chosen ?? reading.recommended].flatMap((letter, k) =>
      letter in reading.options ? [] : [{ path: `readings[${i}].${k ? "chosen" : "recommended"}`, message: `${letter} is not one of its options` }]),
  );
}

/** A value that may be given alone or as a list, as a list. */
export const asList = <T>(value: T | readonly T[] | undefined): readonly T[] => (value === undefined ? [] : Array.isArray(value) ? value : [value as T]);
