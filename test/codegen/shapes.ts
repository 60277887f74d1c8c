/** The shape of each document's answer, from Shopify's published schema: what app/shopify/fitsShape.ts holds answers against. */
import { getNamedType, isCompositeType, isEnumType, isObjectType, type DocumentNode, type FieldNode, type GraphQLCompositeType, type GraphQLSchema, type SelectionSetNode } from "graphql";
import type { Field, Shape } from "../../app/shopify/fitsShape.ts";

/** A field's type as text; an enum is a string to those who read it, but for a currency, by which money is read. */
const typeText = (type: { toString(): string }, isEnum: boolean): string => (isEnum ? type.toString().replace(/\w+/, "String") : type.toString());

function fieldOf(schema: GraphQLSchema, parent: GraphQLCompositeType, node: FieldNode): Field {
  if (node.name.value === "__typename") return { type: "String!" };
  const found = "getFields" in parent ? parent.getFields()[node.name.value] : undefined;
  if (!found) throw new Error(`${parent.name} has no ${node.name.value}`);
  const named = getNamedType(found.type), type = typeText(found.type, isEnumType(named) && named.name !== "CurrencyCode");
  return isCompositeType(named) && node.selectionSet ? { type: type.replace(/\w+/, "Object"), of: shapeOf(schema, named, node.selectionSet) } : { type };
}

function shapeOf(schema: GraphQLSchema, parent: GraphQLCompositeType, { selections }: SelectionSetNode): Shape {
  const shape: Record<string, Field> = {};
  const add = (key: string, field: Field): void => {
    const before = shape[key];
    shape[key] = before?.of && field.of ? { ...before, of: { ...before.of, ...field.of } } : field;
  };
  for (const selection of selections) {
    if (selection.kind === "Field") add((selection.alias ?? selection.name).value, fieldOf(schema, parent, selection));
    if (selection.kind !== "InlineFragment") continue;
    const on = selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : parent;
    if (!on || !isCompositeType(on)) throw new Error(`no type ${selection.typeCondition?.name.value}`);
    const isSame = on === parent && isObjectType(parent);
    // Of an interface's other types the fields are absent.
    for (const [key, field] of Object.entries(shapeOf(schema, on, selection.selectionSet))) add(key, isSame ? field : { ...field, maybe: true });
  }
  return shape;
}

/** Shapes by the operation's name. */
export function shapesOf(schema: GraphQLSchema, documents: readonly DocumentNode[]): Record<string, Shape> {
  return Object.fromEntries(documents.flatMap(({ definitions }) => definitions.flatMap((definition) => {
    if (definition.kind !== "OperationDefinition" || !definition.name) return [];
    const root = schema.getRootType(definition.operation);
    return root ? [[definition.name.value, shapeOf(schema, root, definition.selectionSet)]] : [];
  })));
}
