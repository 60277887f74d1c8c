import { connection, type ConnectionArgs } from "../kernel/connection.ts";
import { tailOf } from "../kernel/ids.ts";
import { ADDRESS_FIELDS, isData, items, type Data } from "../webhooks/payloads/rest.ts";
import { ask, type CustomerCtx, type Thing } from "./ask.ts";
import { metafieldOf, metafieldsOf } from "./metafields.ts";
import { page, PAGE, read, same, things, type CustomerFields } from "./fields.ts";

/** A mailing address in this API's names. */
export function customerAddress(address: unknown): Data | null {
  if (!isData(address)) return null;
  const { phone, provinceCode, countryCodeV2, ...rest } = address;
  return { ...rest, __typename: "CustomerAddress", phoneNumber: phone, zoneCode: provinceCode, territoryCode: countryCodeV2 };
}

export const ADDRESS = `{ id ${ADDRESS_FIELDS} formatted formattedArea }`;

type OrdersArgs = ConnectionArgs & { query?: string | null; sortKey?: string | null };

/** The customer's own orders, newest first only when `reverse` asks for it; `query` by the Admin's grammar. */
function ownOrders(_source: Thing, args: OrdersArgs, ctx: CustomerCtx): unknown {
  const query = [`customer_id:${tailOf(ctx.customer)}`, args.query ?? ""].filter(Boolean).join(" AND ");
  const sortKey = args.sortKey ?? "ID";
  const found: Data[] = [];
  for (let after: unknown = null, more = true; more; ) {
    const { orders } = ask(ctx, `query ($query: String, $sortKey: OrderSortKeys, $after: String) {
      orders(${PAGE}, query: $query, sortKey: $sortKey, after: $after) { nodes { id customer { id } } pageInfo { hasNextPage endCursor } } }`, { query, sortKey, after });
    const got = isData(orders) ? orders : {};
    found.push(...items({ got }, "got").filter((o) => isData(o.customer) && o.customer.id === ctx.customer));
    const info: Data = isData(got.pageInfo) ? got.pageInfo : {};
    more = info.hasNextPage === true;
    after = info.endCursor;
  }
  return connection(things(found, "Order"), args);
}

const addresses = (source: Thing, args: ConnectionArgs, ctx: CustomerCtx): unknown => {
  const found = ask(ctx, `query ($id: ID!) { customer(id: $id) { addressesV2(${PAGE}) { nodes ${ADDRESS} } } }`, { id: source.id }).customer;
  return connection(items(isData(found) ? found : {}, "addressesV2").map(customerAddress), args);
};

export const customerFields: CustomerFields = {
  Customer: {
    ...same("customer", "firstName", "lastName", "displayName", "tags"),
    creationDate: read("customer", "createdAt"),
    emailAddress: read("customer", "email", (email) => (email === null ? null : { __typename: "CustomerEmailAddress", emailAddress: email })),
    phoneNumber: read("customer", "phone", (phone) => (phone === null ? null : { __typename: "CustomerPhoneNumber", phoneNumber: phone })),
    defaultAddress: read("customer", `defaultAddress ${ADDRESS}`, customerAddress),
    addresses,
    orders: ownOrders,
    storeCreditAccounts: page("customer", `storeCreditAccounts(${PAGE}) { nodes { id } }`, "StoreCreditAccount"),
    metafield: metafieldOf("customer"),
    metafields: metafieldsOf("customer"),
  },
  StoreCreditAccount: { balance: read("storeCreditAccount", "balance { __typename amount currencyCode }") },
};
