import { digitsOf } from "../../kernel/money.ts";
import { tailOf } from "../../kernel/ids.ts";

/** What GraphQL answers, read without knowing its type: webhooks carry the older REST forms of the same facts. */
export type Data = Record<string, unknown>;

export const isData = (value: unknown): value is Data => typeof value === "object" && value !== null && !Array.isArray(value);

/** An object of the answer; an empty one where the answer has null. */
export const part = (data: Data, key: string): Data => {
  const value = data[key];
  return isData(value) ? value : {};
};

/** The nodes of a connection or the items of a list. */
export function items(data: Data, key: string): Data[] {
  const value = data[key];
  const list = isData(value) ? value.nodes : value;
  return Array.isArray(list) ? list.filter(isData) : [];
}

export const text = (data: Data, key: string): string | null => {
  const value = data[key];
  return typeof value === "string" ? value : null;
};

/** A gid's number, as REST ids are. Null for what has none. */
export function restId(gid: unknown): number | null {
  if (typeof gid !== "string") return null;
  const number = Number(tailOf(gid));
  return Number.isFinite(number) ? number : null;
}

export const lower = (value: unknown): string | null => (typeof value === "string" ? value.toLowerCase() : null);

/** "7.5" of CAD is "7.50": REST amounts carry all places of their currency (documented: example payloads). */
export function restAmount(money: Data): string {
  const currency = text(money, "currencyCode") ?? "USD";
  return Number(text(money, "amount") ?? "0").toFixed(digitsOf(currency));
}

const restMoney = (money: Data): Data => ({ amount: restAmount(money), currency_code: text(money, "currencyCode") });

/** A money bag as REST's `…_set`; null where there is none. */
export function moneySet(bag: unknown): Data | null {
  if (!isData(bag)) return null;
  return { shop_money: restMoney(part(bag, "shopMoney")), presentment_money: restMoney(part(bag, "presentmentMoney")) };
}

/** The shop's side of a money bag as REST's plain amount; "0.00" where there is none. */
export const shopAmount = (bag: unknown): string => restAmount(isData(bag) ? part(bag, "shopMoney") : {});

/** A money bag of nothing in the currencies of another one. */
export function zeroLike(bag: unknown): Data {
  const sides = isData(bag) ? bag : {};
  const zero = (key: string): Data => ({ ...part(sides, key), amount: "0" });
  return { shopMoney: zero("shopMoney"), presentmentMoney: zero("presentmentMoney") };
}

const formats = new Map<string, Intl.DateTimeFormat>();

function offsetFormat(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone) ?? new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
  formats.set(zone, known);
  return known;
}

/** A time with the shop's offset, "2021-12-31T19:00:00-05:00", as REST writes them. Null stays null. */
export function restTime(time: unknown, zone: string): string | null {
  if (typeof time !== "string") return null;
  const at = new Date(time);
  const name = offsetFormat(zone).formatToParts(at).find((p) => p.type === "timeZoneName")?.value ?? "GMT";
  const [, sign = "+", hours = "00", minutes = "00"] = /GMT([+-])(\d\d):?(\d\d)?/.exec(name) ?? [];
  const shift = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  return `${new Date(at.getTime() + shift).toISOString().slice(0, 19)}${sign}${hours}:${minutes}`;
}

export const ADDRESS_FIELDS = "firstName lastName name company address1 address2 city province provinceCode country countryCodeV2 zip phone";

/** A mailing address in REST's names; null where there is none. */
export function restAddress(address: unknown): Data | null {
  if (!isData(address)) return null;
  return {
    first_name: address.firstName, address1: address.address1, phone: address.phone, city: address.city, zip: address.zip,
    province: address.province, country: address.country, last_name: address.lastName, address2: address.address2,
    company: address.company, latitude: null, longitude: null, name: address.name,
    country_code: address.countryCodeV2, province_code: address.provinceCode,
  };
}
