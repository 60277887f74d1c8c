/** Claims of every kind that a policy tells apart, for laws: the words its scopes name, dates on both sides of its limits, money of 0, 2 and 3 decimals. */
import fc from "fast-check";
import { readClaim, type Claim } from "../../policy/claim.ts";
import { formatDay, parseDay, parsePeriod } from "../../policy/dates.ts";
import { formatMinor, minorDigits } from "../../policy/money.ts";
import type { Policy } from "../../policy/policy.ts";

/** The words that scopes of a policy give each fact, and the lengths of its periods in days. */
function spokenOf(policy: Policy): { words: ReadonlyMap<string, readonly string[]>; limits: readonly number[] } {
  const words = new Map<string, Set<string>>(), limits = new Set<number>([0]);
  const walk = (value: unknown, key: string): void => {
    if (typeof value === "string") {
      words.set(key, (words.get(key) ?? new Set()).add(value));
      const period = parsePeriod(value);
      if (period) limits.add(Math.round(period.months * 30.44) + period.days + Math.round(period.hours / 24));
    } else if (Array.isArray(value)) value.forEach((one) => walk(one, key));
    else if (typeof value === "object" && value !== null) Object.entries(value).forEach(([name, one]) => walk(one, name));
  };
  for (const { says: _says, at: _at, ...effects } of policy.clauses) walk(effects, "clause");
  return { words: new Map([...words].map(([name, set]) => [name, [...set]])), limits: [...limits] };
}

const bought = parseDay("2026-03-10");
const zones = ["America/New_York", "Europe/Berlin", "Asia/Shanghai", "Pacific/Kiritimati", "UTC"] as const;
const yes = fc.boolean();
/** Mostly unsaid, or a yes or no. */
const rarely = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: of });
const mostly = <T>(of: fc.Arbitrary<T>, usual: T): fc.Arbitrary<T | undefined> => fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, { weight: 2, arbitrary: of }, { weight: 1, arbitrary: fc.constant(undefined) });
const oneOf = <T>(words: readonly T[], fallback: T): fc.Arbitrary<T> => fc.constantFrom(...(words.length ? words : [fallback]));

/** Decimal text of 0 to `most` minor units. */
const sum = (digits: number, most: number): fc.Arbitrary<string> => fc.integer({ min: 0, max: most }).map((minor) => formatMinor(minor, digits));

const moneyIn = (currency: string): fc.Arbitrary<Claim["money"]> => {
  const digits = minorDigits(currency);
  return fc.tuple(fc.integer({ min: 0, max: 250_000 }), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 5 }), fc.double({ min: 0, max: 1, noNaN: true }), sum(digits, 90_000), sum(digits, 3000), yes, rarely(sum(digits, 5000)))
    .map(([unit, quantity, wanted, gone, off, tax, shipping, included, label]) => {
      const already = Math.min(gone, quantity - 1);
      const taxIncluded = included && Number(tax) * 10 ** digits <= unit * quantity * (1 - off);
      return {
        currency, unitPrice: formatMinor(unit, digits), quantity, returnedQuantity: Math.min(wanted, quantity - already), discount: formatMinor(Math.floor(unit * quantity * (off < 0.4 ? 0 : taxIncluded ? 0 : off)), digits), tax, shipping,
        ...(taxIncluded ? { taxIncluded } : {}), ...(already ? { alreadyRefundedQuantity: already } : {}), ...(label === undefined ? {} : { merchantLabelCost: label }),
      };
    });
};

export const anyMoney: fc.Arbitrary<Claim["money"]> = fc.constantFrom("USD", "EUR", "GBP", "JPY", "KWD").chain(moneyIn);

/** A copy without fields that are undefined, and without objects left empty by that. */
const said = (value: unknown): unknown => (typeof value !== "object" || value === null || Array.isArray(value) ? value : Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined).map(([name, one]) => [name, said(one)])));

/** Any claim for a policy; readClaim accepts each. */
export function anyClaim(policy: Policy): fc.Arbitrary<Claim> {
  const { words, limits } = spokenOf(policy);
  const named = (fact: string): readonly string[] => words.get(fact) ?? [];
  const countries = named("country").filter((word) => /^[A-Z]{2}$/.test(word));
  const day = fc.oneof({ weight: 3, arbitrary: fc.tuple(fc.constantFrom(...limits), fc.integer({ min: -2, max: 2 })).map(([limit, off]) => Math.max(0, limit + off)) }, { weight: 2, arbitrary: fc.integer({ min: 0, max: 40 }) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 2000 }) });
  const clock = fc.constantFrom("", "", "", "T00:10:00Z", "T12:00:00+02:00", "T23:50:00-08:00");
  const item = fc.record({
    class: mostly(fc.constantFrom("new", "refurbished", "accessory", "free_gift"), "new"), category: mostly(oneOf(named("category"), "camera"), "camera"), line: rarely(oneOf(named("line"), "other")),
    onClearance: rarely(yes), onSale: rarely(yes), partOfKit: rarely(yes), shippedWithGift: rarely(yes), carrierSays: rarely(oneOf(named("carrierSays"), "delivered")), sameModelInStock: rarely(yes), equalValueInStock: rarely(yes),
    bundle: rarely(fc.record({ id: fc.constant("set"), wholeReturned: rarely(yes).map((whole) => whole ?? undefined) })),
    earlierRemedies: rarely(fc.array(fc.record({ on: fc.constant("2026-03-20"), under: fc.constantFrom("exchange_unwanted", "limited", "extended", "warranty") }), { maxLength: 2 })),
  });
  const request = fc.record({
    reason: fc.oneof({ weight: 3, arbitrary: fc.constantFrom("unwanted", "defective") }, { weight: 4, arbitrary: oneOf(named("reason"), "unwanted") }, { weight: 1, arbitrary: fc.constantFrom("not_received", "cancel", "something_else") }),
    condition: mostly(oneOf(named("condition"), "like_new"), "like_new"), state: mostly(fc.constantFrom("sealed", "opened", "worn"), "opened"), packaging: mostly(fc.constantFrom("original", "missing"), "original"), complete: mostly(yes, true),
    wants: rarely(fc.constantFrom("different_model", "upgrade")), serviceLevel: rarely(oneOf(named("level"), "usual")), deviceUnboundAndReset: mostly(yes, true), itemSentBack: rarely(oneOf(named("sentBack"), "not_the_one_sold")),
    missingEvidence: rarely(fc.array(oneOf(named("need"), "photos").map((need) => need.replace(/:.*/, "")), { minLength: 1, maxLength: 2 })), claimsInstallationCost: rarely(yes), claimsConsequentialLoss: rarely(yes), rmaStatus: rarely(fc.constant("processed")),
  });
  const order = fc.record({
    status: mostly(fc.constantFrom("not_shipped", "produced", "shipped", "delivered"), "delivered"), channel: mostly(fc.constantFrom("own_store", "authorized_reseller", "retailer", "unlisted_seller"), "own_store"),
    countryOfPurchase: mostly(oneOf(countries, "US"), "US"), proofOfPurchase: mostly(yes, true), orderRecordFound: rarely(yes), seller: rarely(oneOf(named("seller"), "somebody")),
  });
  const rest = fc.record({
    zone: fc.constantFrom(...zones), days: day, clock, wait: fc.integer({ min: 0, max: 6 }), undated: rarely(fc.constant(true)), registeredAfter: fc.oneof(fc.constant(undefined), fc.integer({ min: 0, max: 60 })), received: rarely(fc.integer({ min: 0, max: 12 })),
    customer: fc.record({ originalBuyer: mostly(yes, true), country: mostly(oneOf(countries, "CA"), "US"), region: rarely(oneOf(named("region"), "EU")) }), toCountry: mostly(oneOf(countries, "CN"), "US"),
    finding: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 2, arbitrary: fc.oneof(fc.constant("defect_confirmed"), { weight: 3, arbitrary: oneOf(named("finding"), "defect_confirmed") }, fc.constantFrom("no_fault_found", "never_heard_of")) }), repairable: rarely(yes), beyondRepair: rarely(fc.constant(true)),
    parcel: rarely(fc.record({ hasRma: mostly(yes, true), rmaOnLabel: mostly(yes, true), rmaOnBox: mostly(yes, true), traceable: mostly(yes, true), itemListedOnRma: mostly(yes, true), sentTo: rarely(oneOf(named("sentTo"), "elsewhere")), lostInTransit: rarely(yes), appliedFirst: mostly(yes, true) })),
    oldUnit: rarely(fc.constantFrom("due", "came", "did_not_come")), value: fc.oneof(fc.constant(undefined), fc.integer({ min: 0, max: 2000 })), kept: fc.oneof(fc.constant(undefined), fc.integer({ min: 0, max: 1200 })), holidays: rarely(fc.constant(["2026-05-01", "2026-05-25"])),
    terms: Object.keys(policy.settings ?? {}).length ? fc.record(Object.fromEntries(Object.entries(policy.settings ?? {}).map(([name, { kind }]) => [name, kind === "period" ? fc.constantFrom("P1Y", "P2Y", null) : fc.constantFrom("15", null)]))) : fc.constant(undefined),
  });
  return fc.record({ item, request, order, rest, money: anyMoney }).map(({ item: i, request: q, order: o, rest: x, money }) => {
    const delivered = o.status === "delivered" || o.status === undefined ? bought + x.wait : undefined;
    const asked = (delivered ?? bought) + x.days;
    const broken = x.beyondRepair && x.finding === undefined ? { finding: "defect_confirmed", repairable: false } : undefined;
    const event = (after: number): string => `${formatDay(after)}${x.clock}`;
    return accepted(said({
      id: "any", policy: policy.id, askedAt: event(asked), zone: x.zone, settings: x.terms, calendar: x.holidays && { holidays: x.holidays },
      order: { ...o, placedAt: formatDay(bought), shippedAt: delivered === undefined ? undefined : formatDay(bought + 1), value: x.value === undefined ? undefined : String(x.value), keptValue: x.kept === undefined ? undefined : String(x.kept) },
      item: { ...i, ...(broken ? { sameModelInStock: false } : {}), deliveredAt: delivered === undefined || x.undated ? undefined : [event(delivered)], registeredAt: x.registeredAfter === undefined || delivered === undefined ? undefined : formatDay(Math.min(asked, delivered + x.registeredAfter)) },
      customer: x.customer, request: q, sendingBack: { toCountry: x.toCountry, parcel: x.parcel, oldUnit: x.oldUnit, receivedAt: x.received === undefined ? undefined : formatDay(asked + x.received) },
      inspection: x.finding === undefined ? broken : { finding: x.finding, repairable: x.repairable, at: formatDay(asked + 9) }, money,
    }));
  });
}

/** A claim that readClaim accepts; throws where the generator made one that it does not. */
export function accepted(input: unknown): Claim {
  const read = readClaim(input);
  if ("errors" in read) throw new Error(JSON.stringify(read.errors));
  return read.claim;
}
