import { expect, it } from "vitest";
import { drain } from "../load/drain.ts";

it("a flood of events drains in order per order, and another shop's few are not kept waiting for its end", async () => {
  const { events, outOfOrder, quietDoneWhenFloodHad } = await drain(3000);
  expect({ events, outOfOrder }).toEqual({ events: 3010, outOfOrder: 0 });
  expect(quietDoneWhenFloodHad).toBeGreaterThan(0);
}, 300_000);
