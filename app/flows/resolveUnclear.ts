/** A person has looked at Shopify and says whether an unclear action happened; both answers go on from there. */
import type { Actor, App } from "../app.server.ts";
import { actionOf, reviveAction } from "../store/actions.ts";
import { addEntry } from "../store/timeline.ts";
import { inputOf } from "./actionInput.ts";
import { carryOut, type CarriedOut } from "./carryOut.ts";
import { recordEnd } from "./recordEnd.ts";

/** `happened` false puts the RMA back to where it can be settled or asked again; true counts it as done, without sending anything. */
export async function resolveUnclear(app: App, { shop, actionId, actor, happened, reason }: Readonly<{ shop: string; actionId: string; actor: Actor; happened: boolean; reason: string }>): Promise<CarriedOut> {
  const action = await actionOf(app.db.prisma, shop, actionId), input = inputOf(action);
  const revived = await reviveAction(app.db.prisma, action, app.now());
  if (!revived) return { state: "unclear" };
  if (action.rmaId) await addEntry(app.db.prisma, { shop, rmaId: action.rmaId, at: app.now(), by: actor.name, kind: "resolved", text: `${happened ? "It happened" : "It did not happen"}: ${reason}` });
  const paid = input.kind === "process" || input.kind === "refund" ? { paid: input.settlement.paidBack, currency: input.settlement.currency } : {};
  await recordEnd(app, revived, happened ? { done: { ...paid, saidBy: actor.name } } : { refused: [{ field: "", code: null, message: `Did not happen: ${reason}` }] });
  return carryOut(app, { shop, actionId });
}
