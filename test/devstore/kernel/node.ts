import type { Ctx, FieldMap, NodeMap } from "./context.ts";
import { Failure } from "./failure.ts";
import { readGid } from "./ids.ts";

/** Resolvers of `node` and `nodes` over the areas' node maps. A type that no area knows fails by name. */
export function nodeFields(nodes: NodeMap): FieldMap {
  return {
    Query: {
      node: (args: { id: string }, ctx: Ctx) => find(nodes, ctx, args.id),
      nodes: (args: { ids: string[] }, ctx: Ctx) => args.ids.map((id) => find(nodes, ctx, id)),
    },
  };
}

function find(nodes: NodeMap, ctx: Ctx, id: string): unknown {
  const read = readGid(id);
  if (!read) throw new Failure(`Invalid global id '${id}'`, "argumentLiteralsIncompatible");
  const finder = nodes[read.type];
  if (!finder) throw new Failure(`not modelled: node of type ${read.type}`, "NOT_MODELLED");
  return finder(ctx, id) ?? null;
}
