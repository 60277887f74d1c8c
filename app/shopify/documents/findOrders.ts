/** Orders and products as the screens list them. */
import { graphql } from "./graphql.ts";

export const ordersFound = graphql<"OrdersFound">`#graphql
  query OrdersFound($query: String, $first: Int, $last: Int, $after: String, $before: String) {
    orders(first: $first, last: $last, after: $after, before: $before, query: $query, sortKey: PROCESSED_AT, reverse: true) {
      nodes {
        id legacyResourceId name processedAt displayFulfillmentStatus displayFinancialStatus returnStatus email
        customer { displayName }
        totalPriceSet { presentmentMoney { amount currencyCode } }
      }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
`;

export const productsToMap = graphql<"ProductsToMap">`#graphql
  query ProductsToMap($query: String) {
    products(first: 60, query: $query) {
      nodes {
        id title vendor productType tags
        metafields(first: 20) { nodes { namespace key value } }
        variants(first: 1) { nodes { sku price } }
      }
    }
  }
`;
