import { isAbstractType, type DocumentNode, type FieldNode, type GraphQLCompositeType, type GraphQLSchema, type OperationDefinitionNode, type SelectionSetNode } from "graphql";
import { allFieldsOf, billOf, CONNECTION_PRICE, COUNT_PRICE, kindOf, pages, pageSize, partsOf, pricedField, rootOf, rootPrice, type Bill, type Part, type Place } from "./bill.ts";

/** What an operation asks for, in points, by the formula fitted to the recordings. Variables decide page sizes. */
export function requestedCost(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Record<string, unknown>): number {
  const bill = billOf(schema, document, variables);
  const root = rootOf(bill, operation);
  return root ? costOfSet(bill, operation.selectionSet, root.type, root.place) : 0;
}

const costOfSet = (bill: Bill, set: SelectionSetNode, type: GraphQLCompositeType, place: Place): number => costOfPart(bill, partsOf(bill, set, type), place);

/** Own fields add up; of fragments on different types the dearest counts. */
function costOfPart(bill: Bill, part: Part, place: Place): number {
  let sum = part.fields.reduce((total, field) => total + costOfField(bill, field, part.type, place), 0);
  const byType = new Map<string, number>();
  for (const inner of part.parts) {
    const cost = costOfPart(bill, inner, place);
    if (inner.on === part.on || isAbstractType(inner.type)) sum += cost;
    else byType.set(inner.on, (byType.get(inner.on) ?? 0) + cost);
  }
  return sum + Math.max(0, ...byType.values());
}

function costOfField(bill: Bill, node: FieldNode, parent: GraphQLCompositeType, place: Place): number {
  const priced = pricedField(node, parent);
  if (!priced) return 0;
  const { field, type, set } = priced;
  switch (kindOf(type, place)) {
    case "root":
      return rootPrice(field.name) + costOfSet(bill, set, type, "payload");
    case "count":
      return COUNT_PRICE;
    case "connection":
      return CONNECTION_PRICE + pages(pageSize(bill, node)) * costOfNodes(bill, set, type);
    case "free":
      return costOfSet(bill, set, type, "inside");
    case "object":
      return 1 + costOfSet(bill, set, type, "inside");
  }
}

/** One node of a page: 1 and its fields; `nodes` and `edges` selected both, both count. */
function costOfNodes(bill: Bill, set: SelectionSetNode, connection: GraphQLCompositeType): number {
  let sum = 0;
  for (const selection of allFieldsOf(partsOf(bill, set, connection))) {
    const priced = pricedField(selection, connection);
    if (priced?.field.name === "nodes") sum += 1 + costOfSet(bill, priced.set, priced.type, "inside");
    if (priced?.field.name === "edges") sum += 1 + costOfEdge(bill, priced.set, priced.type);
  }
  return sum;
}

function costOfEdge(bill: Bill, set: SelectionSetNode, edge: GraphQLCompositeType): number {
  return allFieldsOf(partsOf(bill, set, edge)).reduce((sum, selection) => {
    const priced = pricedField(selection, edge);
    return priced?.field.name === "node" ? sum + costOfSet(bill, priced.set, priced.type, "inside") : sum;
  }, 0);
}
