/** A person has looked at Shopify and says whether an unclear action happened; both answers go on from there. */
import type { Actor, App } from "../app.server.ts";
import { whileReading } from "../shopify/admin.ts";
import { actionOf, reviveAction } from "../store/actions.ts";
import { addEntry } from "../store/timeline.ts";
import { inputOf } from "./actionInput.ts";
import { workOf } from "./actionWork.ts";
import { carryOut, type CarriedOut } from "./carryOut.ts";
import { recordEnd } from "./recordEnd.ts";

/** Kinds whose return has to be found before the case can go on with it. */
const makesReturn: ReadonlySet<string> = new Set(["request", "create", "renew"]);

/** `happened` false puts the RMA back to where it can be settled or asked again; true counts it as done, as far as it is seen there, without sending anything. */
export async function resolveUnclear(app: App, { shop, actionId, actor, happened, reason }: Readonly<{ shop: string; actionId: string; actor: Actor; happened: boolean; reason: string }>): Promise<CarriedOut> {
  const action = await actionOf(app.db.prisma, shop, actionId), input = inputOf(action);
  const seen = happened ? await workOf(app, action).seen().catch(whileReading) : null;
  if (happened && !seen && makesReturn.has(input.kind)) return { state: "unclear", refused: [{ field: "", code: "NOT_SEEN", message: "Shopify shows no return of this case: say that it did not happen." }] };
  const revived = await reviveAction(app.db.prisma, action, app.now());
  if (!revived) return { state: "unclear" };
  if (action.rmaId) await addEntry(app.db.prisma, { shop, rmaId: action.rmaId, at: app.now(), by: actor.name, kind: "resolved", text: `${happened ? "It happened" : "It did not happen"}: ${reason}` });
  const paid = input.kind === "process" || input.kind === "refund" ? { paid: input.settlement.paidBack, currency: input.settlement.currency } : {};
  await recordEnd(app, revived, happened ? (seen ?? { done: { ...paid, saidBy: actor.name } }) : { refused: [{ field: "", code: null, message: `Did not happen: ${reason}` }] });
  return carryOut(app, { shop, actionId });
}
