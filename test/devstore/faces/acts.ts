/** The mutations behind the pages' buttons. */
const errors = "userErrors { field message }";

export const ACTS = {
  fulfil: `mutation FaceFulfil($fulfillment: FulfillmentInput!) { done: fulfillmentCreate(fulfillment: $fulfillment) { fulfillment { id } ${errors} } }`,
  event: `mutation FaceEvent($fulfillmentEvent: FulfillmentEventInput!) { done: fulfillmentEventCreate(fulfillmentEvent: $fulfillmentEvent) { fulfillmentEvent { id } ${errors} } }`,
  pay: `mutation FacePay($input: OrderMarkAsPaidInput!) { done: orderMarkAsPaid(input: $input) { order { id } ${errors} } }`,
  cancel: `mutation FaceCancel($orderId: ID!) { done: orderCancel(orderId: $orderId, reason: CUSTOMER, refundMethod: { originalPaymentMethodsRefund: true }, restock: true) { job { id } userErrors: orderCancelUserErrors { field message } } }`,
  approve: `mutation FaceApprove($input: ReturnApproveRequestInput!) { done: returnApproveRequest(input: $input) { return { id } ${errors} } }`,
  decline: `mutation FaceDecline($input: ReturnDeclineRequestInput!) { done: returnDeclineRequest(input: $input) { return { id } ${errors} } }`,
  cancelReturn: `mutation FaceCancelReturn($id: ID!) { done: returnCancel(id: $id) { return { id } ${errors} } }`,
  close: `mutation FaceClose($id: ID!) { done: returnClose(id: $id) { return { id } ${errors} } }`,
  reopen: `mutation FaceReopen($id: ID!) { done: returnReopen(id: $id) { return { id } ${errors} } }`,
  request: `mutation FaceRequest($input: ReturnRequestInput!) { done: returnRequest(input: $input) { return { id name } ${errors} } }`,
} as const;

export type Act = keyof typeof ACTS;
export const isAct = (name: string): name is Act => Object.hasOwn(ACTS, name);

type Open = { readonly fulfillmentOrders: { readonly nodes: readonly { readonly id: string; readonly lineItems: { readonly nodes: readonly { readonly remainingQuantity: number }[] } }[] } };

/** The variables of a button's mutation, from the form and the order it stands on. */
export function actVariables(act: Act, orderId: string, form: URLSearchParams, order: Open, now: string): Record<string, unknown> {
  const id = form.get("id") ?? "";
  switch (act) {
    case "fulfil": {
      const open = order.fulfillmentOrders.nodes.filter((o) => o.lineItems.nodes.some((l) => l.remainingQuantity > 0));
      return { fulfillment: { lineItemsByFulfillmentOrder: open.map((o) => ({ fulfillmentOrderId: o.id })), trackingInfo: { company: "Local courier", number: `LC${orderId.replace(/\D/g, "")}` } } };
    }
    case "event": return { fulfillmentEvent: { fulfillmentId: id, status: form.get("status") ?? "", happenedAt: now } };
    case "pay": return { input: { id: orderId } };
    case "cancel": return { orderId };
    case "approve": return { input: { id } };
    case "decline": return { input: { id, declineReason: "OTHER", declineNote: "Declined by the shop." } };
    case "cancelReturn": case "close": case "reopen": return { id };
    case "request": return { input: requestInput(orderId, form) };
    default: throw new Error(act satisfies never);
  }
}

function requestInput(orderId: string, form: URLSearchParams): Record<string, unknown> {
  const reason = form.get("reason") ?? "";
  const note = form.get("note") ?? "";
  const lines = [...form].filter(([name, n]) => name.startsWith("gid://shopify/FulfillmentLineItem/") && Number(n) > 0);
  return { orderId, returnLineItems: lines.map(([fulfillmentLineItemId, n]) => ({ fulfillmentLineItemId, quantity: Number(n), returnReasonDefinitionId: reason, customerNote: note })) };
}
