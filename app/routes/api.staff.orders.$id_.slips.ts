import { gidIn, staffRoute } from "../api/route.ts";
import { slipsOfOrder } from "../flows/linkedSlip.ts";

/** Signed links of the packing slips to print. */
const route = staffRoute({ GET: { answer: ({ app, shop, locale, params }) => slipsOfOrder(app, { shop, locale, orderId: gidIn(params, "id", "Order") }) } });

export { route as loader, route as action };
