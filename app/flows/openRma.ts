/** An RMA is opened: its number, lines with claim, decision and promise, the first entry of its timeline, the time to answer. */
import { randomUUID } from "node:crypto";
import type { Claim } from "../../policy/claim.ts";
import type { Decision, RemedyAnswer } from "../../policy/decision.ts";
import type { Actor, App } from "../app.server.ts";
import type { Tx } from "../db.server.ts";
import type { Prisma } from "../generated/prisma/client.ts";
import { createRma, type RmaWithLines } from "../store/rmas.ts";
import { takeRmaNumber } from "../store/shops.ts";
import { addEntry } from "../store/timeline.ts";
import { dueDate } from "./dueDate.ts";
import type { OrderInHand } from "./orderInHand.ts";
import { sendFilesJob } from "./sendFilesJob.ts";

/** A line of a new RMA. `answer` is the remedy promised; null where a person must find one. */
export type DecidedLine = Readonly<{
  lineId: string; fulfillmentLineId: string | null; returnLineId?: string; title: string; quantity: number; claim: Claim; decision: Decision; answer: RemedyAnswer | null; override: string | null; note: string;
  photos?: readonly Readonly<{ name: string; ref: string; /** False: Shopify had not finished it, so that nobody could look into it. */ checked?: boolean }>[]; serial?: string;
}>;

/** Shopify works on a photo for seconds, on a video for longer: the queue asks again. */
const LOOK_AGAIN_SECONDS = 10;

const json = (value: object): Prisma.InputJsonObject => value as Prisma.InputJsonObject;

const rowOf = (shop: string, id: string, line: DecidedLine): Prisma.RmaLineUncheckedCreateWithoutRmaInput => ({
  id, shop, lineId: line.lineId, fulfillmentLineId: line.fulfillmentLineId, returnLineId: line.returnLineId ?? null, title: line.title, quantity: line.quantity, remedy: line.answer?.remedy ?? null,
  claim: json(line.claim), decision: json(line.decision), override: line.override, photos: [...(line.photos ?? [])], serial: line.serial ?? null, ...(line.answer ? { promised: json(line.answer) } : {}),
});

export type NewCase = Readonly<{ shop: string; actor: Actor; inHand: OrderInHand; lines: readonly DecidedLine[]; returnId?: string; requestKey?: string }>;

/** Writes it all in the caller's transaction; state requested. */
export async function openRma(app: App, tx: Tx, { shop, actor, inHand, lines, returnId, requestKey }: NewCase): Promise<RmaWithLines> {
  const { order, row, policy } = inHand, at = app.now(), id = randomUUID();
  const due = dueDate(lines.flatMap((line) => line.answer ?? []), { requestedAt: at.toISOString() }, row.zone, true);
  const number = await takeRmaNumber(tx, shop);
  const rma = await createRma(tx, {
    id, shop, number, state: "requested", orderId: order.id, orderName: order.name, customerId: order.customer?.id ?? null, returnId: returnId ?? null, policyVersion: policy.row.version,
    requestKey: requestKey ?? null, openedAt: at, openedBy: actor.name, dueAt: due?.at ?? null, dueFor: due?.why ?? null,
  }, lines.map((line, i) => rowOf(shop, `${id}-${String(i + 1).padStart(3, "0")}`, line)));
  await addEntry(tx, { shop, rmaId: id, at, by: actor.name, kind: "requested", text: lines.map((line) => `${line.quantity} × ${line.title}: ${line.claim.request.reason.replaceAll("_", " ")}${line.note ? ` (${line.note})` : ""}`).join("; ") });
  if (lines.some(({ photos = [] }) => photos.some(({ checked }) => checked === false))) await sendFilesJob(app, tx, shop, LOOK_AGAIN_SECONDS);
  for (const line of lines) if (line.override) await addEntry(tx, { shop, rmaId: id, at, by: actor.name, kind: "override", text: `${line.title}: ${line.answer?.remedy.replaceAll("_", " ") ?? "no remedy"} against the policy: ${line.override}` });
  return rma;
}
