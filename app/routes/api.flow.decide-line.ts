import { flowRoute } from "../api/flowRoute.ts";
import { decideForFlow } from "../flows/flowActions.ts";

/** Asks the policy what a line may have. */
export const action = flowRoute("decide-line", (app, about, { order_id: orderId, ...line }) => decideForFlow(app, { ...about, orderId, ...line }));
