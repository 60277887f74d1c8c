import { sentBody } from "../api/customerBodies.ts";
import { granted } from "../api/granted.ts";
import { customerRoute, taking, type CustomerAsking } from "../api/route.ts";
import { sayOwnSent } from "../flows/customerActs.ts";

/** It is on its way back. */
const route = customerRoute({
  POST: taking(sentBody, async ({ app, params, ...asking }: CustomerAsking, body) => granted(await sayOwnSent(app, { ...asking, ...body, rmaId: params["id"] ?? "" }), asking.words)),
});

export { route as loader, route as action };
