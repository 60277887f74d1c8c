/** A request is declined: reason and clauses go to the customer in Shopify's note, Shopify's own reason beside them. */
import type { Actor, App } from "../app.server.ts";
import { changeRma, lockRma, rmaOf } from "../store/rmas.ts";
import { addEntry } from "../store/timeline.ts";
import { policyNamed } from "../store/policyVersions.ts";
import type { RmaResult } from "./approveRma.ts";
import { carryOutNow } from "./carryOut.ts";
import { declineNote, declineReason, within } from "./declineNote.ts";
import { plan } from "./planned.ts";
import { mayMove, wrongState } from "./rmaStates.ts";
import { claimIn, decisionIn } from "./storedLine.ts";

/** `reason`: staff's own words, which come before the policy's; needed where the policy itself does not decline. */
export async function declineRma(app: App, { shop, rmaId, actor, reason }: Readonly<{ shop: string; rmaId: string; actor: Actor; reason?: string }>): Promise<RmaResult> {
  const planned = await app.db.prisma.$transaction(async (tx) => {
    const rma = await lockRma(tx, shop, rmaId);
    if (!mayMove(rma.state, "declined")) return wrongState(rma.state, "declined");
    const lines = rma.lines.map((line) => ({ title: line.title, claim: claimIn(line), decision: decisionIn(line) }));
    const note = within([reason ?? "", declineNote(lines)].filter((text) => text !== ""));
    if (!note) return { refused: [{ field: "reason", code: "BLANK", message: "The policy does not decline this; say why." }] };
    if (!rma.returnId) {
      await changeRma(tx, rma, { state: "declined", dueAt: null, dueFor: null, closedAt: app.now() });
      await addEntry(tx, { shop, rmaId, at: app.now(), by: actor.name, kind: "declined", text: note });
      return { action: null };
    }
    const { inForce } = await policyNamed(tx, shop, rma.policyVersion);
    return { action: await plan(app, tx, { shop, rmaId, key: `${rma.number}/decline/${rma.returnId}` }, { kind: "decline", returnId: rma.returnId, reason: declineReason(inForce, lines), note, by: actor.name }) };
  });
  if ("refused" in planned) return planned;
  const end = planned.action ? await carryOutNow(app, planned.action) : null;
  return end?.refused ? { refused: end.refused } : { rma: await rmaOf(app.db.prisma, shop, rmaId) };
}
