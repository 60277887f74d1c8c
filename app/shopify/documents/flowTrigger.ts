/** Shopify Flow. */
import { graphql } from "./graphql.ts";

export const flowTrigger = graphql<"FlowTrigger">`#graphql
  mutation FlowTrigger($handle: String!, $payload: JSON!) {
    flowTriggerReceive(handle: $handle, payload: $payload) { userErrors { field message } }
  }
`;
