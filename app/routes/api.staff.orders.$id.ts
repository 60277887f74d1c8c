import { granted } from "../api/granted.ts";
import { gidIn, staffRoute } from "../api/route.ts";
import { showStaffOrder } from "../flows/showStaffOrder.ts";

/** What each line of an order may have, with its cases. */
const route = staffRoute({ GET: { answer: async ({ app, params, ...asking }) => granted(await showStaffOrder(app, { ...asking, orderId: gidIn(params, "id", "Order") }), asking.words) } });

export { route as loader, route as action };
