import { isObjectType, type DocumentNode, type FieldNode, type GraphQLCompositeType, type GraphQLSchema, type OperationDefinitionNode, type SelectionSetNode } from "graphql";
import { allFieldsOf, billOf, CONNECTION_PRICE, COUNT_PRICE, kindOf, pages, pageSize, partsOf, pricedField, rootOf, rootPrice, type Bill, type Place } from "./bill.ts";

type Data = Record<string, unknown>;
type Spot = { place: Place; nested: boolean };

/**
 * What an answer cost, fitted to the recordings: what is null costs nothing (a lookup with arguments still does), an
 * empty page its nodes alone, a page with nodes one more than by its formula, and a page inside a page only the
 * objects in its nodes.
 */
export function actualCost(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Data, data: Data | null): number {
  const bill = billOf(schema, document, variables);
  const root = rootOf(bill, operation);
  return root ? costOfData(bill, operation.selectionSet, root.type, data ?? {}, { place: root.place, nested: false }) : 0;
}

function costOfData(bill: Bill, set: SelectionSetNode, type: GraphQLCompositeType, data: Data, spot: Spot): number {
  return fieldsFor(bill, set, type, data).reduce((sum, [node, parent]) => sum + costOfField(bill, node, parent, data[node.alias?.value ?? node.name.value], spot), 0);
}

/** The fields that were answered: those of fragments on another type left no key. */
function fieldsFor(bill: Bill, set: SelectionSetNode, type: GraphQLCompositeType, data: Data): [FieldNode, GraphQLCompositeType][] {
  const part = partsOf(bill, set, type);
  const inner = part.parts.flatMap((p) => allFieldsOf(p).map((node): [FieldNode, GraphQLCompositeType] => [node, p.type]));
  const own = part.fields.map((node): [FieldNode, GraphQLCompositeType] => [node, type]);
  const seen = new Set<string>();
  return [...own, ...inner].filter(([node, parent]) => {
    const key = node.alias?.value ?? node.name.value;
    if (seen.has(key) || (key !== node.name.value && !(key in data)) || !pricedField(node, parent)) return false;
    seen.add(key);
    return isObjectType(parent) ? key in data || data[key] !== undefined || parent === type : key in data;
  });
}

function costOfField(bill: Bill, node: FieldNode, parent: GraphQLCompositeType, value: unknown, spot: Spot): number {
  const priced = pricedField(node, parent);
  if (!priced) return 0;
  const { field, type, set } = priced;
  const kind = kindOf(type, spot.place);
  if (kind === "root") return rootPrice(field.name) + inside(bill, set, type, value, { place: "payload", nested: spot.nested });
  if (kind === "count") return COUNT_PRICE;
  if (kind === "connection") return costOfPage(bill, node, set, type, value, spot.nested);
  const own = kind === "free" ? 0 : 1;
  if (value == null) return field.args.length > 0 ? own : 0;
  return own + inside(bill, set, type, value, { place: "inside", nested: spot.nested });
}

/** Lists count once, by their dearest item. */
function inside(bill: Bill, set: SelectionSetNode, type: GraphQLCompositeType, value: unknown, spot: Spot): number {
  if (Array.isArray(value)) return value.reduce((most: number, item: unknown) => Math.max(most, inside(bill, set, type, item, spot)), 0);
  return typeof value === "object" && value !== null ? costOfData(bill, set, type, value as Data, spot) : 0;
}

function costOfPage(bill: Bill, node: FieldNode, set: SelectionSetNode, type: GraphQLCompositeType, value: unknown, nested: boolean): number {
  if (typeof value !== "object" || value === null) return 0;
  let sum = 0;
  for (const selection of allFieldsOf(partsOf(bill, set, type))) {
    const list = (value as Data)[selection.alias?.value ?? selection.name.value];
    const priced = pricedField(selection, type);
    if (!priced || !Array.isArray(list)) continue;
    const base = nested ? 0 : list.length === 0 ? CONNECTION_PRICE : CONNECTION_PRICE + 1;
    const each = priced.field.name === "edges" ? list.map((edge: unknown) => (edge as Data)["node"]) : list;
    const nodeSet = priced.field.name === "edges" ? nodeOf(bill, priced.set, priced.type) : priced;
    const most = nodeSet ? inside(bill, nodeSet.set, nodeSet.type, each, { place: "inside", nested: true }) : 0;
    sum += base + pages(list.length === 0 ? pageSize(bill, node) : list.length) * ((nested ? 0 : 1) + most);
  }
  return sum;
}

function nodeOf(bill: Bill, set: SelectionSetNode, edge: GraphQLCompositeType): { set: SelectionSetNode; type: GraphQLCompositeType } | null {
  for (const selection of allFieldsOf(partsOf(bill, set, edge))) {
    const priced = pricedField(selection, edge);
    if (priced?.field.name === "node") return priced;
  }
  return null;
}
