import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { courses, run, watchStates } from "./interleavings.ts";
import { merchantShop, type MerchantShop } from "./merchantShop.ts";

/** INTERLEAVINGS sets how many courses are run; INTERLEAVINGS_SEED chooses others. */
const numRuns = Number(process.env["INTERLEAVINGS"] ?? 25), seed = Number(process.env["INTERLEAVINGS_SEED"] ?? 967_321);

let m: MerchantShop;
beforeAll(async () => {
  m = await merchantShop("amcrest");
  await watchStates(m);
}, 300_000);
afterAll(() => m.s.close());

it("whatever staff, customers, webhooks and jobs do to one order at the same time, no unit and no money goes twice", async () => {
  console.log(`interleavings: seed ${seed}, ${numRuns} courses`);
  await fc.assert(fc.asyncProperty(courses, async (course) => void expect(await run(m, course)).toEqual([])), { numRuns, seed, endOnFailure: true });
}, 3_600_000);
