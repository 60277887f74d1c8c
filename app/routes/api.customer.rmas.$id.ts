import { granted } from "../api/granted.ts";
import { customerRoute } from "../api/route.ts";
import { showOwnRma } from "../flows/customerActs.ts";

/** A case of the customer's own. */
const route = customerRoute({
  GET: { answer: async ({ app, params, ...asking }) => granted(await showOwnRma(app, { ...asking, rmaId: params["id"] ?? "" }), asking.words) },
});

export { route as loader, route as action };
