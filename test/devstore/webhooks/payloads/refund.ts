import { LINE_ITEM_FIELDS, restLineItem } from "./lineItem.ts";
import { MONEY, type PayloadMakers } from "./payload.ts";
import { isData, items, lower, moneySet, part, restId, restTime, shopAmount, zeroLike, type Data } from "./rest.ts";

export const REFUND_FIELDS = `
  id note createdAt totalRefundedSet { ${MONEY} } return { id }
  refundLineItems(first: 100) { nodes { quantity restockType restocked location { id }
    subtotalSet { ${MONEY} } totalTaxSet { ${MONEY} } lineItem { ${LINE_ITEM_FIELDS} } } }
  transactions(first: 50) { nodes { id kind gateway status createdAt processedAt test amountSet { ${MONEY} } parentTransaction { id } } }
`;

function restRefundLine(line: Data, index: number): Data {
  const of = part(line, "lineItem");
  return {
    id: (restId(of.id) ?? 0) + index, quantity: line.quantity, line_item_id: restId(of.id), location_id: restId(part(line, "location").id),
    restock_type: lower(line.restockType), subtotal: Number(shopAmount(line.subtotalSet)), total_tax: Number(shopAmount(line.totalTaxSet)),
    subtotal_set: moneySet(line.subtotalSet), total_tax_set: moneySet(line.totalTaxSet), line_item: restLineItem(of),
  };
}

function restTransaction(transaction: Data, orderGid: unknown, zone: string): Data {
  const currency = part(part(transaction, "amountSet"), "shopMoney").currencyCode;
  const nothing = { presentment_money: { amount: "0.0", currency }, shop_money: { amount: "0.0", currency } };
  return {
    id: restId(transaction.id), order_id: restId(orderGid), kind: lower(transaction.kind), gateway: transaction.gateway,
    status: lower(transaction.status), message: null, created_at: restTime(transaction.createdAt, zone), test: transaction.test === true,
    authorization: null, location_id: null, user_id: null, parent_id: restId(part(transaction, "parentTransaction").id),
    processed_at: restTime(transaction.processedAt, zone), device_id: null, error_code: null, source_name: "web", receipt: {},
    amount: shopAmount(transaction.amountSet), currency, payment_id: null, total_unsettled_set: nothing,
    manual_payment_gateway: transaction.gateway === "manual", amount_rounding: null, admin_graphql_api_id: transaction.id,
  };
}

/** A refund in REST's names, as in `refunds/create` and inside orders. */
export function restRefund(refund: Data, orderGid: unknown, zone: string): Data {
  const lines = items(refund, "refundLineItems");
  const of = part(refund, "return");
  return {
    id: restId(refund.id), admin_graphql_api_id: refund.id, order_id: restId(orderGid), created_at: restTime(refund.createdAt, zone),
    processed_at: restTime(refund.createdAt, zone), note: refund.note ?? null, user_id: null, duties: [],
    total_duties_set: moneySet(zeroLike(refund.totalRefundedSet)), return: isData(refund.return) ? { id: restId(of.id), admin_graphql_api_id: of.id } : null,
    refund_shipping_lines: [], restock: lines.some((l) => l.restocked === true), order_adjustments: [],
    refund_line_items: lines.map(restRefundLine), transactions: items(refund, "transactions").map((t) => restTransaction(t, orderGid, zone)),
  };
}

export const refundPayloads: PayloadMakers = {
  "refunds/create": {
    query: `query ($id: ID!) { refund(id: $id) { order { id } ${REFUND_FIELDS} } }`,
    make: ({ refund }, { shop }) => restRefund((refund ?? {}) as Data, part((refund ?? {}) as Data, "order").id, shop.zone),
  },
};
