/**
 * What a customer owes on a case beside its return: a fee that Shopify's returns have no field for, the price of a
 * repair, the difference of an exchange. It goes on the order and is invoiced by Shopify; what cannot go there is
 * charged by hand, and staff say so (docs/decisions/rma-fees.md).
 */
import type { App } from "../app.server.ts";
import type { Tx } from "../db.server.ts";
import type { Action } from "../generated/prisma/client.ts";
import { changeRma, lockRma, type RmaWithLines } from "../store/rmas.ts";
import { addEntry } from "../store/timeline.ts";
import { asJson } from "./storedLine.ts";
import { plan } from "./planned.ts";

/** asking: on its way to the order; open: on the order and not paid; paid; by_hand: a person has to charge it; charged: a person did. */
export type ChargeState = "asking" | "open" | "paid" | "by_hand" | "charged";
/** `amount` is decimal text, null where nobody has named it yet. */
export type Charge = Readonly<{ id: string; kind: string; what: string; amount: string | null; currency: string; state: ChargeState; rmaLineId?: string }>;
export type NewCharge = Readonly<Pick<Charge, "kind" | "what" | "amount" | "currency"> & { rmaLineId?: string; /** Already part of what the order costs. */ isOnOrder?: true; /** Not Shopify's to take: another currency, or no amount. */ byHand?: true }>;

export const chargesIn = (rma: Readonly<{ charges: unknown }>): readonly Charge[] => rma.charges as Charge[];
/** What is owed and not settled by anybody. */
export const isOwed = ({ state }: Charge): boolean => state === "asking" || state === "open" || state === "by_hand";
/** The charge of a line's repair. */
export const repairCharge = (rma: Readonly<{ charges: unknown }>, rmaLineId: string): Charge | undefined => chargesIn(rma).find((charge) => charge.kind === "repair" && charge.rmaLineId === rmaLineId);

/** Lines whose repair is accepted and still to be paid. */
export const unpaidRepairs = (rma: Readonly<{ charges: unknown }>): ReadonlySet<string> =>
  new Set(chargesIn(rma).flatMap((charge) => (charge.kind === "repair" && isOwed(charge) && charge.rmaLineId ? [charge.rmaLineId] : [])));

const textOf = ({ what, amount, currency }: Pick<Charge, "what" | "amount" | "currency">): string => `${what}, ${amount === null ? "amount not named yet" : `${amount} ${currency}`}`;

/** Adds charges to a case whose row is locked, each with its action; the actions are returned to be carried out. */
export async function addCharges(app: App, tx: Tx, rma: Pick<RmaWithLines, "shop" | "id" | "number" | "orderId">, news: readonly NewCharge[], by: string): Promise<readonly Action[]> {
  if (news.length === 0) return [];
  const known = chargesIn(await lockRma(tx, rma.shop, rma.id)), about = { shop: rma.shop, rmaId: rma.id }, actions: Action[] = [];
  const added = news.map(({ isOnOrder, byHand, ...one }, i): Charge => ({ ...one, id: `c${known.length + i + 1}`, state: isOnOrder ? "open" : byHand || one.amount === null ? "by_hand" : "asking" }));
  await changeRma(tx, rma, { charges: [...known, ...added].map(asJson) });
  for (const charge of added) {
    const { id, what, amount, currency, state } = charge, key = `${rma.number}/${id}`;
    if (state === "by_hand") await addEntry(tx, { ...about, at: app.now(), by, kind: "charge", text: `To be charged by hand: ${textOf(charge)}.`, data: charge });
    if (state === "asking") actions.push(await plan(app, tx, { ...about, key: `${key}/charge` }, { kind: "charge", orderId: rma.orderId, chargeId: id, mark: key, what, amount: amount ?? "0", currency, by }));
    if (state === "open") actions.push(await plan(app, tx, { ...about, key: `${key}/invoice` }, { kind: "invoice", orderId: rma.orderId, chargeId: id, by }));
  }
  return actions;
}

/** Moves charges of a case whose row is locked; said in the timeline by the text given. Nothing where none is to be moved. */
export async function moveCharges(app: App, tx: Tx, rma: RmaWithLines, which: (charge: Charge) => boolean, state: ChargeState, by: string, say: (text: string) => string): Promise<void> {
  const moved = chargesIn(rma).filter((charge) => which(charge) && charge.state !== state);
  if (moved.length === 0) return;
  await changeRma(tx, rma, { charges: chargesIn(rma).map((charge) => asJson(moved.includes(charge) ? { ...charge, state } : charge)) });
  for (const charge of moved) await addEntry(tx, { shop: rma.shop, rmaId: rma.id, at: app.now(), by, kind: "charge", text: say(textOf(charge)), data: { ...charge, state } });
}
