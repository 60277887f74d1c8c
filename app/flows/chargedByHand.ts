/** Staff have charged something outside the order, or were paid for it in another way. */
import type { Actor, App } from "../app.server.ts";
import { lockRma, rmaOf } from "../store/rmas.ts";
import type { RmaResult } from "./approveRma.ts";
import { chargesIn, isOwed, moveCharges } from "./charges.ts";

export async function chargedByHand(app: App, { shop, rmaId, chargeId, actor, how = "" }: Readonly<{ shop: string; rmaId: string; chargeId: string; actor: Actor; how?: string }>): Promise<RmaResult> {
  return app.db.prisma.$transaction(async (tx) => {
    const rma = await lockRma(tx, shop, rmaId), charge = chargesIn(rma).find(({ id }) => id === chargeId);
    if (!charge || !isOwed(charge)) return { refused: [{ field: "chargeId", code: "INVALID_STATE", message: "There is nothing to be charged by this name." }] };
    if (charge.state === "asking") return { refused: [{ field: "chargeId", code: "INVALID_STATE", message: "It is on its way to the order. Look again in a moment." }] };
    await moveCharges(app, tx, rma, ({ id }) => id === chargeId, "charged", actor.name, (text) => `Charged by hand: ${text}${how ? ` (${how})` : ""}.`);
    return { rma: await rmaOf(tx, shop, rmaId) };
  });
}
