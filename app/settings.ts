/** What a shop sets besides its policy, as a schema: kept as JSON in Shop.settings. */
import { z } from "zod";
import { parseDay } from "../policy/dates.ts";
import { itemMappingSchema } from "./shopify/itemMapping.ts";

const filled = (most: number) => z.string().min(1, "is missing").max(most, `is longer than ${most} characters`);
const whole = (most: number) => z.number().int("is not a whole number").min(1, "is less than 1").max(most, `is more than ${most}`);
const country = z.string().regex(/^[A-Z]{2}$/, "is not an ISO 3166 country code");
const civilDate = z.string().refine((text) => !Number.isNaN(parseDay(text)), "is not an existing date (YYYY-MM-DD)");

/** Where goods go that come from these countries ("*": all others); `lines` is the address as printed. */
const returnAddress = z.strictObject({ from: z.array(z.union([country, z.literal("*")], "is not an ISO 3166 country code or *")).min(1, "is missing"), country, lines: z.array(filled(120)).min(1, "is missing").max(8, "has more than 8 lines") });

/** Which notices go out; days are how long before the last day. */
const noticesSchema = z.strictObject({
  /** Shopify's own mails about a return, sent to the order's address. */
  mails: z.strictObject({ opened: z.boolean().default(true), approved: z.boolean().default(true), declined: z.boolean().default(true), cancelled: z.boolean().default(true), settled: z.boolean().default(true) }).prefault({}),
  /** Added at the end of what a customer reads when a request is declined. */
  declinedText: z.string().max(200).default(""),
  /** Triggers of Shopify Flow, by handle. */
  returnWindowEnds: z.strictObject({ isOn: z.boolean().default(false), days: z.number().int().min(1).max(60).default(7) }).prefault({}),
  registerBy: z.strictObject({ isOn: z.boolean().default(false), days: z.number().int().min(1).max(60).default(7) }).prefault({}),
  shipBackBy: z.strictObject({ isOn: z.boolean().default(false), days: z.number().int().min(1).max(60).default(3) }).prefault({}),
  promiseOverdue: z.strictObject({ isOn: z.boolean().default(false) }).prefault({}),
  requestReceived: z.strictObject({ isOn: z.boolean().default(false) }).prefault({}),
  goodsReceived: z.strictObject({ isOn: z.boolean().default(false) }).prefault({}),
  quoteToAccept: z.strictObject({ isOn: z.boolean().default(false) }).prefault({}),
  refundIssued: z.strictObject({ isOn: z.boolean().default(false) }).prefault({}),
});
export type Notices = z.infer<typeof noticesSchema>;

export const settingsSchema = z.strictObject({
  mapping: itemMappingSchema.default([]),
  returnAddresses: z.array(returnAddress).max(50).default([]),
  holidays: z.array(civilDate).max(400).default([]),
  /** App ids or source names that are the shop's own channels. */
  ownChannels: z.array(filled(255)).max(50).default([]),
  /** Where else orders come from, by source name, app id or app name, what the policy calls it, and where customers reach that seller. */
  channels: z.array(z.strictObject({ from: filled(255), is: z.enum(["own_store", "authorized_reseller", "retailer", "unlisted_seller"]), seller: filled(80).optional(), address: filled(300).optional() })).max(50).optional(),
  /** Days from approval within which the goods are to be on their way. */
  shipBackDays: whole(365).default(14),
  /** Goods found in order go back in stock: at one place, or where they were sent from. */
  restock: z.strictObject({ isOn: z.boolean().default(true), at: z.strictObject({ id: z.string().regex(/^gid:\/\/shopify\/Location\/\d+$/, "is not a location"), name: z.string().max(255) }).nullable().default(null) }).prefault({}),
  /** Months after its last entry until a case that is over is kept without whose it was. */
  keepCasesMonths: whole(120).default(36),
  /** Requests that the policy answers without a person are answered without one. */
  automatic: z.strictObject({ approve: z.boolean().default(true), decline: z.boolean().default(true) }).prefault({}),
  notices: noticesSchema.prefault({}),
});

export type Settings = z.infer<typeof settingsSchema>;

/** Settings as stored, with what is not set filled in; throws where the stored value does not fit any more. */
export const readSettings = (stored: unknown): Settings => settingsSchema.parse(stored ?? {});

/** The address goods from a country go to; the one for all others where none names it. */
export const returnAddressFor = (settings: Settings, from: string | undefined): Settings["returnAddresses"][number] | undefined =>
  settings.returnAddresses.find((address) => from !== undefined && address.from.includes(from)) ?? settings.returnAddresses.find((address) => address.from.includes("*"));
