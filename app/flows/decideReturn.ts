/**
 * A return was requested at Shopify itself (self-service, admin): it becomes an RMA, is decided by the policy of its day of
 * purchase, and approved or declined where no person is needed. One that was opened there is taken up as it stands; one
 * that we asked for ourselves is only recognised.
 */
import { readClaim } from "../../policy/claim.ts";
import { decideReturn as decideLines } from "../../policy/decideReturn.ts";
import type { Actor, App } from "../app.server.ts";
import type { Tx } from "../db.server.ts";
import type { Action } from "../generated/prisma/client.ts";
import { claimOf } from "../shopify/claim.ts";
import { hasMark, readReturn, type AskedReturn } from "../shopify/returns.ts";
import { rmaByNumber, rmaByReturn, type RmaWithLines } from "../store/rmas.ts";
import type { ActionInput } from "./actionInput.ts";
import { carryOutNow } from "./carryOut.ts";
import { declineNote, declineReason } from "./declineNote.ts";
import { openRma, type DecidedLine } from "./openRma.ts";
import { orderInHand, type NotFound, type OrderInHand } from "./orderInHand.ts";
import { plan } from "./planned.ts";
import { takeUpReturn, type ReturnHeld } from "./takeUpReturn.ts";
import { reasonOfHandle } from "./returnInputs.ts";
import { tellRequest } from "./tellCase.ts";

export type DecidedReturn = Readonly<{ rma: RmaWithLines; isNew: boolean }> | Readonly<{ ignored: string }> | NotFound;

const SHOPIFY: Actor = { kind: "system", name: "Shopify" };

/** `returnId` is a gid. Called as often as the event comes; the second call finds the first one's RMA. */
export async function decideReturn(app: App, { shop, returnId }: Readonly<{ shop: string; returnId: string }>): Promise<DecidedReturn> {
  const known = await rmaByReturn(app.db.prisma, shop, returnId);
  if (known) return { rma: known, isNew: false };
  const asked = await readReturn(app.adminFor(shop), returnId);
  if (!asked) return { notFound: "return" };
  const own = await ownRma(app, shop, asked);
  if (own) return { rma: own, isNew: false };
  if (asked.status !== "REQUESTED" && asked.status !== "OPEN") return { ignored: `the return is ${asked.status}` };
  const inHand = await orderInHand(app, shop, asked.orderId);
  return "notFound" in inHand ? inHand : opened(app, shop, asked, inHand);
}

/** The RMA whose number a note of the return begins with: the event came before the answer to our own request. */
async function ownRma(app: App, shop: string, asked: AskedReturn): Promise<RmaWithLines | null> {
  const mark = asked.lines.map((line) => /^(RMA-\d+)[/:]?/.exec(line.note)?.[1]).find((found) => found !== undefined);
  const rma = mark ? await rmaByNumber(app.db.prisma, shop, mark) : null;
  return rma?.orderId === asked.orderId && asked.lines.some((line) => hasMark(line.note, rma.number) || line.note.startsWith(`${rma.number}/`)) ? rma : null;
}

/** The lines as claims, decided for the moment they were asked for. A reason the policy cannot read is left to a person, never declined. */
function decided(asked: AskedReturn, { order, facts, policy }: OrderInHand, at: string): Readonly<{ lines: readonly DecidedLine[]; isClear: boolean }> {
  const made = asked.lines.flatMap((one, i) => {
    const line = order.lineItems.nodes.find((node) => node.id === one.lineId), reason = reasonOfHandle(one.reason);
    if (!line) return [];
    const { claim } = claimOf(order, line, facts, { request: { reason: reason ?? "other" }, quantity: one.quantity }, at);
    const read = readClaim({ ...claim, id: `${claim.id}/${i + 1}` });
    return "claim" in read ? [{ one, line, claim: read.claim, isKnown: reason !== undefined }] : [];
  });
  const result = decideLines(policy.inForce, made.map(({ claim }) => claim));
  if ("errors" in result) return { lines: [], isClear: false };
  const lines = made.flatMap(({ one, line, claim, isKnown }, i): DecidedLine[] => {
    const decision = result.decision.lines[i];
    return decision ? [{ lineId: line.id, fulfillmentLineId: one.fulfillmentLineId, returnLineId: one.id, title: line.title, quantity: one.quantity, claim, decision: decision.decision, answer: (isKnown ? decision.counted : null) ?? null, override: null, note: one.note }] : [];
  });
  return { lines, isClear: lines.length === asked.lines.length && made.every(({ isKnown }) => isKnown) };
}

async function opened(app: App, shop: string, asked: ReturnHeld, inHand: OrderInHand): Promise<DecidedReturn> {
  const { lines, isClear } = decided(asked, inHand, asked.createdAt);
  if (lines.length === 0) return { ignored: "no line of it is a line of the order" };
  const made = await app.db.prisma.$transaction(async (tx) => {
    if (asked.status === "OPEN") return { rma: await takeUpReturn(app, tx, { shop, actor: SHOPIFY, inHand, ret: asked, lines }), action: null };
    const rma = await openRma(app, tx, { shop, actor: SHOPIFY, inHand, lines, returnId: asked.id });
    await tellRequest(app, tx, rma);
    return { rma, action: isClear ? await answer(app, tx, rma, lines, inHand) : null };
  }).catch(async (error: unknown) => {
    // Two workers with the same event: the unique shop + return lets one in.
    if ((error as { code?: string }).code === "P2002") return null;
    throw error;
  });
  if (made?.action) await carryOutNow(app, made.action);
  const rma = await rmaByReturn(app.db.prisma, shop, asked.id);
  if (!rma) throw new Error(`the RMA of ${asked.id} is gone`);
  return { rma, isNew: made !== null };
}

/** Approves what is open on every line, declines what is declined on every line; the rest waits for a person. */
async function answer(app: App, tx: Tx, rma: RmaWithLines, lines: readonly DecidedLine[], { row: { settings }, policy }: OrderInHand): Promise<Action | null> {
  const returnId = rma.returnId ?? "", by = "Policy", about = { shop: rma.shop, rmaId: rma.id };
  const approve = settings.automatic.approve && lines.every((line) => line.answer?.status === "open");
  const decline = settings.automatic.decline && lines.every((line) => line.decision.outcome === "declined");
  const input: ActionInput | null = approve ? { kind: "approve", returnId, by } : decline ? { kind: "decline", returnId, reason: declineReason(policy.inForce, lines), note: declineNote(lines), by } : null;
  return input && plan(app, tx, { ...about, key: `${rma.number}/${input.kind}/${returnId}` }, input);
}
