/** An order of which nothing is left is cancelled; its money went back before, by a refund of its own. */
import { graphql } from "./graphql.ts";

export const orderLeft = graphql<"OrderLeft">`#graphql
  query OrderLeft($id: ID!) {
    order(id: $id) {
      id cancelledAt
      netPaymentSet { presentmentMoney { amount currencyCode } }
      fulfillments(first: 50) { status }
      lineItems(first: 100) { pageInfo { hasNextPage } nodes { currentQuantity } }
    }
  }
`;

export const orderCancel = graphql<"OrderCancel">`#graphql
  mutation OrderCancel($id: ID!, $note: String) {
    orderCancel(orderId: $id, reason: CUSTOMER, restock: false, refundMethod: { originalPaymentMethodsRefund: false }, notifyCustomer: false, staffNote: $note) {
      job { id }
      orderCancelUserErrors { field message code }
    }
  }
`;
