/** Documents of returns: ask, decide, pay back. Every mutation answers what a retry would otherwise have to read. */
import { graphql } from "./graphql.ts";

export const returnReasons = graphql<"ReturnReasons">`#graphql
  query ReturnReasons { returnReasonDefinitions(first: 50) { nodes { id handle } } }
`;

export const returnRequest = graphql<"ReturnRequest">`#graphql
  mutation ReturnRequest($input: ReturnRequestInput!) {
    returnRequest(input: $input) {
      return { id name status returnLineItems(first: 100) { nodes { __typename ... on ReturnLineItem { id quantity fulfillmentLineItem { id } } } } }
      userErrors { field message code }
    }
  }
`;

export const returnCreate = graphql<"ReturnCreate">`#graphql
  mutation ReturnCreate($returnInput: ReturnInput!) {
    returnCreate(returnInput: $returnInput) {
      return {
        id name status
        returnLineItems(first: 100) { nodes { __typename ... on ReturnLineItem { id quantity fulfillmentLineItem { id } } } }
        exchangeLineItems(first: 100) { nodes { id quantity variantId } }
      }
      userErrors { field message code }
    }
  }
`;

export const returnApprove = graphql<"ReturnApprove">`#graphql
  mutation ReturnApprove($input: ReturnApproveRequestInput!) {
    returnApproveRequest(input: $input) { return { id status } userErrors { field message code } }
  }
`;

export const returnDecline = graphql<"ReturnDecline">`#graphql
  mutation ReturnDecline($input: ReturnDeclineRequestInput!) {
    returnDeclineRequest(input: $input) { return { id status } userErrors { field message code } }
  }
`;

export const returnCancel = graphql<"ReturnCancel">`#graphql
  mutation ReturnCancel($id: ID!, $notifyCustomer: Boolean) {
    returnCancel(id: $id, notifyCustomer: $notifyCustomer) { return { id status } userErrors { field message code } }
  }
`;

export const returnClose = graphql<"ReturnClose">`#graphql
  mutation ReturnClose($id: ID!) {
    returnClose(id: $id) { return { id status } userErrors { field message code } }
  }
`;

export const returnReopen = graphql<"ReturnReopen">`#graphql
  mutation ReturnReopen($id: ID!) {
    returnReopen(id: $id) { return { id status } userErrors { field message code } }
  }
`;

export const returnProcess = graphql<"ReturnProcess">`#graphql
  mutation ReturnProcess($input: ReturnProcessInput!) {
    returnProcess(input: $input) {
      return { id status refunds(first: 20) { nodes { id totalRefundedSet { presentmentMoney { amount currencyCode } } } } }
      userErrors { field message code }
    }
  }
`;

/** How a return stands: what was processed and paid back, which fees it holds. */
export const returnState = graphql<"ReturnState">`#graphql
  query ReturnState($id: ID!) {
    return(id: $id) {
      id name status createdAt order { id }
      decline { reason note }
      returnShippingFees { amountSet { presentmentMoney { amount } } }
      returnLineItems(first: 100) {
        nodes { __typename ... on ReturnLineItem { id quantity processedQuantity unprocessedQuantity returnReasonNote customerNote returnReasonDefinition { handle } restockingFee { percentage amountSet { presentmentMoney { amount } } } fulfillmentLineItem { id lineItem { id } } } }
      }
      exchangeLineItems(first: 100) { nodes { id quantity processedQuantity variantId } }
      refunds(first: 20) { nodes { id totalRefundedSet { presentmentMoney { amount currencyCode } } } }
    }
  }
`;

/** The same with what Shopify itself would pay back or ask for, of the lines named. */
export const returnOutcome = graphql<"ReturnOutcome">`#graphql
  query ReturnOutcome(
    $id: ID!, $lines: [SuggestedOutcomeReturnLineItemInput!]!, $exchanges: [SuggestedOutcomeExchangeLineItemInput!]!, $shipping: RefundShippingInput, $how: RefundMethodAllocation
  ) {
    return(id: $id) {
      id name status order { id taxesIncluded fulfillments(first: 50) { id location { id name } fulfillmentLineItems(first: 100) { nodes { id } } } }
      returnShippingFees { amountSet { presentmentMoney { amount } } }
      returnLineItems(first: 100) {
        nodes { __typename ... on ReturnLineItem { id quantity processedQuantity unprocessedQuantity restockingFee { percentage amountSet { presentmentMoney { amount } } } fulfillmentLineItem { id } } }
      }
      exchangeLineItems(first: 100) { nodes { id quantity processedQuantity variantId } }
      refunds(first: 20) { nodes { id totalRefundedSet { presentmentMoney { amount currencyCode } } } }
      reverseFulfillmentOrders(first: 5) { nodes { id lineItems(first: 100) { nodes { id dispositions { quantity } fulfillmentLineItem { id lineItem { id variant { id } } } } } } }
      suggestedFinancialOutcome(returnLineItems: $lines, exchangeLineItems: $exchanges, refundShipping: $shipping, refundMethodAllocation: $how) {
        discountedSubtotal { presentmentMoney { amount currencyCode } }
        totalTax { presentmentMoney { amount } }
        shipping { amountSet { presentmentMoney { amount } } taxSet { presentmentMoney { amount } } }
        financialTransfer {
          __typename
          ... on InvoiceReturnOutcome { amount { presentmentMoney { amount } } }
          ... on RefundReturnOutcome {
            amount { presentmentMoney { amount } }
            suggestedTransactions { amountSet { presentmentMoney { amount currencyCode } } parentTransaction { id } }
          }
        }
      }
    }
  }
`;

/** The returns of an order with their notes, to find one that was made although no answer came. */
export const returnsOfOrder = graphql<"ReturnsOfOrder">`#graphql
  query ReturnsOfOrder($id: ID!) {
    order(id: $id) {
      id
      returns(first: 50, reverse: true) {
        nodes {
          id name status
          returnLineItems(first: 20) { nodes { __typename ... on ReturnLineItem { id quantity returnReasonNote customerNote fulfillmentLineItem { id } } } }
          exchangeLineItems(first: 20) { nodes { id quantity variantId } }
        }
      }
    }
  }
`;
