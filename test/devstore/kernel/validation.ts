import { GraphQLError, TypeInfo, getNamedType, isCompositeType, isLeafType, print, validate, visit, visitWithTypeInfo, specifiedRules, type ASTNode, type DocumentNode, type FieldNode, type GraphQLNamedType, type GraphQLSchema, type ValidationRule } from "graphql";
import { FieldsOnCorrectTypeRule, KnownArgumentNamesRule, ProvidedRequiredArgumentsRule, ScalarLeafsRule, ValuesOfCorrectTypeRule } from "graphql";
import { argumentErrors } from "./arguments.ts";
import { pathOf } from "./path.ts";
import { codedError } from "./ruleCodes.ts";

/** An error as it goes over the wire. */
export type WireError = {
  message: string;
  locations?: readonly { line: number; column: number }[];
  path?: readonly (string | number)[];
  extensions?: Record<string, unknown>;
};

export type Ancestors = readonly (ASTNode | readonly ASTNode[])[];

/** Rules whose errors Shopify words in its own way; they are made here and in arguments.ts. */
const OURS = new Set<ValidationRule>([FieldsOnCorrectTypeRule, ScalarLeafsRule, ProvidedRequiredArgumentsRule, KnownArgumentNamesRule, ValuesOfCorrectTypeRule]);
const OTHERS = specifiedRules.filter((rule) => !OURS.has(rule));

/** Every reason why a document may not run, in Shopify's shape and in the order of the document. */
export function shopifyValidation(schema: GraphQLSchema, document: DocumentNode): WireError[] {
  const errors: WireError[] = [];
  const info = new TypeInfo(schema);
  visit(document, visitWithTypeInfo(info, {
    Field(node, _key, _parent, _path, ancestors) {
      const parent = info.getParentType();
      const field = info.getFieldDef();
      if (!parent) return undefined;
      if (!field) {
        errors.push(undefinedField(node, parent.name, ancestors));
        return false;
      }
      errors.push(...selectionErrors(node, getNamedType(field.type), ancestors), ...argumentErrors(node, field, ancestors));
      return undefined;
    },
  }));
  const rest = validate(schema, document, OTHERS).map((error: GraphQLError) => codedError(error, document));
  return [...errors, ...rest];
}

/** The start of a node in the text. */
export function placeOf(node: ASTNode): { line: number; column: number }[] {
  const place = new GraphQLError("", { nodes: node }).locations?.[0];
  return place ? [{ line: place.line, column: place.column }] : [];
}

function undefinedField(node: FieldNode, typeName: string, ancestors: Ancestors): WireError {
  return {
    message: `Field '${node.name.value}' doesn't exist on type '${typeName}'`,
    locations: placeOf(node),
    path: pathOf(ancestors, node),
    extensions: { code: "undefinedField", typeName, fieldName: node.name.value },
  };
}

function selectionErrors(node: FieldNode, type: GraphQLNamedType, ancestors: Ancestors): WireError[] {
  const name = node.name.value;
  const extensions = { code: "selectionMismatch", nodeName: `field '${name}'`, typeName: type.name };
  const place = { locations: placeOf(node), path: pathOf(ancestors, node), extensions };
  if (isCompositeType(type) && !node.selectionSet) {
    return [{ message: `Field must have selections (field '${name}' returns ${type.name} but has no selections. Did you mean '${name} { ... }'?)`, ...place }];
  }
  if (isLeafType(type) && node.selectionSet) {
    const chosen = node.selectionSet.selections.map((s) => (s.kind === "Field" ? s.name.value : print(s))).join(", ");
    return [{ message: `Selections can't be made on scalars (field '${name}' returns ${type.name} but has selections [${chosen}])`, ...place }];
  }
  return [];
}
