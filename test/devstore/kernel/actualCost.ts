import type { DocumentNode, FieldNode, GraphQLCompositeType, GraphQLSchema, OperationDefinitionNode, SelectionSetNode } from "graphql";
import { allFieldsOf, billOf, CONNECTION_PRICE, COUNT_PRICE, kindOf, pages, pageSize, partsOf, pricedField, rootOf, rootPrice, type Bill, type Part, type Place } from "./bill.ts";

type Data = Record<string, unknown>;
/** Several records that stand in the same place of an answer, e.g. all nodes of a page: they are priced together. */
type Group = readonly Data[];
type Spot = { place: Place; nested: boolean };

/**
 * What an answer cost, fitted to the recordings: an object that is null costs nothing (a lookup with arguments still
 * does), an empty page its bare nodes as asked for, a page whose pageInfo is read one more. Records in one place count
 * once; pages inside a page count floor(2 ln n) over all their nodes together. 184 of 213 recorded answers agree.
 */
export function actualCost(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Data, data: Data | null): number {
  const bill = billOf(schema, document, variables);
  const root = rootOf(bill, operation);
  return root ? costOfGroup(bill, operation.selectionSet, root.type, [data ?? {}], { place: root.place, nested: false }) : 0;
}

const keyOf = (node: FieldNode): string => node.alias?.value ?? node.name.value;

function costOfGroup(bill: Bill, set: SelectionSetNode, type: GraphQLCompositeType, group: Group, spot: Spot): number {
  const seen = new Set<string>();
  return typedFields(partsOf(bill, set, type)).reduce((sum, [node, parent]) => {
    const key = keyOf(node);
    const answered = group.filter((record) => key in record);
    if (seen.has(key) || answered.length === 0) return sum;
    seen.add(key);
    return sum + costOfField(bill, node, parent, answered.map((record) => record[key]), spot);
  }, 0);
}

/** All fields of a selection, each with the type whose fragment it stands in. */
const typedFields = (part: Part): [FieldNode, GraphQLCompositeType][] => [
  ...part.fields.map((node): [FieldNode, GraphQLCompositeType] => [node, part.type]),
  ...part.parts.flatMap(typedFields),
];

function costOfField(bill: Bill, node: FieldNode, parent: GraphQLCompositeType, values: readonly unknown[], spot: Spot): number {
  const priced = pricedField(node, parent);
  if (!priced) return 0;
  const { field, type, set } = priced;
  const kind = kindOf(type, spot.place);
  const records = recordsIn(values);
  if (kind === "root") return rootPrice(field.name) + costOfGroup(bill, set, type, records, { place: "payload", nested: spot.nested });
  if (kind === "count") return COUNT_PRICE;
  if (kind === "connection") return costOfPages(bill, node, set, type, records, spot.nested);
  const lookedUp = field.args.length > 0 || values.some(Array.isArray);
  const own = kind === "free" || (records.length === 0 && !lookedUp) ? 0 : 1;
  return own + costOfGroup(bill, set, type, records, { place: "inside", nested: spot.nested });
}

const recordsIn = (values: readonly unknown[]): Group => values.flat().filter((v): v is Data => typeof v === "object" && v !== null);

function costOfPages(bill: Bill, node: FieldNode, set: SelectionSetNode, type: GraphQLCompositeType, connections: Group, nested: boolean): number {
  const selections = allFieldsOf(partsOf(bill, set, type));
  const looksAtPage = selections.some((s) => s.name.value === "pageInfo");
  return selections.reduce((sum, selection) => {
    const priced = pricedField(selection, type);
    const name = priced?.field.name;
    if (!priced || (name !== "nodes" && name !== "edges")) return sum;
    const items = recordsIn(connections.map((connection) => connection[keyOf(selection)]));
    const below = name === "edges" ? edgeNodes(bill, priced.set, priced.type, items) : { ...priced, nodes: items };
    const inner = below ? costOfGroup(bill, below.set, below.type, below.nodes, { place: "inside", nested: true }) : 0;
    if (nested) return sum + Math.max(0, Math.floor(2 * Math.log(items.length))) + inner;
    const times = pages(items.length === 0 ? pageSize(bill, node) : items.length);
    return sum + times * (1 + inner) + (looksAtPage && items.length > 0 ? 1 : 0);
  }, CONNECTION_PRICE);
}

function edgeNodes(bill: Bill, set: SelectionSetNode, edge: GraphQLCompositeType, edges: Group): { set: SelectionSetNode; type: GraphQLCompositeType; nodes: Group } | null {
  for (const selection of allFieldsOf(partsOf(bill, set, edge))) {
    const priced = pricedField(selection, edge);
    if (priced?.field.name === "node") return { set: priced.set, type: priced.type, nodes: recordsIn(edges.map((e) => e[keyOf(selection)])) };
  }
  return null;
}
