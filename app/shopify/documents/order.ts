/** What a claim needs of an order, in one query (about 200 points for an order of ten lines). */
import { graphql } from "./graphql.ts";

export const orderForClaims = graphql<"OrderForClaims">`#graphql
  query OrderForClaims($id: ID!) {
    order(id: $id) {
      id name createdAt processedAt cancelledAt closed taxesIncluded sourceName presentmentCurrencyCode displayFulfillmentStatus returnStatus
      app { id name }
      customer { id }
      coverage: metafield(namespace: "$app", key: "coverage") { value }
      shippingAddress { countryCodeV2 provinceCode timeZone }
      billingAddress { countryCodeV2 }
      totalOutstandingSet { presentmentMoney { amount currencyCode } }
      totalShippingPriceSet { presentmentMoney { amount currencyCode } }
      shippingLines(first: 10) { nodes { discountedPriceSet { presentmentMoney { amount } } taxLines { priceSet { presentmentMoney { amount } } } } }
      lineItems(first: 100) {
        nodes {
          id title variantTitle sku vendor quantity currentQuantity unfulfilledQuantity refundableQuantity isGiftCard requiresShipping
          originalUnitPriceSet { presentmentMoney { amount } }
          discountAllocations { allocatedAmountSet { presentmentMoney { amount } } }
          taxLines { priceSet { presentmentMoney { amount } } }
          image { url(transform: { maxWidth: 160, maxHeight: 160 }) altText }
          lineItemGroup { id quantity title }
          product { id tags productType vendor metafields(first: 20) { nodes { namespace key value } } }
          variant { id sku inventoryQuantity compareAtPrice price }
        }
        pageInfo { hasNextPage }
      }
      fulfillments(first: 50) {
        id createdAt deliveredAt displayStatus status
        events(first: 20, sortKey: HAPPENED_AT) { nodes { status happenedAt } }
        fulfillmentLineItems(first: 100) { nodes { id quantity lineItem { id } } }
      }
      refunds(first: 50) {
        id createdAt totalRefundedSet { presentmentMoney { amount } }
        refundLineItems(first: 100) { nodes { quantity subtotalSet { presentmentMoney { amount } } totalTaxSet { presentmentMoney { amount } } lineItem { id } } }
      }
      returns(first: 50) {
        nodes {
          id name status createdAt
          returnLineItems(first: 100) { nodes { __typename ... on ReturnLineItem { id quantity refundedQuantity processedQuantity customerNote returnReasonNote fulfillmentLineItem { id lineItem { id } } } } }
        }
      }
    }
  }
`;
