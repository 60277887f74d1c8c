import type { LineItemRecord, OrderRecord, TransactionRecord } from "./order.ts";
import type { EditSession } from "./editSession.ts";
import type { FulfillmentOrderRecord, FulfillmentRecord } from "../fulfillments/fulfillment.ts";
import type { ReturnRecord, ReverseDeliveryRecord, ReverseOrderRecord } from "../returns/return.ts";
import type { RefundRecord, StoreCreditAccountRecord } from "../refunds/refund.ts";

/**
 * The orders' part of a shop: one table per kind, by gid. `ownerOf` leads from the id of what lies inside another record
 * (lines of fulfillments, returns and their orders, shipping lines, duties) to that record's id.
 */
export type OrderTables = {
  orders: Map<string, OrderRecord>;
  lineItems: Map<string, LineItemRecord>;
  orderTransactions: Map<string, TransactionRecord>;
  fulfillmentOrders: Map<string, FulfillmentOrderRecord>;
  fulfillments: Map<string, FulfillmentRecord>;
  refunds: Map<string, RefundRecord>;
  returns: Map<string, ReturnRecord>;
  reverseOrders: Map<string, ReverseOrderRecord>;
  reverseDeliveries: Map<string, ReverseDeliveryRecord>;
  storeCreditAccounts: Map<string, StoreCreditAccountRecord>;
  editSessions: Map<string, EditSession>;
  ownerOf: Map<string, string>;
};

export const orderTables = (): OrderTables => ({
  orders: new Map(), lineItems: new Map(), orderTransactions: new Map(), fulfillmentOrders: new Map(), fulfillments: new Map(),
  refunds: new Map(), returns: new Map(), reverseOrders: new Map(), reverseDeliveries: new Map(), storeCreditAccounts: new Map(),
  editSessions: new Map(), ownerOf: new Map(),
});
