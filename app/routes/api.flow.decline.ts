import { flowRoute } from "../api/flowRoute.ts";
import { declineForFlow } from "../flows/flowActions.ts";

/** Declines a request. */
export const action = flowRoute("decline", (app, about, { rma_number: number, reason }) => declineForFlow(app, { ...about, number, reason }));
