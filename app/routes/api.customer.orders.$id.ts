import { granted } from "../api/granted.ts";
import { customerRoute, gidIn } from "../api/route.ts";
import { showCustomerOrder } from "../flows/showCustomerOrder.ts";

/** What each item of an order may have today. */
const route = customerRoute({
  GET: { answer: async ({ app, params, ...asking }) => granted(await showCustomerOrder(app, { ...asking, orderId: gidIn(params, "id", "Order") }), asking.words) },
});

export { route as loader, route as action };
