import { getNamedType, isLeafType, isObjectType, isInterfaceType, isUnionType, type FieldNode, type FragmentDefinitionNode, type GraphQLCompositeType, type GraphQLField, type GraphQLNamedType, type GraphQLSchema, type DocumentNode, type OperationDefinitionNode, type SelectionSetNode, type ValueNode } from "graphql";

/** What pricing needs to know of a call. */
export type Bill = { schema: GraphQLSchema; fragments: ReadonlyMap<string, FragmentDefinitionNode>; variables: Record<string, unknown> };

/** Where a field stands; the price of an object depends on it. */
export type Place = "mutation" | "query" | "payload" | "inside";

/** What a field is to the price list. */
export type Kind = "free" | "root" | "count" | "connection" | "object";

/** Fields whose price is their own; all recorded (facts: Cost). */
const ROOT_PRICE: Record<string, number> = { refundCreate: 20, fulfillmentTrackingInfoUpdate: 50 };
const MUTATION_PRICE = 10;
export const COUNT_PRICE = 10;
export const CONNECTION_PRICE = 2;
/** Objects that are values rather than things: they cost nothing (recorded). */
const FREE_TYPES = new Set(["MoneyBag", "MoneyV2", "PageInfo", "CustomerEmailAddress", "WebhookSubscriptionEndpoint"]);

/** Everything pricing needs, made once per call. */
export function billOf(schema: GraphQLSchema, document: DocumentNode, variables: Record<string, unknown>): Bill {
  return { schema, variables, fragments: new Map(document.definitions.flatMap((d) => (d.kind === "FragmentDefinition" ? [[d.name.value, d] as const] : []))) };
}

/** The root type of an operation and the place its fields have. */
export function rootOf(bill: Bill, operation: OperationDefinitionNode): { type: GraphQLCompositeType; place: Place } | null {
  const mutation = operation.operation === "mutation";
  const type = mutation ? bill.schema.getMutationType() : bill.schema.getQueryType();
  return type ? { type, place: mutation ? "mutation" : "query" } : null;
}

/** A field with its type inside, where it has a selection; null for scalars, errors and unknown fields. */
export function pricedField(node: FieldNode, parent: GraphQLCompositeType): { field: GraphQLField<unknown, unknown>; type: GraphQLCompositeType; set: SelectionSetNode } | null {
  const field = isUnionType(parent) ? undefined : parent.getFields()[node.name.value];
  if (!field || !node.selectionSet) return null;
  const type = getNamedType(field.type);
  return isLeafType(type) || isUserError(type) ? null : { field, type: type as GraphQLCompositeType, set: node.selectionSet };
}

/** What the price list says of a field. */
export function kindOf(type: GraphQLCompositeType, place: Place): Kind {
  if (place === "mutation") return "root";
  if (place === "query" && type.name === "Count") return "count";
  if (type.name.endsWith("Connection")) return "connection";
  return place === "payload" || FREE_TYPES.has(type.name) ? "free" : "object";
}

export const rootPrice = (name: string): number => ROOT_PRICE[name] ?? MUTATION_PRICE;

/** m(n) = max(1, floor(2 ln n)), m(0) = 0: pages of 1, 5, 10, 50, 250 count 1, 3, 4, 7, 11 (recorded). */
export const pages = (size: number): number => (size === 0 ? 0 : Math.max(1, Math.floor(2 * Math.log(size))));

/** The `first` or `last` of a connection, 0 without. */
export function pageSize(bill: Bill, node: FieldNode): number {
  const given = (node.arguments ?? []).filter((a) => a.name.value === "first" || a.name.value === "last").map((a) => numberOf(bill, a.value));
  return given.find((n) => n !== null) ?? 0;
}

function numberOf(bill: Bill, value: ValueNode): number | null {
  if (value.kind === "IntValue") return Number(value.value);
  const given = value.kind === "Variable" ? bill.variables[value.name.value] : null;
  return typeof given === "number" ? given : null;
}

export type Part = { on: string; type: GraphQLCompositeType; fields: FieldNode[]; parts: Part[] };

/** A selection as its own fields and its fragments, those that are skipped left out. */
export function partsOf(bill: Bill, set: SelectionSetNode, type: GraphQLCompositeType): Part {
  const part: Part = { on: type.name, type, fields: [], parts: [] };
  for (const selection of set.selections) {
    if (skipped(selection, bill)) continue;
    if (selection.kind === "Field") part.fields.push(selection);
    else {
      const fragment = selection.kind === "InlineFragment" ? selection : bill.fragments.get(selection.name.value);
      const target = fragment?.typeCondition ? bill.schema.getType(fragment.typeCondition.name.value) : type;
      if (fragment && isComposite(target)) part.parts.push(partsOf(bill, fragment.selectionSet, target));
    }
  }
  return part;
}

/** All fields of a selection with its fragments opened. */
export const allFieldsOf = (part: Part): FieldNode[] => [...part.fields, ...part.parts.flatMap(allFieldsOf)];

function skipped(selection: { readonly directives?: FieldNode["directives"] }, bill: Bill): boolean {
  return (selection.directives ?? []).some((directive) => {
    const name = directive.name.value;
    const value = directive.arguments?.[0]?.value;
    if ((name !== "skip" && name !== "include") || !value) return false;
    const on = value.kind === "Variable" ? bill.variables[value.name.value] === true : value.kind === "BooleanValue" && value.value;
    return name === "skip" ? on : !on;
  });
}

const isComposite = (type: GraphQLNamedType | undefined): type is GraphQLCompositeType => isObjectType(type) || isInterfaceType(type) || isUnionType(type);
const isUserError = (type: GraphQLNamedType): boolean => type.name.endsWith("UserError") || type.name === "DisplayableError";
