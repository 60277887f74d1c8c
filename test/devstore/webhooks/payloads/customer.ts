import { ADDRESS_FIELDS, isData, items, lower, restAddress, restId, restTime, type Data } from "./rest.ts";

export const CUSTOMER_FIELDS = `
  id firstName lastName email phone note state verifiedEmail taxExempt tags createdAt updatedAt
  defaultAddress { id ${ADDRESS_FIELDS} }
`;

/** A customer in REST's names, as inside orders; null where an order has none. */
export function restCustomer(customer: unknown, currency: string, zone: string): Data | null {
  if (!isData(customer)) return null;
  const address = isData(customer.defaultAddress) ? defaultAddress(customer.defaultAddress, customer) : undefined;
  return {
    id: restId(customer.id), admin_graphql_api_id: customer.id, created_at: restTime(customer.createdAt, zone),
    updated_at: restTime(customer.updatedAt, zone), first_name: customer.firstName, last_name: customer.lastName,
    state: lower(customer.state), note: customer.note, verified_email: customer.verifiedEmail, multipass_identifier: null,
    tax_exempt: customer.taxExempt, email: customer.email, phone: customer.phone, currency, tax_exemptions: [],
    ...(address === undefined ? {} : { default_address: address }),
  };
}

function defaultAddress(address: Data, customer: Data): Data {
  const rest = restAddress(address) ?? {};
  delete rest.latitude;
  delete rest.longitude;
  return { id: restId(address.id), customer_id: restId(customer.id), ...rest, country_name: address.country, default: true };
}

/** The customer of a compliance topic: what an app needs to find its own records. */
export const namedCustomer = (customer: unknown): Data | null =>
  isData(customer) ? { id: restId(customer.id), email: customer.email, phone: customer.phone } : null;

export const orderNumbers = (customer: unknown): (number | null)[] => (isData(customer) ? items(customer, "orders").map((o) => restId(o.id)) : []);
