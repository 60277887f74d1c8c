import { flowRoute } from "../api/flowRoute.ts";
import { noteForFlow } from "../flows/flowActions.ts";

/** Writes a note for staff. */
export const action = flowRoute("add-note", (app, about, { rma_number: number, note }) => noteForFlow(app, { ...about, number, note }));
