/**
 * Charges on an order: custom items whose titles end with our mark, by which they are found again and kept out of claims.
 * They are no goods: nobody returns them, no shipping is shared with them.
 */
import type { Admin } from "./admin.ts";
import { chargesOfOrder, orderEditAddCharge, orderEditBegin, orderEditCommit, orderInvoiceSend } from "./documents/charges.ts";
import { refusalsOf } from "./refusals.ts";
import type { Refused } from "./sendReturn.ts";

export type ChargeSent = Readonly<{ orderId: string; mark: string; what: string; amount: string; currency: string; note: string }>;

const LONGEST_TITLE = 200;
const titleOf = ({ what, mark }: Pick<ChargeSent, "what" | "mark">): string => `${what.slice(0, LONGEST_TITLE)} (${mark})`;
/** As app/flows/charges.ts makes them: RMA-1001/c1. */
const MARKED = /\(RMA-\d+\/c\d+\)$/;

/** Whether a line of an order is a charge of ours. */
export const isCharge = (line: Readonly<{ title: string; product: object | null }>): boolean => line.product === null && MARKED.test(line.title);

/** An order without our charges. */
export function withoutCharges<O extends Readonly<{ lineItems: Readonly<{ nodes: readonly Readonly<{ title: string; product: object | null }>[] }> }>>(order: O): O {
  return order.lineItems.nodes.some(isCharge) ? { ...order, lineItems: { ...order.lineItems, nodes: order.lineItems.nodes.filter((line) => !isCharge(line)) } } : order;
}

const SAID_NOTHING = { refused: [{ field: "", code: null, message: "Shopify answered without an edit and without a reason" }] };
const refusedBy = (payload: Parameters<typeof refusalsOf>[0]): Refused => {
  const refused = refusalsOf(payload);
  return refused.length ? { refused } : SAID_NOTHING;
};

/** Puts the charge on the order, without tax: three calls, of which only the last changes anything. */
export async function sendCharge(admin: Admin, charge: ChargeSent): Promise<Readonly<{ mark: string }> | Refused> {
  const begun = (await admin.run(orderEditBegin, { id: charge.orderId })).orderEditBegin, id = begun?.calculatedOrder?.id;
  if (!id) return refusedBy(begun);
  const added = (await admin.run(orderEditAddCharge, { id, title: titleOf(charge), price: { amount: charge.amount, currencyCode: charge.currency as never } })).orderEditAddCustomItem;
  if (!added?.calculatedLineItem) return refusedBy(added);
  const committed = (await admin.run(orderEditCommit, { id, staffNote: charge.note })).orderEditCommit;
  return committed?.order ? { mark: charge.mark } : refusedBy(committed);
}

/** The charge on the order, if it is there. */
export async function findCharge(admin: Admin, { orderId, mark }: Pick<ChargeSent, "orderId" | "mark">): Promise<Readonly<{ mark: string }> | null> {
  const { order } = await admin.run(chargesOfOrder, { id: orderId });
  return order?.lineItems.nodes.some((line) => line.product === null && line.currentQuantity > 0 && line.title.endsWith(`(${mark})`)) ? { mark } : null;
}

/** Shopify mails the customer what is open on the order. */
export async function sendInvoice(admin: Admin, orderId: string): Promise<object | Refused> {
  const sent = (await admin.run(orderInvoiceSend, { id: orderId })).orderInvoiceSend;
  return sent?.order ? {} : refusedBy(sent);
}
