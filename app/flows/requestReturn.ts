/**
 * A return or warranty claim is requested. Customers are held to the policy: what it declines is not written at all.
 * Staff are advised and may grant a remedy against it with a reason, which is kept and counted.
 */
import { decideReturn, type ReturnDecision, type Wishes } from "../../policy/decideReturn.ts";
import type { Actor, App } from "../app.server.ts";
import type { Tx } from "../db.server.ts";
import type { Action, RmaLine } from "../generated/prisma/client.ts";
import type { Refusal } from "../shopify/refusals.ts";
import { reasonIds } from "../shopify/returns.ts";
import { openLinesOf, rmaOf, type RmaWithLines } from "../store/rmas.ts";
import type { ActionInput } from "./actionInput.ts";
import { answerAgainstPolicy } from "./againstPolicy.ts";
import { unitsOf, type LineAsked, type Unit } from "./askedUnits.ts";
import { carryOutNow } from "./carryOut.ts";
import { feesAtShopify } from "./feesAtShopify.ts";
import { openRma, type DecidedLine } from "./openRma.ts";
import { orderInHand, type NotFound, type OrderInHand } from "./orderInHand.ts";
import { plan } from "./planned.ts";
import { createInput, requestInput, type LineForReturn } from "./returnInputs.ts";
import { tellRequest } from "./tellCase.ts";

export type { LineAsked };
export type RequestReturn = Readonly<{ shop: string; orderId: string; actor: Actor; lines: readonly LineAsked[]; /** The customer who asks; an order of somebody else is not found. */ customerId?: string; /** The same key again gives the same RMA. */ key?: string }>;
export type Requested = Readonly<{ rma: RmaWithLines; decision: ReturnDecision }> | Readonly<{ declined: ReturnDecision }> | Readonly<{ refused: readonly Refusal[] }> | NotFound;

export async function requestReturn(app: App, { shop, orderId, actor, lines, customerId, key }: RequestReturn): Promise<Requested> {
  const inHand = await orderInHand(app, shop, orderId);
  if ("notFound" in inHand) return inHand;
  if (actor.kind === "customer" && customerId !== undefined && inHand.order.customer?.id !== customerId) return { notFound: "order" };
  const units = unitsOf(inHand, lines, await openLinesOf(app.db.prisma, shop, orderId), app.now().toISOString());
  if ("refused" in units) return units;
  const wishes: Wishes = Object.fromEntries(units.units.flatMap(({ claim, asked }) => (asked.remedy ? [[claim.id, asked.remedy]] : [])));
  const result = decideReturn(inHand.policy.inForce, units.units.map((unit) => unit.claim), wishes);
  if ("errors" in result) return { refused: result.errors.map(({ path, message }) => ({ field: path, code: "INVALID", message })) };
  const decided = units.units.map((unit, i) => decidedLine(unit, result.decision, i, actor));
  if (decided.some((line, i) => line.answer === null && result.decision.lines[i]?.outcome === "declined")) return { declined: result.decision };
  return { ...(await write(app, { shop, actor, inHand, decided, key })), decision: result.decision };
}

function decidedLine(unit: Unit, result: ReturnDecision, i: number, actor: Actor): DecidedLine {
  const line = result.lines[i], { asked, claim } = unit;
  if (!line) throw new Error(`no decision on ${claim.id}`);
  const override = actor.kind === "staff" && asked.override && asked.remedy && line.counted?.status !== "open" ? asked.override : null;
  const answer = override && asked.remedy ? answerAgainstPolicy(claim, line.decision, asked.remedy) : (line.counted ?? null);
  return { lineId: unit.line.id, fulfillmentLineId: unit.fulfillmentLineId, title: unit.line.title, quantity: unit.quantity, claim, decision: line.decision, answer, override, note: asked.note ?? "", ...(asked.photos ? { photos: asked.photos } : {}), ...(asked.serial ? { serial: asked.serial } : {}) };
}

type ToWrite = Readonly<{ shop: string; actor: Actor; inHand: OrderInHand; decided: readonly DecidedLine[]; key: string | undefined }>;

/** Somebody else asked for the same units in between. */
class UnitsTaken extends Error {}

/** The RMA and, where goods can come back, its action at Shopify in one transaction; then the action. */
async function write(app: App, about: ToWrite): Promise<Readonly<{ rma: RmaWithLines }> | Readonly<{ refused: readonly Refusal[] }>> {
  const reasons = await reasonIds(app.adminFor(about.shop));
  try {
    const { rma, action } = await app.db.prisma.$transaction((tx) => writeIn(app, tx, about, reasons));
    const end = action ? await carryOutNow(app, action) : null;
    return end?.refused ? { refused: end.refused } : { rma: await rmaOf(app.db.prisma, about.shop, rma.id) };
  } catch (error) {
    if (error instanceof UnitsTaken) return { refused: [{ field: "lines", code: "TAKEN", message: "These units are already on their way back." }] };
    throw error;
  }
}

async function writeIn(app: App, tx: Tx, { shop, actor, inHand, decided, key }: ToWrite, reasons: ReadonlyMap<string, string>): Promise<Readonly<{ rma: RmaWithLines; action: Action | null }>> {
  const rma = await openRma(app, tx, { shop, actor, inHand, lines: decided, ...(key ? { requestKey: key } : {}) });
  // The shop's row is locked by the number just taken, so nobody opens another meanwhile.
  if (areTaken(inHand, await openLinesOf(tx, shop, inHand.order.id))) throw new UnitsTaken();
  const lines = decided.flatMap((line): (LineForReturn & Pick<DecidedLine, "answer">)[] => (line.fulfillmentLineId === null ? [] : [{ ...line, fulfillmentLineId: line.fulfillmentLineId }]));
  if (lines.length === 0) {
    if (actor.kind !== "staff") await tellRequest(app, tx, rma);
    return { rma, action: null };
  }
  const forReturn = { orderId: inHand.order.id, mark: rma.number, lines, fees: feesAtShopify(lines), reasons }, { mark, orderId } = forReturn;
  const isAutomatic = decided.every((line) => line.answer?.status === "open") && inHand.row.settings.automatic.approve;
  const input: ActionInput = actor.kind === "staff"
    ? { kind: "create", orderId, mark, input: createInput(forReturn), by: actor.name }
    : { kind: "request", orderId, mark, input: requestInput(forReturn), approveAfter: isAutomatic, by: actor.name };
  return { rma, action: await plan(app, tx, { shop, rmaId: rma.id, key: `${rma.number}/request` }, input) };
}

function areTaken({ order }: OrderInHand, open: readonly RmaLine[]): boolean {
  const unsent = (lineId: string): number => open.filter((line) => line.lineId === lineId && line.fulfillmentLineId === null).reduce((n, line) => n + line.quantity - line.settled, 0);
  return order.lineItems.nodes.some(({ id, unfulfilledQuantity }) => unsent(id) > unfulfilledQuantity) ||
    order.fulfillments.flatMap((fulfillment) => fulfillment.fulfillmentLineItems.nodes).some(({ id, quantity }) =>
    open.filter((line) => line.fulfillmentLineId === id).reduce((n, line) => n + line.quantity - line.settled, 0) > (quantity ?? 0));
}
