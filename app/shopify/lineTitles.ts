/** What order lines are called. */
import type { Admin } from "./admin.ts";
import { lineTitles } from "./documents/lineTitles.ts";

/** Titles by line; a line that is gone is left out. At most 250 are asked for. */
export async function readTitles(admin: Admin, lineIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (lineIds.length === 0) return new Map();
  const { nodes } = await admin.run(lineTitles, { ids: lineIds.slice(0, 250) });
  return new Map(nodes.flatMap((node) => (node?.__typename === "LineItem" ? [[node.id, node.title] as const] : [])));
}
