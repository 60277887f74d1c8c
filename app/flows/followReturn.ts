/** A return was moved at Shopify, by us or by somebody in its admin: the RMA follows where the move is legal. */
import type { App } from "../app.server.ts";
import { readReturn, type ReturnAt } from "../shopify/returns.ts";
import { changeRma, lockRma, rmaByReturn } from "../store/rmas.ts";
import { shopOf } from "../store/shops.ts";
import { addEntry } from "../store/timeline.ts";
import { mayMove, type RmaState } from "./rmaStates.ts";

const stateOf: Readonly<Partial<Record<ReturnAt["status"], RmaState>>> = { OPEN: "approved", DECLINED: "declined", CANCELED: "cancelled", CLOSED: "closed" };
const over: ReadonlySet<RmaState> = new Set(["declined", "cancelled", "closed"]);

/** What became of it: nothing where there is no RMA, where it stands so already, or where our own settlement is at work. */
export async function followReturn(app: App, { shop, returnId }: Readonly<{ shop: string; returnId: string }>): Promise<RmaState | null> {
  const known = await rmaByReturn(app.db.prisma, shop, returnId);
  const ret = known && (await readReturn(app.adminFor(shop), returnId));
  const state = ret ? stateOf[ret.status] : undefined;
  if (!known || !state) return null;
  return app.db.prisma.$transaction(async (tx) => {
    const rma = await lockRma(tx, shop, known.id), at = app.now();
    if (rma.returnId !== returnId || rma.state === state || !mayMove(rma.state, state)) return null;
    const shipBackBy = state === "approved" ? new Date(at.getTime() + (await shopOf(tx, shop)).settings.shipBackDays * 86_400_000) : rma.shipBackBy;
    await changeRma(tx, rma, { state, shipBackBy, ...(over.has(state) ? { closedAt: at } : {}), dueAt: null, dueFor: null });
    await addEntry(tx, { shop, rmaId: rma.id, at, by: "Shopify", kind: state, text: `${state.charAt(0).toUpperCase()}${state.slice(1)} at Shopify.` });
    return state;
  });
}
