import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exchangeChoices } from "../../app/flows/exchangeChoices.ts";
import { STAFF, merchantShop, type MerchantShop } from "./merchantShop.ts";
import { DEFECTIVE, stepsOf, type Steps } from "./rmaSteps.ts";

let m: MerchantShop, steps: Steps;
beforeAll(async () => {
  m = await merchantShop("camstro");
  steps = stepsOf(m);
}, 180_000);
afterAll(() => m.s.close());
const app = () => m.s.app;

describe("what may go out in its place", () => {
  it("is by the policy a unit of the same product; what is there stands first, and words find others that do not fit", async () => {
    const placed = await m.place({ lines: [{ sku: "CS-B840-WHITE", price: "89.99" }] });
    const rma = await steps.requested(placed, { remedy: "replacement", request: DEFECTIVE }, { actor: STAFF }), about = { shop: m.shop, rmaId: rma.id, rmaLineId: rma.lines[0]?.id ?? "" };
    const { rule, choices, currency } = await exchangeChoices(app(), about);
    expect({ rule, currency }).toMatchObject({ rule: { model: "same" }, currency: "USD" });
    expect(choices.map(({ sku, isSame, fits, inStock }) => [sku, isSame, fits, inStock])).toEqual([["CS-B840-WHITE", true, true, true], ["CS-B840-BLACK", false, true, true]]);
    expect(choices[0]?.title).toBe("4K PoE Bullet Camera B840 - White");
    const wider = await exchangeChoices(app(), { ...about, words: "Kit W4" });
    expect(wider.choices.map(({ sku, fits, inStock }) => [sku, fits, inStock])).toEqual([["CS-B840-WHITE", true, true], ["CS-B840-BLACK", true, true], ["CS-KITW4", false, false]]);
    expect((await exchangeChoices(app(), { ...about, rmaLineId: "none" })).choices).toEqual([]);
  });
});
