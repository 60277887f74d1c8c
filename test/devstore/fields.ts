import type { FieldMap, NodeMap } from "./kernel/context.ts";
import { nodeFields } from "./kernel/node.ts";
import { locationFields, locationNodes } from "./catalogue/location.ts";
import { shopFields, shopNodes } from "./catalogue/shopFields.ts";

/** Every area adds its map to these two lists; a field listed twice stops the start. */
const NODES: readonly NodeMap[] = [shopNodes, locationNodes];

const AREAS: readonly FieldMap[] = [shopFields, locationFields];

/** All resolvers of the store in one map: `Query`, `Mutation`, then one entry per object or interface type. */
export function allFields(): FieldMap {
  return merged([...AREAS, nodeFields(Object.assign({}, ...NODES))]);
}

/** One map of several. Throws when two areas list the same field. */
export function merged(maps: readonly FieldMap[]): FieldMap {
  const all: FieldMap = {};
  for (const map of maps) {
    for (const [type, fields] of Object.entries(map)) {
      const into = (all[type] ??= {});
      for (const [name, resolver] of Object.entries(fields)) {
        if (name in into) throw new Error(`two resolvers for ${type}.${name}`);
        into[name] = resolver;
      }
    }
  }
  return all;
}
