import { getNamedType, isCompositeType, isListType, isNonNullType, parse, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type GraphQLCompositeType, type GraphQLOutputType, type SelectionSetNode } from "graphql";
import { isUnionType } from "graphql";
import type { Ctx } from "../kernel/context.ts";
import { checkedVariables } from "../kernel/variables.ts";
import { shopifyValidation } from "../kernel/validation.ts";
import { schemaOf } from "./schemaOf.ts";

/** One connection of a bulk query: how deep it lies, whether a list is above it, and the connection it lies in. */
type Found = { name: string; depth: number; inList: boolean; usesNodes: boolean; parent: Found | null; nodeHasId: boolean };
type Above = { depth: number; inList: boolean; parent: Found | null };

const MOST_CONNECTIONS = 5;
const DEEPEST = 2;

/** Every reason why a text cannot be run as a bulk query, in Shopify's words (recorded: bulk-query-validators). */
export function checkBulkQuery(ctx: Ctx, text: string): string[] {
  const document = parsed(text);
  if (typeof document === "string") return [`Invalid bulk query: ${document}`];
  const operation = document.definitions.find((d) => d.kind === "OperationDefinition");
  if (operation?.operation !== "query") return ["Invalid operation type. Only `query` operations are supported."];
  const schema = schemaOf(ctx);
  const invalid = shopifyValidation(schema, document);
  if (invalid.length > 0) return invalid.map((error) => `Invalid bulk query: ${error.message}`);
  if (checkedVariables(schema, operation, {}).errors.length > 0) return ["Invalid bulk query: variables are not supported"];
  const root = schema.getQueryType();
  return root ? shapeErrors(document, operation.selectionSet, root) : [];
}

function parsed(text: string): DocumentNode | string {
  try {
    return parse(text);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function shapeErrors(document: DocumentNode, set: SelectionSetNode, root: GraphQLCompositeType): string[] {
  const fragments = new Map(document.definitions.flatMap((d) => (d.kind === "FragmentDefinition" ? [[d.name.value, d] as const] : [])));
  const top = fieldsOf(set, fragments);
  const errors = top.filter((f) => f.name.value === "node" || f.name.value === "nodes").map((f) => `Bulk queries cannot contain a top level \`${f.name.value}\` field.`);
  const found = connectionsIn(set, root, { depth: 0, inList: false, parent: null }, fragments);
  if (found.length === 0) return [...errors, "Bulk queries must contain at least one connection."];
  const byNodes = found.filter((c) => c.usesNodes).map((c) => c.name);
  const withoutId = [...new Set(found.flatMap((c) => (c.parent && !c.parent.nodeHasId ? [c.parent.name] : [])))];
  if (byNodes.length > 0) errors.push(`All connection fields in a bulk query must select their contents using 'edges' > 'node', e.g: '${byNodes[0]} { edges { node {'. Selecting via 'nodes' is not supported. Invalid connection fields: '${byNodes.join("', '")}'.`);
  if (found.length > MOST_CONNECTIONS) errors.push(`Bulk queries cannot contain more than ${MOST_CONNECTIONS} connections.`);
  if (found.some((c) => c.depth > DEEPEST)) errors.push(`Bulk queries cannot contain connections with a nesting depth greater than ${DEEPEST}.`);
  if (withoutId.length > 0) errors.push(`The parent 'node' field for a nested connection must select the 'id' field without an alias and must be of 'ID' return type. Connection fields without 'id': ${withoutId.join(", ")}.`);
  if (found.some((c) => c.inList)) errors.push("Queries that contain a connection field within a list field are not currently supported.");
  return errors;
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** The fields of a selection with its fragments opened. */
export function fieldsOf(set: SelectionSetNode, fragments: Fragments): FieldNode[] {
  return set.selections.flatMap((s) => {
    if (s.kind === "Field") return [s];
    const inner = s.kind === "InlineFragment" ? s.selectionSet : fragments.get(s.name.value)?.selectionSet;
    return inner ? fieldsOf(inner, fragments) : [];
  });
}

function connectionsIn(set: SelectionSetNode, type: GraphQLCompositeType, above: Above, fragments: Fragments): Found[] {
  return fieldsOf(set, fragments).flatMap((node) => {
    const field = isUnionType(type) ? undefined : type.getFields()[node.name.value];
    const inner = field ? getNamedType(field.type) : undefined;
    if (!field || !node.selectionSet || !isCompositeType(inner)) return [];
    if (!inner.name.endsWith("Connection")) return connectionsIn(node.selectionSet, inner, { ...above, inList: above.inList || isListed(field.type) }, fragments);
    return connectionAt(node, inner, above, fragments);
  });
}

function connectionAt(node: FieldNode, type: GraphQLCompositeType, above: Above, fragments: Fragments): Found[] {
  const inner = node.selectionSet ? fieldsOf(node.selectionSet, fragments) : [];
  const items = inner.flatMap((f) => (f.name.value === "edges" && f.selectionSet ? fieldsOf(f.selectionSet, fragments).filter((n) => n.name.value === "node") : []));
  const plain = inner.filter((f) => f.name.value === "nodes");
  const selected = [...items, ...plain];
  const nodeHasId = selected.some((n) => n.selectionSet && fieldsOf(n.selectionSet, fragments).some((f) => f.name.value === "id" && !f.alias));
  const own: Found = { name: node.name.value, depth: above.depth, inList: above.inList, usesNodes: plain.length > 0, parent: above.parent, nodeHasId };
  const nodeType = isUnionType(type) ? undefined : type.getFields()["nodes"];
  const target = nodeType ? getNamedType(nodeType.type) : undefined;
  const below = selected.flatMap((n) => (n.selectionSet && isCompositeType(target) ? connectionsIn(n.selectionSet, target, { depth: above.depth + 1, inList: false, parent: own }, fragments) : []));
  return [own, ...below];
}

const isListed = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);
