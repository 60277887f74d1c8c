/** One mutation as the seed sends it: its arguments with their types, and what is read of the answer. */
export type Step = {
  readonly field: string;
  readonly args: Readonly<Record<string, string>>;
  /** The mutation wants `@idempotent`; the key is one more argument, `key`. */
  readonly keyed?: true;
  /** Arguments that are always the same, written out. */
  readonly fixed?: string;
  readonly selection: string;
};

const errors = "userErrors { field message }";
const returned = `return { id status returnLineItems(first: 10) { nodes { id quantity } } reverseFulfillmentOrders(first: 2) { nodes { id lineItems(first: 10) { nodes { id totalQuantity } } } } } ${errors}`;

/** Every mutation the seed uses. */
export const STEPS = {
  createProduct: {
    field: "productCreate", args: { product: "ProductCreateInput!" }, selection: `product { id variants(first: 1) { nodes { id } } } ${errors}`,
  },
  updateVariants: {
    field: "productVariantsBulkUpdate", args: { productId: "ID!", variants: "[ProductVariantsBulkInput!]!" }, selection: `productVariants { id sku inventoryItem { id } } ${errors}`,
  },
  addVariants: {
    field: "productVariantsBulkCreate", args: { productId: "ID!", variants: "[ProductVariantsBulkInput!]!" }, selection: `productVariants { id sku inventoryItem { id } } ${errors}`,
  },
  setStock: { field: "inventorySetQuantities", args: { input: "InventorySetQuantitiesInput!" }, keyed: true, selection: `inventoryAdjustmentGroup { id } ${errors}` },
  createCustomer: { field: "customerCreate", args: { input: "CustomerInput!" }, selection: `customer { id } ${errors}` },
  createOrder: {
    field: "orderCreate", args: { order: "OrderCreateOrderInput!" }, fixed: "options: { inventoryBehaviour: BYPASS }",
    selection: `order { id name lineItems(first: 12) { nodes { id } } transactions { id kind }
      fulfillmentOrders(first: 2) { nodes { id lineItems(first: 12) { nodes { id lineItem { id } } } } } } ${errors}`,
  },
  createFulfillment: {
    field: "fulfillmentCreate", args: { fulfillment: "FulfillmentInput!" },
    selection: `fulfillment { id fulfillmentLineItems(first: 12) { nodes { id lineItem { id } } } } ${errors}`,
  },
  createEvent: { field: "fulfillmentEventCreate", args: { fulfillmentEvent: "FulfillmentEventInput!" }, selection: `fulfillmentEvent { id } ${errors}` },
  cancelOrder: {
    field: "orderCancel", args: { orderId: "ID!", reason: "OrderCancelReason!", staffNote: "String" },
    fixed: "refundMethod: { originalPaymentMethodsRefund: true }, restock: true, notifyCustomer: false",
    selection: "job { id } userErrors: orderCancelUserErrors { field message }",
  },
  requestReturn: { field: "returnRequest", args: { input: "ReturnRequestInput!" }, selection: returned },
  createReturn: { field: "returnCreate", args: { returnInput: "ReturnInput!" }, selection: returned },
  approveReturn: { field: "returnApproveRequest", args: { input: "ReturnApproveRequestInput!" }, selection: returned },
  declineReturn: { field: "returnDeclineRequest", args: { input: "ReturnDeclineRequestInput!" }, selection: `return { id } ${errors}` },
  cancelReturn: { field: "returnCancel", args: { id: "ID!" }, fixed: "notifyCustomer: false", selection: `return { id } ${errors}` },
  closeReturn: { field: "returnClose", args: { id: "ID!" }, selection: `return { id } ${errors}` },
  processReturn: { field: "returnProcess", args: { input: "ReturnProcessInput!" }, selection: `return { id } ${errors}` },
  sendLabel: {
    field: "reverseDeliveryCreateWithShipping",
    args: { reverseFulfillmentOrderId: "ID!", reverseDeliveryLineItems: "[ReverseDeliveryLineItemInput!]!", trackingInput: "ReverseDeliveryTrackingInput", labelInput: "ReverseDeliveryLabelInput" },
    fixed: "notifyCustomer: false", selection: `reverseDelivery { id } ${errors}`,
  },
} as const satisfies Record<string, Step>;

export type StepName = keyof typeof STEPS;

/** Reads what the shop counts in and what the return reasons are called. */
export const SHOP_QUERY = `query SeedShop {
  shop { name currencyCode }
  locations(first: 1) { nodes { id } }
  returnReasonDefinitions(first: 50) { nodes { id handle } }
}`;

const page = "pageInfo { hasNextPage endCursor }";

/** Read what is there, page by page. */
export const EXISTING_QUERIES = {
  variants: `query SeedVariants($after: String) { page: productVariants(first: 250, after: $after) { nodes { id sku } ${page} } }`,
  customers: `query SeedCustomers($after: String) { page: customers(first: 250, after: $after) { nodes { id email } ${page} } }`,
  orders: `query SeedOrders($after: String) { page: orders(first: 250, after: $after, query: "tag:seed") { nodes { id customAttributes { key value } } ${page} } }`,
};

/** What Shopify would refund for the lines of a return: the seed sends that and nothing of its own. */
export const OUTCOME_QUERY = `query SeedOutcome($id: ID!, $lines: [SuggestedOutcomeReturnLineItemInput!]!) {
  return(id: $id) {
    suggestedFinancialOutcome(returnLineItems: $lines, exchangeLineItems: []) {
      financialTransfer {
        ... on RefundReturnOutcome { suggestedTransactions { amountSet { presentmentMoney { amount currencyCode } } parentTransaction { id } } }
      }
    }
  }
}`;

/** One document for `count` calls of a step: aliases r0, r1, …; variables carry the same number. */
export function batchDocument(name: StepName, count: number): string {
  const step: Step = STEPS[name];
  const numbers = Array.from({ length: count }, (_, i) => i);
  const types = Object.entries({ ...step.args, ...(step.keyed ? { key: "String!" } : {}) });
  const variables = numbers.flatMap((n) => types.map(([arg, type]) => `$${arg}${n}: ${type}`));
  const calls = numbers.map((n) => {
    const given = Object.keys(step.args).map((arg) => `${arg}: $${arg}${n}`);
    return `r${n}: ${step.field}(${[...given, ...(step.fixed ? [step.fixed] : [])].join(", ")})${step.keyed ? ` @idempotent(key: $key${n})` : ""} { ${step.selection} }`;
  });
  return `mutation Seed_${name}(${variables.join(", ")}) {\n${calls.join("\n")}\n}`;
}

/** The variables of a batch: each call's arguments under names with its number. */
export function batchVariables(calls: readonly Readonly<Record<string, unknown>>[]): Record<string, unknown> {
  return Object.fromEntries(calls.flatMap((args, n) => Object.entries(args).map(([arg, value]) => [`${arg}${n}`, value])));
}
