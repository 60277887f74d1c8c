/** The ordinary claim: bought in the merchant's own store by its first buyer, complete, with proof, in the home country. */
import type { Claim } from "../claim.ts";
import { clockEnd, type Compiled } from "../compile.ts";
import { formatDay, parseDay, periodText } from "../dates.ts";
import { formatMinor, minorDigits } from "../money.ts";
import { asList, type Policy } from "../policy.ts";

/** A stretch of an item's age between two limits, in days from delivery; `sample` lies in it, on its last day where it has one. */
export type Age = Readonly<{ sample: number; after?: string; upTo?: string }>;
export type Situated = Readonly<{ itemClass: NonNullable<Claim["item"]["class"]>; reason: string; age?: Age; registered?: boolean; status?: NonNullable<Claim["order"]["status"]>; channel?: NonNullable<Claim["order"]["channel"]> }>;

const isBroken: ReadonlySet<string> = new Set(["defective", "damaged_on_arrival", "lightning", "water_leakage"]);

/** Early in a long month, so that months and years end on a day of the same number; in a year the policy speaks of. */
function boughtOn(policy: Policy): string {
  const from = policy.clauses.find((clause) => clause.applies)?.applies?.purchasedFrom ?? "";
  const usual = "2025-03-03";
  return from > usual ? `${Number(from.slice(0, 4)) + 1}${usual.slice(4)}` : usual;
}

/** A currency in which the policy names its sums. */
const currencyOf = (policy: Policy): string =>
  policy.clauses.flatMap((clause) => [...asList(clause.deducts), ...asList(clause.charges)]).flatMap((fee) => Object.keys(fee.amounts ?? {}))[0] ?? "USD";
const laterThanAll = 400;

/** The limits of a policy's periods from delivery or purchase, as stretches of age, youngest first. */
export function agesOf(compiled: Compiled): Age[] {
  const start = parseDay(boughtOn(compiled.inForce.policy)), limits = new Map<number, string>();
  for (const clock of compiled.clocks) {
    if (!clock.period || (clock.event !== "delivery" && clock.event !== "purchase") || clock.act === "registration") continue;
    const end = clock.period.hours ? clock.period.hours / 24 : clockEnd(clock, start, compiled.counting) - start;
    if (!limits.has(end)) limits.set(end, periodText(clock.period));
  }
  const ends = [...limits].sort(([a], [b]) => a - b);
  const stretches = ends.map(([end, text], i): Age => ({ sample: end, upTo: text, ...(i > 0 ? { after: ends[i - 1]?.[1] } : {}) }));
  const last = ends.at(-1);
  return [...stretches, { sample: (last?.[0] ?? 0) + laterThanAll, ...(last ? { after: last[1] } : {}) }];
}

const noonOf = (bought: string) => (days: number): string => {
  const hours = Math.round(days * 24) + 12, day = formatDay(parseDay(bought) + Math.floor(hours / 24));
  return `${day}T${String(hours % 24).padStart(2, "0")}:00:00Z`;
};

export function ordinaryClaim(policy: Policy, { itemClass, reason, age, registered, status, channel }: Situated): Claim {
  const country = policy.home ?? "US", delivered = status === undefined && reason !== "not_received";
  const category = policy.categories?.[0], noon = noonOf(boughtOn(policy)), currency = currencyOf(policy), amount = (units: number): string => formatMinor(units * 10 ** minorDigits(currency), minorDigits(currency));
  return {
    id: "ordinary", policy: policy.id, askedAt: noon(age?.sample ?? 1), zone: "UTC", settings: undefined,
    order: { placedAt: noon(0), status: status ?? (delivered ? "delivered" : "shipped"), ...(status === "not_shipped" || status === "produced" ? {} : { shippedAt: noon(0) }), channel: channel ?? "own_store", countryOfPurchase: country, proofOfPurchase: true, value: amount(100), keptValue: amount(0) },
    item: { class: itemClass, ...(category ? { category } : {}), ...(delivered ? { deliveredAt: [noon(0)] } : {}), ...(registered ? { registeredAt: noon(0) } : {}) },
    customer: { originalBuyer: true, country },
    request: { reason, condition: reason === "damaged_on_arrival" ? "damaged" : isBroken.has(reason) ? "defective" : "like_new", state: isBroken.has(reason) ? "opened" : "sealed", packaging: "original", complete: true, deviceUnboundAndReset: true },
    ...(delivered ? { sendingBack: { toCountry: country } } : {}),
    inspection: null,
    money: { currency, unitPrice: amount(100), quantity: 1, returnedQuantity: 1, discount: amount(0), tax: amount(10), shipping: amount(10) },
  };
}
