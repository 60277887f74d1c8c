import { isData } from "../webhooks/payloads/rest.ts";
import { ask, type CustomerCtx, type Thing } from "./ask.ts";

type Named = { namespace: string; key: string };

function metafield(root: string, ctx: CustomerCtx, id: string, { namespace, key }: Named): unknown {
  const query = `query ($id: ID!, $namespace: String, $key: String!) { ${root}(id: $id) {
    metafield(namespace: $namespace, key: $key) { __typename id namespace key type value jsonValue createdAt updatedAt description compareDigest } } }`;
  const found = ask(ctx, query, { id, namespace, key })[root];
  return isData(found) ? (found.metafield ?? null) : null;
}

/** One metafield by namespace and key, as the Admin side stores it; null when there is none. */
export const metafieldOf = (root: string) => (source: Thing, args: Named, ctx: CustomerCtx): unknown => metafield(root, ctx, source.id, args);

/** Several of them, in the order asked for; null where there is none. */
export const metafieldsOf = (root: string) => (source: Thing, args: { identifiers: Named[] }, ctx: CustomerCtx): unknown =>
  args.identifiers.map((named) => metafield(root, ctx, source.id, named));
