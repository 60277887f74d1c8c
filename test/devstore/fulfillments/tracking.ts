import type { OriginAddress, TrackingInfo } from "./fulfillment.ts";

export type TrackingInput = { company?: string | null; number?: string | null; numbers?: string[] | null; url?: string | null; urls?: string[] | null };
export type OriginInput = { address1?: string | null; address2?: string | null; city?: string | null; countryCode: string; provinceCode?: string | null; zip?: string | null };

/** One entry per number, each with the url in the same place; an url alone is an entry too. */
export function trackingInfos(input: TrackingInput | null | undefined): TrackingInfo[] {
  if (!input) return [];
  const numbers = input.numbers ?? (input.number != null ? [input.number] : []);
  const urls = input.urls ?? (input.url != null ? [input.url] : []);
  const count = Math.max(numbers.length, urls.length, input.company != null ? 1 : 0);
  return Array.from({ length: count }, (_, i) => ({ __typename: "FulfillmentTrackingInfo", company: input.company ?? null, number: numbers[i] ?? null, url: urls[i] ?? null }));
}

export function originOf(input: OriginInput | null | undefined): OriginAddress | null {
  if (!input) return null;
  const { address1 = null, address2 = null, city = null, countryCode, provinceCode = null, zip = null } = input;
  return { __typename: "FulfillmentOriginAddress", address1, address2, city, countryCode, provinceCode, zip };
}
