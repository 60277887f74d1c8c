import {
  isEnumType, isInputObjectType, isListType, isNonNullType, typeFromAST, valueFromAST,
  type GraphQLInputType, type GraphQLSchema, type OperationDefinitionNode, type VariableDefinitionNode,
} from "graphql";
import { readGid } from "./ids.ts";
import { placeOf, type WireError } from "./validation.ts";

/** `message` repeats the explanation where a scalar's own check failed. */
type Problem = { path: (string | number)[]; explanation: string; message?: string };

/** The variables with defaults filled in, or Shopify's INVALID_VARIABLE error for each variable that does not fit (recorded). */
export function checkedVariables(schema: GraphQLSchema, operation: OperationDefinitionNode, given: Record<string, unknown>): { errors: WireError[]; values: Record<string, unknown> } {
  const values: Record<string, unknown> = {};
  const errors: WireError[] = [];
  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type as never) as unknown as GraphQLInputType;
    if (!(name in given) && definition.defaultValue) values[name] = valueFromAST(definition.defaultValue, type);
    else {
      const problems = problemsOf(given[name] ?? null, type, []);
      if (problems.length > 0) errors.push(invalidVariable(definition, type, given[name] ?? null, problems));
      else if (name in given) values[name] = given[name];
    }
  }
  return { errors, values };
}

function invalidVariable(definition: VariableDefinitionNode, type: GraphQLInputType, value: unknown, problems: Problem[]): WireError {
  const about = problems.filter((p) => p.path.length > 0).map((p) => `${p.path.join(".")} (${p.explanation})`);
  return {
    message: `Variable $${definition.variable.name.value} of type ${String(type)} was provided invalid value${about.length > 0 ? ` for ${about.join(", ")}` : ""}`,
    locations: placeOf(definition),
    extensions: { code: "INVALID_VARIABLE", value, problems },
  };
}

function problemsOf(value: unknown, type: GraphQLInputType, path: (string | number)[]): Problem[] {
  if (isNonNullType(type)) return value == null ? [{ path, explanation: "Expected value to not be null" }] : problemsOf(value, type.ofType, path);
  if (value == null) return [];
  if (isListType(type)) return (Array.isArray(value) ? value : [value]).flatMap((item: unknown, i) => problemsOf(item, type.ofType, [...path, i]));
  if (isInputObjectType(type)) return objectProblems(value, type, path);
  const explanation = leafProblem(value, type);
  if (explanation === null) return [];
  return [String(type) in SCALAR_PROBLEM ? { path, explanation, message: explanation } : { path, explanation }];
}

/** Unknown keys come first, then each field's own problems (recorded: return-shipping-fee). */
function objectProblems(value: unknown, type: Extract<GraphQLInputType, { getFields: unknown }>, path: (string | number)[]): Problem[] {
  if (typeof value !== "object" || Array.isArray(value) || value === null) return [{ path, explanation: `Expected ${JSON.stringify(value)} to be a key-value object.` }];
  const fields = type.getFields();
  const unknown = Object.keys(value).filter((key) => !(key in fields)).map((key) => ({ path: [...path, key], explanation: `Field is not defined on ${type.name}` }));
  const inner = Object.values(fields).flatMap((field) => {
    const own = (value as Record<string, unknown>)[field.name];
    return own === undefined && field.defaultValue !== undefined ? [] : problemsOf(own ?? null, field.type, [...path, field.name]);
  });
  const one = type.isOneOf && Object.keys(value).length !== 1 ? [{ path, explanation: `'${type.name}' requires exactly one argument, but ${Object.keys(value).length} were provided.` }] : [];
  return [...unknown, ...inner, ...one];
}

const DECIMAL = /^-?\d+(\.\d+)?$/;
const DATE_TIME = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?( ?(Z|[+-]\d\d:?\d\d))?)?$/;

function leafProblem(value: unknown, type: GraphQLInputType): string | null {
  if (isEnumType(type)) {
    if (typeof value === "string" && type.getValue(value)) return null;
    return `Expected "${String(value)}" to be one of: ${type.getValues().map((v) => v.name).join(", ")}`;
  }
  const name = String(type);
  const shown = typeof value === "string" ? `"${value}"` : JSON.stringify(value);
  return fitsScalar(value, name) ? null : (SCALAR_PROBLEM[name]?.(value) ?? `Could not coerce value ${shown} to ${name}`);
}

const SCALAR_PROBLEM: Record<string, (value: unknown) => string> = {
  ID: (value) => (typeof value === "string" ? `Invalid global id '${value}'` : `Could not coerce value ${JSON.stringify(value)} to ID`),
  Decimal: (value) => `invalid decimal '${String(value)}'`,
  Money: (value) => `invalid money '${String(value)}'`,
  URL: (value) => `Invalid url '${String(value)}'`,
};

function fitsScalar(value: unknown, name: string): boolean {
  switch (name) {
    case "Int":
      return typeof value === "number" && Number.isInteger(value) && Math.abs(value) <= 2147483647;
    case "Float":
      return typeof value === "number";
    case "Boolean":
      return typeof value === "boolean";
    case "ID":
      return typeof value === "string" && readGid(value) !== null;
    case "Decimal":
    case "Money":
      return typeof value === "number" || (typeof value === "string" && DECIMAL.test(value));
    case "DateTime":
    case "Date":
      return typeof value === "string" && DATE_TIME.test(value);
    case "UnsignedInt64":
      return /^\d+$/.test(String(value));
    case "JSON":
      return true;
    default:
      return typeof value === "string";
  }
}
