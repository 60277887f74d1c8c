import { validate, type DocumentNode, type GraphQLSchema } from "graphql";

/** An error as it goes over the wire. */
export type WireError = {
  message: string;
  locations?: readonly { line: number; column: number }[];
  path?: readonly (string | number)[];
  extensions?: Record<string, unknown>;
};

/** Every reason why a document may not run, in Shopify's shape. */
export function shopifyValidation(schema: GraphQLSchema, document: DocumentNode): WireError[] {
  return validate(schema, document).map((error) => ({ message: error.message, locations: error.locations, extensions: { code: "undefinedField" } }));
}
