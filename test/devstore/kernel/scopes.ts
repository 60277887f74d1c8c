import { getNamedType, isInterfaceType, isObjectType, type GraphQLNamedType, type GraphQLResolveInfo } from "graphql";
import { Failure } from "./failure.ts";
import type { AccessRule } from "./schema.ts";
import type { AccessToken } from "./world.ts";

/**
 * What the package's list leaves out although the documentation names it on the mutation's page.
 */
const NOT_LISTED: Record<string, AccessRule> = {
  "Mutation.refundCreate": { text: "`write_orders` access scope.", scopes: ["write_orders"] },
};

/** True when the token has the scope; writing includes reading (documented: access scopes). */
export function hasScope(token: AccessToken, scope: string): boolean {
  if (token.scopes === "all") return true;
  return token.scopes.includes(scope) || (scope.startsWith("read_") && token.scopes.includes(scope.replace("read_", "write_")));
}

/** Throws ACCESS_DENIED when the field, or what it returns, asks for a scope that the token has not. */
export function checkScope(token: AccessToken, access: ReadonlyMap<string, AccessRule>, info: GraphQLResolveInfo): void {
  if (token.scopes === "all") return;
  const rule = ruleOf(access, info);
  if (!rule || satisfied(token, rule)) return;
  throw new Failure(`Access denied for ${info.fieldName} field. Required access: ${rule.text}`, "ACCESS_DENIED", {
    documentation: "https://shopify.dev/api/usage/access-scopes",
    requiredAccess: rule.text,
  });
}

/** The field's own rule, else that of the thing it returns; a connection asks for what its nodes ask for. */
function ruleOf(access: ReadonlyMap<string, AccessRule>, info: GraphQLResolveInfo): AccessRule | undefined {
  const place = `${info.parentType.name}.${info.fieldName}`;
  const own = access.get(place) ?? NOT_LISTED[place];
  if (own) return own;
  const type = getNamedType(info.returnType);
  return access.get(type.name) ?? access.get(nodeTypeOf(type)?.name ?? "");
}

function nodeTypeOf(type: GraphQLNamedType): GraphQLNamedType | null {
  if (!type.name.endsWith("Connection") || !(isObjectType(type) || isInterfaceType(type))) return null;
  const nodes = type.getFields()["nodes"];
  return nodes ? getNamedType(nodes.type) : null;
}

/** Scopes joined by "and" are all asked for; otherwise any of them will do. */
function satisfied(token: AccessToken, rule: AccessRule): boolean {
  if (rule.scopes.length === 0) return true;
  const text = rule.text.split(" Also:")[0] ?? "";
  return / and /.test(text) && !/ or /.test(text) ? rule.scopes.every((s) => hasScope(token, s)) : rule.scopes.some((s) => hasScope(token, s));
}
