/** The zone of a province in countries that have several, by the zone most of its people live in (IANA time zone database). */
const provinces: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  US: {
    "America/New_York": "CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV", "America/Chicago": "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI",
    "America/Denver": "CO ID MT NM UT WY", "America/Phoenix": "AZ", "America/Los_Angeles": "CA NV OR WA", "America/Anchorage": "AK", "Pacific/Honolulu": "HI", "America/Puerto_Rico": "PR",
  },
  CA: {
    "America/Toronto": "ON QC NU", "America/Halifax": "NB NS PE", "America/St_Johns": "NL", "America/Winnipeg": "MB", "America/Regina": "SK", "America/Edmonton": "AB NT", "America/Vancouver": "BC", "America/Whitehorse": "YT",
  },
  AU: { "Australia/Sydney": "ACT NSW", "Australia/Melbourne": "VIC", "Australia/Brisbane": "QLD", "Australia/Adelaide": "SA", "Australia/Perth": "WA", "Australia/Hobart": "TAS", "Australia/Darwin": "NT" },
};

/** Countries whose other zones are those of far-away places that orders rarely go to. */
const mainZone: Readonly<Record<string, string>> = { DE: "Europe/Berlin", ES: "Europe/Madrid", PT: "Europe/Lisbon", CN: "Asia/Shanghai", NZ: "Pacific/Auckland" };

type WithZones = Intl.Locale & { getTimeZones?: () => string[] | undefined };

/** The IANA zone of an address, or null where its country has several and the province does not tell (assumed: Shopify's own way is not documented). */
export function addressZone(country: string | null, province: string | null): string | null {
  if (country === null) return null;
  const table = provinces[country];
  if (table) return Object.keys(table).find((zone) => table[zone]?.split(" ").includes(province ?? "")) ?? null;
  const zones = (new Intl.Locale(`und-${country}`) as WithZones).getTimeZones?.() ?? [];
  return mainZone[country] ?? (zones.length === 1 ? (zones[0] ?? null) : null);
}
