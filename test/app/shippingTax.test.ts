import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settleRma } from "../../app/flows/settleRma.ts";
import { receiveGoods } from "../../app/flows/receiveGoods.ts";
import { inspectLine } from "../../app/flows/inspectLine.ts";
import { DEFECTIVE, STAFF } from "./asks.ts";
import { merchantShop, type MerchantShop, type OrderPlan } from "./merchantShop.ts";
import { stepsOf, type Steps } from "./rmaSteps.ts";

let m: MerchantShop, steps: Steps;
beforeAll(async () => {
  m = await merchantShop("amcrest");
  steps = stepsOf(m);
}, 180_000);
afterAll(() => m.s.close());

/** A defective line goes back in two rounds, one unit and then two; the other line stays. What is paid back in each, and the books. */
async function inTwoRounds(plan: OrderPlan): Promise<Readonly<{ states: readonly string[]; paid: string | null; books: Awaited<ReturnType<MerchantShop["books"]>> }>> {
  const placed = await m.place(plan), rma = await steps.requested(placed, { remedy: "refund", request: DEFECTIVE, quantity: 3 });
  const about = { shop: m.shop, rmaId: rma.id, actor: STAFF }, rmaLineId = rma.lines[0]?.id ?? "", states: string[] = [];
  for (const quantity of [1, 2]) {
    await receiveGoods(m.s.app, { ...about, lines: [{ rmaLineId, quantity }] });
    await inspectLine(m.s.app, { ...about, rmaLineId, finding: "defect_confirmed" });
    const settled = await settleRma(m.s.app, about);
    states.push("rma" in settled ? `${settled.action?.state} ${settled.rma.state}` : JSON.stringify(settled.refused));
  }
  return { states, paid: (await steps.now(rma)).lines[0]?.paidBack ?? null, books: await m.books(placed.orderId) };
}

const cases: readonly Readonly<{ name: string; plan: OrderPlan; back: string }>[] = [
  // 3 × 69.99 + 16.80 tax; shipping 6.00 + 0.47 tax, of which the line's share is 209.97 of 259.96.
  { name: "on top, two decimals", plan: { lines: [{ sku: "AM-T5", quantity: 3, price: "69.99", tax: "16.80" }, { sku: "AM-PT2", price: "49.99", tax: "4.00" }], shipping: "6.00", shippingTax: "0.47" }, back: "232" },
  { name: "included, two decimals", plan: { lines: [{ sku: "AM-T5", quantity: 3, price: "69.99", tax: "15.55" }, { sku: "AM-PT2", price: "49.99", tax: "3.70" }], shipping: "6.47", shippingTax: "0.47", taxesIncluded: true }, back: "215.2" },
  { name: "on top, no decimals", plan: { currency: "JPY", lines: [{ sku: "AM-T5", quantity: 3, price: "10333", tax: "2479" }, { sku: "AM-PT2", price: "7001", tax: "560" }], shipping: "887", shippingTax: "71" }, back: "34260" },
  { name: "included, no decimals", plan: { currency: "JPY", lines: [{ sku: "AM-T5", quantity: 3, price: "10333", tax: "2296" }, { sku: "AM-PT2", price: "7001", tax: "518" }], shipping: "887", shippingTax: "65", taxesIncluded: true }, back: "31723" },
  { name: "on top, three decimals", plan: { currency: "KWD", lines: [{ sku: "AM-T5", quantity: 3, price: "21.537", tax: "5.169" }, { sku: "AM-PT2", price: "15.113", tax: "1.209" }], shipping: "1.847", shippingTax: "0.149" }, back: "71.398" },
  { name: "included, three decimals", plan: { currency: "KWD", lines: [{ sku: "AM-T5", quantity: 3, price: "21.537", tax: "4.786" }, { sku: "AM-PT2", price: "15.113", tax: "1.119" }], shipping: "1.847", shippingTax: "0.137", taxesIncluded: true }, back: "66.108" },
];

describe("the first delivery with its tax goes back with a defective item, as Shopify reckons it", () => {
  it.each(cases)("$name", async ({ plan, back }) => {
    const { states, paid, books } = await inTwoRounds(plan);
    expect(states).toEqual(["done under_way", "done settled"]);
    expect(Number(books.refunded)).toBe(Number(paid));
    expect(paid).toContain(back);
    expect(books).toMatchObject({ refunds: 2 });
    expect(Number(books.outstanding)).toBe(0);
  });
});
