/** Starts the merchant's workflows that begin with a trigger of ours. */
import type { Admin } from "./admin.ts";
import { flowTrigger } from "./documents/flowTrigger.ts";
import { refusalsOf, type Refusal } from "./refusals.ts";

export const sendTrigger = async (admin: Admin, handle: string, payload: unknown): Promise<readonly Refusal[]> => refusalsOf((await admin.run(flowTrigger, { handle, payload })).flowTriggerReceive);
