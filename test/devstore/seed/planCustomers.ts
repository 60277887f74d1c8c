import type { Merchant, Place, Places } from "./merchant.ts";
import type { CustomerPlan } from "./plan.ts";
import type { Random } from "./random.ts";

/** About one customer for three orders; the first of each country always, so that all countries are there. */
export function planCustomers(merchant: Merchant, places: Places, count: number, random: Random): CustomerPlan[] {
  const first = Object.keys(merchant.countries);
  const rest = Array.from({ length: Math.max(0, count - first.length) }, () => random.weighted(merchant.countries));
  return [...first, ...rest].map((country, i) => planCustomer(merchant.id, i, country, placeOf(places, country), random));
}

/** The data of a country. Throws when customers live in a country the data does not have. */
export function placeOf(places: Places, country: string): Place {
  const place = places.countries[country];
  if (!place) throw new Error(`no place data for ${country}`);
  return place;
}

function planCustomer(shop: string, index: number, country: string, place: Place, random: Random): CustomerPlan {
  const town = random.pick(place.cities);
  const number = String(index + 1).padStart(3, "0");
  return {
    key: `${shop}-c${number}`,
    country,
    givenName: random.pick(place.given),
    familyName: random.pick(place.family),
    email: `customer-${number}@${shop}.example.com`,
    tags: random.chance(0.15) ? ["trade"] : [],
    address: { street: `${random.whole(1, 240)} ${town.street}`, city: town.city, province: town.province ?? null, zip: town.zip },
  };
}
