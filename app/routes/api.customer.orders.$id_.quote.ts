import type { AskedLine } from "../api.ts";
import { quoteBody } from "../api/customerBodies.ts";
import { granted } from "../api/granted.ts";
import { limits } from "../api/rate.ts";
import { customerRoute, gidIn, taking, type CustomerAsking } from "../api/route.ts";
import { quoteAsCustomer } from "../flows/requestAsCustomer.ts";

/** What lines would get, with what is still asked for. Nothing is written. */
const route = customerRoute({
  POST: taking(quoteBody, async ({ app, params, ...asking }: CustomerAsking, { lines }) => granted(await quoteAsCustomer(app, { ...asking, orderId: gidIn(params, "id", "Order"), lines: lines as AskedLine[] }), asking.words).quote, { limit: limits.quote }),
});

export { route as loader, route as action };
