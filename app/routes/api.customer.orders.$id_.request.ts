import type { AskedLine } from "../api.ts";
import { requestBody } from "../api/customerBodies.ts";
import { granted } from "../api/granted.ts";
import { customerRoute, gidIn, taking, type CustomerAsking } from "../api/route.ts";
import { requestAsCustomer } from "../flows/requestAsCustomer.ts";

/** Opens a case; the same key again gives the same one. */
const route = customerRoute({
  POST: taking(requestBody, async ({ app, params, ...asking }: CustomerAsking, { lines, key }) => granted(await requestAsCustomer(app, { ...asking, orderId: gidIn(params, "id", "Order"), lines: lines as AskedLine[], key }), asking.words), { status: 201 }),
});

export { route as loader, route as action };
