import { granted } from "../api/granted.ts";
import { gidIn, staffRoute } from "../api/route.ts";
import { showAtCounter } from "../flows/showStaffOrder.ts";

/** What the customer at the counter may have. */
const route = staffRoute({ GET: { answer: async ({ app, params, ...asking }) => granted(await showAtCounter(app, { ...asking, orderId: gidIn(params, "id", "Order") }), asking.words) } });

export { route as loader, route as action };
