/**
 * Carries a stored action out at Shopify. First tries and retries take this same path: whatever may have been sent
 * before is looked for at Shopify first, and never sent again blindly. What no look can settle waits for a person.
 */
import type { App } from "../app.server.ts";
import type { Action, Prisma } from "../generated/prisma/client.ts";
import { ShopifyAway, whileReading } from "../shopify/admin.ts";
import type { Refusal } from "../shopify/refusals.ts";
import { actionOf, endAction, leaseAction, type ActionState } from "../store/actions.ts";
import { workOf, type Answer, type Work } from "./actionWork.ts";
import { recordEnd } from "./recordEnd.ts";

const afterwards: ReadonlySet<string> = new Set(["charge", "invoice", "dispose", "cancelOrder"]);
export type CarriedOut = Readonly<{ state: ActionState; refused?: readonly Refusal[]; answer?: object }>;

/** After an answer that was lost, so long is waited before the same thing may be sent again: Shopify may still be at it. */
const QUIET_MS = 60_000;
const MOST_ATTEMPTS = 9;

/** Ends where the action is: done, refused, stopped or unclear. Throws ShopifyAway for the job to try again. */
export async function carryOut(app: App, { shop, actionId }: Readonly<{ shop: string; actionId: string }>): Promise<CarriedOut> {
  const lease = await leaseAction(app.db.prisma, shop, actionId, app.now());
  if (!lease) return endOf(await actionOf(app.db.prisma, shop, actionId));
  const { action } = lease, work = workOf(app, action);
  app.log.about({ shop, action: actionId, ...(action.rmaId ? { rma: action.rmaId } : {}) });
  try {
    return await end(app, action, (lease.sentBefore ? await seenOrQuiet(app, action, work) : null) ?? (await send(work)));
  } catch (error) {
    return await putBack(app, action, work, error);
  }
}

/** Carries an action out now. Where Shopify is away its job goes on with it, and the action stays planned. */
export async function carryOutNow(app: App, { shop, id }: Pick<Action, "shop" | "id">): Promise<CarriedOut> {
  try {
    return await carryOut(app, { shop, actionId: id });
  } catch (error) {
    if (error instanceof ShopifyAway) return { state: "planned" };
    throw error;
  }
}

const endOf = (action: Action): CarriedOut => ({
  state: action.state as ActionState, ...(action.answer ? { answer: action.answer as object } : {}), ...(action.refusal ? { refused: JSON.parse(action.refusal) as Refusal[] } : {}),
});

/** Records the end and carries out what follows from it; the result is that of the last, whatever becomes of what is only put in order after it. */
async function end(app: App, action: Action, answer: Answer): Promise<CarriedOut> {
  const next = await recordEnd(app, action, answer);
  let last = endOf(await actionOf(app.db.prisma, action.shop, action.id));
  for (const follower of next) {
    const result = await carryOutNow(app, follower);
    if (!afterwards.has(follower.kind)) last = result;
  }
  return last;
}

/** When something was last sent of which no answer came. */
const doubtOf = (action: Action): number => Date.parse((action.answer as { maybeSentAt?: string } | null)?.maybeSentAt ?? "");

/** What an earlier try has done already; null where nothing of it is there and it may be sent. */
async function seenOrQuiet(app: App, action: Action, work: Work): Promise<Answer | null> {
  const seen = await work.seen().catch(whileReading);
  const doubt = doubtOf(action);
  if (seen || Number.isNaN(doubt)) return seen;
  if (app.now().getTime() - doubt < QUIET_MS) throw new ShopifyAway("Shopify may still be working on the last try", false);
  return work.mayRepeat() ? null : { unclear: "No answer came, nothing is to be seen of it, and Shopify would not refuse a second one." };
}

/** Sends; a refusal is held against what is there, since somebody may have done the same by hand. */
async function send(work: Work): Promise<Answer> {
  const answer = await work.send();
  return "refused" in answer ? ((await work.seen()) ?? answer) : answer;
}

/** An error in between: looks once whether the work was done, else puts the action back for the next try. */
async function putBack(app: App, action: Action, work: Work, error: unknown): Promise<CarriedOut> {
  const away = error instanceof ShopifyAway ? error : null;
  const seen = away?.unclear ? await work.seen().catch(() => null) : null;
  if (seen) return end(app, action, seen);
  if (action.attempts >= MOST_ATTEMPTS) return end(app, action, { unclear: `Given up after ${action.attempts} tries: ${String(error)}` });
  const noted = (await actionOf(app.db.prisma, action.shop, action.id)).answer as Prisma.InputJsonObject | null;
  const answer = { ...noted, ...(away?.unclear ? { maybeSentAt: app.now().toISOString() } : {}) };
  await endAction(app.db.prisma, action, "planned", { answer });
  throw error;
}
