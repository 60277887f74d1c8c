import { adminSchema } from "./schema.ts";

const known = new Map<string, ReadonlySet<string>>();

/** Fields that the published description of a root list's `query` argument names, as a table with one row for each. */
export function searchableFields(list: string): ReadonlySet<string> {
  const found = known.get(list);
  if (found) return found;
  const argument = adminSchema("2026-10").schema.getQueryType()?.getFields()[list]?.args.find((a) => a.name === "query");
  const names = new Set([...(argument?.description ?? "").matchAll(/^\| *([a-z_]+) *\|/gm)].flatMap((row) => row[1] ?? []));
  known.set(list, names);
  return names;
}
