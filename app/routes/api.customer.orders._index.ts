import { customerRoute } from "../api/route.ts";
import { showCustomerOrders } from "../flows/showCustomerOrders.ts";

/** The customer's orders as a list. */
export const { loader, action } = customerRoute({ GET: { answer: ({ app, ...asking }) => showCustomerOrders(app, asking) } });
