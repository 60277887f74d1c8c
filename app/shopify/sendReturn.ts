/** Mutations of returns: what was made, or what Shopify refused. */
import type { Admin } from "./admin.ts";
import { returnApprove, returnCancel, returnClose, returnCreate, returnDecline, returnProcess, returnReopen, returnRequest } from "./documents/returns.ts";
import { refusalsOf, type Refusal } from "./refusals.ts";
import { verified, type MarkedReturn } from "./returns.ts";
import type { ReturnDeclineReason, ReturnInput, ReturnProcessInput, ReturnRequestInput, ReturnStatus } from "../types/admin.generated.ts";

export type { ReturnDeclineReason, ReturnInput, ReturnProcessInput, ReturnRequestInput };
export type Refused = Readonly<{ refused: readonly Refusal[] }>;
export type Moved = Readonly<{ status: ReturnStatus }>;

const SAID_NOTHING: Refusal = { field: "", code: null, message: "Shopify answered without a return and without a reason" };

type Made = Readonly<{ id: string; name: string; status: ReturnStatus; returnLineItems: Parameters<typeof verified>[0]; exchangeLineItems?: Readonly<{ nodes: readonly Readonly<{ id: string; quantity: number }>[] }> }>;
type LineMade = Readonly<{ __typename: "ReturnLineItem"; id: string; quantity: number; fulfillmentLineItem: { id: string } }>;

function made(payload: Readonly<{ return: Made | null }> | null): MarkedReturn | Refused {
  const refused = refusalsOf(payload);
  if (refused.length || !payload?.return) return { refused: refused.length ? refused : [SAID_NOTHING] };
  const { id, name, status, returnLineItems, exchangeLineItems } = payload.return;
  return {
    id, name, status, exchanges: exchangeLineItems?.nodes.map((line) => ({ id: line.id, quantity: line.quantity })) ?? [],
    lines: (verified(returnLineItems) as LineMade[]).map((line) => ({ id: line.id, fulfillmentLineId: line.fulfillmentLineItem.id, quantity: line.quantity })),
  };
}

function moved(payload: Readonly<{ return: Moved | null }> | null): Moved | Refused {
  const refused = refusalsOf(payload);
  return refused.length || !payload?.return ? { refused: refused.length ? refused : [SAID_NOTHING] } : { status: payload.return.status };
}

export const sendRequest = async (admin: Admin, input: ReturnRequestInput): Promise<MarkedReturn | Refused> => made((await admin.run(returnRequest, { input })).returnRequest);
export const sendCreate = async (admin: Admin, returnInput: ReturnInput): Promise<MarkedReturn | Refused> => made((await admin.run(returnCreate, { returnInput })).returnCreate);
export const sendApprove = async (admin: Admin, id: string, notifyCustomer: boolean): Promise<Moved | Refused> => moved((await admin.run(returnApprove, { input: { id, notifyCustomer } })).returnApproveRequest);
export const sendCancel = async (admin: Admin, id: string, notifyCustomer = false): Promise<Moved | Refused> => moved((await admin.run(returnCancel, { id, notifyCustomer })).returnCancel);
export const sendClose = async (admin: Admin, id: string): Promise<Moved | Refused> => moved((await admin.run(returnClose, { id })).returnClose);
export const sendReopen = async (admin: Admin, id: string): Promise<Moved | Refused> => moved((await admin.run(returnReopen, { id })).returnReopen);

/** `note` is what the customer reads: at most 500 characters. */
export const sendDecline = async (admin: Admin, id: string, declineReason: ReturnDeclineReason, declineNote: string, notifyCustomer: boolean): Promise<Moved | Refused> =>
  moved((await admin.run(returnDecline, { input: { id, declineReason, declineNote, notifyCustomer } })).returnDeclineRequest);

export type Processed = Readonly<{ refunds: readonly Readonly<{ id: string; amount: string }>[] }>;

export async function sendProcess(admin: Admin, input: ReturnProcessInput): Promise<Processed | Refused> {
  const payload = (await admin.run(returnProcess, { input })).returnProcess;
  const refused = refusalsOf(payload);
  if (refused.length || !payload?.return) return { refused: refused.length ? refused : [SAID_NOTHING] };
  return { refunds: payload.return.refunds.nodes.map((refund) => ({ id: refund.id, amount: refund.totalRefundedSet.presentmentMoney.amount })) };
}
