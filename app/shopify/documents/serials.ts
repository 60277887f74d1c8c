/** Where a shop that notes serial numbers at packing has them: in the attributes of an order's lines. */
import { graphql } from "./graphql.ts";

export const lineAttributes = graphql<"LineAttributes">`#graphql
  query LineAttributes($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      ... on Order { id lineItems(first: 50) { nodes { id customAttributes { key value } } } }
    }
  }
`;
