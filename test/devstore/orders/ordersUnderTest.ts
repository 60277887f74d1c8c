import { createWorld, type World } from "../kernel/world.ts";
import { addShop } from "../kernel/world.ts";
import { inProcess } from "../seed/seedWorld.ts";
import { createShop, type Shop } from "../shop.ts";
import { customToken } from "../start.ts";

/** Untyped JSON as an answer has it; tests say what they expect of it. */
export type Json = { readonly [key: string]: Json } & { readonly [index: number]: Json } & { readonly length: number };

/** Shop and customer pay in these currencies; a pair of digits is what the laws are tried on. */
export type Pair = { shop: string; presentment: string };

export class Refusal extends Error {}

export type OrdersUnderTest = {
  world: World;
  shop: Shop;
  /** What was told to the outside, as "topic id-type". */
  told: { topic: string; id: string; detail: Record<string, unknown> }[];
  /** The data of a call; throws on top-level errors. */
  ask: (query: string, variables?: object) => Promise<Json>;
  /** The payload of the one mutation of a call; throws `Refusal` with the first message when it has user errors. */
  make: (query: string, variables?: object) => Promise<Json>;
  /** The user errors of the one mutation of a call. */
  errorsOf: (query: string, variables?: object) => Promise<Json>;
};

/** A fresh shop spoken to through the Admin API, without the way over HTTP. */
export function ordersUnderTest(currency = "CAD"): OrdersUnderTest {
  const world = createWorld();
  const shop = addShop(world, createShop({ domain: `orders-${currency.toLowerCase()}.myshopify.com`, currency, plan: "enterprise", tokens: [customToken("T")] }));
  const told: OrdersUnderTest["told"] = [];
  world.onHappening = ({ topic, id, detail }) => told.push({ topic, id, detail });
  const send = inProcess(world, shop, "T");
  const ask: OrdersUnderTest["ask"] = async (query, variables = {}) => {
    const answer = await send(query, variables as Record<string, unknown>);
    if (answer.errors?.length) throw new Error(`${JSON.stringify(answer.errors)}\n${query}\n${JSON.stringify(variables)}`);
    return answer.data as unknown as Json;
  };
  const payloadOf = async (query: string, variables?: object): Promise<Json> => {
    const payload = Object.values(await ask(query, variables))[0];
    if (!payload) throw new Error(`no payload\n${query}`);
    return payload as Json;
  };
  return {
    world, shop, told, ask,
    errorsOf: async (query, variables) => (await payloadOf(query, variables))["userErrors"] as Json,
    make: async (query, variables) => {
      const payload = await payloadOf(query, variables);
      const first = (payload["userErrors"] as Json | undefined)?.[0];
      if (first) throw new Refusal(String(first["message"]));
      return payload;
    },
  };
}

export const CREATE = `mutation Create($order: OrderCreateOrderInput!, $options: OrderCreateOptionsInput) { orderCreate(order: $order, options: $options) {
  order { id name lineItems(first: 20) { nodes { id } } transactions { id kind } fulfillmentOrders(first: 10) { nodes { id lineItems(first: 20) { nodes { id remainingQuantity } } } } } userErrors { field message code } } }`;

export const SHIP = `mutation Ship($fulfillment: FulfillmentInput!) { fulfillmentCreate(fulfillment: $fulfillment) {
  fulfillment { id fulfillmentLineItems(first: 20) { nodes { id quantity lineItem { id } } } } userErrors { field message } } }`;

export const RETURN = `mutation Return($returnInput: ReturnInput!) { returnCreate(returnInput: $returnInput) {
  return { id name status returnLineItems(first: 20) { nodes { id quantity } } exchangeLineItems(first: 20) { nodes { id quantity } } } userErrors { field message code } } }`;

export const PROCESS = `mutation Process($input: ReturnProcessInput!) { returnProcess(input: $input) {
  return { id status returnLineItems(first: 20) { nodes { ... on ReturnLineItem { id quantity processedQuantity unprocessedQuantity refundedQuantity } } } } userErrors { field message code } } }`;

export const REFUND = `mutation Refund($input: RefundInput!, $key: String!) { refundCreate(input: $input) @idempotent(key: $key) {
  refund { id } order { id } userErrors { field message } } }`;

const BAG = "{ shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } }";
export const OUTCOME = `query Outcome($id: ID!, $lines: [SuggestedOutcomeReturnLineItemInput!]!, $exchanges: [SuggestedOutcomeExchangeLineItemInput!]!, $shipping: RefundShippingInput, $duties: [RefundDutyInput!], $how: RefundMethodAllocation) {
  return(id: $id) { suggestedFinancialOutcome(returnLineItems: $lines, exchangeLineItems: $exchanges, refundShipping: $shipping, refundDuties: $duties, refundMethodAllocation: $how) {
    discountedSubtotal ${BAG} totalTax ${BAG} totalDuties ${BAG} totalCartDiscountAmount ${BAG} maximumRefundable ${BAG} shipping { amountSet ${BAG} taxSet ${BAG} maximumRefundableSet ${BAG} }
    financialTransfer { __typename ... on InvoiceReturnOutcome { amount ${BAG} } ... on RefundReturnOutcome { amount ${BAG}
      suggestedTransactions { amountSet ${BAG} maximumRefundableSet ${BAG} gateway kind parentTransaction { id } } suggestedRefundMethods { __typename amount ${BAG} maximumRefundable ${BAG} } } } } } }`;

/** An order of simple lines in the shop's currency. */
export function simpleOrder(currency: string, lines: readonly { price: string; quantity: number; tax?: string }[], more: Record<string, unknown> = {}): object {
  const bag = (amount: string): object => ({ shopMoney: { amount, currencyCode: currency } });
  return {
    order: {
      currency,
      lineItems: lines.map((l, i) => ({ title: `Item ${i + 1}`, quantity: l.quantity, priceSet: bag(l.price), requiresShipping: true, taxable: l.tax !== undefined, taxLines: l.tax === undefined ? [] : [{ title: "Tax", rate: 0.1, priceSet: bag(l.tax) }] })),
      ...more,
    },
  };
}

/** A paid amount as a transaction of a new order. */
export const paid = (amount: string, currency: string, gateway = "manual"): object => ({ kind: "SALE", status: "SUCCESS", gateway, amountSet: { shopMoney: { amount, currencyCode: currency } } });

/** Ships everything of a new order; the ids of the fulfillment lines in the order of the lines. */
export async function shipAll(store: OrdersUnderTest, order: Json): Promise<string[]> {
  const open = order["fulfillmentOrders"]?.["nodes"] as Json;
  const lines: string[] = [];
  for (let i = 0; i < open.length; i += 1) {
    const { fulfillment } = await store.make(SHIP, { fulfillment: { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: open[i]?.["id"] }] } }) as unknown as { fulfillment: Json };
    const nodes = fulfillment["fulfillmentLineItems"]?.["nodes"] as Json;
    for (let j = 0; j < nodes.length; j += 1) lines.push(String(nodes[j]?.["id"]));
  }
  return lines;
}
