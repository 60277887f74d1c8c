import type { ASTNode, DocumentNode, GraphQLError } from "graphql";
import { pathOf } from "./path.ts";
import type { WireError } from "./validation.ts";
import { visit, BREAK } from "graphql";

/** How graphql-js words what Shopify's validator words otherwise; groups go into the text. Codes are those of Shopify's parser library. */
const RULES: readonly { says: RegExp; code: string; text: (m: RegExpExecArray) => string; more: (m: RegExpExecArray) => Record<string, string> }[] = [
  { says: /^Variable "\$(\w+)" is not defined(?: by operation "(\w+)")?/, code: "variableNotDefined", text: (m) => `Variable $${m[1]} is used by ${m[2] ?? "anonymous query"} but not declared`, more: (m) => ({ variableName: m[1] ?? "" }) },
  { says: /^Variable "\$(\w+)" is never used(?: in operation "(\w+)")?/, code: "variableNotUsed", text: (m) => `Variable $${m[1]} is declared by ${m[2] ?? "anonymous query"} but not used`, more: (m) => ({ variableName: m[1] ?? "" }) },
  { says: /^Variable "\$(\w+)" of type "([^"]+)" used in position expecting type "([^"]+)"/, code: "variableMismatch", text: (m) => `Type mismatch on variable $${m[1]} (${m[2]} / ${m[3]})`, more: (m) => ({ variableName: m[1] ?? "", typeName: m[2] ?? "" }) },
  { says: /^Variable "\$(\w+)" cannot be non-input type "([^"]+)"/, code: "variableRequiresValidType", text: (m) => `${m[2]} isn't a valid input type (on $${m[1]})`, more: (m) => ({ variableName: m[1] ?? "", typeName: m[2] ?? "" }) },
  { says: /^Unknown type "([^"]+)"/, code: "undefinedType", text: (m) => `No such type ${m[1]}, so it can't be a fragment condition`, more: (m) => ({ typeName: m[1] ?? "" }) },
  { says: /^Unknown fragment "([^"]+)"/, code: "useAndDefineFragment", text: (m) => `Fragment ${m[1]} was used, but not defined`, more: (m) => ({ fragmentName: m[1] ?? "" }) },
  { says: /^Fragment "([^"]+)" is never used/, code: "useAndDefineFragment", text: (m) => `Fragment ${m[1]} was defined, but not used`, more: (m) => ({ fragmentName: m[1] ?? "" }) },
  { says: /^Unknown directive "@([^"]+)"/, code: "undefinedDirective", text: (m) => `Directive @${m[1]} is not defined`, more: (m) => ({ directiveName: m[1] ?? "" }) },
  { says: /^Fragment (?:"([^"]+)" )?cannot be spread here as objects of type "([^"]+)" can never be of type "([^"]+)"/, code: "cannotSpreadFragment", text: (m) => `Fragment ${m[1] ? `${m[1]} ` : ""}on ${m[3]} can't be spread inside ${m[2]}`, more: (m) => ({ typeName: m[3] ?? "", fragmentName: m[1] ?? "unknown", parentName: m[2] ?? "" }) },
  { says: /^Fields "([^"]+)" conflict/, code: "fieldConflict", text: (m) => `Field '${m[1]}' has a field conflict`, more: (m) => ({ fieldName: m[1] ?? "", conflicts: m[1] ?? "" }) },
  { says: /^There can be only one operation named "([^"]+)"/, code: "uniquelyNamedOperations", text: (m) => `Operation name "${m[1]}" must be unique`, more: (m) => ({ operationName: m[1] ?? "" }) },
  { says: /^The directive "@([^"]+)" can only be used once/, code: "directiveNotUniqueForLocation", text: (m) => `The directive "${m[1]}" can only be used once at this location.`, more: (m) => ({ directiveName: m[1] ?? "" }) },
];

/** An error of graphql-js in Shopify's shape: its code, its words where they are known, and the path of the node it is about. */
export function codedError(error: GraphQLError, document: DocumentNode): WireError {
  const node = error.nodes?.[0];
  const base = { locations: error.locations?.slice(0, 1) ?? [], ...(node ? { path: pathTo(document, node) } : {}) };
  for (const rule of RULES) {
    const found = rule.says.exec(error.message);
    if (found) return { message: rule.text(found), ...base, extensions: { code: rule.code, ...rule.more(found) } };
  }
  return { message: error.message, ...base, extensions: { code: "invalidDocument" } };
}

function pathTo(document: DocumentNode, wanted: ASTNode): string[] {
  let path: string[] = [];
  visit(document, {
    enter(node, _key, parent, _path, ancestors) {
      if (node !== wanted) return undefined;
      path = pathOf(parent ? [...ancestors, parent] : ancestors, node);
      return BREAK;
    },
  });
  return path;
}
