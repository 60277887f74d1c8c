import { expect, it } from "vitest";
import { killUnderLoad } from "../load/kill.ts";

it("killed under load and started again, the app has every event it acknowledged, and the work for each", async () => {
  const { acknowledged, broken, lost, withoutWork, twice } = await killUnderLoad(1);
  expect({ lost, withoutWork, twice }).toEqual({ lost: 0, withoutWork: 0, twice: 0 });
  // It was at work when it was killed.
  expect([acknowledged >= 60, broken > 0]).toEqual([true, true]);
}, 300_000);
