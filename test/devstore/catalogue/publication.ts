import { instantOf } from "../kernel/clock.ts";
import type { Ctx, FieldMap, NodeMap } from "../kernel/context.ts";
import { connection, type ConnectionArgs } from "../kernel/connection.ts";
import { countOf } from "../kernel/count.ts";
import { gid, idOf, readGid, tailOf } from "../kernel/ids.ts";
import { refuse } from "../kernel/refused.ts";
import type { Shop } from "../shop.ts";

/** What can be published: products start unpublished (documented: productCreate). */
type Published = { __typename: string; id: string; publishedAt: string | null; updatedAt: string };
type PublishArgs = { id: string; input: { publicationId?: string | null; publishDate?: string | null }[] };

/** Every shop has one place to publish to, its online store. */
const onlineStore = (shop: Shop): { __typename: string; id: string; name: string } => ({ __typename: "Publication", id: gid("Publication", tailOf(shop.id)), name: "Online Store" });

export const publicationFields: FieldMap = {
  Query: {
    publications: (args: ConnectionArgs, ctx: Ctx) => connection([onlineStore(ctx.shop)], args),
    publication: (args: { id: string }, ctx: Ctx) => (idOf(args.id, "Publication") === onlineStore(ctx.shop).id ? onlineStore(ctx.shop) : null),
    publicationsCount: () => countOf(1),
  },
  Mutation: {
    publishablePublish: (args: PublishArgs, ctx: Ctx) => ({ publishable: publish(ctx, args, (input) => input?.publishDate ?? ctx.now()), shop: ctx.shop }),
    publishableUnpublish: (args: PublishArgs, ctx: Ctx) => ({ publishable: publish(ctx, args, () => null), shop: ctx.shop }),
  },
  Publication: {
    autoPublish: () => false,
    catalog: () => null,
    supportsFuturePublishing: () => true,
    operation: () => null,
  },
  Publishable: {
    publishedOnPublication: (r: Published, args: { publicationId: string }, ctx: Ctx) => args.publicationId === onlineStore(ctx.shop).id && isPublished(r, ctx),
    publishedOnCurrentPublication: (r: Published, _args: object, ctx: Ctx) => isPublished(r, ctx),
    availablePublicationsCount: (r: Published, _args: object, ctx: Ctx) => countOf(isPublished(r, ctx) ? 1 : 0),
    resourcePublicationsCount: (r: Published, _args: object, ctx: Ctx) => countOf(isPublished(r, ctx) ? 1 : 0),
    resourcePublicationsV2: (r: Published, args: ConnectionArgs, ctx: Ctx) =>
      connection(isPublished(r, ctx) ? [{ __typename: "ResourcePublicationV2", isPublished: true, publication: onlineStore(ctx.shop), publishDate: r.publishedAt, publishable: r }] : [], args),
  },
};

/** A date to come is a plan, not a publication. */
function isPublished(record: Published, ctx: Ctx): boolean {
  return record.publishedAt != null && Date.parse(record.publishedAt) <= instantOf(ctx.shop.clock);
}

function publish(ctx: Ctx, args: PublishArgs, at: (input: PublishArgs["input"][number] | undefined) => string | null): Published {
  const type = readGid(args.id)?.type ?? "";
  const record: Published | undefined = type === "Product" ? ctx.shop.products.get(args.id) : ctx.shop.collections.get(idOf(args.id, "Collection", "Product"));
  if (!record) return refuse(["id"], "Resource does not exist");
  const unknown = args.input.findIndex((input) => input.publicationId !== onlineStore(ctx.shop).id);
  if (unknown >= 0) refuse(["input", String(unknown), "publicationId"], "Publication does not exist or is not publishable");
  record.publishedAt = at(args.input[0]);
  record.updatedAt = ctx.now();
  ctx.emit(type === "Product" ? "products/update" : "collections/update", record.id);
  return record;
}

export const publicationNodes: NodeMap = { Publication: (ctx, id) => (onlineStore(ctx.shop).id === id ? onlineStore(ctx.shop) : null) };
