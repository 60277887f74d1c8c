/** Goods arrive: some, all, or other than announced. Each line that came is decided again with the day it came. */
import type { Claim } from "../../policy/claim.ts";
import type { Actor, App } from "../app.server.ts";
import type { Tx } from "../db.server.ts";
import type { Refusal } from "../shopify/refusals.ts";
import { policyNamed } from "../store/policyVersions.ts";
import { changeLine, changeRma, lockRma, rmaOf, type RmaWithLines } from "../store/rmas.ts";
import { shopOf } from "../store/shops.ts";
import { addEntry } from "../store/timeline.ts";
import { dueDate } from "./dueDate.ts";
import { mayAct, wrongState } from "./rmaStates.ts";
import { asJson, claimIn, reconsider, type Difference } from "./storedLine.ts";
import { itemsOf, tellCase } from "./tellCase.ts";

type Parcel = NonNullable<NonNullable<Claim["sendingBack"]>["parcel"]>;
/** `others`: what came and was not announced. `parcel`: what the policy may look at on the box. */
export type ReceiveGoods = Readonly<{ shop: string; rmaId: string; actor: Actor; lines: readonly Readonly<{ rmaLineId: string; quantity: number }>[]; others?: readonly Readonly<{ what: string; quantity: number }>[]; parcel?: Parcel }>;
export type Received = Readonly<{ rma: RmaWithLines; differences: Readonly<Record<string, Difference>> }> | Readonly<{ refused: readonly Refusal[] }>;

export async function receiveGoods(app: App, { shop, rmaId, actor, lines, others = [], parcel }: ReceiveGoods): Promise<Received> {
  return app.db.prisma.$transaction(async (tx) => {
    const rma = await lockRma(tx, shop, rmaId), at = app.now();
    if (!mayAct(rma.state, "received")) return wrongState(rma.state, "received");
    const wrong = lines.findIndex(({ rmaLineId, quantity }) => !fits(rma, rmaLineId, quantity));
    if (wrong >= 0) return { refused: [{ field: `lines.${wrong}.quantity`, code: "INVALID", message: "More than was announced; enter the rest as other goods." }] };
    const differences = await countIn(app, tx, rma, lines, parcel);
    const came = lines.flatMap(({ rmaLineId, quantity }) => (quantity > 0 ? [{ quantity, title: rma.lines.find((line) => line.id === rmaLineId)?.title ?? "" }] : []));
    const unannounced = others.map(({ what, quantity }) => `${quantity} × ${what} (not announced)`);
    await addEntry(tx, { shop, rmaId, at, by: actor.name, kind: "received", text: `Received: ${[...(came.length ? [itemsOf(came)] : []), ...unannounced].join(", ")}.`, data: { lines, others, ...(parcel ? { parcel } : {}), differences } });
    if (came.length) await tellCase(app, tx, rma, "goods-received", { about: `${rma.number}/${at.toISOString()}`, item: itemsOf(came) });
    return { rma: await rmaOf(tx, shop, rmaId), differences };
  });
}

const fits = (rma: RmaWithLines, id: string, quantity: number): boolean => {
  const line = rma.lines.find((one) => one.id === id);
  return line !== undefined && quantity >= 0 && line.received + quantity <= line.quantity;
};

async function countIn(app: App, tx: Tx, rma: RmaWithLines, arrived: ReceiveGoods["lines"], parcel: Parcel | undefined): Promise<Record<string, Difference>> {
  const [policy, { zone }] = [await policyNamed(tx, rma.shop, rma.policyVersion), await shopOf(tx, rma.shop)], receivedAt = app.now().toISOString();
  const touched = rma.lines.flatMap((line) => {
    const quantity = arrived.find((one) => one.rmaLineId === line.id)?.quantity ?? 0, claim = claimIn(line);
    return quantity > 0 ? [{ line, quantity, claim: { ...claim, sendingBack: { ...claim.sendingBack, receivedAt, ...(parcel ? { parcel } : {}) } } }] : [];
  });
  if (touched.length === 0) return {};
  const again = reconsider(policy.inForce, touched);
  for (const [i, { line, quantity, claim }] of touched.entries()) {
    await changeLine(tx, line, { received: line.received + quantity, inspectedAt: null, claim: asJson(claim), decision: asJson(again[i]?.decision ?? {}) });
  }
  const due = dueDate(again.flatMap(({ answer }) => answer ?? []), { requestedAt: rma.openedAt.toISOString(), receivedAt }, zone, false);
  await changeRma(tx, rma, { state: "received", dueAt: due?.at ?? null, dueFor: due?.why ?? null });
  return Object.fromEntries(touched.map(({ line }, i) => [line.id, again[i]?.difference]).filter((entry): entry is [string, Difference] => entry[1] !== undefined));
}
