import type { Ctx, FieldMap, NodeMap } from "../kernel/context.ts";
import { connection, type ConnectionArgs } from "../kernel/connection.ts";
import { countOf } from "../kernel/count.ts";
import { idOf, tailOf } from "../kernel/ids.ts";
import { matcher, type SearchFields } from "../kernel/search.ts";
import { sortedBy } from "../kernel/sort.ts";
import type { OrderRecord } from "../orders/order.ts";
import { hasOrders, type Consent, type CustomerRecord } from "./customer.ts";

type ListArgs = ConnectionArgs & { query?: string | null; sortKey?: string | null };

const defaultOf = (c: CustomerRecord): CustomerRecord["addresses"][number] | null => c.addresses.find((a) => a.id === c.defaultAddressId) ?? null;

/** The name, else the e-mail, else the phone number. */
export const customerName = (c: CustomerRecord): string => [c.firstName, c.lastName].filter(Boolean).join(" ") || c.email || c.phone || "";

const searchOf = (ctx: Ctx): SearchFields<CustomerRecord> => ({
  of: "customers",
  bare: ["email", "first_name", "last_name", "phone"],
  fields: {
    id: { kind: "id", read: (c) => c.id },
    email: { kind: "exact", read: (c) => c.email },
    phone: { kind: "exact", read: (c) => c.phone },
    first_name: { kind: "word", read: (c) => c.firstName },
    last_name: { kind: "word", read: (c) => c.lastName },
    tag: { kind: "exact", read: (c) => c.tags },
    state: { kind: "exact", read: (c) => c.state },
    country: { kind: "exact", read: (c) => c.addresses.flatMap((a) => [a.country, a.countryCodeV2]) },
    accepts_marketing: { kind: "exact", read: (c) => String(c.emailConsent.marketingState === "SUBSCRIBED") },
    customer_date: { kind: "time", read: (c) => c.createdAt },
    updated_at: { kind: "time", read: (c) => c.updatedAt },
    orders_count: { kind: "number", read: (c) => ordersOf(ctx, c).length },
    order_date: { kind: "time", read: (c) => ordersOf(ctx, c).map((o) => o.createdAt) },
  },
});

const ordersOf = (ctx: Ctx, c: CustomerRecord): OrderRecord[] => [...ctx.shop.orders.values()].filter((o) => o.customerId === c.id);

const KEYS: Record<string, (c: CustomerRecord) => string | number> = {
  CREATED_AT: (c) => c.createdAt, UPDATED_AT: (c) => c.updatedAt, NAME: (c) => `${c.lastName ?? ""}, ${c.firstName ?? ""}`.toLowerCase(),
  LOCATION: (c) => defaultOf(c)?.country ?? "", ID: (c) => Number(tailOf(c.id)),
};

const found = (ctx: Ctx, query: string | null | undefined): CustomerRecord[] => [...ctx.shop.customers.values()].filter(matcher(searchOf(ctx), query));

const consentState = (consent: Consent): object => ({ marketingState: consent.marketingState, marketingOptInLevel: consent.marketingOptInLevel, consentUpdatedAt: consent.consentUpdatedAt });

export const customerFields: FieldMap = {
  Query: {
    customer: (args: { id: string }, ctx: Ctx) => ctx.shop.customers.get(idOf(args.id, "Customer")) ?? null,
    customers: (args: ListArgs, ctx: Ctx) => connection(sortedBy(found(ctx, args.query), KEYS, args.sortKey ?? "ID"), args),
    customersCount: (args: { query?: string | null; limit?: number | null }, ctx: Ctx) => countOf(found(ctx, args.query).length, args.limit),
    customerByIdentifier: (args: { identifier: { id?: string | null; emailAddress?: string | null; phoneNumber?: string | null } }, ctx: Ctx) => {
      const { id, emailAddress, phoneNumber } = args.identifier;
      return found(ctx, null).find((c) => c.id === id || (emailAddress != null && c.email?.toLowerCase() === emailAddress.toLowerCase()) || (phoneNumber != null && c.phone === phoneNumber)) ?? null;
    },
  },
  Customer: {
    legacyResourceId: (c: CustomerRecord) => tailOf(c.id),
    displayName: customerName,
    defaultEmailAddress: (c: CustomerRecord) => (c.email === null ? null : { __typename: "CustomerEmailAddress", emailAddress: c.email, validFormat: true, ...consentState(c.emailConsent), marketingUpdatedAt: c.emailConsent.consentUpdatedAt }),
    defaultPhoneNumber: (c: CustomerRecord) => (c.phone === null ? null : { __typename: "CustomerPhoneNumber", phoneNumber: c.phone, ...consentState(c.smsConsent), marketingUpdatedAt: c.smsConsent.consentUpdatedAt }),
    emailMarketingConsent: (c: CustomerRecord) => (c.email === null ? null : consentState(c.emailConsent)),
    smsMarketingConsent: (c: CustomerRecord) => (c.phone === null ? null : { ...consentState(c.smsConsent), consentCollectedFrom: "OTHER" }),
    defaultAddress: defaultOf,
    addresses: (c: CustomerRecord, args: { first?: number | null }) => c.addresses.slice(0, args.first ?? undefined),
    addressesV2: (c: CustomerRecord, args: ConnectionArgs) => connection(c.addresses, args),
    canDelete: (c: CustomerRecord, _args: object, ctx: Ctx) => !hasOrders(ctx.shop, c.id),
    validEmailAddress: (c: CustomerRecord) => c.email !== null,
    dataSaleOptOut: () => false,
    companyContactProfiles: () => [],
  },
};

export const customerNodes: NodeMap = { Customer: (ctx, id) => ctx.shop.customers.get(id) };
