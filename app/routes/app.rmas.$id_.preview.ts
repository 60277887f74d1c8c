import type { LoaderFunctionArgs } from "@remix-run/node";
import { admit } from "../admit.ts";
import { previewFields } from "../flows/actOnRma.ts";
import { found } from "../found.ts";

/** The settle form's fields as a query: what it would come to, line by line. Nothing is written. */
export async function loader(args: LoaderFunctionArgs) {
  const { app, shop, actor } = await admit(args);
  return found(previewFields(app, { shop, actor, rmaId: args.params["id"] ?? "", fields: Object.fromEntries(new URL(args.request.url).searchParams) }));
}
