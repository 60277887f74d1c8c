import type { ASTNode } from "graphql";

/**
 * Where a node stands, as Shopify's validator writes it: "query Name", then aliases or names of fields, "... on Type",
 * names of arguments (recorded for operations and fields; the rest as its parser library does).
 */
export function pathOf(ancestors: readonly (ASTNode | readonly ASTNode[])[], node: ASTNode): string[] {
  return [...ancestors, node].flatMap((step) => ("kind" in step ? partOf(step) : []));
}

function partOf(node: ASTNode): string[] {
  switch (node.kind) {
    case "OperationDefinition":
      return [node.name ? `${node.operation} ${node.name.value}` : node.operation];
    case "FragmentDefinition":
      return [`fragment ${node.name.value}`];
    case "Field":
      return [node.alias?.value ?? node.name.value];
    case "InlineFragment":
      return [node.typeCondition ? `... on ${node.typeCondition.name.value}` : "..."];
    case "FragmentSpread":
      return [`... ${node.name.value}`];
    case "Argument":
    case "ObjectField":
      return [node.name.value];
    default:
      return [];
  }
}
