import type { Ctx, FieldMap } from "../kernel/context.ts";
import { notModelled } from "../kernel/failure.ts";
import { readGid } from "../kernel/ids.ts";
import { refuse } from "../kernel/refused.ts";
import type { Shop } from "../shop.ts";

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

/** Where records with tags are, by the type in their gid, and the topic that tells of a change. */
const TAGGED: Record<string, { table: (shop: Shop) => ReadonlyMap<string, Tagged>; topic: string }> = {
  Product: { table: (shop) => shop.products, topic: "products/update" },
  Customer: { table: (shop) => shop.customers, topic: "customers/update" },
  Order: { table: (shop) => shop.orders, topic: "orders/updated" },
};

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
  const kind = TAGGED[type];
  if (!kind) throw notModelled(`tags of ${type}`);
  const record = kind.table(ctx.shop).get(id) ?? refuse(["id"], `${type} does not exist`);
  record.tags = sortedTags(change(record.tags));
  record.updatedAt = ctx.now();
  ctx.emit(kind.topic, id);
  return { node: record };
}
