import { flowRoute } from "../api/flowRoute.ts";
import { approveForFlow } from "../flows/flowActions.ts";

/** Approves a request. */
export const action = flowRoute("approve", (app, about, { rma_number: number }) => approveForFlow(app, { ...about, number }));
