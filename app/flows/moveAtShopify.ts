/** Cancel, close and reopen: the same move here and at Shopify, by the one table of states. */
import type { Actor, App } from "../app.server.ts";
import type { Action } from "../generated/prisma/client.ts";
import type { Tx } from "../db.server.ts";
import { changeRma, lockRma, rmaOf, unitsElsewhere, type RmaWithLines } from "../store/rmas.ts";
import { lockShop } from "../store/shops.ts";
import { addEntry } from "../store/timeline.ts";
import type { RmaResult } from "./approveRma.ts";
import { carryOutNow } from "./carryOut.ts";
import { plan } from "./planned.ts";
import { mayMove, wrongState, type RmaState } from "./rmaStates.ts";
import { stateByLines } from "./settledLines.ts";
import { claimIn } from "./storedLine.ts";

export type Move = Readonly<{ shop: string; rmaId: string; actor: Actor; reason?: string }>;
type Doing = Readonly<{ app: App; tx: Tx; rma: RmaWithLines; by: string; reason: string }>;

const said = (text: string, reason: string): string => (reason ? `${text}: ${reason}` : `${text}.`);

async function here({ app, tx, rma, by, reason }: Doing, state: RmaState, text: string): Promise<null> {
  const isOver = state === "cancelled" || state === "closed";
  await changeRma(tx, rma, { state, closedAt: isOver ? app.now() : null, ...(isOver ? { dueAt: null, dueFor: null } : {}) });
  await addEntry(tx, { shop: rma.shop, rmaId: rma.id, at: app.now(), by, kind: state, text: said(text, reason) });
  return null;
}

async function there({ app, tx, rma, by, reason }: Doing, kind: "cancel" | "close" | "reopen", returnId: string): Promise<Action> {
  if (reason) await addEntry(tx, { shop: rma.shop, rmaId: rma.id, at: app.now(), by, kind: "note", text: said(`To ${kind}`, reason) });
  return plan(app, tx, { shop: rma.shop, rmaId: rma.id, key: `${rma.number}/${kind}/${returnId}` }, { kind, returnId, by });
}

/** Whether units of it have gone into other cases since it was over. The shop's row is locked, so that nobody opens another meanwhile. */
async function areTakenElsewhere(tx: Tx, rma: RmaWithLines): Promise<boolean> {
  await lockShop(tx, rma.shop);
  for (const line of rma.lines) {
    const elsewhere = await unitsElsewhere(tx, rma, line.lineId), own = rma.lines.filter(({ lineId }) => lineId === line.lineId).reduce((n, { quantity }) => n + quantity, 0);
    if (elsewhere + own > claimIn(line).money.quantity) return true;
  }
  return false;
}

async function move(app: App, { shop, rmaId, actor, reason = "" }: Move, wanted: RmaState | "open", doIt: (doing: Doing) => Promise<Action | null>): Promise<RmaResult> {
  const planned = await app.db.prisma.$transaction(async (tx) => {
    const rma = await lockRma(tx, shop, rmaId);
    const isLegal = wanted === "open" ? mayMove(rma.state, "requested") || rma.state === "closed" : mayMove(rma.state, wanted);
    if (isLegal && wanted === "open" && (await areTakenElsewhere(tx, rma))) return { refused: [{ field: "lines", code: "TAKEN", message: "Units of it are in another return by now." }] };
    return isLegal ? { action: await doIt({ app, tx, rma, by: actor.name, reason }) } : wrongState(rma.state, wanted);
  });
  if ("refused" in planned) return planned;
  const end = planned.action ? await carryOutNow(app, planned.action) : null;
  return end?.refused ? { refused: end.refused } : { rma: await rmaOf(app.db.prisma, shop, rmaId) };
}

/** Before anything was received. */
export const cancelMove = (app: App, about: Move): Promise<RmaResult> => move(app, about, "cancelled", (d) => (d.rma.returnId ? there(d, "cancel", d.rma.returnId) : here(d, "cancelled", "Cancelled")));

/** After it is settled, or when the rest of the units will not come. A return that was cancelled at Shopify (the customer keeps the item) is over there already. */
export const closeMove = (app: App, about: Move): Promise<RmaResult> =>
  move(app, about, "closed", (d) => (d.rma.returnId ? there(d, "close", d.rma.returnId) : here(d, "closed", "Closed")));

/** A closed case goes on where its units stand; a declined or cancelled one is asked for again, with a new return at Shopify on approval. */
export const reopenMove = (app: App, about: Move): Promise<RmaResult> =>
  move(app, about, "open", async (d) => {
    if (d.rma.state === "closed") return d.rma.returnId ? there(d, "reopen", d.rma.returnId) : here(d, stateByLines(d.rma.lines), "Opened again");
    await changeRma(d.tx, d.rma, { returnId: null });
    return here(d, "requested", "Opened again");
  });
