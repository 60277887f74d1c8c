/** The policies a store publishes itself. */
import { graphql } from "./graphql.ts";

export const shopPolicies = graphql<"ShopPolicies">`#graphql
  query ShopPolicies {
    shop { shopPolicies { type title body url updatedAt } }
  }
`;
