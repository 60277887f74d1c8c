/** An action has ended: its answer, what it means for the RMA, and what follows, in one transaction. */
import type { App } from "../app.server.ts";
import type { Tx } from "../db.server.ts";
import type { Action, Prisma } from "../generated/prisma/client.ts";
import type { MarkedReturn } from "../shopify/returns.ts";
import { endAction } from "../store/actions.ts";
import { changeLine, changeRma, lockRma, type RmaWithLines } from "../store/rmas.ts";
import { shopOf } from "../store/shops.ts";
import { addEntry } from "../store/timeline.ts";
import { inputOf, type ActionInput, type InputOf } from "./actionInput.ts";
import type { Answer } from "./actionWork.ts";
import { addCharges, moveCharges, type NewCharge } from "./charges.ts";
import { plan } from "./planned.ts";
import { settleLines, stateByLines } from "./settledLines.ts";
import { tellCase, tellRequest } from "./tellCase.ts";

type Ended = Readonly<{ app: App; tx: Tx; action: Action; rma: RmaWithLines; at: Date }>;

/** Records the end by the worker that holds the action; actions that follow are returned to be carried out. */
export async function recordEnd(app: App, action: Action, answer: Answer): Promise<readonly Action[]> {
  const at = app.now();
  return app.db.prisma.$transaction(async (tx) => {
    if (!(await endAction(tx, action, stateOf(answer), kept(answer, at)))) return [];
    if (!action.rmaId) return [];
    const ended = { app, tx, action, at, rma: await lockRma(tx, action.shop, action.rmaId) };
    return "done" in answer ? done(ended, inputOf(action), answer.done) : notDone(ended, inputOf(action), answer);
  });
}

const stateOf = (answer: Answer): "done" | "refused" | "stopped" | "unclear" => ("done" in answer ? "done" : "refused" in answer ? "refused" : "stopped" in answer ? "stopped" : "unclear");

function kept(answer: Answer, at: Date): Prisma.ActionUncheckedUpdateManyInput {
  if ("done" in answer) return { answer: answer.done as Prisma.InputJsonObject, doneAt: at };
  if ("refused" in answer) return { refusal: JSON.stringify(answer.refused) };
  return { answer: ("stopped" in answer ? answer.stopped : { unclear: answer.unclear }) as Prisma.InputJsonObject };
}

const say = ({ tx, action, rma, at }: Ended, kind: string, text: string, data: object = {}): Promise<void> =>
  addEntry(tx, { shop: action.shop, rmaId: rma.id, at, by: inputOf(action).by, kind, text, data });

const isSettling = (input: ActionInput): boolean => input.kind === "renew" || input.kind === "process" || input.kind === "release" || input.kind === "refund";

/** No money moved: the RMA goes back to where somebody can decide again; what is unclear stays until a person has looked. */
async function notDone(ended: Ended, input: ActionInput, answer: Exclude<Answer, { done: object }>): Promise<readonly Action[]> {
  if ("unclear" in answer) await say(ended, "unclear", `Somebody must look at Shopify: ${answer.unclear}`, { actionId: ended.action.id });
  else if ("stopped" in answer) await say(ended, "stopped", `Nothing was paid: ours is ${answer.stopped.ours} ${answer.stopped.currency}, Shopify's ${answer.stopped.shopify}.`, answer.stopped);
  else await say(ended, "refused", `Shopify refused: ${answer.refused.map(({ field, message }) => (field ? `${message} (${field})` : message)).join("; ")}`, { refused: answer.refused });
  if ("unclear" in answer) return [];
  if (isSettling(input)) await changeRma(ended.tx, ended.rma, { state: "inspected", ...("oldCancelled" in answer && answer.oldCancelled ? { returnId: null } : {}) });
  if (input.kind === "charge") await moveCharges(ended.app, ended.tx, ended.rma, ({ id }) => id === input.chargeId, "by_hand", input.by, (text) => `To be charged by hand: ${text}.`);
  if (input.kind === "request" && ended.rma.state === "requested") await changeRma(ended.tx, ended.rma, { state: "cancelled", closedAt: ended.at });
  return [];
}

async function done(ended: Ended, input: ActionInput, answer: object): Promise<readonly Action[]> {
  const { app, tx, rma, at } = ended;
  switch (input.kind) {
    case "request": return requested(ended, input, answer as MarkedReturn);
    case "create":
      await holdReturn(ended, answer as MarkedReturn);
      return approved(ended, `Return ${(answer as MarkedReturn).name} made at Shopify and approved.`);
    case "approve": return approved(ended, "Approved at Shopify.");
    case "decline":
      await changeRma(tx, rma, { state: "declined", dueAt: null, dueFor: null, closedAt: at });
      await say(ended, "declined", input.note, { reason: input.reason });
      return [];
    case "cancel":
      await changeRma(tx, rma, { state: "cancelled", dueAt: null, dueFor: null, closedAt: at });
      await say(ended, "cancelled", "Cancelled at Shopify.");
      return [];
    case "close":
      await changeRma(tx, rma, { state: "closed", dueAt: null, dueFor: null, closedAt: at });
      await say(ended, "closed", "Closed at Shopify.");
      return [];
    case "reopen":
      await changeRma(tx, rma, { state: stateByLines(rma.lines), closedAt: null });
      await say(ended, "reopened", "Opened again at Shopify.");
      return [];
    case "renew": return renewed(ended, input, answer as MarkedReturn);
    case "charge": return charged(ended, input);
    case "invoice":
      await say(ended, "charge", "Shopify has mailed the customer an invoice.");
      return [];
    case "release": case "process": case "refund":
      await settleLines(ended, input.settlement, answer);
      await tellRefund(ended, answer);
      return [...(await putAway(ended, input)), ...(await cancelRest(ended, input, answer)), ...(await addCharges(app, tx, rma, [...owedAfter(answer), ...(input.settlement.owed ?? [])], input.by))];
    case "dispose": {
      const { restocked = "" } = answer as { restocked?: string };
      if (restocked) await say(ended, "restocked", `${restocked}.`);
      return [];
    }
    case "cancelOrder": {
      const { cancelled, kept, currency = "" } = answer as { cancelled?: boolean; kept?: string; currency?: string };
      if (cancelled !== false) await say(ended, "at_shopify", "The order is cancelled at Shopify.");
      else if (kept) await say(ended, "at_shopify", `The order stays open at Shopify: ${kept} ${currency} of it did not go back.`);
      return [];
    }
    default: return input satisfies never;
  }
}

/** Units that were never sent went back: where nothing is left of the order, it is cancelled too. Shopify's answer to the refund mostly says that something is. */
async function cancelRest({ app, tx, rma, action }: Ended, input: InputOf<"process" | "release" | "refund">, answer: object): Promise<readonly Action[]> {
  if (input.kind !== "refund" || (answer as { hasUnitsLeft?: boolean }).hasUnitsLeft) return [];
  const mark = `${rma.number}/cancel-order/${input.settlement.round}`;
  return [await plan(app, tx, { shop: action.shop, rmaId: rma.id, key: mark }, { kind: "cancelOrder", orderId: input.orderId, mark, by: input.by })];
}

/** What a settlement leaves to be paid on the order itself: an exchange for something dearer, fees beyond what goes back. */
function owedAfter(answer: object): NewCharge[] {
  const { paid = "0", currency = "" } = answer as { paid?: string; currency?: string };
  return paid.startsWith("-") ? [{ kind: "settlement", what: "Difference of the settlement", amount: paid.slice(1), currency, isOnOrder: true }] : [];
}

/** Goods for which something went out free: their return line stays as it is, and where they go is said apart. */
async function putAway({ app, tx, rma, action }: Ended, input: InputOf<"process" | "release" | "refund">): Promise<readonly Action[]> {
  const lines = input.settlement.lines.filter((line) => !line.comesBack && line.disposition);
  if (input.kind !== "process" || lines.length === 0) return [];
  return [await plan(app, tx, { shop: action.shop, rmaId: rma.id, key: `${rma.number}/settle/${input.settlement.round}/dispose` }, { kind: "dispose", returnId: input.returnId, lines, by: input.by })];
}

/** It is on the order; Shopify asks the customer for it. */
async function charged({ app, tx, rma, action }: Ended, { chargeId, orderId, by }: InputOf<"charge">): Promise<readonly Action[]> {
  await moveCharges(app, tx, rma, ({ id }) => id === chargeId, "open", by, (text) => `Put on the order: ${text}.`);
  return [await plan(app, tx, { shop: action.shop, rmaId: rma.id, key: `${rma.number}/${chargeId}/invoice` }, { kind: "invoice", orderId, chargeId, by })];
}

/** Money went back. */
async function tellRefund({ app, tx, rma, action }: Ended, answer: object): Promise<void> {
  const { paid = "0", currency = "" } = answer as { paid?: string; currency?: string };
  if (Number(paid) > 0) await tellCase(app, tx, rma, "refund-issued", { about: action.id, amount: paid, currency });
}

/** Shopify's ids of the return and its lines; lines of one parcel line are told apart by their order. */
async function holdReturn({ tx, rma }: Ended, made: MarkedReturn): Promise<Record<string, string>> {
  const free = [...made.lines], held: Record<string, string> = {};
  for (const line of rma.lines) {
    const at = free.findIndex((candidate) => candidate.fulfillmentLineId === line.fulfillmentLineId);
    const found = at < 0 ? undefined : free.splice(at, 1)[0];
    if (!found) continue;
    held[line.id] = found.id;
    await changeLine(tx, line, { returnLineId: found.id });
  }
  await changeRma(tx, rma, { returnId: made.id });
  return held;
}

async function requested(ended: Ended, input: InputOf<"request">, made: MarkedReturn): Promise<readonly Action[]> {
  const { app, tx, rma, action } = ended;
  await holdReturn(ended, made);
  await say(ended, "at_shopify", `Requested at Shopify as ${made.name}.`);
  await tellRequest(app, tx, rma);
  if (!input.approveAfter) return [];
  return [await plan(app, tx, { shop: action.shop, rmaId: rma.id, key: `${rma.number}/approve/${made.id}` }, { kind: "approve", returnId: made.id, by: "Policy" })];
}

async function approved(ended: Ended, text: string): Promise<readonly Action[]> {
  const { tx, rma, at, action } = ended;
  if (rma.state !== "requested") return [];
  const { settings } = await shopOf(tx, action.shop);
  const shipBackBy = new Date(at.getTime() + settings.shipBackDays * 86_400_000);
  await changeRma(tx, rma, { state: "approved", shipBackBy, dueAt: null, dueFor: null });
  await say(ended, "approved", text);
  return [];
}

async function renewed(ended: Ended, input: InputOf<"renew">, made: MarkedReturn): Promise<readonly Action[]> {
  const { app, tx, rma, action } = ended, { settlement } = input;
  const returnLines = await holdReturn(ended, made);
  await say(ended, "at_shopify", `Return ${made.name} made at Shopify with what was decided after inspection.`);
  const exchanges = made.exchanges.map(({ id, quantity }) => ({ id, quantity }));
  return [await plan(app, tx, { shop: action.shop, rmaId: rma.id, key: `${rma.number}/settle/${settlement.round}/process` }, { kind: "process", returnId: made.id, exchanges, returnLines, settlement, by: input.by })];
}
