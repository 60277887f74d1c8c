import { isListType, isNonNullType, type GraphQLNamedType, type GraphQLOutputType } from "graphql";

/** The type inside lists and non-nulls. */
export function namedOf(type: GraphQLOutputType): GraphQLNamedType {
  return isListType(type) || isNonNullType(type) ? namedOf(type.ofType) : type;
}

/** True when the type is a list, null or not. */
export const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);
