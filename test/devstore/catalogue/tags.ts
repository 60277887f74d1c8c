import type { Ctx, FieldMap } from "../kernel/context.ts";
import { notModelled } from "../kernel/failure.ts";
import { readGid } from "../kernel/ids.ts";
import { refuse } from "../kernel/refused.ts";

/** Records that carry tags. */
export type Tagged = { __typename: string; id: string; tags: string[]; updatedAt: string };

/** Trimmed, without empty ones and doubles whatever their case, sorted with digits before letters (recorded). */
export function sortedTags(tags: readonly string[]): string[] {
  const byText = new Map<string, string>();
  for (const tag of tags.flatMap((t) => t.split(",")).map((t) => t.trim()).filter((t) => t !== "")) {
    if (!byText.has(tag.toLowerCase())) byText.set(tag.toLowerCase(), tag);
  }
  return [...byText.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, tag]) => tag);
}

/** Tables whose records carry tags, by the type in their gid; ORDER's is read from the shop where that area put it. */
const TABLES: Record<string, string> = { Product: "products", Customer: "customers", Order: "orders" };

type TagArgs = { id: string; tags: string[] };

export const tagFields: FieldMap = {
  Mutation: {
    tagsAdd: (args: TagArgs, ctx: Ctx) => retag(ctx, args.id, (tags) => [...tags, ...args.tags]),
    tagsRemove: (args: TagArgs, ctx: Ctx) => {
      const gone = new Set(sortedTags(args.tags).map((t) => t.toLowerCase()));
      return retag(ctx, args.id, (tags) => tags.filter((t) => !gone.has(t.toLowerCase())));
    },
  },
};

function retag(ctx: Ctx, id: string, change: (tags: string[]) => string[]): { node: Tagged } {
  const type = readGid(id)?.type ?? "";
  const table = TABLES[type];
  if (!table) throw notModelled(`tags of ${type}`);
  const records = (ctx.shop as unknown as Record<string, Map<string, Tagged> | undefined>)[table];
  const record = records?.get(id);
  if (!record) return refuse(["id"], `${type} does not exist`);
  record.tags = sortedTags(change(record.tags));
  record.updatedAt = ctx.now();
  ctx.emit(UPDATED[type] ?? "", id);
  return { node: record };
}

const UPDATED: Record<string, string> = { Product: "products/update", Customer: "customers/update", Order: "orders/updated" };
