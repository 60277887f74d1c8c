import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { ZERO, higher, minus, plus, sum, type Bag } from "./bag.ts";
import { act, place, type Tally } from "./moneyDrive.ts";
import { orderPlan, type Action } from "./moneyPlan.ts";
import { readOrder, type Read } from "./moneyRead.ts";
import { ordersUnderTest, type Pair } from "./ordersUnderTest.ts";

const PAIRS: Pair[] = [
  { shop: "CAD", presentment: "CAD" },
  { shop: "KWD", presentment: "KWD" },
  { shop: "EUR", presentment: "JPY" },
];

const of = (order: Read, kind: string): Read["transactions"] => order.transactions.filter((t) => t.kind === kind);
const total = (list: readonly { amount: Bag }[]): Bag => sum(list.map((t) => t.amount));

/** Money is neither made nor lost: what came in is what stayed, what went back to payments, and store credit. */
function conserved(order: Read, pair: Pair): void {
  const back = of(order, "REFUND");
  expect(order.received).toEqual(plus(total(of(order, "SALE")), total(of(order, "CAPTURE"))));
  expect(order.refunded).toEqual(total(back));
  expect(order.received).toEqual(plus(order.net, order.refunded));
  const credited = total(back.filter((t) => t.gateway === "shopify_store_credit"));
  expect(credited.presentment).toBe(order.credit);
  expect(order.received.presentment).toBe(order.net.presentment + total(back.filter((t) => t.parent !== null)).presentment + order.credit);
  if (pair.shop === pair.presentment) for (const t of order.transactions) expect(t.amount.shop).toBe(t.amount.presentment);
}

/** Nobody gets more back than was taken: not of the order, not of one payment, on neither side. */
function withinPaid(order: Read): void {
  expect(Math.min(order.net.shop, order.net.presentment)).toBeGreaterThanOrEqual(0);
  for (const payment of [...of(order, "SALE"), ...of(order, "CAPTURE")]) {
    const left = minus(payment.amount, total(of(order, "REFUND").filter((t) => t.parent === payment.id)));
    expect(Math.min(left.shop, left.presentment)).toBeGreaterThanOrEqual(0);
  }
}

/** The order as ordered is the sum of its parts, and so is what is left of it. */
function addsUp(order: Read, fees: Bag, adjustments: Bag): void {
  const whole = order.asOrdered;
  const net = sum(order.lines.map((l) => minus(l.gross, l.discounts)));
  expect(whole.subtotal).toEqual(net);
  expect(whole.discounts).toEqual(plus(sum(order.lines.map((l) => l.discounts)), sum(order.shippingLines.map((s) => s.discounts))));
  expect(whole.shipping).toEqual(sum(order.shippingLines.map((s) => minus(s.price, s.discounts))));
  expect(whole.tax).toEqual(sum(order.allTaxLines));
  expect(whole.total).toEqual(sum([whole.subtotal, whole.shipping, order.taxesIncluded ? ZERO : whole.tax]));
  expect(order.tax).toEqual(sum(order.taxLines));
  expect(order.total).toEqual(sum([order.subtotal, order.shipping, order.taxesIncluded ? ZERO : order.tax, fees, adjustments]));
  const open = minus(minus(order.total, order.net), order.capturable);
  expect(order.outstanding).toEqual(open.presentment === 0 ? ZERO : open);
}

/** Pieces of a line that went back and the piece that is left are the line. */
function piecesOf(order: Read): void {
  for (const line of order.lines) {
    const pieces = order.refunds.flatMap((r) => r.lines).filter((l) => l.id === line.id);
    const back = sum(pieces.map((p) => p.subtotal));
    const whole = minus(line.gross, line.discounts);
    expect(minus(whole, back).presentment).toBeGreaterThanOrEqual(0);
    const units = pieces.reduce((n, p) => n + p.quantity, 0);
    if (line.current === 0 && units === line.quantity) {
      expect(back).toEqual(whole);
      expect(sum(pieces.map((p) => p.tax))).toEqual(line.tax);
    }
    expect(line.current).toBeGreaterThanOrEqual(0);
    expect(line.current).toBeLessThanOrEqual(line.quantity);
    expect(line.open).toBeLessThanOrEqual(line.current);
  }
  for (const l of order.returnLines) expect(l.refunded).toBeLessThanOrEqual(l.processed);
}

const discrepancy = (order: Read): number => sum(order.refunds.flatMap((r) => r.adjustments)).presentment;

/** What is suggested is right: paying it back leaves nothing owed, and no difference to explain. */
function suggestionSettles(before: Read, after: Read, action: Action): void {
  const suggested = (action.do === "refund" || action.do === "return") && action.pay === "suggested";
  if (!suggested || before.outstanding.presentment !== 0 || discrepancy(before) !== 0) return;
  expect(discrepancy(after)).toBe(0);
  if (action.do === "refund") expect(after.outstanding.presentment).toBe(0);
  else expect(after.outstanding.presentment).toBeGreaterThanOrEqual(0);
}

function statusFits(order: Read): void {
  if (order.refunded.presentment > 0) expect(order.status).toBe(order.net.presentment === 0 ? "REFUNDED" : "PARTIALLY_REFUNDED");
  else if (order.received.presentment > 0) expect(order.status).toBe(order.net.presentment >= order.total.presentment ? "PAID" : "PARTIALLY_PAID");
  else expect(order.status).toBeNull();
}

describe.each(PAIRS)("money of $shop orders paid in $presentment", (pair) => {
  const tally: Tally = {};
  const store = ordersUnderTest(pair.shop);
  let number = 0;
  afterAll(() => console.log(`law: ${pair.shop}/${pair.presentment}`, tally));

  it("is conserved, never refunded beyond what was paid, and adds up, whatever happens to an order", async () => {
    await fc.assert(
      fc.asyncProperty(orderPlan, async (plan) => {
        number += 1;
        const driven = await place(store, pair, plan, tally, number);
        let edited = false;
        let before: Read | null = null;
        for (const action of [null, ...plan.actions]) {
          const done = action !== null && (await act(driven, action));
          edited ||= action?.do === "edit";
          const order = await readOrder(store, driven.orderId);
          if (action && before && done) suggestionSettles(before, order, action);
          before = order;
          const record = store.shop.orders.get(driven.orderId);
          conserved(order, pair);
          withinPaid(order);
          addsUp(order, record?.fees ?? ZERO, record?.adjustments ?? ZERO);
          if (!edited) piecesOf(order);
          if (pair.shop === pair.presentment) expect(higher(ZERO, order.total)).toEqual(order.total);
          statusFits(order);
        }
      }),
      { numRuns: 300, seed: 20_261_121 + pair.presentment.charCodeAt(0) },
    );
  });

  it("was tried on enough of everything", () => {
    for (const what of ["ship", "refund", "return", "edit", "cancel", "pay", "exchange", "fee", "outcome: RefundReturnOutcome", "outcome: InvoiceReturnOutcome"]) {
      expect(tally[what] ?? 0, what).toBeGreaterThan(8);
    }
    for (const how of ["suggested", "less", "credit", "both", "no refund", "nothing"]) {
      expect((tally[`return worth something, ${how}`] ?? 0) + (tally[`refund worth something, ${how}`] ?? 0), how).toBeGreaterThan(8);
    }
    expect(Object.keys(tally).some((what) => what.startsWith("refused: Refund amount"))).toBe(true);
  });
});
