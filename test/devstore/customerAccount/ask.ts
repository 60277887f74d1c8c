import { Failure } from "../kernel/failure.ts";
import type { World } from "../kernel/world.ts";
import type { Shop } from "../shop.ts";
import { innerQuery } from "../webhooks/adminRead.ts";
import type { Data } from "../webhooks/payloads/rest.ts";

/** Whose eyes a call of the Customer Account API has: one customer of one shop. */
export type CustomerCtx = { readonly world: World; readonly shop: Shop; readonly customer: string; readonly origin: string };

/** One thing of the shop as the API shows it: its type here and its gid; fields are asked for one by one. */
export type Thing = { readonly __typename: string; readonly id: string };

/** Runs an Admin operation for the customer. Throws what it could not answer, by name. */
export function ask(ctx: CustomerCtx, query: string, variables: Data): Data {
  const { data, gaps } = innerQuery(ctx, query, variables);
  if (gaps.length > 0) throw new Failure(gaps.join("; "), "NOT_MODELLED");
  return data;
}

/** One field (with its selection) of one thing, read from the Admin side: `of(ctx, "order", id, "name")`. */
export function of(ctx: CustomerCtx, root: string, id: string, field: string): unknown {
  const found = ask(ctx, `query ($id: ID!) { ${root}(id: $id) { ${field} } }`, { id })[root];
  if (typeof found !== "object" || found === null) return null;
  return Object.values(found)[0] ?? null;
}
