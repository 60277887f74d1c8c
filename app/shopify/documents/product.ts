/** A product with what the shop's mapping looks at, by variant. */
import { graphql } from "./graphql.ts";

export const productById = graphql<"ProductById">`#graphql
  query ProductById($id: ID!) {
    product(id: $id) {
      id title vendor productType tags
      metafields(first: 20) { nodes { namespace key value } }
      variants(first: 100) { nodes { id title sku price } }
    }
  }
`;
