/** Money back for units that were never sent: no return stands between. */
import { graphql } from "./graphql.ts";

export const refundOutcome = graphql<"RefundOutcome">`#graphql
  query RefundOutcome($id: ID!, $lines: [RefundLineItemInput!]!, $shipping: Money, $how: RefundMethodAllocation) {
    order(id: $id) {
      id taxesIncluded
      lineItems(first: 100) { nodes { id unfulfilledQuantity } }
      refunds(first: 50) { id note totalRefundedSet { presentmentMoney { amount } } }
      suggestedRefund(refundLineItems: $lines, shippingAmount: $shipping, refundMethodAllocation: $how) {
        amountSet { presentmentMoney { amount } }
        discountedSubtotalSet { presentmentMoney { amount } }
        totalTaxSet { presentmentMoney { amount } }
        shipping { amountSet { presentmentMoney { amount } } taxSet { presentmentMoney { amount } } }
        suggestedTransactions { gateway amountSet { presentmentMoney { amount currencyCode } } parentTransaction { id } }
      }
    }
  }
`;

export const refundsOfOrder = graphql<"RefundsOfOrder">`#graphql
  query RefundsOfOrder($id: ID!) {
    order(id: $id) { id refunds(first: 50) { id note totalRefundedSet { presentmentMoney { amount } } } }
  }
`;

export const refundCreate = graphql<"RefundCreate">`#graphql
  mutation RefundCreate($input: RefundInput!, $key: String!) {
    refundCreate(input: $input) @idempotent(key: $key) {
      refund { id totalRefundedSet { presentmentMoney { amount } } }
      order { id lineItems(first: 100) { nodes { currentQuantity } } }
      userErrors { field message }
    }
  }
`;
