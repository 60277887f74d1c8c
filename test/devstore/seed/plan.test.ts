import { describe, expect, it } from "vitest";
import { plusDays, startOf } from "./days.ts";
import { minus, orderTotal, plus, times } from "./amounts.ts";
import { readMerchants, readPlaces } from "./merchant.ts";
import { planShop } from "./planShop.ts";
import { RETURN_STATES, type OrderPlan, type ShopPlan } from "./plan.ts";
import { EDGES } from "./scenarios.ts";

const merchants = readMerchants();
const places = readPlaces();
const today = "2026-11-21";
const planOf = (id: string, seed = 1, orders = 200): ShopPlan => {
  const merchant = merchants.find((m) => m.id === id);
  if (!merchant) throw new Error(id);
  return planShop(merchant, places, { seed, today, orders });
};
const plans = merchants.map((m) => planOf(m.id));
const allOrders = plans.flatMap((p) => p.orders);
const deliveredAt = (order: OrderPlan): string | undefined => order.shipments.flatMap((s) => s.events).find((e) => e.status === "DELIVERED")?.at;

describe("the seed's plan", () => {
  it("is the same for the same seed number and day, and another for another", () => {
    for (const { id } of merchants) {
      expect(planOf(id)).toEqual(planOf(id));
      expect(planOf(id, 2)).not.toEqual(planOf(id));
    }
  });

  it("has five shops of 200 orders, customers in seven countries and six currencies or more", () => {
    expect(plans.map((p) => p.orders.length)).toEqual([200, 200, 200, 200, 200]);
    for (const plan of plans) {
      expect(new Set(plan.customers.map((c) => c.country)).size).toBe(7);
      expect(new Set(plan.orders.map((o) => o.currency)).size).toBeGreaterThanOrEqual(6);
    }
    expect(new Set(allOrders.map((o) => o.currency))).toEqual(new Set(["AUD", "CAD", "EUR", "GBP", "JPY", "KWD", "USD"]));
  });

  it("has every return state three times in every shop", () => {
    for (const plan of plans) {
      const states = plan.orders.flatMap((o) => o.returns.map((r) => r.state));
      for (const state of RETURN_STATES) expect(states.filter((s) => s === state)).toHaveLength(3);
    }
  });

  it.each(merchants.flatMap((m) => m.limits.map((limit) => ({ shop: m.id, ...limit }))))("$shop: $name ($period from $from) is approached from both sides", ({ shop, name, from, period, unshipped }) => {
    const found = planOf(shop).orders.filter((o) => o.limit?.name === name);
    expect(found.map((o) => o.limit?.daysPast).sort((a, b) => Number(a) - Number(b))).toEqual([...EDGES]);
    for (const order of found) {
      const start = startOf(plusDays(today, -(order.limit?.daysPast ?? 0)), period);
      if (unshipped && start > today) continue;
      expect((from === "delivery" ? deliveredAt(order) : order.placedAt)?.slice(0, 10)).toBe(start);
    }
  });

  it("never goes back in time within an order, nor past today", () => {
    for (const order of allOrders) {
      for (const shipment of order.shipments) {
        const times = [order.placedAt, shipment.shippedAt, ...shipment.events.map((e) => e.at)];
        expect([...times].sort(), order.key).toEqual(times);
        expect(times.at(-1)?.slice(0, 10).localeCompare(today), order.key).toBeLessThanOrEqual(0);
      }
    }
  });

  it("spans about three years", () => {
    for (const plan of plans) {
      const first = plan.orders[0]?.placedAt.slice(0, 10) ?? today;
      expect(first < plusDays(today, -900) && first > plusDays(today, -1200), plan.merchant).toBe(true);
    }
  });

  it("is paid to the last minor unit, on both sides", () => {
    const paid = allOrders.filter((o) => o.transactions.length > 0);
    expect(paid.length).toBeGreaterThan(900);
    for (const order of paid) {
      const total = orderTotal(order.lines, order.shipping, order.discount?.freeShipping ?? false, order.taxesIncluded);
      const given = order.transactions.map((t) => t.amount).reduce(plus);
      expect(minus(total, given), order.key).toEqual({ shop: 0, presentment: 0 });
      for (const line of order.lines) expect(line.discount.presentment).toBeLessThanOrEqual(times(line.price, line.quantity).presentment);
    }
  });

  it("ships no more than was ordered, in one to three parcels, and returns no more than was delivered", () => {
    for (const order of allOrders) {
      const shipped = order.lines.map((_, i) => order.shipments.flatMap((s) => s.lines).filter((l) => l.line === i).reduce((n, l) => n + l.quantity, 0));
      order.lines.forEach((line, i) => expect(shipped[i], order.key).toBeLessThanOrEqual(line.quantity));
      for (const { shipment, lines } of order.returns) {
        const parcel = order.shipments[shipment]?.lines ?? [];
        for (const l of lines) expect(l.quantity).toBeLessThanOrEqual(parcel.find((p) => p.line === l.line)?.quantity ?? 0);
      }
    }
    expect(allOrders.filter((o) => o.shipments.length > 1).length).toBeGreaterThan(50);
  });

  it("takes an even selection when fewer orders are wanted", () => {
    const few = planOf("camstro", 1, 40);
    expect(few.orders).toHaveLength(40);
    expect(new Set(few.orders.map((o) => o.scenario)).size).toBeGreaterThan(5);
  });
});

describe("the start of a period", () => {
  it("keeps the day's number and clamps at the month's end", () => {
    expect(startOf("2026-03-31", "P1M")).toBe("2026-02-28");
    expect(startOf("2026-11-21", "P6M")).toBe("2026-05-21");
    expect(startOf("2026-11-21", "P90D")).toBe("2026-08-23");
    expect(startOf("2028-02-29", "P1Y")).toBe("2027-02-28");
  });
});
