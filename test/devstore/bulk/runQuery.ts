import { getNamedType, getOperationAST, isCompositeType, isUnionType, Kind, parse, TypeInfo, visit, visitWithTypeInfo, type ArgumentNode, type DocumentNode, type GraphQLSchema } from "graphql";
import { WHOLE_LIST } from "../kernel/connection.ts";
import type { Ctx } from "../kernel/context.ts";
import { executed } from "../kernel/execute.ts";
import type { BulkResult } from "./operation.ts";
import { schemaOf } from "./schemaOf.ts";

type Data = Record<string, unknown>;
type Line = Data & { __parentId?: string };

/** Runs a query over whole lists. One line per node; a node of an inner connection follows its parent and names it in `__parentId`. */
export function runBulkQuery(ctx: Ctx, text: string): BulkResult {
  const schema = schemaOf(ctx);
  const document = withWholeLists(schema, parse(text));
  const operation = getOperationAST(document);
  if (!operation) throw new Error("no operation");
  const done = executed(schema, document, operation, {}, ctx);
  const failed = done.errors[0];
  if (failed) throw new Error(failed.message);
  const roots = Object.values(done.data ?? {}).flatMap((value) => (isConnection(value) ? nodesOf(value) : isObject(value) ? [value] : []));
  const lines = roots.flatMap((node) => linesOf(node, null));
  const result = lines.length === 0 ? null : `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`;
  return { objectCount: lines.length, rootObjectCount: roots.length, result };
}

/** Every connection gets a page that holds everything, whatever it asked for. */
function withWholeLists(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const info = new TypeInfo(schema);
  const first: ArgumentNode = { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: "first" }, value: { kind: Kind.INT, value: String(WHOLE_LIST) } };
  return visit(document, visitWithTypeInfo(info, {
    Field(node) {
      const field = info.getFieldDef();
      const type = field ? getNamedType(field.type) : undefined;
      if (!isCompositeType(type) || isUnionType(type) || !type.name.endsWith("Connection")) return undefined;
      const kept = (node.arguments ?? []).filter((a) => a.name.value !== "first" && a.name.value !== "last");
      return { ...node, arguments: [...kept, first] };
    },
  }));
}

function linesOf(node: Data, parentId: string | null): Line[] {
  const own: Line = {};
  const inner: Data[][] = [];
  for (const [key, value] of Object.entries(node)) {
    if (isConnection(value)) inner.push(nodesOf(value));
    else own[key] = value;
  }
  if (parentId !== null) own.__parentId = parentId;
  const id = typeof node["id"] === "string" ? node["id"] : null;
  return [own, ...inner.flat().flatMap((child) => linesOf(child, id))];
}

const isObject = (value: unknown): value is Data => typeof value === "object" && value !== null && !Array.isArray(value);
const isConnection = (value: unknown): value is { edges: { node: Data }[] } => isObject(value) && Array.isArray(value["edges"]);
const nodesOf = (value: { edges: { node: Data }[] }): Data[] => value.edges.map((edge) => edge.node);
