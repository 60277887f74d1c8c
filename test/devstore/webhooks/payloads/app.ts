import { CUSTOMER_FIELDS, namedCustomer, orderNumbers } from "./customer.ts";
import type { PayloadMakers, Subject } from "./payload.ts";
import { items, part, restId, restTime, type Data } from "./rest.ts";
import { PLANS } from "../../shop.ts";

const SHOP_QUERY = "query { locations(first: 1) { nodes { id address { address1 address2 city province provinceCode zip phone } } } }";

/** The shop as `app/uninstalled` tells it, at the address of its first location; what the dev store does not play is null. */
function shopPayload(answer: Data, { shop }: Subject): Data {
  const [location = {}] = items(answer, "locations");
  const address = part(location, "address");
  const country = new Intl.DisplayNames("en", { type: "region" }).of(shop.countryCode);
  const format = `\${{amount}}`;
  return {
    id: restId(shop.id), name: shop.name, email: shop.email, domain: shop.domain, province: address.province ?? null, country: shop.countryCode,
    address1: address.address1 ?? null, zip: address.zip ?? null, city: address.city ?? null, source: null, phone: address.phone ?? null, latitude: null, longitude: null, primary_locale: "en", address2: address.address2 ?? null,
    created_at: restTime(shop.createdAt, shop.zone), updated_at: restTime(shop.createdAt, shop.zone), country_code: shop.countryCode,
    country_name: country, currency: shop.currency, customer_email: shop.email, timezone: shop.zone, iana_timezone: shop.zone,
    shop_owner: "Store Owner", money_format: format, money_with_currency_format: `${format} ${shop.currency}`, weight_unit: "kg",
    province_code: address.provinceCode ?? null, taxes_included: shop.taxesIncluded, auto_configure_tax_inclusivity: null, tax_shipping: null, county_taxes: null,
    plan_display_name: PLANS[shop.plan].displayName, plan_name: shop.plan, has_discounts: false, has_gift_cards: true,
    myshopify_domain: shop.domain, google_apps_domain: null, google_apps_login_enabled: null, money_in_emails_format: format,
    money_with_currency_in_emails_format: `${format} ${shop.currency}`, eligible_for_payments: true, requires_extra_payments_agreement: false,
    password_enabled: false, has_storefront: true, finances: true, primary_location_id: restId(location.id), checkout_api_supported: true,
    multi_location_enabled: true, setup_required: false, pre_launch_enabled: false, enabled_presentment_currencies: [shop.currency],
    marketing_sms_consent_enabled_at_checkout: false, transactional_sms_disabled: false,
  };
}

const CUSTOMER_QUERY = `query ($id: ID!) { customer(id: $id) { ${CUSTOMER_FIELDS} orders(first: 250) { nodes { id } } } }`;

const ofShop = ({ shop }: Subject): Data => ({ shop_id: restId(shop.id), shop_domain: shop.domain });

/** `detail.previous` and `detail.current` are lists of scopes. */
function scopesPayload(_answer: Data, { shop, at, detail }: Subject): Data {
  return { id: restId(shop.id), shop_id: shop.id, previous: detail.previous ?? [], current: detail.current ?? [], updated_at: new Date(at).toISOString() };
}

export const appPayloads: PayloadMakers = {
  "app/uninstalled": { query: SHOP_QUERY, make: shopPayload },
  "app/scopes_update": { query: null, make: scopesPayload },
  "shop/redact": { query: null, make: (_answer, subject) => ofShop(subject) },
  "customers/redact": {
    query: CUSTOMER_QUERY,
    make: ({ customer }, subject) => ({ ...ofShop(subject), customer: namedCustomer(customer), orders_to_redact: orderNumbers(customer) }),
  },
  "customers/data_request": {
    query: CUSTOMER_QUERY,
    make: ({ customer }, subject) => ({
      ...ofShop(subject), customer: namedCustomer(customer), orders_requested: orderNumbers(customer), data_request: { id: Date.parse(subject.at) },
    }),
  },
};
