/** What a customer owes beside a return: a line of its own on the order, then Shopify's invoice. */
import { graphql } from "./graphql.ts";

export const orderEditBegin = graphql<"OrderEditBegin">`#graphql
  mutation OrderEditBegin($id: ID!) {
    orderEditBegin(id: $id) { calculatedOrder { id } userErrors { field message } }
  }
`;

export const orderEditAddCharge = graphql<"OrderEditAddCharge">`#graphql
  mutation OrderEditAddCharge($id: ID!, $title: String!, $price: MoneyInput!) {
    orderEditAddCustomItem(id: $id, title: $title, price: $price, quantity: 1, requiresShipping: false, taxable: false) { calculatedLineItem { id } userErrors { field message } }
  }
`;

export const orderEditCommit = graphql<"OrderEditCommit">`#graphql
  mutation OrderEditCommit($id: ID!, $staffNote: String) {
    orderEditCommit(id: $id, notifyCustomer: false, staffNote: $staffNote) { order { id } userErrors { field message } }
  }
`;

export const orderInvoiceSend = graphql<"OrderInvoiceSend">`#graphql
  mutation OrderInvoiceSend($id: ID!) {
    orderInvoiceSend(id: $id) { order { id } userErrors { field message } }
  }
`;

export const chargesOfOrder = graphql<"ChargesOfOrder">`#graphql
  query ChargesOfOrder($id: ID!) {
    order(id: $id) { id lineItems(first: 50, reverse: true) { nodes { id title currentQuantity product { id } } } }
  }
`;
