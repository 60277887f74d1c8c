/**
 * Settles what has arrived and was inspected: refund, swap, repair, send back, store credit. The decision is made again,
 * planned under the RMA's row lock with a key per round, and carried out once, whoever asks and however often.
 */
import type { Actor, App } from "../app.server.ts";
import type { Tx } from "../db.server.ts";
import type { Action } from "../generated/prisma/client.ts";
import type { Refusal } from "../shopify/refusals.ts";
import { reasonIds } from "../shopify/returns.ts";
import { actionsOf } from "../store/actions.ts";
import { policyNamed } from "../store/policyVersions.ts";
import { changeLine, changeRma, lockRma, rmaOf, type RmaWithLines } from "../store/rmas.ts";
import { shopOf } from "../store/shops.ts";
import { addEntry } from "../store/timeline.ts";
import { inputOf, type ActionInput, type Settlement } from "./actionInput.ts";
import { carryOutNow, type CarriedOut } from "./carryOut.ts";
import { addCharges, unpaidRepairs } from "./charges.ts";
import type { ReturnFees } from "./feesAtShopify.ts";
import { plan } from "./planned.ts";
import { usualDisposition } from "./dispositions.ts";
import { pricesFor } from "./exchangePricesFor.ts";
import { createInput, type LineForReturn } from "./returnInputs.ts";
import { mayMove, wrongState } from "./rmaStates.ts";
import { settleLines } from "./settledLines.ts";
import { chooseLines, comesBack, exchangesOf, isPaidOut, isSwapped, reckon, settlementOf, type Chosen, type LineChoice, type Prices, type Reckoned } from "./settlement.ts";

/** `labelCost`: a return label the merchant advanced, decimal text. `pay`: an amount somebody decided after a difference, with the reason. */
export type SettleRma = Readonly<{ shop: string; rmaId: string; actor: Actor; lines?: readonly LineChoice[]; labelCost?: string; pay?: Readonly<{ amount: string; reason: string }> }>;
export type SettleResult = Readonly<{ rma: RmaWithLines; action: CarriedOut | null }> | Readonly<{ refused: readonly Refusal[]; action?: CarriedOut }>;

/** `charges` follow where nothing of the settlement itself is sent. */
type Planned = Readonly<{ action: Action | null; charges?: readonly Action[] }> | Readonly<{ refused: readonly Refusal[] }>;

export async function settleRma(app: App, about: SettleRma): Promise<SettleResult> {
  const { shop, rmaId } = about, reasons = await reasonIds(app.adminFor(shop)), asked = await pricesFor(app, about);
  if ("refused" in asked) return asked;
  const planned = await app.db.prisma.$transaction((tx) => planSettlement(app, tx, about, reasons, asked.prices));
  if ("refused" in planned) return planned;
  const end = planned.action ? await carryOutNow(app, planned.action) : null;
  for (const charge of planned.charges ?? []) await carryOutNow(app, charge);
  if (end?.refused) return { refused: end.refused, action: end };
  return { rma: await rmaOf(app.db.prisma, shop, rmaId), action: end };
}

const isSettlement = (action: Action): boolean => ["renew", "process", "release", "refund"].includes(action.kind);
const isOpen = (action: Action): boolean => ["planned", "sending", "unclear"].includes(action.state);
const roundOf = (action: Action): number => (inputOf(action) as { settlement?: Settlement }).settlement?.round ?? 0;

async function planSettlement(app: App, tx: Tx, { shop, rmaId, actor, lines = [], labelCost, pay }: SettleRma, reasons: ReadonlyMap<string, string>, prices: Prices): Promise<Planned> {
  const rma = await lockRma(tx, shop, rmaId), actions = (await actionsOf(tx, shop, rmaId)).filter(isSettlement);
  const running = actions.find(isOpen);
  if (running) return { action: running };
  const neverLeft = rma.lines.every((line) => line.fulfillmentLineId === null);
  if (!mayMove(rma.state, "settling") || (rma.state === "approved" && !neverLeft)) return wrongState(rma.state, "settled");
  const { inForce } = await policyNamed(tx, shop, rma.policyVersion);
  const result = chooseLines(inForce, rma.lines, lines, labelCost, prices, unpaidRepairs(rma));
  if ("refused" in result) return result;
  const isUnsent = ({ line }: Chosen): boolean => line.fulfillmentLineId === null;
  if (result.chosen.some(isUnsent) && !result.chosen.every(isUnsent)) return { refused: [{ field: "lines", code: "INVALID", message: "Some of these units were never sent: settle them apart from those that came back." }] };
  const { settings } = await shopOf(tx, shop), chosen = result.chosen.map((one) => ({ ...one, choice: { ...one.choice, disposition: one.choice.disposition ?? usualDisposition(one.line, settings) } })), reckoned = reckon(chosen), round = Math.max(0, ...actions.map(roundOf)) + 1;
  await sayChoices(app, tx, rma, chosen, reckoned, actor, pay);
  await changeRma(tx, rma, { state: "settling" });
  const settlement = settlementOf(reckoned, chosen, { round, by: actor.name, accepted: pay ?? null });
  return planRound(app, tx, rma, { settlement, chosen, reckoned, reasons });
}

/** Overrides and what Shopify has no field for stand in the timeline before anything is sent. */
async function sayChoices(app: App, tx: Tx, rma: RmaWithLines, chosen: readonly Chosen[], { fees }: Reckoned, actor: Actor, pay: SettleRma["pay"]): Promise<void> {
  const say = (kind: string, text: string): Promise<void> => addEntry(tx, { shop: rma.shop, rmaId: rma.id, at: app.now(), by: actor.name, kind, text });
  for (const { line, choice, answer } of chosen) {
    if (!choice.override) continue;
    await changeLine(tx, line, { override: choice.override });
    await say("override", `${line.title}: ${answer.remedy.replaceAll("_", " ")} against the policy: ${choice.override}`);
  }
  if (pay) await say("override", `To be paid: ${pay.amount}: ${pay.reason}`);
  for (const text of fees.said) await say("fee", text);
}

type Round = Readonly<{ settlement: Settlement; chosen: readonly Chosen[]; reckoned: Reckoned; reasons: ReadonlyMap<string, string> }>;

/** The action of a round: process the return as it is, or one with the right fees and exchange lines; let it go where the customer keeps the item. */
async function planRound(app: App, tx: Tx, rma: RmaWithLines, round: Round): Promise<Extract<Planned, { action: unknown }>> {
  const { settlement, chosen, reckoned } = round, by = settlement.by, about = { shop: rma.shop, rmaId: rma.id }, key = `${rma.number}/settle/${settlement.round}`;
  const unsent = chosen.filter(({ line }) => line.fulfillmentLineId === null), mark = `${rma.number}/s${settlement.round}`;
  if (unsent.some(isPaidOut)) return { action: await plan(app, tx, { ...about, key: `${key}/refund` }, { kind: "refund", orderId: rma.orderId, mark, lines: unsent.map(({ line, quantity }) => ({ lineId: line.lineId, quantity })), settlement, by }) };
  const movesNothing = !chosen.some((one) => isPaidOut(one) || isSwapped(one)) || unsent.length === chosen.length;
  if (movesNothing) {
    const isAll = rma.lines.every((line) => chosen.some((one) => one.line.id === line.id && one.quantity === line.quantity));
    if (rma.returnId && isAll) return { action: await plan(app, tx, { ...about, key: `${key}/release` }, { kind: "release", returnId: rma.returnId, settlement, by }) };
    await settleLines({ tx, action: { shop: rma.shop }, rma, at: app.now() }, settlement, {});
    return { action: null, charges: await addCharges(app, tx, rma, settlement.owed ?? [], by) };
  }
  const returnLines = Object.fromEntries(rma.lines.flatMap((line) => (line.returnLineId ? [[line.id, line.returnLineId]] : [])));
  if (rma.returnId && !chosen.some(isSwapped) && (await holdsFees(tx, rma, chosen, reckoned.fees))) {
    return { action: await plan(app, tx, { ...about, key: `${key}/process` }, { kind: "process", returnId: rma.returnId, exchanges: [], returnLines, settlement, by }) };
  }
  const input = createInput({ orderId: rma.orderId, mark, lines: renewedLines(rma, chosen), fees: renewedFees(rma, chosen, reckoned.fees), reasons: round.reasons }, exchangesOf(chosen));
  return { action: await plan(app, tx, { ...about, key: `${key}/renew` }, { kind: "renew", orderId: rma.orderId, mark, oldReturnId: rma.returnId, input, settlement, by }) };
}

/** Whether the return was made with just these fees. Once units are processed it is taken as it is: the amounts are compared anyway. */
async function holdsFees(tx: Tx, rma: RmaWithLines, chosen: readonly Chosen[], fees: ReturnFees): Promise<boolean> {
  if (rma.lines.some((line) => line.settled > 0)) return true;
  const made = (await actionsOf(tx, rma.shop, rma.id)).filter((action) => action.state === "done").map(inputOf).findLast((input): input is Extract<ActionInput, { input: unknown }> => "input" in input);
  const held = made?.input.returnLineItems ?? [], fee = made?.input.returnShippingFee?.amount.amount ?? null;
  const percentOf = (fulfillmentLineId: string | null): number | null => held.find((line) => line.fulfillmentLineItemId === fulfillmentLineId)?.restockingFee?.percentage ?? null;
  return fee === fees.shippingFee && chosen.every(({ line }, i) => !comesBack(chosen[i] as Chosen) || percentOf(line.fulfillmentLineId) === (fees.percents[i] ?? null));
}

/** Lines of the new return: what is settled now and what is still to come; an item that stays with its owner is not in it. */
const inNewReturn = (rma: RmaWithLines, chosen: readonly Chosen[]) => rma.lines.flatMap((line) => {
  const at = chosen.findIndex((one) => one.line.id === line.id), one = chosen[at];
  return line.fulfillmentLineId && line.quantity > line.settled && (!one || isPaidOut(one) || isSwapped(one)) ? [{ line, fulfillmentLineId: line.fulfillmentLineId, at, one }] : [];
});

const renewedLines = (rma: RmaWithLines, chosen: readonly Chosen[]): LineForReturn[] =>
  inNewReturn(rma, chosen).map(({ line, fulfillmentLineId, one }) => ({ fulfillmentLineId, quantity: line.quantity - line.settled, claim: one?.claim ?? (line.claim as unknown as LineForReturn["claim"]), note: one ? one.answer.remedy.replaceAll("_", " ") : "" }));

const renewedFees = (rma: RmaWithLines, chosen: readonly Chosen[], fees: ReturnFees): ReturnFees => ({ ...fees, percents: inNewReturn(rma, chosen).map(({ at }) => (at < 0 ? null : (fees.percents[at] ?? null))) });
