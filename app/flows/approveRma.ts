/** Staff approve a request: at Shopify where a return waits there, by a new one where there is none yet. */
import type { Remedy } from "../../policy/policy.ts";
import type { Actor, App } from "../app.server.ts";
import type { Tx } from "../db.server.ts";
import type { Action } from "../generated/prisma/client.ts";
import type { Refusal } from "../shopify/refusals.ts";
import { reasonIds } from "../shopify/returns.ts";
import { actionsOf } from "../store/actions.ts";
import { changeLine, changeRma, lockRma, rmaOf, type RmaWithLines } from "../store/rmas.ts";
import { shopOf } from "../store/shops.ts";
import { addEntry } from "../store/timeline.ts";
import { answerAgainstPolicy } from "./againstPolicy.ts";
import { carryOutNow } from "./carryOut.ts";
import { feesAtShopify } from "./feesAtShopify.ts";
import { plan } from "./planned.ts";
import { createInput, type LineForReturn } from "./returnInputs.ts";
import { mayMove, wrongState } from "./rmaStates.ts";
import { asJson, claimIn, decisionIn, promisedIn } from "./storedLine.ts";

/** `grants`: remedies against the policy, each with its reason. */
export type ApproveRma = Readonly<{ shop: string; rmaId: string; actor: Actor; grants?: readonly Readonly<{ rmaLineId: string; remedy: Remedy; reason: string }>[] }>;
export type RmaResult = Readonly<{ rma: RmaWithLines }> | Readonly<{ refused: readonly Refusal[] }>;

export async function approveRma(app: App, { shop, rmaId, actor, grants = [] }: ApproveRma): Promise<RmaResult> {
  const reasons = await reasonIds(app.adminFor(shop));
  const planned = await app.db.prisma.$transaction(async (tx) => {
    const rma = await lockRma(tx, shop, rmaId);
    if (!mayMove(rma.state, "approved")) return wrongState(rma.state, "approved");
    for (const grant of grants) await give(app, tx, rma, grant, actor);
    const now = grants.length ? await rmaOf(tx, shop, rmaId) : rma;
    const without = now.lines.find((line) => promisedIn(line) === null);
    if (without) return { refused: [{ field: `lines.${without.id}.remedy`, code: "BLANK", message: `${without.title}: the policy gives no remedy; grant one with a reason, or decline.` }] };
    return { action: await approvePlan(app, tx, now, actor, reasons) };
  });
  if ("refused" in planned) return planned;
  const end = planned.action ? await carryOutNow(app, planned.action) : null;
  return end?.refused ? { refused: end.refused } : { rma: await rmaOf(app.db.prisma, shop, rmaId) };
}

async function give(app: App, tx: Tx, rma: RmaWithLines, { rmaLineId, remedy, reason }: NonNullable<ApproveRma["grants"]>[number], actor: Actor): Promise<void> {
  const line = rma.lines.find((one) => one.id === rmaLineId);
  if (!line) return;
  await changeLine(tx, line, { remedy, override: reason, promised: asJson(answerAgainstPolicy(claimIn(line), decisionIn(line), remedy)) });
  await addEntry(tx, { shop: rma.shop, rmaId: rma.id, at: app.now(), by: actor.name, kind: "override", text: `${line.title}: ${remedy.replaceAll("_", " ")} against the policy: ${reason}` });
}

async function approvePlan(app: App, tx: Tx, rma: RmaWithLines, actor: Actor, reasons: ReadonlyMap<string, string>): Promise<Action | null> {
  const about = { shop: rma.shop, rmaId: rma.id }, by = actor.name;
  if (rma.returnId) return plan(app, tx, { ...about, key: `${rma.number}/approve/${rma.returnId}` }, { kind: "approve", returnId: rma.returnId, by });
  const lines = rma.lines.flatMap((line): LineForReturn[] => (line.fulfillmentLineId ? [{ fulfillmentLineId: line.fulfillmentLineId, quantity: line.quantity, claim: claimIn(line), note: "" }] : []));
  if (lines.length === 0) {
    const { settings } = await shopOf(tx, rma.shop);
    await changeRma(tx, rma, { state: "approved", dueAt: null, dueFor: null, shipBackBy: new Date(app.now().getTime() + settings.shipBackDays * 86_400_000) });
    await addEntry(tx, { ...about, at: app.now(), by, kind: "approved", text: "Approved; nothing was delivered, so there is no return at Shopify." });
    return null;
  }
  const fees = feesAtShopify(rma.lines.filter((line) => line.fulfillmentLineId).map((line) => ({ claim: claimIn(line), answer: promisedIn(line) })));
  const mark = `${rma.number}/${(await actionsOf(tx, rma.shop, rma.id)).length}`;
  return plan(app, tx, { ...about, key: `${rma.number}/create/${mark}` }, { kind: "create", orderId: rma.orderId, mark, input: createInput({ orderId: rma.orderId, mark, lines, fees, reasons }), by });
}
