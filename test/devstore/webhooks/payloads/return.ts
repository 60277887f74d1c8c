import { MONEY, type PayloadMaker, type PayloadMakers, type Subject } from "./payload.ts";
import { isData, items, lower, moneySet, part, restId, type Data } from "./rest.ts";

const RETURN_QUERY = `query ($id: ID!) { return(id: $id) {
  id name status totalQuantity order { id } decline { reason note }
  returnLineItems(first: 100) { nodes { ... on ReturnLineItem { id quantity returnReasonNote customerNote
    fulfillmentLineItem { id lineItem { id } } } } }
  returnShippingFees { id amountSet { ${MONEY} } }
  exchangeLineItems(first: 100) { nodes { id } }
} }`;

const named = (gid: unknown): Data => ({ id: restId(gid), admin_graphql_api_id: gid });

const base = (found: Data): Data => ({ ...named(found.id), status: lower(found.status) });

function lineOf(line: Data): Data {
  const sent = part(line, "fulfillmentLineItem");
  return {
    ...named(line.id), quantity: line.quantity, fulfillment_line_item: { ...named(sent.id), line_item: named(part(sent, "lineItem").id) },
    return_reason_note: line.returnReasonNote ?? null, customer_note: line.customerNote ?? null,
  };
}

function opened(found: Data): Data {
  const exchanges = items(found, "exchangeLineItems");
  return {
    ...base(found), order: named(part(found, "order").id), total_return_line_items: found.totalQuantity, name: found.name,
    return_line_items: items(found, "returnLineItems").map(lineOf),
    return_shipping_fees: items(found, "returnShippingFees").map((fee) => ({ ...named(fee.id), price: moneySet(fee.amountSet) })),
    exchange_line_items: exchanges.map((line) => ({ ...named(line.id), line_item: null })), total_exchange_line_items: exchanges.length,
  };
}

const declined = (found: Data): Data => ({
  ...base(found), order: named(part(found, "order").id),
  decline: { reason: lower(part(found, "decline").reason), note: part(found, "decline").note ?? null },
});

const short = (found: Data): Data => ({ ...base(found), order_id: restId(part(found, "order").id) });

/** `detail.removals`: what removeFromReturn took away, as {id, delta} of return lines. */
function updated(found: Data, { detail }: Subject): Data {
  return {
    admin_graphql_api_id: found.id,
    return_line_items: { removals: items(detail, "removals").map((r) => ({ admin_graphql_api_id: r.id, delta: Math.abs(Number(r.delta)) })) },
    restocking_fees: { updates: [], removals: [] }, return_shipping_fees: { updates: [], removals: [] },
  };
}

const about = (make: (found: Data, subject: Subject) => Data): PayloadMaker => ({
  query: RETURN_QUERY,
  make: (answer, subject) => make(isData(answer.return) ? answer.return : {}, subject),
});

/** `returns/process` is empty in Shopify's own example; so it is here. */
export const returnPayloads: PayloadMakers = {
  "returns/request": about(opened),
  "returns/approve": about(opened),
  "returns/decline": about(declined),
  "returns/cancel": about(short),
  "returns/close": about(short),
  "returns/reopen": about(short),
  "returns/update": about(updated),
  "returns/process": { query: null, make: () => ({}) },
};
