import { connection, type ConnectionArgs } from "../kernel/connection.ts";
import { isData, items, type Data } from "../webhooks/payloads/rest.ts";
import { ask, of, type CustomerCtx, type Thing } from "./ask.ts";
import { listed, PAGE, read, same, type CustomerFields } from "./fields.ts";
import { linesOf } from "./lines.ts";
import { returnables, type Returnable } from "./returnInformation.ts";

const LINES = `returnLineItems(${PAGE}) { nodes { __typename id quantity returnReason
  returnReasonDefinition { __typename id handle name deleted }
  ... on ReturnLineItem { fulfillmentLineItem { lineItem { id } } } } }`;

const orderOf = (ctx: CustomerCtx, returnId: string): string => {
  const order = of(ctx, "return", returnId, "order { id }");
  return isData(order) ? String(order.id) : "";
};

function returnLineItems(source: Thing, args: ConnectionArgs, ctx: CustomerCtx): unknown {
  const lines = linesOf(ctx, orderOf(ctx, source.id));
  const nodes = items({ found: of(ctx, "return", source.id, LINES) }, "found").map((line) => {
    const sent: Data = isData(line.fulfillmentLineItem) ? line.fulfillmentLineItem : {};
    return { ...line, lineItem: lines.get(String(isData(sent.lineItem) ? sent.lineItem.id : "")) };
  });
  return connection(nodes, args);
}

function reverseDeliveries(source: Thing, args: ConnectionArgs, ctx: CustomerCtx): unknown {
  const selection = `reverseFulfillmentOrders(${PAGE}) { nodes { reverseDeliveries(${PAGE}) { nodes { id deliverable {
    ... on ReverseDeliveryShippingDeliverable { __typename label { publicFileUrl } tracking { carrierName number url } } } } } } }`;
  const orders = items({ found: of(ctx, "return", source.id, selection) }, "found");
  const deliveries = orders.flatMap((o) => items(o, "reverseDeliveries")).map((d) => ({ ...d, __typename: "ReverseDelivery", customerGeneratedLabel: false }));
  return connection(deliveries, args);
}

export type RequestedLine = { lineItemId: string; quantity: number; customerNote?: string | null; returnReason?: string | null; returnReasonDefinitionId?: string | null };

/** The fulfillment lines that a customer's line stands for, filled in order; what does not fit stays on the last. */
export function spread(line: RequestedLine, from: readonly Returnable[]): { fulfillmentLineItemId: string; quantity: number }[] {
  const fitting = from.filter((r) => r.lineItem === line.lineItemId && r.quantity > 0);
  let left = line.quantity;
  return fitting.map((r, index) => {
    const quantity = index === fitting.length - 1 ? left : Math.min(left, r.quantity);
    left -= quantity;
    return { fulfillmentLineItemId: r.fulfillmentLineItem, quantity };
  }).filter((part) => part.quantity > 0);
}

const refusal = (field: string[], message: string, code: string): Data => ({
  return: null, userErrors: [{ __typename: "ReturnUserError", field, message, code }],
});

/** The Admin's returnRequest in the customer's name: the return is REQUESTED and waits for the merchant. */
export function requestReturn(ctx: CustomerCtx, args: { orderId: string; requestedLineItems: RequestedLine[] }, isOwn: boolean): Data {
  if (!isOwn) return refusal(["orderId"], "Order not found.", "NOT_FOUND");
  const from = returnables(ctx, args.orderId);
  const returnLineItems: Data[] = [];
  for (const [index, line] of args.requestedLineItems.entries()) {
    const parts = spread(line, from);
    if (parts.length === 0) return refusal(["requestedLineItems", String(index), "lineItemId"], "Line item is not returnable.", "INVALID");
    const { customerNote, returnReason, returnReasonDefinitionId } = line;
    returnLineItems.push(...parts.map((part) => ({ customerNote, returnReason, returnReasonDefinitionId, ...part })));
  }
  const payload = ask(ctx, `mutation ($input: ReturnRequestInput!) { returnRequest(input: $input) { return { id } userErrors { field message code } } }`,
    { input: { orderId: args.orderId, returnLineItems } }).returnRequest;
  const made: Data = isData(payload) && isData(payload.return) ? payload.return : {};
  const userErrors = items(isData(payload) ? payload : {}, "userErrors").map((e) => ({ __typename: "ReturnUserError", ...e }));
  return { return: made.id === undefined ? null : { __typename: "Return", id: made.id }, userErrors };
}

export const returnFields: CustomerFields = {
  Return: {
    ...same("return", "name", "status", "closedAt", "createdAt"),
    updatedAt: read("return", "createdAt"),
    returnLineItems,
    returnLineItemsCount: read("return", LINES, (found) => ({ __typename: "Count", count: items({ found }, "found").length, precision: "EXACT" })),
    exchangeLineItems: (source, args: ConnectionArgs, ctx) =>
      connection(listed("ExchangeLineItem")(of(ctx, "return", source.id, `exchangeLineItems(${PAGE}) { nodes { id quantity title variantId variantSku variantTitle productId } }`)), args),
    reverseDeliveries,
  },
};
