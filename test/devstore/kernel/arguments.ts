import { isEnumType, isInputObjectType, isListType, isNonNullType, isRequiredArgument, isRequiredInputField, isScalarType, print, type FieldNode, type GraphQLField, type GraphQLInputType, type ObjectValueNode, type ValueNode } from "graphql";
import { readGid } from "./ids.ts";
import { pathOf } from "./path.ts";
import { placeOf, type Ancestors, type WireError } from "./validation.ts";

/** Who an argument belongs to, in the words of the error: a field, or an input object by its type. */
type Owner = { className: "Field" | "InputObject"; name: string };
type Where = { ancestors: Ancestors; node: FieldNode; inside: readonly string[] };

/** Unknown, missing and unfit arguments of a field, input objects written out included (recorded: webhook-subscriptions). */
export function argumentErrors(node: FieldNode, field: GraphQLField<unknown, unknown>, ancestors: Ancestors): WireError[] {
  const where: Where = { ancestors, node, inside: [] };
  const owner: Owner = { className: "Field", name: node.name.value };
  const given = new Map((node.arguments ?? []).map((a) => [a.name.value, a]));
  const errors: WireError[] = [];
  for (const argument of given.values()) {
    const known = field.args.find((a) => a.name === argument.name.value);
    if (!known) errors.push(notAccepted(owner, argument.name.value, { ...where, inside: [argument.name.value] }));
    else errors.push(...valueErrors(argument.value, known.type, argument.name.value, owner, { ...where, inside: [argument.name.value] }));
  }
  const missing = field.args.filter((a) => isRequiredArgument(a) && !given.has(a.name)).map((a) => a.name);
  return missing.length > 0 ? [...errors, missingArguments(owner, missing, where)] : errors;
}

function valueErrors(value: ValueNode, type: GraphQLInputType, name: string, owner: Owner, where: Where): WireError[] {
  if (value.kind === "Variable") return [];
  if (isNonNullType(type)) return value.kind === "NullValue" ? [unfit(value, type, name, owner, where)] : valueErrors(value, type.ofType, name, owner, where);
  if (value.kind === "NullValue") return [];
  if (isListType(type)) {
    const items = value.kind === "ListValue" ? value.values : [value];
    return items.flatMap((item) => valueErrors(item, type.ofType, name, owner, where));
  }
  if (isInputObjectType(type)) return value.kind === "ObjectValue" ? objectErrors(value, type, where) : [unfit(value, type, name, owner, where)];
  return fits(value, type) ? [] : [unfit(value, type, name, owner, where)];
}

function objectErrors(value: ObjectValueNode, type: Extract<GraphQLInputType, { getFields: unknown }>, where: Where): WireError[] {
  const owner: Owner = { className: "InputObject", name: type.name };
  const fields = type.getFields();
  const errors = value.fields.flatMap((given) => {
    const name = given.name.value;
    const known = fields[name];
    const inside = { ...where, inside: [...where.inside, name] };
    return known ? valueErrors(given.value, known.type, name, owner, inside) : [notAccepted(owner, name, inside)];
  });
  const missing = Object.values(fields).filter((f) => isRequiredInputField(f) && !value.fields.some((g) => g.name.value === f.name));
  return [...errors, ...missing.map((f) => missingField(owner, f.name, String(f.type), where))];
}

function fits(value: ValueNode, type: GraphQLInputType): boolean {
  if (isEnumType(type)) return value.kind === "EnumValue" && type.getValue(value.value) !== undefined;
  if (!isScalarType(type)) return false;
  switch (type.name) {
    case "Int":
      return value.kind === "IntValue";
    case "Float":
      return value.kind === "IntValue" || value.kind === "FloatValue";
    case "Boolean":
      return value.kind === "BooleanValue";
    case "ID":
      return value.kind === "StringValue" && readGid(value.value) !== null;
    case "UnsignedInt64":
      return value.kind === "StringValue" || value.kind === "IntValue";
    case "Decimal":
    case "Money":
      return value.kind === "StringValue" || value.kind === "IntValue" || value.kind === "FloatValue";
    case "JSON":
      return true;
    default:
      return value.kind === "StringValue";
  }
}

function unfit(value: ValueNode, type: GraphQLInputType, name: string, owner: Owner, where: Where): WireError {
  if (value.kind === "StringValue" && String(type) === "ID") return notGlobalId(value.value, where);
  return {
    message: `Argument '${name}' on ${owner.className} '${owner.name}' has an invalid value (${print(value)}). Expected type '${String(type)}'.`,
    locations: placeOf(where.node),
    path: [...pathOf(where.ancestors, where.node), ...where.inside],
    extensions: { code: "argumentLiteralsIncompatible", typeName: owner.className, argumentName: name },
  };
}

const notGlobalId = (text: string, where: Where): WireError => ({
  message: `Invalid global id '${text}'`,
  locations: placeOf(where.node),
  path: [...pathOf(where.ancestors, where.node), ...where.inside],
  extensions: { code: "argumentLiteralsIncompatible", typeName: "CoercionError" },
});

function notAccepted(owner: Owner, argument: string, where: Where): WireError {
  return {
    message: `${owner.className} '${owner.name}' doesn't accept argument '${argument}'`,
    locations: placeOf(where.node.arguments?.find((a) => a.name.value === where.inside[0]) ?? where.node),
    path: [...pathOf(where.ancestors, where.node), ...where.inside],
    extensions: { code: "argumentNotAccepted", name: owner.name, typeName: owner.className, argumentName: argument },
  };
}

function missingArguments(owner: Owner, names: readonly string[], where: Where): WireError {
  return {
    message: `${owner.className} '${owner.name}' is missing required arguments: ${names.join(", ")}`,
    locations: placeOf(where.node),
    path: pathOf(where.ancestors, where.node),
    extensions: { code: "missingRequiredArguments", className: owner.className, name: owner.name, arguments: names.join(", ") },
  };
}

function missingField(owner: Owner, field: string, type: string, where: Where): WireError {
  return {
    message: `Argument '${field}' on ${owner.className} '${owner.name}' is required. Expected type ${type}`,
    locations: placeOf(where.node),
    path: [...pathOf(where.ancestors, where.node), ...where.inside, field],
    extensions: { code: "missingRequiredInputObjectAttribute", argumentName: field, argumentType: type, inputObjectType: owner.name },
  };
}
