import { granted } from "../api/granted.ts";
import { customerRoute, gidIn } from "../api/route.ts";
import { showExchange } from "../flows/customerExchange.ts";

/** What may go out in exchange for the line that `line` names. */
const route = customerRoute({
  GET: { answer: async ({ app, params, url, ...asking }) => granted(await showExchange(app, { ...asking, orderId: gidIn(params, "id", "Order"), lineId: gidIn({ line: url.searchParams.get("line") ?? "" }, "line", "LineItem") }), asking.words) },
});

export { route as loader, route as action };
