/** Many orders: how many there are, their ids page by page, and all of them by a bulk operation. */
import { graphql } from "./graphql.ts";

export const countOrders = graphql<"CountOrders">`#graphql
  query CountOrders($query: String, $limit: Int) { ordersCount(query: $query, limit: $limit) { count precision } }
`;

export const orderIds = graphql<"OrderIds">`#graphql
  query OrderIds($query: String, $after: String, $first: Int!) {
    orders(first: $first, after: $after, query: $query, sortKey: ID) { nodes { id } pageInfo { hasNextPage endCursor } }
  }
`;

/**
 * What coverage needs of an order, as far as a bulk query goes: five connections, two deep, none inside a list.
 * So it has no scans and no lines of a parcel; orders that hang on those are read one by one.
 */
export const ordersInBulk = graphql<"OrdersInBulk">`#graphql
  query OrdersInBulk {
    orders {
      edges {
        node {
          id name createdAt processedAt cancelledAt closed taxesIncluded sourceName presentmentCurrencyCode displayFulfillmentStatus returnStatus
          app { id name }
          customer { id }
          coverage: metafield(namespace: "$app", key: "coverage") { value }
          shippingAddress { countryCodeV2 provinceCode timeZone }
          billingAddress { countryCodeV2 }
          totalOutstandingSet { presentmentMoney { amount currencyCode } }
          totalShippingPriceSet { presentmentMoney { amount currencyCode } }
          fulfillments(first: 50) { id createdAt deliveredAt displayStatus status }
          refunds(first: 50) { id }
          shippingLines(first: 10) { edges { node { id discountedPriceSet { presentmentMoney { amount } } taxLines { priceSet { presentmentMoney { amount } } } } } }
          lineItems(first: 250) {
            edges {
              node {
                id title variantTitle sku vendor quantity currentQuantity unfulfilledQuantity refundableQuantity isGiftCard requiresShipping
                originalUnitPriceSet { presentmentMoney { amount } }
                discountAllocations { allocatedAmountSet { presentmentMoney { amount } } }
                taxLines { priceSet { presentmentMoney { amount } } }
                lineItemGroup { id quantity title }
                product { id tags productType vendor metafields(first: 20) { edges { node { id namespace key value } } } }
                variant { id sku inventoryQuantity compareAtPrice price }
              }
            }
          }
        }
      }
    }
  }
`;

export const runBulkQuery = graphql<"RunBulkQuery">`#graphql
  mutation RunBulkQuery($query: String!) {
    bulkOperationRunQuery(query: $query, groupObjects: true) { bulkOperation { id status } userErrors { field message code } }
  }
`;

export const bulkOperation = graphql<"BulkOperationState">`#graphql
  query BulkOperationState($id: ID!) { bulkOperation(id: $id) { id status errorCode rootObjectCount url } }
`;
