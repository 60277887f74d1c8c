/** What order lines are called, for lists that are kept without names. */
import { graphql } from "./graphql.ts";

export const lineTitles = graphql<"LineTitles">`#graphql
  query LineTitles($ids: [ID!]!) {
    nodes(ids: $ids) { __typename id ... on LineItem { title } }
  }
`;
