import { amountText } from "../kernel/money.ts";
import { callAll, patient, type BatchOptions, type Send, type StepAnswer } from "./adminCall.ts";
import type { ShopFacts } from "./fillShop.ts";
import type { ShippedOrder } from "./fillShipments.ts";
import { plusHours } from "./days.ts";
import { latestEvent } from "./planOrder.ts";
import type { ReturnPlan, ReturnState } from "./plan.ts";
import { OUTCOME_QUERY, type StepName } from "./steps.ts";

type Wanted = { readonly order: ShippedOrder; readonly plan: ReturnPlan };
type Lines = { nodes: { id: string; quantity: number }[] };
type MadeReturn = Wanted & {
  readonly id: string;
  readonly lines: Lines["nodes"];
  readonly reverse: { readonly id: string; readonly lines: { readonly id: string; readonly totalQuantity: number }[] } | null;
};

/** States that begin with the customer's request; the others are opened by staff. */
const REQUESTED: ReadonlySet<ReturnState> = new Set(["requested", "approved", "declined"]);

/** Makes the returns and brings each into its state. Gives how many. Throws when Shopify refuses one. */
export async function fillReturns(send: Send, orders: readonly ShippedOrder[], facts: ShopFacts, batch: BatchOptions): Promise<number> {
  const wanted = orders.flatMap((order) => order.plan.returns.map((plan): Wanted => ({ order, plan })));
  const asked = wanted.filter((w) => REQUESTED.has(w.plan.state));
  const opened = wanted.filter((w) => !REQUESTED.has(w.plan.state));
  const requests = await callAll(send, "requestReturn", asked.map((w) => ({ input: requestInput(w, facts) })), batch);
  const creates = await callAll(send, "createReturn", opened.map((w) => ({ returnInput: createInput(w, facts) })), batch);
  const made = [...asked.map((w, i) => madeReturn(w, requests[i])), ...opened.map((w, i) => madeReturn(w, creates[i]))];
  const each = (state: ReturnState, step: StepName, args: (r: MadeReturn) => Record<string, unknown>) =>
    callAll(send, step, made.filter((r) => r.plan.state === state).map(args), batch);
  await each("approved", "approveReturn", ({ id }) => ({ input: { id } }));
  await each("declined", "declineReturn", ({ id, plan }) => ({ input: { id, declineReason: plan.decline?.reason, declineNote: plan.decline?.note } }));
  await each("cancelled", "cancelReturn", ({ id }) => ({ id }));
  await each("labelled", "sendLabel", labelArgs);
  await refund(send, made, facts, batch);
  await each("refunded", "closeReturn", ({ id }) => ({ id }));
  await each("closed", "closeReturn", ({ id }) => ({ id }));
  return made.length;
}

function lineInputs({ order, plan }: Wanted, facts: ShopFacts, note: "customerNote" | "returnReasonNote"): Record<string, unknown>[] {
  const parcel = order.shipments[plan.shipment];
  return plan.lines.map(({ line, quantity }) => ({
    fulfillmentLineItemId: parcel?.lines.get(order.lines[line] ?? ""), quantity, [note]: plan.note,
    returnReasonDefinitionId: facts.reasons.get(plan.reason),
    ...(plan.restockingPercentage === null ? {} : { restockingFee: { percentage: plan.restockingPercentage } }),
  }));
}

const feeInput = ({ order, plan }: Wanted): Record<string, unknown> =>
  plan.shippingFee === null ? {} : { returnShippingFee: { amount: { amount: amountText(plan.shippingFee, order.plan.currency), currencyCode: order.plan.currency } } };

const requestInput = (w: Wanted, facts: ShopFacts): Record<string, unknown> => ({ orderId: w.order.id, returnLineItems: lineInputs(w, facts, "customerNote"), ...feeInput(w) });

function createInput(w: Wanted, facts: ShopFacts): Record<string, unknown> {
  const [first] = w.plan.lines;
  const sku = w.order.plan.lines[first?.line ?? 0]?.sku ?? "";
  return {
    orderId: w.order.id, returnLineItems: lineInputs(w, facts, "returnReasonNote"), requestedAt: plusHours(latestEvent(w.order.plan), 20), ...feeInput(w),
    ...(w.plan.state === "exchange" ? { exchangeLineItems: [{ variantId: facts.variants.get(sku), quantity: first?.quantity ?? 1 }] } : {}),
  };
}

function madeReturn(wanted: Wanted, answer: StepAnswer | undefined): MadeReturn {
  const made = answer?.["return"] as { id: string; returnLineItems: Lines; reverseFulfillmentOrders: { nodes: { id: string; lineItems: { nodes: { id: string; totalQuantity: number }[] } }[] } };
  const [reverse] = made.reverseFulfillmentOrders.nodes;
  return { ...wanted, id: made.id, lines: made.returnLineItems.nodes, reverse: reverse ? { id: reverse.id, lines: reverse.lineItems.nodes } : null };
}

function labelArgs({ reverse, order }: MadeReturn): Record<string, unknown> {
  return {
    reverseFulfillmentOrderId: reverse?.id,
    reverseDeliveryLineItems: (reverse?.lines ?? []).map((l) => ({ reverseFulfillmentOrderLineItemId: l.id, quantity: l.totalQuantity })),
    trackingInput: { number: `RET${order.plan.key.replace(/\D/g, "")}`, url: "https://example.com/track" },
    labelInput: { fileUrl: "https://example.com/label.pdf" },
  };
}

/** Refunds what Shopify suggests; goods of state "restocked" go back on the shelf with it. */
async function refund(send: Send, made: readonly MadeReturn[], facts: ShopFacts, batch: BatchOptions): Promise<void> {
  const paid = made.filter((r) => r.plan.state === "refunded" || r.plan.state === "restocked");
  const calls: Record<string, unknown>[] = [];
  for (const r of paid) calls.push({ input: await processInput(send, r, facts, batch) });
  await callAll(send, "processReturn", calls, batch);
}

type Outcome = { return: { suggestedFinancialOutcome: { financialTransfer: { suggestedTransactions?: { amountSet: { presentmentMoney: { amount: string; currencyCode: string } }; parentTransaction: { id: string } | null }[] } | null } | null } };

async function processInput(send: Send, r: MadeReturn, facts: ShopFacts, batch: BatchOptions): Promise<Record<string, unknown>> {
  const lines = r.lines.map(({ id, quantity }) => ({ id, quantity }));
  const data = (await patient(send, OUTCOME_QUERY, { id: r.id, lines }, batch)) as Outcome;
  const suggested = data.return.suggestedFinancialOutcome?.financialTransfer?.suggestedTransactions ?? [];
  const orderTransactions = suggested.flatMap((t) => (t.parentTransaction && Number(t.amountSet.presentmentMoney.amount) > 0 ? [{ parentId: t.parentTransaction.id, transactionAmount: t.amountSet.presentmentMoney }] : []));
  const dispositions = (r.reverse?.lines ?? []).map((l) => ({ reverseFulfillmentOrderLineItemId: l.id, quantity: l.totalQuantity, locationId: facts.locationId, dispositionType: "RESTOCKED" }));
  return {
    returnId: r.id,
    returnLineItems: lines.map((line, i) => (r.plan.state === "restocked" && dispositions[i] ? { ...line, dispositions: [dispositions[i]] } : line)),
    ...(orderTransactions.length > 0 ? { financialTransfer: { issueRefund: { orderTransactions } } } : {}),
    notifyCustomer: false,
  };
}
