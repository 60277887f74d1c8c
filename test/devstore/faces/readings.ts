/** What the pages read, as Admin API queries: the faces know nothing that an app could not ask for. */

const money = "{ presentmentMoney { amount currencyCode } shopMoney { amount currencyCode } }";

export const ORDERS_QUERY = `query FaceOrders($first: Int, $last: Int, $after: String, $before: String, $query: String) {
  orders(first: $first, last: $last, after: $after, before: $before, query: $query, sortKey: PROCESSED_AT, reverse: true) {
    nodes {
      id legacyResourceId name processedAt cancelledAt displayFinancialStatus displayFulfillmentStatus returnStatus tags
      currentSubtotalLineItemsQuantity
      totalPriceSet ${money}
      customer { id displayName }
      fulfillments(first: 10) { id displayStatus }
    }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

const address = "{ name address1 address2 city provinceCode zip country countryCodeV2 }";

export const ORDER_QUERY = `query FaceOrder($id: ID!) {
  order(id: $id) {
    id legacyResourceId name createdAt processedAt cancelledAt cancelReason closedAt note tags sourceName taxesIncluded discountCodes
    displayFinancialStatus displayFulfillmentStatus returnStatus
    customAttributes { key value }
    customer { id legacyResourceId displayName email }
    shippingAddress ${address}
    lineItems(first: 50) { nodes {
      id title variantTitle sku quantity currentQuantity unfulfilledQuantity requiresShipping
      product { id legacyResourceId }
      originalUnitPriceSet ${money}
      originalTotalSet ${money}
      discountedTotalSet ${money}
    } }
    subtotalPriceSet ${money} totalDiscountsSet ${money} totalShippingPriceSet ${money} totalTaxSet ${money} totalPriceSet ${money}
    currentTotalPriceSet ${money} totalRefundedSet ${money} totalReceivedSet ${money} totalOutstandingSet ${money}
    transactions { id kind status gateway processedAt amountSet ${money} }
    fulfillmentOrders(first: 10) { nodes { id status lineItems(first: 50) { nodes { id remainingQuantity lineItem { id title variantTitle } } } } }
    fulfillments(first: 20) {
      id name status displayStatus createdAt deliveredAt inTransitAt estimatedDeliveryAt
      trackingInfo { company number url }
      fulfillmentLineItems(first: 50) { nodes { id quantity lineItem { id title variantTitle sku } } }
      events(first: 20) { nodes { id status happenedAt message } }
    }
    returns(first: 20) { nodes {
      id name status createdAt closedAt totalQuantity
      decline { reason note }
      returnShippingFees { id amountSet ${money} }
      returnLineItems(first: 20) { nodes {
        id quantity processedQuantity refundedQuantity returnReasonNote customerNote
        returnReasonDefinition { name }
        ... on ReturnLineItem { restockingFee { percentage } fulfillmentLineItem { id lineItem { id title variantTitle } } }
      } }
      exchangeLineItems(first: 10) { nodes { id quantity lineItems { title } } }
      reverseFulfillmentOrders(first: 5) { nodes { id status reverseDeliveries(first: 5) { nodes { id deliverable { ... on ReverseDeliveryShippingDeliverable { tracking { number url carrierName } label { publicFileUrl } } } } } } }
    } }
    refunds(first: 20) { id createdAt note totalRefundedSet ${money} }
  }
}`;

export const PRODUCTS_QUERY = `query FaceProducts($first: Int, $last: Int, $after: String, $before: String, $query: String) {
  products(first: $first, last: $last, after: $after, before: $before, query: $query, sortKey: TITLE) {
    nodes {
      id legacyResourceId title status productType vendor tags
      variants(first: 20) { nodes { id title sku price compareAtPrice } }
    }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

export const PRODUCT_QUERY = `query FaceProduct($id: ID!) {
  product(id: $id) {
    id legacyResourceId title handle status productType vendor tags
    metafields(first: 50) { nodes { id namespace key value type } }
    variants(first: 50) { nodes { id title sku price compareAtPrice } }
  }
}`;

export const CUSTOMERS_QUERY = `query FaceCustomers($first: Int, $last: Int, $after: String, $before: String, $query: String) {
  customers(first: $first, last: $last, after: $after, before: $before, query: $query) {
    nodes { id legacyResourceId displayName email tags numberOfOrders defaultAddress { city country countryCodeV2 } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

export const CUSTOMER_QUERY = `query FaceCustomer($id: ID!) {
  customer(id: $id) {
    id legacyResourceId displayName firstName lastName email tags note numberOfOrders createdAt
    defaultAddress { name address1 address2 city provinceCode zip country countryCodeV2 }
    orders(first: 50, sortKey: PROCESSED_AT, reverse: true) { nodes {
      id legacyResourceId name processedAt cancelledAt displayFinancialStatus displayFulfillmentStatus returnStatus
      currentSubtotalLineItemsQuantity totalPriceSet ${money}
      fulfillments(first: 10) { id displayStatus }
      lineItems(first: 4) { nodes { id title quantity } }
    } }
  }
}`;

export const REASONS_QUERY = `query FaceReasons { returnReasonDefinitions(first: 50) { nodes { id name handle } } }`;

export const PICKER_QUERY = `query FacePicker($query: String) {
  products(first: 40, query: $query, sortKey: TITLE) { nodes {
    id title handle vendor productType status tags totalVariants
    variants(first: 20) { nodes { id title displayName sku price } }
  } }
}`;

export const PICKER_COLLECTIONS_QUERY = `query FaceCollections($query: String) { collections(first: 40, query: $query) { nodes { id title handle } } }`;

/** All of them, for the check against the schema. */
export const READINGS = { ORDERS_QUERY, ORDER_QUERY, PRODUCTS_QUERY, PRODUCT_QUERY, CUSTOMERS_QUERY, CUSTOMER_QUERY, REASONS_QUERY, PICKER_QUERY, PICKER_COLLECTIONS_QUERY };
