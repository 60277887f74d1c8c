/** For each kind of action: how it is sent, how its traces are found at Shopify, and whether a second one would be refused there. */
import type { App } from "../app.server.ts";
import type { Action } from "../generated/prisma/client.ts";
import type { Admin } from "../shopify/admin.ts";
import type { Refusal } from "../shopify/refusals.ts";
import type { Notices } from "../settings.ts";
import { shopOf } from "../store/shops.ts";
import { readOrderLeft, sendOrderCancel } from "../shopify/cancelOrder.ts";
import { findCharge, sendCharge, sendInvoice } from "../shopify/charges.ts";
import { findMarkedReturn, readReturn, type MarkedReturn } from "../shopify/returns.ts";
import { sendApprove, sendCancel, sendClose, sendCreate, sendDecline, sendReopen, sendRequest, type Moved, type Refused } from "../shopify/sendReturn.ts";
import { inputOf, type InputOf, type StatementRow } from "./actionInput.ts";
import { disposeWork } from "./disposeWork.ts";
import { refundWork } from "./refundWork.ts";
import { within } from "./declineNote.ts";
import { processWork } from "./processWork.ts";

export type Answer =
  | Readonly<{ done: object }>
  | Readonly<{ refused: readonly Refusal[]; oldCancelled?: boolean }>
  | Readonly<{ stopped: Readonly<{ rows: readonly StatementRow[]; ours: string; shopify: string; currency: string }> }>
  | Readonly<{ unclear: string }>;

export type Work = Readonly<{ send: () => Promise<Answer>; seen: () => Promise<Answer | null>; mayRepeat: () => boolean }>;

const answerOf = (result: MarkedReturn | Moved | Refused): Answer => ("refused" in result ? result : { done: result });

/** A return that is made: found again by the mark in its notes. */
function making(admin: Admin, about: Readonly<{ orderId: string; mark: string }>, send: () => Promise<Answer>): Work {
  const seen = async (): Promise<Answer | null> => {
    const found = await findMarkedReturn(admin, about.orderId, about.mark);
    return found && { done: found };
  };
  return { send, seen, mayRepeat: () => true };
}

/** A return that is moved to a state: seen by the state; Shopify refuses to move it twice. */
function moving(admin: Admin, returnId: string, statuses: readonly string[], send: () => Promise<Moved | Refused>): Work {
  const seen = async (): Promise<Answer | null> => {
    const ret = await readReturn(admin, returnId);
    return ret && statuses.includes(ret.status) ? { done: { status: ret.status } } : null;
  };
  return { send: async () => answerOf(await send()), seen, mayRepeat: () => true };
}

const doneOr = (result: object): Answer => ("refused" in result ? (result as Refused) : { done: result });

/** A line that is put on an order: found again by the mark in its title. */
function charging(admin: Admin, input: InputOf<"charge">): Work {
  const seen = async (): Promise<Answer | null> => {
    const found = await findCharge(admin, input);
    return found && { done: found };
  };
  return { send: async () => doneOr(await sendCharge(admin, { ...input, note: input.mark })), seen, mayRepeat: () => true };
}

/** The order itself, once all of it is cancelled and paid back; what somebody keeps a part of the money of stays open. */
function cancelling(admin: Admin, { orderId, mark }: InputOf<"cancelOrder">): Work {
  const seen = async (): Promise<Answer | null> => ((await readOrderLeft(admin, orderId))?.isCancelled ? { done: { cancelled: true } } : null);
  const send = async (): Promise<Answer> => {
    const left = await readOrderLeft(admin, orderId);
    if (left?.isCancelled) return { done: { cancelled: true } };
    if (!left?.isEmpty || Number(left.kept) !== 0) return { done: { cancelled: false, ...(left?.isEmpty ? { kept: left.kept, currency: left.currency } : {}) } };
    const sent = await sendOrderCancel(admin, orderId, mark);
    return "refused" in sent ? (sent as Refused) : { done: { cancelled: true } };
  };
  return { send, seen, mayRepeat: () => true };
}

/** The old return is let go and one with the fees and exchange lines of the decision made: Shopify changes neither on a return. */
async function renew(admin: Admin, { oldReturnId, input }: InputOf<"renew">): Promise<Answer> {
  if (oldReturnId) {
    const letGo = await sendCancel(admin, oldReturnId);
    if ("refused" in letGo && (await readReturn(admin, oldReturnId))?.status !== "CANCELED") return letGo;
  }
  const made = await sendCreate(admin, input);
  return "refused" in made ? { ...made, oldCancelled: true } : { done: made };
}

/** The work of an action, for one try. */
export function workOf(app: App, action: Action): Work {
  const admin = app.adminFor(action.shop), input = inputOf(action);
  const mails = async (event: keyof Notices["mails"]): Promise<boolean> => (await shopOf(app.db.prisma, action.shop)).settings.notices.mails[event];
  switch (input.kind) {
    case "request": return making(admin, input, async () => answerOf(await sendRequest(admin, input.input)));
    case "create": return making(admin, input, async () => answerOf(await sendCreate(admin, { ...input.input, notifyCustomer: await mails("opened") })));
    case "renew": return making(admin, input, () => renew(admin, input));
    case "approve": return moving(admin, input.returnId, ["OPEN", "CLOSED"], async () => sendApprove(admin, input.returnId, await mails("approved")));
    case "decline": return moving(admin, input.returnId, ["DECLINED"], async () => {
      const { notices } = (await shopOf(app.db.prisma, action.shop)).settings;
      return sendDecline(admin, input.returnId, input.reason, within([input.note, notices.declinedText].filter((text) => text !== "")), notices.mails.declined);
    });
    case "cancel": return moving(admin, input.returnId, ["CANCELED"], async () => sendCancel(admin, input.returnId, await mails("cancelled")));
    case "release": return moving(admin, input.returnId, ["CANCELED"], () => sendCancel(admin, input.returnId));
    case "close": return moving(admin, input.returnId, ["CLOSED", "CANCELED"], () => sendClose(admin, input.returnId));
    case "reopen": return moving(admin, input.returnId, ["OPEN"], () => sendReopen(admin, input.returnId));
    case "charge": return charging(admin, input);
    case "invoice": return { send: async () => doneOr(await sendInvoice(admin, input.orderId)), seen: () => Promise.resolve(null), mayRepeat: () => true };
    case "cancelOrder": return cancelling(admin, input);
    case "refund": return refundWork(app, admin, action, input);
    case "dispose": return disposeWork(app, admin, action, input);
    case "process": return processWork(app, admin, action, input);
    default: return input satisfies never;
  }
}
