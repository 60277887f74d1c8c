import { connection, type ConnectionArgs } from "../kernel/connection.ts";
import { isData, items, type Data } from "../webhooks/payloads/rest.ts";
import { ask, type CustomerCtx, type Thing } from "./ask.ts";
import { PAGE, type CustomerField } from "./fields.ts";
import { linesOf } from "./lines.ts";

/** A sent line that may still come back, and how many of it. */
export type Returnable = { fulfillmentLineItem: string; lineItem: string; quantity: number };

/** What of an order may still come back, by fulfillment line, as the Admin's returnableFulfillments says. */
export function returnables(ctx: CustomerCtx, orderId: string): Returnable[] {
  const answer = ask(ctx, `query ($id: ID!) { returnableFulfillments(orderId: $id, ${PAGE}) { nodes {
    returnableFulfillmentLineItems(${PAGE}) { nodes { quantity fulfillmentLineItem { id lineItem { id } } } } } } }`, { id: orderId });
  return items(answer, "returnableFulfillments").flatMap((f) => items(f, "returnableFulfillmentLineItems")).map((line) => {
    const sent: Data = isData(line.fulfillmentLineItem) ? line.fulfillmentLineItem : {};
    const item: Data = isData(sent.lineItem) ? sent.lineItem : {};
    return { fulfillmentLineItem: String(sent.id), lineItem: String(item.id), quantity: Number(line.quantity) };
  });
}

function quantities(ctx: CustomerCtx, orderId: string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { lineItem, quantity } of returnables(ctx, orderId)) sums.set(lineItem, (sums.get(lineItem) ?? 0) + quantity);
  return sums;
}

function returnableLineItems(source: Thing, args: ConnectionArgs, ctx: CustomerCtx): unknown {
  const lines = linesOf(ctx, source.id);
  const nodes = [...quantities(ctx, source.id)].map(([id, quantity]) => ({ __typename: "ReturnableLineItem", lineItem: lines.get(id), quantity }));
  return connection(nodes.filter((n) => n.quantity > 0), args);
}

function sentByLine(ctx: CustomerCtx, orderId: string): Map<string, number> {
  const { order } = ask(ctx, `query ($id: ID!) { order(id: $id) { lineItems(${PAGE}) { nodes { id unfulfilledQuantity } } } }`, { id: orderId });
  return new Map(items(isData(order) ? order : {}, "lineItems").map((l) => [String(l.id), Number(l.unfulfilledQuantity)]));
}

/** What of a line cannot come back, and why: not sent yet, or in a return already. A shop here sets no return window. */
function detailsOf(current: number, unsent: number, returnable: number): Data[] {
  const returned = current - unsent - returnable;
  const details = [{ quantity: unsent, reasonCode: "UNFULFILLED" }, { quantity: returned, reasonCode: "RETURNED" }];
  return details.filter((d) => d.quantity > 0).map((d) => ({ __typename: "NonReturnableQuantityDetail", ...d }));
}

function nonReturnable(ctx: CustomerCtx, orderId: string): Data[] {
  const returnable = quantities(ctx, orderId);
  const unsent = sentByLine(ctx, orderId);
  return [...linesOf(ctx, orderId)].map(([id, lineItem]) => {
    const quantityDetails = detailsOf(Number(lineItem.currentQuantity), unsent.get(id) ?? 0, returnable.get(id) ?? 0);
    const quantity = quantityDetails.reduce((sum, d) => sum + Number(d.quantity), 0);
    return { __typename: "NonReturnableLineItem", lineItem, quantity, quantityDetails };
  }).filter((n) => n.quantity > 0);
}

function summary(source: Thing, _args: never, ctx: CustomerCtx): unknown {
  const reasons = nonReturnable(ctx, source.id).flatMap((n) => items(n, "quantityDetails")).map((d) => d.reasonCode);
  return reasons.length === 0 ? null : { __typename: "OrderNonReturnableSummary", nonReturnableReasons: [...new Set(reasons)] };
}

/** OrderReturnInformation. Shops here have no return rules of their own: no fees, no shipping methods. */
export const returnInformation: Record<string, CustomerField> = {
  returnableLineItems,
  nonReturnableLineItems: (source, args: ConnectionArgs, ctx) => connection(nonReturnable(ctx, source.id), args),
  nonReturnableSummary: summary,
  hasRestockingFee: () => false,
  hasReturnShippingFee: () => false,
  returnFees: () => [],
  returnShippingMethodNote: () => null,
  returnShippingMethods: () => [],
};
