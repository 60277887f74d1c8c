/** The customer has sent the goods: the RMA is under way, with the day and how to trace it. */
import type { Actor, App } from "../app.server.ts";
import { changeLine, changeRma, lockRma, rmaOf } from "../store/rmas.ts";
import { addEntry } from "../store/timeline.ts";
import type { RmaResult } from "./approveRma.ts";
import { mayAct, wrongState } from "./rmaStates.ts";
import { asJson, claimIn } from "./storedLine.ts";

export async function goodsSent(app: App, { shop, rmaId, actor, tracking }: Readonly<{ shop: string; rmaId: string; actor: Actor; tracking?: string }>): Promise<RmaResult> {
  return app.db.prisma.$transaction(async (tx) => {
    const rma = await lockRma(tx, shop, rmaId), at = app.now();
    if (!mayAct(rma.state, "under_way")) return wrongState(rma.state, "under way");
    for (const line of rma.lines) {
      const claim = claimIn(line);
      await changeLine(tx, line, { claim: asJson({ ...claim, sendingBack: { ...claim.sendingBack, dispatchedAt: at.toISOString() } }) });
    }
    await changeRma(tx, rma, { state: "under_way" });
    await addEntry(tx, { shop, rmaId, at, by: actor.name, kind: "under_way", text: tracking ? `On its way back: ${tracking}.` : "On its way back.", data: tracking ? { tracking } : {} });
    return { rma: await rmaOf(tx, shop, rmaId) };
  });
}
