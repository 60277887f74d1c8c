import { flowRoute } from "../api/flowRoute.ts";
import { openForFlow } from "../flows/flowActions.ts";

/** Opens a case as a customer would. */
export const action = flowRoute("open-rma", (app, about, { order_id: orderId, ...line }) => openForFlow(app, { ...about, orderId, ...line }));
