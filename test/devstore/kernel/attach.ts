import { GraphQLObjectType, isInterfaceType, isObjectType, type GraphQLFieldResolver, type GraphQLNamedType, type GraphQLSchema } from "graphql";
import type { Ctx, FieldMap, Resolver } from "./context.ts";
import { notModelled } from "./failure.ts";
import { runMutation } from "./mutation.ts";
import { checkScope } from "./scopes.ts";

const ROOTS: Record<string, string> = { Query: "QueryRoot", Mutation: "Mutation" };

type Called = (...given: unknown[]) => unknown;
type Resolve = GraphQLFieldResolver<unknown, Ctx>;

/** Puts the listed resolvers on the schema's fields. Older versions lack some of them; see `unknownFields`. */
export function attach(schema: GraphQLSchema, fields: FieldMap): void {
  for (const [name, resolvers] of Object.entries(fields)) {
    const type = schema.getType(ROOTS[name] ?? name);
    for (const target of objectsOf(schema, type, name)) {
      for (const [field, resolver] of Object.entries(resolvers)) attachField(target, name, field, resolver, type !== target, fields);
    }
  }
}

/** What the map lists and the schema has not: a slip in a name, when the schema is the one the map was written for. */
export function unknownFields(schema: GraphQLSchema, fields: FieldMap): string[] {
  return Object.entries(fields).flatMap(([name, resolvers]) => {
    const type = schema.getType(ROOTS[name] ?? name);
    const known = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
    return Object.keys(resolvers).filter((field) => !(field in known)).map((field) => `${name}.${field}`);
  });
}

/** An interface's resolvers serve each of its objects; a version without the type has nothing to attach to. */
function objectsOf(schema: GraphQLSchema, type: GraphQLNamedType | undefined, name: string): readonly GraphQLObjectType[] {
  if (!type) return [];
  if (type instanceof GraphQLObjectType) return [type];
  if ("resolveType" in type) return schema.getPossibleTypes(type as never);
  throw new Error(`${name} has no fields`);
}

function attachField(target: GraphQLObjectType, name: string, field: string, resolver: Resolver, inherited: boolean, fields: FieldMap): void {
  const found = target.getFields()[field];
  if (!found) return;
  if (inherited && fields[target.name]?.[field]) return;
  const call = resolver as unknown as Called;
  found.resolve = resolveOf(name, call);
}

function resolveOf(name: string, call: Called): Resolve {
  if (name === "Query" || name === "Mutation") {
    const run: Resolve = (_source, args, ctx, info) => call(args, ctx, info);
    return name === "Query" ? admitted(run) : admitted((source, args, ctx, info) => runMutation(() => run(source, args, ctx, info), args, ctx, info));
  }
  return admitted((source, args, ctx, info) => call(source, args, ctx, info));
}

const admitted = (resolve: Resolve): Resolve => (source, args, ctx, info) => {
  checkScope(ctx.token, ctx.access, info);
  return resolve(source, args, ctx, info);
};

/** Fields that no area lists: the record's own key, or a failure that names the field. */
export const fromRecord: Resolve = (source, _args, ctx, info) => {
  checkScope(ctx.token, ctx.access, info);
  if (typeof source === "object" && source !== null && info.fieldName in source) return (source as Record<string, unknown>)[info.fieldName];
  throw notModelled(`${info.parentType.name}.${info.fieldName}`);
};

/** Records say their type themselves. */
export const typeOfRecord = (value: unknown): string | undefined =>
  typeof value === "object" && value !== null ? (value as { __typename?: string }).__typename : undefined;
