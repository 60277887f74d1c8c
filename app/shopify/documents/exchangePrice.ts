/** What variants would cost in exchange on an order, by Shopify's own calculation: its currency, its rate, its taxes. */
import { graphql } from "./graphql.ts";

export const exchangePrice = graphql<"ExchangePrice">`#graphql
  query ExchangePrice($input: CalculateReturnInput!, $orderId: ID!, $lineIds: [ID!]!) {
    order(id: $orderId) { id taxesIncluded }
    nodes(ids: $lineIds) { __typename ... on LineItem { id variant { id } } }
    returnCalculate(input: $input) {
      exchangeLineItems { quantity variant { id } subtotalSet { presentmentMoney { amount currencyCode } } totalTaxSet { presentmentMoney { amount } } }
    }
  }
`;
