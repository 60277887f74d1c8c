/** Where a shop keeps its goods, and what became of those that came back. */
import { graphql } from "./graphql.ts";

export const places = graphql<"Places">`#graphql
  query Places { locations(first: 100) { nodes { id name } } }
`;

export const goodsBack = graphql<"GoodsBack">`#graphql
  query GoodsBack($id: ID!) {
    return(id: $id) {
      id order { id fulfillments(first: 50) { id location { id name } fulfillmentLineItems(first: 100) { nodes { id } } } }
      reverseFulfillmentOrders(first: 5) { nodes { id lineItems(first: 100) { nodes { id dispositions { quantity } fulfillmentLineItem { id lineItem { id variant { id } } } } } } }
    }
  }
`;

export const dispose = graphql<"Dispose">`#graphql
  mutation Dispose($inputs: [ReverseFulfillmentOrderDisposeInput!]!) {
    reverseFulfillmentOrderDispose(dispositionInputs: $inputs) { reverseFulfillmentOrderLineItems { id } userErrors { field message code } }
  }
`;
