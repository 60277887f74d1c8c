import type { Shop } from "../shop.ts";
import type { AccessRule } from "./schema.ts";
import type { AccessToken, World } from "./world.ts";

/** What every resolver gets: whose shop, who asks, in which version, and ways to tell the outside. */
export type Ctx = {
  readonly world: World;
  readonly shop: Shop;
  readonly token: AccessToken;
  readonly apiVersion: string;
  /** What the published schema asks of a caller, by type and field. */
  readonly access: ReadonlyMap<string, AccessRule>;
  /** Base address of this server as the caller sees it, for links to results and uploads: "http://127.0.0.1:4100". */
  readonly origin: string;
  /** The shop's time, whole seconds with Z. */
  now(): string;
  /** Says that something happened, e.g. `emit("orders/create", order.id)`; deliveries are made of it. `detail` for topics whose subject is gone. */
  emit(topic: string, id: string, detail?: Record<string, unknown>): void;
};

/** A resolver; each names the shapes it expects, which the schema has checked before. */
export type Resolver = (...given: never[]) => unknown;

/**
 * Resolvers of one area by type. Those of `Query` and `Mutation` take `(args, ctx, info)`, those of an object or of an
 * interface take `(source, args, ctx, info)`. A field that is listed is always answered by its resolver; one that is not
 * is read from the record, and fails as "not modelled" when the record has no such key.
 */
export type FieldMap = Record<string, Record<string, Resolver>>;

/** How `node(id)` finds a record: by the type in the gid. */
export type NodeMap = Record<string, (ctx: Ctx, id: string) => unknown>;
