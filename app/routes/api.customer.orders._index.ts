import { customerRoute } from "../api/route.ts";
import { showCustomerOrders } from "../flows/showCustomerOrders.ts";

/** The customer's orders as a list. */
const route = customerRoute({ GET: { answer: ({ app, ...asking }) => showCustomerOrders(app, asking) } });

export { route as loader, route as action };
