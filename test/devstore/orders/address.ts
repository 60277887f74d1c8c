import { newId, type IdSource } from "../kernel/ids.ts";
import { provinceOf } from "./provinces.ts";

export type Address = {
  __typename: "MailingAddress";
  id: string;
  firstName: string | null;
  lastName: string | null;
  name: string | null;
  company: string | null;
  address1: string | null;
  address2: string | null;
  city: string | null;
  province: string | null;
  provinceCode: string | null;
  country: string | null;
  countryCode: string | null;
  countryCodeV2: string | null;
  zip: string | null;
  phone: string | null;
  coordinatesValidated: boolean;
  latitude: number | null;
  longitude: number | null;
  formattedArea: string | null;
};

export type AddressInput = Partial<Record<"firstName" | "lastName" | "company" | "address1" | "address2" | "city" | "province" | "provinceCode" | "country" | "countryCode" | "zip" | "phone", string | null>>;

const countries = new Intl.DisplayNames(["en"], { type: "region" });

/** An order's own copy of an address. */
export function addressOf(shop: IdSource, input: AddressInput | null | undefined): Address | null {
  if (!input) return null;
  const countryCode = input.countryCode ?? null;
  const country = input.country ?? (countryCode ? (countries.of(countryCode) ?? countryCode) : null);
  const { province, provinceCode } = provinceOf(countryCode, input.province ?? null, input.provinceCode ?? null);
  const own = (key: keyof AddressInput): string | null => input[key] ?? null;
  return {
    __typename: "MailingAddress",
    id: `${newId(shop, "MailingAddress")}?model_name=Address`,
    firstName: own("firstName"), lastName: own("lastName"), company: own("company"),
    name: [input.firstName, input.lastName].filter(Boolean).join(" ") || null,
    address1: own("address1"), address2: own("address2"), city: own("city"), zip: own("zip"), phone: own("phone"),
    province, provinceCode, country, countryCode, countryCodeV2: countryCode,
    coordinatesValidated: false, latitude: null, longitude: null,
    formattedArea: [input.city, province, country].filter(Boolean).join(", ") || null,
  };
}

/** The lines of a label: name and company when asked, street, town with province and code, country. */
export function formattedAddress(address: Address, args: { withName?: boolean | null; withCompany?: boolean | null }): string[] {
  const town = [address.city, address.provinceCode, address.zip].filter(Boolean).join(" ");
  const lines = [args.withName ? address.name : null, args.withCompany === false ? null : address.company, address.address1, address.address2, town, address.country];
  return lines.filter((line): line is string => Boolean(line));
}
