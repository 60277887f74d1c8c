/** Coverage written back to the order, for Liquid, Flow and the admin. */
import { graphql } from "./graphql.ts";

export const setMetafields = graphql<"SetMetafields">`#graphql
  mutation SetMetafields($metafields: [MetafieldsSetInput!]!) {
    metafieldsSet(metafields: $metafields) {
      metafields { id key value }
      userErrors { field message code }
    }
  }
`;
