import fc from "fast-check";
import { priceText } from "../kernel/money.ts";
import type { Pair } from "./ordersUnderTest.ts";

/** How much of what is suggested is paid back, and how. */
export type PayBack = "suggested" | "less" | "nothing" | "no refund" | "credit" | "both" | "too much";

export type Action =
  | { do: "ship" }
  | { do: "pay" }
  | { do: "refund"; line: number; units: number; shipping: boolean; pay: PayBack }
  | { do: "return"; line: number; units: number; fee: number; shippingFee: number; exchange: number | null; discount: number; keepShipping: boolean; pay: PayBack }
  | { do: "edit"; line: number; quantity: number; off: number }
  | { do: "cancel"; how: "refund" | "credit" | "keep" };

export type Line = { shop: number; presentment: number; quantity: number; tax: number };
export type OrderPlan = {
  lines: Line[];
  taxesIncluded: boolean;
  shipping: { price: number; tax: number }[];
  code: { kind: "fixed"; amount: number } | { kind: "percentage"; percentage: number } | { kind: "shipping" } | null;
  /** Parts of the total that are paid, in hundredths; an authorization of what is left in some. */
  payments: number[];
  actions: Action[];
};

const minor = (max: number) => fc.integer({ min: 0, max });
const pays = fc.constantFrom<PayBack>("suggested", "less", "nothing", "no refund", "credit", "both", "too much");

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Action>({ do: "ship" }) },
  { weight: 1, arbitrary: fc.constant<Action>({ do: "pay" }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("refund" as const), line: fc.nat(3), units: fc.nat(4), shipping: fc.boolean(), pay: pays }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant("return" as const), line: fc.nat(3), units: fc.integer({ min: 1, max: 4 }), fee: fc.constantFrom(0, 0, 10, 12.5, 100), shippingFee: fc.constantFrom(0, 0, 350, 799), exchange: fc.option(minor(30_000)), discount: fc.constantFrom(0, 0, 15, 100), keepShipping: fc.boolean(), pay: pays }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("edit" as const), line: fc.nat(3), quantity: fc.nat(5), off: fc.constantFrom(0, 0, 5, 33) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("cancel" as const), how: fc.constantFrom("refund" as const, "credit" as const, "keep" as const) }) },
);

export const orderPlan: fc.Arbitrary<OrderPlan> = fc.record({
  lines: fc.array(fc.record({ shop: minor(99_999), presentment: minor(99_999), quantity: fc.integer({ min: 1, max: 5 }), tax: minor(20_000) }), { minLength: 1, maxLength: 4 }),
  taxesIncluded: fc.boolean(),
  shipping: fc.array(fc.record({ price: minor(3_000), tax: minor(500) }), { maxLength: 2 }),
  code: fc.option(fc.oneof(
    fc.record({ kind: fc.constant("fixed" as const), amount: minor(60_000) }),
    fc.record({ kind: fc.constant("percentage" as const), percentage: fc.constantFrom(5, 10, 33.3, 100) }),
    fc.record({ kind: fc.constant("shipping" as const) }),
  )),
  payments: fc.constantFrom([100], [100], [100], [60, 40], [30], []),
  actions: fc.tuple(fc.constantFrom<Action[]>([], [{ do: "ship" }], [{ do: "ship" }]), fc.array(action, { minLength: 2, maxLength: 5 })).map(([first, rest]) => [...first, ...rest]),
});

/** An amount of minor units on both sides as the API takes it; in one currency both are the presentment's. */
export function moneyIn(shop: number, presentment: number, pair: Pair): object {
  const own = pair.shop === pair.presentment ? presentment : shop;
  return { shopMoney: { amount: priceText(own, pair.shop), currencyCode: pair.shop }, presentmentMoney: { amount: priceText(presentment, pair.presentment), currencyCode: pair.presentment } };
}

/** A tax inside a price is part of it: never more than it. */
const taxIn = (plan: OrderPlan, tax: number, price: number): number => (plan.taxesIncluded ? Math.min(tax, price) : tax);

const shippingIn = (plan: OrderPlan, pair: Pair): object[] => plan.shipping.map((s, i) => ({
  title: `Way ${i}`, priceSet: moneyIn(s.price, s.price, pair), taxLines: [{ title: "Tax", rate: 0.1, priceSet: moneyIn(taxIn(plan, s.tax, s.price), taxIn(plan, s.tax, s.price), pair) }],
}));

function codeIn(plan: OrderPlan, pair: Pair): object | undefined {
  const { code } = plan;
  if (!code) return undefined;
  if (code.kind === "fixed") return { itemFixedDiscountCode: { code: "LAW", amountSet: moneyIn(code.amount, code.amount, pair) } };
  return code.kind === "percentage" ? { itemPercentageDiscountCode: { code: "LAW", percentage: code.percentage } } : { freeShippingDiscountCode: { code: "LAW" } };
}

/** The `orderCreate` input of a plan, without its payments. */
export function orderIn(plan: OrderPlan, pair: Pair, customerId: string): Record<string, unknown> {
  const lineItems = plan.lines.map((l, i) => ({
    title: `Line ${i}`, quantity: l.quantity, requiresShipping: true, priceSet: moneyIn(l.shop, l.presentment, pair),
    taxLines: [{ title: "Tax", rate: 0.1, priceSet: moneyIn(taxIn(plan, l.tax, l.shop), taxIn(plan, l.tax, l.presentment), pair) }],
  }));
  const discountCode = codeIn(plan, pair);
  return {
    currency: pair.shop, presentmentCurrency: pair.presentment, taxesIncluded: plan.taxesIncluded, customerId, lineItems, shippingLines: shippingIn(plan, pair),
    ...(discountCode ? { discountCode } : {}),
  };
}
