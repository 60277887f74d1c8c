/** What could go out in exchange for an order line. */
import { graphql } from "./graphql.ts";

/** The product of a line with its variants; products that are gone have none. */
export const variantsOfLine = graphql<"VariantsOfLine">`#graphql
  query VariantsOfLine($lineId: ID!) {
    node(id: $lineId) {
      ... on LineItem {
        id variant { id }
        product {
          id title vendor productType tags
          metafields(first: 20) { nodes { namespace key value } }
          variants(first: 100) { nodes { id displayName title sku price availableForSale inventoryQuantity } }
        }
      }
    }
  }
`;

export const variantsFound = graphql<"VariantsFound">`#graphql
  query VariantsFound($query: String!) {
    products(first: 25, query: $query, sortKey: TITLE) {
      nodes {
        id title vendor productType tags
        metafields(first: 20) { nodes { namespace key value } }
        variants(first: 20) { nodes { id displayName title sku price availableForSale inventoryQuantity } }
      }
    }
  }
`;
