/** Plans an action with its job in the transaction of the decision that causes it. */
import type { App } from "../app.server.ts";
import type { Tx } from "../db.server.ts";
import type { Action } from "../generated/prisma/client.ts";
import { countEnded, planAction } from "../store/actions.ts";
import type { ActionInput } from "./actionInput.ts";

/** The job waits this long: usually the action is done at once and the job finds nothing to do. */
const JOB_AFTER_SECONDS = 5;

/**
 * Plans once by key while it is under way: a second plan of the same key returns the first. What has ended (closed,
 * opened again, to be closed again; refused, tried again) is planned anew. Called under the RMA's row lock.
 */
export async function plan(app: App, tx: Tx, about: Readonly<{ shop: string; rmaId: string; key: string }>, input: ActionInput): Promise<Action> {
  const ended = await countEnded(tx, about.shop, about.key);
  const { action, isNew } = await planAction(tx, { ...about, key: ended ? `${about.key}/${ended + 1}` : about.key, kind: input.kind, input, at: app.now() });
  if (isNew) await app.jobs.send("action", { shop: about.shop, actionId: action.id }, { tx, afterSeconds: JOB_AFTER_SECONDS });
  return action;
}
