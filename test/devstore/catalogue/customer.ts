import type { Ctx, FieldMap } from "../kernel/context.ts";
import { idOf, newId } from "../kernel/ids.ts";
import { modelledOnly } from "../kernel/modelledOnly.ts";
import { refuse, refuseAll, userError, type UserError } from "../kernel/refused.ts";
import { addressOf, type Address, type AddressInput } from "../orders/address.ts";
import type { Shop } from "../shop.ts";
import { checkMetafields, setMetafields, type MetafieldInput } from "./metafield.ts";
import { sortedTags } from "./tags.ts";

export type Consent = { marketingState: string; marketingOptInLevel: string | null; consentUpdatedAt: string | null };

export type CustomerRecord = {
  __typename: "Customer";
  id: string;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  phone: string | null;
  locale: string;
  note: string | null;
  tags: string[];
  taxExempt: boolean;
  taxExemptions: string[];
  state: "DISABLED" | "ENABLED" | "INVITED" | "DECLINED";
  verifiedEmail: boolean;
  multipassIdentifier: string | null;
  emailConsent: Consent;
  smsConsent: Consent;
  addresses: Address[];
  defaultAddressId: string | null;
  createdAt: string;
  updatedAt: string;
};

type ConsentInput = { marketingState: string; marketingOptInLevel?: string | null; consentUpdatedAt?: string | null };
type CustomerInput = {
  id?: string | null; firstName?: string | null; lastName?: string | null; email?: string | null; phone?: string | null; locale?: string | null; note?: string | null;
  tags?: string[] | null; taxExempt?: boolean | null; taxExemptions?: string[] | null; multipassIdentifier?: string | null; addresses?: AddressInput[] | null;
  emailMarketingConsent?: ConsentInput | null; smsMarketingConsent?: ConsentInput | null; metafields?: MetafieldInput[] | null;
};
type AddressArgs = { customerId: string; address: AddressInput; setAsDefault?: boolean | null; addressId?: string };

const PLAYED = [
  "id", "firstName", "lastName", "email", "phone", "locale", "note", "tags", "taxExempt", "taxExemptions", "multipassIdentifier", "addresses", "emailMarketingConsent",
  "smsMarketingConsent", "metafields",
];

const silent = (): Consent => ({ marketingState: "NOT_SUBSCRIBED", marketingOptInLevel: "SINGLE_OPT_IN", consentUpdatedAt: null });

export const customerMutations: FieldMap = {
  Mutation: {
    customerCreate: (args: { input: CustomerInput }, ctx: Ctx) => ({ customer: createCustomer(ctx, args.input) }),
    customerUpdate: (args: { input: CustomerInput }, ctx: Ctx) => ({ customer: updateCustomer(ctx, args.input) }),
    customerDelete: (args: { input: { id: string } }, ctx: Ctx) => ({ deletedCustomerId: deleteCustomer(ctx, args.input.id), shop: ctx.shop }),
    customerAddressCreate: (args: AddressArgs, ctx: Ctx) => ({ address: addAddress(ctx, customerOf(ctx, args.customerId, ["customerId"]), args) }),
    customerAddressUpdate: (args: AddressArgs, ctx: Ctx) => {
      const customer = customerOf(ctx, args.customerId, ["customerId"]);
      const known = customer.addresses.find((a) => a.id === args.addressId) ?? refuse(["addressId"], "Address does not exist");
      Object.assign(known, { ...ownAddress(ctx.shop, { ...known, ...renamed(args.address) }), id: known.id });
      if (args.setAsDefault) customer.defaultAddressId = known.id;
      ctx.emit("customers/update", customer.id);
      return { address: known };
    },
    customerAddressDelete: (args: AddressArgs, ctx: Ctx) => {
      const customer = customerOf(ctx, args.customerId, ["customerId"]);
      if (!customer.addresses.some((a) => a.id === args.addressId)) refuse(["addressId"], "Address does not exist");
      customer.addresses = customer.addresses.filter((a) => a.id !== args.addressId);
      if (customer.defaultAddressId === args.addressId) customer.defaultAddressId = customer.addresses[0]?.id ?? null;
      ctx.emit("customers/update", customer.id);
      return { deletedAddressId: args.addressId };
    },
    customerUpdateDefaultAddress: (args: AddressArgs, ctx: Ctx) => {
      const customer = customerOf(ctx, args.customerId, ["customerId"]);
      if (!customer.addresses.some((a) => a.id === args.addressId)) refuse(["addressId"], "Address does not exist");
      customer.defaultAddressId = args.addressId ?? null;
      return { customer };
    },
  },
};

const customerOf = (ctx: Ctx, id: string, field: string[] = ["id"]): CustomerRecord =>
  ctx.shop.customers.get(idOf(id, "Customer")) ?? refuse(field, "Customer does not exist");

const blank = (text: string | null | undefined): string | null => (text == null || text.trim() === "" ? null : text.trim());

/** A new customer starts without account (DISABLED) and with a verified e-mail (recorded: customer-create). */
export function createCustomer(ctx: Ctx, input: CustomerInput): CustomerRecord {
  const { shop } = ctx;
  modelledOnly(input, "CustomerInput", PLAYED);
  if (input.id != null) refuse(["id"], "Cannot specify Customer ID on creation");
  const now = ctx.now();
  const record: CustomerRecord = {
    __typename: "Customer", id: "", firstName: null, lastName: null, email: null, phone: null, locale: "en", note: null, tags: [], taxExempt: false,
    taxExemptions: [], state: "DISABLED", verifiedEmail: true, multipassIdentifier: null, emailConsent: silent(), smsConsent: silent(), addresses: [],
    defaultAddressId: null, createdAt: now, updatedAt: now,
  };
  refuseAll(inputErrors(shop, record, input));
  checkMetafields(ctx, "Customer", null, input.metafields, ["metafields"]);
  record.id = newId(shop, "Customer");
  shop.customers.set(record.id, record);
  write(ctx, record, input);
  ctx.emit("customers/create", record.id);
  return record;
}

export function updateCustomer(ctx: Ctx, input: CustomerInput): CustomerRecord {
  modelledOnly(input, "CustomerInput", PLAYED);
  if (input.id == null) return refuse(["id"], "Customer does not exist");
  const record = customerOf(ctx, input.id);
  refuseAll(inputErrors(ctx.shop, record, input));
  checkMetafields(ctx, "Customer", record.id, input.metafields, ["metafields"]);
  write(ctx, record, input);
  record.updatedAt = ctx.now();
  ctx.emit("customers/update", record.id);
  return record;
}

function deleteCustomer(ctx: Ctx, id: string): string {
  const record = ctx.shop.customers.get(idOf(id, "Customer")) ?? refuse(["id"], "Customer can't be found");
  if (hasOrders(ctx.shop, record.id)) refuse(["id"], "Customer can’t be deleted because they have associated orders");
  ctx.shop.customers.delete(record.id);
  ctx.shop.metafields.delete(record.id);
  ctx.emit("customers/delete", record.id);
  return record.id;
}

/** A customer who ordered cannot be deleted. */
export const hasOrders = (shop: Shop, id: string): boolean => [...shop.orders.values()].some((o) => o.customerId === id);

/** Longest texts, and how the error names the field (assumed after the REST reference's limits). */
const LIMITS = [["firstName", "First name", 255], ["lastName", "Last name", 255], ["email", "Email", 255], ["note", "Note", 5000]] as const;
const MOST_TAGS = 250;
const LONGEST_TAG = 255;

function lengthErrors(input: CustomerInput): UserError[] {
  const long = LIMITS.flatMap(([key, name, most]) => ((input[key]?.length ?? 0) > most ? [userError([key], `${name} is too long (maximum is ${most} characters)`)] : []));
  const tags = sortedTags(input.tags ?? []);
  if (tags.some((t) => t.length > LONGEST_TAG)) long.push(userError(["tags"], `Tags is too long (maximum is ${LONGEST_TAG} characters)`));
  if (tags.length > MOST_TAGS) long.push(userError(["tags"], `Tags cannot be more than ${MOST_TAGS}`));
  return long;
}

const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;
const PHONE = /^\+?[\d\s().-]{6,20}$/;

function inputErrors(shop: Shop, record: CustomerRecord, input: CustomerInput): UserError[] {
  const merged = (key: "firstName" | "lastName" | "email" | "phone"): string | null => (input[key] === undefined ? record[key] : blank(input[key]));
  const email = merged("email");
  const phone = merged("phone");
  const others = [...shop.customers.values()].filter((c) => c !== record);
  const errors: UserError[] = [];
  if (![email, phone, merged("firstName"), merged("lastName")].some((v) => v !== null)) errors.push(userError(null, "A name, phone number, or email address must be present"));
  if (email !== null && !EMAIL.test(email)) errors.push(userError(["email"], "Email is invalid"));
  if (email !== null && others.some((c) => c.email?.toLowerCase() === email.toLowerCase())) errors.push(userError(["email"], "Email has already been taken"));
  if (phone !== null && !PHONE.test(phone)) errors.push(userError(["phone"], "Phone is invalid"));
  if (phone !== null && others.some((c) => c.phone === phone)) errors.push(userError(["phone"], "Phone has already been taken"));
  return [...errors, ...lengthErrors(input)];
}

function write(ctx: Ctx, record: CustomerRecord, input: CustomerInput): void {
  for (const key of ["firstName", "lastName", "email", "phone", "note", "multipassIdentifier"] as const) {
    if (input[key] !== undefined) record[key] = blank(input[key]);
  }
  if (input.locale) record.locale = input.locale;
  if (input.tags) record.tags = sortedTags(input.tags);
  if (input.taxExempt != null) record.taxExempt = input.taxExempt;
  if (input.taxExemptions) record.taxExemptions = input.taxExemptions;
  if (input.emailMarketingConsent) record.emailConsent = { ...silent(), ...input.emailMarketingConsent } as Consent;
  if (input.smsMarketingConsent) record.smsConsent = { ...silent(), ...input.smsMarketingConsent } as Consent;
  if (input.addresses) {
    record.addresses = input.addresses.map((a) => ownAddress(ctx.shop, a));
    record.defaultAddressId = record.addresses[0]?.id ?? null;
  }
  if (input.metafields) setMetafields(ctx, record.id, input.metafields, ["metafields"]);
}

/** A customer's addresses say in their ids whose model they are (documented: MailingAddress examples). */
function ownAddress(shop: Shop, input: AddressInput): Address {
  const address = addressOf(shop, input) ?? refuse(["address"], "Address can't be blank");
  return { ...address, id: address.id.replace("model_name=Address", "model_name=CustomerAddress") };
}

/** A new country or province by code lets the old name go. */
function renamed(input: AddressInput): AddressInput {
  return { ...(input.countryCode ? { country: null } : {}), ...(input.provinceCode ? { province: null } : {}), ...input };
}

/** The first address, and one that is asked for, becomes the default. */
function addAddress(ctx: Ctx, customer: CustomerRecord, args: AddressArgs): Address {
  const address = ownAddress(ctx.shop, args.address);
  customer.addresses.push(address);
  if (args.setAsDefault || customer.defaultAddressId === null) customer.defaultAddressId = address.id;
  customer.updatedAt = ctx.now();
  ctx.emit("customers/update", customer.id);
  return address;
}
