import { oneShop, serve } from "../devstore/start.ts";
import { PLANS } from "../devstore/shop.ts";

/** The store under load, in a process of its own: one shop whose bucket never empties. Answers "memory" with its heap in use after a collection, in bytes. */
const { world, shop } = oneShop({ token: "bench", currency: "CAD", plan: "enterprise" });
const full = (): void => {
  shop.throttle = { available: PLANS.enterprise.restoreRate * 20, at: Date.now() };
};
setInterval(full, 5);
await serve(world, Number(process.argv[2]));
process.on("message", () => {
  globalThis.gc?.();
  process.send?.(process.memoryUsage().heapUsed);
});
process.send?.("ready");
