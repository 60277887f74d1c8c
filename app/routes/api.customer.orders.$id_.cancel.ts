import { cancelOrderBody } from "../api/customerBodies.ts";
import { granted } from "../api/granted.ts";
import { customerRoute, gidIn, taking, type CustomerAsking } from "../api/route.ts";
import { cancelOwnOrder } from "../flows/customerActs.ts";

/** Asks for a whole order to be cancelled. */
const route = customerRoute({
  POST: taking(cancelOrderBody, async ({ app, params, ...asking }: CustomerAsking, body) => granted(await cancelOwnOrder(app, { ...asking, ...body, orderId: gidIn(params, "id", "Order") }), asking.words), { status: 201 }),
});

export { route as loader, route as action };
