import { nothingBody } from "../api/customerBodies.ts";
import { granted } from "../api/granted.ts";
import { customerRoute, taking, type CustomerAsking } from "../api/route.ts";
import { cancelOwnRma } from "../flows/customerActs.ts";

/** Takes a request back. */
const route = customerRoute({
  POST: taking(nothingBody, async ({ app, params, ...asking }: CustomerAsking) => granted(await cancelOwnRma(app, { ...asking, rmaId: params["id"] ?? "" }), asking.words)),
});

export { route as loader, route as action };
