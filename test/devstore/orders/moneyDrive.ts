import { priceText } from "../kernel/money.ts";
import { OUTCOME, CREATE, PROCESS, REFUND, RETURN, Refusal, SHIP, type Json, type OrdersUnderTest, type Pair } from "./ordersUnderTest.ts";
import { bagIn, list, readOrder } from "./moneyRead.ts";
import { moneyIn, orderIn, type Action, type OrderPlan, type PayBack } from "./moneyPlan.ts";

/** What happened while plans were carried out: laws about nothing prove nothing. */
export type Tally = Record<string, number>;
const count = (tally: Tally, what: string): void => { tally[what] = (tally[what] ?? 0) + 1; };

export type Driven = { store: OrdersUnderTest; pair: Pair; orderId: string; tally: Tally; variantId: string };

/** Makes the order of a plan with its payments. */
export async function place(store: OrdersUnderTest, pair: Pair, plan: OrderPlan, tally: Tally, number: number): Promise<Driven> {
  const customerId = String((await store.make("mutation C($input: CustomerInput!) { customerCreate(input: $input) { customer { id } userErrors { field message } } }", { input: { email: `buyer-${number}@example.com` } }))["customer"]?.["id"]);
  const { product } = await store.make("mutation P($product: ProductCreateInput!) { productCreate(product: $product) { product { id variants(first: 1) { nodes { id } } } userErrors { field message } } }", { product: { title: `Swap ${number}` } }) as unknown as { product: Json };
  const probe = await store.make(CREATE, { order: orderIn(plan, pair, customerId) });
  const { asOrdered } = await readOrder(store, String(probe["order"]?.["id"]));
  const transactions = paymentsOf(plan, asOrdered.total, pair);
  const made = await store.make(CREATE, { order: { ...orderIn(plan, pair, customerId), transactions } });
  return { store, pair, orderId: String(made["order"]?.["id"]), tally, variantId: String(product["variants"]?.["nodes"]?.[0]?.["id"]) };
}

function paymentsOf(plan: OrderPlan, total: { shop: number; presentment: number }, pair: Pair): object[] {
  let shop = 0;
  let presentment = 0;
  return plan.payments.flatMap((_part, i) => {
    const whole = plan.payments.slice(0, i + 1).reduce((a, b) => a + b, 0);
    const upTo = (amount: number): number => Math.trunc((amount * whole) / 100);
    const amount = moneyIn(upTo(total.shop) - shop, upTo(total.presentment) - presentment, pair);
    shop = upTo(total.shop);
    presentment = upTo(total.presentment);
    return total.presentment === 0 ? [] : [{ kind: "SALE", gateway: i === 0 ? "card" : "gift_card", amountSet: amount }];
  });
}

/** Carries one action out, and says whether it was. What Shopify would refuse is refused here too, and counted. */
export async function act(driven: Driven, action: Action): Promise<boolean> {
  try {
    const done = await ACTS[action.do](driven, action as never);
    if (done) count(driven.tally, action.do);
    return done;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    count(driven.tally, `refused: ${error.message.replace(/[\d.,]+/g, "#")}`);
    return false;
  }
}

const ACTS: Record<Action["do"], (driven: Driven, action: never) => Promise<boolean>> = { ship, pay, refund, return: sendBack, edit, cancel };

async function ship({ store, orderId }: Driven): Promise<boolean> {
  const open = await store.ask("query O($id: ID!) { order(id: $id) { fulfillmentOrders(first: 20) { nodes { id status } } } }", { id: orderId });
  const orders = list(open["order"]?.["fulfillmentOrders"]?.["nodes"]).filter((o) => ["OPEN", "IN_PROGRESS"].includes(String(o["status"])));
  for (const one of orders) await store.make(SHIP, { fulfillment: { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: one["id"] }] } });
  return orders.length > 0;
}

async function pay({ store, orderId }: Driven): Promise<boolean> {
  await store.make("mutation M($id: ID!) { orderMarkAsPaid(input: { id: $id }) { order { id } userErrors { field message } } }", { id: orderId });
  return true;
}

type Suggested = { amount: number; transactions: { parentId: string; amount: number }[]; most: number };

/** Amounts to pay back of a suggestion; undefined where nothing is to be sent at all. */
function chosen(how: PayBack, suggested: Suggested): { toCards: { parentId: string; amount: number }[]; credit: number } {
  const half = suggested.transactions.map((t) => ({ ...t, amount: Math.trunc(t.amount / 2) }));
  const rest = suggested.amount - half.reduce((n, t) => n + t.amount, 0);
  switch (how) {
    case "suggested": return { toCards: suggested.transactions, credit: 0 };
    case "less": return { toCards: half, credit: 0 };
    case "credit": return { toCards: [], credit: suggested.amount };
    case "both": return { toCards: half, credit: rest };
    case "too much": return { toCards: suggested.transactions, credit: suggested.most - suggested.amount + 1 };
    case "nothing": case "no refund": return { toCards: [], credit: 0 };
  }
}

const creditIn = (credit: number, currency: string): object[] => (credit > 0 ? [{ storeCreditRefund: { amount: { amount: priceText(credit, currency), currencyCode: currency } } }] : []);
const suggestedIn = (json: Json | undefined): Suggested["transactions"] =>
  list(json?.["suggestedTransactions"]).map((t) => ({ parentId: String(t["parentTransaction"]?.["id"]), amount: bagIn(t["amountSet"]).presentment }));

let keys = 0;
const SUGGEST = `query S($id: ID!, $lines: [RefundLineItemInput!], $shipping: Boolean) { order(id: $id) { suggestedRefund(refundLineItems: $lines, refundShipping: $shipping) {
  amountSet { shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } } maximumRefundableSet { shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } }
  suggestedTransactions { amountSet { shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } } parentTransaction { id } } } } }`;

async function refund({ store, orderId, pair, tally }: Driven, action: Extract<Action, { do: "refund" }>): Promise<boolean> {
  const order = await readOrder(store, orderId);
  const line = order.lines[action.line % order.lines.length];
  const quantity = Math.min(action.units, line?.current ?? 0);
  const lines = line && quantity > 0 ? [{ lineItemId: line.id, quantity }] : [];
  const found = (await store.ask(SUGGEST, { id: orderId, lines, shipping: action.shipping }))["order"]?.["suggestedRefund"] as Json;
  const suggested = { amount: bagIn(found["amountSet"]).presentment, most: bagIn(found["maximumRefundableSet"]).presentment, transactions: suggestedIn(found) };
  const { toCards, credit } = chosen(action.pay, suggested);
  keys += 1;
  await store.make(REFUND, { key: `law-${keys}`, input: {
    orderId, currency: pair.presentment, refundLineItems: lines.map((l) => ({ ...l, restockType: "NO_RESTOCK" })), ...(action.shipping ? { shipping: { fullRefund: true } } : {}),
    transactions: toCards.map((t) => ({ orderId, parentId: t.parentId, kind: "REFUND", gateway: "card", amount: priceText(t.amount, pair.presentment) })), refundMethods: creditIn(credit, pair.presentment),
  } });
  if (suggested.amount > 0) count(tally, `refund worth something, ${action.pay}`);
  return true;
}

const RETURNABLE = "query R($id: ID!) { returnableFulfillments(orderId: $id, first: 20) { nodes { returnableFulfillmentLineItems(first: 20) { nodes { quantity fulfillmentLineItem { id } } } } } }";

async function sendBack(driven: Driven, action: Extract<Action, { do: "return" }>): Promise<boolean> {
  const { store, orderId, pair, tally, variantId } = driven;
  const returnable = list((await store.ask(RETURNABLE, { id: orderId }))["returnableFulfillments"]?.["nodes"]).flatMap((f) => list(f["returnableFulfillmentLineItems"]?.["nodes"]));
  const line = returnable[action.line % Math.max(1, returnable.length)];
  if (!line) return false;
  if (action.exchange !== null) await priceVariant(driven, action.exchange);
  const { return: ret } = await store.make(RETURN, { returnInput: {
    orderId,
    returnLineItems: [{ fulfillmentLineItemId: line["fulfillmentLineItem"]?.["id"], quantity: Math.min(action.units, Number(line["quantity"])), ...(action.fee ? { restockingFee: { percentage: action.fee } } : {}) }],
    exchangeLineItems: action.exchange === null ? [] : [{ variantId, quantity: 1, ...(action.discount ? { appliedDiscount: { value: { percentage: action.discount } } } : {}) }],
    ...(action.shippingFee ? { returnShippingFee: { amount: { amount: priceText(action.shippingFee, pair.presentment), currencyCode: pair.presentment } } } : {}),
  } }) as unknown as { return: Json };
  await process(driven, action, ret);
  if (action.exchange !== null) count(tally, "exchange");
  if (action.fee || action.shippingFee) count(tally, "fee");
  return true;
}

async function process({ store, pair, tally }: Driven, action: Extract<Action, { do: "return" }>, ret: Json): Promise<void> {
  const returnLineItems = list(ret["returnLineItems"]?.["nodes"]).map((l) => ({ id: l["id"], quantity: l["quantity"] }));
  const exchangeLineItems = list(ret["exchangeLineItems"]?.["nodes"]).map((l) => ({ id: l["id"], quantity: l["quantity"] }));
  const shipping = action.keepShipping ? undefined : { fullRefund: true };
  const outcome = (await store.ask(OUTCOME, { id: ret["id"], lines: returnLineItems, exchanges: exchangeLineItems, shipping }))["return"]?.["suggestedFinancialOutcome"] as Json;
  const transfer = outcome["financialTransfer"] as Json | undefined;
  const isRefund = (transfer?.["__typename"] as unknown) === "RefundReturnOutcome";
  const suggested = { amount: isRefund ? bagIn(transfer?.["amount"]).presentment : 0, most: bagIn(outcome["maximumRefundable"]).presentment, transactions: suggestedIn(transfer) };
  const { toCards, credit } = chosen(action.pay, suggested);
  const issueRefund = { orderTransactions: toCards.map((t) => ({ parentId: t.parentId, transactionAmount: { amount: priceText(t.amount, pair.presentment), currencyCode: pair.presentment } })), refundMethods: creditIn(credit, pair.presentment) };
  count(tally, `outcome: ${String(transfer?.["__typename"] ?? "even")}`);
  await store.make(PROCESS, { input: { returnId: ret["id"], returnLineItems, exchangeLineItems, ...(shipping ? { refundShipping: shipping } : {}), ...(action.pay === "no refund" ? {} : { financialTransfer: { issueRefund } }) } });
  if (suggested.amount > 0) count(tally, `return worth something, ${action.pay}`);
}

async function priceVariant({ store, variantId }: Driven, price: number): Promise<void> {
  const { productVariant } = await store.ask("query V($id: ID!) { productVariant(id: $id) { product { id } } }", { id: variantId }) as unknown as { productVariant: Json };
  await store.make("mutation V($productId: ID!, $variants: [ProductVariantsBulkInput!]!) { productVariantsBulkUpdate(productId: $productId, variants: $variants) { productVariants { id } userErrors { field message } } }", {
    productId: productVariant["product"]?.["id"], variants: [{ id: variantId, price: priceText(price, store.shop.currency), taxable: true }],
  });
}

async function edit({ store, orderId, pair }: Driven, action: Extract<Action, { do: "edit" }>): Promise<boolean> {
  const { calculatedOrder } = await store.make("mutation B($id: ID!) { orderEditBegin(id: $id) { calculatedOrder { id lineItems(first: 20) { nodes { id quantity } } } userErrors { field message } } }", { id: orderId }) as unknown as { calculatedOrder: Json };
  const lines = list(calculatedOrder["lineItems"]?.["nodes"]);
  const line = lines[action.line % lines.length];
  const id = calculatedOrder["id"];
  await store.make("mutation Q($id: ID!, $line: ID!, $quantity: Int!) { orderEditSetQuantity(id: $id, lineItemId: $line, quantity: $quantity) { calculatedOrder { id } userErrors { field message } } }", { id, line: line?.["id"], quantity: action.quantity });
  if (action.off) await store.make("mutation D($id: ID!, $line: ID!, $discount: OrderEditAppliedDiscountInput!) { orderEditAddLineItemDiscount(id: $id, lineItemId: $line, discount: $discount) { calculatedOrder { id } userErrors { field message } } }", { id, line: line?.["id"], discount: { fixedValue: { amount: priceText(action.off, pair.presentment), currencyCode: pair.presentment } } });
  await store.make("mutation K($id: ID!) { orderEditCommit(id: $id) { order { id } userErrors { field message } } }", { id });
  return true;
}

async function cancel({ store, orderId }: Driven, action: Extract<Action, { do: "cancel" }>): Promise<boolean> {
  const refundMethod = action.how === "keep" ? undefined : action.how === "credit" ? { storeCreditRefund: {} } : { originalPaymentMethodsRefund: true };
  await store.make("mutation X($orderId: ID!, $refundMethod: OrderCancelRefundMethodInput) { orderCancel(orderId: $orderId, reason: OTHER, restock: false, refundMethod: $refundMethod) { job { id } userErrors { field message } } }", { orderId, refundMethod });
  return true;
}
